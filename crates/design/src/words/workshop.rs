//! What is said of the workshop's file, to the trainer who edits it.

use crate::workshop::{Key, ProblemKind, WorkshopProblem};
use words::{Language, typeset};

impl WorkshopProblem {
    /// What was seen, in one sentence.
    #[must_use]
    pub fn sentence(&self, language: Language) -> String {
        let said = match &self.kind {
            ProblemKind::Empty => language.pick(
                "Il n’y a encore ni machine ni matière.".to_owned(),
                "There is no machine and no material yet.".to_owned(),
            ),
            ProblemKind::UnknownPart(written) => language.pick(
                format!("Je ne connais pas la partie « {written} »."),
                format!("I do not know the part “{written}”."),
            ),
            ProblemKind::UnknownKey { written, .. } => language.pick(
                format!("Je ne connais pas « {written} » ici."),
                format!("I do not know “{written}” here."),
            ),
            ProblemKind::BadValue { key, written } => {
                let name = name(*key, language);
                language.pick(
                    format!("Je vois « {written} » pour « {name} » : je ne peux pas le lire."),
                    format!("I see “{written}” for “{name}”: I cannot read it."),
                )
            }
            ProblemKind::MissingKey { of, key } => {
                let name = name(*key, language);
                language.pick(
                    format!("Il manque « {name} » pour {of}."),
                    format!("“{name}” is missing for {of}."),
                )
            }
            ProblemKind::Double(of) => language.pick(
                format!("« {of} » est écrit deux fois."),
                format!("“{of}” is written twice."),
            ),
        };
        typeset(&said, language)
    }

    /// What to do about it.
    #[must_use]
    pub fn next_step(&self, language: Language) -> String {
        let said = match &self.kind {
            ProblemKind::Empty => language.pick(
                "Écris « ## Machines », puis « ### » et le nom de la machine.".to_owned(),
                "Write “## Machines”, then “###” and the name of the machine.".to_owned(),
            ),
            ProblemKind::UnknownPart(_) => language.pick(
                "Les deux parties sont « ## Machines » et « ## Matières ».".to_owned(),
                "The two parts are “## Machines” and “## Materials”.".to_owned(),
            ),
            ProblemKind::UnknownKey { known, .. } => {
                let names: Vec<&str> = known.iter().map(|key| name(*key, language)).collect();
                let names = names.join(", ");
                language.pick(
                    format!("Tu peux écrire : {names}."),
                    format!("You can write: {names}."),
                )
            }
            ProblemKind::BadValue { key, .. } | ProblemKind::MissingKey { key, .. } => {
                let (name, example) = (name(*key, language), key.example());
                language.pick(
                    format!("Écris par exemple « - {name}: {example} »."),
                    format!("Write for example “- {name}: {example}”."),
                )
            }
            ProblemKind::Double(_) => language.pick(
                "Garde un seul des deux, ou donne-leur des noms différents.".to_owned(),
                "Keep one of them, or give them different names.".to_owned(),
            ),
        };
        typeset(&said, language)
    }
}

fn name(key: Key, language: Language) -> &'static str {
    let [french, english] = key.names();
    language.pick(french, english)
}
