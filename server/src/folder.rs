//! The class folder on the disk: ordinary files, each replaced whole or not at all.
//!
//! A write happens with its participant's folder locked: the condition is looked at, the content goes to a temporary
//! file, to the disk, then to its name in one step. What it replaces is kept a while under `.history/`. A reader has
//! the file as it was or as it is, never a part of it.

mod content;
mod history;
mod share;

pub use content::{Conditions, Content, ETag};

use crate::dav::path::{ERASED, Inside, is_a_files_name, is_allowed};
use crate::refusal::Refusal;
use content::ETags;
use share::Share;
use std::collections::HashMap;
use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::SystemTime;

/// How files that are being written begin.
const TEMPORARY: &str = ".tmp-";

/// How much may be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Limits {
    /// Bytes of one file.
    pub file_bytes: u64,
    /// Bytes of one participant; what is replaced and kept may be as much again.
    pub share_bytes: u64,
    /// Files of one participant.
    pub share_files: u64,
    /// Whether a write without a condition is refused.
    pub asks_for_conditions: bool,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            file_bytes: 8 << 20,
            share_bytes: 100 << 20,
            share_files: 5_000,
            asks_for_conditions: false,
        }
    }
}

/// A line of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// The names from the folder that was asked for; none is that folder.
    pub name: Option<String>,
    /// What is there.
    pub what: What,
    /// When it was last written.
    pub modified: Option<SystemTime>,
}

/// What stands at a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// A folder.
    Folder,
    /// A file.
    File {
        /// Its length in bytes.
        bytes: u64,
        /// The mark of its content.
        etag: ETag,
    },
}

/// Whoever holds it writes alone in that folder.
type LockedShare = Arc<tokio::sync::Mutex<Share>>;

/// The class folder.
pub struct Folder {
    data: PathBuf,
    limits: Limits,
    etags: ETags,
    /// By space and owner.
    shares: Mutex<HashMap<(String, String), LockedShare>>,
    count: AtomicU64,
}

impl Folder {
    /// The class folder in a data folder, which is made if it is missing. What a power cut left half-written is swept.
    ///
    /// # Errors
    ///
    /// When the folder cannot be made or written in.
    pub fn open(data: &Path, limits: Limits) -> io::Result<Self> {
        fs::create_dir_all(data)?;
        let data = data.canonicalize()?;
        let trial = data.join(format!("{TEMPORARY}trial"));
        fs::write(&trial, "trial")?;
        sweep(&data)?;
        let folder = Self {
            data,
            limits,
            etags: ETags::default(),
            shares: Mutex::default(),
            count: AtomicU64::new(0),
        };
        folder.forget_old_versions()?;
        Ok(folder)
    }

    /// How much may be written.
    pub fn limits(&self) -> Limits {
        self.limits
    }

    /// The lock of a participant's folder: hold it while something in there is written.
    pub fn share(&self, inside: &Inside) -> LockedShare {
        let mut shares = self.shares.lock().unwrap_or_else(PoisonError::into_inner);
        let key = (inside.space.clone(), inside.owner.clone());
        shares.entry(key).or_default().clone()
    }

    /// Makes the folder of somebody whose code is known, when it is not there yet.
    ///
    /// # Errors
    ///
    /// When the disk does not obey.
    pub fn welcome(&self, inside: &Inside) -> Result<(), Refusal> {
        let base = self.base(inside)?;
        if !base.is_dir() {
            fs::create_dir_all(&base)?;
            base.parent().map_or(Ok(()), to_the_disk)?;
            to_the_disk(&self.data)?;
        }
        Ok(())
    }

