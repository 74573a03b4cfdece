//! From the tree of Markdown to text for people. Everything that is not allowed becomes plain text and a problem;
//! what is meant for the machine is set aside.

mod pictures;

pub(crate) use pictures::is_media;

use super::links::{self, Home, Refusal};
use super::markdown::{Block, Content, Fence, Item, Span, SpanContent, plain};
use super::source::Source;
use super::{Inline, LinkTarget, Node};
use crate::lesson::{MachineBlock, MachineKind};
use crate::problem::{self, Place, Problems};
use crate::programs;
use crate::vocabulary::{BoxMark, FenceKind, FenceReading, nearest_fence, read_fence};
use device::parts::Board;
use words::Language;

/// Reads blocks of one file.
pub(crate) struct TextReader<'a> {
    pub(crate) source: &'a Source,
    /// Where links start from.
    pub(crate) home: Home<'a>,
    pub(crate) language: Language,
    /// What pictures of blocks are read with.
    pub(crate) board: Board,
    pub(crate) problems: Problems,
    /// What was set aside, in order.
    pub(crate) machine: Vec<MachineBlock>,
    /// How many fences of ours were met.
    n_fences: usize,
}

/// So many fences of one file are read as programs, checks and prompts; real lessons have about ten, and reading one
/// takes a third of a millisecond.
const MOST_FENCES: usize = 300;

/// A quotation that begins with `[!…]`.
pub(crate) struct AlertBox {
    /// Which box; `None` for one this version does not know.
    pub(crate) mark: Option<BoxMark>,
    /// What it holds, without the mark.
    pub(crate) blocks: Vec<Block>,
}

impl<'a> TextReader<'a> {
    pub(crate) fn new(source: &'a Source, home: Home<'a>, language: Language) -> Self {
        Self {
            source,
            home,
            language,
            board: Board::default(),
            problems: Problems::default(),
            machine: Vec::new(),
            n_fences: 0,
        }
    }

    /// The place of a byte of the source.
    pub(crate) fn place(&self, start: usize) -> Place {
        self.source.place(start)
    }

    /// Sets lines aside for the machine.
    pub(crate) fn set_aside(&mut self, kind: MachineKind, start: usize, text: &str) {
        let Place { line, column } = self.place(start);
        let lines = text.lines().enumerate().map(|(index, words)| {
            let column = if index == 0 { column } else { 1 };
            (line + index, column, words.to_owned())
        });
        self.machine.push(MachineBlock {
            kind,
            line,
            column,
            step: None,
            info: String::new(),
            lines: lines.collect(),
        });
    }

    /// The text of blocks.
    pub(crate) fn nodes(&mut self, blocks: Vec<Block>) -> Vec<Node> {
        let mut nodes = Vec::new();
        for block in blocks {
            self.node(block, &mut nodes);
        }
        nodes
    }

    /// The text of a block; a paragraph with pictures in it gives several nodes, a comment none.
    pub(crate) fn node(&mut self, block: Block, nodes: &mut Vec<Node>) {
        let Block { start, end, content } = block;
        match content {
            Content::Paragraph(spans) => self.paragraph(spans, nodes),
            Content::Heading(level, spans) => {
                nodes.push(Node::Heading(level.clamp(3, 6), self.inlines(spans)));
            }
            Content::Quote(blocks) => match self.alert_box(start, blocks) {
                Ok(AlertBox {
                    mark: Some(_),
                    blocks,
                }) => {
                    let place = self.place(start);
                    self.problems.add(|| problem::BOX_INSIDE.at(place, &[]));
                    nodes.push(Node::Quote(self.nodes(blocks)));
                }
                Ok(AlertBox { mark: None, .. }) => {
                    nodes.push(Node::Newer(self.source.text()[start..end].trim_end().to_owned()));
                }
                Err(blocks) => {
                    let inside = self.nodes(blocks);
                    // It may have held nothing but a fence for the machine.
                    if !inside.is_empty() {
                        nodes.push(Node::Quote(inside));
                    }
                }
            },
            Content::List { first, items } => {
                let items = items.into_iter().map(|item| self.item(item)).collect();
                nodes.push(Node::List { first, items });
            }
            Content::Fence(fence) => nodes.extend(self.fence(start, end, fence)),
            Content::Html(html) => nodes.extend(self.html(start, &html)),
            Content::Rule => nodes.push(Node::Rule),
            Content::Table(rows) => {
                let mut read = Vec::new();
                for row in rows {
                    read.push(row.into_iter().map(|cell| self.inlines(cell)).collect());
                }
                nodes.push(Node::Table(read));
            }
        }
    }

