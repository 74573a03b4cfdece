//! Copies that a person takes and brings: what to put in, and what bringing one would change.

use crate::action::Page;
use crate::document::Revision;
use crate::ordered::Ordered;
use crate::person::{Person, PersonId};
use crate::record::{PersonRecord, Record};
use std::rc::Rc;

/// What a copy would change for one person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arrival {
    /// The person, as they would be called afterwards.
    pub person: Person,
    /// What would happen.
    pub change: ArrivalChange,
}

/// What a copy would change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ArrivalChange {
    /// This person was not here: they come with this.
    Comes(Amount),
    /// They are here already: this is added.
    Adds(Amount),
    /// Nothing in it that is not here.
    Nothing,
    /// They were erased here: a copy does not bring them back.
    ErasedHere,
    /// The copy says that they were erased: they would be erased here too.
    ErasesHere,
}

/// How much there is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Amount {
    /// Steps done.
    pub steps: usize,
    /// Works of steps.
    pub works: usize,
    /// Entries of the logbook.
    pub entries: usize,
}

/// All that is kept of a step, for the person to see.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct KeptStep {
    /// The step's id.
    pub id: Rc<str>,
    /// The day it was done for the first time.
    pub first_done: Option<String>,
    /// Checks asked for.
    pub attempts: usize,
    /// When its work was last written, if there is one.
    pub work_written: Option<Rc<str>>,
    /// Works set aside by a choice.
    pub set_aside: Vec<Revision>,
    /// The texts of its logbook.
    pub entries: Vec<Rc<str>>,
}

impl PersonRecord {
    /// All that is kept of this person, by lesson.
    #[must_use]
    pub fn all_kept(&self) -> Vec<(String, Vec<KeptStep>)> {
        let mut lessons: Ordered<Rc<str>, Ordered<Rc<str>, KeptStep>> = Ordered::default();
        for (id, lesson) in self.lessons.iter() {
            for (step_id, progress) in lesson.steps.iter() {
                let kept = lessons.entry(id.clone()).entry(step_id.clone());
                kept.first_done.clone_from(&progress.first_done);
                kept.attempts = self.attempts((&**id).into(), (&**step_id).into());
            }
        }
        for (page, document) in self.pages.iter() {
            let (Page::Work { lesson, step } | Page::Logbook { lesson, step, .. }) = page;
            let kept = lessons.entry(lesson.clone()).entry(step.clone());
            match page {
                Page::Work { .. } => {
                    kept.work_written = document.revisions().map(|revision| revision.written).max();
                    kept.set_aside = document.set_aside().collect();
                }
                Page::Logbook { .. } => {
                    let texts = document.revisions().map(|revision| revision.text);
                    kept.entries.extend(texts.filter(|text| !text.is_empty()));
                }
            }
        }
        lessons
            .into_iter()
            .map(|(lesson, steps)| {
                let steps = steps.into_iter().map(|(id, kept)| KeptStep { id, ..kept });
                (lesson.to_string(), steps.collect())
            })
            .collect()
    }

    /// How much is kept of a person.
    #[must_use]
    pub fn amount(&self) -> Amount {
        self.amount_since(&Self::default())
    }

    /// How much of what is kept is not in an earlier record. A text that changed counts as new.
    fn amount_since(&self, before: &Self) -> Amount {
        let mut amount = Amount::default();
        for (id, lesson) in self.lessons.iter() {
            let earlier = before.lessons.get(id);
            let was_done = |step: &Rc<str>| {
                let step = earlier.and_then(|lesson| lesson.steps.get(step));
                step.is_some_and(|step| step.first_done.is_some())
            };
            let steps = lesson.steps.iter();
            amount.steps += steps
                .filter(|(id, step)| step.first_done.is_some() && !was_done(id))
                .count();
        }
        for (page, document) in self.pages.iter() {
            let is_new = before.pages.get(page).map(|earlier| &earlier.heads) != Some(&document.heads);
            let has_words = document.revisions().any(|revision| !revision.text.is_empty());
            if is_new && has_words {
                match page {
                    Page::Work { .. } => amount.works += 1,
                    Page::Logbook { .. } => amount.entries += 1,
                }
            }
        }
        amount
    }
}

impl Record {
    /// The record of some people only.
    #[must_use]
    pub fn only(&self, people: &[PersonId]) -> Self {
        Self {
            people: self
                .people
                .iter()
                .filter(|(id, _)| people.contains(id))
                .map(|(id, person)| (id.clone(), person.clone()))
                .collect(),
            ..self.clone()
        }
    }

    /// What joining a copy would change, person by person.
    #[must_use]
    pub fn preview(&self, copy: &Self) -> Vec<Arrival> {
        let after = self.clone().joined(copy);
        copy.people
            .iter()
            .filter_map(|(id, theirs)| {
                let change = match (self.people.get(id), after.people.get(id)?) {
                    (Some(ours), _) if ours.is_erased && theirs.is_erased => return None,
                    (None, _) if theirs.is_erased => return None,
                    (Some(ours), _) if ours.is_erased => ArrivalChange::ErasedHere,
                    (Some(_), joined) if joined.is_erased => ArrivalChange::ErasesHere,
                    (Some(ours), joined) if ours == joined => ArrivalChange::Nothing,
                    (Some(ours), joined) => ArrivalChange::Adds(joined.amount_since(ours)),
                    (None, joined) => ArrivalChange::Comes(joined.amount()),
                };
                let shown = match change {
                    ArrivalChange::ErasesHere => self.people.get(id)?,
                    _ => theirs,
                };
                Some(Arrival {
                    person: shown.shown(id),
                    change,
                })
            })
            .collect()
    }
}
