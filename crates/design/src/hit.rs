//! Which shape lies under a point: geometry answers, never the picture.

use crate::document::{Document, ShapeId};
use crate::letters::Letters;
use crate::outline::{Outline, outline};
use kurbo::{ParamCurveNearest as _, Point, Rect, Shape as _};

/// How exactly distances are measured, in millimetres.
const ACCURACY_MM: f64 = 0.01;

/// The shapes under a point, the one most likely meant first: lines within `tolerance` millimetres by their distance,
/// then areas the point lies in, the smallest first; of equals the one that lies above.
pub fn shapes_at(document: &Document, letters: &Letters, at: Point, tolerance: f64) -> Vec<ShapeId> {
    let mut near = Vec::new();
    let mut around = Vec::new();
    for shape in document.shapes().into_iter().rev() {
        let outline = outline(shape, letters);
        let Some(bounds) = outline.bounds() else { continue };
        if !bounds.inflate(tolerance, tolerance).contains(at) {
            continue;
        }
        let distance = distance(&outline, at);
        if distance <= tolerance {
            near.push((distance, shape.id));
        } else if is_inside(&outline, at) {
            around.push((bounds.area(), shape.id));
        }
    }
    let by_first = |one: &(f64, ShapeId), other: &(f64, ShapeId)| one.0.total_cmp(&other.0);
    near.sort_by(by_first);
    around.sort_by(by_first);
    near.into_iter().chain(around).map(|(_, id)| id).collect()
}

/// The shapes that lie wholly in a box.
pub fn shapes_in(document: &Document, letters: &Letters, marquee: Rect) -> Vec<ShapeId> {
    document
        .shapes()
        .into_iter()
        .filter(|shape| {
            outline(shape, letters)
                .bounds()
                .is_some_and(|bounds| marquee.union(bounds) == marquee)
        })
        .map(|shape| shape.id)
        .collect()
}

/// How far a point is from the lines of a shape, in millimetres; endless for a shape without lines.
pub fn distance(outline: &Outline, at: Point) -> f64 {
    outline
        .contours
        .iter()
        .flat_map(|contour| contour.path.segments())
        .map(|segment| segment.nearest(at, ACCURACY_MM).distance_sq)
        .reduce(f64::min)
        .map_or(f64::INFINITY, f64::sqrt)
}

/// Whether a point lies in the area of a shape: in an odd number of its closed contours.
fn is_inside(outline: &Outline, at: Point) -> bool {
    let n_around = outline
        .contours
        .iter()
        .filter(|contour| contour.is_closed && contour.path.winding(at) != 0)
        .count();
    // The middle of an O is taken with it: one points at letters, not at their ink.
    n_around > 0
}
