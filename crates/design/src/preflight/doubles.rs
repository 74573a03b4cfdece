//! Lines that are cut twice: they burn, they take time, and the piece moves.

use super::flat::{Flat, Stretches, around};
use super::{Finding, FindingKind, Scene};
use crate::nesting::CutContour;
use kurbo::{Line, ParamCurve as _, Point, Rect};

/// Two lines this near each other, in millimetres, are one and the same for a beam (lesson format).
const SAME_LINE_MM: f64 = 0.05;

/// Less than this much, in millimetres, is not told (lesson format).
pub const LEAST_MM: f64 = 0.5;

/// Two lines are side by side where their directions differ by less than this, as the sine of the angle: 6°.
const SAME_DIRECTION: f64 = 0.1;

/// What is nearer than this along a contour, in millimetres, is one and the same stretch of it.
const NEXT_MM: f64 = 1.0;

/// Two contours that share a stretch; the same one twice where it runs over itself.
#[derive(Clone, Debug, PartialEq)]
pub struct Doubled {
    /// The place of one in the list of cut contours.
    pub one: usize,
    /// The place of the other, or of the same.
    pub other: usize,
    /// How much is cut twice, in millimetres.
    pub length: f64,
    /// The box around it.
    pub place: Rect,
    /// Whether nothing of the shorter of the two lies elsewhere.
    pub is_whole: bool,
}

/// Every pair of contours that share [`LEAST_MM`] or more of their line.
#[must_use]
pub fn doubled(contours: &[CutContour]) -> Vec<Doubled> {
    let flat: Vec<Flat> = contours.iter().map(|cut| Flat::of(&cut.contour.path)).collect();
    let mut found = Vec::new();
    for one in 0..flat.len() {
        found.extend(
            shared(&flat[one], &flat[one], true).map(|(length, place)| Doubled {
                one,
                other: one,
                length,
                place,
                is_whole: false,
            }),
        );
        for other in one + 1..flat.len() {
            if !flat[one].bounds.inset(SAME_LINE_MM).overlaps(flat[other].bounds) {
                continue;
            }
            // Followed along the shorter one: it may lie wholly on the other.
            let (short, long) = if flat[one].length <= flat[other].length {
                (one, other)
            } else {
                (other, one)
            };
            found.extend(
                shared(&flat[short], &flat[long], false).map(|(length, place)| Doubled {
                    one,
                    other,
                    is_whole: length >= flat[short].length - LEAST_MM.min(flat[short].length * 0.05),
                    length,
                    place,
                }),
            );
        }
    }
    found
}

pub(super) fn findings(scene: &Scene, doubles: &[Doubled]) -> Vec<Finding> {
    doubles
        .iter()
        .map(|double| {
            let shape = |place: usize| scene.contours[place].shape;
            let mut shapes = vec![shape(double.one), shape(double.other)];
            shapes.dedup();
            let length = double.length;
            scene.finding(FindingKind::Double { length }, shapes, double.place)
        })
        .collect()
}

/// How much of a contour lies on another, and where.
fn shared(along: &Flat, other: &Flat, is_itself: bool) -> Option<(f64, Rect)> {
    let mut length = 0.0;
    let mut place: Option<Rect> = None;
    let mut passed = 0.0;
    for (number, line) in along.lines.iter().enumerate() {
        let way = (line.p1 - line.p0).hypot();
        let near = around(line, SAME_LINE_MM);
        let mut stretches = Stretches::default();
        if near.overlaps(other.bounds.inset(SAME_LINE_MM)) {
            // Of itself, only what was already passed counts: a stretch is doubled once.
            let n_looked_at = if is_itself { number } else { other.lines.len() };
            let mut end = 0.0;
            for known in &other.lines[..n_looked_at] {
                let start = end;
                end += (known.p1 - known.p0).hypot();
                if !near.overlaps(around(known, 0.0)) {
                    continue;
                }
                // What is next to it along the contour counts only where the line turns back; around a closed contour
                // its beginning comes after its end.
                let is_next =
                    is_itself && (passed - end < NEXT_MM || along.length - passed - way + start < NEXT_MM);
                let turns_back = (line.p1 - line.p0).dot(known.p1 - known.p0) < 0.0;
                if (!is_next || turns_back)
                    && let Some((from, to)) = stretch_on(line, known)
                {
                    stretches.add(from, to);
                }
            }
        }
        for (from, to) in stretches.joined() {
            length += (to - from) * way;
            let here = Rect::from_points(line.eval(from), line.eval(to));
            place = Some(place.map_or(here, |place| place.union(here)));
        }
        passed += way;
    }
    place.filter(|_| length >= LEAST_MM).map(|place| (length, place))
}

/// The stretch of a line that lies beside another, as shares of its length.
fn stretch_on(line: &Line, other: &Line) -> Option<(f64, f64)> {
    let (way, along) = (line.p1 - line.p0, other.p1 - other.p0);
    let length = along.hypot();
    if way.cross(along).abs() > SAME_DIRECTION * way.hypot() * length {
        return None;
    }
    // Where the ends of the line are, along the other one and beside it, in millimetres.
    let place = |point: Point| {
        (
            along.dot(point - other.p0) / length,
            along.cross(point - other.p0) / length,
        )
    };
    let ((from, beside), (to, beside_end)) = (place(line.p0), place(line.p1));
    let ends = between(from, to, 0.0, length)?;
    let sides = between(beside, beside_end, -SAME_LINE_MM, SAME_LINE_MM)?;
    let stretch = (ends.0.max(sides.0), ends.1.min(sides.1));
    (stretch.1 > stretch.0).then_some(stretch)
}

/// From which to which share of the way from one value to another it lies between two bounds.
fn between(from: f64, to: f64, low: f64, high: f64) -> Option<(f64, f64)> {
    let way = to - from;
    if way.abs() < 1e-12 {
        return (low..=high).contains(&from).then_some((0.0, 1.0));
    }
    let (one, other) = ((low - from) / way, (high - from) / way);
    let (first, last) = (one.min(other).max(0.0), one.max(other).min(1.0));
    (last > first).then_some((first, last))
}
