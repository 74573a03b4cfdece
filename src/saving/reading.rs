//! What a component may ask of the record.

use super::{Named, SavedStatus, Saving};
use record::{Person, PersonRecord, Settings, Work};
use std::rc::Rc;
use words::Language;

impl Saving {
    pub(super) fn record(&self) -> Option<&PersonRecord> {
        self.state.record.person(self.state.here.as_ref()?)
    }

    /// The person who is here; `None` until someone came or was chosen.
    #[must_use]
    pub fn person(&self) -> Option<&Person> {
        let here = self.state.here.as_ref()?;
        self.state.people.iter().find(|person| person.id == *here)
    }

    /// The people of this computer.
    #[must_use]
    pub fn people(&self) -> &[Person] {
        &self.state.people
    }

    /// How the person who is here likes to read; before anyone came, how this page was set.
    #[must_use]
    pub fn settings(&self) -> Settings {
        self.person()
            .map_or(self.state.settings_of_nobody, |person| person.settings)
    }

    /// The language to speak.
    #[must_use]
    pub fn language(&self) -> Language {
        self.settings().language
    }

    /// Whether everything done so far is stored.
    pub fn is_all_stored(&self) -> bool {
        self.saver.0.is_all_stored()
    }

    /// Whether what was done is safe on this computer.
    #[must_use]
    pub fn status(&self) -> &SavedStatus {
        &self.state.status
    }

    /// Whether a step was ever done.
    #[must_use]
    pub fn is_done(&self, lesson: &(impl Named + ?Sized), step: &(impl Named + ?Sized)) -> bool {
        self.record()
            .is_some_and(|record| record.is_done(lesson.names(), step.names()))
    }

    /// Whether a lesson was ever finished.
    #[must_use]
    pub fn is_lesson_done(&self, lesson: &(impl Named + ?Sized)) -> bool {
        self.record()
            .is_some_and(|record| record.is_lesson_done(lesson.names()))
    }

    /// The lessons ever finished, by the ids they had then.
    pub fn lessons_done(&self) -> impl Iterator<Item = &str> {
        self.record().into_iter().flat_map(PersonRecord::lessons_done)
    }

    /// Whether a lesson was ever opened.
    #[must_use]
    pub fn is_lesson_begun(&self, lesson: &(impl Named + ?Sized)) -> bool {
        self.record()
            .is_some_and(|record| record.is_lesson_begun(lesson.names()))
    }

    /// The step in hand of a lesson.
    #[must_use]
    pub fn place(&self, lesson: &(impl Named + ?Sized)) -> Option<String> {
        self.record()?.place(lesson.names()).map(str::to_owned)
    }

    /// The lesson last worked at.
    #[must_use]
    pub fn last_lesson(&self) -> Option<String> {
        self.record()?.last_lesson().map(str::to_owned)
    }

    /// How many hints of a step are open.
    #[must_use]
    pub fn hints_opened(&self, lesson: &(impl Named + ?Sized), step: &(impl Named + ?Sized)) -> usize {
        self.record()
            .map_or(0, |record| record.hints_opened(lesson.names(), step.names()))
    }

    /// The choices last made in a question (its number in the step, from 0); empty when it was not answered.
    #[must_use]
    pub fn answer_of(
        &self,
        lesson: &(impl Named + ?Sized),
        step: &(impl Named + ?Sized),
        question: usize,
    ) -> Vec<usize> {
        self.record()
            .map(|record| record.answer(lesson.names(), step.names(), question))
            .unwrap_or_default()
    }

    /// The last work of a step. To begin editing it, call [`Saving::open_work`] instead.
    #[must_use]
    pub fn work(&self, lesson: &(impl Named + ?Sized), step: &(impl Named + ?Sized)) -> Work {
        self.record()
            .map(|record| record.work(lesson.names(), step.names()))
            .unwrap_or_default()
    }

    /// The works kept under a lesson, with the ids of their steps.
    #[must_use]
    pub fn works_of(&self, lesson: &str) -> Vec<(Rc<str>, Work)> {
        self.record()
            .map(|record| record.works_of(lesson))
            .unwrap_or_default()
    }

    /// What was written for a prompt of the logbook (its number in the step, from 0).
    #[must_use]
    pub fn logbook_entry(
        &self,
        lesson: &(impl Named + ?Sized),
        step: &(impl Named + ?Sized),
        prompt: usize,
    ) -> Option<Rc<str>> {
        self.record()?.logbook_entry(lesson.names(), step.names(), prompt)
    }
}
