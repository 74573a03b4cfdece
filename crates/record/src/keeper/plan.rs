//! What happens inside a transaction: pure, from the texts that are there to the change.

use crate::join::Join;
use crate::parts::{Changes, PartKey};
use crate::record::Record;
use crate::saved_format::{self, ReadProblem};
use crate::store::{Change, Plan, Refusal, Texts};
use std::cell::Cell;
use std::rc::Rc;

/// The names of texts that are no parts.
pub(super) mod name {
    /// How often something was stored here; tells a tab that another one did.
    pub(in super::super) const REVISION: &str = "revision";
    /// How often everything was forgotten here.
    pub(in super::super) const GENERATION: &str = "generation";
    /// This machine's name in saved data.
    pub(in super::super) const DEVICE: &str = "device";
    /// Who was here last.
    pub(in super::super) const HERE: &str = "here";
    /// Before the writer whose last words they are.
    pub(in super::super) const LAST_WORDS: &str = "last-words/";
    /// Before the date and the former name of what could not be read.
    pub(in super::super) const QUARANTINE: &str = "quarantine/";
    /// An empty record in the newest format that was written here: a page that knows only older ones then writes
    /// nothing at all, not even beside what the newer one wrote.
    pub(in super::super) const FORMAT: &str = "format";

    pub(in super::super) fn last_words(writer: &str) -> String {
        format!("{LAST_WORDS}{writer}")
    }

    pub(in super::super) fn quarantine(now: &str, former: &str) -> String {
        format!("{QUARANTINE}{now}/{former}")
    }

    /// What stood here, byte for byte, before it was written in today's format.
    pub(super) fn before_migration(version: u64, former: &str) -> String {
        format!("{}v{version}/{former}", crate::store::BACKUP)
    }
}

/// How far a store was when it was last seen.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Known {
    revision: u64,
    generation: u64,
}

impl Known {
    pub(super) fn of(texts: &Texts) -> Self {
        let number = |name: &str| texts.get(name).and_then(|text| text.parse().ok()).unwrap_or(0);
        Self {
            revision: number(name::REVISION),
            generation: number(name::GENERATION),
        }
    }

    pub(super) fn revision(self) -> u64 {
        self.revision
    }

    /// A generation that is smaller than known was cleared by the browser, not by a person: it is put right.
    pub(super) fn is_forgotten_since(self, earlier: Self) -> bool {
        self.generation > earlier.generation
    }
}

/// Joining changes into what is stored.
pub(super) struct Commit {
    pub(super) changes: Changes,
    pub(super) device: String,
    pub(super) now: String,
    /// The main store is watched; the mirror is not: what it misses is in the journal.
    pub(super) watch: Option<Watch>,
}

/// How far the store was when this tab last saw it, and whether another tab stored since.
pub(super) struct Watch {
    pub(super) known: Rc<Cell<Known>>,
    pub(super) is_behind: Rc<Cell<bool>>,
}

impl Commit {
    /// The texts the plan must see: the parts to join into, and whether their people were erased.
    pub(super) fn names(&self) -> Vec<String> {
        let mut names = Vec::new();
        for key in self.changes.written.keys() {
            for key in [Some(key.clone()), key.person()].into_iter().flatten() {
                let name = key.saved_name();
                if !names.contains(&name) {
                    names.push(name);
                }
            }
        }
        names.extend([name::REVISION, name::GENERATION, name::FORMAT].map(str::to_owned));
        names
    }

    pub(super) fn plan(self) -> Plan {
        Box::new(move |texts| self.change(&texts))
    }

    fn change(self, texts: &Texts) -> Result<Change, Refusal> {
        let mut change = Change::default();
        let there = Known::of(texts);
        let now_known = Known {
            revision: there.revision + 1,
            ..there
        };
        if let Some(watch) = &self.watch
            && there.is_forgotten_since(watch.known.get())
        {
            return Err(Refusal::Forgotten);
        }
        let mut stored = Record::default();
        for (name, text) in texts.iter() {
            if name != name::FORMAT && PartKey::from_saved_name(name).is_none() {
                continue;
            }
            match saved_format::read(text) {
                Ok(saved) => {
                    stored.join(&saved.record);
                    if saved.version < saved_format::VERSION && self.watch.is_some() {
                        let backup = name::before_migration(saved.version, name);
                        change.put.insert(backup, text.clone());
                    }
                }
                Err(ReadProblem::Newer { .. }) => return Err(Refusal::Newer),
                Err(_) => {
                    change.put.insert(name::quarantine(&self.now, name), text.clone());
                }
            }
        }
        let after = self
            .changes
            .written
            .values()
            .fold(stored, |stored, part| stored.joined(part));
        let parts = after.parts();
        for key in self.changes.written.keys() {
            match parts.get(key) {
                Some(part) => {
                    let text = saved_format::write(part, &self.device);
                    if texts.get(&key.saved_name()) != Some(&text) {
                        change.put.insert(key.saved_name(), text);
                    }
                }
                // The work of someone who was erased meanwhile.
                None => change.deleted.push(key.saved_name()),
            }
        }
        change
            .deleted
            .extend(self.changes.gone.iter().map(PartKey::saved_name));
        if let Some(watch) = &self.watch {
            watch.is_behind.set(there.revision != watch.known.get().revision);
            watch.known.set(now_known);
        }
        change
            .put
            .insert(name::REVISION.to_owned(), now_known.revision.to_string());
        let format = saved_format::write(&Record::default(), &self.device);
        if texts.get(name::FORMAT) != Some(&format) {
            change.put.insert(name::FORMAT.to_owned(), format);
        }
        change.put.insert(name::DEVICE.to_owned(), self.device);
        Ok(change)
    }
}

/// Moves what could not be read to the quarantine, unless someone changed it meanwhile, and deletes what is left over.
pub(super) fn tidy(broken: Texts, left_over: Vec<String>, now: &str) -> Plan {
    let now = now.to_owned();
    Box::new(move |texts| {
        let mut change = Change {
            deleted: left_over,
            ..Change::default()
        };
        for (name, text) in broken {
            if texts.get(&name) == Some(&text) {
                change.put.insert(name::quarantine(&now, &name), text);
                change.deleted.push(name);
            }
        }
        Ok(change)
    })
}

/// Clears a store, and says so to the tabs that remember.
pub(super) fn forget(texts: Texts) -> Result<Change, Refusal> {
    let generation = Known::of(&texts).generation + 1;
    Ok(Change {
        is_cleared: true,
        put: Texts::of(name::GENERATION.to_owned(), generation.to_string()),
        ..Change::default()
    })
}
