//! Keeps a record in stores: the journal is the truth, the mirror a second copy of what is small. Both are read,
//! verified and joined; what cannot be read is set aside with its bytes, never overwritten.

pub mod earlier;
mod plan;
mod room;

use crate::join::Join;
use crate::parts::{Changes, PartKey};
use crate::person::PersonId;
use crate::record::Record;
use crate::saved_format::{self, ReadProblem};
use crate::store::{Change, Durability, Memory, Part, Refusal, Store, Texts};
use plan::{Known, Watch, name};
use std::cell::{Cell, RefCell};
use std::rc::Rc;

/// Where a record is kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// In the journal, with the mirror beside it.
    Journal,
    /// In the mirror alone: little room, and a browser that dies may take the last half minute with it.
    Mirror,
    /// Nowhere: it goes with the page.
    Memory,
}

/// A text that could not be read, as it was.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Damaged {
    /// Its name in the store: when it was set aside, and what it was.
    pub name: String,
    /// Its bytes.
    pub text: String,
}

/// What opening gives.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Opened {
    /// What all copies hold together.
    pub record: Record,
    /// What the main store holds of it: the rest must still be saved.
    pub kept: Record,
    /// Who was here last.
    pub here: Option<PersonId>,
    /// Texts set aside, now or earlier.
    pub damaged: Vec<Damaged>,
    /// A newer Fabrique wrote here: nothing may be written.
    pub is_newer: bool,
}

/// Keeps a record.
pub struct Keeper {
    main: Rc<dyn Store>,
    mirror: Option<Rc<dyn Store>>,
    place: Place,
    device: String,
    known: Rc<Cell<Known>>,
    /// Why the journal is not used, in the browser's words.
    missing: Option<Refusal>,
    /// Names of damaged texts, with the store that holds them.
    damaged: RefCell<Vec<(Rc<dyn Store>, String)>>,
}

/// What was read of one store.
#[derive(Default)]
struct Read {
    opened: Opened,
    device: Option<String>,
    known: Known,
}

impl Keeper {
    /// Opens the stores there are. `now` names what must be set aside, `device` this machine if it has no name yet.
    pub async fn open(
        journal: Result<Rc<dyn Store>, Refusal>,
        mirror: Result<Rc<dyn Store>, Refusal>,
        now: &str,
        device: &str,
    ) -> (Self, Opened) {
        let mut missing = None;
        let mut found = Vec::new();
        for (place, store) in [(Place::Journal, journal), (Place::Mirror, mirror)] {
            let read = match store {
                Ok(store) => read_store(&store, now).await.map(|read| (place, store, read)),
                Err(refusal) => Err(refusal),
            };
            match read {
                Ok(one) => found.push(one),
                Err(refusal) if place == Place::Journal => missing = Some(refusal),
                // The journal alone is enough.
                Err(_) => {}
            }
        }
        let is_newer = missing == Some(Refusal::Newer) || found.iter().any(|(.., read)| read.opened.is_newer);
        let mut opened = Opened {
            is_newer,
            ..Opened::default()
        };
        let mut damaged = Vec::new();
        let mut device_kept = None;
        for (_, store, read) in &found {
            opened.record.join(&read.opened.record);
            opened.here = opened.here.or_else(|| read.opened.here.clone());
            for one in &read.opened.damaged {
                damaged.push((store.clone(), one.name.clone()));
                opened.damaged.push(one.clone());
            }
            device_kept = device_kept.or_else(|| read.device.clone());
        }
        let mut stores = found.into_iter();
        let (place, main, kept, known) = stores.next().map_or_else(
            || {
                let memory: Rc<dyn Store> = Rc::new(Memory::default());
                (Place::Memory, memory, Record::default(), Known::default())
            },
            |(place, store, read)| (place, store, read.opened.kept, read.known),
        );
        opened.kept = kept;
        let keeper = Self {
            main,
            mirror: stores.next().map(|(_, store, _)| store),
            place,
            device: device_kept.unwrap_or_else(|| device.to_owned()),
            known: Rc::new(Cell::new(known)),
            missing,
            damaged: RefCell::new(damaged),
        };
        (keeper, opened)
    }

    /// Where the record is kept.
    #[must_use]
    pub fn place(&self) -> Place {
        self.place
    }

    /// Whether a second store holds what is small.
    #[must_use]
    pub fn has_mirror(&self) -> bool {
        self.mirror.is_some()
    }

    /// Why the journal is not used.
    #[must_use]
    pub fn missing(&self) -> Option<&Refusal> {
        self.missing.as_ref()
    }

    /// This machine's name in saved data.
    #[must_use]
    pub fn device(&self) -> &str {
        &self.device
    }

    /// Joins changes into what is stored. Answers `true` when another tab had stored something meanwhile: then read
    /// again with [`Keeper::reload`].
    ///
    /// # Errors
    /// When the main store refuses; nothing was changed then. A mirror that refuses is no matter: it is only the
    /// second copy.
    pub async fn commit(
        &self,
        changes: &Changes,
        now: &str,
        durability: Durability,
    ) -> Result<bool, Refusal> {
        let is_behind = Rc::new(Cell::new(false));
        let commit = plan::Commit {
            changes: changes.clone(),
            device: self.device.clone(),
            now: now.to_owned(),
            watch: Some(Watch {
                known: self.known.clone(),
                is_behind: is_behind.clone(),
            }),
        };
        self.main
            .update(commit.names(), commit.plan(), durability)
            .await?;
        if let Some(mirror) = &self.mirror {
            let mut mirrored = changes.clone();
            mirrored.written.retain(|key, _| key.is_mirrored());
            let commit = plan::Commit {
                changes: mirrored,
                device: self.device.clone(),
                now: now.to_owned(),
                watch: None,
            };
            let _ = mirror
                .update(commit.names(), commit.plan(), Durability::Relaxed)
                .await;
        }
        Ok(is_behind.get())
    }

