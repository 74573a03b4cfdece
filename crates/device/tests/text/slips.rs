//! What is said of slips in a text: one file of lines, and what is said of them in each language.

use device::parts::Board;
use device::text::{TextProblem, read, write};
use expect_test::{expect, expect_file};
use std::fmt::Write as _;
use words::Language;

fn told(text: &str, problems: &[TextProblem], language: Language) -> String {
    let mut told = String::new();
    for problem in problems {
        let line = text.lines().nth(problem.line - 1).unwrap_or_default();
        let (sentence, next_step) = (problem.sentence(language), problem.next_step(language));
        writeln!(
            told,
            "{}:{}: {}\n    {sentence} {next_step}",
            problem.line,
            problem.column,
            line.trim()
        )
        .unwrap();
    }
    told
}

#[test]
fn every_slip_is_told_with_its_place_and_a_next_step() {
    let text = include_str!("../data/text/slips.txt");
    let (program, problems) = read(text, &Board::default());
    expect_file!["../data/text/slips.fr.txt"].assert_eq(&told(text, &problems, Language::French));
    expect_file!["../data/text/slips.en.txt"].assert_eq(&told(text, &problems, Language::English));
    // Nothing is lost: every line that was not understood is written again as it was.
    let written = write(&program, &Board::default(), Language::French);
    for problem in &problems {
        let line = text.lines().nth(problem.line - 1).unwrap();
        let line = line.split("  #").next().unwrap().trim();
        let is_there = written.lines().any(|written| written.trim().starts_with(line));
        let is_repaired = matches!(problem.kind, device::text::TextProblemKind::NoSuchPart { .. });
        assert!(is_there || is_repaired || problem.line > 60, "{line}\n{written}");
    }
}

#[test]
fn sentences_are_short() {
    let text = include_str!("../data/text/slips.txt");
    let (_, problems) = read(text, &Board::default());
    for problem in problems {
        for language in Language::ALL {
            for sentence in [problem.sentence(language), problem.next_step(language)] {
                // What is quoted from the text is not ours.
                let own: String = sentence
                    .split(['«', '“'])
                    .map(|part| part.split_once(['»', '”']).map_or(part, |(_, rest)| rest))
                    .collect();
                let n_words = own
                    .split_whitespace()
                    .filter(|word| word.chars().any(char::is_alphanumeric))
                    .count();
                assert!(n_words <= 12, "{n_words} words: {sentence}");
            }
        }
    }
}

#[test]
fn a_text_that_is_too_long_is_not_read() {
    let text = "attendre 1 s\n".repeat(100_000);
    let (program, problems) = read(&text, &Board::default());
    assert_eq!(program.blocks.len(), 0);
    expect![[r#"
        1:1: attendre 1 s
            Ce texte est trop long pour un programme. Enlève une partie du texte.
    "#]]
    .assert_eq(&told(&text, &problems, Language::French));
}

#[test]
fn one_endless_line_is_told_in_a_short_sentence() {
    let lines = [
        "é".repeat(50_000),
        format!("attendre {}", "x ".repeat(50_000)),
        format!("mettre x à {}", "(".repeat(100_000)),
        format!("mettre x à {}", "1 + ".repeat(25_000)),
        format!("mettre x à {}", "arrondir ".repeat(100_000)),
        format!("faire f avec {}", "1 ; ".repeat(25_000)),
        format!("mettre [{}", "x".repeat(100_000)),
        format!("mettre x à {}", "{\"a\":".repeat(100_000)),
        format!("{}\n", "-".repeat(100_000)),
    ];
    for line in lines {
        let (program, problems) = read(&line, &Board::default());
        assert_eq!((program.blocks.len(), problems.len()), (1, 1));
        let sentence = problems[0].sentence(Language::French);
        assert!(sentence.chars().count() < 160, "{sentence}");
        let (again, _) = read(
            &write(&program, &Board::default(), Language::English),
            &Board::default(),
        );
        assert!(device::text::is_same_tree(&program, &again));
    }
}
