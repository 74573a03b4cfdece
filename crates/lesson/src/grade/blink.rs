//! `X clignote à F Hz [± P %] [de T à T]`

use super::channel::{Channel, Step};
use super::judge::{FORGIVEN, Judgement, earlier, later};
use super::seen::{Finding, Seen};
use crate::check::{Interval, Property};
use device::parts::PartName;
use device::trace::Millis;

/// The on and the off part of a period last at least this share of it.
const SHORTEST_PART: f64 = 0.2;
/// For periods that are no whole number of milliseconds.
const ROUNDING: f64 = 1e-6;

/// Passes when at least two full periods are seen, all as long as asked, with an on and an off part, and it still
/// blinks at the end.
#[allow(clippy::cast_precision_loss, reason = "no check lasts 2^53 ms")]
pub(super) fn judge(
    part: &PartName,
    channel: &Channel,
    hertz: f64,
    tolerance: Option<f64>,
    during: Option<Interval>,
    end: Millis,
) -> Judgement {
    let share = tolerance.unwrap_or(Property::BLINK_TOLERANCE) / 100.0;
    let period = 1000.0 / hertz;
    let (shortest, longest) = (
        period * (1.0 - share) - ROUNDING,
        period * (1.0 + share) + ROUNDING,
    );
    // Of a window that is given both ends are forgiven: a period there may count, and need not.
    let (from, to) = during.map_or((Millis(0), end), |during| (during.from, during.to));
    let (wide, narrow) = if during.is_some() {
        ((earlier(from), later(to)), (later(from), earlier(to)))
    } else {
        ((from, to), (from, to))
    };
    let ons: Vec<&Step> = channel
        .switch_ons()
        .filter(|step| wide.0 <= step.at && step.at <= wide.1)
        .collect();
    let next = |last: Millis| {
        #[allow(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "rounded, and at least 0"
        )]
        let after = |wait: f64| Millis(last.0 + libm::round(wait.max(0.0)) as u64);
        (after(shortest), after(longest))
    };
    let fails = |seen: Seen, step: &Step, last: Millis| {
        let (earliest, latest) = next(last);
        Judgement::fails(
            Finding::of(part, seen)
                .at(step.at)
                .by(step.block)
                .expected(earliest, latest),
        )
    };
    for pair in ons.windows(2) {
        let [on, again] = pair else { continue };
        if on.at < narrow.0 || again.at > narrow.1 {
            continue;
        }
        let lasting = Millis(again.at.0 - on.at.0);
        if (lasting.0 as f64) < shortest || (lasting.0 as f64) > longest {
            let seen = Seen::BlinksEvery {
                part: part.clone(),
                period: lasting,
            };
            return fails(seen, again, on.at);
        }
        let off = channel
            .between(on.at, again.at)
            .iter()
            .find(|step| step.value <= 0.0);
        let Some(off) = off else { continue };
        for (is_on, step, length) in [
            (true, off, off.at.0 - on.at.0),
            (false, *again, again.at.0 - off.at.0),
        ] {
            if (length as f64) < SHORTEST_PART * lasting.0 as f64 - ROUNDING {
                let seen = Seen::ShortBlink {
                    part: part.clone(),
                    is_on,
                    lasting: Millis(length),
                };
                return fails(seen, step, on.at);
            }
        }
    }
    let Some(last) = ons.last().filter(|_| ons.len() >= 3) else {
        let seen = Seen::TooFewBlinks {
            part: part.clone(),
            times: ons.len(),
        };
        let step = ons.last();
        let at = step.map_or(from, |step| step.at);
        let (earliest, latest) = next(at);
        let finding = Finding::of(part, seen)
            .at(at)
            .by(step.and_then(|step| step.block));
        return Judgement::fails(finding.expected(earliest, latest));
    };
    let forgiven = if during.is_some() { FORGIVEN as f64 } else { 0.0 };
    if (to.0.saturating_sub(last.at.0)) as f64 >= longest + forgiven {
        return fails(
            Seen::BlinkStops {
                part: part.clone(),
                at: last.at,
            },
            last,
            last.at,
        );
    }
    Judgement::Holds
}
