//! The states of the past that a run keeps, to go back to (rule 11).

use crate::machine::{Machine, Snapshot};

/// Virtual milliseconds between two kept states, at least.
const SPACING: u64 = 100;

/// The numbers that all kept states together may hold: 32 MB. Beyond, every second state is given up.
const MOST_NUMBERS: usize = 4_000_000;

/// Kept states, oldest first; the first is the one before the start and always stays.
#[derive(Clone, Debug)]
pub(super) struct Past {
    snapshots: Vec<Snapshot>,
    spacing: u64,
    size: usize,
    instructions_at_last: u64,
    keeps: bool,
}

impl Past {
    /// The past of a machine that has not started. Without `keeps`, only its beginning is kept.
    pub(super) fn new(machine: &Machine, keeps: bool) -> Self {
        let beginning = machine.snapshot();
        Self {
            size: beginning.size(),
            snapshots: vec![beginning],
            spacing: SPACING,
            instructions_at_last: 0,
            keeps,
        }
    }

    /// Keeps the state of a machine that stands between two ticks, when it is worth it: far enough in virtual time,
    /// and with more instructions to run again than numbers to copy. So keeping costs a small share of running,
    /// and going back a small share of a second.
    pub(super) fn offer(&mut self, machine: &Machine) {
        let (Some(tick), true) = (machine.tick(), self.keeps) else {
            return;
        };
        let last = self.snapshots.last().and_then(Snapshot::tick).unwrap_or(0);
        if tick < last + self.spacing {
            return;
        }
        let instructions = machine.instructions() - self.instructions_at_last;
        if instructions < machine.size() as u64 {
            return;
        }
        let snapshot = machine.snapshot();
        self.size += snapshot.size();
        self.snapshots.push(snapshot);
        self.instructions_at_last = machine.instructions();
        if self.size > MOST_NUMBERS {
            self.thin_out();
        }
    }

    fn thin_out(&mut self) {
        let mut place = 0;
        self.snapshots.retain(|_| {
            place += 1;
            place % 2 == 1
        });
        self.size = self.snapshots.iter().map(Snapshot::size).sum();
        self.spacing *= 2;
    }

    /// Takes a machine back to the last kept state at or before an instant, and forgets later ones.
    pub(super) fn go_back(&mut self, machine: &mut Machine, at: u64) {
        let kept = self
            .snapshots
            .partition_point(|snapshot| snapshot.tick().is_none_or(|tick| tick <= at));
        self.snapshots.truncate(kept.max(1));
        self.size = self.snapshots.iter().map(Snapshot::size).sum();
        if let Some(snapshot) = self.snapshots.last() {
            machine.go_back_to(snapshot);
        }
        self.instructions_at_last = machine.instructions();
    }
}
