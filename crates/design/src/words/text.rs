//! What is said of a text that is read as a drawing.

use crate::edit::Refusal;
use crate::text::{Expected, Keyword, TextProblemKind, example};
use words::{Language, typeset};

/// What is wrong.
pub(crate) fn sentence(problem: &TextProblemKind, language: Language) -> String {
    typeset(&what_is_wrong(problem, language), language)
}

/// What to do next.
pub(crate) fn next_step(problem: &TextProblemKind, language: Language) -> String {
    typeset(&what_to_do(problem, language), language)
}

fn what_is_wrong(problem: &TextProblemKind, language: Language) -> String {
    let fixed = |french: &str, english: &str| language.pick(french, english).to_owned();
    match problem {
        TextProblemKind::UnknownLine { word, .. } => language.pick(
            format!("Aucune ligne ne commence par « {word} »."),
            format!("No line begins with “{word}”."),
        ),
        TextProblemKind::UnknownProperty { word, .. } => language.pick(
            format!("Je ne connais pas encore « {word} »."),
            format!("I do not know “{word}” yet."),
        ),
        TextProblemKind::Unexpected {
            found: Some(found),
            expected,
            ..
        } => {
            let expected = expected_words(*expected, language);
            language.pick(
                format!("Je vois « {found} », il faut {expected}."),
                format!("I see “{found}”, here goes {expected}."),
            )
        }
        TextProblemKind::Unexpected { expected, .. } => {
            let expected = expected_words(*expected, language);
            language.pick(
                format!("La ligne s’arrête trop tôt : il manque {expected}."),
                format!("The line ends too early: {expected} is missing."),
            )
        }
        TextProblemKind::NotOfThis { property, shape } => {
            let (property, shape) = (property.in_language(language), shape.in_language(language));
            language.pick(
                format!("« {property} » ne va pas avec « {shape} »."),
                format!("“{property}” does not go with “{shape}”."),
            )
        }
        TextProblemKind::Twice { keyword } => {
            let word = keyword.in_language(language);
            language.pick(
                format!("« {word} » est déjà dit plus haut."),
                format!("“{word}” is said before already."),
            )
        }
        TextProblemKind::NotClosed { sign } => language.pick(
            format!("Il manque la fin de « {sign} »."),
            format!("The end of “{sign}” is missing."),
        ),
        TextProblemKind::Refused(refusal) => refusal.sentence(language),
        TextProblemKind::TooFar => fixed(
            "Cet endroit est trop loin de la plaque.",
            "This place is too far from the sheet.",
        ),
        TextProblemKind::NoPath => fixed(
            "Le tracé n’est plus lisible à partir d’ici.",
            "The path cannot be read from here on.",
        ),
        TextProblemKind::NoGroupAbove => fixed(
            "Cette ligne est décalée, mais aucun groupe n’est au-dessus.",
            "This line is indented, but no group stands above it.",
        ),
        TextProblemKind::TooDeep => fixed(
            "Il y a trop de groupes les uns dans les autres.",
            "Too many groups lie in each other.",
        ),
        TextProblemKind::NoPage => fixed(
            "Il manque la taille de la plaque.",
            "The size of the sheet is missing.",
        ),
        TextProblemKind::TooLong => fixed(
            "Ce texte est trop long : plus de 5 millions de signes.",
            "This text is too long: more than 5 million characters.",
        ),
        TextProblemKind::TooMany => Refusal::TooMany.sentence(language),
    }
}

fn what_to_do(problem: &TextProblemKind, language: Language) -> String {
    let fixed = |french: &str, english: &str| language.pick(french, english).to_owned();
    let write = |what: &str| {
        language.pick(
            format!("Écris par exemple « {what} »."),
            format!("Write for example “{what}”."),
        )
    };
    match problem {
        TextProblemKind::UnknownLine {
            nearest: Some(nearest),
            ..
        }
        | TextProblemKind::UnknownProperty {
            nearest: Some(nearest),
            ..
        } => language.pick(
            format!("Tu veux dire « {nearest} » ?"),
            format!("Do you mean “{nearest}”?"),
        ),
        TextProblemKind::UnknownLine { .. } => write(example(Keyword::Rectangle, language)),
        TextProblemKind::UnknownProperty { .. } => write(example(Keyword::Corners, language)),
        TextProblemKind::Unexpected {
            expected: Expected::Semicolon,
            ..
        } => fixed(
            "Mets un point-virgule entre deux réglages.",
            "Put a semicolon between two settings.",
        ),
        TextProblemKind::Unexpected { of, .. } => write(example(*of, language)),
        TextProblemKind::NotOfThis { property, .. } => {
            let property = property.in_language(language);
            language.pick(
                format!("Enlève « {property} » de cette ligne."),
                format!("Take “{property}” out of this line."),
            )
        }
        TextProblemKind::Twice { .. } => fixed("Garde un seul des deux.", "Keep one of the two."),
        TextProblemKind::NotClosed { .. } => fixed(
            "Ferme les guillemets sur la même ligne.",
            "Close the quotes on the same line.",
        ),
        TextProblemKind::Refused(refusal) => refusal.next_step(language),
        TextProblemKind::TooFar => fixed(
            "Écris un nombre de quelques dizaines de mm.",
            "Write a number of some tens of mm.",
        ),
        TextProblemKind::NoPath => write(example(Keyword::Path, language)),
        TextProblemKind::NoGroupAbove => fixed(
            "Enlève les espaces du début, ou écris « groupe » au-dessus.",
            "Take the spaces at its start away, or write “group” above.",
        ),
        TextProblemKind::TooDeep => fixed(
            "Sors ce groupe d’un autre groupe.",
            "Take this group out of another one.",
        ),
        TextProblemKind::NoPage => write(example(Keyword::Page, language)),
        TextProblemKind::TooLong | TextProblemKind::TooMany => Refusal::TooMany.next_step(language),
    }
}

fn expected_words(expected: Expected, language: Language) -> String {
    let fixed = |french: &str, english: &str| language.pick(french, english).to_owned();
    match expected {
        Expected::Word(keyword) => {
            let word = keyword.in_language(language);
            language.pick(format!("« {word} »"), format!("“{word}”"))
        }
        Expected::Number => fixed("un nombre", "a number"),
        Expected::Quoted => fixed("un texte entre guillemets", "a text in quotes"),
        Expected::Name => fixed("le nom de la matière", "the name of the material"),
        Expected::Semicolon => fixed("« ; » ou la fin de la ligne", "“;” or the end of the line"),
        Expected::End => fixed("la fin de la ligne", "the end of the line"),
    }
}