    /// An item of a list that is no choice of a question.
    fn item(&mut self, item: Item) -> Vec<Node> {
        let Some(is_checked) = item.is_checked else {
            return self.nodes(item.blocks);
        };
        let place = self.place(item.start);
        self.problems
            .add(|| problem::TASK_OUTSIDE_QUESTION.at(place, &[]));
        let mut nodes = self.nodes(item.blocks);
        let mark = Inline::Text(if is_checked { "☑ " } else { "☐ " }.to_owned());
        match nodes.first_mut() {
            Some(Node::Paragraph(inlines)) => inlines.insert(0, mark),
            _ => nodes.insert(0, Node::Paragraph(vec![mark])),
        }
        nodes
    }

    /// Whether a quotation is a box: its first line is `[!…]`. Gives the blocks back when it is none.
    pub(crate) fn alert_box(&mut self, start: usize, mut blocks: Vec<Block>) -> Result<AlertBox, Vec<Block>> {
        let Some(Block {
            content: Content::Paragraph(spans),
            ..
        }) = blocks.first_mut()
        else {
            return Err(blocks);
        };
        let Some(Span {
            content: SpanContent::Text(text),
            start: text_start,
        }) = spans.first_mut()
        else {
            return Err(blocks);
        };
        let Some((word, rest)) = text.strip_prefix("[!").and_then(|text| text.split_once(']')) else {
            return Err(blocks);
        };
        let (word, rest, text_start) = (word.to_owned(), rest.to_owned(), *text_start);
        let mark = BoxMark::read(&word);
        let place = self.place(text_start);
        if mark.is_none() {
            let shown = format!("[!{word}]");
            self.problems.add(|| {
                let near = BoxMark::nearest(&word);
                let problem = problem::UNKNOWN_BOX.at(place, &[&shown, near.unwrap_or("NOTE")]);
                if near.is_some() {
                    return problem;
                }
                problem.with_next_step([
                    "Les encadrés sont : NOTE, TIP, IMPORTANT, WARNING, CAUTION.".to_owned(),
                    "The boxes are: NOTE, TIP, IMPORTANT, WARNING, CAUTION.".to_owned(),
                ])
            });
        }
        let is_alone = rest.trim().is_empty()
            && !matches!(
                spans.get(1).map(|span| &span.content),
                Some(content) if !matches!(content, SpanContent::SoftBreak | SpanContent::HardBreak)
            );
        if !is_alone && mark.is_some() {
            self.problems
                .add(|| problem::TEXT_BESIDE_BOX_MARK.at(place, &[&word]));
        }
        self.set_aside(MachineKind::Mark, start, &format!("[!{word}]"));
        if rest.trim().is_empty() {
            spans.remove(0);
            let is_break =
                |span: &Span| matches!(span.content, SpanContent::SoftBreak | SpanContent::HardBreak);
            if spans.first().is_some_and(is_break) {
                spans.remove(0);
            }
        } else {
            let skipped = word.len() + "[!]".len();
            spans[0] = Span {
                start: text_start + skipped,
                content: SpanContent::Text(rest.trim_start().to_owned()),
            };
        }
        if spans.is_empty() {
            blocks.remove(0);
        }
        Ok(AlertBox { mark, blocks })
    }

