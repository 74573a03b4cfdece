//! Markdown to a tree that knows where each part stands in the file. Nothing is understood here yet: boxes are
//! quotations, fences are lines.

mod builder;

use crate::text::source::Source;
use builder::Builder;
use device::in_order::sort_by_number;
use pulldown_cmark::{Options, Parser};
use std::ops::Range;

/// A block of Markdown. `start` and `end` are bytes of the source.
#[derive(Debug, PartialEq)]
pub(crate) struct Block {
    pub(crate) start: usize,
    pub(crate) end: usize,
    pub(crate) content: Content,
}

/// What a block is.
#[derive(Debug, PartialEq)]
pub(crate) enum Content {
    Paragraph(Vec<Span>),
    Heading(u8, Vec<Span>),
    Quote(Vec<Block>),
    List {
        first: Option<u64>,
        items: Vec<Item>,
    },
    Fence(Fence),
    /// Raw HTML or a comment, as written.
    Html(String),
    Rule,
    /// Rows of cells, the head first.
    Table(Vec<Vec<Vec<Span>>>),
}

/// An item of a list.
#[derive(Debug, PartialEq)]
pub(crate) struct Item {
    pub(crate) start: usize,
    /// `[x]`, `[ ]`, or neither.
    pub(crate) is_checked: Option<bool>,
    pub(crate) blocks: Vec<Block>,
}

/// A fenced or indented block of lines.
#[derive(Debug, PartialEq)]
pub(crate) struct Fence {
    /// The words after the fence; `None` for lines that are only indented.
    pub(crate) info: Option<String>,
    pub(crate) lines: Vec<FenceLine>,
}

/// A line of a fence, without its line end.
#[derive(Debug, PartialEq)]
pub(crate) struct FenceLine {
    pub(crate) start: usize,
    pub(crate) text: String,
    /// Its line end was read too.
    is_ended: bool,
}

/// A piece of text inside a block.
#[derive(Debug, PartialEq)]
pub(crate) struct Span {
    pub(crate) start: usize,
    pub(crate) content: SpanContent,
}

/// What a piece of text is.
#[derive(Debug, PartialEq)]
pub(crate) enum SpanContent {
    Text(String),
    Code(String),
    Html(String),
    /// A line end of the source that is no more than that.
    SoftBreak,
    /// A line end asked for.
    HardBreak,
    Strong(Vec<Span>),
    Emphasis(Vec<Span>),
    Link {
        target: String,
        title: String,
        label: Vec<Span>,
    },
    Picture {
        target: String,
        title: String,
        label: Vec<Span>,
    },
}

/// The words of spans, without marks.
pub(crate) fn plain(spans: &[Span]) -> String {
    let mut text = String::new();
    for span in spans {
        match &span.content {
            SpanContent::Text(words) | SpanContent::Code(words) | SpanContent::Html(words) => {
                text.push_str(words);
            }
            SpanContent::SoftBreak | SpanContent::HardBreak => text.push(' '),
            SpanContent::Strong(inside)
            | SpanContent::Emphasis(inside)
            | SpanContent::Link { label: inside, .. }
            | SpanContent::Picture { label: inside, .. } => text.push_str(&plain(inside)),
        }
    }
    text
}

/// A document, and what hindered its reading.
#[derive(Debug, Default)]
pub(crate) struct Document {
    pub(crate) blocks: Vec<Block>,
    /// Starts of fences and comments that are never closed.
    pub(crate) unclosed: Vec<Unclosed>,
    /// Where the author nested too deeply, if so; what is deeper was read as text of the last level.
    pub(crate) too_deep: Option<usize>,
    /// Places of the definitions of links (`[boucle]: …`), which show nothing by themselves.
    pub(crate) definitions: Vec<Range<usize>>,
}

/// A fence or a comment without an end: by the rules of Markdown it swallows the rest of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Unclosed {
    Fence(usize),
    Comment(usize),
}

/// How often reading starts again after something that is not closed; each costs a reading of the rest.
const MOST_RESTARTS: usize = 10;

