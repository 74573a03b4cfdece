//! What is wrong in an author's text: where, what, and what to do next.

use words::Language;

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
}
