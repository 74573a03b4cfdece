//! From pulldown-cmark's events to the tree, without recursion and to a limited depth.

use super::{Block, Content, Fence, FenceLine, Item, Span, SpanContent};
use pulldown_cmark::{CodeBlockKind, Event, HeadingLevel, Tag};
use std::ops::Range;

/// How deep boxes, lists and marks may stand in each other. Real lessons reach 8; whatever walks the tree recurses,
/// and the stack of a browser is small.
const MOST_LEVELS: usize = 40;

/// Something that was opened and is not closed yet.
enum Frame {
    Blocks(BlockFrame, Vec<Block>),
    Spans(SpanFrame, Vec<Span>),
    List { first: Option<u64>, items: Vec<Item> },
    Fence(Fence),
    Html(String),
    Table(Vec<Vec<Vec<Span>>>),
    Row(Vec<Vec<Span>>),
}

enum BlockFrame {
    Quote,
    Item { is_checked: Option<bool> },
}

enum SpanFrame {
    Paragraph,
    /// A paragraph that Markdown does not mark: the text of an item of a tight list.
    Implied,
    Heading(u8),
    Cell,
    Strong,
    Emphasis,
    Link {
        target: String,
        title: String,
    },
    Picture {
        target: String,
        title: String,
    },
}

/// Takes events, gives top blocks.
pub(super) struct Builder {
    stack: Vec<(Frame, Range<usize>)>,
    /// Levels opened beyond the limit.
    deeper: usize,
    too_deep: Option<usize>,
    base: usize,
}

impl Builder {
    pub(super) fn new(base: usize) -> Self {
        Self {
            stack: Vec::new(),
            deeper: 0,
            too_deep: None,
            base,
        }
    }

    /// Where the limit of levels was first passed.
    pub(super) fn too_deep(&self) -> Option<usize> {
        self.too_deep
    }

    /// Takes an event; gives the top block that it ends.
    pub(super) fn take(&mut self, event: Event<'_>, range: Range<usize>) -> Option<Block> {
        debug_assert!(range.start >= self.base, "events are moved to the source");
        let start = range.start;
        match event {
            Event::Start(tag) => {
                self.open(tag, range);
                None
            }
            Event::End(_) => self.close(),
            Event::Text(text) => {
                self.text(&text, start);
                None
            }
            Event::Code(text) => self.span(start, SpanContent::Code(text.into_string())),
            Event::InlineHtml(text) => self.span(start, SpanContent::Html(text.into_string())),
            Event::Html(html) => {
                if let Some((Frame::Html(text), _)) = self.stack.last_mut() {
                    text.push_str(&html);
                    None
                } else {
                    self.span(start, SpanContent::Html(html.into_string()))
                }
            }
            Event::SoftBreak => self.span(start, SpanContent::SoftBreak),
            Event::HardBreak => self.span(start, SpanContent::HardBreak),
            Event::Rule => self.block(Block {
                start,
                end: range.end,
                content: Content::Rule,
            }),
            Event::TaskListMarker(is_right) => {
                let item = self.stack.iter_mut().rev().find_map(|(frame, _)| match frame {
                    Frame::Blocks(BlockFrame::Item { is_checked }, _) => Some(is_checked),
                    _ => None,
                });
                if let Some(is_checked) = item {
                    *is_checked = Some(is_right);
                }
                None
            }
            Event::InlineMath(text) | Event::DisplayMath(text) | Event::FootnoteReference(text) => {
                self.span(start, SpanContent::Text(text.into_string()))
            }
        }
    }

