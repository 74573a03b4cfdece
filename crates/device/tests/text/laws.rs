//! Laws of the text form, on programs nobody would write.

use crate::wild_program::{board, wild_program};
use device::blocks::BlockKind;
use device::program::{Block, FieldValue, Program, Tree};
use device::text::{is_same_tree, read, read_keeping_ids, write};
use proptest::prelude::*;
use std::fmt::Write as _;
use words::Language;

/// A program written and read again.
fn again(program: &Program, language: Language) -> (String, Program) {
    let text = write(program, &board(), language);
    let (read_back, problems) = read(&text, &board());
    assert_eq!(problems, [], "{text}");
    (text, read_back)
}

fn check(program: &Program) {
    let [french, english] = Language::ALL.map(|language| again(program, language));
    for (text, read_back) in [&french, &english] {
        assert!(
            is_same_tree(program, read_back),
            "{text}\n{}\n{}",
            program.to_json(),
            read_back.to_json()
        );
        assert_eq!(Tree::new(read_back).n_left_out(), 0);
    }
    // French, English, French again: not a letter has changed.
    assert!(
        again(&english.1, Language::French).0 == french.0,
        "{}\n{}",
        french.0,
        english.0
    );
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_program_is_its_text(seed: u64, size in 1_usize..40) {
        check(&wild_program(seed, size));
    }

    #[test]
    fn a_saved_program_opens_as_it_was(seed: u64, size in 1_usize..80) {
        let program = wild_program(seed, size);
        let (read_back, repairs) = Program::from_json(&program.to_json()).unwrap();
        prop_assert_eq!(repairs, []);
        prop_assert_eq!(read_back, program);
    }

    #[test]
    fn a_text_read_over_its_program_keeps_every_id(seed: u64, size in 1_usize..80) {
        let program = wild_program(seed, size);
        let text = write(&program, &board(), Language::French);
        let (read_back, _) = read_keeping_ids(&text, &program, &board());
        let ids = |program: &Program| {
            let mut ids: Vec<_> = program.blocks.iter().map(|block| block.id.clone()).collect();
            ids.sort();
            ids
        };
        prop_assert_eq!(ids(&read_back), ids(&program), "{}", text);
    }

    /// A line put in or taken out changes no id of the other lines' blocks.
    #[test]
    fn an_edited_line_leaves_the_ids_of_others(place in 0_usize..30, is_taken_out: bool) {
        let mut lines: Vec<String> = (0..30).map(|n| format!("  attendre {n} ms")).collect();
        let (before, _) = read(&format!("toujours\n{}", lines.join("\n")), &board());
        if is_taken_out {
            lines.remove(place);
        } else {
            lines.insert(place, "  allumer lampe".to_owned());
        }
        let (after, _) = read_keeping_ids(&format!("toujours\n{}", lines.join("\n")), &before, &board());
        for block in after.blocks.iter().filter(|block| block.kind != "turn_lamp") {
            let old = before.blocks.iter().find(|old| old.id == block.id).unwrap();
            prop_assert_eq!((&old.kind, &old.fields), (&block.kind, &block.fields));
        }
    }

    /// Whatever is typed, reading ends, gives a sound tree, and loses no line.
    #[test]
    fn any_text_is_kept(lines in prop::collection::vec(any_line(), 0..12)) {
        let text = lines.join("\n");
        let (program, problems) = read(&text, &board());
        prop_assert_eq!(Tree::new(&program).n_left_out(), 0);
        for problem in &problems {
            for language in Language::ALL {
                prop_assert!(!problem.sentence(language).is_empty() && !problem.next_step(language).is_empty());
            }
            let line = text.split('\n').nth(problem.line - 1).unwrap();
            prop_assert!(problem.column <= line.chars().count() + 1, "{:?} in {line:?}", problem);
        }
        let written = write(&program, &board(), Language::French);
        let (read_back, _) = read(&written, &board());
        prop_assert!(is_same_tree(&program, &read_back), "{text}\n--\n{written}");
    }

    #[test]
    fn any_json_is_put_right(bytes in "[\\[\\]{}\",:a-z0-9]{0,60}") {
        let _ = Program::from_json(&bytes);
    }

    /// Links in any disorder become a tree without losing a block.
    #[test]
    fn any_links_become_a_tree(links in prop::collection::vec((0_usize..12, 0_usize..12, 0_usize..4), 0..40)) {
        let kinds = [BlockKind::Repeat, BlockKind::OnStart, BlockKind::Arithmetic, BlockKind::LeaveLoop];
        let blocks = (0..12).map(|n| Block::new(format!("n{n}"), kinds[n % 4])).collect();
        let mut program = Program { blocks, ..Program::default() };
        for (from, to, input) in links {
            let to = format!("n{to}");
            match input {
                0 => program.blocks[from].next = Some(to),
                n => {
                    program.blocks[from].inputs.insert(["DO", "TIMES", "A"][n - 1].to_owned(), to);
                }
            }
        }
        let (sound, _) = Program::from_json(&program.to_json()).unwrap();
        prop_assert_eq!(sound.blocks.len(), 12);
        prop_assert_eq!(Tree::new(&sound).n_left_out(), 0);
        let (twice, repairs) = Program::from_json(&sound.to_json()).unwrap();
        prop_assert_eq!(&twice, &sound);
        prop_assert_eq!(repairs, []);
        check(&program);
        check(&sound);
    }
}

