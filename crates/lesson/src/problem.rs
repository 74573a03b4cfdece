//! What is wrong in an author's text: where, what, and what to do next.

mod table;

use crate::words::with_french_spaces;
use device::in_order::sort_by_number;
use std::fmt::Write as _;
use words::Language;

pub use table::*;

/// How much it matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Severity {
    /// The learner would see something broken.
    Error,
    /// Probably not what the author meant.
    Warning,
    /// Could be easier to read.
    Advice,
}

impl Severity {
    /// The word for it, as authors read it.
    #[must_use]
    pub fn word(self, language: Language) -> &'static str {
        match self {
            Self::Error => language.pick("erreur", "error"),
            Self::Warning => language.pick("alerte", "warning"),
            Self::Advice => language.pick("conseil", "advice"),
        }
    }
}

/// A place in a file, as an editor counts: a byte order mark is no character, CR LF is one end of line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
}

/// A row of the table of problems ([`ALL`]). In its texts `{0}`, `{1}` … stand for words of the place.
#[derive(Debug, PartialEq, Eq)]
pub struct ProblemKind {
    /// A letter and three digits that never change.
    pub code: &'static str,
    /// How much it matters.
    pub severity: Severity,
    /// What is wrong, in French and in English.
    pub sentence: [&'static str; 2],
    /// What to do next, in French and in English.
    pub next_step: [&'static str; 2],
}

impl ProblemKind {
    /// The problem at a place; `words` fill `{0}`, `{1}` … of both languages.
    #[must_use]
    pub fn at(&self, place: Place, words: &[&str]) -> Problem {
        self.at_in_each(place, [words, words])
    }

    /// The problem at a place, with words of their own for French and for English.
    #[must_use]
    pub fn at_in_each(&self, place: Place, words: [&[&str]; 2]) -> Problem {
        Problem {
            line: place.line,
            column: place.column,
            severity: self.severity,
            code: self.code,
            sentence: [
                filled(&with_french_spaces(self.sentence[0]), words[0]),
                filled(self.sentence[1], words[1]),
            ],
            next_step: [
                filled(&with_french_spaces(self.next_step[0]), words[0]),
                filled(self.next_step[1], words[1]),
            ],
        }
    }
}

/// One problem of one place. Its sentences are made when it is found, for both languages, so that the page and the
/// command say the same.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Line of the file, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// How much it matters.
    pub severity: Severity,
    /// A letter and three digits that never change, to look it up (`F001`).
    pub code: &'static str,
    /// What is wrong, in French and in English.
    pub sentence: [String; 2],
    /// What to do next, in French and in English; may be empty.
    pub next_step: [String; 2],
}

impl Problem {
    /// What is wrong, in a language.
    #[must_use]
    pub fn sentence(&self, language: Language) -> &str {
        language.pick(&self.sentence[0], &self.sentence[1])
    }

    /// What to do next, in a language.
    #[must_use]
    pub fn next_step(&self, language: Language) -> &str {
        language.pick(&self.next_step[0], &self.next_step[1])
    }

    /// Where it is.
    #[must_use]
    pub fn place(&self) -> Place {
        Place {
            line: self.line,
            column: self.column,
        }
    }

    /// The same problem with another next step, in French and in English.
    #[must_use]
    pub fn with_next_step(mut self, next_step: [String; 2]) -> Self {
        self.next_step = [with_french_spaces(&next_step[0]), next_step[1].clone()];
        self
    }
}

/// How many problems of one file are told; a file with more is not a lesson, and telling all would take long.
pub const MOST_PROBLEMS: usize = 200;

/// The problems found so far in one file. Beyond [`MOST_PROBLEMS`] they are only counted.
#[derive(Debug, Default)]
pub(crate) struct Problems {
    told: Vec<Problem>,
    untold: usize,
}

impl Problems {
    /// Adds one; `problem` is not even made when there are too many.
    pub(crate) fn add(&mut self, problem: impl FnOnce() -> Problem) {
        if self.told.len() < MOST_PROBLEMS {
            self.told.push(problem());
        } else {
            self.untold += 1;
        }
    }

    /// Adds several that are made already.
    pub(crate) fn extend(&mut self, problems: Vec<Problem>) {
        for problem in problems {
            self.add(|| problem);
        }
    }

