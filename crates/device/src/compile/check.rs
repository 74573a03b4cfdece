//! Says what keeps a script from running, block by block, before anything is compiled.
//!
//! A script with such a problem does not run, nor does one that calls a function with such a problem; all others
//! do. Unknown blocks in a stack are passed over.

use super::sockets::{Shape, Socket, part_kind, shape, sockets};
use super::tree::Tree;
use super::{MOST_FRAME_SLOTS, MOST_NESTING, MOST_PARAMETERS};
use crate::blocks::BlockKind;
use crate::parts::{Board, PartName};
use crate::run::{BlockProblem, BlockProblemKind};
use crate::trace::BlockNumber;
use std::collections::BTreeMap;

/// A function of the program.
#[derive(Clone, Debug)]
pub(super) struct Function<'program> {
    pub(super) block: BlockNumber,
    pub(super) parameters: Vec<&'program str>,
}

/// The functions by name; of two with one name, the first.
pub(super) type Functions<'program> = BTreeMap<&'program str, Function<'program>>;

/// The number on the board of the part that a block names.
pub(super) fn part_of(tree: &Tree, board: &Board, block: BlockNumber, kind: BlockKind) -> Option<u16> {
    let wanted = part_kind(kind)?;
    let name = PartName::read(tree.word(block, "PART"))?;
    let number = board.part_number(&name)?;
    (name.kind == wanted).then(|| u16::try_from(number).ok())?
}

/// Which stacks under a hat may run, in the order of `Tree::tops`, and all problems.
pub(super) struct Checked {
    pub(super) sound: Vec<BlockNumber>,
    pub(super) problems: Vec<BlockProblem>,
}

pub(super) fn check(tree: &Tree, board: &Board, functions: &Functions) -> Checked {
    let mut problems = Vec::new();
    let mut calls_of = BTreeMap::new();
    let mut sound = Vec::new();
    for &top in &tree.tops {
        let Some(kind) = tree.kind(top) else {
            problems.push(problem(tree, top, BlockProblemKind::UnknownBlock));
            continue;
        };
        if shape(kind) != Shape::Hat {
            problems.push(problem(tree, top, BlockProblemKind::Loose));
            continue;
        }
        let mut checker = Checker {
            tree,
            board,
            functions,
            parameters: if kind == BlockKind::Function { tree.parameters(top) } else { Vec::new() },
            is_sound: true,
            calls: Vec::new(),
            problems: &mut problems,
        };
        let place = Place {
            nesting: 0,
            in_loop: kind == BlockKind::Forever,
            frame_slots: checker.parameters.len(),
        };
        if place.frame_slots > MOST_PARAMETERS {
            checker.stops(top, BlockProblemKind::TooBig);
        }
        checker.block(top, kind, place);
        if checker.is_sound {
            sound.push(top);
        }
        calls_of.insert(top, checker.calls);
    }
    // A function that does not run takes its callers with it; at most as many rounds as there are functions.
    loop {
        let before = sound.len();
        let runs = sound.clone();
        sound.retain(|top| calls_of.get(top).is_none_or(|calls| calls.iter().all(|call| runs.contains(call))));
        if sound.len() == before {
            return Checked { sound, problems };
        }
    }
}

fn problem(tree: &Tree, block: BlockNumber, kind: BlockProblemKind) -> BlockProblem {
    BlockProblem {
        block: tree.id(block).to_owned(),
        kind,
    }
}

/// Where a block stands.
#[derive(Clone, Copy)]
struct Place {
    /// Blocks around it.
    nesting: usize,
    /// Whether there is a loop to leave.
    in_loop: bool,
    /// Parameters and loop counters in use around it.
    frame_slots: usize,
}

struct Checker<'check, 'program> {
    tree: &'check Tree<'program>,
    board: &'check Board,
    functions: &'check Functions<'program>,
    parameters: Vec<&'program str>,
    is_sound: bool,
    calls: Vec<BlockNumber>,
    problems: &'check mut Vec<BlockProblem>,
}