    /// A fence: a picture of blocks, text to show as it is, or lines set aside for the machine.
    fn fence(&mut self, start: usize, end: usize, fence: Fence) -> Option<Node> {
        let text = || {
            fence
                .lines
                .iter()
                .map(|line| line.text.as_str())
                .collect::<Vec<_>>()
                .join("\n")
        };
        let Some(info) = &fence.info else {
            return Some(Node::Verbatim(text()));
        };
        let (kind, id) = match read_fence(info) {
            FenceReading::Plain => {
                self.set_aside(MachineKind::Mark, start, info);
                return Some(Node::Verbatim(text()));
            }
            FenceReading::Unknown => {
                let place = self.place(start);
                self.problems.add(|| {
                    let near = nearest_fence(info, self.language);
                    let problem = problem::UNKNOWN_FENCE.at(place, &[info, near.unwrap_or("")]);
                    if near.is_some() {
                        return problem;
                    }
                    problem.with_next_step([
                        "Pour montrer du texte tel quel, écris « ```text ».".to_owned(),
                        "To show text as it is, write “```text”.".to_owned(),
                    ])
                });
                return Some(Node::Newer(self.source.text()[start..end].trim_end().to_owned()));
            }
            FenceReading::Ours { kind, id, left_over } => {
                if !left_over.is_empty() {
                    let place = self.place(start);
                    self.problems
                        .add(|| problem::FENCE_WORD_LEFT_OVER.at(place, &[&left_over]));
                }
                (kind, id)
            }
        };
        self.n_fences += 1;
        if self.n_fences > MOST_FENCES {
            if self.n_fences == MOST_FENCES + 1 {
                let place = self.place(start);
                self.problems
                    .add(|| problem::TOO_MANY_FENCES.at(place, &[&MOST_FENCES.to_string()]));
            }
            return Some(Node::Verbatim(text()));
        }
        let lines: Vec<_> = (fence.lines.iter())
            .map(|line| {
                let Place { line: number, column } = self.place(line.start);
                (number, column, line.text.clone())
            })
            .collect();
        let place = self.place(start);
        if lines.iter().all(|(_, _, line)| line.trim().is_empty()) {
            self.problems.add(|| problem::EMPTY_FENCE.at(place, &[info]));
        }
        let block = MachineBlock {
            kind: MachineKind::Fence(kind, id),
            line: place.line,
            column: place.column,
            step: None,
            info: info.clone(),
            lines,
        };
        let node = match kind {
            FenceKind::HintBlocks | FenceKind::ExampleBlocks => {
                let (program, problems) = programs::read(&block, &self.board);
                self.problems.extend(problems);
                Some(Node::Blocks(program))
            }
            _ => None,
        };
        self.machine.push(block);
        node
    }

    /// A block of raw HTML: comments are set aside, the rest is shown as text.
    fn html(&mut self, start: usize, html: &str) -> Vec<Node> {
        let mut nodes = Vec::new();
        // The block begins at its first sign, its text with the indent before it.
        let mut rest = html.trim_start_matches([' ', '\t']);
        let mut at = start + self.source.text()[start..].len()
            - self.source.text()[start..].trim_start_matches([' ', '\t']).len();
        while !rest.is_empty() {
            if let Some(comment) = rest.trim_start().strip_prefix("<!--") {
                let blank = rest.len() - rest.trim_start().len();
                let length = comment.find("-->").map_or(comment.len(), |end| end + "-->".len());
                let end = blank + "<!--".len() + length;
                self.set_aside(MachineKind::Comment, at + blank, &rest[blank..end]);
                at += end;
                rest = &rest[end..];
                continue;
            }
            let end = rest.find("<!--").unwrap_or(rest.len());
            let shown = &rest[..end];
            if !shown.trim().is_empty() {
                let place = self.place(at + shown.len() - shown.trim_start().len());
                self.problems
                    .add(|| problem::RAW_HTML.at(place, &[first_word(shown)]));
                nodes.push(Node::Verbatim(shown.trim_matches('\n').to_owned()));
            }
            at += end;
            rest = &rest[end..];
        }
        nodes
    }