    /// All of them in order of place, and one more that counts those left out.
    pub(crate) fn into_sorted(mut self) -> Vec<Problem> {
        sort(&mut self.told);
        if self.untold > 0 {
            let count = self.untold.to_string();
            let place = self
                .told
                .last()
                .map_or(Place { line: 1, column: 1 }, Problem::place);
            self.told.push(TOO_MANY_PROBLEMS.at(place, &[&count]));
        }
        self.told
    }
}

/// Puts problems in order of place; those of one place with the worst first.
pub fn sort(problems: &mut Vec<Problem>) {
    sort_by_number(problems, |problem| code_in_order(problem.code));
    sort_by_number(problems, |problem| problem.severity as u64);
    sort_by_number(problems, |problem| problem.column as u64);
    sort_by_number(problems, |problem| problem.line as u64);
}

/// A number that is to others as a code (`F001`) is to others.
fn code_in_order(code: &str) -> u64 {
    code.bytes().fold(0, |number, byte| number << 8 | u64::from(byte))
}

/// A problem as the command prints it: `path:line:column: severity CODE : sentence`, the line itself, the next step.
/// `source` is the whole text of the file. Ends with a line feed.
#[must_use]
pub fn format(problem: &Problem, path: &str, source: &str, language: Language) -> String {
    let Problem {
        line, column, code, ..
    } = problem;
    let severity = problem.severity.word(language);
    let colon = language.pick("\u{a0}:", ":");
    let sentence = problem.sentence(language);
    let mut text = format!("{path}:{line}:{column}: {severity} {code}{colon} {sentence}\n");
    // A line of thousands of characters would bury the sentence.
    const MOST_CHARACTERS: usize = 110;
    if let Some(line_text) = crate::text::source::lines(source).nth(line - 1) {
        let shown: String = line_text.trim_end().chars().take(MOST_CHARACTERS).collect();
        let ellipsis = if shown.len() < line_text.trim_end().len() {
            "…"
        } else {
            ""
        };
        let _ = writeln!(text, "{line:>5} | {shown}{ellipsis}");
    }
    let next_step = problem.next_step(language);
    if !next_step.is_empty() {
        let help = language.pick("aide", "help");
        let _ = writeln!(text, "{:>5} = {help}{colon} {next_step}", "");
    }
    text
}

/// `{0}`, `{1}` … replaced by words. A word too long to be read in a sentence is cut.
fn filled(template: &str, words: &[&str]) -> String {
    const MOST_CHARACTERS: usize = 120;
    let mut text = template.to_owned();
    for (number, word) in words.iter().enumerate() {
        let hole = format!("{{{number}}}");
        if !text.contains(&hole) {
            continue;
        }
        let mut shown: String = word.trim().chars().take(MOST_CHARACTERS).collect();
        if shown.len() < word.trim().len() {
            shown.push('…');
        }
        text = text.replace(&hole, &shown);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn codes_are_unlike_and_both_languages_have_the_same_holes() {
        let mut codes = BTreeSet::new();
        for kind in ALL {
            assert!(codes.insert(kind.code), "{} twice", kind.code);
            assert!(
                !kind.sentence[0].is_empty() && !kind.next_step[0].is_empty(),
                "{}",
                kind.code
            );
            for texts in [kind.sentence, kind.next_step] {
                for number in 0..4 {
                    let hole = format!("{{{number}}}");
                    assert_eq!(
                        texts[0].contains(&hole),
                        texts[1].contains(&hole),
                        "{}",
                        kind.code
                    );
                }
            }
        }
    }

    #[test]
    fn a_problem_is_printed_with_its_line_and_the_next_step() {
        let problem = UNKNOWN_KEY.at(Place { line: 2, column: 1 }, &["minute", "minutes"]);
        expect_test::expect![[r#"
            lessons/broken/fr.md:2:1: erreur F001 : clé inconnue : « minute »
                2 | minute: 30
                  = aide : Tu veux dire « minutes » ?
        "#]]
        .assert_eq(
            &format(
                &problem,
                "lessons/broken/fr.md",
                "---\r\nminute: 30\r\n",
                Language::French,
            )
            .replace('\u{a0}', " "),
        );
    }

    #[test]
    fn a_long_line_does_not_bury_the_sentence() {
        let problem = UNKNOWN_KEY.at(Place { line: 1, column: 1 }, &[&"x".repeat(500), "minutes"]);
        let text = format(&problem, "fr.md", &"é".repeat(10_000), Language::English);
        assert!(text.chars().count() < 400, "{text}");
    }
}
