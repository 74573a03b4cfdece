//! How far a person is: facts that only grow, so that copies join.

use crate::join::{Join, Unknown, join_first};
use crate::ordered::Ordered;
use crate::stamp::{Register, WriterId};
use std::rc::Rc;

/// A lesson.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct LessonProgress {
    /// The step in hand.
    pub(crate) place: Option<Register>,
    /// The day every counted step was done for the first time.
    pub(crate) first_done: Option<String>,
    /// By step id.
    pub(crate) steps: Ordered<Rc<str>, StepProgress>,
    pub(crate) unknown: Unknown,
}

/// A step.
///
/// "Start again" raises `epoch`: the copy with the greater epoch wins whole. Only `first_done` outlives it: what was
/// made once stays on the shelf.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct StepProgress {
    /// How often it was started again.
    pub(crate) epoch: u64,
    /// The day it was done for the first time, whatever the epoch.
    pub(crate) first_done: Option<String>,
    /// Done since it was last started again.
    pub(crate) is_done: bool,
    /// The most sentences of its check that passed at once.
    pub(crate) best: u64,
    /// Hints opened.
    pub(crate) hints: u64,
    /// Checks asked for, per writer.
    pub(crate) attempts: Ordered<WriterId, u64>,
    /// Choices of each question, by its number: numbers of choices with spaces between.
    pub(crate) answers: Ordered<u64, Register>,
    /// What the last check said, in the words that were shown; empty once it passed.
    pub(crate) message: Option<Register>,
    pub(crate) unknown: Unknown,
}

impl StepProgress {
    /// Starts again: a new epoch with nothing in it.
    pub(crate) fn restart(&mut self) {
        *self = Self {
            epoch: self.epoch.saturating_add(1),
            first_done: self.first_done.take(),
            ..Self::default()
        };
    }
}

impl Join for StepProgress {
    fn join(&mut self, other: &Self) {
        let mut first_done = self.first_done.take();
        join_first(&mut first_done, other.first_done.as_ref());
        if self.epoch < other.epoch {
            self.clone_from(other);
        } else if self.epoch == other.epoch {
            self.is_done.join(&other.is_done);
            self.best.join(&other.best);
            self.hints.join(&other.hints);
            self.attempts.join(&other.attempts);
            self.answers.join(&other.answers);
            join_registers(&mut self.message, other.message.as_ref());
            self.unknown.join(&other.unknown);
        }
        self.first_done = first_done;
    }
}

impl Join for LessonProgress {
    fn join(&mut self, other: &Self) {
        join_registers(&mut self.place, other.place.as_ref());
        join_first(&mut self.first_done, other.first_done.as_ref());
        self.steps.join(&other.steps);
        self.unknown.join(&other.unknown);
    }
}

fn join_registers(ours: &mut Option<Register>, theirs: Option<&Register>) {
    match (ours.as_mut(), theirs) {
        (Some(ours), Some(theirs)) => ours.join(theirs),
        (None, Some(theirs)) => *ours = Some(theirs.clone()),
        (_, None) => {}
    }
}
