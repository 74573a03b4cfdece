//! Whether a sentence holds (lesson-format, "What each sentence means").

use super::channel::{Channel, Step};
use super::seen::{Finding, Seen};
use super::{Expected, answer, blink, program, ramp};
use crate::check::{Bound, Check, Interval, Level, Property};
use crate::words::verdict::AuthorReason;
use device::parts::{Board, PartName};
use device::program::Program;
use device::trace::{Millis, NoteKind, Trace};

/// Every instant and every end of an interval is forgiven so much.
pub(super) const FORGIVEN: u64 = 10;

/// A value that `devient` names must be kept so long.
const KEPT: u64 = 100;

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
            ) => is(part, channel, *level, *tolerance, *at),
            (Property::Becomes { part, level, between }, [channel]) => {
                becomes(part, channel, *level, *between)
            }
            (Property::Stays { part, level, during }, [channel]) => stays(part, channel, *level, *during),
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
            ) => changes(part, channel, *bound, *times, *during, self.end),
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
            (Property::NeverTogether { parts }, [one, other]) => never_together(parts, one, other, self.end),
            (Property::Order { parts }, channels) => order(parts, channels, self.end),
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

/// `X est V à T`, `X vaut V ± N à T`
fn is(part: &PartName, channel: &Channel, level: Level, tolerance: Option<f64>, at: Millis) -> Judgement {
    if channel
        .values(earlier(at), later(at))
        .any(|(_, value)| level.is_at(value, tolerance))
    {
        return Judgement::Holds;
    }
    let seen = Seen::ValueAt {
        part: part.clone(),
        value: channel.value_at(at),
        asked: level,
        at,
    };
    let finding = Finding::of(part, seen)
        .at(at)
        .expected(at, at)
        .by(caused_by(channel.last_until(at)));
    Judgement::fails(Finding {
        shape: shape(part, level, tolerance),
        ..finding
    })
}

/// `X devient V entre T et T`
fn becomes(part: &PartName, channel: &Channel, level: Level, between: Interval) -> Judgement {
    let comes: Vec<&Step> = channel
        .changes
        .iter()
        .filter(|step| level.is_at(step.value, None) && !level.is_at(step.before, None))
        .collect();
    let is_in_time = |step: &&&Step| earlier(between.from) <= step.at && step.at <= later(between.to);
    let leaves = |step: &Step| {
        channel
            .between(step.at, Millis(u64::MAX))
            .iter()
            .find(|next| !level.is_at(next.value, None))
            .map(|next| Millis(next.at.0 - step.at.0))
    };
    if comes
        .iter()
        .filter(is_in_time)
        .any(|step| leaves(step).is_none_or(|lasting| lasting.0 >= KEPT))
    {
        return Judgement::Holds;
    }
    let part_is = |seen: Seen| {
        let finding = Finding::of(part, seen).expected(between.from, between.to);
        Finding {
            shape: shape(part, level, None),
            ..finding
        }
    };
    let kept_too_short = comes.iter().find(is_in_time).map(|step| (step, leaves(step)));
    Judgement::fails(if let Some((step, Some(lasting))) = kept_too_short {
        let seen = Seen::KeptFor {
            part: part.clone(),
            level,
            lasting,
        };
        part_is(seen).at(step.at).by(step.block)
    } else if level.is_at(channel.value_at(earlier(between.from)), None) {
        let seen = Seen::AlreadyAt {
            part: part.clone(),
            level,
            at: between.from,
        };
        part_is(seen)
            .at(between.from)
            .by(caused_by(channel.last_until(between.from)))
    } else if let Some(step) = comes.first() {
        let seen = Seen::BecomesAt {
            part: part.clone(),
            level,
            at: step.at,
        };
        part_is(seen).at(step.at).by(step.block)
    } else {
        let seen = Seen::NeverBecomes {
            part: part.clone(),
            level,
        };
        part_is(seen).at(between.to)
    })
}

