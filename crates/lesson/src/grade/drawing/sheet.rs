//! What lies on the sheet, ready to be measured.

use super::TOUCHING_MM;
use crate::check::Work;
use design::document::{Document, Shape, ShapeId};
use design::letters::{Letters, Missing};
use design::nesting::{CutContour, cut_contours};
use design::outline::{Contour, Outline, outline};
use design::recognise::{Rectangle, circle, rectangle};
use kurbo::Rect;

/// A drawing with what was found out about it.
pub(super) struct Sheet<'drawing> {
    pub document: &'drawing Document,
    /// Every shape, in the order of the drawing.
    pub drawn: Vec<Drawn<'drawing>>,
    /// What is cut.
    pub contours: Vec<CutContour>,
}

/// A shape with what was found out about it.
pub(super) struct Drawn<'drawing> {
    pub shape: &'drawing Shape,
    outline: Outline,
    /// Its sides, if it is a rectangle.
    pub rectangle: Option<Rectangle>,
    /// Its diameter in millimetres, if it is a circle.
    pub circle: Option<f64>,
}

impl<'drawing> Sheet<'drawing> {
    pub fn new(document: &'drawing Document, letters: &Letters) -> Self {
        let drawn = |shape: &'drawing Shape| {
            let outline = outline(shape, letters);
            Drawn {
                rectangle: rectangle(shape, &outline),
                circle: circle(shape, &outline),
                shape,
                outline,
            }
        };
        Self {
            document,
            drawn: document.shapes().into_iter().map(drawn).collect(),
            contours: cut_contours(document, letters),
        }
    }

    pub fn of(&self, id: ShapeId) -> Option<&Drawn<'drawing>> {
        self.drawn.iter().find(|drawn| drawn.shape.id == id)
    }

    /// All but what is ignored.
    pub fn made(&self) -> impl Iterator<Item = &Drawn<'drawing>> {
        self.drawn.iter().filter(|drawn| drawn.work() != Work::Ignore)
    }

    pub fn largest_rectangle(&self) -> Option<&Drawn<'drawing>> {
        let area = |drawn: &Drawn<'_>| drawn.rectangle.map_or(0.0, |sides| sides.width * sides.height);
        self.made()
            .filter(|drawn| drawn.rectangle.is_some())
            .max_by(|one, other| area(one).total_cmp(&area(other)))
    }

    /// The outlines of pieces that lie in no other.
    pub fn outer_contours(&self) -> impl Iterator<Item = &CutContour> {
        self.contours
            .iter()
            .filter(|cut| cut.depth == 0 && cut.contour.is_closed)
    }
}

impl Drawn<'_> {
    pub fn work(&self) -> Work {
        Work::of(self.shape.operation)
    }

    pub fn bounds(&self) -> Option<Rect> {
        self.outline.bounds()
    }

    /// Whether it is a text whose letters have not been read.
    pub fn lacks_letters(&self) -> bool {
        self.outline
            .missing
            .iter()
            .any(|missing| matches!(missing, Missing::Font(_)))
    }

    /// Whether it lies wholly inside a rectangle; touching is allowed.
    pub fn lies_in(&self, rectangle: &Self) -> bool {
        let [around] = rectangle.outline.contours.as_slice() else {
            return false;
        };
        let is_same = |contour: &Contour| {
            let (one, other) = (contour.bounds(), around.bounds());
            let apart = [
                one.x0 - other.x0,
                one.y0 - other.y0,
                one.x1 - other.x1,
                one.y1 - other.y1,
            ];
            apart.into_iter().all(|apart| apart.abs() <= TOUCHING_MM)
                && contour.area() <= around.area() + 1e-6
        };
        self.outline
            .contours
            .iter()
            .all(|contour| around.is_around(contour) || is_same(contour))
    }
}

/// The box around some shapes.
pub(super) fn bounds(drawn: &[&Drawn<'_>]) -> Option<Rect> {
    drawn
        .iter()
        .filter_map(|drawn| drawn.bounds())
        .reduce(|all, one| all.union(one))
}
