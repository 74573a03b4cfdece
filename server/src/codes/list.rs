//! The list of codes in the data folder, `codes.json`: for each code its pseudonym, its space, its role and what
//! argon2id made of it. The codes themselves are only on the sheet.

use super::{Code, Role, Who};
use serde::{Deserialize, Serialize};
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// The file in the data folder.
const FILE: &str = "codes.json";

const FORMAT: &str = "fabrique/codes";
const VERSION: u32 = 1;

/// Why the list cannot be read or written.
#[derive(Debug)]
pub enum ListProblem {
    /// The file or its folder does not obey.
    File(PathBuf, io::Error),
    /// It is no list of codes: the line, from 1, and what was seen.
    Unreadable(PathBuf, String),
    /// It was written by a newer version.
    Newer(PathBuf),
    /// The system gave no chance or no memory for a code.
    NoChance,
}

/// The codes of a data folder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct CodeList {
    entries: Vec<Entry>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Entry {
    who: Who,
    hash: String,
    is_revoked: bool,
}

#[derive(Deserialize, Serialize)]
struct SavedList {
    format: String,
    v: u32,
    codes: Vec<SavedEntry>,
}

#[derive(Deserialize, Serialize)]
struct SavedEntry {
    name: String,
    space: String,
    role: String,
    hash: String,
    #[serde(default)]
    revoked: bool,
}

impl CodeList {
    /// The file of that data folder.
    pub fn file(data: &Path) -> PathBuf {
        data.join(FILE)
    }

    /// Reads the list of a data folder; empty when there is none yet.
    ///
    /// # Errors
    ///
    /// When it is there and cannot be read.
    pub fn read(data: &Path) -> Result<Self, ListProblem> {
        let file = Self::file(data);
        let text = match fs::read_to_string(&file) {
            Ok(text) => text,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Self::default()),
            Err(error) => return Err(ListProblem::File(file, error)),
        };
        let unreadable = |what: String| ListProblem::Unreadable(file.clone(), what);
        let saved: SavedList = serde_json::from_str(&text).map_err(|error| unreadable(error.to_string()))?;
        if saved.format != FORMAT {
            return Err(unreadable(format!("format {}", saved.format)));
        }
        if saved.v > VERSION {
            return Err(ListProblem::Newer(file));
        }
        let entries = saved.codes.into_iter().map(|saved| {
            let role = Role::from_saved_name(&saved.role)
                .ok_or_else(|| unreadable(format!("role {}", saved.role)))?;
            if !is_a_space(&saved.space) || !is_a_pseudonym(&saved.name) {
                return Err(unreadable(format!("{}/{}", saved.space, saved.name)));
            }
            Ok(Entry {
                who: Who {
                    name: saved.name,
                    space: saved.space,
                    role,
                },
                hash: saved.hash,
                is_revoked: saved.revoked,
            })
        });
        Ok(Self {
            entries: entries.collect::<Result<_, _>>()?,
        })
    }

    /// Writes the list whole or not at all, for its owner's eyes only.
    ///
    /// # Errors
    ///
    /// When the folder or the disk does not obey.
    pub fn write(&self, data: &Path) -> Result<(), ListProblem> {
        let saved = SavedList {
            format: FORMAT.to_owned(),
            v: VERSION,
            codes: self
                .entries
                .iter()
                .map(|entry| SavedEntry {
                    name: entry.who.name.clone(),
                    space: entry.who.space.clone(),
                    role: entry.who.role.saved_name().to_owned(),
                    hash: entry.hash.clone(),
                    revoked: entry.is_revoked,
                })
                .collect(),
        };
        let file = Self::file(data);
        let mut text = serde_json::to_string_pretty(&saved)
            .map_err(|error| ListProblem::File(file.clone(), error.into()))?;
        text.push('\n');
        replace(data, &file, text.as_bytes()).map_err(|error| ListProblem::File(file, error))
    }

    /// Makes a code for somebody new in a space.
    ///
    /// # Errors
    ///
    /// When the system gives no chance or no memory.
    pub fn add_by_chance(&mut self, space: &str, role: Role) -> Result<Code, ListProblem> {
        loop {
            let code = Code::by_chance().map_err(|_| ListProblem::NoChance)?;
            if self.position(&code.pseudonym()).is_none() {
                self.add(&code, space, role)?;
                return Ok(code);
            }
        }
    }

    /// Adds a code that was chosen. One with the same pseudonym is replaced.
    ///
    /// # Errors
    ///
    /// When the system gives no chance or no memory.
    pub fn add(&mut self, code: &Code, space: &str, role: Role) -> Result<(), ListProblem> {
        let name = code.pseudonym();
        let entry = Entry {
            hash: code.hashed().map_err(|_| ListProblem::NoChance)?,
            who: Who {
                name: name.clone(),
                space: space.to_owned(),
                role,
            },
            is_revoked: false,
        };
        match self.position(&name) {
            Some(at) => self.entries[at] = entry,
            None => self.entries.push(entry),
        }
        Ok(())
    }

    /// Gives somebody another code for the same folder: the pseudonym stays, the four other words are new. `None` when
    /// nobody is called that.
    ///
    /// # Errors
    ///
    /// When the system gives no chance or no memory.
    pub fn renew(&mut self, name: &str) -> Result<Option<Code>, ListProblem> {
        let Some(at) = self.position(name) else {
            return Ok(None);
        };
        let fresh = Code::by_chance().map_err(|_| ListProblem::NoChance)?;
        let secret: Vec<&str> = fresh
            .text()
            .split('-')
            .skip(super::WORDS_OF_A_PSEUDONYM)
            .collect();
        let Some(code) = Code::read(&format!("{name}-{}", secret.join("-"))) else {
            return Ok(None);
        };
        let Who { space, role, .. } = self.entries[at].who.clone();
        self.add(&code, &space, role)?;
        Ok(Some(code))
    }

    /// Takes a code back by its pseudonym; the folder stays. Whether somebody is called that.
    pub fn revoke(&mut self, name: &str) -> bool {
        let at = self.position(name);
        if let Some(at) = at {
            self.entries[at].is_revoked = true;
        }
        at.is_some()
    }

    /// Everybody, in the order in which codes were made, and whether the code was taken back.
    pub fn people(&self) -> impl Iterator<Item = (&Who, bool)> {
        self.entries.iter().map(|entry| (&entry.who, entry.is_revoked))
    }

    /// What is kept of the code of a pseudonym: who it is, the hash, whether it was taken back.
    pub(super) fn find(&self, name: &str) -> Option<(&Who, &str, bool)> {
        let entry = &self.entries[self.position(name)?];
        Some((&entry.who, &entry.hash, entry.is_revoked))
    }

    fn position(&self, name: &str) -> Option<usize> {
        self.entries.iter().position(|entry| entry.who.name == name)
    }
}

