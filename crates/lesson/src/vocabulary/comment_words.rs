//! Comments under titles: `<!-- etape: monter; min: 15 -->`.

use crate::spelling::nearest;

/// A word of the comment under a title.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum CommentWordKind {
    /// The step's id.
    Step,
    /// Minutes it takes.
    Minutes,
    /// Whether it is a challenge.
    Challenge,
    /// A former id.
    Was,
    /// A module's id (programme).
    Module,
    /// The weeks of a module (programme).
    Weeks,
    /// The modules that come before (programme).
    Before,
    /// How many lessons to choose (programme).
    Choose,
}

/// A row of the table of words of comments.
#[derive(Clone, Copy, Debug)]
pub struct CommentWord {
    /// What it is.
    pub word: CommentWordKind,
    /// As written in a French file.
    pub french: &'static str,
    /// As written in an English file.
    pub english: &'static str,
    /// Whether it stands in the programme rather than in a lesson.
    pub is_of_programme: bool,
}

const COMMENT_WORDS: [CommentWord; 8] = {
    const fn word(
        word: CommentWordKind,
        french: &'static str,
        english: &'static str,
        programme: bool,
    ) -> CommentWord {
        CommentWord {
            word,
            french,
            english,
            is_of_programme: programme,
        }
    }
    [
        word(CommentWordKind::Step, "etape", "step", false),
        word(CommentWordKind::Minutes, "min", "min", false),
        word(CommentWordKind::Challenge, "defi", "challenge", false),
        word(CommentWordKind::Was, "ancien", "was", false),
        word(CommentWordKind::Module, "module", "module", true),
        word(CommentWordKind::Weeks, "semaines", "weeks", true),
        word(CommentWordKind::Before, "avant", "requires", true),
        word(CommentWordKind::Choose, "choisir", "choose", true),
    ]
};

/// The words of the comments under titles, of lessons and of the programme.
#[must_use]
pub fn comment_words() -> &'static [CommentWord] {
    &COMMENT_WORDS
}

impl CommentWordKind {
    /// Reads a word in either language, of lessons or of the programme.
    pub(crate) fn read(word: &str, is_of_programme: bool) -> Option<Self> {
        (COMMENT_WORDS.iter())
            .find(|row| row.is_of_programme == is_of_programme && (row.french == word || row.english == word))
            .map(|row| row.word)
    }

    /// The nearest word an author probably meant.
    pub(crate) fn nearest(word: &str, is_of_programme: bool) -> Option<&'static str> {
        let rows = COMMENT_WORDS
            .iter()
            .filter(|row| row.is_of_programme == is_of_programme);
        nearest(word, rows.flat_map(|row| [row.french, row.english]))
    }
}
