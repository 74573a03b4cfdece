//! The workshop's file with a kerf that was measured.

use super::reader::Key;
use crate::kerf::Kerf;
use crate::length::Mm;

/// A kerf measured in the workshop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NewKerf {
    /// The line of the material's name: [`super::Stock::line`].
    pub line: usize,
    /// What was measured.
    pub kerf: Kerf,
}

/// The text of the file with a kerf that was measured, for the trainer to put on the site; all the rest as it was.
#[must_use]
pub fn with_kerf(text: &str, new: NewKerf) -> String {
    let ending = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let written = |key: Key, length: Mm| {
        let number = words::number(length.value(), words::Language::French);
        format!("- {}: {number} mm", key.names()[0])
    };
    let mut left = vec![(Key::KerfX, new.kerf.x), (Key::KerfY, new.kerf.y)];
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    let end = lines
        .iter()
        .enumerate()
        .skip(new.line)
        .find(|(_, line)| line.starts_with('#'))
        .map_or(lines.len(), |(index, _)| index);
    let mut last_entry = new.line;
    for (index, line) in lines.iter_mut().enumerate().take(end).skip(new.line) {
        let Some(entry) = line.trim().strip_prefix("- ") else {
            continue;
        };
        last_entry = index + 1;
        let key = entry
            .split(':')
            .next()
            .and_then(|name| Key::from_name(name.trim()));
        if let Some(place) = left.iter().position(|(wanted, _)| Some(*wanted) == key) {
            let (key, length) = left.remove(place);
            *line = written(key, length);
        }
    }
    let missing = left.into_iter().map(|(key, length)| written(key, length));
    let at = last_entry.min(lines.len());
    lines.splice(at..at, missing);
    lines.join(ending) + ending
}
