//! What the bridge is told when a workspace opens.

use crate::i18n::blocks::{BLOCKLY_IN_FRENCH, Blocks as Words};
use device::blocks::blockly::blockly_definitions;
use device::blocks::{BlockKind, FieldKind};
use device::in_order::gathered;
use device::parts::{Board, Part, PartName};
use device::program::{FieldValue, Program};
use device::text::{UNREAD_LINE, UNREAD_TEXT};
use device::toolbox::{Shelf, toolbox};
use serde_json::{Map, Value, json};
use words::Language;

/// The most blocks that Blockly is given, values in sockets counted: 2,000 in a chain freeze the page for seconds, and
/// some 3,500 overflow its stack.
pub const MOST_BLOCKS: usize = 1_000;

/// Whether a program is small enough for Blockly.
pub fn fits(program: &Program) -> bool {
    program.blocks.len() <= MOST_BLOCKS
}

/// The shelves, with the blocks a lesson or the bench gives.
pub fn shelves(kinds: &[BlockKind], language: Language, board: &Board) -> Vec<Shelf> {
    toolbox(kinds, language, board)
}

/// The setup of `bridge.js`, as JSON.
pub fn setup(
    shelves: &[Shelf],
    language: Language,
    board: &Board,
    program: &Program,
    narrow: bool,
) -> String {
    let shelves = shelves.iter().map(|shelf| {
        json!({
            "id": shelf.id,
            "name": shelf.name,
            "icon": format!("{ICONS}#{}", icon(shelf.id)),
            "blocks": shelf.blocks,
        })
    });
    let messages: Map<String, Value> = match language {
        Language::French => BLOCKLY_IN_FRENCH
            .iter()
            .map(|(key, text)| ((*key).to_owned(), Value::from(*text)))
            .collect(),
        Language::English => Map::new(),
    };
    json!({
        "language": language.code(),
        "decimal": language.pick(",", "."),
        "narrow": narrow,
        "media": "blockly-13.3.0/media/",
        "icons": ICONS,
        "most": MOST_BLOCKS,
        "table": blockly_definitions(language, &with_parts_of(program, board)),
        "unread": { "type": UNREAD_LINE, "field": UNREAD_TEXT },
        "shelves": shelves.collect::<Vec<_>>(),
        "messages": messages,
        "words": words(language),
    })
    .to_string()
}

const ICONS: &str = "icons.svg";

/// The icon on a shelf's tile, by the shelf's id.
fn icon(shelf: &str) -> &'static str {
    match shelf {
        "start" => "flag",
        "loops" => "repeat",
        "logic" => "split",
        "maths" => "sigma",
        "variables" => "hash",
        "lists" => "list",
        "lamp" => "sun",
        "sensors" => "gauge",
        "sound" => "music",
        "time" => "timer",
        _ => "blocks",
    }
}

/// The board with the parts that the program names and that are not plugged in: a block shows the part it was written
/// for, and offers those that are there.
fn with_parts_of(program: &Program, board: &Board) -> Board {
    let mut board = board.clone();
    for block in &program.blocks {
        let fields = block.known_kind().map_or(&[][..], |kind| kind.spec().fields);
        for field in fields
            .iter()
            .filter(|field| matches!(field.holds, FieldKind::Part(_)))
        {
            let Some(FieldValue::Word(word)) = block.fields.get(field.name) else {
                continue;
            };
            if let Some(name) = PartName::read(word).filter(|name| board.part_number(name).is_none()) {
                let pin = String::new();
                board.parts.push(Part { name, pin });
            }
        }
    }
    board
}

/// The words of the bridge, under the names it has for them.
fn words(language: Language) -> Value {
    let named = [
        ("newVariable", Words::NewVariable),
        ("block", Words::Block),
        ("thisBlock", Words::ThisBlock),
        ("unknown", Words::UnknownBlock),
        ("room", Words::Room),
        ("actMove", Words::Move),
        ("actDuplicate", Words::Duplicate),
        ("actEdit", Words::Edit),
        ("actRemove", Words::Remove),
        ("grow", Words::Grow),
        ("add", Words::AddClause),
        ("takeOff", Words::TakeClauseOff),
        ("full", Words::Full),
        ("places", Words::Places),
        ("put", Words::PutBlock),
        ("move", Words::MoveBlock),
        ("inHand", Words::InHand),
        ("placed", Words::Placed),
        ("cancelled", Words::PutBack),
        ("leave", Words::Leave),
        ("inside", Words::Inside),
        ("after", Words::After),
        ("before", Words::Before),
        ("insteadOf", Words::InsteadOf),
        ("emptySocket", Words::EmptySocket),
        ("aside", Words::Aside),
        ("asideLong", Words::AsideLong),
        ("newScript", Words::NewScript),
        ("problem", Words::ToSee),
        ("problems", Words::WhatToSee),
        ("shelves", Words::Shelves),
        ("closeShelves", Words::CloseShelves),
    ];
    let named = named
        .into_iter()
        .map(|(name, word)| (name.to_owned(), Value::from(word.text(language))));
    gathered::<Map<_, _>, _>(named).into()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test stops at what it does not expect")]

    use super::*;
    use device::program::Block;

    #[test]
    fn a_part_that_is_not_plugged_in_is_offered_with_those_that_are() {
        let mut block = Block::new("a", BlockKind::SetLight);
        block
            .fields
            .insert("PART".to_owned(), FieldValue::Word("lamp_2".to_owned()));
        let program = Program {
            blocks: vec![block],
            ..Program::default()
        };
        let told: Value =
            serde_json::from_str(&setup(&[], Language::French, &Board::default(), &program, false)).unwrap();
        let row = told["table"]
            .as_array()
            .unwrap()
            .iter()
            .find(|row| row["type"] == "set_light")
            .unwrap();
        let part = row["args"]
            .as_array()
            .unwrap()
            .iter()
            .find(|arg| arg["name"] == "PART")
            .unwrap();
        assert_eq!(part["options"], json!([["lampe", "lamp"], ["lampe_2", "lamp_2"]]));
    }

    #[test]
    fn every_shelf_has_its_icon() {
        let board = Board::default();
        for shelf in shelves(&BlockKind::ALL, Language::French, &board) {
            let is_listed = include_str!("../../../assets/icons.txt")
                .lines()
                .any(|line| line == icon(shelf.id));
            assert!(is_listed, "{}: {}", shelf.id, icon(shelf.id));
        }
    }
}
