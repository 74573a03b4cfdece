//! What is said of a check's result: what was seen, what is expected. Parts of sentences that begin with a small
//! letter and have no full stop, to stand after "Je vois :" and "Il faut :"; at most twelve words.

pub(crate) mod drawing;
mod expected;
mod names;
mod seen;

pub(crate) use expected::{expected, expected_instead};
pub(crate) use seen::seen;

use device::parts::PartName;
use words::Language;

/// Why a check cannot be judged: something for its author.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum AuthorReason {
    /// There is no sentence.
    NothingToCheck,
    /// A line of the file could not be understood; all the others hold.
    NotUnderstood(usize),
    /// A sentence names a part that is not there.
    NotOnTheBoard(PartName),
    /// Something should follow a part that nothing moves.
    LeaderNeverMoves(PartName),
    /// A condition that the acts never make true for long enough.
    NeverTrue(PartName),
}

/// What to say to the author.
pub(crate) fn author(reason: &AuthorReason, language: Language) -> String {
    let (french, english) = match reason {
        AuthorReason::NothingToCheck => (
            "Il n’y a rien à vérifier dans cette étape.".to_owned(),
            "There is nothing to check in this step.".to_owned(),
        ),
        AuthorReason::NotUnderstood(line) => (
            format!("Je ne comprends pas la ligne {line} de cette vérification."),
            format!("I do not understand line {line} of this check."),
        ),
        AuthorReason::NotOnTheBoard(part) => {
            let part = part.in_language(language);
            (
                format!("La vérification parle de « {part} », qui n’est pas sur la carte."),
                format!("The check speaks of “{part}”, which is not on the board."),
            )
        }
        AuthorReason::LeaderNeverMoves(part) => {
            let part = part.in_language(language);
            (
                format!("Rien ne fait bouger « {part} » pendant la vérification."),
                format!("Nothing moves “{part}” during the check."),
            )
        }
        AuthorReason::NeverTrue(part) => {
            let part = part.in_language(language);
            (
                format!("La condition sur « {part} » n’arrive jamais assez longtemps."),
                format!("The condition on “{part}” never lasts long enough."),
            )
        }
    };
    typeset(french, english, language)
}

/// What is said of a success when the author has not said it.
pub(crate) fn praise(language: Language) -> String {
    typeset(
        "Bravo ! Ça marche.".to_owned(),
        "Well done! It works.".to_owned(),
        language,
    )
}

/// One of two texts, the French one with its spaces.
fn typeset(french: String, english: String, language: Language) -> String {
    language.pick(super::with_french_spaces(&french), english)
}
