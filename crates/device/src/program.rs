//! The saved program: a flat table of blocks, ours, with a version. It is what is saved, sent, shared, graded and
//! written as text; Blockly's own JSON is made from it and never saved.
//!
//! Flat because programs get long: a chain of 2,000 blocks as nested JSON overflows a wasm stack.

mod saved;
mod tree;

pub(crate) use saved::rename_all;
pub use saved::{MOST_BYTES, ProgramFault, Repair, RepairKind};
pub(crate) use tree::MOST_REPEATED;
pub use tree::{Input, InputHolds, Link, Tree};

use crate::blocks::{BlockKind, FieldKind};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The version that [`Program`] is written with.
pub const PROGRAM_VERSION: u32 = 1;

/// A program: blocks that name each other by id. Order in `blocks` has no meaning but is kept.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Program {
    /// The version of the format, [`PROGRAM_VERSION`].
    pub version: u32,
    /// Every block, those inside others too.
    pub blocks: Vec<Block>,
}

impl Default for Program {
    fn default() -> Self {
        Self {
            version: PROGRAM_VERSION,
            blocks: Vec::new(),
        }
    }
}

/// A block. The same shape is a row of the table that crosses to and from Blockly.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Block {
    /// Unlike every other id of the program; any printable text, at most 64 characters.
    pub id: String,
    /// The saved name of its kind (see [`BlockKind::saved_name`]), or of one this version does not know:
    /// such a block is kept with all it carries and never runs.
    #[serde(rename = "type")]
    pub kind: String,
    /// Choices and words written on the block itself, by field name.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub fields: BTreeMap<String, FieldValue>,
    /// The first block inside each input (a value, or the head of a stack), by input name.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub inputs: BTreeMap<String, String>,
    /// The block that follows in the same stack.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub next: Option<String>,
    /// Where a top block stands in the workspace, in workspace units (1/16 of a default line of text); `None` for
    /// blocks inside others.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub x: Option<f64>,
    /// See `x`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub y: Option<f64>,
    /// A value that came with its parent's socket (the 100 of `répéter 100 fois`) and comes back when what
    /// covers it is taken away.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub shadow: bool,
    /// Shown folded.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub collapsed: bool,
    /// The author's remark, one line or several.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<String>,
    /// What a newer version wrote in this block and this one does not know; kept as it is.
    #[serde(flatten)]
    pub unknown: BTreeMap<String, serde_json::Value>,
}

impl Block {
    /// A block without fields, inputs or place.
    #[must_use]
    pub fn new(id: impl Into<String>, kind: BlockKind) -> Self {
        Self {
            id: id.into(),
            kind: kind.saved_name().to_owned(),
            fields: BTreeMap::new(),
            inputs: BTreeMap::new(),
            next: None,
            x: None,
            y: None,
            shadow: false,
            collapsed: false,
            comment: None,
            unknown: BTreeMap::new(),
        }
    }

    /// The kind, when this version knows it.
    #[must_use]
    pub fn known_kind(&self) -> Option<BlockKind> {
        BlockKind::from_saved_name(&self.kind)
    }

    /// The word in a field; `None` where the field is missing or holds a number.
    #[must_use]
    pub fn word(&self, field: &str) -> Option<&str> {
        match self.fields.get(field) {
            Some(FieldValue::Word(word)) => Some(word),
            _ => None,
        }
    }

    /// The number in a field; `None` where the field is missing or holds a word.
    #[must_use]
    pub fn number(&self, field: &str) -> Option<f64> {
        match self.fields.get(field) {
            Some(FieldValue::Number(number)) => Some(*number),
            _ => None,
        }
    }

    /// How many further clauses of a sort a block has (fields `ELSE_IFS` and `ELSE` of `si`); 0 where nothing is
    /// said, and never more than the table allows.
    #[must_use]
    pub fn count(&self, field: &str) -> u32 {
        let most = self.known_kind().and_then(|kind| {
            kind.spec().fields.iter().find_map(|row| match row.holds {
                FieldKind::Count { most } if row.name == field => Some(most),
                _ => None,
            })
        });
        let asked = self.number(field).unwrap_or(0.0);
        (0..most.unwrap_or(0))
            .take_while(|n| f64::from(*n) < asked)
            .count()
            .try_into()
            .unwrap_or(0)
    }
}

/// What a field of a block holds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(untagged)]
pub enum FieldValue {
    /// A number as typed.
    Number(f64),
    /// A word: a choice's saved name, a part's saved name, a variable's name.
    Word(String),
    /// What only a newer version knows how to read; kept as it is.
    Newer(serde_json::Value),
}
