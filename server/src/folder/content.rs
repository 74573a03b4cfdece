//! Marks of contents, and conditions on them.

use crate::refusal::Refusal;
use sha2::{Digest, Sha256};
use std::collections::HashMap;
use std::fmt::Write;
use std::fs::{File, Metadata};
use std::io::{Read, Take};
use std::path::{Path, PathBuf};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, SystemTime};

/// Largest file that is read. Larger ones were not written through this server.
const READ_BYTES: u64 = 64 << 20;

/// How many marks are remembered.
const REMEMBERED: usize = 20_000;

/// A file written a shorter while ago than this may be written again within one tick of the disk's clock.
const TICK: Duration = Duration::from_secs(2);

/// The mark of a content: SHA-256 in hexadecimal digits, in quotes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ETag(String);

impl ETag {
    /// The mark of these bytes.
    pub fn of(bytes: &[u8]) -> Self {
        let mut text = String::with_capacity(66);
        text.push('"');
        for byte in Sha256::digest(bytes) {
            // Writing to a string never fails.
            let _ = write!(text, "{byte:02x}");
        }
        text.push('"');
        Self(text)
    }

    /// The mark as it stands in a header, with its quotes.
    pub fn text(&self) -> &str {
        &self.0
    }

    /// The first eight digits.
    pub fn short(&self) -> &str {
        &self.0[1..9]
    }
}

/// A file as it was at one instant.
#[derive(Clone, Debug)]
pub struct Content {
    /// All its bytes.
    pub bytes: Vec<u8>,
    /// Their mark.
    pub etag: ETag,
    /// When they were written.
    pub modified: Option<SystemTime>,
}

/// What must hold for a request to be done: the headers `If-Match` and `If-None-Match`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Conditions {
    matches: Option<Marks>,
    matches_none: Option<Marks>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Marks {
    Any,
    /// As they came, with their quotes; weak ones begin with `W/`.
    These(Vec<String>),
}

impl Conditions {
    /// Reads the two headers.
    pub fn read(if_match: Option<&str>, if_none_match: Option<&str>) -> Self {
        Self {
            matches: if_match.map(Marks::read),
            matches_none: if_none_match.map(Marks::read),
        }
    }

    /// Whether there is no condition.
    pub fn are_none(&self) -> bool {
        self.matches.is_none() && self.matches_none.is_none()
    }

    /// Whether the conditions hold for what is there now, for a write.
    ///
    /// # Errors
    ///
    /// [`Refusal::Changed`] when one does not.
    pub fn check(&self, now: Option<&ETag>) -> Result<(), Refusal> {
        let holds = self.matches.as_ref().is_none_or(|marks| marks.have(now))
            && !self.matches_none.as_ref().is_some_and(|marks| marks.have(now));
        if holds { Ok(()) } else { Err(Refusal::Changed) }
    }

    /// Whether a reader has this content already: `If-None-Match`, where a weak mark will do.
    pub fn are_met_by_copy(&self, now: &ETag) -> bool {
        match &self.matches_none {
            Some(Marks::Any) => true,
            Some(Marks::These(marks)) => marks
                .iter()
                .any(|mark| mark.strip_prefix("W/").unwrap_or(mark) == now.text()),
            None => false,
        }
    }
}

impl Marks {
    fn read(text: &str) -> Self {
        if text.trim() == "*" {
            return Self::Any;
        }
        Self::These(text.split(',').map(|mark| mark.trim().to_owned()).collect())
    }

    /// Strong comparison: a weak mark is never the same.
    fn have(&self, now: Option<&ETag>) -> bool {
        match (self, now) {
            (_, None) => false,
            (Self::Any, Some(_)) => true,
            (Self::These(marks), Some(now)) => marks.iter().any(|mark| mark == now.text()),
        }
    }
}

/// Marks of files that have not changed since they were computed.
#[derive(Default)]
pub struct ETags(Mutex<HashMap<PathBuf, (Stamp, ETag)>>);

/// What changes when a file does.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Stamp {
    bytes: u64,
    modified: Option<SystemTime>,
    number: u64,
}

impl Stamp {
    #[cfg(unix)]
    fn of(meta: &Metadata) -> Self {
        Self {
            bytes: meta.len(),
            modified: meta.modified().ok(),
            number: std::os::unix::fs::MetadataExt::ino(meta),
        }
    }

    #[cfg(not(unix))]
    fn of(meta: &Metadata) -> Self {
        Self {
            bytes: meta.len(),
            modified: meta.modified().ok(),
            number: 0,
        }
    }
}

