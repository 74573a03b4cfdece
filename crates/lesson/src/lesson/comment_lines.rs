//! Comments that carry identity: `<!-- etape: monter; min: 15; defi: oui -->`.

use super::MachineBlock;
use crate::problem::Place;
use crate::spelling::folded;

/// One `word: value` of a comment.
#[derive(Debug, PartialEq)]
pub(crate) struct Pair {
    /// Without capitals and accents.
    pub(crate) word: String,
    /// May be empty.
    pub(crate) value: String,
    /// Of the word.
    pub(crate) place: Place,
}

/// The pairs of a comment, in order. A comment of another form gives words without values.
pub(crate) fn pairs(block: &MachineBlock) -> Vec<Pair> {
    let mut pairs = Vec::new();
    for (index, (line, column, text)) in block.lines.iter().enumerate() {
        let mut column = *column;
        let mut text = text.as_str();
        if index == 0 {
            let mark = text.len() - text.trim_start().len() + "<!--".len();
            let (opening, rest) = text.split_at_checked(mark).unwrap_or((text, ""));
            column += opening.chars().count();
            text = rest;
        }
        let text = text.trim_end().strip_suffix("-->").unwrap_or(text);
        for part in text.split(';') {
            let blank = part.chars().count() - part.trim_start().chars().count();
            let (word, value) = part.split_once(':').unwrap_or((part, ""));
            if !part.trim().is_empty() {
                pairs.push(Pair {
                    word: folded(word),
                    value: value.trim().to_owned(),
                    place: Place {
                        line: *line,
                        column: column + blank,
                    },
                });
            }
            column += part.chars().count() + 1;
        }
    }
    pairs
}
