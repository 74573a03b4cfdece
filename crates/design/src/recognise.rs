//! What a line on the sheet is, whichever tool drew it: a rectangle, a circle; and how sharp its corners are.

use crate::document::{Form, Shape};
use crate::outline::{Contour, Outline};
use kurbo::{
    Line, ParamCurve as _, ParamCurveCurvature as _, ParamCurveDeriv as _, PathSeg, Point, Shape as _, Vec2,
};

/// Angles this near a right one, or a straight one, in degrees, are one (lesson format, `rectangle`).
const ANGLE_DEGREES: f64 = 0.5;

/// Axes this near each other, in millimetres, are those of a circle (lesson format, `cercle`).
const AXES_MM: f64 = 0.05;

/// Lines shorter than this, in millimetres, and bends flatter than this are none.
const FLAT_MM: f64 = 0.01;

/// Where a line turns by more than this, in degrees, it has a corner; less is a bend of a curve in pieces.
const CORNER_DEGREES: f64 = 10.0;

/// At how many places of a curve its bend is looked at.
const N_BENDS: u32 = 16;

/// A rectangle, in millimetres.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rectangle {
    /// Along one pair of sides; of a shape drawn as a rectangle its width.
    pub width: f64,
    /// Along the other pair.
    pub height: f64,
}

/// A shape as a rectangle, with sharp or round corners: drawn as one, or one closed line of four straight sides and
/// right angles.
#[must_use]
pub fn rectangle(shape: &Shape, outline: &Outline) -> Option<Rectangle> {
    match (&shape.form, outline.contours.as_slice()) {
        (Form::Rectangle { size, .. }, _) => Some(Rectangle {
            width: size.width.value(),
            height: size.height.value(),
        }),
        (Form::Text { .. } | Form::Ellipse { .. }, _) => None,
        (_, [contour]) if contour.is_closed => four_sides(contour),
        _ => None,
    }
}

/// A shape as a circle, by its diameter in millimetres: drawn as one, or one closed line that is round.
#[must_use]
pub fn circle(shape: &Shape, outline: &Outline) -> Option<f64> {
    let is_round = |width: f64, height: f64| (width - height).abs() <= AXES_MM + 1e-9;
    match (&shape.form, outline.contours.as_slice()) {
        (Form::Ellipse { size }, _) => {
            let (width, height) = (size.width.value(), size.height.value());
            is_round(width, height).then(|| f64::midpoint(width, height))
        }
        (Form::Path { .. }, [contour]) if contour.is_closed => {
            let bounds = contour.bounds();
            let diameter = f64::midpoint(bounds.width(), bounds.height());
            let is_on_circle =
                |point: Point| ((point - bounds.center()).hypot() - diameter / 2.0).abs() <= AXES_MM;
            let is_curve = |segment: PathSeg| {
                straight(segment).is_none()
                    && [0.0, 0.25, 0.5, 0.75]
                        .into_iter()
                        .all(|t| is_on_circle(segment.eval(t)))
            };
            let mut lines = segments(contour).into_iter();
            (is_round(bounds.width(), bounds.height()) && lines.all(is_curve)).then_some(diameter)
        }
        _ => None,
    }
}

/// The least radius of the corners of a contour of a shape, in millimetres: 0 where one is sharp, infinite where it
/// has none.
#[must_use]
pub fn sharpest_corner(shape: &Shape, contour: &Contour) -> f64 {
    match &shape.form {
        Form::Rectangle { size, corners } => {
            let most = size.width.min(size.height).value() / 2.0;
            corners.value().min(most)
        }
        Form::Ellipse { .. } => f64::INFINITY,
        _ => {
            let lines = segments(contour);
            let next = lines.iter().cycle().skip(1);
            let has_corner = lines.iter().zip(next).any(|(line, next)| {
                let (arrives, leaves) = (way(*line, 1.0), way(*next, 0.0));
                let turn = libm::atan2(arrives.cross(leaves), arrives.dot(leaves));
                turn.abs() > CORNER_DEGREES.to_radians()
            });
            if has_corner {
                return 0.0;
            }
            lines.into_iter().map(tightest_bend).fold(f64::INFINITY, f64::min)
        }
    }
}

/// The corners of a closed contour whose sides are all straight, in order.
#[must_use]
pub fn corners(contour: &Contour) -> Option<Vec<Point>> {
    let sides: Option<Vec<Line>> = sides(contour).into_iter().collect();
    let corners = sides?.into_iter().map(|side| side.p0).collect();
    contour.is_closed.then_some(corners)
}

/// The lines and curves of a contour that are long enough to be some.
fn segments(contour: &Contour) -> Vec<PathSeg> {
    let is_there = |segment: &PathSeg| segment.bounding_box().size().to_vec2().hypot() > FLAT_MM;
    contour.path.segments().filter(is_there).collect()
}

