//! The middle of a letter or of a form in a hole: nothing holds it.

use super::{Finding, FindingKind, Scene};
use crate::document::ShapeId;
use crate::nesting::{PieceKind, pieces};
use crate::outline::outline;
use kurbo::Rect;

/// One finding for each shape with islands that no bridge holds.
pub(super) fn findings(scene: &Scene) -> Vec<Finding> {
    let mut falling: Vec<(ShapeId, Vec<usize>)> = Vec::new();
    for piece in pieces(scene.contours) {
        let cut = &scene.contours[piece.around];
        if piece.kind != PieceKind::Island {
            continue;
        }
        match falling.iter_mut().find(|(shape, _)| *shape == cut.shape) {
            Some((_, places)) => places.push(piece.around),
            None => falling.push((cut.shape, vec![piece.around])),
        }
    }
    falling
        .into_iter()
        .map(|(shape, places)| of_shape(scene, shape, &places))
        .collect()
}

fn of_shape(scene: &Scene, shape: ShapeId, places: &[usize]) -> Finding {
    let characters = scene
        .document
        .shape(shape)
        .map(|shape| outline(shape, scene.letters).characters)
        .unwrap_or_default();
    let mut letters = String::new();
    for place in places {
        if let Some(character) = characters.get(scene.contours[*place].number)
            && !letters.contains(*character)
        {
            letters.push(*character);
        }
    }
    let boxes: Vec<Rect> = places
        .iter()
        .map(|place| scene.contours[*place].contour.bounds())
        .collect();
    let largest = boxes
        .iter()
        .copied()
        .max_by(|one, other| one.area().total_cmp(&other.area()));
    let size = largest.map_or((0.0, 0.0), |largest| (largest.width(), largest.height()));
    let place = boxes
        .into_iter()
        .reduce(|all, one| all.union(one))
        .unwrap_or_default();
    scene.finding(FindingKind::Island { letters, size }, vec![shape], place)
}
