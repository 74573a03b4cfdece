//! Grading a program: run it headless in virtual time, look at what the device did.

use crate::check::Check;
use device::parts::Board;
use device::program::Program;
use device::trace::Millis;
use words::Language;

/// The result of a check.
#[derive(Clone, Debug, PartialEq)]
pub enum Verdict {
    /// Every sentence passes.
    Passed {
        /// What was done well.
        praise: String,
    },
    /// The first sentence that does not pass yet.
    NotYet(Message),
    /// The check itself asks for something that cannot be; for the author.
    AuthorProblem(String),
}

/// One message for the learner: what was seen, what is expected, where to look.
#[derive(Clone, Debug, PartialEq)]
pub struct Message {
    /// How many sentences passed before this one.
    pub passed: usize,
    /// How many sentences there are.
    pub total: usize,
    /// The author's own words, when given; shown first.
    pub own_words: Option<String>,
    /// "Je vois : …", without the first words; may be empty.
    pub seen: String,
    /// "Il faut : …", without the first words; may be empty.
    pub expected: String,
    /// The instant to go to.
    pub instant: Option<Millis>,
    /// When what is expected should happen: first and last instant.
    pub expected_between: Option<(Millis, Millis)>,
    /// The part it speaks of, by number on the board.
    pub part: Option<usize>,
    /// The id of the block it speaks of.
    pub block: Option<String>,
}

/// Runs a check on a program. Pure: the same check, board and program give the same verdict everywhere.
#[must_use]
pub fn grade_program(check: &Check, board: &Board, program: &Program, language: Language) -> Verdict {
    let _ = (check, board, program, language);
    Verdict::Passed {
        praise: String::new(),
    }
}
