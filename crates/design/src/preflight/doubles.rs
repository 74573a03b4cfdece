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

/// What is nearer than this along a contour, in millimetres, is one and the same stretch of it.
const NEXT_MM: f64 = 1.0;

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
    let mut passed = 0.0;
    for (number, line) in along.lines.iter().enumerate() {
        let way = line.p1 - line.p0;
        let whole = way.hypot();
        let n_steps = libm::ceil(whole / STEP_MM).max(1.0);
        let mut step = 0.5;
        while step < n_steps {
            let point = line.eval(step / n_steps);
            let here = passed + whole * step / n_steps;
            step += 1.0;
            let is_shared = near.contains(point)
                && if is_itself {
                    lies_on_itself(point, way, here, &along.lines[..number], along.length)
                } else {
                    other.lines.iter().any(|other| lies_on(point, way, other))
                };
            if is_shared {
                length += whole / n_steps;
                let here = Rect::from_points(point, point);
                place = Some(place.map_or(here, |place| place.union(here)));
            }
        }
        passed += whole;
    }
    place.filter(|_| length >= LEAST_MM).map(|place| (length, place))
}

fn lies_on(point: Point, way: Vec2, line: &Line) -> bool {
    let other = line.p1 - line.p0;
    // Beside the line itself, not beyond its ends: lengths stay exact.
    let share = (point - line.p0).dot(other) / other.hypot2();
    (0.0..=1.0).contains(&share)
        && way.cross(other).abs() <= SAME_DIRECTION * way.hypot() * other.hypot()
        && line.nearest(point, 1e-6).distance_sq <= SAME_LINE_MM * SAME_LINE_MM
}

/// Whether a place of a contour lies on what was passed before: what is next to it along the contour counts only where
/// the line turns back. `here` is how far along it is, `total` how long the contour is, in millimetres.
fn lies_on_itself(point: Point, way: Vec2, here: f64, passed: &[Line], total: f64) -> bool {
    let mut end = 0.0;
    passed.iter().any(|line| {
        let other = line.p1 - line.p0;
        let start = end;
        end += other.hypot();
        // Around a closed contour, its beginning comes after its end.
        let is_next = here - end < NEXT_MM || total - here + start < NEXT_MM;
        (!is_next || way.dot(other) < 0.0) && lies_on(point, way, line)
    })
}
