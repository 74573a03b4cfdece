//! Reading a saved program, whatever happened to it, and writing it.

use super::{Block, FieldValue, Input, InputHolds, PROGRAM_VERSION, Program, Tree};
use crate::blocks::{FieldKind, Shape};
use crate::in_order::gathered;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};

/// A saved program may have at most so many bytes.
pub const MOST_BYTES: usize = 1_000_000;
/// The most characters of an id.
const MOST_ID_CHARACTERS: usize = 64;

/// Why a text is no program this version can open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProgramFault {
    /// More than [`MOST_BYTES`].
    TooLarge {
        /// How many bytes it has.
        bytes: usize,
    },
    /// Not the JSON of a program.
    NotAProgram {
        /// Line where reading stopped, from 1; 0 when it is JSON but of something else.
        line: usize,
        /// Column there.
        column: usize,
    },
    /// Written by a newer Fabrique.
    NewerVersion {
        /// The version of its format.
        version: u64,
    },
}

/// One thing that was put right while reading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Repair {
    /// The id of the block it was in, as it is now; empty for a row that was no block.
    pub block: String,
    /// What was done.
    pub kind: RepairKind,
}

/// What can be put right.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RepairKind {
    /// A row of the table that is no block; it is left out.
    NotABlock,
    /// Its id was missing, too long or another block's; it has a new one.
    NewId,
    /// A link to a block that is not there, to one that already hangs elsewhere, or in a circle; it is cut.
    CutLink,
    /// A block stood where its kind cannot stand; it now stands by itself.
    SetApart,
    /// A number was missing or written as a word.
    Number,
}

impl Program {
    /// Reads a saved program. What can be put right is, and told; no block is lost.
    ///
    /// # Errors
    /// When the text is too long, no program, or of a newer version.
    pub fn from_json(text: &str) -> Result<(Self, Vec<Repair>), ProgramFault> {
        if text.len() > MOST_BYTES {
            return Err(ProgramFault::TooLarge { bytes: text.len() });
        }
        let value: Value = serde_json::from_str(text).map_err(|fault| ProgramFault::NotAProgram {
            line: fault.line(),
            column: fault.column(),
        })?;
        let something_else = ProgramFault::NotAProgram { line: 0, column: 0 };
        match value.get("version").and_then(Value::as_u64) {
            Some(version) if version > u64::from(PROGRAM_VERSION) => {
                return Err(ProgramFault::NewerVersion { version });
            }
            Some(1..) => {}
            _ => return Err(something_else),
        }
        match value.get("blocks") {
            Some(Value::Array(rows)) => Ok(from_rows(rows)),
            _ => Err(something_else),
        }
    }

    /// The saved form.
    #[must_use]
    pub fn to_json(&self) -> String {
        serde_json::to_string(self).expect("a program has only texts as keys")
    }
}

/// A sound program of the rows of a table.
fn from_rows(rows: &[Value]) -> (Program, Vec<Repair>) {
    let mut repairs = Vec::new();
    let mut blocks = Vec::new();
    for row in rows {
        match read_row(row) {
            Some(block) => blocks.push(block),
            None => repairs.push(Repair {
                block: String::new(),
                kind: RepairKind::NotABlock,
            }),
        }
    }
    let mut program = Program {
        blocks,
        ..Program::default()
    };
    name_anew(&mut program, &mut repairs);
    mend_numbers(&mut program, &mut repairs);
    cut_wrong_links(&mut program, &mut repairs);
    set_apart(&mut program, &mut repairs);
    (program, repairs)
}

impl Program {
    /// The one tree of blocks that some rows make, the outermost first, just as they are; `None` when they make
    /// none, or more than one.
    pub(crate) fn one_tree(rows: &[Value]) -> Option<Self> {
        let blocks = rows.iter().map(read_row).collect::<Option<Vec<_>>>()?;
        let ids: BTreeSet<&str> = gathered(blocks.iter().map(|block| block.id.as_str()));
        let has_own_ids = ids.len() == blocks.len();
        let program = Self {
            blocks,
            ..Self::default()
        };
        let tree = Tree::new(&program);
        let is_one = tree.heads() == [0] && tree.n_left_out() == 0;
        (has_own_ids && is_one).then_some(program)
    }
}

/// Gives blocks new ids, in their links too. Ids without a new one stay.
pub(crate) fn rename_all(blocks: &mut [Block], ids: &BTreeMap<String, String>) {
    let rename = |id: &mut String| {
        if let Some(new_id) = ids.get(id) {
            id.clone_from(new_id);
        }
    };
    for block in blocks {
        rename(&mut block.id);
        block.inputs.values_mut().for_each(rename);
        block.next.iter_mut().for_each(rename);
    }
}

/// A row with a kind; one without an id gets an empty one for now.
fn read_row(row: &Value) -> Option<Block> {
    let mut row = row.as_object()?.clone();
    if !row.get("id").is_some_and(Value::is_string) {
        row.insert("id".to_owned(), "".into());
    }
    serde_json::from_value(row.into()).ok()
}

