//! What is wrong in a text, and where. The sentences stand in `crate::words`.

use crate::board_text::BoardProblem;
use crate::parts::{PartKind, PartName};
use words::Language;

/// One problem of one place of a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextProblem {
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// What is wrong.
    pub kind: TextProblemKind,
}

impl TextProblem {
    /// What is wrong, in a sentence.
    #[must_use]
    pub fn sentence(&self, language: Language) -> String {
        crate::words::text::sentence(&self.kind, language)
    }

    /// What to do next, in a sentence.
    #[must_use]
    pub fn next_step(&self, language: Language) -> String {
        crate::words::text::next_step(&self.kind, language)
    }
}

/// What can be wrong in a text. Examples are in the language the line seems to be written in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TextProblemKind {
    /// No block begins like this line.
    UnknownLine {
        /// The line.
        line: String,
        /// A line that looks like it.
        nearest: Option<String>,
    },
    /// The line begins like a block and goes on otherwise.
    Unexpected {
        /// What stands there; `None` at the end of the line.
        found: Option<String>,
        /// What could stand there.
        expected: Vec<Expected>,
        /// How such a line is written.
        example: String,
    },
    /// `1 000`: thousands are never grouped.
    SpacedNumber {
        /// The number without the space.
        joined: String,
    },
    /// A word of the language in the place of a name.
    ReservedName {
        /// The word.
        name: String,
    },
    /// The name of a part that is no value by itself (`si lampe > 50`).
    PartAlone {
        /// Its name as typed.
        part: String,
        /// The value that is probably meant.
        instead: String,
    },
    /// A part that is not on the board. The block is read all the same.
    NoSuchPart {
        /// Its name, in both languages.
        part: PartName,
        /// The part of that kind that is there.
        nearest: Option<PartName>,
    },
    /// `arrondir x + 1`: one cannot tell what belongs together.
    Ambiguous {
        /// What could stand in parentheses.
        value: String,
    },
    /// `a < b < c`.
    ChainedComparison,
    /// Text in quotes, which no block takes yet.
    Quoted,
    /// A bracket, brace or quote that is not closed on its line.
    NotClosed {
        /// What opens it.
        sign: char,
    },
    /// A sign without meaning here.
    StrayCharacter {
        /// The sign.
        character: char,
    },
    /// Nested deeper than [`super::MOST_NESTING`].
    TooDeep,
    /// Indented under a line that has no inside.
    TooIndented,
    /// Indented between two levels.
    Misaligned,
    /// A hat inside a script.
    HatInside {
        /// The line.
        line: String,
    },
    /// `sinon` without a `si` above it at the same level, or after another `sinon`.
    ClauseWithoutIf {
        /// The line.
        clause: String,
    },
    /// More `sinon si` than a block takes.
    TooManyClauses {
        /// How many it takes.
        most: u32,
    },
    /// A value alone on a line where a block is expected.
    ValueAlone,
    /// `# bloc inconnu :` and then no block.
    UnreadableBlock,
    /// Longer than [`super::MOST_TEXT_BYTES`]; nothing of it was read.
    TooLong,
    /// A problem of a board.
    Board(BoardProblem),
}

/// What could stand at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Expected {
    /// A word of a template, or of a choice.
    Word(&'static str),
    /// A value.
    Value,
    /// A name.
    Name,
    /// A part of a kind.
    Part(PartKind),
    /// Nothing more.
    End,
}
