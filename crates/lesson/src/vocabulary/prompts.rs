//! Lines of a logbook prompt: `image: …`.

use words::Language;

/// A kind of line of a logbook prompt.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum PromptKind {
    /// A picture.
    Picture,
    /// A sentence to go on with.
    Sentence,
    /// Words to choose from.
    Choice,
    /// A sound.
    Sound,
}

/// A row of the table of logbook lines.
#[derive(Clone, Copy, Debug)]
pub struct PromptWord {
    /// What it is.
    pub kind: PromptKind,
    /// As written in a French lesson, before the `:`.
    pub french: &'static str,
    /// As written in an English lesson.
    pub english: &'static str,
}

const PROMPTS: [PromptWord; 4] = [
    PromptWord {
        kind: PromptKind::Picture,
        french: "image",
        english: "picture",
    },
    PromptWord {
        kind: PromptKind::Sentence,
        french: "phrase",
        english: "sentence",
    },
    PromptWord {
        kind: PromptKind::Choice,
        french: "choix",
        english: "choice",
    },
    PromptWord {
        kind: PromptKind::Sound,
        french: "son",
        english: "sound",
    },
];

/// The lines of a logbook prompt.
#[must_use]
pub fn prompts() -> &'static [PromptWord] {
    &PROMPTS
}

impl PromptKind {
    /// The kind of a word in either language.
    pub(crate) fn read(word: &str) -> Option<Self> {
        (PROMPTS.iter())
            .find(|row| row.french == word || row.english == word)
            .map(|row| row.kind)
    }

    /// The word for it.
    pub(crate) fn word(self, language: Language) -> &'static str {
        (PROMPTS.iter().find(|row| row.kind == self)).map_or("", |row| language.pick(row.french, row.english))
    }
}
