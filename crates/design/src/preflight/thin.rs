//! What is left between two cuts and is too narrow to hold, and cuts that cross.

use super::{Doubled, Finding, FindingKind, LEAST_BRIDGE_MM, Scene};
use crate::kerf::{Kerf, beam_line};
use crate::length::Mm;
use crate::nesting::{CutContour, CutSide};
use kurbo::{
    BezPath, Line, ParamCurve as _, ParamCurveNearest as _, PathEl, PathSeg, Point, Rect, Shape as _,
};

/// Lines nearer than this, in millimetres, touch or cross.
const TOUCH_MM: f64 = 0.01;

/// How far apart places along a line are looked at, in millimetres.
const STEP_MM: f64 = 0.25;

/// The narrowest place between two lines.
#[derive(Clone, Copy)]
struct Narrowest {
    width: f64,
    from: Point,
    to: Point,
}

pub(super) fn findings(scene: &Scene, doubles: &[Doubled]) -> Vec<Finding> {
    let contours = scene.contours;
    let mut findings = Vec::new();
    for one in 0..contours.len() {
        if let Some(neck) = neck(&contours[one]) {
            findings.push(finding(scene, neck, &[one]));
        }
        for other in one + 1..contours.len() {
            let is_doubled = doubles
                .iter()
                .any(|double| (double.one, double.other) == (one, other));
            if is_doubled || !may_be_thin(contours, one, other) {
                continue;
            }
            let (first, second) = (&contours[one].contour, &contours[other].contour);
            let near = first.bounds().inset(LEAST_BRIDGE_MM);
            if !near.overlaps(second.bounds()) {
                continue;
            }
            let narrowest = narrowest(&first.path, &second.path);
            if crosses(&first.path, &second.path) {
                let mut crossing = finding(scene, narrowest, &[one, other]);
                crossing.kind = FindingKind::Crossing;
                findings.push(crossing);
            } else if narrowest.width < LEAST_BRIDGE_MM - 1e-6 && holds_something(contours, one, other) {
                findings.push(finding(scene, narrowest, &[one, other]));
            }
        }
    }
    findings
}

fn finding(scene: &Scene, narrowest: Narrowest, places: &[usize]) -> Finding {
    let mut shapes: Vec<_> = places.iter().map(|place| scene.contours[*place].shape).collect();
    shapes.dedup();
    let mut finding = scene.finding(
        FindingKind::Thin {
            width: narrowest.width,
        },
        shapes,
        Rect::from_points(narrowest.from, narrowest.to),
    );
    finding.points = vec![narrowest.from, narrowest.to];
    finding
}

/// Slits that meet end to end are one line; all other pairs are looked at.
fn may_be_thin(contours: &[CutContour], one: usize, other: usize) -> bool {
    contours[one].contour.is_closed || contours[other].contour.is_closed
}

/// Whether what lies between two contours is material of a part, and not waste: a hole and what is around it, or two
/// holes side by side.
fn holds_something(contours: &[CutContour], one: usize, other: usize) -> bool {
    let (first, second) = (&contours[one], &contours[other]);
    let is_hole = |cut: &CutContour| cut.side != CutSide::Outside;
    let is_in = |inner: &CutContour, outer: usize| inner.parent == Some(outer);
    if is_in(second, one) {
        !is_hole(first) && is_hole(second)
    } else if is_in(first, other) {
        !is_hole(second) && is_hole(first)
    } else {
        first.parent == second.parent && is_hole(first) && is_hole(second)
    }
}

/// The narrowest place between two lines, found from places along each of them.
fn narrowest(one: &BezPath, other: &BezPath) -> Narrowest {
    let from_to = |from: &BezPath, to: &BezPath| {
        places_along(from)
            .into_iter()
            .map(|point| nearest(to, point))
            .min_by(|one, other| one.width.total_cmp(&other.width))
    };
    let (first, second) = (from_to(one, other), from_to(other, one));
    let found = [first, second].into_iter().flatten();
    found
        .min_by(|one, other| one.width.total_cmp(&other.width))
        .unwrap_or(Narrowest {
            width: f64::INFINITY,
            from: Point::ORIGIN,
            to: Point::ORIGIN,
        })
}

fn nearest(path: &BezPath, point: Point) -> Narrowest {
    let found = path
        .segments()
        .map(|segment| {
            let nearest = segment.nearest(point, 1e-4);
            (nearest.distance_sq, segment.eval(nearest.t))
        })
        .min_by(|one, other| one.0.total_cmp(&other.0));
    found.map_or(
        Narrowest {
            width: f64::INFINITY,
            from: point,
            to: point,
        },
        |(squared, to)| Narrowest {
            width: libm::sqrt(squared),
            from: point,
            to,
        },
    )
}

