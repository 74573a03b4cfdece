//! The words that a lesson's machine lines are made of, each once: what is read, what is suggested for a slip, and
//! what `lessons/AUTHORING.md` must list all come from these tables. Words are compared without capitals and accents.

mod boxes;
mod comment_words;
mod fences;
mod prompts;

pub use boxes::{BoxMark, BoxWords, boxes};
pub use comment_words::{CommentWord, CommentWordKind, comment_words};
pub use fences::{FenceKind, FenceWords, fences};
pub(crate) use fences::{FenceReading, nearest_fence, read_fence};
pub use prompts::{PromptKind, PromptWord, prompts};

use crate::spelling::folded;
use words::Language;

/// A key of the front matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key {
    /// Version of the format.
    Format,
    /// Folder name and key of progress.
    Id,
    /// Title.
    Title,
    /// Language of the file.
    Language,
    /// Raised when the meaning changes.
    Version,
    /// The bench.
    Bench,
    /// Minutes without challenges.
    Minutes,
    /// 1 to 3.
    Level,
    /// Lessons that should come before.
    Requires,
    /// Ids of skills.
    Skills,
    /// Id of a badge.
    Badge,
    /// Sentence for the CV.
    Cv,
    /// Picture of the object.
    Image,
    /// What one sees on it.
    ImageText,
    /// Materials needed.
    Materials,
    /// Machine needed.
    Machine,
    /// Former ids.
    Was,
    /// The version that a translation follows.
    TranslatedFrom,
    /// Who re-read it for easy reading.
    ReviewedBy,
    /// Licence.
    Licence,
    /// Weeks of a programme.
    Weeks,
}

/// A row of the table of keys.
#[derive(Clone, Copy, Debug)]
pub struct FrontMatterKey {
    /// What it is.
    pub key: Key,
    /// As written in a French lesson.
    pub french: &'static str,
    /// As written in an English lesson.
    pub english: &'static str,
    /// A lesson without it is not complete.
    pub is_needed: bool,
}

const KEYS: [FrontMatterKey; 21] = {
    const fn key(key: Key, french: &'static str, english: &'static str, is_needed: bool) -> FrontMatterKey {
        FrontMatterKey {
            key,
            french,
            english,
            is_needed,
        }
    }
    [
        key(Key::Format, "format", "format", true),
        key(Key::Id, "id", "id", true),
        key(Key::Title, "titre", "title", true),
        key(Key::Language, "langue", "lang", true),
        key(Key::Version, "version", "version", true),
        key(Key::Bench, "atelier", "bench", true),
        key(Key::Minutes, "minutes", "minutes", true),
        key(Key::Level, "niveau", "level", false),
        key(Key::Requires, "avant", "requires", false),
        key(Key::Skills, "competences", "skills", false),
        key(Key::Badge, "badge", "badge", false),
        key(Key::Cv, "cv", "cv", false),
        key(Key::Image, "image", "image", false),
        key(Key::ImageText, "image-texte", "image-alt", false),
        key(Key::Materials, "materiel", "materials", false),
        key(Key::Machine, "machine", "machine", false),
        key(Key::Was, "ancien-nom", "was", false),
        key(Key::TranslatedFrom, "traduit-de", "translated-from", false),
        key(Key::ReviewedBy, "relu-par", "reviewed-by", false),
        key(Key::Licence, "licence", "licence", false),
        key(Key::Weeks, "semaines", "weeks", false),
    ]
};

/// The keys of the front matter, in the order in which authors write them.
#[must_use]
pub fn front_matter_keys() -> &'static [FrontMatterKey] {
    &KEYS
}

impl Key {
    /// The key of a word in either language.
    #[must_use]
    pub fn read(word: &str) -> Option<Self> {
        let word = folded(word);
        (KEYS.iter())
            .find(|row| row.french == word || row.english == word)
            .map(|row| row.key)
    }

    /// The word for it.
    #[must_use]
    pub fn word(self, language: Language) -> &'static str {
        (KEYS.iter().find(|row| row.key == self)).map_or("", |row| language.pick(row.french, row.english))
    }
}
