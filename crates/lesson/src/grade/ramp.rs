//! `X monte|descend de A à B en T1 à T2`

use super::Expected;
use super::channel::{Channel, Step};
use super::judge::{Judgement, earlier, later};
use super::seen::{Finding, Seen};
use crate::check::{Direction, Interval, Level};
use device::parts::PartName;
use device::trace::Millis;

/// A single change may be at most this share of the whole way.
const LARGEST_CHANGE: f64 = 0.10;
/// So much of the whole way at most …
const LARGEST_SPURT: f64 = 0.20;
/// … within any stretch of time that is this share of the shortest time allowed.
const SPURT_TIME: f64 = 1.0 / 20.0;
/// For sums of decimal fractions.
const ROUNDING: f64 = 1e-9;

/// What is asked.
pub(super) struct Ramp<'a> {
    /// X.
    pub part: &'a PartName,
    /// Up or down.
    pub direction: Direction,
    /// A.
    pub from: f64,
    /// B.
    pub to: f64,
    /// T1 and T2.
    pub lasting: Interval,
}

/// Passes when some stretch from the last value at or before A to the first at or beyond B is smooth and lasts as
/// long as asked.
pub(super) fn judge(wanted: &Ramp<'_>, channel: &Channel, end: Millis) -> Judgement {
    let steps = channel.all_until(end);
    let stretches = stretches(wanted, channel.start, steps);
    let mut first_finding = None;
    for stretch in &stretches {
        match judge_stretch(wanted, &steps[stretch.clone()]) {
            None => return Judgement::Holds,
            Some(finding) => first_finding = first_finding.or(Some(finding)),
        }
    }
    Judgement::fails(first_finding.unwrap_or_else(|| not_all_the_way(wanted, channel, steps, end)))
}

impl Ramp<'_> {
    /// A value as one that rises, whatever the direction.
    fn height(&self, value: f64) -> f64 {
        match self.direction {
            Direction::Up => value,
            Direction::Down => -value,
        }
    }

    fn is_before_start(&self, value: f64) -> bool {
        self.height(value) <= self.height(self.from) + Level::TOLERANCE
    }

    fn is_beyond_end(&self, value: f64) -> bool {
        self.height(value) >= self.height(self.to) - Level::TOLERANCE
    }

    /// The whole way, in the part's unit.
    fn way(&self) -> f64 {
        (self.to - self.from).abs()
    }

    /// A finding that the time line can draw beside a ramp beginning at `start`.
    fn finding(&self, seen: Seen, start: Millis) -> Finding {
        Finding {
            shape: Some(Expected::Ramp {
                start,
                from: self.from,
                to: self.to,
            }),
            ..Finding::of(self.part, seen).expected(
                Millis(start.0 + self.lasting.from.0),
                Millis(start.0 + self.lasting.to.0),
            )
        }
    }
}

/// The stretches that go all the way, as ranges of changes.
fn stretches(wanted: &Ramp<'_>, start: f64, steps: &[Step]) -> Vec<std::ops::Range<usize>> {
    let mut stretches = Vec::new();
    // The first change after the last value at or before A.
    let mut first = wanted.is_before_start(start).then_some(0);
    for (place, step) in steps.iter().enumerate() {
        if wanted.is_before_start(step.value) {
            first = Some(place + 1);
        } else if wanted.is_beyond_end(step.value)
            && let Some(first) = first.take()
        {
            stretches.push(first..place + 1);
        }
    }
    stretches
}

/// What is wrong with a stretch that goes all the way.
fn judge_stretch(wanted: &Ramp<'_>, steps: &[Step]) -> Option<Finding> {
    let (first, last) = (steps.first()?, steps.last()?);
    let rise = |step: &Step| wanted.height(step.value) - wanted.height(step.before);
    let part = wanted.part.clone();
    let direction = wanted.direction;
    if let Some(jump) = steps
        .iter()
        .find(|step| rise(step) > LARGEST_CHANGE * wanted.way() + ROUNDING)
    {
        let seen = Seen::Jump {
            part,
            from: jump.before,
            to: jump.value,
        };
        return Some(wanted.finding(seen, first.at).at(jump.at).by(jump.block));
    }
    if let Some(back) = steps.iter().find(|step| rise(step) < 0.0) {
        let seen = Seen::TurnsBack {
            part,
            direction,
            short_of: wanted.to,
        };
        return Some(wanted.finding(seen, first.at).at(back.at).by(back.block));
    }
    #[allow(clippy::cast_precision_loss, reason = "no check lasts 2^53 ms")]
    let spurt_time = (wanted.lasting.from.0 as f64 * SPURT_TIME).max(1.0);
    for (place, step) in steps.iter().enumerate() {
        #[allow(clippy::cast_precision_loss, reason = "no check lasts 2^53 ms")]
        let is_near = |other: &&Step| ((other.at.0 - step.at.0) as f64) < spurt_time;
        let spurt: f64 = steps[place..].iter().take_while(is_near).map(rise).sum();
        if spurt > LARGEST_SPURT * wanted.way() + ROUNDING {
            return Some(
                wanted
                    .finding(Seen::Jerks { part, direction }, first.at)
                    .at(step.at)
                    .by(step.block),
            );
        }
    }
    let lasting = Millis(last.at.0 - first.at.0);
    if earlier(wanted.lasting.from) <= lasting && lasting <= later(wanted.lasting.to) {
        return None;
    }
    let seen = Seen::RampLasts {
        part,
        direction,
        lasting,
    };
    Some(wanted.finding(seen, first.at).at(last.at).by(last.block))
}

/// What to say when no stretch goes all the way.
fn not_all_the_way(wanted: &Ramp<'_>, channel: &Channel, steps: &[Step], end: Millis) -> Finding {
    let part = wanted.part.clone();
    let direction = wanted.direction;
    // The furthest it got after having been at or before A.
    let mut was_at_start = wanted.is_before_start(channel.start).then_some(Millis(0));
    let first_start = steps.iter().find(|step| wanted.is_before_start(step.value));
    was_at_start = was_at_start.or(first_start.map(|step| step.at));
    let Some(start) = was_at_start else {
        let seen = Seen::NeverBecomes {
            part,
            level: Level::Number(wanted.from),
        };
        return Finding::of(wanted.part, seen).at(end);
    };
    let height = |step: &&Step| wanted.height(step.value);
    let furthest = steps
        .iter()
        .filter(|step| step.at >= start && !wanted.is_before_start(step.value))
        .max_by(|one, other| height(one).total_cmp(&height(other)));
    match furthest {
        Some(step) => {
            let seen = Seen::StopsAt {
                part,
                direction,
                value: step.value,
            };
            wanted.finding(seen, start).at(step.at).by(step.block)
        }
        None => wanted.finding(Seen::NoRamp { part, direction }, start).at(start),
    }
}
