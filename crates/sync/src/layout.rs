//! Where what stands in the folder.
//!
//! ```text
//! <space>/<participant>/progress/<device>.json        one writer: facts, and which works this device wrote
//!                       docs/<doc>/rev/<hash>.json    a text; the name says what is in it
//!                       docs/<doc>/head/<device>.json one writer: the revisions in hand of this work, and those seen
//!                       published/<name>.svg          for the machine's computer
//!                       erased.json                   erased for ever
//! ```

use crate::files::hash;
use words::spelling::without_accent;

/// A participant's folder: `space/participant`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Folder(String);

impl Folder {
    /// A folder of a path below the shared folder; `None` when a name in it could lead elsewhere.
    #[must_use]
    pub fn new(path: &str) -> Option<Self> {
        let path = path.trim_matches('/');
        let is_fine = !path.is_empty() && path.split('/').all(is_name);
        is_fine.then(|| Self(path.to_owned()))
    }

    /// The path.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The folder inside, of this name.
    #[must_use]
    pub fn inside(&self, name: &str) -> Option<Self> {
        is_name(name).then(|| Self(format!("{}/{name}", self.0)))
    }

    /// The folder with a slash at its end, as folders are asked for.
    #[must_use]
    pub fn itself(&self) -> String {
        format!("{}/", self.0)
    }

    pub(crate) fn sub(&self, name: &str) -> String {
        format!("{}/{name}/", self.0)
    }

    /// The folder of progress files.
    #[must_use]
    pub fn progress_files(&self) -> String {
        self.sub(PROGRESS)
    }

    /// The progress file of a device.
    #[must_use]
    pub fn progress(&self, device: &str) -> String {
        format!("{}/{PROGRESS}/{device}.json", self.0)
    }

    /// What a device says of a work.
    #[must_use]
    pub fn head(&self, doc: &str, device: &str) -> String {
        format!("{}/{DOCS}/{doc}/head/{device}.json", self.0)
    }

    /// A text of a work.
    #[must_use]
    pub fn revision(&self, doc: &str, hash: &str) -> String {
        format!("{}/{DOCS}/{doc}/rev/{hash}.json", self.0)
    }

    /// What is there for machines.
    #[must_use]
    pub fn published(&self, name: &str) -> String {
        format!("{}/{PUBLISHED}/{name}", self.0)
    }

    /// The mark that the person was erased.
    #[must_use]
    pub fn erased(&self) -> String {
        format!("{}/erased.json", self.0)
    }
}

/// Facts.
pub(crate) const PROGRESS: &str = "progress";
/// Works.
pub(crate) const DOCS: &str = "docs";
/// For machines.
pub(crate) const PUBLISHED: &str = "published";

/// A name of a file or folder that every server and every file system takes: 1 to 64 of `a-z`, `A-Z`, `0-9`, `-`, `_`
/// and `.`, the last never in front, and none that Windows keeps for itself.
#[must_use]
pub fn is_name(name: &str) -> bool {
    let is_letter = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b'.');
    let stem = name.split('.').next().unwrap_or_default().to_ascii_lowercase();
    let is_reserved = matches!(stem.as_str(), "con" | "prn" | "aux" | "nul")
        || (stem.len() == 4
            && (stem.starts_with("com") || stem.starts_with("lpt"))
            && stem.ends_with(|last: char| last.is_ascii_digit()));
    (1..=64).contains(&name.len())
        && name.bytes().all(is_letter)
        && !name.starts_with('.')
        && !name.ends_with('.')
        && !is_reserved
}

/// The device of a progress file's name.
#[must_use]
pub fn device_of(file: &str) -> Option<&str> {
    file.strip_suffix(".json").filter(|device| is_name(device))
}

/// The name of a work: words that one can read, and a hash that tells apart what they do not.
#[must_use]
pub fn document(lesson: &str, step: &str) -> String {
    let hash = hash(&format!("{lesson}/{step}"));
    format!("{}-{}", readable(&format!("{lesson}-{step}"), 40), &hash[..8])
}

/// Words as a name: letters without their accents, digits, and `-` for everything between; at most `longest` of them.
#[must_use]
pub(crate) fn readable(words: &str, longest: usize) -> String {
    let mut name = String::new();
    for letter in words.chars().flat_map(char::to_lowercase) {
        let plain = match without_accent(letter) {
            plain @ ('a'..='z' | '0'..='9') => plain,
            _ => '-',
        };
        if plain != '-' || !(name.is_empty() || name.ends_with('-')) {
            name.push(plain);
        }
        if name.len() >= longest {
            break;
        }
    }
    let name = name.trim_end_matches('-');
    if name.is_empty() {
        "x".to_owned()
    } else {
        name.to_owned()
    }
}