    /// The content of a file.
    ///
    /// # Errors
    ///
    /// [`Refusal::NotThere`], [`Refusal::NotDoneHere`] for a folder, [`Refusal::Symlink`].
    pub fn read(&self, inside: &Inside) -> Result<Content, Refusal> {
        let place = self.place(inside)?;
        let meta = fs::symlink_metadata(&place)?;
        if meta.is_dir() {
            return Err(Refusal::NotDoneHere);
        }
        if inside.says_folder
            || !place
                .file_name()
                .is_some_and(|name| is_a_files_name(&name.to_string_lossy()))
        {
            return Err(Refusal::NotThere);
        }
        self.etags.read(&place)
    }

    /// What is there, and what is in it when `with_inside` and it is a folder.
    ///
    /// # Errors
    ///
    /// [`Refusal::NotThere`], [`Refusal::Symlink`].
    pub fn list(&self, inside: &Inside, with_inside: bool) -> Result<Vec<Listed>, Refusal> {
        let place = self.place(inside)?;
        let mut listed = vec![self.listed(&place, None)?.ok_or(Refusal::NotThere)?];
        if with_inside && listed[0].what == What::Folder {
            listed.extend(self.children(&place)?);
        }
        Ok(listed)
    }

    /// The names of the folders of a space.
    ///
    /// # Errors
    ///
    /// When the disk does not obey; a space where nobody came yet is empty.
    pub fn people(&self, space: &str) -> Result<Vec<Listed>, Refusal> {
        match self.children(&self.data.join(space)) {
            Ok(mut listed) => {
                listed.retain(|listed| listed.what == What::Folder);
                Ok(listed)
            }
            Err(Refusal::NotThere) => Ok(Vec::new()),
            Err(refusal) => Err(refusal),
        }
    }

    /// Writes a file whole, or not at all; whether it is new, and the mark of its content.
    ///
    /// # Errors
    ///
    /// Any that `README.md` has for PUT.
    pub fn write(
        &self,
        share: &mut Share,
        inside: &Inside,
        bytes: &[u8],
        conditions: &Conditions,
    ) -> Result<(bool, ETag), Refusal> {
        let place = self.place_to_write(inside)?;
        if !place
            .file_name()
            .is_some_and(|name| is_a_files_name(&name.to_string_lossy()))
            || inside.says_folder
        {
            return Err(Refusal::NameRefused);
        }
        let parent = place.parent().ok_or(Refusal::NoParent)?;
        if !parent.is_dir() {
            return Err(Refusal::NoParent);
        }
        let now = self.listed(&place, None)?.map(|listed| listed.what);
        let old = match &now {
            Some(What::Folder) => return Err(Refusal::IsAFolder),
            Some(What::File { bytes, etag }) => Some((*bytes, etag)),
            None => None,
        };
        self.check(conditions, old.map(|(_, etag)| etag))?;
        let etag = ETag::of(bytes);
        if old.is_some_and(|(_, old)| *old == etag) {
            return Ok((false, etag));
        }
        let base = self.base(inside)?;
        let length = bytes.len() as u64;
        // Saying that somebody is erased is always possible.
        if !inside.is_the_mark_of_erasing() {
            share.make_room(&base, &self.limits, old.map(|(bytes, _)| bytes), length)?;
        }
        let temporary = self.temporary(parent, bytes)?;
        let kept = match &old {
            Some((bytes, etag)) => {
                history::keep(share, &base, &inside.names, &place, *bytes, etag, &self.limits)
            }
            None => Ok(()),
        };
        if let Err(error) = kept.and_then(|()| fs::rename(&temporary, &place)) {
            let _ = fs::remove_file(&temporary);
            return Err(error.into());
        }
        share.replaced(old.map(|(bytes, _)| bytes), Some(length));
        self.etags.remember(&place, &etag);
        to_the_disk(parent)?;
        Ok((old.is_none(), etag))
    }

