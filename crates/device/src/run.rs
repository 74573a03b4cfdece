//! A run one can pause, step, act on and go back in.

mod past;
mod problem;

pub use problem::{BlockProblem, BlockProblemKind};

use crate::compile::compile;
use crate::machine::{Halt, Machine};
use crate::parts::{Board, PartKind};
use crate::program::Program;
use crate::trace::{BlockNumber, Millis, Trace};
use past::Past;

/// Instructions that one step may run: a step that finds no block to begin gives the hand back.
const STEP_BUDGET: u64 = 100_000;

/// Instants that one step may go through: a step at an `attendre jusqu'à` gives the hand back after them.
const STEP_TICKS: u32 = 1_000;

/// An input that a person, or a check, sets at an instant.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct InputEvent {
    /// When.
    pub at: Millis,
    /// The part's number on the board.
    pub part: u16,
    /// Its new value, in the part's own unit; beyond its range it saturates.
    pub value: f64,
}

/// Why a run returned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stop {
    /// The instant asked for is reached.
    Reached,
    /// The number of blocks allowed was used up first; call again to go on.
    BudgetUsed,
    /// A single step was made.
    Stepped,
    /// No script is running and none can start by itself; the instant asked for is reached all the same.
    /// (An input may still start one: see [`Run::is_finished`].)
    Ended,
}

/// A running program with its past.
#[derive(Clone, Debug)]
pub struct Run {
    machine: Machine,
    past: Past,
    /// By date; of one date, in the order given.
    inputs: Vec<InputEvent>,
    /// Whether inputs to come are those of a future that was gone back from.
    has_former_future: bool,
    now: u64,
    part_kinds: Vec<PartKind>,
}

impl Run {
    /// Compiles a program for a board and stands before its first instant. Scripts with problems do not run; the
    /// others do.
    #[must_use]
    pub fn new(program: &Program, board: &Board, seed: u64) -> (Self, Vec<BlockProblem>) {
        Self::with_past(program, board, seed, true)
    }

    /// The same, for a check: it keeps no states of the past, so that [`Self::go_to`] runs again from the start.
    #[must_use]
    pub fn without_past(program: &Program, board: &Board, seed: u64) -> (Self, Vec<BlockProblem>) {
        Self::with_past(program, board, seed, false)
    }

    fn with_past(program: &Program, board: &Board, seed: u64, keeps: bool) -> (Self, Vec<BlockProblem>) {
        let (code, problems) = compile(program, board);
        let machine = Machine::new(code, board, seed);
        let run = Self {
            past: Past::new(&machine, keeps),
            machine,
            inputs: Vec::new(),
            has_former_future: false,
            now: 0,
            part_kinds: board.parts.iter().map(|part| part.name.kind).collect(),
        };
        (run, problems)
    }

    /// The instant it stands at.
    #[must_use]
    pub fn now(&self) -> Millis {
        Millis(self.now)
    }

    /// All it did so far.
    #[must_use]
    pub fn trace(&self) -> &Trace {
        self.machine.trace()
    }

    /// Sets inputs to come. One dated before the first instant that has not begun yet happens at that instant, and
    /// a button changes at most once a millisecond, so that no press is lost.
    ///
    /// Acting in the past makes another future: after [`Self::go_to`] went back, inputs that had been set for
    /// later are forgotten now (rule 11).
    pub fn schedule(&mut self, inputs: &[InputEvent]) {
        if std::mem::take(&mut self.has_former_future) {
            self.inputs.truncate(self.machine.inputs_applied());
        }
        let soonest = self.machine.tick().map_or(0, |tick| tick + 1);
        for input in inputs {
            let mut at = input.at.0.max(soonest);
            if self.part_kinds.get(usize::from(input.part)) == Some(&PartKind::Button) {
                while self
                    .inputs
                    .iter()
                    .any(|other| other.at.0 == at && other.part == input.part)
                {
                    at = at.saturating_add(1);
                }
            }
            let place = self.inputs.partition_point(|other| other.at.0 <= at);
            self.inputs.insert(
                place,
                InputEvent {
                    at: Millis(at),
                    ..*input
                },
            );
        }
    }

    /// Every input set so far, those to come too: with the program and the seed, all that is needed to see the same
    /// run again.
    #[must_use]
    pub fn inputs(&self) -> &[InputEvent] {
        &self.inputs
    }

