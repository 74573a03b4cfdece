//! How programs are written in each language, and what else is read.

use device::parts::Board;
use device::text::{is_same_tree, read, write};
use expect_test::{ExpectFile, expect_file};
use words::Language;

/// Reads a text of any manner and compares what is written of it with the files of both languages, which are read
/// to the same tree.
fn check(text: &str, board: &Board, french: ExpectFile, english: ExpectFile) {
    let (program, problems) = read(text, board);
    assert_eq!(problems, []);
    for (language, expected) in [(Language::French, french), (Language::English, english)] {
        let written = write(&program, board, language);
        let (read_back, problems) = read(&written, board);
        assert_eq!(problems, [], "{written}");
        assert!(is_same_tree(&program, &read_back), "{written}");
        expected.assert_eq(&written);
    }
}

#[test]
fn every_block_in_french_is_every_block_in_english() {
    check(
        include_str!("../data/text/every-block.fr.txt"),
        &Board::default(),
        expect_file!["../data/text/every-block.fr.txt"],
        expect_file!["../data/text/every-block.en.txt"],
    );
}

#[test]
fn every_block_in_english_is_every_block_in_french() {
    check(
        include_str!("../data/text/every-block.en.txt"),
        &Board::default(),
        expect_file!["../data/text/every-block.fr.txt"],
        expect_file!["../data/text/every-block.en.txt"],
    );
}

#[test]
fn every_kind_stands_in_the_example_of_every_block() {
    let (program, _) = read(include_str!("../data/text/every-block.fr.txt"), &Board::default());
    for kind in device::blocks::BlockKind::ALL {
        assert!(
            program
                .blocks
                .iter()
                .any(|block| block.known_kind() == Some(kind)),
            "{kind:?}"
        );
    }
}

#[test]
fn with_two_lamps_the_second_one_is_named() {
    check(
        include_str!("../data/text/two-lamps.fr.txt"),
        &crate::wild_program::board(),
        expect_file!["../data/text/two-lamps.fr.txt"],
        expect_file!["../data/text/two-lamps.en.txt"],
    );
}

/// Both languages mixed, capitals, tabs, wide and hard spaces, curly quotes, missing parentheses, other signs, the
/// end of lines of other systems, a mark at the beginning.
#[test]
fn what_is_typed_in_other_ways_is_read() {
    let typed = include_str!("../data/text/typed.txt").replace('\n', "\r\n");
    check(
        &format!("\u{feff}{}", typed.replace('~', "\u{a0}")),
        &Board::default(),
        expect_file!["../data/text/typed.fr.txt"],
        expect_file!["../data/text/typed.en.txt"],
    );
}

#[test]
fn ids_are_the_same_for_the_same_text() {
    let text = include_str!("../data/text/every-block.fr.txt");
    let (once, _) = read(text, &Board::default());
    let (twice, _) = read(text, &Board::default());
    assert_eq!(once, twice);
    assert_eq!(once.blocks[0].id, "b1");
}

#[test]
fn a_number_typed_in_its_socket_is_a_shadow() {
    let (program, _) = read(
        "toujours\n  attendre 20 ms\n  attendre (x + 1) ms\n  si 1 alors",
        &Board::default(),
    );
    let shadows: Vec<_> = program
        .blocks
        .iter()
        .filter(|block| block.shadow)
        .map(|block| &block.id)
        .collect();
    // 20 of the first `attendre`, 1 of the sum; not the number in the socket for a condition.
    assert_eq!(shadows, ["b3", "b7"]);
}
