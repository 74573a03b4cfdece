//! The path of a request, read once: names that may become names of files, and what they stand for.

use crate::refusal::Refusal;
use std::fmt::Write;

/// The file that says that a participant was erased.
pub const ERASED: &str = "erased.json";

/// Folders of a space that belong to its trainer.
const OF_THE_TRAINER: [&str; 2] = ["published", "notes"];

/// Endings of the files that are kept.
const ENDINGS: [&str; 4] = ["json", "svg", "md", "png"];

/// Longest name, in bytes of UTF-8.
const LONGEST_NAME: usize = 100;

/// Most names below the space.
const DEEPEST: usize = 8;

/// Signs of a name besides letters and digits.
const SIGNS: &str = " -_.,()'’+";

/// Names that Windows keeps for devices, whatever their ending.
const WINDOWS_KEEPS: [&str; 22] = [
    "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9",
    "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
];

/// What a path below `/dav/` stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Place {
    /// `/dav/` itself.
    Root,
    /// A space.
    Space(String),
    /// A file or a folder of a participant, or of the trainer.
    Inside(Inside),
}

/// A file or a folder below a participant's or a trainer's folder.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inside {
    /// The space.
    pub space: String,
    /// The participant's pseudonym, or `published` or `notes`.
    pub owner: String,
    /// Names below that folder; none is the folder itself.
    pub names: Vec<String>,
    /// The path ended with a slash.
    pub says_folder: bool,
}

impl Inside {
    /// Whether this is the trainer's.
    pub fn is_of_the_trainer(&self) -> bool {
        OF_THE_TRAINER.contains(&self.owner.as_str())
    }

    /// Whether this is a participant's `erased.json`.
    pub fn is_the_mark_of_erasing(&self) -> bool {
        !self.is_of_the_trainer() && self.names == [ERASED]
    }

    /// Whether this is `published/` of a participant, or something in it.
    pub fn is_published(&self) -> bool {
        self.names.first().is_some_and(|name| name == "published")
    }
}

/// Reads what comes after `/dav`, percent-encoded.
pub fn read(raw: &str) -> Result<Place, Refusal> {
    let mut names = Vec::new();
    for part in raw.split('/').filter(|part| !part.is_empty()) {
        let name = decoded(part).ok_or(Refusal::BadPath)?;
        if name == "." || name == ".." || name.contains(['/', '\\', '\0']) {
            return Err(Refusal::BadPath);
        }
        if !is_allowed(&name) {
            return Err(Refusal::NameRefused);
        }
        names.push(name);
    }
    let mut names = names.into_iter();
    let Some(space) = names.next() else {
        return Ok(Place::Root);
    };
    let Some(owner) = names.next() else {
        return Ok(Place::Space(space));
    };
    let names: Vec<String> = names.collect();
    if names.len() >= DEEPEST {
        return Err(Refusal::NameRefused);
    }
    Ok(Place::Inside(Inside {
        space,
        owner,
        names,
        says_folder: raw.ends_with('/'),
    }))
}

/// Whether a file may be called that: one of the endings that are kept.
pub fn is_a_files_name(name: &str) -> bool {
    name.rsplit_once('.')
        .is_some_and(|(stem, ending)| !stem.is_empty() && ENDINGS.contains(&ending))
}

/// Whether a name means the same on every disk: no sign that one of them refuses, composed letters only, none of the
/// names that Windows keeps.
pub fn is_allowed(name: &str) -> bool {
    let combines = |letter: char| ('\u{300}'..='\u{36f}').contains(&letter);
    let fits = |letter: char| (letter.is_alphanumeric() && !combines(letter)) || SIGNS.contains(letter);
    let stem = name.split('.').next().unwrap_or(name).to_ascii_lowercase();
    (1..=LONGEST_NAME).contains(&name.len())
        && name.chars().all(fits)
        && !name.starts_with(['.', ' '])
        && !name.ends_with(['.', ' '])
        && !WINDOWS_KEEPS.contains(&stem.as_str())
}

/// A part of a path without its `%`; `None` when they are broken or not UTF-8.
pub fn decoded(part: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(part.len());
    let mut rest = part.bytes();
    while let Some(byte) = rest.next() {
        bytes.push(if byte == b'%' {
            let mut digit = || char::from(rest.next()?).to_digit(16);
            u8::try_from(digit()? * 16 + digit()?).ok()?
        } else {
            byte
        });
    }
    String::from_utf8(bytes).ok()
}

/// A name as it stands in a path.
pub fn encoded(name: &str) -> String {
    let mut path = String::with_capacity(name.len());
    for byte in name.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.".contains(&byte) {
            path.push(char::from(byte));
        } else {
            // Writing to a string never fails.
            let _ = write!(path, "%{byte:02X}");
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn inside(raw: &str) -> Inside {
        match read(raw) {
            Ok(Place::Inside(inside)) => inside,
            other => panic!("{raw}: {other:?}"),
        }
    }

    #[test]
    fn a_path_is_read_into_its_names() {
        assert_eq!(read("/"), Ok(Place::Root));
        assert_eq!(read(""), Ok(Place::Root));
        assert_eq!(read("/mardi/"), Ok(Place::Space("mardi".to_owned())));
        let file = inside("/mardi/renard-bleu/published/bo%C3%AEte%20de%20L%C3%A9a.svg");
        assert_eq!(file.names, ["published", "boîte de Léa.svg"]);
        assert!(file.is_published());
        assert!(inside("/mardi/renard-bleu/erased.json").is_the_mark_of_erasing());
        assert!(inside("/mardi/notes/a.md").is_of_the_trainer());
    }

    #[test]
    fn what_leads_out_or_is_refused_by_a_disk_is_no_path() {
        for raw in [
            "/../x",
            "/a/%2e%2e/b",
            "/a/..%2fb",
            "/a/%00",
            "/a/b%5cc",
            "/%zz",
            "/%4",
            "/a/%ff",
            "/a/./b",
        ] {
            assert_eq!(read(raw), Err(Refusal::BadPath), "{raw}");
        }
        for raw in [
            "/a/.history",
            "/a/b/nul.json",
            "/a/b/COM1",
            "/a/b/c:d.json",
            "/a/b/%65%CC%81.json",
            "/a/b/c.",
            "/a/b/%0a",
        ] {
            assert_eq!(read(raw), Err(Refusal::NameRefused), "{raw}");
        }
        assert_eq!(read("/s/p/1/2/3/4/5/6/7/8"), Err(Refusal::NameRefused));
    }

    #[test]
    fn files_have_a_known_ending() {
        for name in ["a.json", "a.b.svg", "é.md", "x.png"] {
            assert!(is_a_files_name(name), "{name}");
        }
        for name in ["a", "a.html", "a.json.exe", "a.svgz", ".json", "a.SVG"] {
            assert!(!is_a_files_name(name), "{name}");
        }
    }

    proptest! {
        #[test]
        fn whatever_is_read_names_one_file_below(raw in "(/|%2f|%2e|\\.|%00|\\\\|a|é|%C3%A9|~|:){0,20}") {
            if let Ok(Place::Inside(inside)) = read(&raw) {
                for name in std::iter::once(&inside.owner).chain(&inside.names) {
                    prop_assert!(is_allowed(name) && !name.contains(['/', '\\', '\0', ':']) && name != "..");
                }
            }
        }

        #[test]
        fn an_encoded_name_is_read_again(name in "[a-zé0-9 '’+-]{1,20}x") {
            prop_assume!(is_allowed(&name));
            prop_assert_eq!(decoded(&encoded(&name)), Some(name));
        }
    }
}
