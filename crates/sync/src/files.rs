//! What stands in the files of the folder.

use record::saved_format::{self, ReadProblem};
use record::{PersonId, Record};
use serde::{Deserialize, Serialize};
use serde_json::value::RawValue;
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, BTreeSet};
use std::rc::Rc;

/// What `format` says in a progress file.
const PROGRESS: &str = "fabrique/progress";
/// What `format` says in the mark of the erased.
const ERASED: &str = "fabrique/erased";
/// The version of both that is written, and the greatest one read.
const VERSION: u64 = 1;

/// The most works of one person.
const MOST_WORKS: usize = 5_000;

/// The name of a text: the first 128 bits of its SHA-256 in hexadecimal digits.
#[must_use]
pub fn hash(text: &str) -> String {
    let digest = Sha256::digest(text.as_bytes());
    digest.iter().take(16).map(|byte| format!("{byte:02x}")).collect()
}

/// What a device says in its progress file.
#[derive(Clone, Debug, PartialEq)]
pub struct Progress {
    /// Facts, settings, logbook: the person without their works.
    pub record: Record,
    /// The works that this device wrote, by document, each with the hash of what its head says.
    pub works: BTreeMap<String, String>,
    /// Works that other devices speak of and that are not whole in the folder, as `document/device`: that device
    /// writes them again when it reads this.
    pub missing: BTreeSet<String>,
}

#[derive(Deserialize)]
struct SavedProgress<'a> {
    format: String,
    version: u64,
    #[serde(default)]
    works: BTreeMap<String, String>,
    #[serde(default)]
    missing: BTreeSet<String>,
    #[serde(borrow)]
    record: &'a RawValue,
}

impl Progress {
    /// As a file.
    #[must_use]
    pub fn write(&self, device: &str) -> String {
        let record = saved_format::write(&self.record, device);
        let works: Vec<String> = self
            .works
            .iter()
            .map(|(doc, hash)| format!("\"{doc}\":\"{hash}\""))
            .collect();
        let missing: Vec<String> = self.missing.iter().map(|name| format!("\"{name}\"")).collect();
        format!(
            "{{\"format\":\"{PROGRESS}\",\"version\":{VERSION},\"works\":{{{}}},\"missing\":[{}],\"record\":{record}}}",
            works.join(","),
            missing.join(",")
        )
    }

    /// Reads a file.
    ///
    /// # Errors
    /// When it is none, is damaged, or comes from a newer Fabrique.
    pub fn read(text: &str) -> Result<Self, ReadProblem> {
        if text.trim().is_empty() {
            return Err(ReadProblem::Empty);
        }
        let saved: SavedProgress = serde_json::from_str(text).map_err(|_| ReadProblem::NotARecord)?;
        if saved.format != PROGRESS {
            return Err(ReadProblem::NotARecord);
        }
        if saved.version > VERSION {
            return Err(ReadProblem::Newer {
                version: saved.version,
            });
        }
        let is_fine = |(doc, hash): (&String, &String)| crate::layout::is_name(doc) && is_hash(hash);
        let is_path = |path: &String| path.split('/').all(crate::layout::is_name);
        if saved.works.len() > MOST_WORKS
            || saved.missing.len() > MOST_WORKS
            || !saved.works.iter().all(is_fine)
            || !saved.missing.iter().all(is_path)
        {
            return Err(ReadProblem::Damaged {
                place: "works".to_owned(),
            });
        }
        Ok(Self {
            record: saved_format::read(saved.record.get())?.record,
            works: saved.works,
            missing: saved.missing,
        })
    }
}

pub(crate) fn is_hash(text: &str) -> bool {
    text.len() == 32 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'))
}

/// A work with the hashes of its texts in their place: a head.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Head {
    /// A part of a record, its texts being hashes.
    pub(crate) skeleton: Record,
    /// The hash of what it says, the same whoever says it.
    pub(crate) hash: String,
    /// The texts by their hashes, when they are known.
    pub(crate) texts: BTreeMap<String, Rc<str>>,
}

impl Head {
    /// The head of a work.
    pub(crate) fn of(work: &Record) -> Self {
        let mut texts = BTreeMap::new();
        let skeleton = work.clone().with_work_texts(&mut |text| {
            let hash = hash(text);
            texts.insert(hash.clone(), text.clone());
            Some(hash.into())
        });
        let skeleton = skeleton.unwrap_or_default();
        Self {
            hash: skeleton_hash(&skeleton),
            skeleton,
            texts,
        }
    }

    /// As a file.
    pub(crate) fn write(&self, device: &str) -> String {
        saved_format::write(&self.skeleton, device)
    }

    /// Reads a file.
    pub(crate) fn read(text: &str) -> Result<Self, ReadProblem> {
        let skeleton = saved_format::read(text)?.record;
        let names = skeleton.work_texts();
        if !names.iter().all(|name| is_hash(name)) {
            return Err(ReadProblem::NotARecord);
        }
        Ok(Self {
            hash: skeleton_hash(&skeleton),
            skeleton,
            texts: BTreeMap::new(),
        })
    }

    /// The work itself, once all its texts are here.
    pub(crate) fn filled(&self, texts: &BTreeMap<String, Rc<str>>) -> Option<Record> {
        self.skeleton
            .with_work_texts(&mut |hash| texts.get(&**hash).cloned())
    }
}

fn skeleton_hash(skeleton: &Record) -> String {
    hash(&saved_format::write(&skeleton.clone().without_clock(), ""))
}

/// The mark that a person was erased.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Erased {
    format: String,
    version: u64,
    /// Greater than any epoch seen.
    pub epoch: u64,
    /// The person's id, when it was known; the trainer who erases a folder may not know it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub person: Option<String>,
}

impl Erased {
    /// The mark.
    #[must_use]
    pub fn new(epoch: u64, person: Option<&PersonId>) -> Self {
        Self {
            format: ERASED.to_owned(),
            version: VERSION,
            epoch,
            person: person.map(|person| person.as_str().to_owned()),
        }
    }

    /// As a file.
    #[must_use]
    pub fn write(&self) -> String {
        // Numbers and texts can always be written.
        serde_json::to_string(self).unwrap_or_default()
    }

    /// Reads a file. A mark that cannot be read erases nobody.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let erased: Self = serde_json::from_str(text).ok()?;
        (erased.format == ERASED).then_some(erased)
    }
}
