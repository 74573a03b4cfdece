//! Everything that is kept, for every person of a computer.

use crate::action::Page;
use crate::document::Document;
use crate::join::{Join, Unknown};
use crate::ordered::Ordered;
use crate::person::PersonId;
use crate::progress::LessonProgress;
use crate::stamp::Register;
use std::rc::Rc;

/// Everything that is kept. Cheap to clone: people are shared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Record {
    /// Lamport's clock: at least every number in here.
    pub(crate) clock: u64,
    /// By person.
    pub(crate) people: Ordered<PersonId, Rc<PersonRecord>>,
    pub(crate) unknown: Unknown,
}

/// What is kept of a person.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PersonRecord {
    /// Raised by erasing.
    pub(crate) epoch: u64,
    /// Erased: nothing else is kept, and no copy brings it back.
    pub(crate) is_erased: bool,
    /// Name, tool, settings, last lesson; those of a newer Fabrique too.
    pub(crate) registers: Ordered<Rc<str>, Register>,
    /// By lesson id.
    pub(crate) lessons: Ordered<Rc<str>, LessonProgress>,
    /// The works of steps and the entries of the logbook.
    pub(crate) pages: Ordered<Page, Document>,
    pub(crate) unknown: Unknown,
}

impl PersonRecord {
    /// Forgets everything, in an epoch greater than any seen.
    pub(crate) fn erase(&mut self) {
        *self = Self {
            epoch: self.epoch.saturating_add(1),
            is_erased: true,
            ..Self::default()
        };
    }
}

impl Join for PersonRecord {
    /// Erased wins over everything, for ever; of two epochs the greater wins whole; otherwise fact by fact.
    fn join(&mut self, other: &Self) {
        let epoch = self.epoch.max(other.epoch);
        if self.is_erased || other.is_erased {
            *self = Self {
                epoch,
                is_erased: true,
                ..Self::default()
            };
        } else if self.epoch < other.epoch {
            self.clone_from(other);
        } else if self.epoch == other.epoch {
            self.registers.join(&other.registers);
            self.lessons.join(&other.lessons);
            self.pages.join(&other.pages);
            self.unknown.join(&other.unknown);
        }
    }
}

impl Join for Record {
    fn join(&mut self, other: &Self) {
        self.clock.join(&other.clock);
        self.people.join(&other.people);
        self.unknown.join(&other.unknown);
    }
}

impl Record {
    /// Two copies as one.
    #[must_use]
    pub fn joined(mut self, other: &Self) -> Self {
        self.join(other);
        self
    }
}
