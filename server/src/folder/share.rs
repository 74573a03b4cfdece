//! A participant's share of the disk.

use super::{Limits, history, walk};
use crate::refusal::Refusal;
use std::io;
use std::path::Path;
use std::time::{Duration, Instant};

/// After this time the disk is counted again: files may have been put there by hand.
const COUNTED_AGAIN: Duration = Duration::from_secs(60);

/// What a participant has on the disk. Whoever holds it writes alone in that folder.
#[derive(Debug, Default)]
pub struct Share {
    counted: Option<(Usage, Instant)>,
}

/// Bytes and files.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Usage {
    pub bytes: u64,
    pub files: u64,
    /// The same of what was replaced and is kept.
    pub kept_bytes: u64,
    pub kept_files: u64,
}

impl Share {
    /// What is used now.
    pub fn usage(&mut self, base: &Path) -> io::Result<Usage> {
        if let Some((usage, when)) = self.counted
            && when.elapsed() < COUNTED_AGAIN
        {
            return Ok(usage);
        }
        let mut usage = Usage::default();
        walk(base, &mut |path, is_in_history| {
            let bytes = std::fs::symlink_metadata(path).map_or(0, |meta| meta.len());
            if is_in_history {
                usage.kept_bytes += bytes;
                usage.kept_files += 1;
            } else {
                usage.bytes += bytes;
                usage.files += 1;
            }
            Ok(())
        })?;
        self.counted = Some((usage, Instant::now()));
        Ok(usage)
    }

    /// Whether a file of that length may replace one of the old length, or be new.
    pub fn make_room(
        &mut self,
        base: &Path,
        limits: &Limits,
        old: Option<u64>,
        new: u64,
    ) -> Result<(), Refusal> {
        let usage = self.usage(base)?;
        let bytes = usage.bytes.saturating_sub(old.unwrap_or(0)) + new;
        let files = usage.files + u64::from(old.is_none());
        let grows = new > old.unwrap_or(0);
        if (grows && bytes > limits.share_bytes) || (old.is_none() && files > limits.share_files) {
            return Err(Refusal::Quota);
        }
        Ok(())
    }

    /// Counts a write or a removal.
    pub fn replaced(&mut self, old: Option<u64>, new: Option<u64>) {
        if let Some((usage, _)) = &mut self.counted {
            usage.bytes = usage.bytes.saturating_sub(old.unwrap_or(0)) + new.unwrap_or(0);
            usage.files = usage.files.saturating_sub(u64::from(old.is_some())) + u64::from(new.is_some());
        }
    }

    /// Counts an earlier version that is kept, and those that were forgotten for it.
    pub fn kept(&mut self, bytes: u64, forgotten: history::Forgotten) {
        if let Some((usage, _)) = &mut self.counted {
            usage.kept_bytes = (usage.kept_bytes + bytes).saturating_sub(forgotten.bytes);
            usage.kept_files = (usage.kept_files + 1).saturating_sub(forgotten.files);
        }
    }

    /// Counts anew next time.
    pub fn forget(&mut self) {
        self.counted = None;
    }
}
