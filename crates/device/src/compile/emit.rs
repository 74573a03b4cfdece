//! Writes instructions: labels, constants, variables and intermediate values.

use super::check::Functions;
use super::fuse::fuse;
use super::source::Source;
use super::{Code, CountedLoop, Location, Origin, Script};
use crate::machine::op::{FRAME, NEAR, ONE, Op, Slot, ZERO};
use crate::trace::BlockNumber;
use std::collections::BTreeMap;

/// A place in the code that jumps may go to; known when it is bound.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Label(u32);

/// A label that nothing was bound to.
const UNBOUND: u32 = u32::MAX;

/// What is being written.
pub(super) struct Emitter<'emit, 'program> {
    pub(super) source: &'emit Source<'program>,
    pub(super) functions: &'emit Functions<'program>,
    pub(super) parameters: Vec<&'program str>,
    /// The block of the stack, and the block itself, of what is written next.
    pub(super) statement: BlockNumber,
    pub(super) block: BlockNumber,
    /// Whether `statement` begins with what is written next.
    pub(super) begins: bool,
    /// Frame slots in use.
    pub(super) live: u8,
    /// Where each loop around goes to when left, innermost last.
    pub(super) leave: Vec<Label>,
    pub(super) loops: Vec<CountedLoop>,
    ops: Vec<Op>,
    origins: Vec<Origin>,
    labels: Vec<u32>,
    entries: BTreeMap<BlockNumber, Label>,
    temporaries: Slot,
    longest_way: u32,
    near: Vec<f64>,
    far: Vec<f64>,
    constants: BTreeMap<u64, Location>,
    variables: Vec<(String, Location)>,
    variable_numbers: BTreeMap<&'program str, usize>,
    lists: Vec<String>,
    list_numbers: BTreeMap<&'program str, u16>,
}

impl<'emit, 'program> Emitter<'emit, 'program> {
    pub(super) fn new(source: &'emit Source<'program>, functions: &'emit Functions<'program>) -> Self {
        let mut emitter = Self {
            source,
            functions,
            parameters: Vec::new(),
            statement: 0,
            block: 0,
            begins: false,
            live: 0,
            leave: Vec::new(),
            loops: Vec::new(),
            ops: Vec::new(),
            origins: Vec::new(),
            labels: Vec::new(),
            entries: BTreeMap::new(),
            temporaries: 0,
            longest_way: 0,
            near: Vec::new(),
            far: Vec::new(),
            constants: BTreeMap::new(),
            variables: Vec::new(),
            variable_numbers: BTreeMap::new(),
            lists: Vec::new(),
            list_numbers: BTreeMap::new(),
        };
        let (zero, one) = (emitter.constant(0.0), emitter.constant(1.0));
        debug_assert_eq!((zero, one), (Location::Near(ZERO), Location::Near(ONE)));
        emitter
    }

    pub(super) fn emit(&mut self, op: Op) {
        self.ops.push(op);
        self.origins.push(Origin {
            statement: self.statement,
            block: self.block,
            live: self.live,
            begins: std::mem::take(&mut self.begins),
        });
    }

    /// Runs `write` with `block` as the block that instructions come from.
    pub(super) fn within<T>(&mut self, block: BlockNumber, write: impl FnOnce(&mut Self) -> T) -> T {
        let outer = std::mem::replace(&mut self.block, block);
        let result = write(self);
        self.block = outer;
        result
    }

    // Labels.

    pub(super) fn label(&mut self) -> Label {
        self.labels.push(UNBOUND);
        Label(count(self.labels.len() - 1))
    }

    pub(super) fn bind(&mut self, label: Label) {
        self.labels[label.0 as usize] = self.here();
    }

    /// A label bound to what is written next.
    pub(super) fn label_here(&mut self) -> Label {
        let label = self.label();
        self.bind(label);
        label
    }

    /// The number of the next instruction.
    pub(super) fn here(&self) -> u32 {
        count(self.ops.len())
    }

    /// Writes a jump; its target is a label until [`Self::finish`].
    pub(super) fn jump(&mut self, op: impl FnOnce(u32) -> Op, label: Label) {
        self.emit(op(label.0));
    }

    /// The label of a function's (or script's) first instruction.
    pub(super) fn entry(&mut self, top: BlockNumber) -> Label {
        if let Some(label) = self.entries.get(&top) {
            return *label;
        }
        let label = self.label();
        self.entries.insert(top, label);
        label
    }

    // Slots.