    fn open(&mut self, tag: Tag<'_>, range: Range<usize>) {
        // What only holds items or cells could not take the text itself.
        let takes_text = matches!(self.stack.last(), Some((Frame::Blocks(..) | Frame::Spans(..), _)));
        if self.deeper > 0 || (self.stack.len() >= MOST_LEVELS && takes_text) {
            self.deeper += 1;
            self.too_deep.get_or_insert(range.start);
            return;
        }
        let frame = match tag {
            Tag::Paragraph => Frame::Spans(SpanFrame::Paragraph, Vec::new()),
            Tag::Heading { level, .. } => Frame::Spans(SpanFrame::Heading(level_number(level)), Vec::new()),
            Tag::BlockQuote(_) => Frame::Blocks(BlockFrame::Quote, Vec::new()),
            Tag::CodeBlock(kind) => Frame::Fence(Fence {
                info: match kind {
                    CodeBlockKind::Fenced(info) => Some(info.into_string()),
                    CodeBlockKind::Indented => None,
                },
                lines: Vec::new(),
            }),
            Tag::HtmlBlock => Frame::Html(String::new()),
            Tag::List(first) => Frame::List {
                first,
                items: Vec::new(),
            },
            Tag::Item => Frame::Blocks(BlockFrame::Item { is_checked: None }, Vec::new()),
            Tag::Table(_) => Frame::Table(Vec::new()),
            Tag::TableHead | Tag::TableRow => Frame::Row(Vec::new()),
            Tag::TableCell => Frame::Spans(SpanFrame::Cell, Vec::new()),
            Tag::Emphasis => Frame::Spans(SpanFrame::Emphasis, Vec::new()),
            Tag::Strong => Frame::Spans(SpanFrame::Strong, Vec::new()),
            Tag::Link { dest_url, title, .. } => Frame::Spans(
                SpanFrame::Link {
                    target: dest_url.into_string(),
                    title: title.into_string(),
                },
                Vec::new(),
            ),
            Tag::Image { dest_url, title, .. } => Frame::Spans(
                SpanFrame::Picture {
                    target: dest_url.into_string(),
                    title: title.into_string(),
                },
                Vec::new(),
            ),
            // Only with options of the parser that are not asked for.
            _ => Frame::Spans(SpanFrame::Paragraph, Vec::new()),
        };
        let is_inline = matches!(
            frame,
            Frame::Spans(
                SpanFrame::Strong | SpanFrame::Emphasis | SpanFrame::Link { .. } | SpanFrame::Picture { .. },
                _
            )
        );
        if is_inline {
            self.imply_paragraph(range.start);
        } else {
            self.end_implied_paragraph();
        }
        self.stack.push((frame, range));
    }

    fn close(&mut self) -> Option<Block> {
        if self.deeper > 0 {
            self.deeper -= 1;
            // Texts of two levels that are not kept apart must not run into one word.
            let end = self.stack.last().map_or(self.base, |(_, range)| range.end);
            if let Some((Frame::Spans(_, spans), _)) = self.stack.last()
                && matches!(
                    spans.last(),
                    Some(Span {
                        content: SpanContent::SoftBreak,
                        ..
                    })
                )
            {
                return None;
            }
            return self.span(end, SpanContent::SoftBreak);
        }
        self.end_implied_paragraph();
        let (frame, range) = self.stack.pop()?;
        let Range { start, end } = range;
        let content = match frame {
            Frame::Blocks(BlockFrame::Quote, blocks) => Content::Quote(blocks),
            Frame::Blocks(BlockFrame::Item { is_checked }, blocks) => {
                if let Some((Frame::List { items, .. }, _)) = self.stack.last_mut() {
                    items.push(Item {
                        start,
                        is_checked,
                        blocks,
                    });
                }
                return None;
            }
            Frame::List { first, items } => Content::List { first, items },
            Frame::Fence(fence) => Content::Fence(fence),
            Frame::Html(html) => Content::Html(html),
            Frame::Table(rows) => Content::Table(rows),
            Frame::Row(cells) => {
                if let Some((Frame::Table(rows), _)) = self.stack.last_mut() {
                    rows.push(cells);
                }
                return None;
            }
            Frame::Spans(kind, spans) => match kind {
                SpanFrame::Paragraph | SpanFrame::Implied => Content::Paragraph(spans),
                SpanFrame::Heading(level) => Content::Heading(level, spans),
                SpanFrame::Cell => {
                    if let Some((Frame::Row(cells), _)) = self.stack.last_mut() {
                        cells.push(spans);
                    }
                    return None;
                }
                SpanFrame::Strong => return self.span(start, SpanContent::Strong(spans)),
                SpanFrame::Emphasis => return self.span(start, SpanContent::Emphasis(spans)),
                SpanFrame::Link { target, title } => {
                    return self.span(
                        start,
                        SpanContent::Link {
                            target,
                            title,
                            label: spans,
                        },
                    );
                }
                SpanFrame::Picture { target, title } => {
                    return self.span(
                        start,
                        SpanContent::Picture {
                            target,
                            title,
                            label: spans,
                        },
                    );
                }
            },
        };
        self.block(Block { start, end, content })
    }

