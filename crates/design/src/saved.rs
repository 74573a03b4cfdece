//! The saved form of a drawing: JSON with a version, which later versions of Fabrique read forever.
//!
//! ```json
//! {"drawing": 1, "name": "Mon porte-clé", "page": [80.0, 50.0], "next_id": 3, "items": [
//!   {"id": 0, "kind": "rectangle", "size": [60.0, 25.0], "corners": 5.0, "at": [10.0, 12.0], "operation": "cut"},
//!   {"id": 1, "kind": "group", "name": "Dos"},
//!   {"id": 2, "in": 1, "kind": "ellipse", "size": [5.0, 5.0], "at": [16.0, 24.5], "operation": "cut"}]}
//! ```
//!
//! Lengths are millimetres. Items stand in the order of the drawing, each group before what is `in` it, so that no
//! depth of groups is too deep for a reader. What is not said is as it is in a new shape.

mod item;

use crate::document::{Document, Group, Item, Material, ShapeId, Size};
use crate::length::Mm;
use item::{read_item, written_items};
use serde_json::{Map, Value, json};
use std::collections::BTreeSet;
use words::Language;

/// The version that is written.
pub const VERSION: u64 = 1;

/// Ids are below it: there is room above for all a drawing will ever need.
const MOST_ID: u64 = 1 << 31;

/// Why a saved drawing cannot be opened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReadProblem {
    /// It is something else, or broken.
    NotADrawing,
    /// A newer Fabrique saved it. It has to be kept as it is.
    Newer,
}

impl ReadProblem {
    /// What is wrong and what to do next.
    #[must_use]
    pub fn sentence(self, language: Language) -> &'static str {
        crate::words::saved::sentence(self, language)
    }
}

/// A drawing as it is saved, on one line.
#[must_use]
pub fn write(document: &Document) -> String {
    let mut saved = Map::new();
    saved.insert("drawing".to_owned(), VERSION.into());
    if !document.name.is_empty() {
        saved.insert("name".to_owned(), document.name.as_str().into());
    }
    saved.insert("page".to_owned(), size(document.page));
    if let Some(material) = &document.material {
        let material = json!({"name": material.name, "thickness": material.thickness.value()});
        saved.insert("material".to_owned(), material);
    }
    saved.insert("next_id".to_owned(), document.next_id.into());
    saved.insert("items".to_owned(), written_items(&document.items).into());
    Value::Object(saved).to_string()
}

/// A saved drawing.
///
/// # Errors
/// Says why it cannot be opened.
pub fn read(saved: &str) -> Result<Document, ReadProblem> {
    let saved: Value = serde_json::from_str(saved).map_err(|_| ReadProblem::NotADrawing)?;
    match saved.get("drawing").and_then(Value::as_u64) {
        Some(VERSION) => read_first_version(&saved).ok_or(ReadProblem::NotADrawing),
        Some(newer) if newer > VERSION => Err(ReadProblem::Newer),
        _ => Err(ReadProblem::NotADrawing),
    }
}

fn read_first_version(saved: &Value) -> Option<Document> {
    let mut document = Document {
        name: read_text(saved, "name")?,
        page: read_size(saved.get("page")?)?,
        material: match saved.get("material") {
            Some(material) => Some(Material {
                name: read_text(material, "name")?,
                thickness: read_length(material.get("thickness")?)?,
            }),
            None => None,
        },
        items: Vec::new(),
        next_id: read_id(saved.get("next_id")?)?,
    };
    let mut tree = Tree::default();
    for saved in saved.get("items")?.as_array()? {
        tree.put(saved)?;
    }
    document.items = tree.items()?;
    document.next_id = tree.next_id.max(document.next_id);
    Some(document)
}

/// The items that are read so far.
#[derive(Default)]
struct Tree {
    top: Vec<Item>,
    /// The groups that the next item may be in, the outermost first.
    open: Vec<Group>,
    taken: BTreeSet<u32>,
    /// Above all ids.
    next_id: u32,
}

impl Tree {
    fn put(&mut self, saved: &Value) -> Option<()> {
        let id = read_id(saved.get("id")?)?;
        if !self.taken.insert(id) {
            return None;
        }
        self.next_id = self.next_id.max(id + 1);
        match saved.get("in") {
            Some(group) => self.close_down_to(Some(ShapeId(read_id(group)?)))?,
            None => self.close_down_to(None)?,
        }
        match read_item(saved, ShapeId(id))? {
            Item::Group(group) => self.open.push(group),
            shape @ Item::Shape(_) => self.add(shape),
        }
        Some(())
    }

    /// Closes the groups that are open inside one, or all.
    fn close_down_to(&mut self, group: Option<ShapeId>) -> Option<()> {
        while self.open.last().map(|last| last.id) != group {
            let closed = self.open.pop()?;
            self.add(Item::Group(closed));
        }
        Some(())
    }

    fn add(&mut self, item: Item) {
        match self.open.last_mut() {
            Some(group) => group.items.push(item),
            None => self.top.push(item),
        }
    }

    fn items(&mut self) -> Option<Vec<Item>> {
        self.close_down_to(None)?;
        Some(std::mem::take(&mut self.top))
    }
}

fn size(size: Size) -> Value {
    json!([size.width.value(), size.height.value()])
}

fn read_id(saved: &Value) -> Option<u32> {
    let id = saved.as_u64().filter(|id| *id <= MOST_ID)?;
    u32::try_from(id).ok()
}

fn read_size(saved: &Value) -> Option<Size> {
    let (width, height) = read_two(saved)?;
    Some(Size { width, height })
}

fn read_two(saved: &Value) -> Option<(Mm, Mm)> {
    match saved.as_array()?.as_slice() {
        [first, second] => Some((read_length(first)?, read_length(second)?)),
        _ => None,
    }
}

fn read_length(saved: &Value) -> Option<Mm> {
    saved.as_f64().map(Mm::new)
}

/// A text, empty where it is not said.
fn read_text(saved: &Value, key: &str) -> Option<String> {
    match saved.get(key) {
        Some(text) => text.as_str().map(str::to_owned),
        None => Some(String::new()),
    }
}
