//! The one table, and what the page's bridge gets from it.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so")]

use device::blocks::blockly::blockly_definitions;
use device::blocks::{BlockKind, Category};
use device::parts::{Board, Part, PartKind, PartName};
use device::toolbox::{all_kinds, toolbox};
use expect_test::{expect, expect_file};
use words::Language;

/// One JSON row a line.
fn rows(value: &serde_json::Value) -> String {
    let mut text = String::new();
    for row in value.as_array().unwrap() {
        text.push_str(&row.to_string());
        text.push('\n');
    }
    text
}

fn two_lamps() -> Board {
    let mut board = Board::default();
    board.parts.push(Part {
        name: PartName {
            kind: PartKind::Lamp,
            suffix: "_2".to_owned(),
        },
        pin: "D18".to_owned(),
    });
    board
}

#[test]
fn rows_stand_in_the_order_of_the_kinds() {
    for kind in BlockKind::ALL {
        assert_eq!(kind.spec().kind, kind);
        assert_eq!(BlockKind::from_saved_name(kind.saved_name()), Some(kind));
    }
}

#[test]
fn blockly_gets_its_blocks_from_the_table() {
    let board = Board::default();
    expect_file!["data/blocks/blockly.fr.jsonl"]
        .assert_eq(&rows(&blockly_definitions(Language::French, &board)));
    expect_file!["data/blocks/blockly.en.jsonl"]
        .assert_eq(&rows(&blockly_definitions(Language::English, &board)));
}

#[test]
fn a_block_names_its_part_where_there_is_a_choice() {
    let text_of = |board: &Board, kind: BlockKind| {
        let rows = blockly_definitions(Language::French, board);
        let row = rows
            .as_array()
            .unwrap()
            .iter()
            .find(|row| row["type"] == kind.saved_name())
            .unwrap();
        row.to_string()
    };
    expect![[r#"{"args":[{"kind":"number","max":100.0,"min":0.0,"name":"LEVEL","precision":0.001,"value":50.0},{"hidden":true,"kind":"choice","name":"PART","options":[["lampe","lamp"]],"value":"lamp"}],"cat":"lamp","do":[],"label":"régler la lumière","out":null,"shape":"statement","text":"régler la lumière à %1 %","type":"set_light"}"#]].assert_eq(&text_of(&Board::default(), BlockKind::SetLight));
    expect![[r#"{"args":[{"kind":"choice","name":"PART","options":[["lampe","lamp"],["lampe_2","lamp_2"]],"value":"lamp"},{"kind":"number","max":100.0,"min":0.0,"name":"LEVEL","precision":0.001,"value":50.0}],"cat":"lamp","do":[],"label":"régler la lumière","out":null,"shape":"statement","text":"régler la lumière de %1 à %2 %","type":"set_light"}"#]].assert_eq(&text_of(&two_lamps(), BlockKind::SetLight));
}

#[test]
fn the_toolbox_holds_every_block_of_use_in_order() {
    let shelves = toolbox(&all_kinds(&Board::default()), Language::French, &Board::default());
    let json = serde_json::to_value(shelves).unwrap();
    expect_file!["data/blocks/toolbox.fr.jsonl"].assert_eq(&rows(&json));
    let ids: Vec<_> = Category::ALL.map(Category::id).to_vec();
    assert!(
        json.as_array()
            .unwrap()
            .iter()
            .all(|shelf| ids.contains(&shelf["id"].as_str().unwrap()))
    );
}