    /// Text goes to the fence, the HTML or the spans that are open.
    fn text(&mut self, text: &str, start: usize) {
        match self.stack.last_mut() {
            Some((Frame::Fence(fence), _)) => fence.add(text, start),
            Some((Frame::Html(html), _)) => html.push_str(text),
            _ => {
                self.span(start, SpanContent::Text(text.to_owned()));
            }
        }
    }

    /// Adds a span to what is open. Always `None`: a span ends no block.
    fn span(&mut self, start: usize, content: SpanContent) -> Option<Block> {
        self.imply_paragraph(start);
        if let Some((Frame::Spans(_, spans), _)) = self.stack.last_mut() {
            // Two texts side by side are one.
            if let (
                Some(Span {
                    content: SpanContent::Text(before),
                    ..
                }),
                SpanContent::Text(text),
            ) = (spans.last_mut(), &content)
            {
                before.push_str(text);
            } else {
                spans.push(Span { start, content });
            }
        } else if let (Some((Frame::Fence(fence), _)), SpanContent::Text(text)) =
            (self.stack.last_mut(), &content)
        {
            fence.add(text, start);
        }
        None
    }

    /// Adds a block to what is open, or gives it when nothing is.
    fn block(&mut self, block: Block) -> Option<Block> {
        self.end_implied_paragraph();
        match self.stack.last_mut() {
            None => return Some(block),
            Some((Frame::Blocks(_, blocks), _)) => blocks.push(block),
            // Only with levels beyond the limit.
            Some((Frame::Spans(_, spans), _)) => spans.push(Span {
                start: block.start,
                content: SpanContent::SoftBreak,
            }),
            Some(_) => {}
        }
        None
    }

    fn imply_paragraph(&mut self, start: usize) {
        if matches!(self.stack.last(), Some((Frame::Blocks(..), _))) {
            let frame = Frame::Spans(SpanFrame::Implied, Vec::new());
            self.stack.push((frame, start..start));
        }
    }

    fn end_implied_paragraph(&mut self) {
        if !matches!(self.stack.last(), Some((Frame::Spans(SpanFrame::Implied, _), _))) {
            return;
        }
        if let Some((Frame::Spans(_, spans), range)) = self.stack.pop()
            && let Some((Frame::Blocks(_, blocks), _)) = self.stack.last_mut()
        {
            blocks.push(Block {
                start: range.start,
                end: range.end,
                content: Content::Paragraph(spans),
            });
        }
    }
}

impl Fence {
    /// Adds text: whole lines, or a part of one.
    fn add(&mut self, text: &str, start: usize) {
        let mut at = start;
        for line in text.split_inclusive('\n') {
            let words = line.strip_suffix('\n').unwrap_or(line);
            match self.lines.last_mut() {
                Some(last) if !last.is_ended => last.text.push_str(words),
                _ => self.lines.push(FenceLine {
                    start: at,
                    text: words.to_owned(),
                    is_ended: false,
                }),
            }
            if let Some(last) = self.lines.last_mut() {
                last.is_ended = line.ends_with('\n');
            }
            at += line.len();
        }
    }
}

fn level_number(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}
