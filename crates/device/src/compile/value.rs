//! The instructions of values and conditions.

use super::emit::{Emitter, Label};
use super::script::{Comparison, comparison};
use crate::blocks::BlockKind;
use crate::machine::op::{FRAME, ONE, Op, Slot, ZERO};
use crate::trace::BlockNumber;

impl Emitter<'_, '_> {
    /// A slot that holds the value of an input; read only, until the slots around are released.
    pub(super) fn input_value(&mut self, parent: BlockNumber, input: &str) -> Slot {
        self.operand(parent, input, None)
    }

    /// Both operands of an operator whose result goes into `to`. The first may lie there meanwhile when `to` is an
    /// intermediate slot, so that each level of nesting takes one slot only.
    fn operands(&mut self, block: BlockNumber, inputs: [&str; 2], to: Slot) -> (Slot, Slot) {
        let a = self.operand(block, inputs[0], (to < FRAME).then_some(to));
        (a, self.operand(block, inputs[1], None))
    }

    fn operand(&mut self, parent: BlockNumber, input: &str, spare: Option<Slot>) -> Slot {
        let Some(block) = self.source.input(parent, input) else {
            return ZERO;
        };
        match self.source.kind(block) {
            Some(BlockKind::Number) => self.constant_slot(self.source.written_number(block).unwrap_or(0.0)),
            Some(BlockKind::Truth) => {
                if self.source.word(block, "VALUE") == "TRUE" {
                    ONE
                } else {
                    ZERO
                }
            }
            Some(BlockKind::Variable) => self.variable_slot(self.source.word(block, "VAR")),
            Some(BlockKind::Parameter) => self.parameter_slot(self.source.word(block, "NAME")),
            _ => {
                let slot = spare.unwrap_or_else(|| self.temporary());
                self.releasing(|emitter| emitter.value_into(block, slot));
                slot
            }
        }
    }

    fn parameter_slot(&self, name: &str) -> Slot {
        let place = self.parameters.iter().position(|parameter| *parameter == name);
        place
            .and_then(|place| Slot::try_from(place).ok())
            .map_or(ZERO, |place| FRAME + place)
    }

    /// Computes an input into a slot, which is written last of all.
    pub(super) fn input_into(&mut self, parent: BlockNumber, input: &str, to: Slot) {
        let block = self.source.input(parent, input);
        match block.and_then(|block| Some((block, self.source.kind(block)?))) {
            Some((
                block,
                BlockKind::Arithmetic
                | BlockKind::Random
                | BlockKind::Round
                | BlockKind::MinMax
                | BlockKind::Compare
                | BlockKind::Both
                | BlockKind::Not
                | BlockKind::ListItem
                | BlockKind::ListLength
                | BlockKind::LightLevel
                | BlockKind::ButtonPressed
                | BlockKind::ReadPotentiometer
                | BlockKind::ReadLight,
            )) => self.releasing(|emitter| emitter.value_into(block, to)),
            _ => {
                let value = self.input_value(parent, input);
                self.emit(Op::Set(to, value));
            }
        }
    }

    fn value_into(&mut self, block: BlockNumber, to: Slot) {
        self.within(block, |emitter| emitter.operation(block, to));
    }

    fn operation(&mut self, block: BlockNumber, to: Slot) {
        use BlockKind::*;
        let Some(kind) = self.source.kind(block) else {
            return;
        };
        match kind {
            Arithmetic => {
                let (a, b) = self.operands(block, ["A", "B"], to);
                self.emit(match self.source.word(block, "OP") {
                    "SUB" => Op::Subtract(to, a, b),
                    "MUL" => Op::Multiply(to, a, b),
                    "DIV" => Op::Divide(to, a, b),
                    "MOD" => Op::Remainder(to, a, b),
                    _ => Op::Add(to, a, b),
                });
            }
            MinMax => {
                let (a, b) = self.operands(block, ["A", "B"], to);
                self.emit(if self.source.word(block, "OP") == "MIN" {
                    Op::Least(to, a, b)
                } else {
                    Op::Greatest(to, a, b)
                });
            }
            Random => {
                let (from, last) = self.operands(block, ["FROM", "TO"], to);
                self.emit(Op::Random(to, from, last));
            }
            Round => {
                let value = self.input_value(block, "A");
                self.emit(Op::Round(to, value));
            }
            Compare => {
                let (a, b) = self.operands(block, ["A", "B"], to);
                self.emit(match comparison(self.source.word(block, "OP")) {
                    Some(Comparison::Unequal) => Op::Unequal(to, a, b),
                    Some(Comparison::Less) => Op::Less(to, a, b),
                    Some(Comparison::AtMost) => Op::AtMost(to, a, b),
                    Some(Comparison::Greater) => Op::Less(to, b, a),
                    Some(Comparison::AtLeast) => Op::AtMost(to, b, a),
                    Some(Comparison::Equal) | None => Op::Equal(to, a, b),
                });
            }
            Not => {
                let value = self.input_value(block, "A");
                self.emit(Op::Equal(to, value, ZERO));
            }
            Both => {
                let (is_false, end) = (self.label(), self.label());
                self.branch_on(block, false, is_false);
                self.emit(Op::Set(to, ONE));
                self.jump(Op::Jump, end);
                self.bind(is_false);
                self.emit(Op::Set(to, ZERO));
                self.bind(end);
            }
            ListItem => {
                let place = self.input_value(block, "INDEX");
                let list = self.list(self.source.word(block, "LIST"));
                self.emit(Op::Item(to, list, place));
            }
            ListLength => {
                let list = self.list(self.source.word(block, "LIST"));
                self.emit(Op::Length(to, list));
            }
            LightLevel | ButtonPressed | ReadPotentiometer | ReadLight => {
                let part = self.source.part(block).unwrap_or(0);
                self.emit(Op::Read(to, part));
            }
            _ => debug_assert!(false, "the check lets only values into a socket"),
        }
    }