/// Ends of lines and places a step apart.
fn places_along(path: &BezPath) -> Vec<Point> {
    let mut places = Vec::new();
    for segment in path.segments() {
        let length = (segment.end() - segment.start())
            .hypot()
            .max(segment.eval(0.5).distance(segment.start()));
        let n_steps = libm::ceil(length / STEP_MM).max(2.0);
        let mut step = 0.0;
        while step < n_steps {
            places.push(segment.eval(step / n_steps));
            step += 1.0;
        }
    }
    places.extend(path.segments().last().map(|segment| segment.end()));
    places
}

/// Whether two lines cross: one has places clearly on both sides of the other.
fn crosses(one: &BezPath, other: &BezPath) -> bool {
    let goes_through = |line: &BezPath, closed: &BezPath| {
        if !matches!(closed.elements().last(), Some(PathEl::ClosePath)) {
            return false;
        }
        let (mut is_inside, mut is_outside) = (false, false);
        for place in places_along(line) {
            if nearest(closed, place).width <= TOUCH_MM {
                continue;
            }
            if closed.winding(place) == 0 {
                is_outside = true;
            } else {
                is_inside = true;
            }
        }
        is_inside && is_outside
    };
    goes_through(one, other) || goes_through(other, one)
}

/// A place where a part is too narrow, or where a hole leaves too little between two of its sides.
///
/// There is one where the contour comes apart as its material shrinks by half the least width on each side. Points of a
/// star get shorter and do not count.
fn neck(cut: &CutContour) -> Option<Narrowest> {
    if !cut.contour.is_closed {
        return None;
    }
    // The material of a part is inside its line, that of a hole outside: each shrinks away from the line.
    let shrinking = match cut.side {
        CutSide::Outside => CutSide::Inside,
        CutSide::Inside => CutSide::Outside,
        CutSide::OnTheLine => return None,
    };
    let shrunk = beam_line(&cut.contour, shrinking, Kerf::round(Mm::new(LEAST_BRIDGE_MM)));
    if matches!(&shrunk, Ok(lines) if lines.len() == 1) {
        return None;
    }
    let is_inward = cut.side == CutSide::Outside;
    across(&cut.contour.path, is_inward)
}

/// The shortest way straight across the material from one side of a contour to another side of it, below the least
/// width. Places near each other along the line are the two sides of a corner and do not count.
fn across(path: &BezPath, is_inward: bool) -> Option<Narrowest> {
    let mut flat = BezPath::new();
    kurbo::flatten(path, 0.01, |element| flat.push(element));
    let lines: Vec<Line> = flat
        .segments()
        .filter_map(|segment| match segment {
            PathSeg::Line(line) if (line.p1 - line.p0).hypot() > 1e-9 => Some(line),
            _ => None,
        })
        .collect();
    let total: f64 = lines.iter().map(|line| (line.p1 - line.p0).hypot()).sum();
    // The inside is to the left, turned by a quarter, where the area is positive.
    let side = if (flat.area() > 0.0) == is_inward {
        1.0
    } else {
        -1.0
    };
    let mut found: Option<Narrowest> = None;
    let mut along = 0.0;
    for line in &lines {
        let way = line.p1 - line.p0;
        let length = way.hypot();
        let across = kurbo::Vec2::new(-way.y, way.x) / length * side;
        let n_steps = libm::ceil(length / STEP_MM).max(1.0);
        let mut step = 0.5;
        while step < n_steps {
            let from = line.eval(step / n_steps);
            let here = along + length * step / n_steps;
            step += 1.0;
            let ray = Line::new(from, from + across * LEAST_BRIDGE_MM);
            let mut other_along = 0.0;
            for other in &lines {
                let other_length = (other.p1 - other.p0).hypot();
                let middle = other_along + other_length / 2.0;
                other_along += other_length;
                let apart = (middle - here).abs();
                let apart = apart.min(total - apart) - other_length / 2.0;
                if apart < 2.0 * LEAST_BRIDGE_MM {
                    continue;
                }
                let Some(hit) = PathSeg::Line(*other)
                    .intersect_line(ray)
                    .first()
                    .map(|hit| ray.eval(hit.line_t))
                else {
                    continue;
                };
                let width = (hit - from).hypot();
                if found.is_none_or(|known| width < known.width) {
                    found = Some(Narrowest { width, from, to: hit });
                }
            }
        }
        along += length;
    }
    found
}