impl Checker<'_, '_> {
    /// Notes a problem that keeps the script from running.
    fn stops(&mut self, block: BlockNumber, kind: BlockProblemKind) {
        self.is_sound = false;
        self.problems.push(problem(self.tree, block, kind));
    }

    fn block(&mut self, block: BlockNumber, kind: BlockKind, place: Place) {
        if place.nesting > MOST_NESTING {
            return self.stops(block, BlockProblemKind::TooBig);
        }
        self.own_words(block, kind, place);
        let mut inputs = sockets(self.tree, block, kind);
        if kind == BlockKind::Call {
            inputs = self.arguments(block);
        }
        let frame_slots = place.frame_slots + super::frame_slots(kind);
        if frame_slots > MOST_FRAME_SLOTS {
            return self.stops(block, BlockProblemKind::TooBig);
        }
        for (input, socket) in inputs {
            let inside = Place {
                nesting: place.nesting + 1,
                in_loop: place.in_loop || super::is_loop(kind),
                frame_slots,
            };
            if socket == Socket::Stack {
                self.stack(self.tree.input(block, &input), inside);
            } else {
                self.value(block, input, socket, inside);
            }
        }
    }

    /// The fields of a block and the place where it stands.
    fn own_words(&mut self, block: BlockNumber, kind: BlockKind, place: Place) {
        if kind == BlockKind::LeaveLoop && !place.in_loop {
            self.stops(block, BlockProblemKind::NoLoopToLeave);
        }
        if kind == BlockKind::Parameter && !self.parameters.contains(&self.tree.word(block, "NAME")) {
            self.stops(block, BlockProblemKind::NoSuchParameter);
        }
        if part_kind(kind).is_some() && part_of(self.tree, self.board, block, kind).is_none() {
            let part = self.tree.word(block, "PART").to_owned();
            self.stops(block, BlockProblemKind::NoSuchPart { part });
        }
        // A choice that this version does not have is a block of a newer one.
        if !super::choices_are_known(self.tree, block, kind) {
            self.stops(block, BlockProblemKind::UnknownBlock);
        }
    }

    fn arguments(&mut self, block: BlockNumber) -> Vec<(String, Socket)> {
        let Some(function) = self.functions.get(self.tree.word(block, "NAME")) else {
            self.stops(block, BlockProblemKind::NoSuchFunction);
            return Vec::new();
        };
        self.calls.push(function.block);
        let count = function.parameters.len();
        if self.tree.input(block, &format!("ARG{count}")).is_some() {
            self.stops(block, BlockProblemKind::NoSuchFunction);
        }
        (0..count).map(|argument| (format!("ARG{argument}"), Socket::Any)).collect()
    }

    fn stack(&mut self, head: Option<BlockNumber>, place: Place) {
        let tree = self.tree;
        for block in tree.stack(head) {
            match tree.kind(block) {
                None => self.problems.push(problem(tree, block, BlockProblemKind::UnknownBlock)),
                Some(kind) => match shape(kind) {
                    Shape::Statement => self.block(block, kind, place),
                    Shape::Hat => self.problems.push(problem(tree, block, BlockProblemKind::Loose)),
                    Shape::Number | Shape::Truth | Shape::Any => {
                        let input = String::new();
                        self.stops(block, BlockProblemKind::WrongKind { input });
                    }
                },
            }
        }
    }

    fn value(&mut self, parent: BlockNumber, input: String, socket: Socket, place: Place) {
        let Some(block) = self.tree.input(parent, &input) else {
            return self.stops(parent, BlockProblemKind::EmptySocket { input });
        };
        let Some(kind) = self.tree.kind(block) else {
            return self.stops(block, BlockProblemKind::UnknownBlock);
        };
        if kind == BlockKind::Number && self.tree.number(block, "NUM").is_none() {
            return self.stops(parent, BlockProblemKind::EmptySocket { input });
        }
        if !socket.takes(shape(kind)) {
            return self.stops(parent, BlockProblemKind::WrongKind { input });
        }
        self.block(block, kind, place);
    }
}
