//! Rule 4, the static half: which unbounded loops give the hand at each turn.
//!
//! A loop whose body surely waits gives the hand there, and must not do so a second time at its end: a lamp that
//! blinks with two waits of 500 ms would have a period of 1,001 ms.

use super::tree::Tree;
use crate::blocks::BlockKind;
use crate::trace::BlockNumber;

/// Whether each whole turn of a loop surely waits: an unconditional wait stands at the top level of its body, or in
/// a loop there that is known to make at least one turn and not to be left before the wait.
pub(super) fn surely_waits(tree: &Tree, body: Option<BlockNumber>) -> bool {
    waits(tree, body, false)
}

fn waits(tree: &Tree, body: Option<BlockNumber>, is_inner: bool) -> bool {
    use BlockKind::*;
    for block in tree.stack(body) {
        match tree.kind(block) {
            Some(WaitMilliseconds | WaitSeconds | WaitUntil | PlayTone | PlayNote) => return true,
            Some(kind @ (Repeat | Count)) => {
                let makes_a_turn = if kind == Repeat {
                    tree.literal(block, "TIMES").is_some_and(|times| times.round() >= 1.0)
                } else {
                    tree.literal(block, "FROM").is_some() && tree.literal(block, "TO").is_some()
                };
                if makes_a_turn && waits(tree, tree.input(block, "DO"), true) {
                    return true;
                }
            }
            // Leaving the unbounded loop itself ends it: no turn is whole then.
            Some(LeaveLoop) if is_inner => return false,
            Some(If) if is_inner && may_leave(tree, block) => return false,
            _ => {}
        }
    }
    false
}

/// Whether a `si` holds a `sortir de la boucle` that leaves the loop around it: then what follows may not come.
fn may_leave(tree: &Tree, block: BlockNumber) -> bool {
    let (mut bodies, _) = tree.branches(block);
    bodies.push((String::new(), "ELSE".to_owned()));
    bodies.iter().any(|(_, body)| {
        tree.stack(tree.input(block, body)).any(|inner| match tree.kind(inner) {
            Some(BlockKind::LeaveLoop) => true,
            Some(BlockKind::If) => may_leave(tree, inner),
            _ => false,
        })
    })
}