    /// Jumps to a label when the condition in an input is `when`; else goes on.
    pub(super) fn branch(&mut self, parent: BlockNumber, input: &str, when: bool, label: Label) {
        if let Some(block) = self.source.input(parent, input) {
            self.within(block, |emitter| emitter.branch_on(block, when, label));
        }
    }

    fn branch_on(&mut self, block: BlockNumber, when: bool, label: Label) {
        match self.source.kind(block) {
            Some(BlockKind::Truth) => {
                if (self.source.word(block, "VALUE") == "TRUE") == when {
                    self.jump(Op::Jump, label);
                }
            }
            Some(BlockKind::Not) => self.branch(block, "A", !when, label),
            Some(BlockKind::Both) => {
                // The second is computed only when the first leaves it open: `et` when it is true, `ou` when false.
                let open_when = self.source.word(block, "OP") == "AND";
                if when == open_when {
                    let skip = self.label();
                    self.branch(block, "A", !open_when, skip);
                    self.branch(block, "B", when, label);
                    self.bind(skip);
                } else {
                    self.branch(block, "A", when, label);
                    self.branch(block, "B", when, label);
                }
            }
            Some(BlockKind::Compare) => self.releasing(|emitter| {
                let (a, b) = (emitter.input_value(block, "A"), emitter.input_value(block, "B"));
                let compared = comparison(emitter.source.word(block, "OP")).unwrap_or(Comparison::Equal);
                emitter.jump(|target| jump_if(compared, when, a, b, target), label);
            }),
            _ => self.releasing(|emitter| {
                let value = emitter.condition_value(block);
                emitter.jump(
                    |target| jump_if(Comparison::Unequal, when, value, ZERO, target),
                    label,
                );
            }),
        }
    }

    /// A slot that holds a condition that is no operator: a button, a variable, a parameter, an item.
    fn condition_value(&mut self, block: BlockNumber) -> Slot {
        match self.source.kind(block) {
            Some(BlockKind::Variable) => self.variable_slot(self.source.word(block, "VAR")),
            Some(BlockKind::Parameter) => self.parameter_slot(self.source.word(block, "NAME")),
            _ => {
                let slot = self.temporary();
                self.releasing(|emitter| emitter.operation(block, slot));
                slot
            }
        }
    }
}

/// The jump taken when `a` compares so with `b` (or, when `when` is false, does not).
fn jump_if(compared: Comparison, when: bool, a: Slot, b: Slot, target: u32) -> Op {
    match (compared, when) {
        (Comparison::Equal, true) | (Comparison::Unequal, false) => Op::JumpIfEqual(a, b, target),
        (Comparison::Unequal, true) | (Comparison::Equal, false) => Op::JumpIfUnequal(a, b, target),
        (Comparison::Less, true) | (Comparison::AtLeast, false) => Op::JumpIfLess(a, b, target),
        (Comparison::AtMost, true) | (Comparison::Greater, false) => Op::JumpIfAtMost(a, b, target),
        (Comparison::Greater, true) | (Comparison::AtMost, false) => Op::JumpIfLess(b, a, target),
        (Comparison::AtLeast, true) | (Comparison::Less, false) => Op::JumpIfAtMost(b, a, target),
    }
}
