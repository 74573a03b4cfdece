//! A record in parts, each stored on its own, so that one edit writes little and one damage costs little.
//!
//! A part is a record with only that part in it, so it has the one saved format, and joining all parts gives the whole.

use crate::action::{Page, is_key};
use crate::ordered::Ordered;
use crate::person::PersonId;
use crate::record::{PersonRecord, Record};
use std::rc::Rc;

/// Names a part.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum PartKey {
    /// What a newer Fabrique keeps beside people.
    Rest,
    /// A person's progress, settings and logbook.
    Person(PersonId),
    /// The work of a step of a person.
    Work(PersonId, Rc<str>, Rc<str>),
}

impl PartKey {
    /// Its name in a store: `rest`, `person/ID`, `work/ID/LESSON/STEP`.
    #[must_use]
    pub fn saved_name(&self) -> String {
        match self {
            Self::Rest => "rest".to_owned(),
            Self::Person(id) => format!("person/{}", id.as_str()),
            Self::Work(id, lesson, step) => format!("work/{}/{lesson}/{step}", id.as_str()),
        }
    }

    /// The key of a name; `None` for what is no part.
    #[must_use]
    pub fn from_saved_name(name: &str) -> Option<Self> {
        let mut words = name.split('/');
        let key = match words.next()? {
            "rest" => Self::Rest,
            "person" => Self::Person(PersonId::new(words.next()?)?),
            "work" => {
                let id = PersonId::new(words.next()?)?;
                let lesson = words.next().filter(|lesson| is_key(lesson))?;
                let step = words.next().filter(|step| is_key(step))?;
                Self::Work(id, lesson.into(), step.into())
            }
            _ => return None,
        };
        words.next().is_none().then_some(key)
    }

    /// Whether it is small enough for the mirror, which is there to begin at once and when all else fails.
    #[must_use]
    pub fn is_mirrored(&self) -> bool {
        !matches!(self, Self::Work(..))
    }

    /// The part that says whether this part's person was erased.
    #[must_use]
    pub fn person(&self) -> Option<Self> {
        match self {
            Self::Rest => None,
            Self::Person(id) | Self::Work(id, ..) => Some(Self::Person(id.clone())),
        }
    }
}

/// What must be stored after a change.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Changes {
    /// Parts to join into the stored ones.
    pub written: Ordered<PartKey, Record>,
    /// Parts of erased people, to delete.
    pub gone: Vec<PartKey>,
}

impl Changes {
    /// Nothing to store.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.written.is_empty() && self.gone.is_empty()
    }

    /// Whether works or entries of the logbook are among them.
    #[must_use]
    pub fn has_pages(&self) -> bool {
        let mut people = self.written.values().flat_map(|part| part.people.values());
        people.any(|person| !person.pages.is_empty())
    }
}

impl Record {
    /// Every part.
    #[must_use]
    pub fn parts(&self) -> Ordered<PartKey, Record> {
        self.changes_since(&Self::default()).written
    }

    /// The parts that differ from an earlier record.
    #[must_use]
    pub fn changes_since(&self, before: &Self) -> Changes {
        let mut changes = Changes::default();
        if self.unknown != before.unknown {
            let rest = Self {
                clock: self.clock,
                unknown: self.unknown.clone(),
                ..Self::default()
            };
            changes.written.insert(PartKey::Rest, rest);
        }
        let nobody = Rc::default();
        for (id, person) in self.people.iter() {
            let earlier = before.people.get(id).unwrap_or(&nobody);
            if !Rc::ptr_eq(person, earlier) {
                self.add_changes(&mut changes, id, person, earlier, before.people.contains_key(id));
            }
        }
        changes
    }

    fn add_changes(
        &self,
        changes: &mut Changes,
        id: &PersonId,
        person: &PersonRecord,
        earlier: &PersonRecord,
        was_here: bool,
    ) {
        let part = |record: PersonRecord| Self {
            clock: self.clock,
            people: Ordered::of(id.clone(), Rc::new(record)),
            ..Self::default()
        };
        let without_works = |person: &PersonRecord| {
            let mut rest = person.clone();
            rest.pages.retain(|page, _| !matches!(page, Page::Work { .. }));
            rest
        };
        let rest = without_works(person);
        if !was_here || rest != without_works(earlier) {
            changes.written.insert(PartKey::Person(id.clone()), part(rest));
        }
        let key = |page: &Page| match page {
            Page::Work { lesson, step } => Some(PartKey::Work(id.clone(), lesson.clone(), step.clone())),
            Page::Logbook { .. } => None,
        };
        for (page, document) in person.pages.iter() {
            if let Some(key) = key(page)
                && earlier.pages.get(page) != Some(document)
            {
                let work = PersonRecord {
                    epoch: person.epoch,
                    pages: Ordered::of(page.clone(), document.clone()),
                    ..PersonRecord::default()
                };
                changes.written.insert(key, part(work));
            }
        }
        let gone = earlier
            .pages
            .keys()
            .filter(|page| !person.pages.contains_key(*page));
        changes.gone.extend(gone.filter_map(key));
    }
}
