//! Every sentence of a check on drawings: one file that passes, at least one that does not.
//!
//! A file of `data/drawings` is the lines of a check, `---`, a drawing, `---`, what is then said, the shapes it speaks
//! of by their place in the drawing, and where they are. `UPDATE_EXPECT=1` writes what is said.

use design::document::Font;
use design::letters::Letters;
use expect_test::expect_file;
use lesson::check::{self, Check, Property};
use lesson::grade::{Verdict, grade_drawing};
use libtest_mimic::{Arguments, Failed, Trial};
use std::fmt::Write;
use std::path::{Path, PathBuf};
use words::Language;

fn main() {
    let arguments = Arguments::from_args();
    let files = files();
    let mut trials: Vec<Trial> = files
        .iter()
        .map(|file| {
            let name = file
                .file_stem()
                .unwrap_or_default()
                .to_string_lossy()
                .into_owned();
            let file = file.clone();
            Trial::test(name, move || check_file(&file))
        })
        .collect();
    trials.push(Trial::test(
        "every sentence has a file that passes and one that does not",
        move || every_sentence_is_tested(&files),
    ));
    trials.push(Trial::test(
        "sentences are written and read back",
        sentences_are_read_back,
    ));
    libtest_mimic::run(&arguments, trials).exit();
}

fn files() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/drawings");
    let mut files: Vec<PathBuf> = std::fs::read_dir(&folder)
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path())
        .collect();
    files.sort();
    files
}

/// Both fonts, as npm brings them.
fn letters() -> Result<Letters, Failed> {
    let mut letters = Letters::default();
    for font in Font::ALL {
        let modules = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../node_modules");
        let bytes = std::fs::read(modules.join(font.npm_path()))?;
        letters
            .read(font, &bytes)
            .map_err(|problem| format!("{problem:?}"))?;
    }
    Ok(letters)
}

fn check_file(file: &Path) -> Result<(), Failed> {
    let text = std::fs::read_to_string(file)?;
    let mut sections = text.split("---\n");
    let (sentences, drawing) = (
        sections.next().unwrap_or_default(),
        sections.next().unwrap_or_default(),
    );
    let check = read_check(sentences)?;
    let read = design::text::read(drawing, None);
    if let Some(problem) = read.problems.first() {
        return Err(problem.sentence(Language::English).into());
    }
    // A file whose name says so is judged before the letters have come.
    let letters = match file.to_string_lossy().contains("without-letters") {
        true => Letters::default(),
        false => letters()?,
    };
    let mut said = String::new();
    for language in Language::ALL {
        let verdict = grade_drawing(&check, &read.document, &letters, language);
        let passes = matches!(verdict, Verdict::Passed { .. });
        if passes != file.to_string_lossy().contains(".pass") {
            return Err(format!("{verdict:#?}").into());
        }
        write_verdict(&mut said, &verdict, language)?;
    }
    expect_file![file].assert_eq(&format!("{sentences}---\n{drawing}---\n{said}"));
    Ok(())
}

fn read_check(sentences: &str) -> Result<Check, Failed> {
    let lines: Vec<(usize, usize, &str)> = sentences
        .lines()
        .enumerate()
        .map(|(place, line)| (place + 1, 1, line))
        .collect();
    let (check, problems) = check::parse_of_drawing("essai", &lines, Language::French);
    match problems
        .iter()
        .find(|problem| problem.severity == lesson::problem::Severity::Error)
    {
        Some(problem) => Err(problem.sentence[1].clone().into()),
        None => Ok(check),
    }
}

fn write_verdict(said: &mut String, verdict: &Verdict, language: Language) -> Result<(), Failed> {
    let code = language.code();
    match verdict {
        Verdict::Passed { praise } => writeln!(said, "{code} bravo {praise}")?,
        Verdict::AuthorProblem(reason) => writeln!(said, "{code} author {reason}")?,
        Verdict::NotYet(message) => {
            if let Some(own_words) = &message.own_words {
                writeln!(said, "{code} own {own_words}")?;
            }
            writeln!(said, "{code} seen {}", message.seen)?;
            writeln!(said, "{code} expected {}", message.expected)?;
            for words in [&message.seen, &message.expected] {
                is_in_our_voice(words)?;
            }
            if language == Language::English {
                let shapes: Vec<String> = message.shapes.iter().map(|shape| shape.0.to_string()).collect();
                writeln!(said, "holding {} of {}", message.passed, message.total)?;
                writeln!(said, "shapes {}", shapes.join(" "))?;
                if let Some(place) = message.place {
                    let [x0, y0, x1, y1] = [place.x0, place.y0, place.x1, place.y1]
                        .map(|side| words::number(side, Language::English));
                    writeln!(said, "place {x0} {y0} to {x1} {y1}")?;
                }
            }
        }
    }
    Ok(())
}

/// Short, friendly, with our typography.
fn is_in_our_voice(words: &str) -> Result<(), Failed> {
    let lower = words.to_lowercase();
    let has_strange_words = ["erreur", "faux", "fausse", "échec", "invalide"]
        .iter()
        .any(|word| lower.contains(word));
    let is_fine = words.split(' ').count() <= 12
        && !has_strange_words
        && !words.is_empty()
        && !words.contains('\'')
        && !words.contains("  ")
        && !words.ends_with('.')
        && !words.chars().next().is_some_and(char::is_uppercase);
    if is_fine { Ok(()) } else { Err(words.into()) }
}

/// The sentence of a property with its numbers left out.
fn kind(property: &Property) -> String {
    let sentence = property.sentence(Language::French);
    let words: Vec<&str> = sentence
        .split(' ')
        .filter(|word| !word.starts_with(|c: char| c.is_ascii_digit()) || *word == "1")
        .collect();
    words
        .join(" ")
        .replace("rectangles", "rectangle")
        .replace("cercles", "cercle")
}

fn every_sentence_is_tested(files: &[PathBuf]) -> Result<(), Failed> {
    for pattern in check::patterns_of_drawings(Language::French) {
        let Some(begins) = pattern.strip_prefix("vérifie ") else {
            continue;
        };
        // The words of the pattern that every such sentence has.
        let words: Vec<&str> = begins
            .split(['[', ' '])
            .take_while(|word| !word.is_empty())
            .filter(|word| !word.contains('|') && *word != "N")
            .collect();
        for end in [".pass", ".fail"] {
            let is_tested = files
                .iter()
                .filter(|file| file.to_string_lossy().contains(end))
                .any(|file| {
                    let text = std::fs::read_to_string(file).unwrap_or_default();
                    let sentences = text.split("---").next().unwrap_or_default();
                    let Ok(check) = read_check(sentences) else {
                        return false;
                    };
                    check.sentences.iter().any(|sentence| {
                        let kind = kind(&sentence.property);
                        words
                            .iter()
                            .all(|word| kind.split(' ').any(|other| other == *word))
                            && check::patterns_of_drawings(Language::French).len() > words.len()
                    })
                });
            if !is_tested {
                return Err(format!("no file {end} for: {begins}").into());
            }
        }
    }
    Ok(())
}

/// What is written of a check is read as the same check, in both languages.
fn sentences_are_read_back() -> Result<(), Failed> {
    for file in files() {
        let text = std::fs::read_to_string(file)?;
        let check = read_check(text.split("---").next().unwrap_or_default())?;
        for language in Language::ALL {
            let again = read_check(&check.lines(language).join("\n"))?;
            if !again.asks_the_same_as(&check) {
                return Err(format!("{:?}", check.lines(language)).into());
            }
        }
    }
    Ok(())
}