/// `X reste V de T à T`
fn stays(part: &PartName, channel: &Channel, level: Level, during: Interval) -> Judgement {
    // An interval shorter than what is forgiven at both ends is looked at in its middle.
    let middle = Millis(u64::midpoint(during.from.0, during.to.0));
    let from = later(during.from).min(middle);
    let to = earlier(during.to).max(middle);
    let finding = |seen: Seen| {
        let finding = Finding::of(part, seen).expected(during.from, during.to);
        Finding {
            shape: shape(part, level, None),
            ..finding
        }
    };
    let value = channel.value_at(from);
    if !level.is_at(value, None) {
        let seen = Seen::ValueAt {
            part: part.clone(),
            value,
            asked: level,
            at: during.from,
        };
        return Judgement::fails(
            finding(seen)
                .at(during.from)
                .by(caused_by(channel.last_until(from))),
        );
    }
    match channel
        .between(from, to)
        .iter()
        .find(|step| !level.is_at(step.value, None))
    {
        Some(step) => {
            let seen = Seen::LeavesFor {
                part: part.clone(),
                asked: level,
                value: step.value,
                at: step.at,
            };
            Judgement::fails(finding(seen).at(step.at).by(step.block))
        }
        None => Judgement::Holds,
    }
}

/// `X change au moins|au plus|exactement N fois [de T à T]`
fn changes(
    part: &PartName,
    channel: &Channel,
    bound: Bound,
    times: u32,
    during: Option<Interval>,
    end: Millis,
) -> Judgement {
    // With a window, changes near its ends may be counted or not, whichever is right.
    let (sure, possible) = match during {
        None => (channel.all_until(end), channel.all_until(end)),
        Some(Interval { from, to }) => (
            channel.between(later(from), earlier(to).max(later(from))),
            if from.0 < FORGIVEN {
                channel.all_until(later(to))
            } else {
                channel.between(earlier(from), later(to))
            },
        ),
    };
    let wanted = usize::try_from(times).unwrap_or(usize::MAX);
    let enough = possible.len() >= wanted;
    let not_too_many = sure.len() <= wanted;
    let holds = match bound {
        Bound::AtLeast => enough,
        Bound::AtMost => not_too_many,
        Bound::Exactly => enough && not_too_many,
    };
    if holds {
        return Judgement::Holds;
    }
    let seen_times = if enough { sure.len() } else { possible.len() };
    // Too many: the first one too many. Too few: the last one.
    let step = if enough { sure.get(wanted) } else { possible.last() };
    let (from, to) = during.map_or((Millis(0), end), |during| (during.from, during.to));
    let seen = Seen::Changes {
        part: part.clone(),
        times: seen_times,
    };
    let finding = Finding::of(part, seen)
        .expected(from, to)
        .by(caused_by(step.copied()));
    Judgement::fails(finding.at(step.map_or(from, |step| step.at)))
}

/// `jamais X et Y allumées ensemble`
fn never_together(parts: &[PartName; 2], one: &Channel, other: &Channel, end: Millis) -> Judgement {
    for (part, channel) in parts.iter().zip([one, other]) {
        if !channel.values(Millis(0), end).any(|(_, value)| value > 0.0) {
            let seen = Seen::NeverBecomes {
                part: part.clone(),
                level: Level::On,
            };
            return Judgement::fails(Finding::of(part, seen).at(end));
        }
    }
    let mut instants: Vec<Millis> = [one, other]
        .iter()
        .flat_map(|channel| channel.changes.iter().map(|step| step.at))
        .chain([Millis(0)])
        .filter(|at| *at <= end)
        .collect();
    instants.sort_unstable();
    let together = instants
        .into_iter()
        .find(|at| one.value_at(*at) > 0.0 && other.value_at(*at) > 0.0);
    match together {
        Some(at) => {
            let last = [one.last_until(at), other.last_until(at)]
                .into_iter()
                .flatten()
                .max_by_key(|step| step.at);
            let seen = Seen::Together {
                parts: parts.clone(),
                at,
            };
            Judgement::fails(Finding::of(&parts[0], seen).at(at).by(caused_by(last)))
        }
        None => Judgement::Holds,
    }
}

/// `ordre A, B, C`
fn order(parts: &[PartName], channels: &[&Channel], end: Millis) -> Judgement {
    let mut earlier_one: Option<(&PartName, Step)> = None;
    for (part, channel) in parts.iter().zip(channels) {
        let Some(first) = channel.switch_ons().next().filter(|step| step.at <= end).copied() else {
            let seen = Seen::NeverBecomes {
                part: part.clone(),
                level: Level::On,
            };
            return Judgement::fails(Finding::of(part, seen).at(end));
        };
        if let Some((other, before)) = earlier_one
            && before.at >= first.at
        {
            let seen = if before.at == first.at {
                Seen::SameTime {
                    parts: [other.clone(), part.clone()],
                }
            } else {
                Seen::Before {
                    early: part.clone(),
                    late: other.clone(),
                }
            };
            return Judgement::fails(Finding::of(part, seen).at(first.at).by(first.block));
        }
        earlier_one = Some((part, first));
    }
    Judgement::Holds
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
