//! What can be drawn and cut at all: the least and the most, and why something is refused.

use crate::document::{Form, Point, Segment};
use crate::length::Mm;

/// The least a side of a shape may measure, in millimetres: thinner than the line of any laser.
pub const LEAST_SIDE: f64 = 0.1;

/// The most a side of a shape or a sheet may measure, in millimetres: larger than any bed of a workshop.
pub const MOST_SIDE: f64 = 10_000.0;

/// How many corners or points a shape may have.
pub const CORNERS: (u16, u16) = (3, 100);

/// How many shapes a drawing may have: beyond it an old computer cannot keep up.
pub const MOST_SHAPES: usize = 10_000;

/// The longest text of a shape, in characters.
pub const LONGEST_TEXT: usize = 200;

/// Why an edit cannot be done. The drawing is as it was.
#[derive(Clone, Debug, PartialEq)]
pub enum Refusal {
    /// A side would be 0 or less, or thinner than [`LEAST_SIDE`].
    TooSmall,
    /// A side would be longer than [`MOST_SIDE`].
    TooLarge,
    /// A polygon or a star would have too few or too many corners.
    Corners,
    /// A text would be empty.
    NoText,
    /// A text would be longer than [`LONGEST_TEXT`].
    LongText,
    /// The drawing would have more shapes than [`MOST_SHAPES`].
    TooMany,
    /// There is nothing to do it to: it is gone meanwhile, or nothing was chosen.
    Nothing,
}

/// Whether a side can be cut.
///
/// # Errors
///
/// Says why not.
pub fn check_side(side: Mm) -> Result<(), Refusal> {
    if side.value() < LEAST_SIDE {
        return Err(Refusal::TooSmall);
    }
    if side.value() > MOST_SIDE {
        return Err(Refusal::TooLarge);
    }
    Ok(())
}

/// Whether a form can be drawn and cut.
///
/// # Errors
///
/// Says why not.
pub fn check_form(form: &Form) -> Result<(), Refusal> {
    let check_corners = |count: u16| {
        if (CORNERS.0..=CORNERS.1).contains(&count) {
            Ok(())
        } else {
            Err(Refusal::Corners)
        }
    };
    match form {
        Form::Rectangle { size, corners } => {
            check_side(size.width)?;
            check_side(size.height)?;
            if *corners < Mm::ZERO {
                return Err(Refusal::TooSmall);
            }
            if corners.value() > MOST_SIDE {
                return Err(Refusal::TooLarge);
            }
            Ok(())
        }
        Form::Ellipse { size } => check_side(size.width).and_then(|()| check_side(size.height)),
        Form::Line { to } => {
            let long = libm::hypot(to.x.value(), to.y.value());
            check_side(Mm::new(long))
        }
        Form::Polygon {
            sides: count,
            diameter,
        }
        | Form::Star {
            points: count,
            diameter,
        } => {
            check_corners(*count)?;
            check_side(*diameter)
        }
        Form::Text {
            text, capital_height, ..
        } => {
            if text.trim().is_empty() {
                return Err(Refusal::NoText);
            }
            if text.chars().count() > LONGEST_TEXT {
                return Err(Refusal::LongText);
            }
            check_side(*capital_height)
        }
        Form::Path { segments } => {
            if segments.len() < 2 {
                return Err(Refusal::TooSmall);
            }
            let most = MOST_SIDE;
            let is_far = |point: &Point| point.x.value().abs() > most || point.y.value().abs() > most;
            let points = segments.iter().flat_map(points_of);
            if points.into_iter().any(|point| is_far(&point)) {
                Err(Refusal::TooLarge)
            } else {
                Ok(())
            }
        }
    }
}

fn points_of(segment: &Segment) -> Vec<Point> {
    match *segment {
        Segment::Move(to) | Segment::Line(to) => vec![to],
        Segment::Curve(from, handle, to) => vec![from, handle, to],
        Segment::Close => Vec::new(),
    }
}
