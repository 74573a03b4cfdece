//! What the device did instead of what a sentence asks.

use crate::check::{BlockWords, Comparison, Direction, Level};
use device::blocks::BlockKind;
use device::parts::PartName;
use device::trace::{BlockNumber, Millis, NoteKind};

/// What was seen, where and when.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Finding {
    /// What was seen.
    pub seen: Seen,
    /// The instant to go to.
    pub at: Option<Millis>,
    /// When what is expected should have happened.
    pub expected_between: Option<(Millis, Millis)>,
    /// The part it speaks of.
    pub part: Option<PartName>,
    /// The block that did it.
    pub block: Option<BlockNumber>,
    /// The shape that was expected, for the time line.
    pub shape: Option<super::Expected>,
}

impl Finding {
    /// Something seen, without a place.
    pub fn new(seen: Seen) -> Self {
        Self {
            seen,
            at: None,
            expected_between: None,
            part: None,
            block: None,
            shape: None,
        }
    }

    /// The same, of a part.
    pub fn of(part: &PartName, seen: Seen) -> Self {
        Self {
            part: Some(part.clone()),
            ..Self::new(seen)
        }
    }

    /// The same, at an instant.
    pub fn at(self, at: Millis) -> Self {
        Self { at: Some(at), ..self }
    }

    /// The same, done by a block.
    pub fn by(self, block: Option<BlockNumber>) -> Self {
        Self { block, ..self }
    }

    /// The same, where something was expected from an instant to another.
    pub fn expected(self, from: Millis, to: Millis) -> Self {
        Self {
            expected_between: Some((from, to)),
            ..self
        }
    }
}

/// What was seen. Values are in the unit of their part.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Seen {
    /// Nothing changed at all.
    Nothing,
    /// Nothing changed, and blocks hang on nothing.
    NothingLoose(BlockKind),
    /// Nothing changed, and a block has an empty socket.
    EmptySocket(BlockKind),
    /// Nothing changed, and a block is of a newer version.
    UnknownBlock,
    /// Nothing changed, and a line of text is no block.
    UnreadLine,
    /// Nothing changed, and a block acts on a part that is not there.
    NoSuchPart(String),
    /// Nothing changed, and a block stands where it does not fit.
    WrongPlace(BlockKind),
    /// Nothing changed, and a function is not there.
    NoSuchFunction,
    /// Nothing changed, and there are too many blocks.
    TooBig,
    /// The number of blocks that may run was used up.
    Greedy(Option<BlockKind>),
    /// More changes than a trace holds.
    TooManyChanges,
    /// A part had a value at an instant; `asked` says in which words to tell it.
    ValueAt {
        part: PartName,
        value: f64,
        asked: Level,
        at: Millis,
    },
    /// It never came to a level.
    NeverBecomes { part: PartName, level: Level },
    /// It came to a level at another time.
    BecomesAt {
        part: PartName,
        level: Level,
        at: Millis,
    },
    /// It was at a level already.
    AlreadyAt {
        part: PartName,
        level: Level,
        at: Millis,
    },
    /// It stayed at a level for too short a time.
    KeptFor {
        part: PartName,
        level: Level,
        lasting: Millis,
    },
    /// It left a level for a value.
    LeavesFor {
        part: PartName,
        asked: Level,
        value: f64,
        at: Millis,
    },
    /// It went most of the way in one change.
    Jump { part: PartName, from: f64, to: f64 },
    /// It went in few large changes.
    Jerks { part: PartName, direction: Direction },
    /// It turned back before the end.
    TurnsBack {
        part: PartName,
        direction: Direction,
        short_of: f64,
    },
    /// It took another time.
    RampLasts {
        part: PartName,
        direction: Direction,
        lasting: Millis,
    },
    /// It stopped before the end.
    StopsAt {
        part: PartName,
        direction: Direction,
        value: f64,
    },
    /// It did not go that way at all.
    NoRamp { part: PartName, direction: Direction },
    /// It was switched on so many times, at most twice.
    TooFewBlinks { part: PartName, times: usize },
    /// One period lasted so long.
    BlinksEvery { part: PartName, period: Millis },
    /// The last switch-on is long ago.
    BlinkStops { part: PartName, at: Millis },
    /// The on or off part of a period is too short.
    ShortBlink {
        part: PartName,
        is_on: bool,
        lasting: Millis,
    },
    /// It changed so many times.
    Changes { part: PartName, times: usize },
    /// It did not follow.
    Apart {
        part: PartName,
        value: f64,
        leader: PartName,
        leader_value: f64,
    },
    /// The condition on an output never came true.
    NeverTrue {
        cause: PartName,
        comparison: Comparison,
        threshold: Level,
    },
    /// Both on.
    Together { parts: [PartName; 2], at: Millis },
    /// The second before the first.
    Before { early: PartName, late: PartName },
    /// Both at once.
    SameTime { parts: [PartName; 2] },
    /// A script stopped.
    Stopped(NoteKind),
    /// So many blocks of a name.
    Uses { block: BlockWords, times: usize },
    /// So many blocks.
    Blocks(usize),
}
