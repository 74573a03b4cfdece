//! Remarks, and the marks that look like them.

use super::super::problem::TextProblemKind;
use super::super::tokens::{What, is_space, tokens};
use super::super::{PLAIN_REMARK, loose_mark, unknown_mark};
use super::Reader;
use words::Language;

impl Reader<'_> {
    pub(super) fn remark_line(&mut self, remark: &str, whole: &str, indent: usize, column: usize) {
        let words = remark.trim_matches(is_space).to_lowercase();
        if Language::ALL
            .into_iter()
            .any(|language| words == loose_mark(language))
        {
            self.begin_script();
            self.is_loose = true;
            return;
        }
        let trimmed = remark.trim_start_matches(is_space);
        let unknown = Language::ALL
            .into_iter()
            .find_map(|language| after_mark(trimmed, unknown_mark(language)));
        let Some(json) = unknown else {
            self.remark(remark);
            return;
        };
        self.enter_level(indent, column);
        let json_column = column + whole.chars().count() - json.chars().count();
        let found = tokens(json, json_column)
            .ok()
            .filter(|found| found.remark.is_none());
        match found.as_ref().map(|found| found.tokens.as_slice()) {
            Some([token]) if matches!(token.what, What::Rows(_)) => {
                self.said(std::slice::from_ref(token), whole, column);
            }
            _ => {
                self.problem(json_column, TextProblemKind::UnreadableBlock);
                self.unread(whole);
            }
        }
    }

    /// A remark on the last block, or with a number on one of the values of its line.
    pub(super) fn remark(&mut self, remark: &str) {
        let digits = remark.len() - remark.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        let (number, rest) = remark.split_at(digits);
        let value = number
            .parse::<usize>()
            .ok()
            .and_then(|number| self.values.get(number.checked_sub(1)?));
        let (block, words) = match value.copied() {
            Some(value) if rest.is_empty() || rest.starts_with(' ') => (Some(value), rest),
            _ => (self.remarked, remark),
        };
        let words = words.strip_prefix(' ').unwrap_or(words);
        let words = words.strip_prefix(PLAIN_REMARK).unwrap_or(words);
        match block {
            Some(block) => self.add_remark(block, words),
            None => self.early_remarks.push(words.to_owned()),
        }
    }

    pub(super) fn add_remark(&mut self, block: usize, words: &str) {
        match &mut self.program.blocks[block].comment {
            Some(before) => {
                before.push('\n');
                before.push_str(words);
            }
            none => *none = Some(words.to_owned()),
        }
    }
}

/// What follows a mark, whatever spaces are in front of the colon.
pub(in crate::text) fn after_mark<'line>(line: &'line str, mark: &str) -> Option<&'line str> {
    let words = mark.trim_end_matches(':').trim_end();
    let start = line.get(..words.len())?;
    if start.to_lowercase() != words {
        return None;
    }
    line[words.len()..].trim_start_matches(is_space).strip_prefix(':')
}
