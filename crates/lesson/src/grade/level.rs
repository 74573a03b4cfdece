//! One part at its levels: `X est V`, `X devient V`, `X reste V`, `X change N fois`.

use super::channel::{Channel, Step};
use super::judge::{FORGIVEN, Judgement, caused_by, earlier, later, shape};
use super::seen::{Finding, Seen};
use crate::check::{Bound, Interval, Level};
use device::parts::PartName;
use device::trace::Millis;

/// A value that `devient` names must be kept so long.
const KEPT: u64 = 100;

/// `X est V à T`, `X vaut V ± N à T`
pub(super) fn is(
    part: &PartName,
    channel: &Channel,
    level: Level,
    tolerance: Option<f64>,
    at: Millis,
) -> Judgement {
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
pub(super) fn becomes(part: &PartName, channel: &Channel, level: Level, between: Interval) -> Judgement {
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
pub(super) fn stays(part: &PartName, channel: &Channel, level: Level, during: Interval) -> Judgement {
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
pub(super) fn changes(
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
