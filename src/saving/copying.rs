//! Copies: what a person takes away, brings back, or finds damaged.

use super::Saving;
use super::state::SavingAction;
use crate::browser::clock;
use crate::record::called;
use record::keeper::Damaged;
use record::{Action, Amount, Arrival, KeptStep, PersonRecord, Record, saved_format};
use std::rc::Rc;
use std::slice;

/// A copy to keep.
pub struct CopyFile {
    /// A name that says whose it is and of which day.
    pub name: String,
    /// What is in it.
    pub text: String,
}

impl Saving {
    /// Everything of the person here, as a file to keep; `None` when nobody is here.
    #[must_use]
    pub fn export(&self) -> Option<CopyFile> {
        let person = self.person()?;
        let name = called(person, self.language());
        Some(self.copy(&self.state.record.only(slice::from_ref(&person.id)), &name))
    }

    /// Everything of everyone on this computer, as a file to keep.
    #[must_use]
    pub fn export_everyone(&self) -> CopyFile {
        self.copy(
            &self.state.record,
            crate::i18n::record::Record::EveryoneFile.text(self.language()),
        )
    }

    fn copy(&self, record: &Record, whose: &str) -> CopyFile {
        let whose: String = whose
            .chars()
            .map(|c| if c.is_alphanumeric() { c } else { '-' })
            .collect();
        let now = clock::now_text();
        let day = now.split('T').next().unwrap_or_default();
        CopyFile {
            name: format!("{whose}-{day}.fabrique.json"),
            text: saved_format::write_copy(record, &self.saver.0.device()),
        }
    }

    /// What joining a copy would change, person by person.
    #[must_use]
    pub fn preview(&self, copy: &Record) -> Vec<Arrival> {
        self.state.record.preview(copy)
    }

    /// All that is kept of the person here, by lesson.
    #[must_use]
    pub fn all_kept(&self) -> Vec<(String, Vec<KeptStep>)> {
        self.record().map(PersonRecord::all_kept).unwrap_or_default()
    }

    /// How much is kept of the person here.
    #[must_use]
    pub fn amount(&self) -> Amount {
        self.record().map(PersonRecord::amount).unwrap_or_default()
    }

    /// Stored texts that could not be read, as they were.
    #[must_use]
    pub fn damaged(&self) -> &[Damaged] {
        &self.state.damaged
    }

    /// Joins a copy into what is here.
    pub fn import(&self, copy: Record) {
        let arrived = copy.people().next().map(|person| person.id);
        self.saver.0.hurry();
        self.state.dispatch(SavingAction::Do {
            action: Action::Merge(Rc::new(copy)),
            now: clock::now_text(),
        });
        if self.person().is_none() {
            self.here(arrived);
        }
    }

    /// Throws away a text that could not be read.
    pub fn discard_damaged(&self, damaged: &Damaged) {
        self.saver.0.discard(damaged.name.clone());
    }
}