fn name_anew(program: &mut Program, repairs: &mut Vec<Repair>) {
    let mut taken: BTreeSet<String> = gathered(program.blocks.iter().map(|block| block.id.clone()));
    let mut seen = BTreeSet::new();
    let mut new_names = BTreeMap::new();
    let mut number = 0;
    for block in &mut program.blocks {
        let is_new = seen.insert(block.id.clone());
        let is_sound = !block.id.is_empty()
            && block.id.chars().count() <= MOST_ID_CHARACTERS
            && !block.id.chars().any(char::is_control);
        if is_new && is_sound {
            continue;
        }
        let id = loop {
            number += 1;
            let id = format!("r{number}");
            if taken.insert(id.clone()) {
                break id;
            }
        };
        repairs.push(Repair {
            block: id.clone(),
            kind: RepairKind::NewId,
        });
        let old = std::mem::replace(&mut block.id, id.clone());
        if is_new && !old.is_empty() {
            new_names.insert(old, id);
        }
    }
    let rename = |link: &mut String| {
        if let Some(new) = new_names.get(link) {
            link.clone_from(new);
        }
    };
    for block in &mut program.blocks {
        block.inputs.values_mut().for_each(rename);
        block.next.iter_mut().for_each(rename);
    }
}

fn mend_numbers(program: &mut Program, repairs: &mut Vec<Repair>) {
    for block in &mut program.blocks {
        let Some(kind) = block.known_kind() else { continue };
        for field in kind.spec().fields {
            if !matches!(field.holds, FieldKind::Number | FieldKind::Count { .. }) {
                continue;
            }
            let number = match block.fields.get(field.name) {
                Some(FieldValue::Number(number)) if number.is_finite() => continue,
                None if field.holds != FieldKind::Number => continue,
                Some(FieldValue::Word(word)) => words::decimal::read(word),
                _ => None,
            };
            let number = number.filter(|number| number.is_finite()).unwrap_or(0.0);
            block
                .fields
                .insert(field.name.to_owned(), FieldValue::Number(number));
            repairs.push(Repair {
                block: block.id.clone(),
                kind: RepairKind::Number,
            });
        }
        for place in [&mut block.x, &mut block.y] {
            *place = place.filter(|place| place.is_finite());
        }
    }
}

/// Leaves only the links that [`Tree`] follows.
fn cut_wrong_links(program: &mut Program, repairs: &mut Vec<Repair>) {
    let tree = Tree::new(program);
    if tree.n_left_out() == 0 {
        return;
    }
    let kept: Vec<(BTreeMap<String, String>, Option<String>)> = (0..tree.len())
        .map(|block| {
            let id = |child: usize| tree.block(child).id.clone();
            let inputs = tree
                .inputs(block)
                .map(|(name, child)| (name.to_owned(), id(child)));
            (gathered(inputs), tree.next(block).map(id))
        })
        .collect();
    for (block, (inputs, next)) in program.blocks.iter_mut().zip(kept) {
        if block.inputs != inputs || block.next != next {
            repairs.push(Repair {
                block: block.id.clone(),
                kind: RepairKind::CutLink,
            });
        }
        block.inputs = inputs;
        block.next = next;
    }
}

/// Cuts the links between known blocks that could not be made by hand: a hat inside something, a value in a stack,
/// something below a hat or below a value. What was cut off becomes a stack of its own.
fn set_apart(program: &mut Program, repairs: &mut Vec<Repair>) {
    let shapes: BTreeMap<String, Option<Shape>> = gathered(
        program
            .blocks
            .iter()
            .map(|block| (block.id.clone(), block.known_kind().map(|kind| kind.spec().shape))),
    );
    let shape = |id: &String| shapes.get(id).copied().flatten();
    let is_for_stacks = |id: &String| matches!(shape(id), None | Some(Shape::Statement));
    let is_for_sockets = |id: &String| matches!(shape(id), None | Some(Shape::Value(_)));
    for block in &mut program.blocks {
        let may_have_next = is_for_stacks(&block.id);
        if let Some(next) = block.next.take_if(|next| !(may_have_next && is_for_stacks(next))) {
            repairs.push(Repair {
                block: next,
                kind: RepairKind::SetApart,
            });
        }
        for Input { name, holds } in block.inputs_in_order() {
            let fits: &dyn Fn(&String) -> bool = match holds {
                InputHolds::Value(_) => &is_for_sockets,
                InputHolds::Stack => &is_for_stacks,
            };
            if block.inputs.get(&name).is_some_and(|child| !fits(child))
                && let Some(child) = block.inputs.remove(&name)
            {
                repairs.push(Repair {
                    block: child,
                    kind: RepairKind::SetApart,
                });
            }
        }
    }
}