/// A segment as a straight line, if it is one.
fn straight(segment: PathSeg) -> Option<Line> {
    let line = Line::new(segment.start(), segment.end());
    let chord = line.p1 - line.p0;
    let is_near = |point: Point| (chord.cross(point - line.p0) / chord.hypot()).abs() <= FLAT_MM;
    let is_straight = match segment {
        PathSeg::Line(_) => true,
        PathSeg::Quad(curve) => chord.hypot() > FLAT_MM && is_near(curve.p1),
        PathSeg::Cubic(curve) => chord.hypot() > FLAT_MM && is_near(curve.p1) && is_near(curve.p2),
    };
    is_straight.then_some(line)
}

/// The direction of a segment at its beginning (0) or its end (1).
fn way(segment: PathSeg, t: f64) -> Vec2 {
    let chord = segment.end() - segment.start();
    let along = match segment {
        PathSeg::Line(_) => chord,
        PathSeg::Quad(curve) => curve.deriv().eval(t).to_vec2(),
        PathSeg::Cubic(curve) => curve.deriv().eval(t).to_vec2(),
    };
    // A handle that lies on its end says nothing.
    if along.hypot() > 1e-9 { along } else { chord }
}

/// The least radius of a bend, in millimetres.
fn tightest_bend(segment: PathSeg) -> f64 {
    if straight(segment).is_some() {
        return f64::INFINITY;
    }
    (0..=N_BENDS)
        .map(|n| {
            let t = f64::from(n) / f64::from(N_BENDS);
            let curvature = match segment {
                PathSeg::Line(_) => 0.0,
                PathSeg::Quad(curve) => curve.curvature(t),
                PathSeg::Cubic(curve) => curve.curvature(t),
            };
            1.0 / curvature.abs()
        })
        .filter(|radius| !radius.is_nan())
        .fold(f64::INFINITY, f64::min)
}

fn four_sides(contour: &Contour) -> Option<Rectangle> {
    let sides = sides(contour);
    let lines: Vec<Line> = sides.iter().copied().flatten().collect();
    let [first, ..] = lines.as_slice() else {
        return None;
    };
    let least = libm::sin(ANGLE_DEGREES.to_radians());
    let turns_right = |one: &Line, next: &Line| {
        let (one, next) = ((one.p1 - one.p0).normalize(), (next.p1 - next.p0).normalize());
        (one.dot(next).abs() <= least).then(|| one.cross(next) > 0.0)
    };
    let next = lines.iter().cycle().skip(1);
    let turns: Option<Vec<bool>> = lines
        .iter()
        .zip(next)
        .map(|(one, next)| turns_right(one, next))
        .collect();
    let turns = turns?;
    let goes_one_way = turns.iter().all(|turn| *turn == turns[0]);
    if lines.len() != 4 || !goes_one_way {
        return None;
    }
    let along = (first.p1 - first.p0).normalize();
    let across = Vec2::new(-along.y, along.x);
    let extent = |way: Vec2| {
        let places = contour
            .path
            .segments()
            .flat_map(|segment| [0.0, 0.25, 0.5, 0.75, 1.0].map(|t| segment.eval(t).to_vec2().dot(way)));
        let (least, most) = places.fold((f64::INFINITY, f64::NEG_INFINITY), |(least, most), place| {
            (least.min(place), most.max(place))
        });
        most - least
    };
    let (width, height) = (extent(along), extent(across));
    // Round corners take little away: less than 22 % of the square of half the shorter side at each.
    let taken = 4.0 * 0.22 * libm::pow(width.min(height) / 2.0, 2.0);
    (contour.area() >= width * height - taken).then_some(Rectangle { width, height })
}

/// The straight sides of a contour in order, with nothing for each curve between; pieces of one side are one.
fn sides(contour: &Contour) -> Vec<Option<Line>> {
    let least = libm::sin(ANGLE_DEGREES.to_radians());
    let goes_on = |one: &Line, next: &Line| {
        let (one, next) = (one.p1 - one.p0, next.p1 - next.p0);
        one.dot(next) > 0.0 && one.cross(next).abs() <= least * one.hypot() * next.hypot()
    };
    let mut sides: Vec<Option<Line>> = Vec::new();
    for segment in segments(contour) {
        match (sides.last_mut(), straight(segment)) {
            (Some(Some(last)), Some(line)) if goes_on(last, &line) => last.p1 = line.p1,
            (_, side) => sides.push(side),
        }
    }
    if let [Some(first), .., Some(last)] = sides.as_mut_slice()
        && goes_on(last, first)
    {
        first.p0 = last.p0;
        sides.pop();
    }
    sides
}
