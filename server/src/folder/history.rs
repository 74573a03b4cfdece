//! Earlier versions: what a write replaced or a removal took, in `.history/` of the participant's folder, where only
//! people at the machine come.

use super::content::ETag;
use super::share::Share;
use super::{Limits, walk};
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// The folder of earlier versions.
pub const FOLDER: &str = ".history";

/// How many versions of a file are kept.
const VERSIONS: usize = 20;

/// How long they are kept.
const KEPT: Duration = Duration::from_secs(30 * 24 * 60 * 60);

/// Versions that were forgotten.
#[derive(Clone, Copy, Debug, Default)]
pub struct Forgotten {
    pub bytes: u64,
    pub files: u64,
}

/// Keeps a file as it is, before it is replaced or removed: `.history/<its path>/<milliseconds since 1970>-<mark>`
/// with its ending. Without room for it nothing is kept: a save is worth more than an earlier one.
pub fn keep(
    share: &mut Share,
    base: &Path,
    names: &[String],
    file: &Path,
    bytes: u64,
    etag: &ETag,
    limits: &Limits,
) -> io::Result<()> {
    let mut folder = base.join(FOLDER);
    folder.extend(names);
    let mut versions = versions(&folder)?;
    let mut forgotten = Forgotten::default();
    while versions.len() >= VERSIONS {
        let (oldest, length) = versions.remove(0);
        fs::remove_file(oldest)?;
        forgotten.bytes += length;
        forgotten.files += 1;
    }
    let usage = share.usage(base)?;
    let has_room = usage.kept_bytes.saturating_sub(forgotten.bytes) + bytes <= limits.share_bytes
        && usage.kept_files.saturating_sub(forgotten.files) < limits.share_files;
    if !has_room {
        return Ok(());
    }
    fs::create_dir_all(&folder)?;
    let ending = file.extension().unwrap_or_default().to_string_lossy();
    // A clock that went back must not make the newest look oldest.
    let after = versions
        .last()
        .and_then(|(path, _)| instant(path))
        .map_or(0, |last| last + 1);
    let now = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .map_or(0, |since| since.as_millis());
    let version = folder.join(format!("{:013}-{}.{ending}", now.max(after), etag.short()));
    // The same bytes under a second name; sticks with FAT have no second names.
    fs::hard_link(file, &version).or_else(|_| fs::copy(file, &version).map(|_| ()))?;
    share.kept(bytes, forgotten);
    Ok(())
}

/// Whether a version was kept for long enough.
pub fn is_old(version: &Path, now: SystemTime) -> bool {
    let since = now.duration_since(UNIX_EPOCH).unwrap_or_default().as_millis();
    instant(version).is_some_and(|then| since.saturating_sub(then) > KEPT.as_millis())
}

/// When a version was replaced, in milliseconds since 1970, by its name.
fn instant(version: &Path) -> Option<u128> {
    version.file_name()?.to_str()?.split_once('-')?.0.parse().ok()
}

/// The versions of a file with their lengths, oldest first.
fn versions(folder: &Path) -> io::Result<Vec<(PathBuf, u64)>> {
    let mut versions = Vec::new();
    if folder.is_dir() {
        walk(folder, &mut |path, _| {
            versions.push((path.to_owned(), fs::symlink_metadata(path)?.len()));
            Ok(())
        })?;
    }
    versions.sort();
    Ok(versions)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may stop")]

    use super::*;

    fn save(share: &mut Share, base: &Path, content: &str, limits: &Limits) {
        let file = base.join("a.json");
        if let Ok(old) = fs::read(&file) {
            keep(
                share,
                base,
                &["a.json".to_owned()],
                &file,
                old.len() as u64,
                &ETag::of(&old),
                limits,
            )
            .unwrap();
            fs::remove_file(&file).unwrap();
        }
        fs::write(&file, content).unwrap();
    }

    #[test]
    fn the_last_twenty_versions_are_kept_in_order() {
        let base = crate::folder::test_folder("history");
        let mut share = Share::default();
        for number in 0..30 {
            save(
                &mut share,
                &base,
                &format!("version {number}"),
                &Limits::default(),
            );
        }
        let kept: Vec<String> = versions(&base.join(FOLDER))
            .unwrap()
            .into_iter()
            .map(|(path, _)| fs::read_to_string(path).unwrap())
            .collect();
        let expected: Vec<String> = (9..29).map(|number| format!("version {number}")).collect();
        assert_eq!(kept, expected);
        let counted = share.usage(&base).unwrap();
        share.forget();
        assert_eq!(share.usage(&base).unwrap().kept_bytes, counted.kept_bytes);
        assert_eq!(counted.kept_files, 20);
    }

    #[test]
    fn versions_never_take_more_than_a_share() {
        let base = crate::folder::test_folder("history-full");
        let limits = Limits {
            share_bytes: 50,
            ..Limits::default()
        };
        let mut share = Share::default();
        for number in 0..30 {
            save(&mut share, &base, &format!("version {number:02}"), &limits);
        }
        assert_eq!(share.usage(&base).unwrap().kept_bytes, 50);
    }

    #[test]
    fn a_version_is_old_after_thirty_days() {
        let version = Path::new("0000000000000-0123abcd.json");
        let day = Duration::from_secs(24 * 60 * 60);
        assert!(!is_old(version, UNIX_EPOCH + 30 * day));
        assert!(is_old(version, UNIX_EPOCH + 31 * day));
        assert!(!is_old(Path::new("other.json"), UNIX_EPOCH + 31 * day));
    }
}
