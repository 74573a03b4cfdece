//! The instructions of stacks. Only scripts that [`super::check`] found sound come here; where it would have found
//! a gap, a 0 stands.

use super::CountedLoop;
use super::emit::{Emitter, Label};
use super::pauses::surely_waits;
use crate::blocks::BlockKind;
use crate::machine::op::{FRAME, Op, Slot, ZERO};
use crate::trace::BlockNumber;

/// How two values are compared. Numbers are never NaN here, so each comparison has an exact opposite.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Comparison {
    Equal,
    Unequal,
    Less,
    AtMost,
    Greater,
    AtLeast,
}

/// The comparison of a saved choice.
pub(super) fn comparison(saved: &str) -> Option<Comparison> {
    Some(match saved {
        "EQ" => Comparison::Equal,
        "NE" => Comparison::Unequal,
        "LT" => Comparison::Less,
        "LE" => Comparison::AtMost,
        "GT" => Comparison::Greater,
        "GE" => Comparison::AtLeast,
        _ => return None,
    })
}

/// The frequency of a note in whole hertz: the octave of A4 = 440 Hz (ISO 16), equal temperament, rounded as
/// boards do.
pub(super) fn note_frequency(saved: &str) -> Option<f64> {
    Some(match saved {
        "C" => 262.0,
        "D" => 294.0,
        "E" => 330.0,
        "F" => 349.0,
        "G" => 392.0,
        "A" => 440.0,
        "B" => 494.0,
        _ => return None,
    })
}