    /// Removes a file, an empty folder, or all of a participant that was erased.
    ///
    /// # Errors
    ///
    /// Any that `README.md` has for DELETE.
    pub fn remove(&self, share: &mut Share, inside: &Inside, conditions: &Conditions) -> Result<(), Refusal> {
        let base = self.base(inside)?;
        if inside.names.is_empty() {
            return self.remove_what_was_erased(share, &base);
        }
        if inside.is_the_mark_of_erasing() {
            return Err(Refusal::NotDoneHere);
        }
        let place = self.place_to_write(inside)?;
        let parent = place.parent().ok_or(Refusal::NotThere)?;
        match self.listed(&place, None)?.ok_or(Refusal::NotThere)?.what {
            What::Folder => fs::remove_dir(&place).map_err(|error| match error.kind() {
                io::ErrorKind::DirectoryNotEmpty => Refusal::FolderNotEmpty,
                _ => error.into(),
            })?,
            What::File { bytes, etag } => {
                self.check(conditions, Some(&etag))?;
                history::keep(share, &base, &inside.names, &place, bytes, &etag, &self.limits)?;
                fs::remove_file(&place)?;
                share.replaced(Some(bytes), None);
            }
        }
        to_the_disk(parent)?;
        Ok(())
    }

    /// Makes a folder.
    ///
    /// # Errors
    ///
    /// [`Refusal::NotDoneHere`] when something is there, [`Refusal::NoParent`], [`Refusal::Erased`].
    pub fn make_folder(&self, inside: &Inside) -> Result<(), Refusal> {
        let place = self.place_to_write(inside)?;
        let parent = place.parent().ok_or(Refusal::NoParent)?;
        if !parent.is_dir() {
            return Err(Refusal::NoParent);
        }
        match fs::create_dir(&place) {
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(Refusal::NotDoneHere),
            made => Ok(made.and_then(|()| to_the_disk(parent))?),
        }
    }

    fn check(&self, conditions: &Conditions, now: Option<&ETag>) -> Result<(), Refusal> {
        if self.limits.asks_for_conditions && conditions.are_none() {
            return Err(Refusal::ConditionMissing);
        }
        conditions.check(now)
    }

    /// Everything but `erased.json` goes, earlier versions too.
    fn remove_what_was_erased(&self, share: &mut Share, base: &Path) -> Result<(), Refusal> {
        if !base.is_dir() {
            return Err(Refusal::NotThere);
        }
        if !base.join(ERASED).is_file() {
            return Err(Refusal::NotErased);
        }
        for entry in fs::read_dir(base)? {
            let entry = entry?;
            if entry.file_type()?.is_dir() {
                // Does not follow symbolic links.
                fs::remove_dir_all(entry.path())?;
            } else if entry.file_name() != ERASED {
                fs::remove_file(entry.path())?;
            }
        }
        to_the_disk(base)?;
        share.forget();
        Ok(())
    }

    /// A new file with that content beside where it will stand, on the disk.
    fn temporary(&self, parent: &Path, bytes: &[u8]) -> Result<PathBuf, Refusal> {
        let number = self.count.fetch_add(1, Ordering::Relaxed);
        let file = parent.join(format!("{TEMPORARY}{}-{number}", std::process::id()));
        let written = OpenOptions::new()
            .write(true)
            .create_new(true)
            .open(&file)
            .and_then(|mut open| {
                open.write_all(bytes)?;
                open.sync_all()
            });
        written
            .map_err(|error| {
                let _ = fs::remove_file(&file);
                error.into()
            })
            .map(|()| file)
    }

    /// A participant's folder.
    fn base(&self, inside: &Inside) -> Result<PathBuf, Refusal> {
        let mut place = self.data.clone();
        for name in [&inside.space, &inside.owner] {
            place.push(name);
            no_link(&place)?;
        }
        Ok(place)
    }

    fn place(&self, inside: &Inside) -> Result<PathBuf, Refusal> {
        let mut place = self.base(inside)?;
        for name in &inside.names {
            place.push(name);
            no_link(&place)?;
        }
        Ok(place)
    }

