//! What a shared folder needs of a record: one person's, and works whose texts stand elsewhere.

use crate::action::Page;
use crate::join::Join;
use crate::ordered::Ordered;
use crate::person::PersonId;
use crate::record::{PersonRecord, Record};
use std::rc::Rc;

impl Record {
    /// What is kept of one person, and nothing else; an erased one as erased.
    #[must_use]
    pub fn of_person(&self, id: &PersonId) -> Self {
        Self {
            clock: self.clock,
            people: self
                .people
                .get(id)
                .map(|person| Ordered::of(id.clone(), person.clone()))
                .unwrap_or_default(),
            ..Self::default()
        }
    }

    /// What is kept of one person as another's: when someone worked under a second name before they said who they are.
    #[must_use]
    pub fn handed_to(&self, from: &PersonId, to: &PersonId) -> Self {
        let mut handed = self.of_person(from);
        handed.people = handed
            .people
            .into_iter()
            .map(|(_, person)| (to.clone(), person))
            .collect();
        handed
    }

    /// A record in which one person is erased, in an epoch.
    #[must_use]
    pub fn of_erased(id: &PersonId, epoch: u64) -> Self {
        let erased = PersonRecord {
            epoch,
            is_erased: true,
            ..PersonRecord::default()
        };
        Self {
            people: Ordered::of(id.clone(), Rc::new(erased)),
            ..Self::default()
        }
    }

    /// Whether all that another record holds of people is in this one.
    #[must_use]
    pub fn holds(&self, other: &Self) -> bool {
        other.people.iter().all(|(id, theirs)| {
            self.people.get(id).is_some_and(|ours| {
                Rc::ptr_eq(ours, theirs) || {
                    let mut both = ours.clone();
                    both.join(theirs);
                    both == *ours
                }
            })
        })
    }

    /// A person's epoch: erasing raised it.
    #[must_use]
    pub fn epoch(&self, id: &PersonId) -> u64 {
        self.people.get(id).map_or(0, |person| person.epoch)
    }

    /// Everyone in it, the erased too.
    pub fn ids(&self) -> impl Iterator<Item = &PersonId> {
        self.people.keys()
    }

    /// The same without its clock, so that what is equal is written the same wherever it was learnt.
    #[must_use]
    pub fn without_clock(mut self) -> Self {
        self.clock = 0;
        self
    }

    /// The texts of works, those set aside too.
    #[must_use]
    pub fn work_texts(&self) -> Vec<Rc<str>> {
        let people = self.people.values();
        let pages = people.flat_map(|person| person.pages.iter());
        pages
            .filter(|(page, _)| matches!(page, Page::Work { .. }))
            .flat_map(|(_, document)| document.heads.values().map(|head| head.text.clone()))
            .collect()
    }

    /// The same with another text in the place of each work's; `None` when one is not to be had.
    #[must_use]
    pub fn with_work_texts(&self, replace: &mut dyn FnMut(&Rc<str>) -> Option<Rc<str>>) -> Option<Self> {
        let mut record = self.clone();
        for (_, person) in record.people.iter_mut() {
            for (page, document) in Rc::make_mut(person).pages.iter_mut() {
                if matches!(page, Page::Work { .. }) {
                    for (_, head) in document.heads.iter_mut() {
                        head.text = replace(&head.text)?;
                    }
                }
            }
        }
        Some(record)
    }
}
