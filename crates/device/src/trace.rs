//! What a run did: every change of every part, dated, with the block that caused it. Checks, time lines and "show
//! me" read nothing else.

use std::fmt;

/// Virtual time since the start of a run, in milliseconds.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Millis(pub u64);

impl fmt::Display for Millis {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(formatter, "{} ms", self.0)
    }
}

/// The number of a block in `Program::blocks`.
pub type BlockNumber = u32;

/// One change of one part.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Change {
    /// When.
    pub at: Millis,
    /// The part's number on the board.
    pub part: u16,
    /// Its new value, in the part's own unit.
    pub value: f64,
    /// The block that did it; `None` for an input.
    pub block: Option<BlockNumber>,
}

/// Something worth telling that is no change of a part.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Note {
    /// When.
    pub at: Millis,
    /// The block it speaks of.
    pub block: BlockNumber,
    /// What happened.
    pub kind: NoteKind,
}

/// What a note tells. The first four stop their script. Sentences: [`crate::words::note`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NoteKind {
    /// Division (or remainder) by zero.
    DivisionByZero,
    /// A place that the list does not have.
    NoSuchItem,
    /// A result too large to be a number, or a list beyond its limit.
    TooLarge,
    /// Functions that call each other without end.
    TooDeep,
    /// A level beyond what the part can do was asked for; the nearest one was used.
    Saturated,
    /// The script computed without a pause until its share of the tick was used up.
    NoPause,
}

/// The record of a run. Changes are in order of time; those of one millisecond in order of happening.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Trace {
    /// The value of each part before the first change, by part number.
    pub at_start: Vec<f64>,
    /// Every change.
    pub changes: Vec<Change>,
    /// Every note, at most one of each kind for a block.
    pub notes: Vec<Note>,
    /// Up to which instant the trace tells everything.
    pub until: Millis,
    /// Whether changes were left out because there were too many (more than [`Trace::MOST_CHANGES`]).
    pub is_cut: bool,
}

impl Trace {
    /// Beyond this many changes a trace is cut.
    pub const MOST_CHANGES: usize = 100_000;

    /// The changes of one part, in order.
    pub fn of_part(&self, part: usize) -> impl Iterator<Item = &Change> {
        self.changes
            .iter()
            .filter(move |change| usize::from(change.part) == part)
    }

    /// The value of a part at an instant: after all changes dated at or before it.
    #[must_use]
    pub fn value_at(&self, part: usize, at: Millis) -> f64 {
        let come = self.changes.partition_point(|change| change.at <= at);
        self.changes[..come]
            .iter()
            .rev()
            .find(|change| usize::from(change.part) == part)
            .map_or_else(
                || self.at_start.get(part).copied().unwrap_or(0.0),
                |change| change.value,
            )
    }
}
