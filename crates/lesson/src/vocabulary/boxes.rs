//! Alert boxes: `> [!TIP]`.

use crate::spelling::{folded, nearest};

/// The mark of an alert box, as it stands between `[!` and `]`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum BoxMark {
    /// To know; with `**Formateur**`, for the trainer.
    Note,
    /// A hint.
    Tip,
    /// To remember.
    Important,
    /// Safety.
    Warning,
    /// Safety.
    Caution,
}

/// A row of the table of boxes. The mark is the same in every language, as on a forge.
#[derive(Clone, Copy, Debug)]
pub struct BoxWords {
    /// What it is.
    pub mark: BoxMark,
    /// Its word.
    pub word: &'static str,
    /// French and English words that authors write in its place, for the suggestion.
    pub meant: &'static [&'static str],
}

const BOXES: [BoxWords; 5] = [
    BoxWords {
        mark: BoxMark::Note,
        word: "NOTE",
        meant: &[
            "remarque",
            "info",
            "information",
            "savoir",
            "formateur",
            "trainer",
        ],
    },
    BoxWords {
        mark: BoxMark::Tip,
        word: "TIP",
        meant: &["indice", "astuce", "hint", "aide", "conseil"],
    },
    BoxWords {
        mark: BoxMark::Important,
        word: "IMPORTANT",
        meant: &["retenir", "a retenir", "remember", "memo"],
    },
    BoxWords {
        mark: BoxMark::Warning,
        word: "WARNING",
        meant: &["attention", "securite", "safety", "avertissement"],
    },
    BoxWords {
        mark: BoxMark::Caution,
        word: "CAUTION",
        meant: &["danger", "prudence"],
    },
];

/// The boxes of the format.
#[must_use]
pub fn boxes() -> &'static [BoxWords] {
    &BOXES
}

impl BoxMark {
    /// The mark of a word.
    #[must_use]
    pub fn read(word: &str) -> Option<Self> {
        (BOXES.iter())
            .find(|row| row.word.eq_ignore_ascii_case(word.trim()))
            .map(|row| row.mark)
    }

    /// The word that an author probably meant.
    pub(crate) fn nearest(word: &str) -> Option<&'static str> {
        let meant = folded(word);
        (BOXES.iter())
            .find(|row| row.meant.contains(&meant.as_str()))
            .map(|row| row.word)
            .or_else(|| nearest(word, BOXES.iter().map(|row| row.word)))
    }
}
