//! One participant's folder and one device: what to read, what to join, what to write.
//!
//! Nothing here must be finished to be right: whatever stops it, the next round begins with what is there.

mod pull;
mod push;

use crate::client::Client;
use crate::etag::Tag;
use crate::files::Erased;
use crate::layout::Folder;
use crate::trouble::Trouble;
use record::{Join, PersonId, Record};
use std::collections::{BTreeMap, BTreeSet};

/// What is remembered of a folder from one visit to the next.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Known {
    /// How many steps, works and entries were there when all was well.
    pub amount: usize,
}

/// A visit to a participant's folder: as long as a page is open.
#[derive(Debug)]
pub struct Session {
    folder: Folder,
    device: String,
    person: PersonId,
    /// What the folder holds, by device, as last read or written.
    seen: BTreeMap<String, Seen>,
    known: Known,
    /// What was not whole at the last reading, as `document/device`.
    lacking: BTreeSet<String>,
    /// What was not whole at the last two readings: the devices are asked to write it again.
    missing: BTreeSet<String>,
    /// Works of this device that others miss.
    asked_again: BTreeSet<String>,
    /// Texts that the last push replaced, as document and hash: deleted after the next one, or a folder would fill up
    /// with every pause of an hour's work.
    replaced: Vec<(String, String)>,
    has_looked_for_erased: bool,
    has_read_back: bool,
}

/// What a device says in the folder.
#[derive(Clone, Debug, Default)]
struct Seen {
    /// The version of its progress file.
    tag: Option<Tag>,
    /// The hash of that file.
    text: String,
    /// Whether its version can be trusted: it was read twice and was the same. Servers that make tags of the time to
    /// the second give two versions one tag (measured with wsgidav, nginx, sabre and Apache).
    is_settled: bool,
    /// Whether all it speaks of could be read.
    is_whole: bool,
    facts: Record,
    /// By document: the hash of the head, and the work.
    works: BTreeMap<String, (String, Record)>,
    /// What the device misses of others.
    missing: BTreeSet<String>,
}

/// What reading gives.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pulled {
    /// What the folder holds of the person, to be joined into what is here.
    pub news: Record,
    /// The person was erased: `news` says so.
    pub is_erased: bool,
    /// Works of which something is not there yet: another device is still sending.
    pub n_waiting: usize,
    /// Files that could not be read; what they held is written again by whoever has it.
    pub damaged: Vec<String>,
    /// A newer Fabrique wrote there: the page must be loaded again to read it.
    pub is_newer: bool,
}

/// What writing gives.
#[derive(Clone, Debug, PartialEq)]
pub enum Pushed {
    /// All that was handed over is in the folder, as its server says.
    Sent,
    /// A good part of what was there is gone: nothing was written, and a person must say whether to send it again.
    Asks {
        /// How many steps, works and entries are gone.
        gone: usize,
        /// Of how many.
        of: usize,
    },
    /// The person was erased there: this must be joined here.
    Erased(Record),
}

impl Session {
    /// A visit; `device` is this device's name in the folder, and no other's.
    #[must_use]
    pub fn new(folder: Folder, device: &str, person: PersonId, known: Known) -> Self {
        Self {
            folder,
            device: device.to_owned(),
            person,
            seen: BTreeMap::new(),
            known,
            lacking: BTreeSet::new(),
            missing: BTreeSet::new(),
            asked_again: BTreeSet::new(),
            replaced: Vec::new(),
            has_looked_for_erased: false,
            has_read_back: false,
        }
    }

    /// What to remember for the next visit.
    #[must_use]
    pub fn known(&self) -> Known {
        self.known
    }

    /// Whose folder it is.
    #[must_use]
    pub fn person(&self) -> &PersonId {
        &self.person
    }

    /// What the folder holds, as last seen.
    fn remote(&self) -> Record {
        let mut remote = Record::default();
        for seen in self.seen.values() {
            remote.join(&seen.facts);
            for (_, work) in seen.works.values() {
                remote.join(work);
            }
        }
        remote
    }

    /// How many steps, works and entries a record holds of the person.
    fn amount(&self, record: &Record) -> usize {
        record.person(&self.person).map_or(0, |person| {
            let amount = person.amount();
            amount.steps + amount.works + amount.entries
        })
    }

    /// The record that erases the person, when the folder bears the mark.
    async fn erased(&mut self, client: Client<'_>) -> Result<Option<Record>, Trouble> {
        let mark = client.get(&self.folder.erased()).await?;
        self.has_looked_for_erased = true;
        let erased = mark.and_then(|mark| Erased::read(&mark.text));
        Ok(erased.map(|erased| {
            self.seen.clear();
            self.known = Known::default();
            Record::of_erased(&self.person, erased.epoch)
        }))
    }
}
