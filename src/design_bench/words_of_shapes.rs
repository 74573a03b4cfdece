//! How a shape is called, and its size in a few words, as the tree, the panels and the screen reader say it.

use crate::i18n::design_bench::DesignWords;
use design::document::{Form, Item, Operation, Shape};
use design::letters::Letters;
use design::outline::outline;
use words::{Language, number};

/// What kind of form it is: "Rectangle", "Cercle".
pub fn form_word(form: &Form) -> DesignWords {
    match form {
        Form::Rectangle { .. } => DesignWords::Rectangle,
        Form::Ellipse { size } if size.width == size.height => DesignWords::Circle,
        Form::Ellipse { .. } => DesignWords::Ellipse,
        Form::Line { .. } => DesignWords::Line,
        Form::Polygon { .. } => DesignWords::Polygon,
        Form::Star { .. } => DesignWords::Star,
        Form::Text { .. } => DesignWords::Text,
        Form::Path { .. } => DesignWords::Form,
    }
}

/// The icon of a form.
pub fn form_icon(form: &Form) -> &'static str {
    match form {
        Form::Rectangle { .. } => "rectangle-horizontal",
        Form::Ellipse { .. } => "circle",
        Form::Line { .. } => "slash",
        Form::Polygon { .. } => "hexagon",
        Form::Star { .. } => "star",
        Form::Text { .. } => "type",
        Form::Path { .. } => "pen-tool",
    }
}

/// The name of a shape: "Rectangle", or "Texte « SAMI »".
pub fn shape_name(shape: &Shape, language: Language) -> String {
    let word = form_word(&shape.form).text(language);
    match &shape.form {
        Form::Text { text, .. } => match language {
            Language::French => format!("{word} «\u{a0}{text}\u{a0}»"),
            Language::English => format!("{word} “{text}”"),
        },
        _ => word.to_owned(),
    }
}

/// The name of an item: a group's own, or what it is.
pub fn item_name(item: &Item, language: Language) -> String {
    match item {
        Item::Shape(shape) => shape_name(shape, language),
        Item::Group(group) if group.name.is_empty() => DesignWords::Group.text(language).to_owned(),
        Item::Group(group) => group.name.clone(),
    }
}

/// Its size: "60 × 25 mm", "5 mm".
pub fn size_words(shape: &Shape, letters: &Letters, language: Language) -> String {
    let millimetres = |value: f64| number((value * 1_000.0).round() / 1_000.0, language);
    let one = |value: f64| format!("{}\u{a0}mm", millimetres(value));
    let two = |width: f64, height: f64| {
        format!(
            "{}\u{a0}×\u{a0}{}\u{a0}mm",
            millimetres(width),
            millimetres(height)
        )
    };
    match &shape.form {
        Form::Rectangle { size, .. } => two(size.width.value(), size.height.value()),
        Form::Ellipse { size } if size.width == size.height => one(size.width.value()),
        Form::Ellipse { size } => two(size.width.value(), size.height.value()),
        Form::Line { to } => one(libm::hypot(to.x.value(), to.y.value())),
        Form::Polygon { diameter, .. } | Form::Star { diameter, .. } => one(diameter.value()),
        Form::Text { capital_height, .. } => one(capital_height.value()),
        Form::Path { .. } => {
            let bounds = outline(shape, letters).bounds().unwrap_or_default();
            two(bounds.width(), bounds.height())
        }
    }
}

/// What the machine does, in a word.
pub fn operation_word(operation: Operation) -> DesignWords {
    match operation {
        Operation::Cut(_) => DesignWords::Cut,
        Operation::Score => DesignWords::Score,
        Operation::Engrave => DesignWords::Engrave,
        Operation::Ignore => DesignWords::Ignore,
    }
}

/// As styles and tests name an operation.
pub fn operation_name(operation: Operation) -> &'static str {
    match operation {
        Operation::Cut(_) => "cut",
        Operation::Score => "score",
        Operation::Engrave => "engrave",
        Operation::Ignore => "ignore",
    }
}