    /// A slot for an intermediate value. `MOST_NESTING` keeps them below `FRAME`.
    pub(super) fn temporary(&mut self) -> Slot {
        let slot = self.temporaries;
        self.temporaries += 1;
        debug_assert!(
            self.temporaries <= FRAME,
            "the check bounds nesting and arguments"
        );
        slot
    }

    /// Runs `write` and gives back the intermediate slots it took.
    pub(super) fn releasing<T>(&mut self, write: impl FnOnce(&mut Self) -> T) -> T {
        let before = self.temporaries;
        let result = write(self);
        self.temporaries = before;
        result
    }

    /// Runs `write` with every intermediate slot free: no intermediate value lives from one block of a stack to
    /// the next, nor into a loop's body.
    pub(super) fn with_all_temporaries(&mut self, write: impl FnOnce(&mut Self)) {
        let before = std::mem::take(&mut self.temporaries);
        write(self);
        self.temporaries = before;
    }

    /// Takes slots of the frame, next to each other.
    pub(super) fn take_frame_slots(&mut self, how_many: u8) -> Slot {
        let first = FRAME + self.live;
        self.live += how_many;
        first
    }

    fn allocate(&mut self, value: f64) -> Location {
        let room = usize::from(Slot::MAX - NEAR) + 1;
        match Slot::try_from(self.near.len()) {
            Ok(place) if usize::from(place) < room => {
                self.near.push(value);
                Location::Near(NEAR + place)
            }
            _ => {
                self.far.push(value);
                Location::Far(count(self.far.len() - 1))
            }
        }
    }

    fn constant(&mut self, value: f64) -> Location {
        if let Some(location) = self.constants.get(&value.to_bits()) {
            return *location;
        }
        let location = self.allocate(value);
        self.constants.insert(value.to_bits(), location);
        location
    }

    fn variable(&mut self, name: &'program str) -> Location {
        if let Some(number) = self.variable_numbers.get(name) {
            return self.variables[*number].1;
        }
        let location = self.allocate(0.0);
        self.variable_numbers.insert(name, self.variables.len());
        self.variables.push((name.to_owned(), location));
        location
    }

    /// A slot that holds what is at a location; read only.
    fn read(&mut self, location: Location) -> Slot {
        match location {
            Location::Near(slot) => slot,
            Location::Far(place) => {
                let slot = self.temporary();
                self.emit(Op::Load(slot, place));
                slot
            }
        }
    }

    /// A slot that holds a constant; read only.
    pub(super) fn constant_slot(&mut self, value: f64) -> Slot {
        let location = self.constant(value);
        self.read(location)
    }

    /// A slot that holds a variable; read only.
    pub(super) fn variable_slot(&mut self, name: &'program str) -> Slot {
        let location = self.variable(name);
        self.read(location)
    }

    /// Lets `write` write into a variable, wherever it lies. `write` may also read the slot it is given.
    pub(super) fn update_variable(&mut self, name: &'program str, write: impl FnOnce(&mut Self, Slot)) {
        match self.variable(name) {
            Location::Near(slot) => write(self, slot),
            Location::Far(place) => {
                let slot = self.temporary();
                self.emit(Op::Load(slot, place));
                write(self, slot);
                self.emit(Op::Store(slot, place));
            }
        }
    }

    pub(super) fn list(&mut self, name: &'program str) -> u16 {
        if let Some(number) = self.list_numbers.get(name) {
            return *number;
        }
        // At most as many lists as blocks, fewer than fit in 16 bits.
        let number = u16::try_from(self.lists.len()).unwrap_or(u16::MAX);
        self.list_numbers.insert(name, number);
        self.lists.push(name.to_owned());
        number
    }

    /// Notes that a function goes from `first` to here: a call may go over as many instructions.
    pub(super) fn note_way(&mut self, first: u32) {
        self.longest_way = self.longest_way.max(self.here() - first);
    }

    /// Puts the real targets in place of labels.
    pub(super) fn finish(mut self, scripts: Vec<Script>) -> Code {
        let mut longest_way = self.longest_way.max(1);
        for (number, op) in (0..).zip(&mut self.ops) {
            if let Some(target) = op.target_mut() {
                *target = self.labels[*target as usize];
                longest_way = longest_way.max(number - (*target).min(number));
            }
        }
        Code {
            longest_way,
            ops: fuse(&self.ops),
            plain_ops: self.ops,
            origins: self.origins,
            scripts,
            loops: self.loops,
            variables: self.variables,
            lists: self.lists,
            near_at_start: self.near,
            far_at_start: self.far,
        }
    }
}

/// A number of instructions, labels or places: far below 2³², since blocks are at most 20,000.
fn count(number: usize) -> u32 {
    u32::try_from(number).unwrap_or(u32::MAX)
}
