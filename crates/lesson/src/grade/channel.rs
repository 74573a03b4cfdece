//! One part over time: a step function, the changes of one millisecond being one change to its last value.

use device::trace::{BlockNumber, Millis, Trace};

/// A part's value over virtual time.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Channel {
    /// The value before the first change.
    pub start: f64,
    /// Changes to another value, in order; no two of the same millisecond.
    pub changes: Vec<Step>,
}

/// A change to another value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Step {
    /// When.
    pub at: Millis,
    /// The value before.
    pub before: f64,
    /// The value from then on.
    pub value: f64,
    /// The block that caused it; `None` for an input.
    pub block: Option<BlockNumber>,
}

impl Channel {
    /// The part of this number in a trace.
    pub fn of(trace: &Trace, part: usize) -> Self {
        let start = trace.at_start.get(part).copied().unwrap_or(0.0);
        let mut changes: Vec<Step> = Vec::new();
        for change in trace.of_part(part) {
            match changes.last_mut() {
                Some(last) if last.at == change.at => {
                    last.value = change.value;
                    last.block = change.block;
                }
                last => {
                    let before = last.map_or(start, |last| last.value);
                    changes.push(Step {
                        at: change.at,
                        before,
                        value: change.value,
                        block: change.block,
                    });
                }
            }
        }
        // What came back within its millisecond never changed, for who looks at milliseconds.
        changes.retain(|step| step.before.total_cmp(&step.value).is_ne());
        Self { start, changes }
    }

    /// How many changes are dated at or before an instant.
    fn changes_until(&self, at: Millis) -> usize {
        self.changes.partition_point(|step| step.at <= at)
    }

    /// The value at an instant: after all changes dated at or before it.
    pub fn value_at(&self, at: Millis) -> f64 {
        match self.changes_until(at) {
            0 => self.start,
            count => self.changes[count - 1].value,
        }
    }

    /// The last change dated at or before an instant.
    pub fn last_until(&self, at: Millis) -> Option<Step> {
        self.changes[..self.changes_until(at)].last().copied()
    }

    /// The changes dated in (`after`, `to`].
    pub fn between(&self, after: Millis, to: Millis) -> &[Step] {
        let first = self.changes_until(after);
        let last = self.changes_until(to).max(first);
        &self.changes[first..last]
    }

    /// The changes from the very start to an instant, one at 0 ms included.
    pub fn all_until(&self, to: Millis) -> &[Step] {
        &self.changes[..self.changes_until(to)]
    }

    /// The values it takes from an instant to another, both included: the one it has, then those it changes to.
    pub fn values(&self, from: Millis, to: Millis) -> impl Iterator<Item = (Millis, f64)> {
        let now = (from, self.value_at(from));
        std::iter::once(now).chain(self.between(from, to).iter().map(|step| (step.at, step.value)))
    }

    /// The changes from off to on.
    pub fn switch_ons(&self) -> impl Iterator<Item = &Step> {
        self.changes
            .iter()
            .filter(|step| step.before <= 0.0 && step.value > 0.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use device::trace::Change;

    #[test]
    fn changes_of_one_millisecond_are_one_change_to_the_last_value() {
        let change = |at, value| Change {
            at: Millis(at),
            part: 0,
            value,
            block: None,
        };
        let trace = Trace {
            at_start: vec![0.0],
            changes: vec![
                change(5, 1.0),
                change(5, 0.0),
                change(7, 2.0),
                change(7, 3.0),
                change(9, 3.0),
            ],
            ..Trace::default()
        };
        let channel = Channel::of(&trace, 0);
        let steps: Vec<(u64, f64, f64)> = channel
            .changes
            .iter()
            .map(|step| (step.at.0, step.before, step.value))
            .collect();
        assert_eq!(steps, [(7, 0.0, 3.0)]);
        assert_eq!(channel.value_at(Millis(6)), 0.0);
        assert_eq!(channel.value_at(Millis(7)), 3.0);
    }
}
