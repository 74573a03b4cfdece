//! Snapping: a point that comes near something worth meeting meets it, and says what.

use crate::document::{Document, Form, Point, Shape, ShapeId};
use crate::length::Mm;
use crate::letters::Letters;
use crate::outline::outline;
use kurbo::Rect;

/// Along which axis something snaps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Axis {
    /// From left to right.
    X,
    /// From top to bottom.
    Y,
}

/// What was met.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// The middle of a shape's box.
    MiddleOf(ShapeId),
    /// An edge of a shape's box.
    EdgeOf(ShapeId),
    /// An end of a line.
    EndOf(ShapeId),
    /// The middle of the sheet.
    MiddleOfSheet,
    /// An edge of the sheet.
    EdgeOfSheet,
    /// A line of the grid.
    Grid,
}

/// One snap.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Snap {
    /// Along which axis.
    pub axis: Axis,
    /// Where, in millimetres from the sheet's corner.
    pub at: f64,
    /// What was met.
    pub reason: Reason,
}

/// What there is to meet, gathered once a gesture.
#[derive(Clone, Debug, Default)]
pub struct Targets {
    x: Vec<(f64, Reason)>,
    y: Vec<(f64, Reason)>,
    grid: f64,
}

impl Targets {
    /// What a gesture on some shapes can meet: everything else on the sheet, the sheet, and a grid of so many
    /// millimetres (0 for none).
    pub fn new(document: &Document, letters: &Letters, without: &[ShapeId], grid: f64) -> Self {
        let mut targets = Self {
            grid,
            ..Self::default()
        };
        let (width, height) = (document.page.width.value(), document.page.height.value());
        targets.x.extend([
            (0.0, Reason::EdgeOfSheet),
            (width / 2.0, Reason::MiddleOfSheet),
            (width, Reason::EdgeOfSheet),
        ]);
        targets.y.extend([
            (0.0, Reason::EdgeOfSheet),
            (height / 2.0, Reason::MiddleOfSheet),
            (height, Reason::EdgeOfSheet),
        ]);
        for item in &document.items {
            if without.iter().any(|id| item.holds(*id)) {
                continue;
            }
            for shape in item.shapes() {
                targets.add(shape, letters);
            }
        }
        targets
    }

    fn add(&mut self, shape: &Shape, letters: &Letters) {
        let Some(bounds) = outline(shape, letters).bounds() else {
            return;
        };
        let id = shape.id;
        let edge = if matches!(shape.form, Form::Line { .. }) {
            Reason::EndOf(id)
        } else {
            Reason::EdgeOf(id)
        };
        self.x.extend([
            (bounds.center().x, Reason::MiddleOf(id)),
            (bounds.x0, edge),
            (bounds.x1, edge),
        ]);
        self.y.extend([
            (bounds.center().y, Reason::MiddleOf(id)),
            (bounds.y0, edge),
            (bounds.y1, edge),
        ]);
    }

    /// A point where it snaps: each axis by itself, never farther than `radius` millimetres. Shapes come before the
    /// grid, of two the nearer one.
    pub fn point(&self, at: kurbo::Point, radius: f64) -> (kurbo::Point, Vec<Snap>) {
        let (x, snap_x) = self.nearest(Axis::X, &[at.x], radius);
        let (y, snap_y) = self.nearest(Axis::Y, &[at.y], radius);
        let snapped = kurbo::Point::new(at.x + x, at.y + y);
        (snapped, snap_x.into_iter().chain(snap_y).collect())
    }

    /// How far a box has to move to snap with its edges or its middle, never farther than `radius` millimetres.
    pub fn movement(&self, moved: Rect, radius: f64) -> (kurbo::Vec2, Vec<Snap>) {
        let middle = moved.center();
        let (x, snap_x) = self.nearest(Axis::X, &[middle.x, moved.x0, moved.x1], radius);
        let (y, snap_y) = self.nearest(Axis::Y, &[middle.y, moved.y0, moved.y1], radius);
        (kurbo::Vec2::new(x, y), snap_x.into_iter().chain(snap_y).collect())
    }

    /// The least movement along an axis that brings one of some places to a target.
    fn nearest(&self, axis: Axis, places: &[f64], radius: f64) -> (f64, Option<Snap>) {
        let targets = match axis {
            Axis::X => &self.x,
            Axis::Y => &self.y,
        };
        let mut best: Option<(f64, f64, Reason)> = None;
        for (target, reason) in targets {
            for place in places {
                let by = target - place;
                if by.abs() <= radius && best.is_none_or(|(least, ..)| by.abs() < least.abs() - 1e-9) {
                    best = Some((by, *target, *reason));
                }
            }
        }
        if let Some((by, at, reason)) = best {
            return (by, Some(Snap { axis, at, reason }));
        }
        // The grid is met by the first place alone: a box by its middle would leave its corner between two lines.
        let place = if places.len() == 3 { places[1] } else { places[0] };
        if self.grid > 0.0 {
            let at = libm::round(place / self.grid) * self.grid;
            if (at - place).abs() <= radius {
                let snap = Snap {
                    axis,
                    at,
                    reason: Reason::Grid,
                };
                return (at - place, Some(snap));
            }
        }
        (0.0, None)
    }
}

/// A point of the sheet as the drawing keeps it.
pub fn kept(point: kurbo::Point) -> Point {
    Point {
        x: Mm::new(point.x),
        y: Mm::new(point.y),
    }
}
