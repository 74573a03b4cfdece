//! Outputs that answer inputs: `X suit Y`, `si Y … alors X devient W`.

use super::channel::Channel;
use super::judge::{FORGIVEN, Judgement, caused_by, shape};
use super::seen::{Finding, Seen};
use crate::check::{Comparison, Level, Property};
use crate::words::verdict::AuthorReason;
use device::in_order::sort_by_number;
use device::parts::PartName;
use device::trace::Millis;

/// What `X suit Y ± P % [retard T]` asks.
pub(super) struct Following<'a> {
    /// X.
    pub part: &'a PartName,
    /// Y.
    pub leader: &'a PartName,
    /// P, in points of the full scale.
    pub tolerance: f64,
    /// T.
    pub delay: Option<Millis>,
}

/// A value as a share of its part's full scale, in points (0–100).
fn points(part: &PartName, value: f64) -> f64 {
    100.0 * value / part.kind.range().1
}

/// Passes when at every instant after the first T, X lies within what Y was over the last T, widened by P.
pub(super) fn follows(
    wanted: &Following<'_>,
    channel: &Channel,
    leading: &Channel,
    end: Millis,
) -> Judgement {
    if leading.all_until(end).is_empty() {
        return Judgement::CannotBe(AuthorReason::LeaderNeverMoves(wanted.leader.clone()));
    }
    let delay = wanted.delay.unwrap_or(Property::FOLLOW_DELAY);
    // Something can go wrong only where X or Y changes, or where an old value of Y is too old.
    let mut instants: Vec<Millis> = channel.all_until(end).iter().map(|step| step.at).collect();
    for step in leading.all_until(end) {
        instants.extend([step.at, Millis(step.at.0 + delay.0 + FORGIVEN + 1)]);
    }
    instants.push(delay);
    instants.retain(|at| delay <= *at && *at <= end);
    sort_by_number(&mut instants, |at| at.0);
    instants.dedup();
    for at in instants {
        let oldest = Millis(at.0.saturating_sub(delay.0 + FORGIVEN));
        let leads = leading
            .values(oldest, at)
            .map(|(_, value)| points(wanted.leader, value));
        let (least, greatest) = leads.fold((f64::INFINITY, f64::NEG_INFINITY), |(least, greatest), lead| {
            (least.min(lead), greatest.max(lead))
        });
        let value = channel.value_at(at);
        let own = points(wanted.part, value);
        if own < least - wanted.tolerance - 1e-9 || own > greatest + wanted.tolerance + 1e-9 {
            let seen = Seen::Apart {
                part: wanted.part.clone(),
                value,
                leader: wanted.leader.clone(),
                leader_value: leading.value_at(at),
            };
            let full = wanted.part.kind.range().1 / 100.0;
            let finding = Finding::of(wanted.part, seen).at(at).expected(at, at);
            return Judgement::fails(Finding {
                shape: Some(super::Expected::Level {
                    least: (least - wanted.tolerance).max(0.0) * full,
                    greatest: (greatest + wanted.tolerance).min(100.0) * full,
                }),
                ..finding.by(caused_by(channel.last_until(at)))
            });
        }
    }
    Judgement::Holds
}

/// What `si Y <|>|= V alors X devient W en moins de T` asks.
pub(super) struct Answer<'a> {
    /// Y.
    pub cause: &'a PartName,
    /// How Y is compared.
    pub comparison: Comparison,
    /// V.
    pub threshold: Level,
    /// X.
    pub part: &'a PartName,
    /// W.
    pub level: Level,
    /// T.
    pub within: Millis,
}

/// A time all along which the condition holds.
struct Spell {
    from: Millis,
    /// Its last instant.
    last: Millis,
}

/// Passes when each time the condition holds for T or more, X is W within T and stays so while it holds; and where
/// it comes true after the start, X was not W just before, at least once.
pub(super) fn responds(
    wanted: &Answer<'_>,
    causing: &Channel,
    answering: &Channel,
    end: Millis,
) -> Judgement {
    let spells = spells(wanted, causing, end);
    if spells.is_empty() {
        return if wanted.cause.kind.is_output() {
            let seen = Seen::NeverTrue {
                cause: wanted.cause.clone(),
                comparison: wanted.comparison,
                threshold: wanted.threshold,
            };
            Judgement::fails(Finding::of(wanted.cause, seen).at(end))
        } else {
            Judgement::CannotBe(AuthorReason::NeverTrue(wanted.cause.clone()))
        };
    }
    let is_answer = |value: f64| wanted.level.is_at(value, None);
    let finding = |seen: Seen, spell: &Spell| {
        let latest = Millis(spell.from.0 + wanted.within.0);
        let finding = Finding::of(wanted.part, seen).expected(spell.from, latest);
        Finding {
            shape: shape(wanted.part, wanted.level, None),
            ..finding
        }
    };
    for spell in &spells {
        let deadline = Millis(spell.from.0 + wanted.within.0);
        let checked_from = Millis(deadline.0 + FORGIVEN).min(spell.last);
        let value = answering.value_at(checked_from);
        let part = wanted.part.clone();
        if !is_answer(value) {
            let seen = Seen::ValueAt {
                part,
                value,
                asked: wanted.level,
                at: deadline,
            };
            let by = caused_by(answering.last_until(checked_from));
            return Judgement::fails(finding(seen, spell).at(deadline).by(by));
        }
        let left = answering
            .between(checked_from, spell.last)
            .iter()
            .find(|step| !is_answer(step.value));
        if let Some(step) = left {
            let seen = Seen::LeavesFor {
                part,
                asked: wanted.level,
                value: step.value,
                at: step.at,
            };
            return Judgement::fails(finding(seen, spell).at(step.at).by(step.block));
        }
    }
    let just_before = |spell: &&Spell| spell.from.0.checked_sub(1).map(Millis);
    let was_already =
        |spell: &&Spell| just_before(spell).is_some_and(|before| is_answer(answering.value_at(before)));
    let after_start: Vec<&Spell> = spells
        .iter()
        .filter(|spell| just_before(spell).is_some())
        .collect();
    match after_start
        .first()
        .filter(|_| after_start.iter().all(was_already))
    {
        Some(spell) => {
            let seen = Seen::AlreadyAt {
                part: wanted.part.clone(),
                level: wanted.level,
                at: spell.from,
            };
            let by = caused_by(answering.last_until(spell.from));
            Judgement::fails(finding(seen, spell).at(spell.from).by(by))
        }
        None => Judgement::Holds,
    }
}

/// The times the condition holds for as long as an answer may take.
fn spells(wanted: &Answer<'_>, causing: &Channel, end: Millis) -> Vec<Spell> {
    let mut spells = Vec::new();
    let mut since = None;
    for (at, value) in causing.values(Millis(0), end) {
        let holds = wanted.comparison.holds(value, wanted.threshold);
        match since {
            None if holds => since = Some(at),
            Some(from) if !holds => {
                spells.push(Spell {
                    from,
                    last: Millis(at.0.saturating_sub(1)),
                });
                since = None;
            }
            _ => {}
        }
    }
    spells.extend(since.map(|from| Spell { from, last: end }));
    spells.retain(|spell| spell.last.0 + 1 >= spell.from.0 + wanted.within.0);
    spells
}
