//! Which edits leave a run as it is.

use device::in_order::{float_in_order, sort_by_number};
use device::program::{Block, Program};

/// Whether two programs differ in nothing but where stacks stand, what is folded and what is remarked: then a run of
/// one is a run of the other. Scripts go in the order of their places, from top to bottom, so that must be the same.
pub(super) fn runs_alike(one: &Program, other: &Program) -> bool {
    let is_same = |(one, other): (&Block, &Block)| {
        let Block {
            id,
            kind,
            fields,
            inputs,
            next,
            x: _,
            y: _,
            shadow,
            collapsed: _,
            comment: _,
            unknown,
        } = one;
        (id, kind, fields, inputs, next, shadow, unknown)
            == (
                &other.id,
                &other.kind,
                &other.fields,
                &other.inputs,
                &other.next,
                &other.shadow,
                &other.unknown,
            )
    };
    one.blocks.len() == other.blocks.len()
        && one.blocks.iter().zip(&other.blocks).all(is_same)
        && order_of_stacks(one) == order_of_stacks(other)
}

/// The numbers of the top blocks, from top to bottom, then from left to right.
fn order_of_stacks(program: &Program) -> Vec<usize> {
    let mut tops: Vec<(usize, f64, f64)> = program
        .blocks
        .iter()
        .enumerate()
        .filter_map(|(number, block)| Some((number, block.y?, block.x?)))
        .collect();
    sort_by_number(&mut tops, |top| float_in_order(top.2));
    sort_by_number(&mut tops, |top| float_in_order(top.1));
    tops.into_iter().map(|(number, ..)| number).collect()
}
