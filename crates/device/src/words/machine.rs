//! What is said of blocks that cannot run, and of what happened while they ran.

use crate::parts::PartName;
use crate::run::BlockProblemKind;
use crate::trace::NoteKind;
use words::Language;

/// A sentence that helps: what happened, and what to do next.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sentence {
    /// What happened.
    pub seen: String,
    /// What to do next.
    pub next_step: String,
}

impl Sentence {
    pub(super) fn new(seen: impl Into<String>, next_step: impl Into<String>) -> Self {
        Self {
            seen: seen.into(),
            next_step: next_step.into(),
        }
    }

    /// Both, one after the other.
    #[must_use]
    pub fn whole(&self) -> String {
        format!("{} {}", self.seen, self.next_step)
    }
}

/// What to say of a block that cannot run.
#[must_use]
pub fn block_problem(kind: &BlockProblemKind, language: Language) -> Sentence {
    let say = |french: [&str; 2], english: [&str; 2]| {
        let [seen, next_step] = language.pick(french, english);
        Sentence::new(seen, next_step)
    };
    match kind {
        BlockProblemKind::EmptySocket { .. } => say(
            [
                "Il manque une valeur dans ce bloc.",
                "Mets un nombre ou un bloc dans le trou.",
            ],
            [
                "A value is missing in this block.",
                "Put a number or a block in the gap.",
            ],
        ),
        BlockProblemKind::UnknownBlock => say(
            [
                "Ce bloc vient d’une version plus récente.",
                "Recharge la page, ou enlève ce bloc.",
            ],
            [
                "This block comes from a newer version.",
                "Reload the page, or take this block out.",
            ],
        ),
        BlockProblemKind::UnreadLine => say(
            [
                "Je ne comprends pas encore cette ligne.",
                "Écris-la autrement, ou enlève-la.",
            ],
            [
                "I do not understand this line yet.",
                "Write it another way, or take it out.",
            ],
        ),
        BlockProblemKind::NoSuchPart { part } => {
            let name = PartName::read(part).map_or_else(|| part.clone(), |name| name.in_language(language));
            if name.is_empty() {
                say(
                    [
                        "Ce bloc ne dit pas sur quelle pièce il agit.",
                        "Choisis une pièce dans le bloc.",
                    ],
                    [
                        "This block does not say which part it acts on.",
                        "Choose a part in the block.",
                    ],
                )
            } else {
                Sentence::new(
                    language.pick(
                        format!("Il n’y a pas de «\u{a0}{name}\u{a0}» sur la carte."),
                        format!("There is no “{name}” on the board."),
                    ),
                    language.pick(
                        "Choisis une autre pièce dans le bloc.",
                        "Choose another part in the block.",
                    ),
                )
            }
        }
        BlockProblemKind::WrongKind { input } if input.is_empty() => say(
            [
                "Ce bloc est une valeur\u{a0}: il ne peut pas agir tout seul.",
                "Mets-le dans le trou d’un autre bloc.",
            ],
            [
                "This block is a value: it cannot act on its own.",
                "Put it in the gap of another block.",
            ],
        ),
        BlockProblemKind::WrongKind { .. } => say(
            [
                "Ce trou attend autre chose.",
                "Dans un trou pointu, mets vrai ou faux. Dans un trou rond, mets un nombre.",
            ],
            [
                "This gap needs something else.",
                "In a pointed gap, put true or false. In a round gap, put a number.",
            ],
        ),
        BlockProblemKind::NoLoopToLeave => say(
            [
                "Il n’y a pas de boucle autour de ce bloc.",
                "Mets-le dans une boucle.",
            ],
            ["There is no loop around this block.", "Put it inside a loop."],
        ),
        BlockProblemKind::NoSuchFunction => say(
            [
                "Je ne trouve pas cette fonction avec ces valeurs.",
                "Vérifie son nom et le nombre de valeurs.",
            ],
            [
                "I cannot find this function with these values.",
                "Check its name and the number of values.",
            ],
        ),
        BlockProblemKind::NoSuchParameter => say(
            [
                "Cette valeur n’existe que dans sa fonction.",
                "Mets ce bloc dans la fonction, ou prends une variable.",
            ],
            [
                "This value exists only in its function.",
                "Put this block in the function, or use a variable.",
            ],
        ),
        BlockProblemKind::Loose => say(
            [
                "Ces blocs ne sont pas accrochés.",
                "Accroche-les sous un bloc de départ.",
            ],
            [
                "These blocks are not attached.",
                "Attach them under a start block.",
            ],
        ),
        BlockProblemKind::TooBig => say(
            [
                "Ce programme est trop grand pour la machine.",
                "Enlève des blocs, ou coupe-le en fonctions.",
            ],
            [
                "This program is too big for the machine.",
                "Take blocks out, or cut it into functions.",
            ],
        ),
    }
}

/// What to say of something that happened in a run.
#[must_use]
pub fn note(kind: NoteKind, language: Language) -> Sentence {
    let (french, english) = match kind {
        NoteKind::DivisionByZero => (
            [
                "On ne peut pas diviser par 0. Ce script s’arrête.",
                "Regarde le nombre après le signe ÷ ou mod.",
            ],
            [
                "One cannot divide by 0. This script stops.",
                "Look at the number after ÷ or mod.",
            ],
        ),
        NoteKind::NoSuchItem => (
            [
                "La liste n’a pas d’élément à cette place. Ce script s’arrête.",
                "Compte les places\u{a0}: la première est 1.",
            ],
            [
                "The list has no item at that place. This script stops.",
                "Count the places: the first is 1.",
            ],
        ),
        NoteKind::TooLarge => (
            [
                "Le nombre ou la liste devient trop grand. Ce script s’arrête.",
                "Regarde ce qui grandit à chaque tour.",
            ],
            [
                "The number or the list gets too large. This script stops.",
                "Look at what grows at each turn.",
            ],
        ),
        NoteKind::TooDeep => (
            [
                "Une fonction s’appelle sans fin. Ce script s’arrête.",
                "Ajoute un «\u{a0}si\u{a0}» pour qu’elle finisse.",
            ],
            [
                "A function calls itself without end. This script stops.",
                "Add an “if” so that it finishes.",
            ],
        ),
        NoteKind::Saturated => (
            [
                "La pièce ne peut pas aller plus loin. J’ai pris la valeur la plus proche.",
                "Choisis une valeur qu’elle peut avoir.",
            ],
            [
                "The part cannot go any further. I took the nearest value.",
                "Choose a value that it can have.",
            ],
        ),
        NoteKind::NoPause => (
            [
                "Ce script calcule sans pause.",
                "Ajoute un bloc «\u{a0}attendre\u{a0}» dans la boucle.",
            ],
            [
                "This script computes without a pause.",
                "Add a “wait” block in the loop.",
            ],
        ),
    };
    let [seen, next_step] = language.pick(french, english);
    Sentence::new(seen, next_step)
}
