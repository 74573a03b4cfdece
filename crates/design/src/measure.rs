//! Sizes and distances one wants to see beside a shape in hand.

use crate::document::{Document, Form, ShapeId};
use crate::letters::Letters;
use crate::outline::{Outline, outline};
use kurbo::{Point, Rect};

/// What a dimension measures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Measured {
    /// From its left to its right.
    Width,
    /// From its top to its bottom.
    Height,
    /// Across a circle.
    Diameter,
    /// Along a line.
    Length,
    /// From the edge of what is around it to its near edge, or to its centre for a circle.
    ToEdge,
}

/// A distance to be drawn.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Dimension {
    /// What it measures.
    pub measured: Measured,
    /// Where it begins, on the sheet.
    pub from: Point,
    /// Where it ends.
    pub to: Point,
}

impl Dimension {
    /// How long it is, in millimetres.
    pub fn length(&self) -> f64 {
        libm::hypot(self.to.x - self.from.x, self.to.y - self.from.y)
    }
}

/// The dimensions of a shape in hand: its own, and how far it is from the edges of what it lies in.
pub fn dimensions(document: &Document, letters: &Letters, id: ShapeId) -> Vec<Dimension> {
    let Some(shape) = document.shape(id) else {
        return Vec::new();
    };
    let own = outline(shape, letters);
    let Some(bounds) = own.bounds() else {
        return Vec::new();
    };
    let dimension = |measured, from: (f64, f64), to: (f64, f64)| Dimension {
        measured,
        from: from.into(),
        to: to.into(),
    };
    let middle = bounds.center();
    let is_circle = matches!(shape.form, Form::Ellipse { size } if size.width == size.height);
    let mut dimensions = Vec::new();
    match shape.form {
        Form::Line { .. } => {
            if let Some((from, to)) = own.contours.first().and_then(|contour| contour.ends()) {
                dimensions.push(Dimension {
                    measured: Measured::Length,
                    from,
                    to,
                });
            }
        }
        _ if is_circle => {
            dimensions.push(dimension(
                Measured::Diameter,
                (bounds.x0, middle.y),
                (bounds.x1, middle.y),
            ));
        }
        _ => {
            dimensions.push(dimension(
                Measured::Width,
                (bounds.x0, bounds.y1),
                (bounds.x1, bounds.y1),
            ));
            // A text's height is that of its capitals, which its field says.
            if !matches!(shape.form, Form::Text { .. }) {
                dimensions.push(dimension(
                    Measured::Height,
                    (bounds.x1, bounds.y0),
                    (bounds.x1, bounds.y1),
                ));
            }
        }
    }
    if let Some(around) = around(document, letters, id, &own) {
        let near = if is_circle {
            (middle.x, middle.y)
        } else {
            (bounds.x0, bounds.y0)
        };
        dimensions.push(dimension(
            Measured::ToEdge,
            (around.x0, middle.y),
            (near.0, middle.y),
        ));
        // Over a circle its diameter is written.
        if !is_circle {
            dimensions.push(dimension(
                Measured::ToEdge,
                (middle.x, around.y0),
                (middle.x, near.1),
            ));
        }
    }
    dimensions
}

/// The box of the smallest closed shape around one.
fn around(document: &Document, letters: &Letters, id: ShapeId, own: &Outline) -> Option<Rect> {
    let bounds = own.bounds()?;
    document
        .shapes()
        .into_iter()
        .filter(|shape| shape.id != id)
        .filter_map(|shape| {
            let outline = outline(shape, letters);
            let is_closed = outline.contours.iter().any(|contour| contour.is_closed);
            outline.bounds().filter(|_| is_closed)
        })
        .filter(|other| *other != bounds && other.union(bounds) == *other)
        .min_by(|one, other| one.area().total_cmp(&other.area()))
}
