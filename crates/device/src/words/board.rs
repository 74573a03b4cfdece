//! What is said of the text of a board.

use crate::board_text::BoardProblem;
use crate::parts::{PartKind, PartName};
use words::Language;

/// A part of a kind, with its article.
pub(crate) fn a_part(kind: PartKind, language: Language) -> &'static str {
    match kind {
        PartKind::Lamp => language.pick("une lampe", "a lamp"),
        PartKind::Buzzer => language.pick("un buzzer", "a buzzer"),
        PartKind::Button => language.pick("un bouton", "a button"),
        PartKind::Potentiometer => language.pick("un potentiomètre", "a potentiometer"),
        PartKind::AmbientLight => language.pick("un capteur de lumière", "a light sensor"),
    }
}

/// What is wrong.
pub(super) fn sentence(problem: &BoardProblem, language: Language) -> String {
    let name = |part: &PartName| part.in_language(language);
    match problem {
        BoardProblem::NoModel => language
            .pick(
                "Il manque le nom de la carte.",
                "The name of the board is missing.",
            )
            .to_owned(),
        BoardProblem::SecondModel => language
            .pick("Il y a déjà une carte.", "There is a board already.")
            .to_owned(),
        BoardProblem::UnknownModel { typed, .. } if typed.is_empty() => language
            .pick(
                "Il manque le nom de la carte.",
                "The name of the board is missing.",
            )
            .to_owned(),
        BoardProblem::UnknownModel { typed, .. } => language.pick(
            format!("Je ne connais pas la carte « {typed} »."),
            format!("I do not know the board “{typed}”."),
        ),
        BoardProblem::UnknownLine => language
            .pick(
                "Cette ligne ne branche pas de pièce.",
                "This line plugs in no part.",
            )
            .to_owned(),
        BoardProblem::UnknownPart { typed, .. } => language.pick(
            format!("Je ne connais pas la pièce « {typed} »."),
            format!("I do not know the part “{typed}”."),
        ),
        BoardProblem::UnknownPin { typed, model, .. } => {
            let model = model.name();
            language.pick(
                format!("La carte {model} n’a pas de broche {typed}."),
                format!("The {model} board has no pin {typed}."),
            )
        }
        BoardProblem::PinTaken { pin, by, .. } => {
            let by = name(by);
            language.pick(
                format!("La broche {pin} est déjà prise par {by}."),
                format!("Pin {pin} is already taken by {by}."),
            )
        }
        BoardProblem::NameTaken { name: part, .. } => {
            let part = name(part);
            language.pick(
                format!("Il y a déjà une pièce {part}."),
                format!("There is already a part {part}."),
            )
        }
        BoardProblem::InputOnly { pin, part, .. } => {
            let part = name(part);
            language.pick(
                format!("La broche {pin} lit seulement : {part} ne peut pas y aller."),
                format!("Pin {pin} only reads: {part} cannot go there."),
            )
        }
        BoardProblem::NotAnalog { pin, part, .. } => {
            let part = name(part);
            language.pick(
                format!("La broche {pin} ne lit pas de niveau : {part} ne peut pas y aller."),
                format!("Pin {pin} reads no level: {part} cannot go there."),
            )
        }
    }
}

/// What to do next.
pub(super) fn next_step(problem: &BoardProblem, language: Language) -> String {
    let on_pin = |pin: &str| language.pick(format!("Essaie la broche {pin}."), format!("Try pin {pin}."));
    let no_pin = || {
        language
            .pick("Enlève d’abord une autre pièce.", "Take another part away first.")
            .to_owned()
    };
    match problem {
        BoardProblem::NoModel => language
            .pick("Écris d’abord « carte ESP32 ».", "Write “board ESP32” first.")
            .to_owned(),
        BoardProblem::SecondModel => language
            .pick("Garde une seule ligne « carte ».", "Keep a single line “board”.")
            .to_owned(),
        BoardProblem::UnknownModel { nearest, .. } => {
            let model = nearest.name();
            language.pick(
                format!("Écris par exemple « carte {model} »."),
                format!("Write for example “board {model}”."),
            )
        }
        BoardProblem::UnknownLine => language
            .pick(
                "Écris par exemple « lampe sur D2 ».",
                "Write for example “lamp on D2”.",
            )
            .to_owned(),
        BoardProblem::UnknownPart { nearest, .. } => {
            let part = nearest.in_language(language);
            language.pick(
                format!("Tu veux dire « {part} » ?"),
                format!("Do you mean “{part}”?"),
            )
        }
        BoardProblem::UnknownPin { nearest: "", .. } => no_pin(),
        BoardProblem::UnknownPin { nearest, .. } => on_pin(nearest),
        BoardProblem::NameTaken { free, .. } => {
            let part = free.in_language(language);
            language.pick(
                format!("Donne-lui un autre nom, par exemple {part}."),
                format!("Give it another name, for example {part}."),
            )
        }
        BoardProblem::PinTaken { free, .. }
        | BoardProblem::InputOnly { free, .. }
        | BoardProblem::NotAnalog { free, .. } => free.map_or_else(no_pin, on_pin),
    }
}
