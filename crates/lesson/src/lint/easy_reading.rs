//! Sentences that are too long for someone who reads with effort.

use crate::problem::{self, Problems};
use crate::text::markdown::{Block, Content, Span, SpanContent, plain};
use crate::text::source::Source;
use std::collections::VecDeque;

/// Most words of a sentence (issue 7 and `people.md`: "at most 12 words").
const MOST_WORDS: usize = 12;

/// Looks for long sentences in all that learners read. Titles, tables and the trainer's notes are left out.
pub(super) fn look(source: &Source, blocks: &[Block], problems: &mut Problems) {
    for block in blocks {
        match &block.content {
            Content::Paragraph(spans) => paragraph(source, spans, problems),
            Content::Quote(inside) if !is_trainer_note(inside) => look(source, inside, problems),
            Content::List { items, .. } => {
                for item in items {
                    look(source, &item.blocks, problems);
                }
            }
            _ => {}
        }
    }
}

fn is_trainer_note(blocks: &[Block]) -> bool {
    let Some(Content::Paragraph(spans)) = blocks.first().map(|block| &block.content) else {
        return false;
    };
    let words = plain(spans);
    let mut lines = words.split_whitespace();
    lines
        .next()
        .is_some_and(|mark| mark.eq_ignore_ascii_case("[!note]"))
        && (lines.next()).is_some_and(|word| {
            ["formateur", "formatrice", "trainer"].contains(&word.to_lowercase().as_str())
        })
}

/// A sentence in the making.
#[derive(Default)]
struct Sentence {
    start: Option<usize>,
    text: String,
}

fn paragraph(source: &Source, spans: &[Span], problems: &mut Problems) {
    let mut sentence = Sentence::default();
    let mut rest: VecDeque<&Span> = spans.iter().collect();
    while let Some(span) = rest.pop_front() {
        match &span.content {
            SpanContent::Text(text) | SpanContent::Code(text) => {
                for (at, letter) in text.char_indices() {
                    // An end is an end only before a space: "0.5" goes on.
                    let is_end = letter.is_whitespace() && ends(&sentence.text);
                    if is_end {
                        tell(source, &mut sentence, problems);
                    } else if !(letter.is_whitespace() && sentence.text.is_empty()) {
                        sentence.start.get_or_insert(span.start + at);
                        sentence.text.push(letter);
                    }
                }
            }
            SpanContent::SoftBreak if !ends(&sentence.text) => sentence.text.push(' '),
            SpanContent::SoftBreak | SpanContent::HardBreak => tell(source, &mut sentence, problems),
            SpanContent::Strong(inside)
            | SpanContent::Emphasis(inside)
            | SpanContent::Link { label: inside, .. } => {
                for span in inside.iter().rev() {
                    rest.push_front(span);
                }
            }
            SpanContent::Picture { .. } | SpanContent::Html(_) => {}
        }
    }
    tell(source, &mut sentence, problems);
}

/// Whether a text ends a sentence: `.`, `!`, `?`, `…`, or `:` as before a list.
fn ends(text: &str) -> bool {
    text.trim_end_matches(['»', '”', '"', ')', ' ', '\u{a0}', '\u{202f}'])
        .ends_with(['.', '!', '?', '…', ':'])
}

fn tell(source: &Source, sentence: &mut Sentence, problems: &mut Problems) {
    let Sentence { start, text } = std::mem::take(sentence);
    let words = text
        .split_whitespace()
        .filter(|word| word.contains(char::is_alphanumeric))
        .count();
    if let Some(start) = start
        && words > MOST_WORDS
    {
        let count = words.to_string();
        problems.add(|| problem::LONG_SENTENCE.at(source.place(start), &[&count]));
    }
}
