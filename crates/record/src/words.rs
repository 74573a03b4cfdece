//! The sentences of this crate, in the languages of Fabrique.

use crate::person::Tool;
use crate::saved_format::{LARGEST_COPY, ReadProblem};
use words::Language;

impl Tool {
    /// Its name; also the name of a person who gave none.
    #[must_use]
    pub fn name(self, language: Language) -> &'static str {
        let (french, english) = match self {
            Self::Hammer => ("Marteau", "Hammer"),
            Self::Saw => ("Scie", "Saw"),
            Self::Plane => ("Rabot", "Plane"),
            Self::Spanner => ("Clé", "Spanner"),
            Self::SetSquare => ("Équerre", "Set square"),
            Self::Compass => ("Compas", "Compass"),
            Self::TapeMeasure => ("Mètre", "Tape measure"),
            Self::Screwdriver => ("Tournevis", "Screwdriver"),
        };
        language.pick(french, english)
    }
}

impl ReadProblem {
    /// What happened, and what to do next.
    #[must_use]
    pub fn sentence(&self, language: Language) -> String {
        match self {
            Self::Empty => language.pick(
                "Ce fichier est vide. Choisis un autre fichier.".to_owned(),
                "This file is empty. Choose another file.".to_owned(),
            ),
            Self::TooLarge { bytes } => {
                let (size, limit) = (megabytes(*bytes), megabytes(LARGEST_COPY));
                language.pick(
                    format!(
                        "Ce fichier fait {size}\u{a0}Mo. Une copie de Fabrique fait moins de {limit}\u{a0}Mo. \
                         Choisis un autre fichier."
                    ),
                    format!("This file is {size} MB. A copy of Fabrique is under {limit} MB. Choose another file."),
                )
            }
            Self::NotARecord => language.pick(
                "Ce fichier n’est pas une copie de Fabrique. Choisis celui qui finit par «\u{a0}.fabrique.json\u{a0}»."
                    .to_owned(),
                "This file is not a copy of Fabrique. Choose the one that ends with “.fabrique.json”.".to_owned(),
            ),
            Self::Damaged { place } => {
                let place = if place.is_empty() {
                    String::new()
                } else {
                    format!(" ({place})")
                };
                language.pick(
                    format!("Il manque un morceau de cette copie{place}. Rien n’a changé ici. Essaie une autre copie."),
                    format!("A piece of this copy is missing{place}. Nothing changed here. Try another copy."),
                )
            }
            Self::Newer { version } => language.pick(
                format!(
                    "Cette copie vient d’une Fabrique plus récente (format {version}). \
                     Recharge la page, puis réessaie."
                ),
                format!("This copy comes from a newer Fabrique (format {version}). Reload the page, then try again."),
            ),
        }
    }
}

/// Whole megabytes, rounded up so that what is too large never reads as the limit itself.
fn megabytes(bytes: usize) -> usize {
    bytes.div_ceil(1024 * 1024)
}
