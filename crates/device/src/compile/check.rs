//! Says what keeps a script from running, block by block, before anything is compiled.
//!
//! A script with such a problem does not run, nor does one that calls a function with such a problem; all others
//! do. Unknown blocks in a stack are passed over.

use super::source::Source;
use super::{MOST_FRAME_SLOTS, MOST_NESTING, MOST_PARAMETERS};
use crate::blocks::{BlockKind, FieldKind, Shape, ValueType};
use crate::program::InputHolds;
use crate::run::{BlockProblem, BlockProblemKind};
use crate::text::UNREAD_LINE;
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

/// Which stacks under a hat may run, in the order in which they start, and all problems.
pub(super) struct Checked {
    pub(super) sound: Vec<BlockNumber>,
    pub(super) problems: Vec<BlockProblem>,
}

pub(super) fn check(source: &Source, functions: &Functions) -> Checked {
    let mut problems = Vec::new();
    let mut calls_of = BTreeMap::new();
    let mut sound = Vec::new();
    for top in source.heads() {
        let Some(kind) = source.kind(top) else {
            problems.push(unknown(source, top));
            continue;
        };
        if kind.spec().shape != Shape::Hat {
            problems.push(problem(source, top, BlockProblemKind::Loose));
            continue;
        }
        let mut checker = Checker {
            source,
            functions,
            parameters: if kind == BlockKind::Function {
                source.parameters(top)
            } else {
                Vec::new()
            },
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
        sound.retain(|top| {
            calls_of
                .get(top)
                .is_none_or(|calls| calls.iter().all(|call| runs.contains(call)))
        });
        if sound.len() == before {
            return Checked { sound, problems };
        }
    }
}

/// The problem of a block whose kind this version does not know.
fn unknown(source: &Source, block: BlockNumber) -> BlockProblem {
    let is_line = source.block(block).kind == UNREAD_LINE;
    let kind = if is_line {
        BlockProblemKind::UnreadLine
    } else {
        BlockProblemKind::UnknownBlock
    };
    problem(source, block, kind)
}

fn problem(source: &Source, block: BlockNumber, kind: BlockProblemKind) -> BlockProblem {
    BlockProblem {
        block: source.block(block).id.clone(),
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
    source: &'check Source<'program>,
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
        self.problems.push(problem(self.source, block, kind));
    }

    fn block(&mut self, block: BlockNumber, kind: BlockKind, place: Place) {
        if place.nesting > MOST_NESTING {
            return self.stops(block, BlockProblemKind::TooBig);
        }
        self.own_words(block, kind, place);
        let frame_slots = place.frame_slots + super::frame_slots(kind);
        if frame_slots > MOST_FRAME_SLOTS {
            return self.stops(block, BlockProblemKind::TooBig);
        }
        let inside = Place {
            nesting: place.nesting + 1,
            in_loop: place.in_loop || super::is_loop(kind),
            frame_slots,
        };
        if kind == BlockKind::Call {
            return self.arguments(block, inside);
        }
        for input in self.source.block(block).inputs_in_order() {
            match input.holds {
                InputHolds::Stack => self.stack(self.source.input(block, &input.name), inside),
                InputHolds::Value(slot) => self.value(block, input.name, slot.accepts, inside),
            }
        }
    }

    /// The fields of a block and the place where it stands.
    fn own_words(&mut self, block: BlockNumber, kind: BlockKind, place: Place) {
        if kind == BlockKind::LeaveLoop && !place.in_loop {
            self.stops(block, BlockProblemKind::NoLoopToLeave);
        }
        if kind == BlockKind::Parameter && !self.parameters.contains(&self.source.word(block, "NAME")) {
            self.stops(block, BlockProblemKind::NoSuchParameter);
        }
        for field in kind.spec().fields {
            let word = self.source.word(block, field.name);
            match field.holds {
                FieldKind::Part(_) if self.source.part(block).is_none() => {
                    let part = word.to_owned();
                    self.stops(block, BlockProblemKind::NoSuchPart { part });
                }
                // A choice that this version does not have is a block of a newer one.
                FieldKind::Choice(choices) if choices.iter().all(|choice| choice.saved != word) => {
                    self.stops(block, BlockProblemKind::UnknownBlock);
                }
                _ => {}
            }
        }
    }

    fn arguments(&mut self, block: BlockNumber, inside: Place) {
        let Some(function) = self.functions.get(self.source.word(block, "NAME")) else {
            return self.stops(block, BlockProblemKind::NoSuchFunction);
        };
        self.calls.push(function.block);
        let count = function.parameters.len();
        if self.source.input(block, &format!("ARG{count}")).is_some() {
            self.stops(block, BlockProblemKind::NoSuchFunction);
        }
        for argument in 0..count {
            self.value(block, format!("ARG{argument}"), ValueType::Any, inside);
        }
    }

    fn stack(&mut self, head: Option<BlockNumber>, place: Place) {
        let source = self.source;
        for block in source.stack(head) {
            match source.kind(block) {
                None => self.problems.push(unknown(source, block)),
                Some(kind) => match kind.spec().shape {
                    Shape::Statement => self.block(block, kind, place),
                    Shape::Hat => self
                        .problems
                        .push(problem(source, block, BlockProblemKind::Loose)),
                    Shape::Value(_) => {
                        let input = String::new();
                        self.stops(block, BlockProblemKind::WrongKind { input });
                    }
                },
            }
        }
    }

    fn value(&mut self, parent: BlockNumber, input: String, accepts: ValueType, place: Place) {
        let Some(block) = self.source.input(parent, &input) else {
            return self.stops(parent, BlockProblemKind::EmptySocket { input });
        };
        let Some(kind) = self.source.kind(block) else {
            self.is_sound = false;
            return self.problems.push(unknown(self.source, block));
        };
        if kind == BlockKind::Number && self.source.written_number(block).is_none() {
            return self.stops(parent, BlockProblemKind::EmptySocket { input });
        }
        // What a variable holds shows only when it runs.
        let fits = match kind.spec().shape {
            Shape::Value(given) => given == accepts || given == ValueType::Any || accepts == ValueType::Any,
            Shape::Hat | Shape::Statement => false,
        };
        if !fits {
            return self.stops(parent, BlockProblemKind::WrongKind { input });
        }
        self.block(block, kind, place);
    }
}