    /// The text of spans.
    pub(crate) fn inlines(&mut self, spans: Vec<Span>) -> Vec<Inline> {
        let mut inlines = Vec::new();
        for span in spans {
            self.inline(span, &mut inlines);
        }
        inlines
    }

    fn inline(&mut self, span: Span, inlines: &mut Vec<Inline>) {
        let start = span.start;
        let inline = match span.content {
            SpanContent::Text(text) => Inline::Text(text),
            SpanContent::Code(text) => Inline::Code(text),
            SpanContent::Html(html) if html.starts_with("<!--") => {
                self.set_aside(MachineKind::Comment, start, &html);
                return;
            }
            SpanContent::Html(html) => {
                // `<b>` and `</b>` are one slip.
                if !html.starts_with("</") {
                    let place = self.place(start);
                    self.problems
                        .add(|| problem::RAW_HTML.at(place, &[first_word(&html)]));
                }
                Inline::Text(html)
            }
            // One sentence a line is how easy texts are written; a line that ends elsewhere was only folded.
            SpanContent::SoftBreak if ends_sentence(inlines) => Inline::Break,
            SpanContent::SoftBreak => Inline::Text(" ".to_owned()),
            SpanContent::HardBreak => Inline::Break,
            SpanContent::Strong(inside) => Inline::Strong(self.inlines(inside)),
            SpanContent::Emphasis(inside) => Inline::Emphasis(self.inlines(inside)),
            SpanContent::Link { target, title, label } => {
                let to = self.link_target(start, &target);
                let mut label = self.inlines(label);
                // Nobody with a finger ever sees a title.
                if !title.trim().is_empty() {
                    label.push(Inline::Text(format!(" ({title})")));
                }
                Inline::Link { to, label }
            }
            SpanContent::Picture { title, label, .. } => {
                let place = self.place(start);
                self.problems.add(|| problem::PICTURE_INSIDE_TEXT.at(place, &[]));
                let title = if title.is_empty() {
                    title
                } else {
                    format!(" ({title})")
                };
                Inline::Text(format!("{}{title}", plain(&label)))
            }
        };
        match (inlines.last_mut(), inline) {
            (Some(Inline::Text(before)), Inline::Text(text)) => before.push_str(&text),
            (_, inline) => inlines.push(inline),
        }
    }

    fn link_target(&mut self, start: usize, target: &str) -> LinkTarget {
        let refusal = match links::link(target, self.home) {
            Ok(target) => return target,
            Err(refusal) => refusal,
        };
        let place = self.place(start);
        let kind = match refusal {
            Refusal::Scheme | Refusal::OtherHost => &problem::LINK_NOT_ALLOWED,
            Refusal::NotEncrypted => &problem::LINK_NOT_ENCRYPTED,
            Refusal::Outside => &problem::LINK_OUTSIDE,
            Refusal::Empty => &problem::EMPTY_LINK,
        };
        self.problems.add(|| kind.at(place, &[target]));
        LinkTarget::Refused
    }
}

/// Whether words read so far end a sentence.
fn ends_sentence(inlines: &[Inline]) -> bool {
    match inlines.last() {
        Some(Inline::Text(text) | Inline::Code(text)) => {
            let is_after = |sign: char| sign.is_whitespace() || "»”\"')".contains(sign);
            text.trim_end_matches(is_after)
                .ends_with(['.', '!', '?', '…', ':'])
        }
        Some(Inline::Strong(inside) | Inline::Emphasis(inside) | Inline::Link { label: inside, .. }) => {
            ends_sentence(inside)
        }
        Some(Inline::Break) | None => false,
    }
}

/// What is shown of a piece of HTML in a sentence: its first tag.
fn first_word(html: &str) -> &str {
    let html = html.trim_start();
    html.find('>').map_or(html, |end| &html[..=end])
}
