//! The author's file, made ready for reading: no byte order mark, one kind of line end; and where each byte of it
//! stands for an editor.

use crate::problem::Place;
use std::cell::Cell;

/// A file longer than this is not read whole: a lesson is 5 to 20 kB, and a phone must stay alive.
pub const MOST_BYTES: usize = 1_000_000;

/// How much of a file that is too long is shown.
const SHOWN_BYTES: usize = 100_000;

/// A text whose lines end in LF alone, with the place of each of its bytes.
#[derive(Debug)]
pub(crate) struct Source {
    text: String,
    /// Byte offset of the start of each line.
    line_starts: Vec<usize>,
    /// The file was longer than [`MOST_BYTES`].
    is_cut: bool,
    /// The last place that was asked for, with its byte: on a line of a million characters with thousands of links,
    /// counting starts from there.
    last: Cell<(usize, Place)>,
}

impl Source {
    /// Reads a file's text.
    pub(crate) fn new(original: &str) -> Self {
        let is_cut = original.len() > MOST_BYTES;
        let mut end = original.len();
        if is_cut {
            end = original.floor_char_boundary(SHOWN_BYTES);
        }
        let mut text = String::with_capacity(end);
        let mut line_starts = vec![0];
        for line in lines(&original[..end]) {
            text.push_str(line);
            text.push('\n');
            line_starts.push(text.len());
        }
        Self {
            text,
            line_starts,
            is_cut,
            last: Cell::new((0, Place { line: 1, column: 1 })),
        }
    }

    /// The text: LF line ends, the last line ended too.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// Whether only the beginning of the file is here.
    pub(crate) fn is_cut(&self) -> bool {
        self.is_cut
    }

    /// The place of a byte of [`Self::text`].
    pub(crate) fn place(&self, offset: usize) -> Place {
        let offset = self.text.floor_char_boundary(offset);
        let index = self
            .line_starts
            .partition_point(|&start| start <= offset)
            .saturating_sub(1);
        let line = index + 1;
        let start = self.line_starts.get(index).copied().unwrap_or(0);
        let (last_offset, last) = self.last.get();
        let (from, column) = if last.line == line && (start..=offset).contains(&last_offset) {
            (last_offset, last.column)
        } else {
            (start, 1)
        };
        let column = column + self.text[from..offset].chars().count();
        let place = Place { line, column };
        self.last.set((offset, place));
        place
    }
}

/// The lines of a file, without their ends (LF, CR LF or CR), without byte order mark.
pub(crate) fn lines(original: &str) -> impl Iterator<Item = &str> {
    let mut rest = original.strip_prefix('\u{feff}').unwrap_or(original);
    std::iter::from_fn(move || {
        if rest.is_empty() {
            return None;
        }
        let end = rest.find(['\n', '\r']).unwrap_or(rest.len());
        let line = &rest[..end];
        let after = &rest[end..];
        rest = after
            .strip_prefix("\r\n")
            .or_else(|| after.strip_prefix(['\n', '\r']))
            .unwrap_or("");
        Some(line)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_those_of_an_editor_whatever_the_line_ends() {
        for text in ["é\nàb\n", "\u{feff}é\r\nàb\r\n", "é\ràb"] {
            let source = Source::new(text);
            assert_eq!(source.text(), "é\nàb\n");
            let b = source.text().find('b').unwrap_or_default();
            assert_eq!(source.place(b), Place { line: 2, column: 2 });
        }
    }
}
