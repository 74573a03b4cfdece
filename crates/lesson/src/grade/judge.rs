//! Whether a sentence holds (lesson-format, "What each sentence means").

use super::channel::{Channel, Step};
use super::seen::{Finding, Seen};
use super::{Expected, answer, blink, level, program, ramp, several};
use crate::check::{Check, Level, Property};
use crate::words::verdict::AuthorReason;
use device::parts::{Board, PartName};
use device::program::Program;
use device::trace::{Millis, NoteKind, Trace};

/// Every instant and every end of an interval is forgiven so much.
pub(super) const FORGIVEN: u64 = 10;

/// What is found of one sentence.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Judgement {
    /// It holds.
    Holds,
    /// It does not hold yet.
    Fails(Box<Finding>),
    /// It cannot be judged.
    CannotBe(AuthorReason),
}

impl Judgement {
    /// It does not hold yet.
    pub fn fails(finding: Finding) -> Self {
        Self::Fails(Box::new(finding))
    }
}

/// What the device did, ready to be looked at.
pub(super) struct Device<'a> {
    board: &'a Board,
    program: &'a Program,
    trace: &'a Trace,
    channels: Vec<Channel>,
    end: Millis,
}

/// Earlier by what is forgiven; never before the start.
pub(super) fn earlier(at: Millis) -> Millis {
    Millis(at.0.saturating_sub(FORGIVEN))
}

/// Later by what is forgiven.
pub(super) fn later(at: Millis) -> Millis {
    Millis(at.0 + FORGIVEN)
}

impl<'a> Device<'a> {
    /// Looks at a run up to its end.
    pub fn new(board: &'a Board, program: &'a Program, trace: &'a Trace, end: Millis) -> Self {
        let channels = (0..board.parts.len())
            .map(|part| Channel::of(trace, part))
            .collect();
        Self {
            board,
            program,
            trace,
            channels,
            end,
        }
    }

    /// Whether no output ever changed.
    pub fn did_nothing(&self) -> bool {
        self.board
            .parts
            .iter()
            .zip(&self.channels)
            .all(|(part, channel)| !part.name.kind.is_output() || channel.all_until(self.end).is_empty())
    }

    /// The output that the first sentence about the device speaks of.
    pub fn first_part_of(&self, check: &Check) -> Option<PartName> {
        let sentence = check
            .sentences
            .iter()
            .find(|sentence| !sentence.property.is_of_the_program())?;
        sentence
            .property
            .parts()
            .into_iter()
            .find(|part| part.kind.is_output())
            .cloned()
    }

    /// Whether a sentence holds.
    pub fn judge(&self, property: &Property) -> Judgement {
        let mut channels = Vec::new();
        for part in property.parts() {
            match self
                .board
                .part_number(part)
                .and_then(|number| self.channels.get(number))
            {
                Some(channel) => channels.push(channel),
                None => return Judgement::CannotBe(AuthorReason::NotOnTheBoard(part.clone())),
            }
        }
        match (property, channels.as_slice()) {
            (
                Property::Is {
                    part,
                    level,
                    tolerance,
                    at,
                },
                [channel],
            ) => level::is(part, channel, *level, *tolerance, *at),
            (Property::Becomes { part, level, between }, [channel]) => {
                level::becomes(part, channel, *level, *between)
            }
            (Property::Stays { part, level, during }, [channel]) => {
                level::stays(part, channel, *level, *during)
            }
            (
                Property::Ramps {
                    part,
                    direction,
                    from,
                    to,
                    lasting,
                },
                [channel],
            ) => {
                let wanted = ramp::Ramp {
                    part,
                    direction: *direction,
                    from: *from,
                    to: *to,
                    lasting: *lasting,
                };
                ramp::judge(&wanted, channel, self.end)
            }
            (
                Property::Blinks {
                    part,
                    hertz,
                    tolerance,
                    during,
                },
                [channel],
            ) => blink::judge(part, channel, *hertz, *tolerance, *during, self.end),
            (
                Property::Changes {
                    part,
                    bound,
                    times,
                    during,
                },
                [channel],
            ) => level::changes(part, channel, *bound, *times, *during, self.end),
            (
                Property::Follows {
                    part,
                    leader,
                    tolerance,
                    delay,
                },
                [channel, leading],
            ) => {
                let wanted = answer::Following {
                    part,
                    leader,
                    tolerance: *tolerance,
                    delay: *delay,
                };
                answer::follows(&wanted, channel, leading, self.end)
            }
            (
                Property::Responds {
                    cause,
                    comparison,
                    threshold,
                    part,
                    level,
                    within,
                },
                [causing, answering],
            ) => {
                let wanted = answer::Answer {
                    cause,
                    comparison: *comparison,
                    threshold: *threshold,
                    part,
                    level: *level,
                    within: *within,
                };
                answer::responds(&wanted, causing, answering, self.end)
            }
            (Property::NeverTogether { parts }, [one, other]) => {
                several::never_together(parts, one, other, self.end)
            }
            (Property::Order { parts }, channels) => several::order(parts, channels, self.end),
            (Property::NoError, _) => self.no_error(),
            (Property::Uses { block, at_least }, _) => {
                program::uses(self.program, block, at_least.unwrap_or(1))
            }
            (Property::Without { block }, _) => program::without(self.program, block),
            (Property::AtMostBlocks { blocks }, _) => program::at_most(self.program, *blocks),
            // A channel was found for every part above.
            _ => Judgement::CannotBe(AuthorReason::NothingToCheck),
        }
    }

    fn no_error(&self) -> Judgement {
        let stops = |kind: NoteKind| {
            matches!(
                kind,
                NoteKind::DivisionByZero | NoteKind::NoSuchItem | NoteKind::TooLarge | NoteKind::TooDeep
            )
        };
        let stopped = self
            .trace
            .notes
            .iter()
            .find(|note| stops(note.kind) && note.at <= self.end);
        match stopped {
            Some(note) => Judgement::fails(
                Finding::new(Seen::Stopped(note.kind))
                    .at(note.at)
                    .by(Some(note.block)),
            ),
            None => Judgement::Holds,
        }
    }
}

/// The block that did the last of some changes.
pub(super) fn caused_by(step: Option<Step>) -> Option<device::trace::BlockNumber> {
    step.and_then(|step| step.block)
}

/// What the time line can draw of a level.
pub(super) fn shape(part: &PartName, level: Level, tolerance: Option<f64>) -> Option<Expected> {
    let (least, greatest) = part.kind.range();
    Some(match level {
        Level::Number(value) => {
            let tolerance = tolerance.unwrap_or(Level::TOLERANCE);
            Expected::Level {
                least: value - tolerance,
                greatest: value + tolerance,
            }
        }
        Level::On | Level::Pressed => Expected::Level {
            least: least.max(1.0),
            greatest,
        },
        Level::Off | Level::Released => Expected::Level {
            least: 0.0,
            greatest: 0.0,
        },
    })
}