fn any_line() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "toujours",
        "répéter",
        "10",
        "fois",
        "si",
        "alors",
        "sinon",
        "(",
        ")",
        "?",
        "lampe",
        "bouton_A",
        "appuyé",
        "attendre",
        "ms",
        "[x y]",
        "+",
        "-",
        "×",
        "1 000",
        "\"a\"",
        "#",
        "détaché",
        "# bloc inconnu :",
        "{",
        "é",
        "la lumière",
        "mettre",
        "x",
        "à",
        ";",
        "avec",
        "fonction",
        "faire",
        "au démarrage",
        "\u{a0}",
        "\t",
        "%",
        "arrondir",
        "<",
        "min",
        "de",
        "et",
        "non",
        "# 1",
        "#1",
        "repeat",
        "times",
        "forever",
    ]);
    let line = prop::collection::vec(words, 0..9).prop_map(|words| words.join(" "));
    (0_usize..5, line).prop_map(|(indent, line)| format!("{}{line}", " ".repeat(indent)))
}

#[test]
fn ten_thousand_chained_blocks_are_written_and_read() {
    let mut text = String::from("toujours\n");
    for n in 0..10_000 {
        writeln!(text, "  attendre {n} ms").unwrap();
    }
    let (program, problems) = read(&text, &board());
    assert_eq!(problems, []);
    assert_eq!(program.blocks.len(), 20_001);
    assert_eq!(write(&program, &board(), Language::French), text);
    let (same, _) = read_keeping_ids(&text, &program, &board());
    assert_eq!(same, program);
}

#[test]
fn deeply_nested_blocks_of_a_saved_program_are_written() {
    let mut program = Program::default();
    for n in 0..600 {
        let mut block = Block::new(format!("n{n}"), BlockKind::ForeverLoop);
        if n + 1 < 600 {
            block.inputs.insert("DO".to_owned(), format!("n{}", n + 1));
        }
        program.blocks.push(block);
    }
    let text = write(&program, &board(), Language::French);
    assert_eq!(text.lines().count(), 601);
    // Too deep to be read as it is: told once for each line too deep, and no line lost.
    let (read_back, problems) = read(&text, &board());
    assert_eq!(read_back.blocks.len(), 600);
    assert!(!problems.is_empty());
}

#[test]
fn two_thousand_operators_in_a_row_are_a_problem_not_a_crash() {
    let sum = vec!["1"; 2_000].join(" + ");
    let parentheses = format!("{}1{}", "(".repeat(2_000), ")".repeat(2_000));
    let nots = format!("{}vrai", "non ".repeat(2_000));
    for value in [sum, parentheses, nots] {
        let (program, problems) = read(&format!("toujours\n  mettre x à {value}"), &board());
        assert_eq!(problems.len(), 1);
        assert_eq!(
            program.blocks[1].word("TEXT").unwrap(),
            format!("mettre x à {value}")
        );
    }
}

#[test]
fn a_number_is_read_to_its_last_digit() {
    for number in [0.1 + 0.2, f64::MIN_POSITIVE, f64::MAX, -1e300] {
        let mut block = Block::new("n", BlockKind::Number);
        block.fields.insert("NUM".to_owned(), FieldValue::Number(number));
        let program = Program {
            blocks: vec![block],
            ..Program::default()
        };
        check(&program);
    }
}
