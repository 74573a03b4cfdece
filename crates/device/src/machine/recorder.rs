//! Writes the trace, within its limits.

use crate::trace::{BlockNumber, Change, Millis, Note, NoteKind, Trace};

/// A trace being written.
#[derive(Clone, Debug)]
pub(super) struct Recorder {
    pub(super) trace: Trace,
    /// The kinds of note already made, one bit each, by block number.
    noted: Vec<u8>,
}

/// How long a trace was at an instant.
#[derive(Clone, Copy, Debug)]
pub(super) struct Mark {
    changes: usize,
    notes: usize,
    is_cut: bool,
}

impl Recorder {
    pub(super) fn new(at_start: Vec<f64>) -> Self {
        Self {
            trace: Trace {
                at_start,
                ..Trace::default()
            },
            noted: Vec::new(),
        }
    }

    pub(super) fn change(&mut self, tick: u64, part: u16, value: f64, block: Option<BlockNumber>) {
        if self.trace.changes.len() < Trace::MOST_CHANGES {
            let at = Millis(tick);
            self.trace.changes.push(Change {
                at,
                part,
                value,
                block,
            });
        } else if !self.trace.is_cut {
            self.trace.is_cut = true;
            // Of this instant not everything is told any more.
            self.trace.until = Millis(tick.saturating_sub(1));
        }
    }

    /// Notes something, once for each block.
    pub(super) fn note(&mut self, tick: u64, block: BlockNumber, kind: NoteKind) {
        let place = block as usize;
        if self.noted.len() <= place {
            self.noted.resize(place + 1, 0);
        }
        let bit = 1 << (kind as u8);
        if self.noted[place] & bit == 0 {
            self.noted[place] |= bit;
            let at = Millis(tick);
            self.trace.notes.push(Note { at, block, kind });
        }
    }

    /// Says that the trace tells everything up to an instant.
    pub(super) fn tells_until(&mut self, now: u64) {
        if !self.trace.is_cut {
            self.trace.until = Millis(now);
        }
    }

    pub(super) fn mark(&self) -> Mark {
        Mark {
            changes: self.trace.changes.len(),
            notes: self.trace.notes.len(),
            is_cut: self.trace.is_cut,
        }
    }

    /// Forgets all that came after a mark.
    pub(super) fn forget_after(&mut self, mark: Mark) {
        self.trace.changes.truncate(mark.changes);
        self.trace.notes.truncate(mark.notes);
        self.trace.is_cut = mark.is_cut;
        self.noted.clear();
        for note in std::mem::take(&mut self.trace.notes) {
            self.note(note.at.0, note.block, note.kind);
        }
    }
}
