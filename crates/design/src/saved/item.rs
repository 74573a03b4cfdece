//! Shapes and groups in the saved form.

use super::{read_length, read_size, read_text, read_two, size};
use crate::document::{Font, Form, Group, Item, Operation, Point, Shape, ShapeId, Side, Tabs};
use crate::length::{Degrees, Mm};
use crate::text::{read_path, written_path};
use serde_json::{Map, Value, json};

/// How an operation is called.
const OPERATIONS: [(Operation, &str); 6] = [
    (Operation::Ignore, "ignore"),
    (Operation::Cut(Side::ByDepth), "cut"),
    (Operation::Cut(Side::Inside), "cut_inside"),
    (Operation::Cut(Side::Outside), "cut_outside"),
    (Operation::Score, "score"),
    (Operation::Engrave, "engrave"),
];

/// How letters are called.
const FONTS: [(Font, &str); 2] = [(Font::Plain, "plain"), (Font::Handwritten, "handwritten")];

/// Items in the order of the drawing, each with the group it is in.
pub(super) fn written_items(items: &[Item]) -> Vec<Value> {
    let mut written = Vec::new();
    write_items(items, None, &mut written);
    written
}

fn write_items(items: &[Item], group: Option<ShapeId>, written: &mut Vec<Value>) {
    for item in items {
        let mut saved = Map::new();
        let mut say = |key: &str, value: Value| {
            saved.insert(key.to_owned(), value);
        };
        say("id", item.id().0.into());
        if let Some(group) = group {
            say("in", group.0.into());
        }
        match item {
            Item::Shape(shape) => say_shape(shape, &mut say),
            Item::Group(group) => {
                say("kind", "group".into());
                if !group.name.is_empty() {
                    say("name", group.name.as_str().into());
                }
            }
        }
        written.push(Value::Object(saved));
        if let Item::Group(group) = item {
            write_items(&group.items, Some(group.id), written);
        }
    }
}

fn say_shape(shape: &Shape, say: &mut impl FnMut(&str, Value)) {
    say_form(&shape.form, say);
    say("at", point(shape.at));
    if shape.turned != Degrees::ZERO {
        say("turned", shape.turned.value().into());
    }
    if shape.is_mirrored {
        say("mirrored", true.into());
    }
    if shape.operation != Operation::default() {
        say("operation", called(&OPERATIONS, shape.operation).into());
    }
    if let Some(tabs) = shape.tabs {
        say("tabs", json!({"count": tabs.count, "width": tabs.width.value()}));
    }
}

fn say_form(form: &Form, say: &mut impl FnMut(&str, Value)) {
    let kind = match form {
        Form::Rectangle { size: sides, corners } => {
            say("size", size(*sides));
            if *corners != Mm::ZERO {
                say("corners", corners.value().into());
            }
            "rectangle"
        }
        Form::Ellipse { size: diameters } => {
            say("size", size(*diameters));
            "ellipse"
        }
        Form::Line { to } => {
            say("to", point(*to));
            "line"
        }
        Form::Polygon { sides, diameter } => {
            say("sides", (*sides).into());
            say("diameter", diameter.value().into());
            "polygon"
        }
        Form::Star { points, diameter } => {
            say("points", (*points).into());
            say("diameter", diameter.value().into());
            "star"
        }
        Form::Text {
            text,
            capital_height,
            font,
        } => {
            say("text", text.as_str().into());
            say("height", capital_height.value().into());
            if *font != Font::default() {
                say("font", called(&FONTS, *font).into());
            }
            "text"
        }
        Form::Path { segments } => {
            say("path", written_path(segments).into());
            "path"
        }
    };
    say("kind", kind.into());
}

/// An item, without what is in it.
pub(super) fn read_item(saved: &Value, id: ShapeId) -> Option<Item> {
    let kind = saved.get("kind")?.as_str()?;
    if kind == "group" {
        return Some(Item::Group(Group {
            id,
            name: read_text(saved, "name")?,
            items: Vec::new(),
        }));
    }
    Some(Item::Shape(Shape {
        id,
        form: read_form(saved, kind)?,
        at: read_point(saved.get("at")?)?,
        turned: match saved.get("turned") {
            Some(angle) => Degrees::new(angle.as_f64()?),
            None => Degrees::ZERO,
        },
        is_mirrored: match saved.get("mirrored") {
            Some(is_mirrored) => is_mirrored.as_bool()?,
            None => false,
        },
        operation: read_one_of(saved, "operation", &OPERATIONS)?,
        tabs: match saved.get("tabs") {
            Some(tabs) => Some(Tabs {
                count: read_count(tabs.get("count")?)?,
                width: read_length(tabs.get("width")?)?,
            }),
            None => None,
        },
    }))
}

fn read_form(saved: &Value, kind: &str) -> Option<Form> {
    let diameter = || read_length(saved.get("diameter")?);
    Some(match kind {
        "rectangle" => Form::Rectangle {
            size: read_size(saved.get("size")?)?,
            corners: match saved.get("corners") {
                Some(corners) => read_length(corners)?,
                None => Mm::ZERO,
            },
        },
        "ellipse" => Form::Ellipse {
            size: read_size(saved.get("size")?)?,
        },
        "line" => Form::Line {
            to: read_point(saved.get("to")?)?,
        },
        "polygon" => Form::Polygon {
            sides: read_count(saved.get("sides")?)?,
            diameter: diameter()?,
        },
        "star" => Form::Star {
            points: read_count(saved.get("points")?)?,
            diameter: diameter()?,
        },
        "text" => Form::Text {
            text: read_text(saved, "text")?,
            capital_height: read_length(saved.get("height")?)?,
            font: read_one_of(saved, "font", &FONTS)?,
        },
        "path" => Form::Path {
            segments: match saved.get("path")?.as_str()? {
                "" => Vec::new(),
                data => read_path(data).ok()?,
            },
        },
        _ => return None,
    })
}

fn called<T: Copy + PartialEq>(table: &[(T, &'static str)], value: T) -> &'static str {
    let row = table.iter().find(|(known, _)| *known == value);
    row.map_or("", |(_, name)| name)
}

/// What a word of a table stands for; its usual value where nothing is said.
fn read_one_of<T: Copy + Default>(saved: &Value, key: &str, table: &[(T, &str)]) -> Option<T> {
    let Some(word) = saved.get(key) else {
        return Some(T::default());
    };
    let word = word.as_str()?;
    table
        .iter()
        .find(|(_, name)| *name == word)
        .map(|(value, _)| *value)
}

fn read_count(saved: &Value) -> Option<u16> {
    u16::try_from(saved.as_u64()?).ok()
}

fn point(point: Point) -> Value {
    json!([point.x.value(), point.y.value()])
}

fn read_point(saved: &Value) -> Option<Point> {
    let (x, y) = read_two(saved)?;
    Some(Point { x, y })
}