/// Whether a space may be called that: 1 to 64 of `a`–`z`, `0`–`9` and `-`, as it stands in addresses.
pub fn is_a_space(name: &str) -> bool {
    let fits = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
    (1..=64).contains(&name.len()) && name.bytes().all(fits) && crate::dav::path::is_allowed(name)
}

fn is_a_pseudonym(name: &str) -> bool {
    is_a_space(name) && name.split('-').count() == super::WORDS_OF_A_PSEUDONYM
}

fn replace(data: &Path, file: &Path, bytes: &[u8]) -> io::Result<()> {
    fs::create_dir_all(data)?;
    let temporary = data.join(".tmp-codes");
    let mut options = fs::OpenOptions::new();
    options.write(true).create(true).truncate(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut open = options.open(&temporary)?;
    open.write_all(bytes)?;
    open.sync_all()?;
    fs::rename(&temporary, file)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, reason = "a test may stop")]

    use super::*;

    #[test]
    fn what_was_written_is_read_again() {
        let data = crate::folder::test_folder("codes");
        let mut list = CodeList::read(&data).unwrap();
        assert_eq!(list, CodeList::default());
        let code = list.add_by_chance("mardi", Role::Participant).unwrap();
        list.add_by_chance("mardi", Role::Trainer).unwrap();
        assert!(list.revoke(&code.pseudonym()));
        assert!(!list.revoke("personne-ici"));
        list.write(&data).unwrap();
        assert_eq!(CodeList::read(&data).unwrap(), list);
        assert!(
            !fs::read_to_string(CodeList::file(&data))
                .unwrap()
                .contains(code.text())
        );
        let renewed = list.renew(&code.pseudonym()).unwrap().unwrap();
        assert_eq!(renewed.pseudonym(), code.pseudonym());
        let (_, hash, is_revoked) = list.find(&code.pseudonym()).unwrap();
        let mut memory = crate::codes::Memory::default();
        assert!(renewed.is_of(hash, &mut memory) && !code.is_of(hash, &mut memory) && !is_revoked);
    }

    #[test]
    fn a_list_that_is_none_is_said_to_be_none() {
        let data = crate::folder::test_folder("codes-unreadable");
        let newer = r#"{"format":"fabrique/codes","v":2,"codes":[]}"#;
        let outside = r#"{"format":"fabrique/codes","v":1,"codes":[{"name":"../etc","space":"a","role":"trainer","hash":""}]}"#;
        for (text, expected) in [
            ("{", "Unreadable"),
            ("{}", "Unreadable"),
            (newer, "Newer"),
            (outside, "Unreadable"),
        ] {
            fs::write(CodeList::file(&data), text).unwrap();
            let problem = format!("{:?}", CodeList::read(&data).unwrap_err());
            assert!(problem.starts_with(expected), "{text}: {problem}");
        }
    }
}
