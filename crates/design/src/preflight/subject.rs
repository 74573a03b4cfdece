//! What a finding is about, as people call it.

use crate::document::{Document, Form, Item, Shape, ShapeId};

/// What a finding is about, as people call it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Subject {
    /// The whole drawing.
    Drawing,
    /// Something that the learner named.
    Named(String),
    /// A group without a name.
    Group,
    /// A rectangle.
    Rectangle,
    /// A circle.
    Circle,
    /// An ellipse.
    Ellipse,
    /// A line.
    Line,
    /// A polygon.
    Polygon,
    /// A star.
    Star,
    /// A text, with its words.
    Text(String),
    /// A free path.
    Path,
}

impl Subject {
    /// Of a shape or a group.
    pub(super) fn of(document: &Document, id: ShapeId) -> Self {
        match document.find(id) {
            None => Self::Drawing,
            Some(Item::Group(group)) if group.name.trim().is_empty() => Self::Group,
            Some(Item::Group(group)) => Self::Named(group.name.trim().to_owned()),
            Some(Item::Shape(shape)) => Self::of_shape(shape),
        }
    }

    fn of_shape(shape: &Shape) -> Self {
        match &shape.form {
            Form::Rectangle { .. } => Self::Rectangle,
            Form::Ellipse { size } if size.width == size.height => Self::Circle,
            Form::Ellipse { .. } => Self::Ellipse,
            Form::Line { .. } => Self::Line,
            Form::Polygon { .. } => Self::Polygon,
            Form::Star { .. } => Self::Star,
            Form::Text { text, .. } => Self::Text(text.clone()),
            Form::Path { .. } => Self::Path,
        }
    }
}
