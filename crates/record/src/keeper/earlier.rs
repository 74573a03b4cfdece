//! Versions that were replaced: kept beside the journal for a while, so that one can go back to them.
//!
//! Each is a saved text of its own under `~backup/earlier/PERSON/LESSON/STEP/PLACE/NUMBER@DAY`. `PLACE` is `work` or the
//! number of a prompt of the logbook, `NUMBER` how often the store had been written then: it orders them, whatever the
//! clocks say. The newest [`NEWEST`] stay, and of the days before the last of each, for [`DAYS`] days with one.

use super::Keeper;
use crate::action::Page;
use crate::document::{Document, Revision};
use crate::ordered::Ordered;
use crate::parts::Changes;
use crate::person::PersonId;
use crate::record::{PersonRecord, Record};
use crate::saved_format;
use crate::store::{BACKUP, Change, Part, Refusal, Texts};
use std::rc::Rc;

/// So many of the newest versions of a text are kept.
pub const NEWEST: usize = 10;

/// Beside them one a day, for so many days on which there is one.
pub const DAYS: usize = 14;

/// While someone edits, a version is kept so often, in milliseconds.
pub const EVERY_MS: f64 = 5.0 * 60.0 * 1_000.0;

/// When this page last kept a version of each text, in milliseconds of a clock that never goes back.
#[derive(Debug, Default)]
pub struct Pace(Ordered<(PersonId, Page), f64>);

impl Pace {
    /// The next version of this text is kept, however short ago the last one was.
    pub fn forget(&mut self, person: &PersonId, page: &Page) {
        self.0.remove(&(person.clone(), page.clone()));
    }
}

/// A text that was replaced, as a record with nothing else in it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Replaced {
    person: PersonId,
    page: Page,
    record: Record,
}

/// A version one can go back to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Earlier {
    /// Its name in the store, and which of the texts in hand then.
    pub key: (String, usize),
    /// The text.
    pub revision: Revision,
}

/// The versions that changes replace and that are to be kept now: the first that a page replaces, one each
/// [`EVERY_MS`] from then on, and each from which more than half is taken away at once.
pub fn replaced(before: &Record, changes: &Changes, pace: &mut Pace, page_ms: f64) -> Vec<Replaced> {
    let mut replaced = Vec::new();
    let people = changes.written.values().flat_map(|part| part.people.iter());
    for (id, person) in people {
        let Some(earlier) = before.person(id) else {
            continue;
        };
        for (page, document) in person.pages.iter() {
            let Some(former) = earlier.pages.get(page) else {
                continue;
            };
            let mut gone = former.clone();
            gone.heads.retain(|dot, head| {
                !head.is_aside && !head.text.is_empty() && !document.heads.contains_key(dot)
            });
            let key = (id.clone(), page.clone());
            let is_due = pace.0.get(&key).is_none_or(|last| page_ms - last >= EVERY_MS);
            if !gone.heads.is_empty() && (is_due || length(document) < length(former) / 2) {
                pace.0.insert(key, page_ms);
                let only = PersonRecord {
                    epoch: earlier.epoch,
                    pages: Ordered::of(page.clone(), gone),
                    ..PersonRecord::default()
                };
                replaced.push(Replaced {
                    person: id.clone(),
                    page: page.clone(),
                    record: Record {
                        clock: before.clock,
                        people: Ordered::of(id.clone(), Rc::new(only)),
                        ..Record::default()
                    },
                });
            }
        }
    }
    replaced
}

fn length(document: &Document) -> usize {
    document.revisions().map(|revision| revision.text.len()).sum()
}

impl Keeper {
    /// Keeps versions that were replaced, and lets go of those that are too many.
    ///
    /// # Errors
    /// When the store refuses. Where there is no room the work itself goes first: then none is kept.
    pub async fn keep_earlier(&self, replaced: &[Replaced], now: &str) -> Result<(), Refusal> {
        for one in replaced {
            let folder = folder(&one.person, &one.page);
            let day = now.split('T').next().unwrap_or_default().replace('/', "-");
            let name = format!("{folder}{:012}@{day}", self.known.get().revision());
            let there = self.main.load(Part::Beginning(folder)).await?;
            let mut names: Vec<_> = there.keys().filter(|other| **other != name).cloned().collect();
            names.push(name.clone());
            let change = Change {
                deleted: surplus(&names),
                put: Texts::of(name, saved_format::write(&one.record, &self.device)),
                ..Change::default()
            };
            change.made_in(&*self.main).await?;
        }
        Ok(())
    }

    /// The texts of a person of which there are earlier versions, with how many there are.
    ///
    /// # Errors
    /// When the store refuses.
    pub async fn pages_with_earlier(&self, person: &PersonId) -> Result<Ordered<Page, usize>, Refusal> {
        let beginning = format!("{BACKUP}earlier/{}/", person.as_str());
        let mut pages = Ordered::default();
        for (name, _) in self.main.load(Part::Beginning(beginning.clone())).await? {
            if let Some(page) = name.strip_prefix(&beginning).and_then(page_of) {
                *pages.entry(page) += 1;
            }
        }
        Ok(pages)
    }

    /// The earlier versions of a text, the newest first.
    ///
    /// # Errors
    /// When the store refuses.
    pub async fn earlier(&self, person: &PersonId, page: &Page) -> Result<Vec<Earlier>, Refusal> {
        let mut versions = Vec::new();
        for (name, text) in self.main.load(Part::Beginning(folder(person, page))).await? {
            // One that is damaged is not offered; the others are there.
            let Ok(saved) = saved_format::read(&text) else {
                continue;
            };
            let document = saved
                .record
                .person(person)
                .and_then(|person| person.pages.get(page));
            let revisions = document.into_iter().flat_map(Document::revisions).enumerate();
            let written = revisions.filter(|(_, revision)| !revision.text.is_empty());
            versions.extend(written.map(|(nth, revision)| Earlier {
                key: (name.clone(), nth),
                revision,
            }));
        }
        versions.reverse();
        Ok(versions)
    }
}

/// Before the names of the versions of a text.
fn folder(person: &PersonId, page: &Page) -> String {
    let person = person.as_str();
    match page {
        Page::Work { lesson, step } => format!("{BACKUP}earlier/{person}/{lesson}/{step}/work/"),
        Page::Logbook { lesson, step, prompt } => {
            format!("{BACKUP}earlier/{person}/{lesson}/{step}/{prompt}/")
        }
    }
}

/// The text of a name, without what stands before the lesson.
fn page_of(name: &str) -> Option<Page> {
    let mut words = name.split('/');
    let (lesson, step, place) = (words.next()?, words.next()?, words.next()?);
    let page = match place {
        "work" => Page::work(lesson, step),
        prompt => Page::logbook(lesson, step, prompt.parse().ok()?),
    };
    page.is_fine().then_some(page)
}

/// Those of the names of one text's versions, in their order, that are too many.
fn surplus(names: &[String]) -> Vec<String> {
    let (older, _) = names.split_at(names.len().saturating_sub(NEWEST));
    let day = |name: &String| name.rsplit_once('@').map(|(_, day)| day.to_owned());
    let mut days = Vec::new();
    let mut surplus = Vec::new();
    for name in older.iter().rev() {
        let day = day(name);
        if days.len() < DAYS && !days.contains(&day) {
            days.push(day);
        } else {
            surplus.push(name.clone());
        }
    }
    surplus
}
