//! What an author is told to do next.

use super::{CheckProblem, time};
use crate::check::Direction;
use words::{Language, number};

impl CheckProblem {
    /// What to do next.
    pub(super) fn next_step(&self, language: Language) -> String {
        let said = |french: String, english: String| language.pick(french, english);
        match self {
            Self::UnknownSentence {
                nearest: Some(nearest),
                ..
            } => said(
                format!("La phrase la plus proche : « {nearest} »."),
                format!("The nearest sentence: “{nearest}”."),
            ),
            Self::UnknownSentence { nearest: None, .. } => said(
                "Regarde la liste des phrases dans AUTHORING.md.".to_owned(),
                "See the list of sentences in AUTHORING.md.".to_owned(),
            ),
            Self::UnknownPart {
                nearest: Some(nearest),
                ..
            }
            | Self::UnknownBlock {
                nearest: Some(nearest),
                ..
            } => said(
                format!("Tu veux dire « {nearest} » ?"),
                format!("Do you mean “{nearest}”?"),
            ),
            Self::UnknownPart {
                nearest: None, board, ..
            }
            | Self::NotOnTheBoard { board, .. } => {
                let names: Vec<String> = board.iter().map(|part| part.in_language(language)).collect();
                let names = names.join(", ");
                said(
                    format!("Sur la carte : {names}. Change le nom, ou la carte."),
                    format!("On the board: {names}. Change the name, or the board."),
                )
            }
            Self::UnknownBlock { nearest: None, .. } => said(
                "Écris les premiers mots d’un bloc : « répéter », « attendre ».".to_owned(),
                "Write the first words of a block: “repeat”, “wait”.".to_owned(),
            ),
            Self::UnknownLevel { .. } => said(
                "Écris un nombre, « allumée », « éteinte », « appuyé » ou « relâché ».".to_owned(),
                "Write a number, “on”, “off”, “pressed” or “released”.".to_owned(),
            ),
            Self::LevelOutOfRange { part, .. } => {
                let (least, greatest) = part.kind.range();
                let (least, greatest) = (number(least, language), number(greatest, language));
                said(
                    format!("Écris un nombre de {least} à {greatest}. Un mot qui va avec est bien aussi."),
                    format!("Write a number from {least} to {greatest}. A word that fits is fine too."),
                )
            }
            Self::NoUnit { number } => said(
                format!("Écris « {number} s » ou « {number} ms »."),
                format!("Write “{number} s” or “{number} ms”."),
            ),
            Self::StrangeNumber { pattern } => said(
                format!("La phrase s’écrit : « {pattern} »."),
                format!("The sentence is written: “{pattern}”."),
            ),
            Self::AfterTheEnd { at, .. } => said(
                format!(
                    "Écris « durée {} » ou plus, ou un temps plus tôt.",
                    time(*at, language)
                ),
                format!(
                    "Write “duration {}” or more, or an earlier time.",
                    time(*at, language)
                ),
            ),
            Self::Backwards { interval } => said(
                format!("Écris d’abord {}.", time(interval.to, language)),
                format!("Write {} first.", time(interval.to, language)),
            ),
            Self::WrongWay {
                direction: Direction::Up,
                ..
            } => said(
                "Change l’ordre des deux valeurs, ou écris « descend ».".to_owned(),
                "Swap the two values, or write “falls”.".to_owned(),
            ),
            Self::WrongWay {
                direction: Direction::Down,
                ..
            } => said(
                "Change l’ordre des deux valeurs, ou écris « monte ».".to_owned(),
                "Swap the two values, or write “rises”.".to_owned(),
            ),
            Self::CannotBeDone { .. } => said(
                "On appuie sur un bouton, on règle ou on glisse un capteur.".to_owned(),
                "Buttons are pressed, sensors are set or slid.".to_owned(),
            ),
            Self::NoStimulus { part } => {
                let part = part.in_language(language);
                said(
                    format!("Ajoute par exemple\u{a0}: « de 1 s à 4 s glisse {part} de 0 à 100 »."),
                    format!("Add for example: “from 1 s to 4 s slide {part} from 0 to 100”."),
                )
            }
            Self::NeverTrue { part } => {
                let part = part.in_language(language);
                said(
                    format!("Ajoute une ligne qui change « {part} », ou attends plus longtemps."),
                    format!("Add a line that changes “{part}”, or wait longer."),
                )
            }
            Self::TooShortToBlink => said(
                "Allonge la durée, ou écris une fréquence plus grande.".to_owned(),
                "Make the duration longer, or write a greater frequency.".to_owned(),
            ),
            Self::SamePartTwice { .. } => said(
                "Écris une autre pièce.".to_owned(),
                "Write another part.".to_owned(),
            ),
            Self::OrderOfOne => said(
                "Écris par exemple « ordre lampe, lampe_2 ».".to_owned(),
                "Write for example “order lamp, lamp_2”.".to_owned(),
            ),
            Self::TwoDurations => said(
                "Garde une seule ligne.".to_owned(),
                "Keep one line only.".to_owned(),
            ),
            Self::DurationOutOfRange { .. } => said(
                "Écris par exemple « durée 10 s ».".to_owned(),
                "Write for example “duration 10 s”.".to_owned(),
            ),
            Self::RunsOutOfRange { .. } => said(
                "Écris par exemple « répète 3 fois avec une autre graine ».".to_owned(),
                "Write for example “repeat 3 times with another seed”.".to_owned(),
            ),
            Self::NoVerb { fixed } => said(format!("Écris « {fixed} »."), format!("Write “{fixed}”.")),
            Self::NeedsNewerVersion { .. } => said(
                "Enlève cette ligne, ou utilise un Fabrique plus récent.".to_owned(),
                "Remove this line, or use a newer Fabrique.".to_owned(),
            ),
            Self::NeedsDrawingBench { .. } => said(
                "Écris « atelier: dessin » en haut, ou enlève cette ligne.".to_owned(),
                "Write “bench: design” at the top, or remove this line.".to_owned(),
            ),
            Self::NeedsDeviceBench { .. } => said(
                "Écris « atelier: appareil » en haut, ou enlève cette ligne.".to_owned(),
                "Write “bench: device” at the top, or remove this line.".to_owned(),
            ),
            Self::NothingToCheck { of_drawing: true } => said(
                "Ajoute par exemple « vérifie contours fermés ; couper ».".to_owned(),
                "Add for example “check closed contours ; cut”.".to_owned(),
            ),
            Self::NothingToCheck { .. } => said(
                "Ajoute par exemple « vérifie lampe est allumée à 1 s ».".to_owned(),
                "Add for example “check lamp is on at 1 s”.".to_owned(),
            ),
            Self::NoPraise { of_drawing: true } => said(
                "Ajoute par exemple « bravo Ton trou est bien placé. ».".to_owned(),
                "Add for example “well done Your hole is well placed.”.".to_owned(),
            ),
            Self::NoPraise { .. } => said(
                "Ajoute par exemple « bravo Ta lampe est allumée. ».".to_owned(),
                "Add for example “well done Your lamp is on.”.".to_owned(),
            ),
            Self::TooManyLines { .. } => said(
                "Garde les phrases qui comptent, ou fais plusieurs étapes.".to_owned(),
                "Keep the sentences that matter, or make several steps.".to_owned(),
            ),
            Self::EmptyPraise => said(
                "Dis ce qui est réussi : « bravo Ta lampe est allumée. ».".to_owned(),
                "Say what was done well: “well done Your lamp is on.”.".to_owned(),
            ),
        }
    }
}
