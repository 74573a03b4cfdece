//! The files that a lesson names, asked for from the site before the lesson is looked at.

use crate::browser::fetch::{self, FetchFault};
use crate::site::lesson_file;
use lesson::lint::{Site, files_named};
use std::collections::BTreeMap;

#[derive(Debug, PartialEq)]
enum Found {
    Text(String),
    /// A file that is no text, or one that did not come for another reason: nothing bad is said of it.
    There,
    Missing,
}

/// What the site has of the files that one lesson names; every other file counts as missing.
#[derive(Debug, PartialEq)]
pub struct FilesAround(BTreeMap<String, Found>);

impl FilesAround {
    /// Asks for each of them, one after the other: authors have time, and a small server is not flooded.
    pub async fn fetch(source: &str, path: &str) -> Self {
        let mut files = BTreeMap::new();
        for name in files_named(source, path) {
            let address = lesson_file(&name);
            let found = if name.ends_with(".md") {
                fetch::text(&address).await.map(Found::Text)
            } else {
                fetch::look(&address).await.map(|()| Found::There)
            };
            let found = found.unwrap_or_else(|fault| match fault {
                // Some web spaces answer with their home page instead of "there is no such file".
                FetchFault::Missing | FetchFault::NotTheFile => Found::Missing,
                FetchFault::NoAnswer | FetchFault::TooLarge => Found::There,
            });
            files.insert(name, found);
        }
        Self(files)
    }
}

impl Site for FilesAround {
    fn text(&self, path: &str) -> Option<String> {
        match self.0.get(path) {
            Some(Found::Text(text)) => Some(text.clone()),
            _ => None,
        }
    }

    fn has(&self, path: &str) -> bool {
        !matches!(self.0.get(path), None | Some(Found::Missing))
    }
}
