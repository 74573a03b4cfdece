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
            // A free path has no better name than that of what it is part of.
            Some(Item::Shape(shape)) if matches!(shape.form, Form::Path { .. }) => {
                group_name(&document.items, id).map_or(Self::Path, |name| Self::Named(name.to_owned()))
            }
            Some(Item::Shape(shape)) => Self::of_shape(shape),
        }
    }

    /// Of a shape itself, whatever group it is in.
    #[must_use]
    pub fn of_shape(shape: &Shape) -> Self {
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

/// The name of the nearest group around a shape that has one.
fn group_name(items: &[Item], id: ShapeId) -> Option<&str> {
    items.iter().find_map(|item| match item {
        Item::Group(group) if item.holds(id) => group_name(&group.items, id).or_else(|| {
            let name = group.name.trim();
            (!name.is_empty()).then_some(name)
        }),
        _ => None,
    })
}