impl ETags {
    /// The mark of a file.
    pub fn of(&self, file: &Path) -> Result<ETag, Refusal> {
        let open = File::open(file)?;
        if let Some(etag) = self.known(file, Stamp::of(&open.metadata()?)) {
            return Ok(etag);
        }
        self.read(file).map(|content| content.etag)
    }

    /// The content of a file, with its mark.
    pub fn read(&self, file: &Path) -> Result<Content, Refusal> {
        let mut open = File::open(file)?;
        let meta = open.metadata()?;
        if meta.len() > READ_BYTES {
            return Err(Refusal::TooLarge);
        }
        let stamp = Stamp::of(&meta);
        let mut bytes = Vec::with_capacity(usize::try_from(meta.len()).unwrap_or(0));
        let mut limited: Take<&mut File> = Read::take(&mut open, READ_BYTES);
        limited.read_to_end(&mut bytes)?;
        let etag = match self.known(file, stamp) {
            Some(etag) if bytes.len() as u64 == stamp.bytes => etag,
            _ => {
                let etag = ETag::of(&bytes);
                let is_settled = stamp
                    .modified
                    .and_then(|modified| SystemTime::now().duration_since(modified).ok())
                    .is_some_and(|ago| ago > TICK);
                if is_settled && bytes.len() as u64 == stamp.bytes {
                    self.put(file, stamp, &etag);
                }
                etag
            }
        };
        Ok(Content {
            bytes,
            etag,
            modified: stamp.modified,
        })
    }

    /// Remembers the mark of a file that this server has just put there.
    pub fn remember(&self, file: &Path, etag: &ETag) {
        if let Ok(meta) = std::fs::symlink_metadata(file) {
            self.put(file, Stamp::of(&meta), etag);
        }
    }

    fn known(&self, file: &Path, stamp: Stamp) -> Option<ETag> {
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        let (then, etag) = known.get(file)?;
        (*then == stamp).then(|| etag.clone())
    }

    fn put(&self, file: &Path, stamp: Stamp, etag: &ETag) {
        let mut known = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if known.len() >= REMEMBERED {
            known.clear();
        }
        known.insert(file.to_owned(), (stamp, etag.clone()));
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may stop")]

    use super::*;
    use proptest::prelude::*;

    #[test]
    fn conditions_hold_as_the_standard_says() {
        let there = ETag::of(b"there");
        let mark = there.text().to_owned();
        let weak = format!("W/{mark}");
        let some = Some(&there);
        let check = |if_match: Option<&str>, if_none_match: Option<&str>, now: Option<&ETag>, holds: bool| {
            let conditions = Conditions::read(if_match, if_none_match);
            assert_eq!(conditions.check(now).is_ok(), holds, "{conditions:?} {now:?}");
        };
        check(None, None, some, true);
        check(None, None, None, true);
        check(Some(&mark), None, some, true);
        check(Some(&mark), None, None, false);
        check(Some("\"other\""), None, some, false);
        check(Some(&format!("\"other\", {mark}")), None, some, true);
        check(Some(&weak), None, some, false);
        check(Some("*"), None, some, true);
        check(Some("*"), None, None, false);
        check(None, Some("*"), some, false);
        check(None, Some("*"), None, true);
        check(None, Some(&mark), some, false);
        check(None, Some("\"other\""), some, true);
        check(Some(""), None, some, false);
        assert!(Conditions::read(None, Some(&weak)).are_met_by_copy(&there));
        assert!(!Conditions::read(None, Some("\"other\"")).are_met_by_copy(&there));
    }

    #[test]
    fn a_file_changed_by_hand_has_another_mark_at_once() {
        let folder = crate::folder::test_folder("marks");
        let (file, etags) = (folder.join("a.json"), ETags::default());
        for content in ["one", "two", "six"] {
            std::fs::write(&file, content).unwrap();
            assert_eq!(
                etags.of(&file).unwrap(),
                ETag::of(content.as_bytes()),
                "{content}"
            );
            assert_eq!(
                etags.read(&file).unwrap().etag,
                ETag::of(content.as_bytes()),
                "{content}"
            );
        }
    }

    proptest! {
        #[test]
        fn contents_are_the_same_when_their_marks_are(one in prop::collection::vec(any::<u8>(), 0..40), other in prop::collection::vec(any::<u8>(), 0..40)) {
            prop_assert_eq!(ETag::of(&one) == ETag::of(&other), one == other);
            let etag = ETag::of(&one);
            prop_assert_eq!(etag.text().len(), 66);
            prop_assert!(etag.text().bytes().all(|byte| byte == b'"' || byte.is_ascii_hexdigit()));
        }
    }
}