    /// What the main store holds now.
    ///
    /// # Errors
    /// When the store refuses, or holds data of a newer Fabrique.
    pub async fn reload(&self, now: &str) -> Result<Record, Refusal> {
        let read = read_store(&self.main, now).await?;
        if read.opened.is_newer {
            return Err(Refusal::Newer);
        }
        if read.known.is_forgotten_since(self.known.get()) {
            return Err(Refusal::Forgotten);
        }
        self.known.set(read.known);
        Ok(read.opened.kept)
    }

    /// Puts what is not saved yet where it is written before the page is gone: the mirror answers at once, the
    /// journal may not.
    pub async fn last_words(&self, writer: &str, unsaved: &Changes) {
        if let Some(mirror) = &self.mirror {
            let record = unsaved.written.values().fold(Record::default(), Record::joined);
            let text = saved_format::write(&record, &self.device);
            let change = Change {
                put: Texts::of(name::last_words(writer), text),
                ..Change::default()
            };
            // Refused: the journal may still make it.
            let _ = change.made_in(&**mirror).await;
        }
    }

    /// The last words are saved: takes them back.
    pub async fn saved_after_all(&self, writer: &str) {
        if let Some(mirror) = &self.mirror {
            let change = Change {
                deleted: vec![name::last_words(writer)],
                ..Change::default()
            };
            // Left behind, they are joined again: no harm.
            let _ = change.made_in(&**mirror).await;
        }
    }

    /// Notes who is here, for the next start; in every store, so that either alone knows.
    pub async fn note_here(&self, here: Option<&PersonId>) {
        let text = here.map(|here| here.as_str().to_owned()).unwrap_or_default();
        for store in self.stores() {
            let change = Change {
                put: Texts::of(name::HERE.to_owned(), text.clone()),
                ..Change::default()
            };
            // Refused: the page asks who is here at the next start.
            let _ = change.made_in(&**store).await;
        }
    }

    /// Throws a damaged text away, when the person said so.
    ///
    /// # Errors
    /// When its store refuses.
    pub async fn discard(&self, damaged: &str) -> Result<(), Refusal> {
        let stores: Vec<_> = self
            .damaged
            .borrow()
            .iter()
            .filter(|(_, name)| name == damaged)
            .map(|(store, _)| store.clone())
            .collect();
        for store in stores {
            let change = Change {
                deleted: vec![damaged.to_owned()],
                ..Change::default()
            };
            change.made_in(&*store).await?;
        }
        self.damaged.borrow_mut().retain(|(_, name)| name != damaged);
        Ok(())
    }

    /// Forgets everything on this computer; a copy can bring it back. Other pages that are open are told by the next
    /// thing they try to store.
    ///
    /// # Errors
    /// When a store refuses; then it may still hold something.
    pub async fn forget_everything(&self) -> Result<(), Refusal> {
        for store in self.stores() {
            store
                .update(
                    vec![name::GENERATION.to_owned()],
                    Box::new(plan::forget),
                    Durability::Strict,
                )
                .await?;
        }
        Ok(())
    }

    fn stores(&self) -> impl Iterator<Item = &Rc<dyn Store>> {
        std::iter::once(&self.main).chain(&self.mirror)
    }
}

/// Reads a store whole, sets aside what cannot be read, and deletes the works of the erased.
async fn read_store(store: &Rc<dyn Store>, now: &str) -> Result<Read, Refusal> {
    let texts = store.load(Part::Start).await?;
    let mut read = Read {
        known: Known::of(&texts),
        device: texts.get(name::DEVICE).cloned(),
        ..Read::default()
    };
    let mut broken = Texts::default();
    for (name, text) in texts.iter() {
        let is_last_words = name.starts_with(name::LAST_WORDS);
        if is_last_words || name == name::FORMAT || PartKey::from_saved_name(name).is_some() {
            match saved_format::read_to_show(text) {
                Ok(saved) if saved.version > saved_format::VERSION => {
                    read.opened.is_newer = true;
                    read.opened.record.join(&saved.record);
                }
                // Last words are not kept yet: they must still be saved where they belong.
                Ok(saved) if is_last_words => read.opened.record.join(&saved.record),
                Ok(saved) => read.opened.kept.join(&saved.record),
                Err(ReadProblem::Newer { .. }) => read.opened.is_newer = true,
                Err(_) => {
                    broken.insert(name.clone(), text.clone());
                }
            }
        } else if name.starts_with(name::QUARANTINE) {
            read.opened.damaged.push(Damaged {
                name: name.clone(),
                text: text.clone(),
            });
        }
    }
    read.opened.record.join(&read.opened.kept);
    read.opened.here = texts.get(name::HERE).and_then(|here| PersonId::new(here));
    let left_over: Vec<_> = texts
        .keys()
        .filter(|name| match PartKey::from_saved_name(name) {
            Some(PartKey::Work(id, ..)) => read.opened.record.is_erased(&id),
            _ => false,
        })
        .cloned()
        .collect();
    let is_tidy = broken.is_empty() && left_over.is_empty();
    if !read.opened.is_newer && !is_tidy {
        let names = broken.keys().cloned().collect();
        for (name, text) in broken.iter() {
            read.opened.damaged.push(Damaged {
                name: name::quarantine(now, name),
                text: text.clone(),
            });
        }
        let tidy = plan::tidy(broken, left_over, now);
        // Refused (full): it stays where it is, is shown all the same, and the next commit sets it aside.
        let _ = store.update(names, tidy, Durability::Relaxed).await;
    }
    Ok(read)
}
