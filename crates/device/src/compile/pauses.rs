//! Rule 4, the static half: which unbounded loops give the hand at each turn.
//!
//! A loop whose body surely waits gives the hand there, and must not do so a second time at its end: a lamp that
//! blinks with two waits of 500 ms would have a period of 1,001 ms.

use super::source::Source;
use crate::blocks::BlockKind;
use crate::trace::BlockNumber;

/// Whether each whole turn of a loop surely waits: an unconditional wait stands at the top level of its body, or in
/// a loop there that is known to make at least one turn and not to be left before the wait.
pub(super) fn surely_waits(source: &Source, body: Option<BlockNumber>) -> bool {
    waits(source, body, false)
}

fn waits(source: &Source, body: Option<BlockNumber>, is_inner: bool) -> bool {
    use BlockKind::*;
    for block in source.stack(body) {
        match source.kind(block) {
            Some(WaitMilliseconds | WaitSeconds | WaitUntil | PlayTone | PlayNote) => return true,
            Some(kind @ (Repeat | Count)) => {
                let makes_a_turn = if kind == Repeat {
                    source
                        .literal(block, "TIMES")
                        .is_some_and(|times| times.round() >= 1.0)
                } else {
                    source.literal(block, "FROM").is_some() && source.literal(block, "TO").is_some()
                };
                if makes_a_turn && waits(source, source.input(block, "DO"), true) {
                    return true;
                }
            }
            // Leaving the unbounded loop itself ends it: no turn is whole then.
            Some(LeaveLoop) if is_inner => return false,
            Some(If) if is_inner && may_leave(source, block) => return false,
            _ => {}
        }
    }
    false
}

/// Whether a `si` holds a `sortir de la boucle` that leaves the loop around it: then what follows may not come.
fn may_leave(source: &Source, block: BlockNumber) -> bool {
    let (mut bodies, _) = source.branches(block);
    bodies.push((String::new(), "ELSE".to_owned()));
    bodies.iter().any(|(_, body)| {
        source
            .stack(source.input(block, body))
            .any(|inner| match source.kind(inner) {
                Some(BlockKind::LeaveLoop) => true,
                Some(BlockKind::If) => may_leave(source, inner),
                _ => false,
            })
    })
}
