//! Laws of reading a lesson: it never fails, whatever it is given has a limit, and every word of the author is either shown or kept for the
//! machine.

#![allow(clippy::unwrap_used, reason = "a test may stop at what it cannot read")]

#[path = "lessons/tree.rs"]
mod tree;

use lesson::Lesson;
use lesson::problem::MOST_PROBLEMS;
use proptest::prelude::*;

/// What is kept of a hostile file, written out, is at most so many times as long as the file.
const MOST_KEPT: usize = 20;

/// Everything of a lesson that its author wrote: what is shown, and what is kept for the machine.
fn kept(lesson: &Lesson) -> String {
    let mut text = tree::describe(lesson);
    for block in &lesson.machine {
        text.push_str(&block.info);
        text.push('\n');
        for (_, _, line) in &block.lines {
            text.push_str(line);
            text.push('\n');
        }
    }
    text
}

/// The words of a text, without the addresses of links: those are followed, not read.
fn words(text: &str) -> Vec<String> {
    let mut without_addresses = String::new();
    let mut rest = text;
    while let Some(start) = rest.find("](") {
        let (before, after) = rest.split_at(start + 2);
        without_addresses.push_str(before);
        let end = after.find(')').unwrap_or(0);
        rest = &after[end..];
    }
    without_addresses.push_str(rest);
    without_addresses
        .split(|letter: char| !letter.is_alphanumeric())
        .filter(|word| word.chars().count() > 1)
        .map(str::to_owned)
        .collect()
}

fn assert_nothing_is_lost(text: &str) {
    let kept = kept(&lesson::parse(text, Some("x")).lesson);
    for word in words(text) {
        assert!(
            kept.contains(&word),
            "{word:?} is lost of\n{text}\n-- kept --\n{kept}"
        );
    }
}

const SAMPLES: [&str; 3] = [
    include_str!("data/lessons/breathing-lamp.md"),
    include_str!("data/lessons/key-ring.md"),
    include_str!("data/lessons/fences.md"),
];

#[test]
fn nothing_of_the_samples_is_lost() {
    SAMPLES.iter().for_each(|text| assert_nothing_is_lost(text));
}

/// A change that an author's slip could make.
#[derive(Clone, Debug)]
enum Slip {
    Delete(usize),
    Repeat(usize),
    Swap(usize, usize),
    CutStart(usize, usize),
    Join(usize),
}

fn slip() -> impl Strategy<Value = Slip> {
    let line = 0..200_usize;
    prop_oneof![
        line.clone().prop_map(Slip::Delete),
        line.clone().prop_map(Slip::Repeat),
        (line.clone(), 0..200_usize).prop_map(|(one, other)| Slip::Swap(one, other)),
        (line.clone(), 1..4_usize).prop_map(|(line, length)| Slip::CutStart(line, length)),
        line.prop_map(Slip::Join),
    ]
}

fn with_slips(text: &str, slips: &[Slip]) -> String {
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    for slip in slips {
        let count = lines.len().max(1);
        match *slip {
            Slip::Delete(line) if lines.len() > 1 => {
                lines.remove(line % count);
            }
            Slip::Delete(_) => {}
            Slip::Repeat(line) => lines.insert(line % count, lines[line % count].clone()),
            Slip::Swap(one, other) => lines.swap(one % count, other % count),
            Slip::CutStart(line, length) => {
                lines[line % count] = lines[line % count].chars().skip(length).collect();
            }
            Slip::Join(line) => {
                let line = line % count;
                if line + 1 < lines.len() {
                    let next = lines.remove(line + 1);
                    lines[line].push_str(&next);
                }
            }
        }
    }
    lines.join("\n")
}

