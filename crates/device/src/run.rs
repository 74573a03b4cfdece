//! A run one can pause, step, act on and go back in. (Signatures first; the machine fills them in.)

use crate::parts::Board;
use crate::program::Program;
use crate::trace::{BlockNumber, Millis, Trace};

/// An input that a person, or a check, sets at an instant.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct InputEvent {
    /// When.
    pub at: Millis,
    /// The part's number on the board.
    pub part: u16,
    /// Its new value, in the part's own unit.
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
    Ended,
}

/// What keeps a block from running: an empty socket, an unknown block, a part that is not plugged in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct BlockProblem {
    /// The id of the block it speaks of.
    pub block: String,
    /// What is wrong.
    pub kind: BlockProblemKind,
}

/// What can be wrong with a block before anything runs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BlockProblemKind {
    /// A socket without a value; `input` is its name. The program runs without the script it stands in.
    EmptySocket {
        /// The input's name.
        input: String,
    },
    /// A block of a newer version; it is passed over.
    UnknownBlock,
    /// A block that acts on a part the board does not have (its saved name).
    NoSuchPart {
        /// The part's saved name.
        part: String,
    },
    /// A block of the wrong kind in a socket (a truth where a number is asked).
    WrongKind {
        /// The input's name.
        input: String,
    },
    /// `sortir de la boucle` outside a loop.
    NoLoopToLeave,
    /// A call of a function that is not there, or with another number of values.
    NoSuchFunction,
    /// A stack without a hat; it never runs.
    Loose,
    /// More blocks, variables or nesting than the machine takes.
    TooBig,
}

/// A running program with its past.
#[derive(Clone, Debug)]
pub struct Run {
    trace: Trace,
    now: Millis,
}

impl Run {
    /// Compiles a program for a board and stands before its first instant. Blocks with problems do not run; the
    /// others do.
    #[must_use]
    pub fn new(program: &Program, board: &Board, seed: u64) -> (Self, Vec<BlockProblem>) {
        let _ = (program, seed);
        let at_start = board
            .parts
            .iter()
            .map(|part| part.name.kind.value_at_start())
            .collect();
        (
            Self {
                trace: Trace {
                    at_start,
                    ..Trace::default()
                },
                now: Millis(0),
            },
            Vec::new(),
        )
    }

    /// The instant it stands at.
    #[must_use]
    pub fn now(&self) -> Millis {
        self.now
    }

    /// All it did so far.
    #[must_use]
    pub fn trace(&self) -> &Trace {
        &self.trace
    }

    /// Sets inputs to come; each must be dated at or after now.
    pub fn schedule(&mut self, inputs: &[InputEvent]) {
        let _ = inputs;
    }

    /// Runs on to an instant, or until `block_budget` blocks have run.
    pub fn advance_to(&mut self, until: Millis, block_budget: u64) -> Stop {
        let _ = block_budget;
        self.now = until.max(self.now);
        self.trace.until = self.now;
        Stop::Reached
    }

    /// Runs until one more block has begun, across instants without anything to do.
    pub fn step(&mut self) -> Stop {
        Stop::Ended
    }

    /// Goes to an instant of the past (what comes after is forgotten, inputs included) or of the future.
    pub fn go_to(&mut self, at: Millis, block_budget: u64) -> Stop {
        let _ = block_budget;
        self.now = at;
        Stop::Reached
    }

    /// The block each live script stands at, in order of scripts.
    #[must_use]
    pub fn active_blocks(&self) -> Vec<BlockNumber> {
        Vec::new()
    }

    /// The value of a part now, in its own unit.
    #[must_use]
    pub fn value(&self, part: usize) -> f64 {
        self.trace.value_at(part, self.now)
    }

    /// Variables and their values now, in order of first mention.
    #[must_use]
    pub fn variables(&self) -> Vec<(String, f64)> {
        Vec::new()
    }
}
