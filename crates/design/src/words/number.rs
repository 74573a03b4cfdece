//! What is said of a number field that does not hold a number yet.

use crate::number::NumberProblemKind;
use words::Language;

/// What is wrong, and what to do next.
pub(crate) fn sentence(kind: &NumberProblemKind, language: Language) -> String {
    let sentence = match kind {
        NumberProblemKind::Empty => language.pick(
            "Il manque un nombre. Écris par exemple 25.",
            "A number is missing. Write for example 25.",
        ),
        NumberProblemKind::MissingNumber => {
            language.pick("Il manque un nombre à la fin.", "A number is missing at the end.")
        }
        NumberProblemKind::NoNumber { found } => {
            return language.pick(
                format!("Je vois «\u{a0}{found}\u{a0}», il faut un nombre ici."),
                format!("I see “{found}”; a number is needed here."),
            );
        }
        NumberProblemKind::MissingSign => language.pick(
            "Il manque un signe entre deux nombres. Écris 1000 sans espace.",
            "A sign is missing between two numbers. Write 1000 without a space.",
        ),
        NumberProblemKind::Stray { found } => {
            return language.pick(
                format!(
                    "Je ne comprends pas encore «\u{a0}{found}\u{a0}». Écris des nombres et + - * / ( )."
                ),
                format!("I do not understand “{found}” yet. Write numbers and + - * / ( )."),
            );
        }
        NumberProblemKind::NotClosed => language.pick(
            "Il manque une parenthèse «\u{a0})\u{a0}».",
            "A parenthesis “)” is missing.",
        ),
        NumberProblemKind::NotOpened => language.pick(
            "Il manque une parenthèse «\u{a0}(\u{a0}».",
            "A parenthesis “(” is missing.",
        ),
        NumberProblemKind::DividedByZero => language.pick(
            "On ne peut pas diviser par 0. Écris un autre nombre.",
            "One cannot divide by 0. Write another number.",
        ),
        NumberProblemKind::TooLarge => language.pick(
            "Ce nombre est trop grand. Écris un nombre plus petit.",
            "This number is too large. Write a smaller number.",
        ),
        NumberProblemKind::TooLong => language.pick(
            "C’est trop long. Écris un calcul plus court.",
            "This is too long. Write a shorter sum.",
        ),
    };
    sentence.to_owned()
}
