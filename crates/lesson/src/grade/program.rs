//! `programme utilise|sans|au plus`: the blocks under a hat.

use super::judge::Judgement;
use super::seen::{Finding, Seen};
use crate::check::BlockWords;
use device::blocks::{BlockKind, Shape};
use device::in_order::gathered;
use device::program::{Block, Program};
use device::trace::BlockNumber;
use std::collections::{BTreeMap, BTreeSet};

/// `programme utilise BLOC [au moins N fois]`
pub(super) fn uses(program: &Program, block: &BlockWords, at_least: u32) -> Judgement {
    let times = under_hats(program)
        .into_iter()
        .filter(|(_, used)| block.names(used))
        .count();
    if usize::try_from(at_least).is_ok_and(|at_least| times >= at_least) {
        return Judgement::Holds;
    }
    Judgement::fails(Finding::new(Seen::Uses {
        block: block.clone(),
        times,
    }))
}

/// `programme sans BLOC`
pub(super) fn without(program: &Program, block: &BlockWords) -> Judgement {
    let used: Vec<(BlockNumber, &Block)> = under_hats(program)
        .into_iter()
        .filter(|(_, used)| block.names(used))
        .collect();
    match used.first() {
        None => Judgement::Holds,
        Some((number, _)) => {
            let seen = Seen::Uses {
                block: block.clone(),
                times: used.len(),
            };
            Judgement::fails(Finding::new(seen).by(Some(*number)))
        }
    }
}

/// `programme au plus N blocs`. A number written in a socket is part of the block around it.
pub(super) fn at_most(program: &Program, most: u32) -> Judgement {
    let counts = |(_, block): &(BlockNumber, &Block)| block.known_kind() != Some(BlockKind::Number);
    let blocks = under_hats(program).into_iter().filter(counts).count();
    if usize::try_from(most).is_ok_and(|most| blocks <= most) {
        return Judgement::Holds;
    }
    Judgement::fails(Finding::new(Seen::Blocks(blocks)))
}

/// Every block under a hat, hats included, in the order of the program.
fn under_hats(program: &Program) -> Vec<(BlockNumber, &Block)> {
    let blocks = program.blocks.iter().enumerate();
    let numbers: BTreeMap<&str, usize> = gathered(blocks.map(|(number, block)| (block.id.as_str(), number)));
    let is_hat = |block: &Block| {
        block
            .known_kind()
            .is_some_and(|kind| kind.spec().shape == Shape::Hat)
    };
    let mut reached: BTreeSet<usize> = BTreeSet::new();
    let mut to_visit: Vec<usize> = (0..program.blocks.len())
        .filter(|number| is_hat(&program.blocks[*number]))
        .collect();
    while let Some(number) = to_visit.pop() {
        if reached.insert(number) {
            let block = &program.blocks[number];
            let inside = block.inputs.values().chain(&block.next);
            to_visit.extend(inside.filter_map(|id| numbers.get(id.as_str())));
        }
    }
    reached
        .into_iter()
        .filter_map(|number| Some((BlockNumber::try_from(number).ok()?, &program.blocks[number])))
        .collect()
}
