//! The shelves of blocks beside the workspace.

use crate::blocks::blockly::default_value;
use crate::blocks::{BlockKind, Category, FieldKind};
use crate::in_order::gathered;
use crate::parts::Board;
use serde::Serialize;
use serde_json::{Value, json};
use words::Language;

/// A shelf: a kind of blocks under a word.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Shelf {
    /// The name of its colour and of its tile: `--block-<id>`.
    pub id: &'static str,
    /// The word on it.
    pub name: &'static str,
    /// The blocks to take.
    pub blocks: Vec<ShelfBlock>,
}

/// A block on a shelf. As JSON it is what Blockly expects beside `"kind": "block"`.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ShelfBlock {
    /// The saved name of its kind.
    #[serde(rename = "type")]
    pub kind: &'static str,
    /// The fields of a new block: `{"PART": "lamp"}`.
    pub fields: Value,
    /// The sockets of a new block: `{"LEVEL": {"shadow": {"type": "number", "fields": {"NUM": 50}}}}`.
    pub inputs: Value,
}

/// The kinds that the bench shows when a lesson does not choose: those whose part, if they have one, is on the
/// board.
#[must_use]
pub fn all_kinds(board: &Board) -> Vec<BlockKind> {
    BlockKind::ALL
        .into_iter()
        .filter(|kind| kind.spec().on_shelf && is_of_use(*kind, board))
        .collect()
}

fn is_of_use(kind: BlockKind, board: &Board) -> bool {
    kind.spec().fields.iter().all(|field| match field.holds {
        FieldKind::Part(part) => board.of_kind(part).next().is_some(),
        _ => true,
    })
}

/// The shelves for some kinds, in the order of [`Category::ALL`]; within a shelf in the order of the table.
/// Shelves without a block are left out. A block comes with its fields and, in its sockets, its usual numbers.
#[must_use]
pub fn toolbox(kinds: &[BlockKind], language: Language, board: &Board) -> Vec<Shelf> {
    Category::ALL
        .into_iter()
        .map(|category| Shelf {
            id: category.id(),
            name: category.name(language),
            blocks: BlockKind::ALL
                .into_iter()
                .filter(|kind| kind.spec().category == category && kinds.contains(kind))
                .flat_map(|kind| shelf_blocks(kind, board))
                .collect(),
        })
        .filter(|shelf| !shelf.blocks.is_empty())
        .collect()
}

/// The blocks of a kind on its shelf. One whose first word is a choice (`allumer` / `éteindre`) stands there once for each
/// word: instructions name it by that word, so it has to be seen.
fn shelf_blocks(kind: BlockKind, board: &Board) -> Vec<ShelfBlock> {
    let spec = kind.spec();
    let first_word = spec.fields.iter().find_map(|field| match field.holds {
        FieldKind::Choice(choices) if spec.template[0].starts_with(&format!("{{{}}}", field.name)) => {
            Some((field.name, choices))
        }
        _ => None,
    });
    match first_word {
        Some((field, choices)) => choices
            .iter()
            .map(|choice| shelf_block(kind, board, Some((field, choice.saved))))
            .collect(),
        None => vec![shelf_block(kind, board, None)],
    }
}

fn shelf_block(kind: BlockKind, board: &Board, chosen: Option<(&str, &str)>) -> ShelfBlock {
    let spec = kind.spec();
    let fields = spec.fields.iter().map(|field| match chosen {
        Some((name, word)) if name == field.name => (field.name.to_owned(), word.into()),
        _ => (field.name.to_owned(), default_value(field, board)),
    });
    let inputs = spec
        .slots
        .iter()
        .filter(|slot| !slot.is_repeated)
        .filter_map(|slot| Some((slot.name, slot.default?)))
        .map(|(name, number)| {
            let shadow = json!({"shadow": {"type": "number", "fields": {"NUM": number}}});
            (name.to_owned(), shadow)
        });
    ShelfBlock {
        kind: spec.saved_name,
        fields: Value::Object(gathered(fields)),
        inputs: Value::Object(gathered(inputs)),
    }
}
