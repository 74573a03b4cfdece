//! The test piece that a kerf is measured with: strips cut side by side, once along x and once along y. Pushed together
//! again they are shorter than what was drawn, by the kerf of each cut.

use crate::document::{Document, Form, Item, Operation, Point, Shape, ShapeId, Side, Size};
use crate::length::{Degrees, Mm};

/// How many strips there are each way.
pub const N_STRIPS: u16 = 10;

/// How long all strips of one way are together, as drawn, in millimetres.
pub const LENGTH_MM: f64 = 100.0;

/// A kerf wider than this, in millimetres, is no kerf of a laser (foam, the widest, has 1 mm).
pub const MOST_KERF_MM: f64 = 1.0;

/// Around and between the two rows of strips, and how wide a row is, in millimetres.
const MARGIN_MM: f64 = 5.0;
const WIDTH_MM: f64 = 20.0;

/// A length that no kerf explains.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum KerfProblem {
    /// As long as drawn or longer, in millimetres: strips lose some of their length.
    TooLong(f64),
    /// So short, in millimetres, that each cut would have taken more than [`MOST_KERF_MM`].
    TooShort(f64),
}

/// The kerf, where the strips are so long in millimetres when they are pushed together. Each strip has lost half a kerf
/// at either end.
///
/// # Errors
///
/// No laser leaves strips of this length.
pub fn kerf_of(strips_together: f64) -> Result<Mm, KerfProblem> {
    let kerf = (LENGTH_MM - strips_together) / f64::from(N_STRIPS);
    if kerf <= 0.0 {
        Err(KerfProblem::TooLong(strips_together))
    } else if kerf > MOST_KERF_MM {
        Err(KerfProblem::TooShort(strips_together))
    } else {
        Ok(Mm::new(kerf))
    }
}

/// The test piece. It is cut on the line, that is with [`crate::kerf::Kerf::NONE`].
#[must_use]
pub fn coupon() -> Document {
    let lower = 2.0 * MARGIN_MM + WIDTH_MM;
    let mut document = Document {
        page: Size {
            width: Mm::new(LENGTH_MM + 2.0 * MARGIN_MM),
            height: Mm::new(lower + LENGTH_MM + MARGIN_MM),
        },
        ..Document::default()
    };
    let point = |x: f64, y: f64| Point {
        x: Mm::new(x),
        y: Mm::new(y),
    };
    let strip = LENGTH_MM / f64::from(N_STRIPS);
    let mut forms = Vec::new();
    for number in 1..N_STRIPS {
        let along = MARGIN_MM + strip * f64::from(number);
        let down = lower + strip * f64::from(number);
        forms.push((
            point(along, MARGIN_MM),
            Form::Line {
                to: point(0.0, WIDTH_MM),
            },
        ));
        forms.push((
            point(MARGIN_MM, down),
            Form::Line {
                to: point(WIDTH_MM, 0.0),
            },
        ));
    }
    for (top, width, height) in [(MARGIN_MM, LENGTH_MM, WIDTH_MM), (lower, WIDTH_MM, LENGTH_MM)] {
        let size = Size {
            width: Mm::new(width),
            height: Mm::new(height),
        };
        let corners = Mm::ZERO;
        forms.push((point(MARGIN_MM, top), Form::Rectangle { size, corners }));
    }
    for (at, form) in forms {
        document.items.push(Item::Shape(Shape {
            id: ShapeId(document.next_id),
            form,
            at,
            turned: Degrees::ZERO,
            is_mirrored: false,
            operation: Operation::Cut(Side::ByDepth),
            tabs: None,
        }));
        document.next_id += 1;
    }
    document
}
