//! The letters: files that come when the bench is opened, the handwritten ones when they are first wanted.

use design::document::{Document, Font, Form};

/// The fonts a drawing writes in.
pub fn fonts_of(document: &Document) -> Vec<Font> {
    let shapes = document.shapes();
    let is_used = |font: &Font| {
        shapes
            .iter()
            .any(|shape| matches!(&shape.form, Form::Text { font: used, .. } if used == font))
    };
    Font::ALL.into_iter().filter(is_used).collect()
}
