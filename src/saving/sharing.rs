//! The record for whoever sends it elsewhere: that comes late, and outlives what is shown.

use super::state::SavingAction;
use super::{Saver, Saving};
use crate::browser::connections;
use record::{PersonId, Record};
use std::rc::Rc;

/// How sending goes, as the header says it: French and English, made by the room that sends.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sent {
    /// `sent`, `sending`, `unsent` or `not-sent`.
    pub state: &'static str,
    /// In the header.
    pub word: [Rc<str>; 2],
    /// On top of the page, when a person must do something.
    pub notice: Option<[Rc<str>; 2]>,
}

/// The record, in hand.
#[derive(Clone, PartialEq)]
pub struct RecordInHand(Saver);

impl Saving {
    /// The record for whoever sends it.
    #[must_use]
    pub fn in_hand(&self) -> RecordInHand {
        RecordInHand(self.saver.clone())
    }

    /// How sending goes; `None` when nothing is sent from here.
    #[must_use]
    pub fn sent(&self) -> Option<&Sent> {
        self.state.sent.as_ref()
    }

    /// A file for the computer of a machine: sent when work is sent from here.
    pub fn publish(&self, name: &str, text: String) {
        if connections::is_any() {
            self.saver.0.to_publish.borrow_mut().push((name.to_owned(), text));
        }
    }
}

impl RecordInHand {
    /// The record now.
    #[must_use]
    pub fn now(&self) -> Record {
        self.0.0.in_hand()
    }

    /// Who is here.
    #[must_use]
    pub fn here(&self) -> Option<PersonId> {
        self.0.0.here.borrow().clone()
    }

    /// Takes in what came from elsewhere.
    pub fn join(&self, news: Record) {
        self.0.0.merge(news);
    }

    /// Says how sending goes.
    pub fn tell(&self, sent: Option<Sent>) {
        self.0.0.dispatch_action(SavingAction::Sent(sent));
    }

    /// The files to publish since this was asked last.
    #[must_use]
    pub fn to_publish(&self) -> Vec<(String, String)> {
        self.0.0.to_publish.take()
    }

    /// This machine's name in saved data.
    #[must_use]
    pub fn device(&self) -> String {
        self.0.0.device()
    }
}
