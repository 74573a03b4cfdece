//! What must be there in the end, kept apart from the record: which text replaced which.

use super::device::person;
use record::{Page, Record, Work};
use std::collections::{BTreeMap, BTreeSet};

#[derive(Default)]
pub struct Model {
    written: BTreeMap<String, Page>,
    replaced: BTreeSet<String>,
    done: BTreeSet<(String, String)>,
    tries: BTreeMap<(String, String), usize>,
}

impl Model {
    pub fn new_text(&mut self, page: &Page) -> String {
        let text = format!("{{\"text\":{}}}", self.written.len());
        self.written.insert(text.clone(), page.clone());
        text
    }

    pub fn wrote(&mut self, text: String, instead_of: impl Iterator<Item = String>) {
        self.replaced
            .extend(instead_of.filter(|replaced| *replaced != text));
    }

    pub fn done(&mut self, lesson: &str, step: &str) {
        self.done.insert((lesson.to_owned(), step.to_owned()));
    }

    pub fn tried(&mut self, lesson: &str, step: &str) {
        *self
            .tries
            .entry((lesson.to_owned(), step.to_owned()))
            .or_default() += 1;
    }

    pub fn check(&self, record: &Record, seed: u64) {
        let kept = record.person(&person()).unwrap();
        for (lesson, step) in &self.done {
            assert!(
                kept.is_done((&**lesson).into(), (&**step).into()),
                "seed {seed}: {lesson}/{step} is not done"
            );
        }
        for ((lesson, step), tries) in &self.tries {
            assert_eq!(
                kept.attempts((&**lesson).into(), (&**step).into()),
                *tries,
                "seed {seed}: tries of {lesson}/{step}"
            );
        }
        for (text, page) in &self.written {
            let there = texts(record, page);
            assert_eq!(
                there.contains(text),
                !self.replaced.contains(text),
                "seed {seed}: {text} of {page:?}, there are {there:?}"
            );
        }
    }
}

/// The texts of a page, in hand or set aside.
pub fn texts(record: &Record, page: &Page) -> BTreeSet<String> {
    let Some(kept) = record.person(&person()) else {
        return BTreeSet::new();
    };
    match page {
        Page::Work { lesson, step } => {
            let in_hand = match kept.work((&**lesson).into(), (&**step).into()) {
                Work::None => Vec::new(),
                Work::One(revision) => vec![revision],
                Work::Several(revisions) => revisions,
            };
            let aside = kept.all_kept().into_iter().filter(|(id, _)| **id == **lesson);
            let aside = aside.flat_map(|(_, steps)| steps).filter(|kept| kept.id == *step);
            let aside = aside.flat_map(|kept| kept.set_aside);
            in_hand
                .into_iter()
                .chain(aside)
                .map(|revision| revision.text.to_string())
                .collect()
        }
        Page::Logbook { lesson, step, .. } => kept
            .logbook_entry((&**lesson).into(), (&**step).into(), 0)
            .map(|entry| entry.split("\n\n").map(str::to_owned).collect())
            .unwrap_or_default(),
    }
}
