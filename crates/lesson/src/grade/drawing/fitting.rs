//! `pièces s'emboîtent`: slots as wide as the material is thick, and together as deep as the pieces are high.
//!
//! Sizes are those drawn: the file for the machine makes up for the beam's width, so none is taken off here.

use super::sheet::Sheet;
use super::{Finding, MEASURE_MM, Seen, apart};
use design::document::ShapeId;
use design::recognise::corners;
use kurbo::{Point, Vec2};

/// How far the depths of two slots together may be from the height, in millimetres (lesson-format).
const DEPTH_MM: f64 = 0.1;

/// A slot in a piece, in millimetres.
struct Slot {
    piece: ShapeId,
    width: f64,
    depth: f64,
    /// How high the piece is, along the slot.
    height: f64,
}

pub(super) fn judge(sheet: &Sheet<'_>) -> Option<Finding> {
    let Some(material) = &sheet.document.material else {
        return Some(sheet.nowhere(Seen::NoThickness));
    };
    let slots: Vec<Slot> = sheet
        .outer_contours()
        .flat_map(|cut| slots(cut.shape, &corners(&cut.contour).unwrap_or_default()))
        .collect();
    let pieces = slots.iter().map(|slot| slot.piece);
    if pieces.clone().min() == pieces.max() {
        return Some(sheet.nowhere(Seen::NoSlot));
    }
    let thickness = material.thickness.value();
    let is_wide = |slot: &&Slot| (slot.width - thickness).abs() > MEASURE_MM + 1e-9;
    if let Some(slot) = slots.iter().find(is_wide) {
        return Some(sheet.of_shapes(Seen::SlotOf(slot.width), vec![slot.piece]));
    }
    slots.iter().find_map(|slot| {
        let off = |other: &&Slot| (slot.depth + other.depth - slot.height).abs();
        let mate = slots
            .iter()
            .filter(|other| other.piece != slot.piece)
            .min_by(|one, other| off(one).total_cmp(&off(other)))?;
        (off(&mate) > DEPTH_MM + 1e-9).then(|| {
            let seen = Seen::Depths {
                sum: slot.depth + mate.depth,
                height: slot.height,
            };
            sheet.of_shapes(seen, vec![slot.piece, mate.piece])
        })
    })
}

/// The slots of a piece with straight sides: two corners in a row that turn inwards.
fn slots(piece: ShapeId, corners: &[Point]) -> Vec<Slot> {
    let n_corners = corners.len();
    let corner = |place: usize| corners[place % n_corners];
    let turn = |place: usize| {
        let before = corner(place) - corner(place + n_corners - 1);
        before.cross(corner(place + 1) - corner(place))
    };
    let area: f64 = (0..n_corners)
        .map(|place| corner(place).to_vec2().cross(corner(place + 1).to_vec2()))
        .sum();
    let turns_in = |place: usize| turn(place) * area < 0.0;
    (0..n_corners)
        .filter(|place| turns_in(*place) && turns_in(place + 1))
        .map(|place| {
            let [above, one, other, beyond] = [n_corners - 1, 0, 1, 2].map(|steps| corner(place + steps));
            let down = (one - above).normalize();
            Slot {
                piece,
                width: apart(one, other),
                depth: apart(above, one).min(apart(other, beyond)),
                height: extent(corners, down),
            }
        })
        .collect()
}

/// How far points reach along a direction.
fn extent(points: &[Point], along: Vec2) -> f64 {
    let places = points.iter().map(|point| point.to_vec2().dot(along));
    let (least, most) = places.fold((f64::INFINITY, f64::NEG_INFINITY), |(least, most), place| {
        (least.min(place), most.max(place))
    });
    most - least
}
