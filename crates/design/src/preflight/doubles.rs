//! Lines that are cut twice: they burn, they take time, and the piece moves.

use super::{Finding, FindingKind, Scene};
use crate::nesting::CutContour;
use kurbo::{BezPath, Line, ParamCurve as _, ParamCurveNearest as _, PathEl, Point, Rect, Shape as _, Vec2};

/// Two lines this near each other, in millimetres, are one and the same for a beam (lesson format).
const SAME_LINE_MM: f64 = 0.05;

/// Less than this much, in millimetres, is not told (lesson format).
pub const LEAST_MM: f64 = 0.5;

/// How far apart places along a line are looked at, in millimetres.
const STEP_MM: f64 = 0.1;

/// Two lines are side by side where their directions differ by less than this, as the sine of the angle: 6°.
const SAME_DIRECTION: f64 = 0.1;

/// How exactly curves are followed by straight lines, in millimetres.
const FLATTENING_MM: f64 = 0.01;

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
            let near = flat[one].bounds.inset(SAME_LINE_MM);
            if near.intersect(flat[other].bounds).is_zero_area() && !near.overlaps(flat[other].bounds) {
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

/// A contour as straight lines.
struct Flat {
    lines: Vec<Line>,
    bounds: Rect,
    length: f64,
}

impl Flat {
    fn of(path: &BezPath) -> Self {
        let mut flat = BezPath::new();
        kurbo::flatten(path, FLATTENING_MM, |element: PathEl| flat.push(element));
        let lines: Vec<Line> = flat
            .segments()
            .map(|segment| Line::new(segment.start(), segment.end()))
            .filter(|line| (line.p1 - line.p0).hypot() > 1e-9)
            .collect();
        Self {
            length: lines.iter().map(|line| (line.p1 - line.p0).hypot()).sum(),
            bounds: flat.bounding_box(),
            lines,
        }
    }
}

/// How much of a contour lies on another, and where.
fn shared(along: &Flat, other: &Flat, is_itself: bool) -> Option<(f64, Rect)> {
    let near = other.bounds.inset(SAME_LINE_MM);
    let mut length = 0.0;
    let mut place: Option<Rect> = None;
    for (number, line) in along.lines.iter().enumerate() {
        let way = line.p1 - line.p0;
        let whole = way.hypot();
        let n_steps = libm::ceil(whole / STEP_MM).max(1.0);
        let mut step = 0.5;
        while step < n_steps {
            let point = line.eval(step / n_steps);
            step += 1.0;
            // Of itself, only what was already passed counts: a stretch is doubled once.
            let passed = if is_itself { number } else { other.lines.len() };
            if near.contains(point) && lies_on(point, way, &other.lines[..passed]) {
                length += whole / n_steps;
                let here = Rect::from_points(point, point);
                place = Some(place.map_or(here, |place| place.union(here)));
            }
        }
    }
    place.filter(|_| length >= LEAST_MM).map(|place| (length, place))
}

fn lies_on(point: Point, way: Vec2, lines: &[Line]) -> bool {
    lines.iter().any(|line| {
        let other = line.p1 - line.p0;
        let near = Rect::from_points(line.p0, line.p1).inset(SAME_LINE_MM);
        near.contains(point)
            && way.cross(other).abs() <= SAME_DIRECTION * way.hypot() * other.hypot()
            && line.nearest(point, 1e-6).distance_sq <= SAME_LINE_MM * SAME_LINE_MM
    })
}
