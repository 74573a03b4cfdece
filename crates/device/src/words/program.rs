//! What is said of a saved program that cannot be opened, or was put right.

use super::Sentence;
use crate::program::{ProgramFault, RepairKind};
use words::Language;

impl ProgramFault {
    /// What happened, and what to do next.
    #[must_use]
    pub fn sentence(&self, language: Language) -> Sentence {
        match self {
            Self::TooLarge { .. } => Sentence::new(
                language.pick(
                    "Ce programme est trop gros pour être ouvert.",
                    "This program is too big to be opened.",
                ),
                language.pick("Choisis un autre fichier.", "Choose another file."),
            ),
            Self::NotAProgram { .. } => Sentence::new(
                language.pick(
                    "Ce fichier n’est pas un programme de Fabrique.",
                    "This file is no program of Fabrique.",
                ),
                language.pick("Choisis un autre fichier.", "Choose another file."),
            ),
            Self::NewerVersion { .. } => Sentence::new(
                language.pick(
                    "Ce programme vient d’une version plus récente de Fabrique.",
                    "This program comes from a newer version of Fabrique.",
                ),
                language.pick(
                    "Recharge la page pour avoir la nouvelle version.",
                    "Reload the page to get the new version.",
                ),
            ),
        }
    }
}

impl RepairKind {
    /// What was put right.
    #[must_use]
    pub fn sentence(self, language: Language) -> &'static str {
        match self {
            Self::NotABlock => language.pick(
                "Une ligne qui n’était pas un bloc est enlevée.",
                "A row that was no block is taken out.",
            ),
            Self::NewId => language.pick(
                "Un bloc sans nom sûr a reçu un nouveau nom.",
                "A block without a safe name got a new one.",
            ),
            Self::CutLink => language.pick(
                "Un lien vers un bloc absent est coupé.",
                "A link to a missing block is cut.",
            ),
            Self::SetApart => language.pick(
                "Un bloc mal placé est mis à part.",
                "A misplaced block is set apart.",
            ),
            Self::Number => language.pick(
                "Un nombre illisible est corrigé.",
                "An unreadable number is put right.",
            ),
        }
    }
}
