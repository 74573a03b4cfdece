//! Letters that overlap, as some pairs of the handwritten ones do: welded, so that a word that is cut has no lines that
//! cross and one that is burnt has no holes where two letters lie over each other.

use super::Lettering;
use crate::kerf::arcs::{path_of, polyline_of};
use cavalier_contours::polyline::{BooleanOp, BooleanResult, BooleanResultInfo, PlineSource as _, Polyline};
use kurbo::{BezPath, Rect, Shape as _};

/// A contour of a letter.
struct Letter {
    path: BezPath,
    character: char,
    /// Which letter of the text it belongs to.
    place: usize,
    bounds: Rect,
    is_hole: bool,
}

/// Welds the letters of a text that overlap. `places` has the letter of each contour, by its place in the text.
pub(super) fn weld(lettering: &mut Lettering, places: &[usize]) {
    let paths = std::mem::take(&mut lettering.contours).into_iter();
    let characters = std::mem::take(&mut lettering.characters).into_iter();
    let mut letters: Vec<Letter> = paths
        .zip(characters)
        .zip(places)
        .map(|((path, character), place)| Letter {
            bounds: path.bounding_box(),
            // Outlines of TrueType go clockwise and their holes the other way round; millimetres go down.
            is_hole: path.area() < 0.0,
            path,
            character,
            place: *place,
        })
        .collect();
    // Holes first: a letter that is welded already would fill its own.
    cut_holes(&mut letters);
    let mut one = 0;
    while one < letters.len() {
        let other = (one + 1..letters.len()).find_map(|other| {
            let (first, second) = (&letters[one], &letters[other]);
            let welded = (!first.is_hole && !second.is_hole)
                .then(|| crossed(first, second, BooleanOp::Or))
                .flatten()?;
            Some((other, welded))
        });
        let Some((other, welded)) = other else {
            one += 1;
            continue;
        };
        let (character, place) = (letters[one].character, letters[one].place);
        letters.remove(other);
        let mut parts = parts(welded).map(|(path, is_hole)| Letter {
            bounds: path.bounding_box(),
            path,
            character,
            // One of the whole word: it may meet each of its letters.
            place: usize::MAX - place,
            is_hole,
        });
        if let Some(outline) = parts.next() {
            letters[one] = outline;
            letters.extend(parts);
        }
    }
    lettering.characters = letters.iter().map(|letter| letter.character).collect();
    lettering.contours = letters.into_iter().map(|letter| letter.path).collect();
}

/// A hole ends where another letter lies over it.
fn cut_holes(letters: &mut [Letter]) {
    for hole in 0..letters.len() {
        for outline in 0..letters.len() {
            if !letters[hole].is_hole || letters[outline].is_hole {
                continue;
            }
            if let Some(cut) = crossed(&letters[hole], &letters[outline], BooleanOp::Not)
                && let Some((path, _)) = parts(cut).next()
            {
                letters[hole].bounds = path.bounding_box();
                letters[hole].path = path;
            }
        }
    }
}

/// Two contours put together, where they belong to two letters and cross.
fn crossed(one: &Letter, other: &Letter, operation: BooleanOp) -> Option<BooleanResult<Polyline>> {
    if one.place == other.place || !one.bounds.overlaps(other.bounds) {
        return None;
    }
    let result = polyline_of(&one.path).boolean(&polyline_of(&other.path), operation);
    matches!(result.result_info, BooleanResultInfo::Intersected).then_some(result)
}

/// What is left, and whether it is a hole.
fn parts(result: BooleanResult<Polyline>) -> impl Iterator<Item = (BezPath, bool)> {
    let outlines = result.pos_plines.into_iter().map(|part| (part, false));
    let holes = result.neg_plines.into_iter().map(|part| (part, true));
    outlines
        .chain(holes)
        .map(|(part, is_hole)| (path_of(&part.pline), is_hole))
}
