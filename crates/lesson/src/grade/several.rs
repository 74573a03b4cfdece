//! Several outputs beside each other: `jamais X et Y allumées ensemble`, `ordre A, B, C`.

use super::channel::{Channel, Step};
use super::judge::{Judgement, caused_by};
use super::seen::{Finding, Seen};
use crate::check::Level;
use device::in_order::sort_by_number;
use device::parts::PartName;
use device::trace::Millis;

/// `jamais X et Y allumées ensemble`
pub(super) fn never_together(
    parts: &[PartName; 2],
    one: &Channel,
    other: &Channel,
    end: Millis,
) -> Judgement {
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
    sort_by_number(&mut instants, |at| at.0);
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
pub(super) fn order(parts: &[PartName], channels: &[&Channel], end: Millis) -> Judgement {
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
