//! What is said of an edit that cannot be done.

use crate::edit::{CORNERS, LEAST_SIDE, LONGEST_TEXT, MOST_SHAPES, MOST_SIDE, Refusal};
use words::{Language, number, typeset};

impl Refusal {
    /// What is wrong, in a sentence.
    #[must_use]
    pub fn sentence(&self, language: Language) -> String {
        typeset(&what_is_wrong(self, language), language)
    }

    /// What to do next, in a sentence.
    #[must_use]
    pub fn next_step(&self, language: Language) -> String {
        typeset(&what_to_do(self, language), language)
    }
}

fn what_is_wrong(refusal: &Refusal, language: Language) -> String {
    let fixed = |french: &str, english: &str| language.pick(french, english).to_owned();
    match refusal {
        Refusal::TooSmall => fixed("Cette mesure est trop petite.", "This measure is too small."),
        Refusal::TooLarge => fixed("Cette mesure est trop grande.", "This measure is too large."),
        Refusal::Corners => fixed(
            "Ce nombre de côtés ou de pointes n’est pas possible.",
            "This number of sides or points is not possible.",
        ),
        Refusal::NoText => fixed("Le texte est vide.", "The text is empty."),
        Refusal::LongText => fixed("Le texte est trop long.", "The text is too long."),
        Refusal::TooMany => language.pick(
            format!("Il y a trop de formes : plus de {MOST_SHAPES}."),
            format!("There are too many shapes: more than {MOST_SHAPES}."),
        ),
        Refusal::Nothing => fixed("Il n’y a rien ici.", "There is nothing here."),
    }
}

fn what_to_do(refusal: &Refusal, language: Language) -> String {
    let fixed = |french: &str, english: &str| language.pick(french, english).to_owned();
    match refusal {
        Refusal::TooSmall => {
            let least = number(LEAST_SIDE, language);
            language.pick(
                format!("Écris au moins {least} mm."),
                format!("Write at least {least} mm."),
            )
        }
        Refusal::TooLarge => {
            let most = number(MOST_SIDE, language);
            language.pick(
                format!("Écris au plus {most} mm."),
                format!("Write at most {most} mm."),
            )
        }
        Refusal::Corners => {
            let (least, most) = CORNERS;
            language.pick(
                format!("Écris un nombre entier de {least} à {most}."),
                format!("Write a whole number from {least} to {most}."),
            )
        }
        Refusal::NoText => fixed("Écris un mot.", "Write a word."),
        Refusal::Nothing => fixed("Choisis d’abord une forme.", "Choose a shape first."),
        Refusal::LongText => language.pick(
            format!("Garde au plus {LONGEST_TEXT} signes."),
            format!("Keep at most {LONGEST_TEXT} characters."),
        ),
        Refusal::TooMany => fixed(
            "Partage le dessin en plusieurs dessins.",
            "Share it out among several drawings.",
        ),
    }
}
