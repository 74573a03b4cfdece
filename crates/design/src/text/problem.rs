//! What is wrong in a text, and where. The sentences stand in `crate::words`.

use super::vocabulary::Keyword;
use crate::edit::Refusal;
use words::Language;

/// One problem of one place of a text.
#[derive(Clone, Debug, PartialEq)]
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

/// What can be wrong in a text.
#[derive(Clone, Debug, PartialEq)]
pub enum TextProblemKind {
    /// No line begins with this word.
    UnknownLine {
        /// The first word of the line, or its first sign.
        word: String,
        /// The word that is spelled most like it.
        nearest: Option<&'static str>,
    },
    /// No property begins with this word.
    UnknownProperty {
        /// The word.
        word: String,
        /// The word that is spelled most like it.
        nearest: Option<&'static str>,
    },
    /// Something else stands where the line goes on.
    Unexpected {
        /// What stands there; `None` at the end of the line.
        found: Option<String>,
        /// What could stand there.
        expected: Expected,
        /// The word whose example shows how it is written.
        of: Keyword,
    },
    /// A property that this shape cannot have: `coins` of a circle.
    NotOfThis {
        /// The property.
        property: Keyword,
        /// The shape.
        shape: Keyword,
    },
    /// A property, or a line about the whole drawing, that was given already. The first one counts.
    Twice {
        /// Which.
        keyword: Keyword,
    },
    /// A quote that is not closed on its line.
    NotClosed {
        /// The sign that opens it.
        sign: char,
    },
    /// A size, a count or a text that no shape can have.
    Refused(Refusal),
    /// A place farther away than [`crate::length::Mm::MOST`].
    TooFar,
    /// What stands in the quotes of a path is no path from here on.
    NoPath,
    /// Indented, and no group stands above. The line is read all the same.
    NoGroupAbove,
    /// In more groups than [`super::MOST_NESTING`].
    TooDeep,
    /// No line says how large the sheet is.
    NoPage,
    /// Longer than [`super::MOST_TEXT_BYTES`]; nothing of it was read.
    TooLong,
    /// More shapes than [`crate::edit::MOST_SHAPES`]; nothing of it was read.
    TooMany,
}

/// What could stand at a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Expected {
    /// A word.
    Word(Keyword),
    /// A number.
    Number,
    /// Something in quotes.
    Quoted,
    /// The name of a material.
    Name,
    /// `;`, or the end of the line.
    Semicolon,
    /// Nothing more.
    End,
}