/// Reads the source from a byte on.
///
/// A fence or a comment that is not closed ends where the author probably meant it to: the fence before the next
/// `## ` or the next opening fence, the comment at the end of its line. Reading starts again from there, so one
/// slip hides nothing.
pub(crate) fn read(source: &Source, from: usize) -> Document {
    let mut document = Document::default();
    let mut base = from;
    for restarts in 0..=MOST_RESTARTS {
        let text = &source.text()[base..];
        let parser = Parser::new_ext(text, Options::ENABLE_TABLES | Options::ENABLE_TASKLISTS);
        let mut definitions: Vec<_> = (parser.reference_definitions().iter())
            .map(|(_, definition)| base + definition.span.start..base + definition.span.end)
            .collect();
        sort_by_number(&mut definitions, |span| span.start as u64);
        let mut builder = Builder::new(base);
        let mut next = None;
        for (event, range) in parser.into_offset_iter() {
            let Some(block) = builder.take(event, base + range.start..base + range.end) else {
                continue;
            };
            let cut = (restarts < MOST_RESTARTS)
                .then(|| unclosed(source, &block))
                .flatten();
            let Some((what, end)) = cut else {
                document.blocks.push(block);
                continue;
            };
            document.blocks.push(cut_at(block, end));
            document.unclosed.push(what);
            next = Some(end);
            break;
        }
        document.too_deep = document.too_deep.or(builder.too_deep());
        definitions.retain(|span| next.is_none_or(|end| span.start < end));
        document.definitions.append(&mut definitions);
        match next {
            Some(end) if end < source.text().len() => base = end,
            _ => break,
        }
    }
    document
}

/// When a top block is not closed: what it is, and the byte after its probable end (the start of a line).
fn unclosed(source: &Source, block: &Block) -> Option<(Unclosed, usize)> {
    let text = source.text();
    match &block.content {
        Content::Html(html) => {
            let after = html.trim_start().strip_prefix("<!--")?;
            let is_closed = match (after.find("-->"), after.find("<!--")) {
                (Some(end), Some(other)) => end < other,
                (end, _) => end.is_some(),
            };
            let end = text[block.start..]
                .find('\n')
                .map(|length| block.start + length + 1)?;
            (!is_closed).then_some((Unclosed::Comment(block.start), end))
        }
        Content::Fence(Fence { info: Some(_), lines }) => {
            let opening = text[block.start..block.end].trim_start();
            let sign = opening.chars().next()?;
            let length = opening.chars().take_while(|&character| character == sign).count();
            let is_mark =
                |line: &str| line.chars().take_while(|&character| character == sign).count() >= length;
            let last = text[block.start..block.end].trim_end().rsplit('\n').next()?;
            let is_closed = text[block.start..block.end].trim_end().contains('\n')
                && is_mark(last.trim())
                && last.trim().chars().all(|character| character == sign);
            // A fence that is closed by the end of another one has that one's opening among its lines.
            let other = lines.iter().find(|line| {
                is_mark(&line.text)
                    && line
                        .text
                        .chars()
                        .any(|character| character != sign && character != ' ')
            });
            let heading = lines.iter().find(|line| line.text.starts_with("## "));
            let stop = [other, heading]
                .into_iter()
                .flatten()
                .map(|line| line.start)
                .min();
            match (is_closed, stop) {
                (true, None) => None,
                (_, Some(stop)) => Some((Unclosed::Fence(block.start), stop)),
                (false, None) => Some((Unclosed::Fence(block.start), block.end.max(block.start + 1))),
            }
        }
        _ => None,
    }
}

/// The same block without what comes after a byte.
fn cut_at(mut block: Block, end: usize) -> Block {
    block.end = end;
    match &mut block.content {
        // A comment is cut at the end of its line.
        Content::Html(html) => html.truncate(html.find('\n').map_or(html.len(), |end| end + 1)),
        Content::Fence(fence) => fence.lines.retain(|line| line.start < end),
        _ => {}
    }
    block
}
