//! Instructions that do what several in a row do.
//!
//! A fused instruction stands where the first of its row stood and goes over the others, which stay where they are:
//! jumps among them still land right, and a step (which runs the plain row) stops before each block. Nothing reads
//! the intermediate slots of a row after it. When anything unusual happens in a fused instruction (a result that is
//! no number, a place that a list does not have) it does nothing, and the plain row is run instead.

use crate::machine::op::{FRAME, Op, Slot, ZERO};

/// The instructions to run, from the plain ones: as many, and each at its place.
pub(super) fn fuse(plain: &[Op]) -> Vec<Op> {
    (0..plain.len())
        .map(|place| fused_at(plain, place).unwrap_or(plain[place]))
        .collect()
}

/// The fused instruction for the longest row that begins at a place; `None` when there is none.
fn fused_at(plain: &[Op], place: usize) -> Option<Op> {
    match plain[place] {
        Op::Item(item, list, at) => {
            let (by, product) = product_of(plain, place + 1, item)?;
            let (sum, to) = sum_of(plain, place + 2, product)?;
            let (divisor, to) = remainder_of(plain, place + 3, to)?;
            let list = u8::try_from(list).ok()?;
            Some(Op::ItemMultiplyAddRemainder(to, sum, list, at, by, divisor))
        }
        Op::Multiply(product, a, b) => {
            if let Some((divisor, to)) = remainder_of(plain, place + 1, product) {
                return Some(Op::MultiplyRemainder(to, a, b, divisor));
            }
            let (sum, to) = sum_of(plain, place + 1, product)?;
            Some(match remainder_of(plain, place + 2, to) {
                Some((divisor, to)) => Op::MultiplyAddRemainder(to, sum, a, b, divisor),
                None => Op::MultiplyAdd(to, sum, a, b),
            })
        }
        Op::Add(to, a, b) => {
            if let Some((divisor, to)) = remainder_of(plain, place + 1, to) {
                return Some(Op::AddRemainder(to, a, b, divisor));
            }
            if let Some((live, target)) = call_with(plain, place + 1, to) {
                return Some(Op::CallWithSum(a, b, live, target));
            }
            if to == a {
                change(plain, place, to, b)
            } else {
                None
            }
        }
        Op::Subtract(to, a, b) => {
            let (live, target) = call_with(plain, place + 1, to)?;
            Some(Op::CallWithDifference(a, b, live, target))
        }
        // Less 0, not plus 0: −0 stays what it is.
        Op::Set(to, a) => {
            let (live, target) = call_with(plain, place + 1, to)?;
            Some(Op::CallWithDifference(a, ZERO, live, target))
        }
        Op::Jump(target) => {
            let goes_to = plain.get(target as usize)?;
            (*goes_to == Op::Return).then_some(Op::Return)
        }
        _ => None,
    }
}

/// `changer x de a`, perhaps with one more, perhaps at the end of a loop.
fn change(plain: &[Op], place: usize, x: Slot, a: Slot) -> Option<Op> {
    match (plain.get(place + 1)?, plain.get(place + 2)) {
        (Op::Repeat(counter, target), _) => Some(Op::AddRepeat(x, a, *counter, *target)),
        (Op::Add(y, y_before, b), Some(Op::Repeat(counter, target))) if y == y_before => {
            let way = place + 3 - *target as usize;
            match u16::try_from(way) {
                Ok(way) => Some(Op::AddTwoRepeat(x, a, *y, *b, *counter, way)),
                Err(_) => Some(Op::AddTwo(x, a, *y, *b)),
            }
        }
        (Op::Add(y, y_before, b), _) if y == y_before => Some(Op::AddTwo(x, a, *y, *b)),
        _ => None,
    }
}

/// The other factor, and where the product goes, when the instruction at a place multiplies an intermediate value.
fn product_of(plain: &[Op], place: usize, value: Slot) -> Option<(Slot, Slot)> {
    match plain.get(place)? {
        Op::Multiply(to, a, b) => other_of(value, *a, *b).map(|other| (other, *to)),
        _ => None,
    }
}

/// The other term, and where the sum goes, when the instruction at a place adds to an intermediate value.
fn sum_of(plain: &[Op], place: usize, value: Slot) -> Option<(Slot, Slot)> {
    match plain.get(place)? {
        Op::Add(to, a, b) => other_of(value, *a, *b).map(|other| (other, *to)),
        _ => None,
    }
}

/// The divisor, and where the remainder goes, when the instruction at a place divides an intermediate value.
fn remainder_of(plain: &[Op], place: usize, value: Slot) -> Option<(Slot, Slot)> {
    match plain.get(place)? {
        Op::Remainder(to, a, divisor) if *a == value && *divisor != value && is_intermediate(value) => {
            Some((*divisor, *to))
        }
        _ => None,
    }
}

/// The live slots and the entry, when the instruction at a place calls with an intermediate value alone.
fn call_with(plain: &[Op], place: usize, value: Slot) -> Option<(u8, u32)> {
    match plain.get(place)? {
        Op::Call(first, 1, live, target) if *first == value && is_intermediate(value) => {
            Some((*live, *target))
        }
        _ => None,
    }
}

/// The one of two operands that is not an intermediate value.
fn other_of(value: Slot, a: Slot, b: Slot) -> Option<Slot> {
    match (is_intermediate(value), a == value, b == value) {
        (true, true, false) => Some(b),
        (true, false, true) => Some(a),
        _ => None,
    }
}

fn is_intermediate(slot: Slot) -> bool {
    slot < FRAME
}
