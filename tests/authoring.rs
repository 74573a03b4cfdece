//! `lessons/AUTHORING.md` teaches what the code reads: its tables, its sentences and its example are tried.

use device::parts::{Board, Part, PartKind, PartName};
use lesson::lint::{Site, lint_file};
use lesson::problem::Severity;
use lesson::vocabulary;
use words::Language;

fn authoring() -> String {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/../lessons/AUTHORING.md");
    std::fs::read_to_string(path).expect("lessons/AUTHORING.md")
}

/// The rows under the table whose head begins with these cells, without the head and the line below it.
fn table(text: &str, head: &str) -> Vec<Vec<String>> {
    let rows: Vec<Vec<String>> = text
        .lines()
        .skip_while(|line| !line.starts_with(head))
        .take_while(|line| line.starts_with('|'))
        .skip(2)
        .map(|line| {
            line.trim_matches('|')
                .split(" | ")
                .map(|cell| cell.trim().to_owned())
                .collect()
        })
        .collect();
    assert!(!rows.is_empty(), "no table begins with `{head}`");
    rows
}

/// What stands between back quotes in a cell.
fn quoted(cell: &str) -> &str {
    cell.trim().trim_matches('`').trim().trim_matches('`').trim()
}

#[test]
fn the_keys_of_the_head_are_those_the_code_reads() {
    let text = authoring();
    let taught: Vec<(String, String, bool)> = table(&text, "| français | anglais | obligatoire")
        .into_iter()
        .map(|row| (row[0].clone(), row[1].clone(), row[2] == "oui"))
        .collect();
    let read: Vec<(String, String, bool)> = vocabulary::front_matter_keys()
        .iter()
        // The programme's own.
        .filter(|key| key.key != vocabulary::Key::Weeks)
        .map(|key| (key.french.to_owned(), key.english.to_owned(), key.is_needed))
        .collect();
    assert_eq!(taught, read);
}

#[test]
fn the_fences_are_those_the_code_reads() {
    let text = authoring();
    let taught: Vec<(String, String)> = table(&text, "| tu écris | en anglais")
        .iter()
        .map(|row| {
            (
                quoted(&row[0])
                    .split(" nom")
                    .next()
                    .unwrap_or_default()
                    .to_owned(),
                quoted(&row[1]).to_owned(),
            )
        })
        .collect();
    for fence in vocabulary::fences() {
        let words = (fence.french.to_owned(), fence.english.to_owned());
        assert!(taught.contains(&words), "{words:?} is not taught: {taught:?}");
    }
    for (french, english) in &taught {
        let is_read = vocabulary::fences()
            .iter()
            .any(|fence| fence.french == french && fence.english == english);
        assert!(
            is_read,
            "{french} / {english} is taught, the code does not read it"
        );
    }
}

#[test]
fn the_boxes_are_those_the_code_reads() {
    let text = authoring();
    for words in vocabulary::boxes() {
        assert!(
            text.contains(&format!("[!{}]", words.word)),
            "[!{}] is not taught",
            words.word
        );
    }
}

/// A board with every part that the examples speak of.
fn board() -> Board {
    let mut board = Board::default();
    let second_lamp = PartName {
        kind: PartKind::Lamp,
        suffix: "_2".to_owned(),
    };
    board.parts.push(Part {
        name: second_lamp,
        pin: "D13".to_owned(),
    });
    board
}

#[test]
fn every_sentence_taught_is_read() {
    let text = authoring();
    let stimuli: Vec<String> = table(&text, "| ce qu'on fait")
        .iter()
        .map(|row| quoted(&row[1]).to_owned())
        .collect();
    let properties: Vec<String> = table(&text, "| ce qu'il doit faire")
        .iter()
        .map(|row| format!("vérifie {}", quoted(&row[1])))
        .collect();
    // All stimuli first: some properties ask for an input that moves.
    let lines: Vec<String> = stimuli.into_iter().chain(properties).collect();
    let numbered: Vec<(usize, usize, &str)> = lines
        .iter()
        .enumerate()
        .map(|(number, line)| (number + 1, 1, line.as_str()))
        .collect();
    let (_, problems) = lesson::check::parse("essai", &numbered, &board(), Language::French);
    let told: Vec<String> = problems
        .iter()
        .filter(|problem| problem.severity == Severity::Error)
        .map(|problem| {
            format!(
                "{}: {}",
                lines[problem.line - 1],
                problem.sentence(Language::French)
            )
        })
        .collect();
    assert!(told.is_empty(), "{}", told.join("\n"));
}