    /// Runs on to an instant, its own changes included, or until about `block_budget` blocks have run. Where it
    /// stops for the budget changes nothing to what it does.
    pub fn advance_to(&mut self, until: Millis, block_budget: u64) -> Stop {
        let mut budget = block_budget;
        let stop = self.advance(until.0.max(self.now), &mut budget);
        self.tell();
        stop
    }

    fn advance(&mut self, until: u64, budget: &mut u64) -> Stop {
        loop {
            if !self.machine.is_in_tick() {
                match self.machine.next_instant(&self.inputs) {
                    Some(tick) if tick <= until => {
                        if *budget == 0 {
                            return Stop::BudgetUsed;
                        }
                        self.begin(tick);
                        *budget -= 1;
                    }
                    next => {
                        self.now = until;
                        return if next.is_some() {
                            Stop::Reached
                        } else {
                            Stop::Ended
                        };
                    }
                }
            }
            if self.machine.run_tick::<false>(budget) == Halt::BudgetUsed {
                return Stop::BudgetUsed;
            }
        }
    }

    fn begin(&mut self, tick: u64) {
        self.past.offer(&self.machine);
        self.machine.begin_tick(tick, &self.inputs);
        self.now = self.now.max(tick);
    }

    /// Says up to which instant the trace tells everything.
    fn tell(&mut self) {
        let told = if self.machine.is_in_tick() {
            self.now.saturating_sub(1)
        } else {
            self.now
        };
        self.machine.tells_until(told);
    }

    /// Runs until one more block has begun, across instants without anything to do. The block is then the one that
    /// its script stands at ([`Self::active_blocks`]), and what it does is done. Gives the hand back with
    /// [`Stop::BudgetUsed`] when no block begins for long (at an `attendre jusqu'à`: for 1,000 instants).
    pub fn step(&mut self) -> Stop {
        let stop = self.next_step();
        self.tell();
        stop
    }

    fn next_step(&mut self) -> Stop {
        let mut budget = STEP_BUDGET;
        for _ in 0..STEP_TICKS {
            if !self.machine.is_in_tick() {
                match self.machine.next_instant(&self.inputs) {
                    Some(tick) => self.begin(tick),
                    None => return Stop::Ended,
                }
            }
            match self.machine.run_tick::<true>(&mut budget) {
                Halt::Stepped => return Stop::Stepped,
                Halt::BudgetUsed => return Stop::BudgetUsed,
                Halt::TickOver => {}
            }
        }
        Stop::BudgetUsed
    }

    /// Goes to an instant of the past or of the future, its own changes included. What the trace told of later is
    /// forgotten. Inputs set for later stay, and come again, until [`Self::schedule`] sets others.
    pub fn go_to(&mut self, at: Millis, block_budget: u64) -> Stop {
        if at.0 < self.now {
            self.past.go_back(&mut self.machine, at.0);
            self.now = self.machine.tick().unwrap_or(0);
            self.has_former_future = true;
        }
        self.advance_to(at, block_budget)
    }

    /// Whether nothing will ever happen again, whatever is done to the inputs: no script runs, and none waits for an
    /// event.
    #[must_use]
    pub fn is_finished(&self) -> bool {
        self.machine.is_finished()
    }

    /// How many blocks have run since it was made, about: an operator inside another may not be counted apart,
    /// blocks jumped over may be.
    #[must_use]
    pub fn blocks_run(&self) -> u64 {
        self.machine.instructions()
    }

    /// The block each live script stands at, in order of scripts.
    #[must_use]
    pub fn active_blocks(&self) -> Vec<BlockNumber> {
        self.machine.active_blocks()
    }

    /// The turn that a `répéter` or a `compter` is in, from 1; `None` while no script is in it.
    #[must_use]
    pub fn turn_of(&self, block: BlockNumber) -> Option<u32> {
        self.machine.turn_of(block)
    }

    /// The value of a part now, in its own unit.
    #[must_use]
    pub fn value(&self, part: usize) -> f64 {
        self.machine.part_value(part)
    }

    /// Variables and their values now, in order of first mention. A truth is 1 or 0.
    #[must_use]
    pub fn variables(&self) -> Vec<(String, f64)> {
        self.machine.variables()
    }

    /// Lists and their items now, in order of first mention.
    #[must_use]
    pub fn lists(&self) -> Vec<(String, Vec<f64>)> {
        self.machine.lists()
    }
}