impl<'program> Emitter<'_, 'program> {
    /// Writes a script or function and returns its first instruction.
    pub(super) fn top(&mut self, hat: BlockNumber) -> u32 {
        let entry = self.entry(hat);
        self.bind(entry);
        let first = self.here();
        let kind = self.source.kind(hat);
        self.statement = hat;
        self.block = hat;
        self.begins = true;
        self.parameters = self.source.parameters(hat);
        if kind != Some(BlockKind::Function) {
            self.parameters.clear();
        }
        self.live = u8::try_from(self.parameters.len()).unwrap_or(u8::MAX);
        if kind == Some(BlockKind::Forever) {
            self.forever(hat);
        } else {
            self.stack(self.source.input(hat, "DO"));
        }
        self.statement = hat;
        self.block = hat;
        self.begins = false;
        if kind == Some(BlockKind::Function) {
            self.emit(Op::Return);
            self.note_way(first);
        } else {
            self.emit(Op::End);
        }
        first
    }

    fn stack(&mut self, head: Option<BlockNumber>) {
        let source = self.source;
        for block in source.stack(head) {
            if let Some(kind) = source.kind(block) {
                self.statement = block;
                self.block = block;
                self.begins = true;
                self.with_all_temporaries(|emitter| emitter.statement(block, kind));
            }
        }
    }

    fn statement(&mut self, block: BlockNumber, kind: BlockKind) {
        use BlockKind::*;
        match kind {
            ForeverLoop => self.forever(block),
            Repeat => self.repeat(block),
            While => self.conditional_loop(block, false),
            Until => self.conditional_loop(block, true),
            Count => self.count(block),
            LeaveLoop => {
                if let Some(&label) = self.leave.last() {
                    self.jump(Op::Jump, label);
                }
            }
            If => self.choose(block),
            WaitUntil => {
                let again = self.label_here();
                let condition = self.input_value(block, "CONDITION");
                self.jump(|target| Op::WaitUntil(condition, target), again);
            }
            SetVariable => {
                let name = self.source.word(block, "VAR");
                self.update_variable(name, |emitter, to| emitter.input_into(block, "VALUE", to));
            }
            ChangeVariable => {
                let name = self.source.word(block, "VAR");
                let delta = self.input_value(block, "DELTA");
                self.update_variable(name, |emitter, to| emitter.emit(Op::Add(to, to, delta)));
            }
            ListClear => {
                let list = self.list(self.source.word(block, "LIST"));
                self.emit(Op::Clear(list));
            }
            ListAdd => {
                let value = self.input_value(block, "VALUE");
                let list = self.list(self.source.word(block, "LIST"));
                self.emit(Op::Push(list, value));
            }
            ListSet => {
                let place = self.input_value(block, "INDEX");
                let value = self.input_value(block, "VALUE");
                let list = self.list(self.source.word(block, "LIST"));
                self.emit(Op::Put(list, place, value));
            }
            Call => self.call(block),
            TurnLamp => {
                let level = if self.source.word(block, "STATE") == "ON" {
                    100.0
                } else {
                    0.0
                };
                let level = self.constant_slot(level);
                let part = self.part(block);
                self.emit(Op::SetPart(part, level));
            }
            SetLight => {
                let level = self.input_value(block, "LEVEL");
                let part = self.part(block);
                self.emit(Op::SetPart(part, level));
            }
            ChangeLight => {
                let delta = self.input_value(block, "DELTA");
                let part = self.part(block);
                self.emit(Op::ChangePart(part, delta));
            }
            PlayTone | PlayNote => {
                let frequency = if kind == PlayTone {
                    self.input_value(block, "FREQUENCY")
                } else {
                    let note = note_frequency(self.source.word(block, "NOTE"));
                    self.constant_slot(note.unwrap_or(0.0))
                };
                let duration = self.input_value(block, "DURATION");
                let part = self.part(block);
                self.emit(Op::Play(part, frequency, duration));
                self.emit(Op::SetPart(part, ZERO));
            }
            StopSound => {
                let part = self.part(block);
                self.emit(Op::SetPart(part, ZERO));
            }
            WaitMilliseconds => {
                let duration = self.input_value(block, "DURATION");
                self.emit(Op::WaitMilliseconds(duration));
            }
            WaitSeconds => {
                let duration = self.input_value(block, "DURATION");
                self.emit(Op::WaitSeconds(duration));
            }
            // A hat inside a stack is passed over.
            OnStart | Forever | WhenButton | Function => {}
            Compare | Both | Not | Truth | Number | Arithmetic | Random | Round | MinMax | Variable
            | ListItem | ListLength | Parameter | LightLevel | ButtonPressed | ReadPotentiometer
            | ReadLight => {
                debug_assert!(false, "the check lets only statements into a stack");
            }
        }
    }

    fn part(&self, block: BlockNumber) -> u16 {
        self.source.part(block).unwrap_or(0)
    }

    /// The body of a loop, then what goes back: each turn of a loop is a step, at the loop itself.
    fn body(&mut self, block: BlockNumber, leave: Label, back: impl FnOnce(&mut Self)) {
        self.leave.push(leave);
        self.stack(self.source.input(block, "DO"));
        self.leave.pop();
        self.statement = block;
        self.block = block;
        self.begins = true;
        back(self);
    }

    /// The jump back of an unbounded loop (rule 4).
    fn go_back(&mut self, block: BlockNumber, again: Label) {
        if surely_waits(self.source, self.source.input(block, "DO")) {
            self.jump(Op::Back, again);
        } else {
            self.jump(Op::BackNextTick, again);
        }
    }

    fn forever(&mut self, block: BlockNumber) {
        let leave = self.label();
        let again = self.label_here();
        self.body(block, leave, |emitter| emitter.go_back(block, again));
        self.bind(leave);
    }

    fn conditional_loop(&mut self, block: BlockNumber, until: bool) {
        let leave = self.label();
        let again = self.label_here();
        let first = self.here();
        self.branch(block, "CONDITION", until, leave);
        let tests = self.here() > first;
        self.body(block, leave, |emitter| {
            // The step is the test at the head, when there is one.
            emitter.begins = !tests;
            emitter.go_back(block, again);
        });
        self.bind(leave);
    }

    fn repeat(&mut self, block: BlockNumber) {
        let leave = self.label();
        let counter = self.take_frame_slots(2);
        let literal = self.source.literal(block, "TIMES").map(f64::round);
        let turns = counter + 1;
        if let Some(literal) = literal {
            let constant = self.constant_slot(literal);
            self.emit(Op::Set(turns, constant));
        } else {
            let times = self.input_value(block, "TIMES");
            self.emit(Op::Round(turns, times));
        }
        self.emit(Op::Set(counter, ZERO));
        if literal.is_none_or(|literal| literal < 1.0) {
            self.jump(|target| Op::JumpIfAtMost(turns, ZERO, target), leave);
        }
        let again = self.label_here();
        let first = self.here();
        self.body(block, leave, |emitter| {
            emitter.jump(|target| Op::Repeat(counter, target), again);
        });
        self.counted(block, first, counter);
        self.bind(leave);
        self.live -= 2;
    }

    fn count(&mut self, block: BlockNumber) {
        let leave = self.label();
        let counter = self.take_frame_slots(4);
        self.input_into(block, "FROM", counter + 2);
        self.input_into(block, "TO", counter + 1);
        let name = self.source.word(block, "VAR");
        let mut again = self.label();
        let mut first = 0;
        let mut variable = 0;
        self.update_variable(name, |emitter, slot| {
            variable = slot;
            emitter.emit(Op::CountStart(counter, slot));
            // A variable in far memory is stored at the head of each turn, by what follows here.
            again = emitter.label_here();
            first = emitter.here();
        });
        self.body(block, leave, |emitter| {
            emitter.jump(|target| Op::Count(counter, variable, target), again);
        });
        self.counted(block, first, counter);
        self.bind(leave);
        self.live -= 4;
    }

    fn counted(&mut self, block: BlockNumber, first: u32, counter: Slot) {
        let body = (first, self.here());
        self.loops.push(CountedLoop {
            block,
            body,
            counter: counter - FRAME,
        });
    }

    fn choose(&mut self, block: BlockNumber) {
        let end = self.label();
        let (branches, has_else) = self.source.branches(block);
        let last = branches.len() - 1;
        for (number, (condition, body)) in branches.iter().enumerate() {
            let next = self.label();
            // A later condition still belongs to this block, not to the one that stood last in the branch above.
            self.statement = block;
            self.block = block;
            self.branch(block, condition, false, next);
            self.stack(self.source.input(block, body));
            if number < last || has_else {
                self.statement = block;
                self.block = block;
                self.begins = false;
                self.jump(Op::Jump, end);
            }
            self.bind(next);
        }
        if has_else {
            self.stack(self.source.input(block, "ELSE"));
        }
        self.bind(end);
        self.begins = false;
    }

    fn call(&mut self, block: BlockNumber) {
        let Some(function) = self.functions.get(self.source.word(block, "NAME")) else {
            return;
        };
        let count = u8::try_from(function.parameters.len()).unwrap_or(u8::MAX);
        let entry = self.entry(function.block);
        let live = self.live;
        let slots: Vec<Slot> = (0..count).map(|_| self.temporary()).collect();
        let first = slots.first().copied().unwrap_or(0);
        for (number, slot) in slots.into_iter().enumerate() {
            self.input_into(block, &format!("ARG{number}"), slot);
        }
        self.jump(|target| Op::Call(first, count, live, target), entry);
    }
}