/// Lines out of the pieces that Markdown and the format are made of.
fn strange_line() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("> "),
        Just("- "),
        Just("1. "),
        Just("  "),
        Just("    "),
        Just("# "),
        Just("## "),
        Just("### Question "),
        Just("```blocs depart "),
        Just("```verif "),
        Just("```truc "),
        Just("```"),
        Just("~~~carnet "),
        Just("[!TIP] "),
        Just("[!RIEN] "),
        Just("- [x] "),
        Just("- [ ] "),
        Just("<!-- etape: "),
        Just("<!-- "),
        Just(" -->"),
        Just("**"),
        Just("*"),
        Just("`"),
        Just("["),
        Just("]"),
        Just("![image](x.svg) "),
        Just("<b>"),
        Just("<div>"),
        Just("| a | b |"),
        Just("|---|---|"),
        Just("---"),
        Just(" : "),
        Just("image: "),
        Just("mot"),
        Just("été"),
        Just("phrase. "),
        Just("\\"),
        Just("&amp;"),
        Just("\u{a0}"),
        Just("\t"),
    ];
    proptest::collection::vec(piece, 0..6).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::with_cases(150) })]

    #[test]
    fn any_text_is_read(text in any::<String>()) {
        let _ = lesson::parse(&text, None);
        let _ = lesson::lint::lint_lesson(&text, "x/fr.md", None);
        let _ = lesson::programme::parse(&text);
        let _ = lesson::glossary::parse(&text, words::Language::French);
    }

    #[test]
    fn strange_files_are_read_and_kept(lines in proptest::collection::vec(strange_line(), 0..30)) {
        let lines: Vec<String> =
            lines.iter().enumerate().map(|(number, line)| format!("{line} m{number}m")).collect();
        let text = lines.join("\n");
        let lesson = lesson::parse(&text, Some("x")).lesson;
        let kept = kept(&lesson);
        for number in 0..lines.len() {
            prop_assert!(kept.contains(&format!("m{number}m")), "m{number}m is lost of\n{text}\n-- kept --\n{kept}");
        }
        let _ = lesson::lint::lint_lesson(&text, "x/fr.md", None);
        let _ = lesson::programme::parse(&text);
    }

    #[test]
    fn slips_lose_nothing(sample in 0..SAMPLES.len(), slips in proptest::collection::vec(slip(), 1..6)) {
        assert_nothing_is_lost(&with_slips(SAMPLES[sample], &slips));
    }

    #[test]
    fn places_are_inside_the_file(sample in 0..SAMPLES.len(), slips in proptest::collection::vec(slip(), 1..9)) {
        let text = with_slips(SAMPLES[sample], &slips);
        for problem in lesson::lint::lint_lesson(&text, "x/fr.md", None) {
            let line = text.lines().nth(problem.line - 1).unwrap_or("");
            prop_assert!(problem.column <= line.chars().count() + 1, "{problem:?} in {line:?}");
            prop_assert!(problem.sentence.iter().chain(&problem.next_step).all(|words| !words.is_empty()));
        }
    }
}

/// A file that someone could only make on purpose is read all the same: what it makes of memory and of problems has a
/// limit. The files are so large that work which grows with their square would never end.
#[test]
fn hostile_files_are_read_within_limits() {
    let check = |name: &str, code: &str, text: String| {
        let parsed = lesson::parse(&text, Some("x"));
        let told = lesson::lint::lint_lesson(&text, "x/fr.md", None);
        for problems in [&parsed.problems, &told] {
            assert!(problems.len() <= MOST_PROBLEMS + 1, "{name}");
        }
        let is_told = parsed.problems.iter().any(|problem| problem.code == code);
        assert!(is_told, "{name}: no {code} in {:?}", parsed.problems.last());
        let kept = kept(&parsed.lesson).len();
        assert!(kept <= MOST_KEPT * text.len(), "{name}: {kept} of {}", text.len());
    };
    check("5 MB of text", "S014", "Une phrase.\n\n".repeat(400_000));
    check("deep boxes", "S015", ">".repeat(50_000) + " fond");
    check(
        "deep boxes on many lines",
        "S015",
        (">".repeat(900) + " fond\n").repeat(1_000),
    );
    check(
        "deep lists",
        "S015",
        (0..1_000).map(|level| "  ".repeat(level) + "- x\n").collect(),
    );
    check("deep marks", "F004", "*a **b ".repeat(100_000));
    check("open brackets", "F004", "[".repeat(900_000));
    check("open pictures", "F004", "![](".repeat(200_000));
    check("open comments", "S011", "<!--\n".repeat(190_000));
    check("open fences", "B003", "```blocs depart\n\n## x\n".repeat(45_000));
    check(
        "many hints",
        "S020",
        "```blocs indice\nattendre 1 s\n```\n".repeat(28_000),
    );
    check("small fences", "S016", "```blocs indice\nx\n```\n".repeat(42_000));
    check("unknown fences", "B002", "```bloks indise\n```\n".repeat(45_000));
    check("checks", "S016", "## x\n```verif\nx\n```\n".repeat(45_000));
    check("boxes", "B001", "> [!TIPP]\n\n".repeat(80_000));
    check("steps", "S003", "## x\n".repeat(190_000));
    check("one long line", "F004", "a ".repeat(499_000));
    check("links on one line", "F004", "[a](b.exe) ".repeat(90_000));
    check("pictures on one line", "I001", "![](b.exe)".repeat(90_000));
    check("phone numbers on one line", "F004", "0612345678 ".repeat(90_000));
    check("raw HTML", "R001", "<b>".repeat(300_000));
    check("references", "F004", "[a]: b\n".repeat(140_000));
    check(
        "keys",
        "F001",
        format!("---\n{}---\n", "titr: x\n".repeat(120_000)),
    );
    check(
        "tables",
        "F004",
        format!(
            "{}\n{}\n{}",
            "|a".repeat(10_000),
            "|-".repeat(10_000),
            "|b\n".repeat(10_000)
        ),
    );
}

/// Nesting deeper than the limit is told once, and its words are kept.
#[test]
fn what_is_too_deep_is_kept_as_text() {
    let text = format!("{} le fond\n\nAprès.\n", ">".repeat(2_000));
    let parsed = lesson::parse(&text, None);
    let kept = kept(&parsed.lesson);
    assert!(kept.contains("le fond") && kept.contains("Après."), "{kept}");
    assert_eq!(
        parsed
            .problems
            .iter()
            .filter(|problem| problem.code == "S015")
            .count(),
        1
    );
}
