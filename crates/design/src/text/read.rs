//! Lines to a drawing: indentation, groups, what is said of the whole.

use super::ids::keep_ids;
use super::line::{Said, Slip, read_line};
use super::problem::{TextProblem, TextProblemKind};
use super::tokens::{is_space, tokens};
use super::vocabulary::Keyword;
use super::{MOST_NESTING, MOST_TEXT_BYTES};
use crate::document::{Document, Group, Item, Material, ShapeId, Size};
use crate::edit::MOST_SHAPES;

/// What came of a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Read {
    /// The drawing, of all lines that could be read.
    pub document: Document,
    /// What is wrong with the others, in the order of the text.
    pub problems: Vec<TextProblem>,
}

/// Reads a drawing in either language, or in both mixed. Reading never fails: a line that fits nothing is a problem,
/// the rest is read.
///
/// With the drawing as it was before, its shapes and groups keep their ids where they are found again, and new ones
/// get new ids; without it, ids count from 0 in the order of the text. A text that is too long, or has too many
/// shapes, leaves the drawing as it was before. So does a text without a `page` line leave the sheet.
#[must_use]
pub fn read(text: &str, before: Option<&Document>) -> Read {
    if text.len() > MOST_TEXT_BYTES {
        return refused(TextProblemKind::TooLong, before);
    }
    let mut reader = Reader::default();
    for line in text.replace("\r\n", "\n").replace('\r', "\n").split('\n') {
        reader.line_number += 1;
        reader.line(line);
        if reader.n_shapes > MOST_SHAPES {
            return refused(TextProblemKind::TooMany, before);
        }
    }
    reader.leave_groups(0);
    if reader.page.is_none() {
        reader.line_number = 1;
        reader.problem((1, TextProblemKind::NoPage));
    }
    let mut document = Document {
        name: reader.name.unwrap_or_default(),
        page: reader
            .page
            .or(before.map(|before| before.page))
            .unwrap_or_default(),
        material: reader.material,
        items: reader.top,
        next_id: 0,
    };
    keep_ids(&mut document, before);
    Read {
        document,
        problems: reader.problems,
    }
}

fn refused(kind: TextProblemKind, before: Option<&Document>) -> Read {
    let problem = TextProblem {
        line: 1,
        column: 1,
        kind,
    };
    Read {
        document: before.cloned().unwrap_or_default(),
        problems: vec![problem],
    }
}

#[derive(Default)]
struct Reader {
    line_number: usize,
    problems: Vec<TextProblem>,
    name: Option<String>,
    page: Option<Size>,
    material: Option<Material>,
    top: Vec<Item>,
    /// The groups that are being read, the outermost first, each with the indent of its own line.
    open: Vec<(usize, Group)>,
    n_shapes: usize,
}

impl Reader {
    fn problem(&mut self, (column, kind): Slip) {
        let line = self.line_number;
        self.problems.push(TextProblem { line, column, kind });
    }

    fn line(&mut self, line: &str) {
        let rest = line.trim_start_matches(is_space);
        let margin = &line[..line.len() - rest.len()];
        let column = margin.chars().count() + 1;
        let found = match tokens(rest, column) {
            Ok(found) if found.is_empty() => return,
            Ok(found) => found,
            Err(slip) => return self.problem(slip),
        };
        let indent = margin.chars().map(width).sum();
        self.leave_groups(indent);
        let mut slips = Vec::new();
        let said = read_line(&found, &mut slips);
        slips.into_iter().for_each(|slip| self.problem(slip));
        match said {
            Ok(Said::Name(name)) => self.once(column, Keyword::Drawing, name, |reader| &mut reader.name),
            Ok(Said::Page(page)) => self.once(column, Keyword::Page, page, |reader| &mut reader.page),
            Ok(Said::Material(material)) => {
                self.once(column, Keyword::Material, material, |reader| &mut reader.material);
            }
            Ok(Said::Shape(shape)) => {
                self.check_level(indent, column);
                self.n_shapes += 1;
                self.put(Item::Shape(shape));
            }
            Ok(Said::Group(name)) => {
                self.check_level(indent, column);
                if self.open.len() >= MOST_NESTING {
                    return self.problem((column, TextProblemKind::TooDeep));
                }
                let group = Group {
                    id: ShapeId(0),
                    name,
                    items: Vec::new(),
                };
                self.open.push((indent, group));
            }
            Err(slip) => self.problem(slip),
        }
    }

    /// Something that is said of the whole drawing.
    fn once<T>(&mut self, column: usize, keyword: Keyword, value: T, place: fn(&mut Self) -> &mut Option<T>) {
        if place(self).is_some() {
            self.problem((column, TextProblemKind::Twice { keyword }));
        } else {
            *place(self) = Some(value);
        }
    }

    fn check_level(&mut self, indent: usize, column: usize) {
        if indent > 0 && self.open.is_empty() {
            self.problem((column, TextProblemKind::NoGroupAbove));
        }
    }

    /// Closes the groups that a line with this indent is not in.
    fn leave_groups(&mut self, indent: usize) {
        while let Some((_, group)) = self.open.pop_if(|(of_group, _)| *of_group >= indent) {
            self.put(Item::Group(group));
        }
    }

    fn put(&mut self, item: Item) {
        match self.open.last_mut() {
            Some((_, group)) => group.items.push(item),
            None => self.top.push(item),
        }
    }
}

/// How far a character of the margin indents, in columns.
fn width(character: char) -> usize {
    match character {
        '\t' => 2,
        '\u{feff}' | '\u{200b}' | '\u{2060}' => 0,
        _ => 1,
    }
}
