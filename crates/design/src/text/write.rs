//! A drawing to lines.

use super::path::written_path;
use super::tokens::{in_quotes, is_plain_name};
use super::vocabulary::Keyword;
use crate::document::{Document, Font, Form, Item, Operation, Point, Shape, ShapeId, Side, Size};
use crate::length::{Degrees, Mm};
use words::{Language, number};

/// A line of the text form.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// What is written, with its indent.
    pub text: String,
    /// The shape or group it is about; nothing for a line about the whole drawing.
    pub item: Option<ShapeId>,
}

/// A drawing in its text form, each line ended.
#[must_use]
pub fn write(document: &Document, language: Language) -> String {
    let mut text = String::new();
    for line in lines(document, language) {
        text.push_str(&line.text);
        text.push('\n');
    }
    text
}

/// The lines of a drawing, each with what it is about.
#[must_use]
pub fn lines(document: &Document, language: Language) -> Vec<Line> {
    let word = |keyword: Keyword| keyword.in_language(language);
    let mut written = Vec::new();
    if !document.name.is_empty() {
        written.push(format!(
            "{} {}",
            word(Keyword::Drawing),
            in_quotes(&document.name)
        ));
    }
    if document.page != Size::default() {
        written.push(format!("{} {}", word(Keyword::Page), by(document.page, language)));
    }
    if let Some(material) = &document.material {
        let name = match material.name.as_str() {
            name if is_plain_name(name) => name.to_owned(),
            name => in_quotes(name),
        };
        written.push(format!(
            "{} {name} {}",
            word(Keyword::Material),
            mm(material.thickness, language)
        ));
    }
    let about_all = written.into_iter().map(|text| Line { text, item: None });
    let mut lines: Vec<Line> = about_all.collect();
    write_items(&document.items, 0, language, &mut lines);
    lines
}

fn write_items(items: &[Item], depth: usize, language: Language, lines: &mut Vec<Line>) {
    for item in items {
        let text = match item {
            Item::Shape(shape) => written_shape(shape, language),
            Item::Group(group) if group.name.is_empty() => Keyword::Group.in_language(language).to_owned(),
            Item::Group(group) => {
                let word = Keyword::Group.in_language(language);
                format!("{word} {}", in_quotes(&group.name))
            }
        };
        lines.push(Line {
            text: format!("{}{text}", "  ".repeat(depth)),
            item: Some(item.id()),
        });
        if let Item::Group(group) = item {
            write_items(&group.items, depth + 1, language, lines);
        }
    }
}

/// The line of a shape, without its indent.
pub(super) fn written_shape(shape: &Shape, language: Language) -> String {
    let mut parts = vec![written_form(shape, language)];
    let word = |keyword: Keyword| keyword.in_language(language);
    match &shape.form {
        Form::Rectangle { corners, .. } if *corners != Mm::ZERO => {
            parts.push(format!("{} {}", word(Keyword::Corners), mm(*corners, language)));
        }
        Form::Text {
            font: Font::Handwritten,
            ..
        } => parts.push(format!("{} {}", word(Keyword::Font), word(Keyword::Handwritten))),
        _ => {}
    }
    if shape.turned != Degrees::ZERO {
        let angle = number(shape.turned.value(), language);
        parts.push(format!("{} {angle}°", word(Keyword::Turned)));
    }
    if shape.is_mirrored {
        parts.push(word(Keyword::Mirrored).to_owned());
    }
    if let Some(tabs) = shape.tabs {
        let (word, of) = (word(Keyword::Tabs), word(Keyword::Of));
        parts.push(format!("{word} {} {of} {}", tabs.count, mm(tabs.width, language)));
    }
    parts.push(written_operation(shape.operation, language));
    parts.join(" ; ")
}

fn written_operation(operation: Operation, language: Language) -> String {
    let word = |keyword: Keyword| keyword.in_language(language);
    match operation {
        Operation::Cut(Side::ByDepth) => word(Keyword::Cut).to_owned(),
        Operation::Cut(Side::Inside) => format!("{} {}", word(Keyword::Cut), word(Keyword::Inside)),
        Operation::Cut(Side::Outside) => format!("{} {}", word(Keyword::Cut), word(Keyword::Outside)),
        Operation::Score => word(Keyword::Score).to_owned(),
        Operation::Engrave => word(Keyword::Engrave).to_owned(),
        Operation::Ignore => word(Keyword::Ignore).to_owned(),
    }
}

fn written_form(shape: &Shape, language: Language) -> String {
    let word = |keyword: Keyword| keyword.in_language(language);
    let at = format!("{} {}", word(Keyword::At), point(shape.at, language));
    match &shape.form {
        Form::Rectangle { size, .. } => format!("{} {} {at}", word(Keyword::Rectangle), by(*size, language)),
        Form::Ellipse { size } if size.width == size.height => {
            format!("{} {} {at}", word(Keyword::Circle), mm(size.width, language))
        }
        Form::Ellipse { size } => format!("{} {} {at}", word(Keyword::Ellipse), by(*size, language)),
        Form::Line { to } => {
            let end = Point {
                x: shape.at.x + to.x,
                y: shape.at.y + to.y,
            };
            format!(
                "{} {} {} {} {}",
                word(Keyword::Line),
                word(Keyword::From),
                point(shape.at, language),
                word(Keyword::To),
                point(end, language)
            )
        }
        Form::Polygon { sides, diameter } => format!(
            "{} {sides} {} {} {at}",
            word(Keyword::Polygon),
            word(Keyword::Sides),
            mm(*diameter, language)
        ),
        Form::Star { points, diameter } => format!(
            "{} {points} {} {} {at}",
            word(Keyword::Star),
            word(Keyword::Points),
            mm(*diameter, language)
        ),
        Form::Text {
            text, capital_height, ..
        } => format!(
            "{} {} {} {at}",
            word(Keyword::Text),
            in_quotes(text),
            mm(*capital_height, language)
        ),
        Form::Path { segments } => format!(
            "{} {} {at}",
            word(Keyword::Path),
            in_quotes(&written_path(segments))
        ),
    }
}

fn mm(length: Mm, language: Language) -> String {
    format!("{} mm", number(length.value(), language))
}

fn by(size: Size, language: Language) -> String {
    format!(
        "{} x {}",
        number(size.width.value(), language),
        mm(size.height, language)
    )
}

fn point(point: Point, language: Language) -> String {
    let one = |length: Mm| number(length.value(), language);
    format!("{} {}", one(point.x), one(point.y))
}