/// Each row teaches another sentence, and each sentence is taught.
#[test]
fn every_sentence_about_drawings_is_taught_and_read() {
    let lines: Vec<String> = table(&authoring(), "| ce que le dessin doit être")
        .iter()
        .map(|row| format!("vérifie {}", quoted(&row[1])))
        .collect();
    let numbered: Vec<(usize, usize, &str)> = lines
        .iter()
        .enumerate()
        .map(|(number, line)| (number + 1, 1, line.as_str()))
        .collect();
    let (check, problems) = lesson::check::parse_of_drawing("essai", &numbered, Language::French);
    let is_error = |problem: &&lesson::problem::Problem| problem.severity == Severity::Error;
    assert_eq!(problems.iter().find(is_error), None);
    let kinds = |sentence: &lesson::check::Sentence| match &sentence.property {
        lesson::check::Property::Drawing(property) => std::mem::discriminant(property),
        other => panic!("{other:?} is about a device"),
    };
    let taught: std::collections::HashSet<_> = check.sentences.iter().map(kinds).collect();
    // All but the words of praise.
    let known = lesson::check::patterns_of_drawings(Language::French).len() - 1;
    assert_eq!((taught.len(), lines.len()), (known, known));
}

#[test]
fn every_line_of_a_drawing_taught_is_read() {
    let text = authoring();
    let lines: Vec<String> = table(&text, "| ce que tu dessines")
        .iter()
        .map(|row| quoted(&row[1]).to_owned())
        .collect();
    let example = text
        .split("```text\n")
        .find(|block| block.starts_with("page "))
        .and_then(|block| block.split("```").next())
        .expect("the example of a drawing");
    for drawing in [lines.join("\n"), example.to_owned()] {
        let read = design::text::read(&drawing, None);
        assert_eq!(read.problems, [], "{drawing}");
    }
}

/// The whole lessons that are examples: the French one, then its translation.
fn examples(text: &str) -> Vec<String> {
    text.split("`````markdown\n")
        .skip(1)
        .filter_map(|rest| rest.split("`````").next())
        .map(str::to_owned)
        .collect()
}

#[test]
fn the_example_is_a_sound_lesson() {
    let [example, _] = &examples(&authoring())[..] else {
        panic!("two examples");
    };
    let parsed = lesson::parse(example, Some("ma-lecon"));
    let told: Vec<String> = parsed
        .problems
        .iter()
        .map(|problem| format!("{}: {}", problem.line, problem.sentence(Language::French)))
        .collect();
    assert!(told.is_empty(), "{}", told.join("\n"));
    assert_eq!(parsed.lesson.counted_steps().count(), 1);
}

/// The folder of the example: its French, and its picture.
struct Folder {
    french: String,
}

impl Site for Folder {
    fn text(&self, path: &str) -> Option<String> {
        (path == "ma-lecon/fr.md").then(|| self.french.clone())
    }

    fn has(&self, path: &str) -> bool {
        ["ma-lecon/fr.md", "ma-lecon/lampe.svg"].contains(&path)
    }
}

#[test]
fn the_translation_is_sound_and_what_may_differ_is_told() {
    let text = authoring();
    let [french, translation] = &examples(&text)[..] else {
        panic!("two examples");
    };
    let told = |french: &str, translation: &str| -> Vec<String> {
        let folder = Folder {
            french: french.to_owned(),
        };
        lint_file(translation, "ma-lecon/en.md", &folder)
            .iter()
            .map(|problem| problem.sentence(Language::French).replace('\u{a0}', " "))
            .collect()
    };
    assert_eq!(told(french, translation), Vec::<String>::new());
    let mut translated = lesson::parse(translation, Some("ma-lecon")).lesson;
    translated.inherit(&lesson::parse(french, Some("ma-lecon")).lesson);
    assert!(translated.steps[0].starter.is_some(), "left to the French");
    for row in table(&text, "| ce qui change") {
        let (place, change) = row[0].split_once(", ").expect("in which file");
        let (before, after) = change.split_once(" devient ").expect("two texts");
        let [before, after] = [quoted(before), quoted(after)];
        let told = if place == "en français" {
            assert!(french.contains(before), "{before}");
            told(&french.replace(before, after), translation)
        } else {
            assert!(translation.contains(before), "{before}");
            told(french, &translation.replace(before, after))
        };
        assert!(told.contains(&row[1]), "{row:?}: {told:?}");
    }
}
