//! What is said of a saved drawing that cannot be opened.

use crate::saved::ReadProblem;
use words::Language;

/// What is wrong, and what to do next.
pub(crate) fn sentence(problem: ReadProblem, language: Language) -> &'static str {
    match problem {
        ReadProblem::NotADrawing => language.pick(
            "Ce n’est pas un dessin de Fabrique. Choisis un autre fichier.",
            "This is no drawing of Fabrique. Choose another file.",
        ),
        ReadProblem::Newer => language.pick(
            "Ce dessin vient d’une version plus récente. Recharge la page pour l’ouvrir.",
            "This drawing comes from a newer version. Reload the page to open it.",
        ),
    }
}
