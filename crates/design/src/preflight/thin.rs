//! What is left between two cuts and is too narrow to hold, and cuts that cross.

use super::flat::{Flat, around};
use super::{Doubled, Finding, FindingKind, LEAST_BRIDGE_MM, Scene};
use crate::kerf::{Kerf, beam_line};
use crate::length::Mm;
use crate::nesting::{CutContour, CutSide};
use kurbo::{BezPath, Line, ParamCurve as _, PathSeg, Point, Rect, Shape as _};

/// Lines nearer than this, in millimetres, touch or cross.
const TOUCH_MM: f64 = 0.01;

/// How far apart places along a line are looked at, in millimetres.
const STEP_MM: f64 = 0.25;

/// At most so many places of a contour are looked at; those of larger ones lie farther apart.
const MOST_STEPS: f64 = 4_000.0;

/// The narrowest place between two lines.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Narrowest {
    /// How wide it is, in millimetres.
    pub width: f64,
    /// Its end on the one line.
    pub from: Point,
    /// Its end on the other line.
    pub to: Point,
}

pub(super) fn findings(scene: &Scene, doubles: &[Doubled]) -> Vec<Finding> {
    let contours = scene.contours;
    let flat: Vec<Flat> = contours.iter().map(|cut| Flat::of(&cut.contour.path)).collect();
    let mut findings = Vec::new();
    for one in 0..contours.len() {
        if let Some(neck) = neck(&contours[one], &flat[one]) {
            findings.push(finding(scene, neck, &[one]));
        }
        for other in one + 1..contours.len() {
            let (first, second) = (&flat[one], &flat[other]);
            // Most pairs are far apart: this is asked first.
            if !first.bounds.inset(LEAST_BRIDGE_MM).overlaps(second.bounds) {
                continue;
            }
            let is_doubled = doubles
                .iter()
                .any(|double| (double.one, double.other) == (one, other));
            if is_doubled || !may_be_thin(contours, one, other) {
                continue;
            }
            let Some(narrowest) = narrowest_within(first, second, LEAST_BRIDGE_MM) else {
                continue;
            };
            if narrowest.width <= TOUCH_MM && crosses(first, second) {
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
    let mut shapes: Vec<_> = places
        .iter()
        .flat_map(|place| scene.contours[*place].shapes())
        .collect();
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

/// The narrowest place between two lines, curves followed to a hundredth of a millimetre.
#[must_use]
pub fn narrowest(one: &BezPath, other: &BezPath) -> Option<Narrowest> {
    narrowest_within(&Flat::of(one), &Flat::of(other), f64::INFINITY)
}

/// The narrowest place between two contours, where it is at most so many millimetres wide: two straight lines are
/// nearest at an end of one of them.
fn narrowest_within(one: &Flat, other: &Flat, most: f64) -> Option<Narrowest> {
    let mut found: Option<Narrowest> = None;
    for first in &one.lines {
        let near = around(first, most);
        for second in other
            .lines
            .iter()
            .filter(|second| near.overlaps(around(second, 0.0)))
        {
            let ends = [
                (first.p0, nearest(second, first.p0)),
                (first.p1, nearest(second, first.p1)),
                (nearest(first, second.p0), second.p0),
                (nearest(first, second.p1), second.p1),
            ];
            for (from, to) in ends {
                let width = (to - from).hypot();
                if found.is_none_or(|known| width < known.width) {
                    found = Some(Narrowest { width, from, to });
                }
            }
            if let Some(point) = crossing(first, second) {
                found = found.filter(|known| known.width == 0.0).or(Some(Narrowest {
                    width: 0.0,
                    from: point,
                    to: point,
                }));
            }
        }
    }
    found
}

fn nearest(line: &Line, point: Point) -> Point {
    let way = line.p1 - line.p0;
    let share = (way.dot(point - line.p0) / way.hypot2()).clamp(0.0, 1.0);
    line.p0 + way * share
}

/// Where two lines cross, each well on both sides of the other.
fn crossing(one: &Line, other: &Line) -> Option<Point> {
    let beside = |line: &Line, point: Point| {
        let way = line.p1 - line.p0;
        way.cross(point - line.p0) / way.hypot()
    };
    let parts = |line: &Line, ends: &Line| {
        let (first, last) = (beside(line, ends.p0), beside(line, ends.p1));
        (first.abs() > TOUCH_MM && last.abs() > TOUCH_MM && first * last < 0.0)
            .then_some(first / (first - last))
    };
    parts(other, one)?;
    let share = parts(one, other)?;
    Some(other.p0.lerp(other.p1, share))
}

/// Whether two contours cross: two of their lines do, or one has corners clearly on both sides of the other.
fn crosses(one: &Flat, other: &Flat) -> bool {
    let goes_through = |through: &Flat, closed: &Flat| {
        if !closed.is_closed {
            return false;
        }
        let (mut is_inside, mut is_outside) = (false, false);
        let places = through
            .lines
            .iter()
            .flat_map(|line| [line.p0, line.p1, line.midpoint()]);
        for place in places {
            let touches = closed.lines.iter().any(|line| {
                around(line, TOUCH_MM).contains(place) && (nearest(line, place) - place).hypot() <= TOUCH_MM
            });
            if !touches {
                let is_in = closed.bounds.contains(place) && closed.path.winding(place) != 0;
                is_inside |= is_in;
                is_outside |= !is_in;
            }
        }
        is_inside && is_outside
    };
    let two_lines_do = || {
        one.lines.iter().any(|first| {
            let near = around(first, 0.0);
            let mut others = other
                .lines
                .iter()
                .filter(|second| near.overlaps(around(second, 0.0)));
            others.any(|second| crossing(first, second).is_some())
        })
    };
    goes_through(one, other) || goes_through(other, one) || two_lines_do()
}

/// A place where a part is too narrow, or where a hole leaves too little between two of its sides.
///
/// There is one where the contour comes apart as its material shrinks by half the least width on each side. Points of a
/// star get shorter and do not count.
fn neck(cut: &CutContour, flat: &Flat) -> Option<Narrowest> {
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
    across(flat, is_inward)
}

/// The shortest way straight across the material from one side of a contour to another side of it, below the least
/// width. Places near each other along the line are the two sides of a corner and do not count.
fn across(flat: &Flat, is_inward: bool) -> Option<Narrowest> {
    // The inside is to the left, turned by a quarter, where the area is positive.
    let side = if (flat.path.area() > 0.0) == is_inward {
        1.0
    } else {
        -1.0
    };
    let step_length = STEP_MM.max(flat.length / MOST_STEPS);
    let mut found: Option<Narrowest> = None;
    let mut along = 0.0;
    for line in &flat.lines {
        let way = line.p1 - line.p0;
        let length = way.hypot();
        let across = kurbo::Vec2::new(-way.y, way.x) / length * side;
        let n_steps = libm::ceil(length / step_length).max(1.0);
        let mut step = 0.5;
        while step < n_steps {
            let from = line.eval(step / n_steps);
            let here = along + length * step / n_steps;
            step += 1.0;
            let ray = Line::new(from, from + across * LEAST_BRIDGE_MM);
            let ray_box = around(&ray, 0.0);
            let mut start = 0.0;
            for other in &flat.lines {
                let other_length = (other.p1 - other.p0).hypot();
                let middle = start + other_length / 2.0;
                start += other_length;
                let apart = (middle - here).abs();
                let apart = apart.min(flat.length - apart) - other_length / 2.0;
                if apart < 2.0 * LEAST_BRIDGE_MM || !ray_box.overlaps(around(other, 0.0)) {
                    continue;
                }
                let hits = PathSeg::Line(*other).intersect_line(ray);
                let Some(hit) = hits.first().map(|hit| ray.eval(hit.line_t)) else {
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
