//! All that a run changes: a plain value, so that a past one can be kept and gone back to.

use super::chance::Chance;
use super::op::NEAR;
use crate::compile::{Code, Location};
use crate::parts::Board;

/// The items that all lists of a program may have together; a `ListAdd` beyond stops its script. (The lists of the
/// Scratch VM end at 200,000.)
pub const MOST_ITEMS: usize = 1_000_000;

/// What scripts read and write.
#[derive(Clone, Debug)]
pub(super) struct Memory {
    pub(super) slots: Box<[f64; 256]>,
    pub(super) far: Vec<f64>,
    pub(super) lists: Lists,
    pub(super) outside: Outside,
}

/// What scripts meet: the parts, chance and time.
#[derive(Clone, Debug)]
pub(super) struct Outside {
    /// The value of each part, by its number on the board.
    pub(super) parts: Vec<f64>,
    pub(super) chance: Chance,
    /// The tick that runs, in virtual milliseconds.
    pub(super) tick: u64,
}

/// The lists, by number.
#[derive(Clone, Debug)]
pub(super) struct Lists {
    pub(super) items: Vec<Vec<f64>>,
    /// Items of all lists together.
    count: usize,
}

/// A script that runs.
#[derive(Clone, Debug, Default)]
pub(super) struct Fiber {
    /// Its number in `Code::scripts`.
    pub(super) script: u32,
    /// The next instruction.
    pub(super) pc: u32,
    /// The instruction that it stands at: the one that paused it, or its first.
    pub(super) at: u32,
    /// The tick from which it may go on.
    pub(super) wake: u64,
    /// Whether an `attendre jusqu'à` has already cost it a tick.
    pub(super) is_waiting: bool,
    /// Calls inside each other.
    pub(super) depth: u32,
    /// The frame slots in use while it does not run.
    pub(super) frame: Vec<f64>,
    /// For each call inside which it stands: the caller's frame, then one word with the way back.
    pub(super) stack: Vec<f64>,
}

/// The state of a run.
#[derive(Clone, Debug)]
pub(super) struct World {
    pub(super) memory: Memory,
    /// Running scripts, in the order in which they were created.
    pub(super) fibers: Vec<Fiber>,
    /// One further event remembered for each script whose event came while it was running (rule 6).
    pub(super) remembered: Vec<bool>,
    /// How many inputs of the log have been applied.
    pub(super) inputs_applied: usize,
    /// Whether the first tick has begun.
    pub(super) has_started: bool,
    /// The fiber whose turn it is in a tick that has begun; `None` between ticks.
    pub(super) turn: Option<Turn>,
}

/// A fiber's turn in a tick.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Turn {
    /// Its place in `World::fibers`.
    pub(super) fiber: usize,
    /// The back edges and calls it still may make in this tick.
    pub(super) fuel: u32,
}

impl World {
    pub(super) fn new(code: &Code, board: &Board, seed: u64) -> Self {
        let mut slots = Box::new([0.0; 256]);
        slots[usize::from(NEAR)..][..code.near_at_start.len()].copy_from_slice(&code.near_at_start);
        let parts = board
            .parts
            .iter()
            .map(|part| part.name.kind.value_at_start())
            .collect();
        Self {
            memory: Memory {
                slots,
                far: code.far_at_start.clone(),
                lists: Lists {
                    items: vec![Vec::new(); code.lists.len()],
                    count: 0,
                },
                outside: Outside {
                    parts,
                    chance: Chance::from_seed(seed),
                    tick: 0,
                },
            },
            fibers: Vec::new(),
            remembered: vec![false; code.scripts.len()],
            inputs_applied: 0,
            has_started: false,
            turn: None,
        }
    }

    /// About how many numbers it holds: what keeping a copy costs.
    pub(super) fn size(&self) -> usize {
        let memory = &self.memory;
        let fibers: usize = self
            .fibers
            .iter()
            .map(|fiber| fiber.frame.len() + fiber.stack.len() + 16)
            .sum();
        memory.slots.len() + memory.far.len() + memory.lists.count + memory.outside.parts.len() + fibers
    }
}

impl Memory {
    pub(super) fn read(&self, location: Location) -> f64 {
        match location {
            Location::Near(slot) => self.slots[usize::from(slot)],
            Location::Far(place) => self.far.get(place as usize).copied().unwrap_or(0.0),
        }
    }
}

impl Lists {
    pub(super) fn clear(&mut self, list: u16) {
        if let Some(list) = self.items.get_mut(usize::from(list)) {
            self.count -= list.len();
            list.clear();
        }
    }

    /// Adds a value to a list; `false` when there is no more room.
    pub(super) fn push(&mut self, list: u16, value: f64) -> bool {
        match self.items.get_mut(usize::from(list)) {
            Some(list) if self.count < MOST_ITEMS => {
                self.count += 1;
                list.push(value);
                true
            }
            _ => false,
        }
    }

    #[expect(clippy::cast_precision_loss, reason = "at most MOST_ITEMS")]
    pub(super) fn length(&self, list: u16) -> f64 {
        self.items.get(usize::from(list)).map_or(0, Vec::len) as f64
    }
}