    /// The place, unless its participant was erased.
    fn place_to_write(&self, inside: &Inside) -> Result<PathBuf, Refusal> {
        let base = self.base(inside)?;
        if !inside.is_of_the_trainer() && !inside.is_the_mark_of_erasing() && base.join(ERASED).exists() {
            return Err(Refusal::Erased);
        }
        self.place(inside)
    }

    fn children(&self, place: &Path) -> Result<Vec<Listed>, Refusal> {
        let mut listed = Vec::new();
        for entry in fs::read_dir(place)? {
            let entry = entry?;
            if let Ok(name) = entry.file_name().into_string()
                && is_allowed(&name)
            {
                // One that goes away meanwhile is not there.
                listed.extend(self.listed(&entry.path(), Some(name)).ok().flatten());
            }
        }
        listed.sort_by(|one, other| one.name.cmp(&other.name));
        Ok(listed)
    }

    fn listed(&self, place: &Path, name: Option<String>) -> Result<Option<Listed>, Refusal> {
        let meta = match fs::symlink_metadata(place) {
            Ok(meta) => meta,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(None),
            Err(error) if error.kind() == io::ErrorKind::NotADirectory => return Err(Refusal::NoParent),
            Err(error) => return Err(error.into()),
        };
        let is_kept = || {
            place
                .file_name()
                .is_some_and(|name| is_a_files_name(&name.to_string_lossy()))
        };
        let what = if meta.is_dir() {
            What::Folder
        } else if meta.is_file() && is_kept() {
            What::File {
                bytes: meta.len(),
                etag: self.etags.of(place)?,
            }
        } else {
            return Ok(None);
        };
        Ok(Some(Listed {
            name,
            what,
            modified: meta.modified().ok(),
        }))
    }

    /// Forgets earlier versions that were kept long enough. At the start, and once a day.
    ///
    /// # Errors
    ///
    /// When the disk does not obey.
    pub fn forget_old_versions(&self) -> io::Result<()> {
        let now = SystemTime::now();
        walk(&self.data, &mut |path, is_in_history| {
            if is_in_history && history::is_old(path, now) {
                fs::remove_file(path)?;
            }
            Ok(())
        })
    }
}

/// Refuses a symbolic link.
fn no_link(place: &Path) -> Result<(), Refusal> {
    match fs::symlink_metadata(place) {
        Ok(meta) if meta.file_type().is_symlink() => Err(Refusal::Symlink),
        _ => Ok(()),
    }
}

/// Removes temporary files that a stop left.
fn sweep(data: &Path) -> io::Result<()> {
    walk(data, &mut |path, _| {
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        if name.starts_with(TEMPORARY) {
            fs::remove_file(path)?;
        }
        Ok(())
    })
}

/// Calls for each file below a folder, telling whether it is an earlier version. Symbolic links are not followed.
fn walk(folder: &Path, each: &mut impl FnMut(&Path, bool) -> io::Result<()>) -> io::Result<()> {
    let mut to_visit = vec![(folder.to_owned(), false)];
    while let Some((folder, is_in_history)) = to_visit.pop() {
        for entry in fs::read_dir(&folder)? {
            let entry = entry?;
            let kind = entry.file_type()?;
            if kind.is_dir() {
                let is_history = is_in_history || entry.file_name() == history::FOLDER;
                to_visit.push((entry.path(), is_history));
            } else if kind.is_file() {
                each(&entry.path(), is_in_history)?;
            }
        }
    }
    Ok(())
}

/// Has the disk keep the names in a folder.
#[cfg(unix)]
fn to_the_disk(folder: &Path) -> io::Result<()> {
    fs::File::open(folder)?.sync_all()
}

/// Windows keeps names with the files; a folder cannot be opened there.
#[cfg(not(unix))]
fn to_the_disk(_folder: &Path) -> io::Result<()> {
    Ok(())
}

/// An empty folder for a test.
#[cfg(test)]
pub(crate) fn test_folder(name: &str) -> PathBuf {
    let folder = std::env::temp_dir().join(format!("fabrique-{name}-{}", std::process::id()));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    folder
}
