//! Boards as text.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so")]

use device::board_text::{read, write};
use device::parts::{Board, BoardModel, PartKind};
use expect_test::{expect, expect_file};
use proptest::prelude::*;
use std::fmt::Write as _;
use words::Language;

#[test]
fn the_usual_board_in_both_languages() {
    let french = expect![[r#"
        carte ESP32
        lampe sur D2
        buzzer sur D5
        bouton_A sur D4
        bouton_B sur D15
        potentiomètre sur D34
        lumière_ambiante sur D35
    "#]];
    let english = expect![[r#"
        board ESP32
        lamp on D2
        buzzer on D5
        button_A on D4
        button_B on D15
        potentiometer on D34
        ambient_light on D35
    "#]];
    for (language, expected) in [(Language::French, french), (Language::English, english)] {
        let text = write(&Board::default(), language);
        expected.assert_eq(&text);
        assert_eq!(read(&text), (Board::default(), Vec::new()));
    }
}

/// Each board of this file is told what is wrong with it.
#[test]
fn every_slip_of_a_board_is_told() {
    for language in Language::ALL {
        let mut told = String::new();
        for text in include_str!("data/board/slips.txt").split("---\n") {
            let (board, problems) = read(text);
            for problem in problems {
                let line = text.lines().nth(problem.line - 1).unwrap();
                let (sentence, next_step) = (problem.sentence(language), problem.next_step(language));
                writeln!(
                    told,
                    "{}:{}: {line}\n    {sentence} {next_step}",
                    problem.line, problem.column
                )
                .unwrap();
            }
            told.push_str(&write(&board, language));
            told.push_str("---\n");
        }
        match language {
            Language::French => expect_file!["data/board/slips.fr.txt"].assert_eq(&told),
            Language::English => expect_file!["data/board/slips.en.txt"].assert_eq(&told),
        }
    }
}

#[test]
fn what_is_typed_in_other_ways_is_read() {
    let (board, problems) =
        read("\u{feff}# la carte\r\nBoard\u{a0}esp32\r\n\r\n\tLampe  SUR d2 # la lampe\r\nbutton_A on D4");
    assert_eq!(problems, []);
    expect![[r#"
        carte ESP32
        lampe sur D2
        bouton_A sur D4
    "#]]
    .assert_eq(&write(&board, Language::French));
}

#[test]
fn pins_have_names_of_their_own() {
    for model in BoardModel::ALL {
        for pin in model.pins() {
            let named = model.pins().iter().filter(|other| other.is_named(pin.name));
            assert_eq!(named.count(), 1, "{}", pin.name);
        }
        for kind in PartKind::ALL {
            assert!(
                model.pins().iter().any(|pin| pin.suits(kind)),
                "{kind:?} fits nowhere on {}",
                model.name()
            );
        }
    }
    let inputs = BoardModel::Esp32
        .pins()
        .iter()
        .filter(|pin| !pin.gives)
        .map(|pin| pin.name);
    assert_eq!(
        inputs.collect::<Vec<_>>(),
        ["D34", "D35", "D36", "D37", "D38", "D39"]
    );
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read(lines in prop::collection::vec("[a-zA-Zé_ 0-9#:\t]{0,24}|lampe(_[1-3])? sur D[0-9]{1,2}|carte [a-z]{0,9}", 0..9)) {
        let text = lines.join("\n");
        let (board, problems) = read(&text);
        for problem in &problems {
            for language in Language::ALL {
                prop_assert!(!problem.sentence(language).is_empty() && !problem.next_step(language).is_empty());
            }
        }
        // What was understood is written and read again.
        for language in Language::ALL {
            let (again, _) = read(&write(&board, language));
            prop_assert_eq!(&again, &board);
        }
    }
}
