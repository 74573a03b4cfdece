//! From the blocks of a file to a lesson: title, introduction, steps and their pieces.

use super::front_matter::FrontMatter;
use super::{Bench, BoxKind, Lesson, MachineKind, Piece, Step, questions, steps};
use crate::problem::{self, Place};
use crate::programs;
use crate::spelling::folded;
use crate::text::markdown::{Block, Content, Span, SpanContent, plain};
use crate::text::reader::{AlertBox, TextReader};
use crate::text::{Inline, Node};
use crate::vocabulary::{BoxMark, FenceKind, FenceReading, Key, read_fence};
use device::in_order::sort_by_number;
use std::collections::VecDeque;
use words::Language;

/// Builds a lesson from its blocks, in order.
pub(super) struct LessonReader<'a, 'source> {
    pub(super) reader: &'a mut TextReader<'source>,
    pub(super) lesson: &'a mut Lesson,
    /// How many machine blocks have found their place.
    pub(super) placed: usize,
    pub(super) has_title: bool,
    pub(super) has_board: bool,
    /// The front matter names a bench that exists.
    pub(super) is_bench_known: bool,
    /// Something stands between the title of the step and here.
    pub(super) is_past_step_line: bool,
    pub(super) check_ids: Vec<String>,
}

/// Reads blocks into a lesson.
pub(super) fn read(
    reader: &mut TextReader<'_>,
    lesson: &mut Lesson,
    blocks: Vec<Block>,
    front_matter: &FrontMatter,
) {
    let mut reading = LessonReader {
        placed: reader.machine.len(),
        reader,
        lesson,
        has_title: false,
        has_board: false,
        is_bench_known: front_matter
            .value(Key::Bench)
            .is_some_and(|entry| Bench::meant(&entry.value).is_some()),
        is_past_step_line: false,
        check_ids: Vec::new(),
    };
    reading.find_board(&blocks);
    let mut blocks = VecDeque::from(blocks);
    while let Some(block) = blocks.pop_front() {
        reading.block(block, &mut blocks);
        reading.place_machine_blocks();
    }
    reading.end(front_matter);
    let machine = std::mem::take(&mut reader.machine);
    lesson.machine = machine;
    sort_by_number(&mut lesson.machine, |block| block.line as u64);
}

impl LessonReader<'_, '_> {
    /// The board is needed to read programs, also those written above it by mistake.
    fn find_board(&mut self, blocks: &[Block]) {
        for block in blocks {
            let Content::Fence(fence) = &block.content else {
                continue;
            };
            let info = fence.info.as_deref().unwrap_or("");
            if matches!(
                read_fence(info),
                FenceReading::Ours {
                    kind: FenceKind::Board,
                    ..
                }
            ) {
                let lines: Vec<_> = (fence.lines.iter())
                    .map(|line| {
                        let Place { line: number, column } = self.reader.place(line.start);
                        (number, column, line.text.clone())
                    })
                    .collect();
                let (board, problems) = programs::read_board(&lines);
                self.reader.problems.extend(problems);
                self.reader.board = board.clone();
                self.lesson.board = board;
                break;
            }
        }
    }

    fn block(&mut self, block: Block, rest: &mut VecDeque<Block>) {
        let Block { start, end, content } = block;
        match content {
            Content::Heading(1, spans) => self.title(start, spans),
            Content::Heading(2, spans) => self.begin_step(start, spans),
            Content::Heading(_, spans) if questions::is_question(&spans) => {
                self.question(start, spans, rest);
            }
            Content::List {
                first: Some(_),
                items,
            } => {
                let items = (items.into_iter())
                    .map(|item| self.reader.nodes(item.blocks))
                    .collect();
                self.push(Piece::Instructions(items));
            }
            Content::Quote(blocks) => match self.reader.alert_box(start, blocks) {
                Ok(alert) => self.alert(start, end, alert),
                Err(blocks) => {
                    let nodes = self.reader.nodes(blocks);
                    if !nodes.is_empty() {
                        self.push_nodes(vec![Node::Quote(nodes)]);
                    }
                }
            },
            content => {
                let mut nodes = Vec::new();
                self.reader.node(Block { start, end, content }, &mut nodes);
                // The line of a step may have text beside it, which comes after.
                self.place_machine_blocks();
                self.push_nodes(nodes);
            }
        }
    }

    fn title(&mut self, start: usize, spans: Vec<Span>) {
        let place = self.reader.place(start);
        let words = plain(&spans);
        if self.has_title {
            self.reader
                .problems
                .add(|| problem::SECOND_TITLE.at(place, &[&words]));
            let inlines = self.reader.inlines(spans);
            self.push_nodes(vec![Node::Heading(3, inlines)]);
            return;
        }
        self.has_title = true;
        self.reader.set_aside(MachineKind::Mark, start, &words);
        if self.lesson.title.is_empty() {
            self.lesson.title = words;
        } else if folded(&self.lesson.title) != folded(&words) {
            self.reader.problems.add(|| problem::TITLES_DIFFER.at(place, &[]));
        }
    }

    fn begin_step(&mut self, start: usize, spans: Vec<Span>) {
        let title = self.reader.inlines(spans);
        self.lesson.steps.push(Step {
            title,
            line: self.reader.place(start).line,
            ..Step::default()
        });
        self.is_past_step_line = false;
    }

    fn alert(&mut self, start: usize, end: usize, alert: AlertBox) {
        let AlertBox { mark, mut blocks } = alert;
        let Some(mark) = mark else {
            let text = self.reader.source.text()[start..end].trim_end().to_owned();
            self.push_nodes(vec![Node::Newer(text)]);
            return;
        };
        if blocks.is_empty() {
            let place = self.reader.place(start);
            self.reader.problems.add(|| problem::EMPTY_BOX.at(place, &[]));
        }
        let is_trainer = first_strong(&blocks).is_some_and(|words| is_trainer_mark(&words));
        if mark == BoxMark::Tip
            && let Some(label) = take_hint_label(&mut blocks)
        {
            self.reader.set_aside(MachineKind::Mark, start, &label);
        }
        let nodes = self.reader.nodes(blocks);
        self.push(match mark {
            BoxMark::Tip => Piece::Hint(nodes),
            BoxMark::Note if is_trainer => Piece::Box(BoxKind::Trainer, nodes),
            BoxMark::Note => Piece::Box(BoxKind::Note, nodes),
            BoxMark::Important => Piece::Box(BoxKind::Remember, nodes),
            BoxMark::Warning | BoxMark::Caution => Piece::Box(BoxKind::Safety, nodes),
        });
    }

    /// The pieces of the step in work, or the introduction.
    fn pieces(&mut self) -> &mut Vec<Piece> {
        match self.lesson.steps.last_mut() {
            Some(step) => &mut step.pieces,
            None => &mut self.lesson.introduction,
        }
    }

    /// Adds a piece at the end; a safety box after the safety boxes at the start.
    pub(super) fn push(&mut self, piece: Piece) {
        self.is_past_step_line = true;
        let pieces = self.pieces();
        let is_safety = |piece: &Piece| matches!(piece, Piece::Box(BoxKind::Safety, _));
        if is_safety(&piece) {
            let place = pieces.iter().take_while(|piece| is_safety(piece)).count();
            pieces.insert(place, piece);
        } else {
            pieces.push(piece);
        }
    }

    /// Adds text, to the text before it where there is some.
    pub(super) fn push_nodes(&mut self, nodes: Vec<Node>) {
        if nodes.is_empty() {
            return;
        }
        self.is_past_step_line = true;
        match self.pieces().last_mut() {
            Some(Piece::Text(text)) => text.extend(nodes),
            _ => self.pieces().push(Piece::Text(nodes)),
        }
    }

    /// What can only be told at the end of the file.
    fn end(&mut self, front_matter: &FrontMatter) {
        let first = Place { line: 1, column: 1 };
        let title = self.lesson.title.clone();
        if !self.has_title {
            self.reader
                .problems
                .add(|| problem::NO_TITLE.at(first, &[&title]));
        }
        if self.lesson.steps.is_empty() {
            self.reader.problems.add(|| problem::NO_STEP.at(first, &[]));
        }
        steps::check_ids(self);
        let Some(entry) = front_matter.value(Key::Minutes) else {
            return;
        };
        let sum: u32 = self.lesson.counted_steps().map(|step| step.minutes).sum();
        let is_sum_known = self.lesson.counted_steps().all(|step| step.minutes > 0);
        if is_sum_known
            && !self.lesson.steps.is_empty()
            && self.lesson.minutes > 0
            && sum != self.lesson.minutes
        {
            let (sum, said) = (sum.to_string(), self.lesson.minutes.to_string());
            let word = Key::Minutes.word(Language::French);
            self.reader
                .problems
                .add(|| problem::MINUTES_DO_NOT_ADD_UP.at(entry.value_place, &[&sum, &said, word]));
        }
    }
}

/// The bold words that a box begins with.
fn first_strong(blocks: &[Block]) -> Option<String> {
    let Content::Paragraph(spans) = &blocks.first()?.content else {
        return None;
    };
    match &spans.first()?.content {
        SpanContent::Strong(inside) => Some(plain(inside)),
        _ => None,
    }
}

fn is_trainer_mark(words: &str) -> bool {
    let words = folded(words);
    let word = words.trim_end_matches([' ', ':', '.']);
    ["formateur", "formatrice", "formateurs", "trainer", "trainers"].contains(&word)
}

/// Takes `**Indice 1.**` from the start of a hint: the page counts hints itself.
fn take_hint_label(blocks: &mut Vec<Block>) -> Option<String> {
    let words = first_strong(blocks)?;
    let folded = folded(&words);
    let rest = ["indice", "hint", "astuce", "tip"]
        .iter()
        .find_map(|word| folded.strip_prefix(word))?;
    if !rest
        .chars()
        .all(|character| character.is_ascii_digit() || " .:".contains(character))
    {
        return None;
    }
    let Content::Paragraph(spans) = &mut blocks.first_mut()?.content else {
        return None;
    };
    spans.remove(0);
    match spans.first_mut().map(|span| &mut span.content) {
        Some(SpanContent::Text(text)) => *text = text.trim_start_matches([' ', '\u{a0}', ':']).to_owned(),
        Some(SpanContent::SoftBreak | SpanContent::HardBreak) => {
            spans.remove(0);
        }
        _ => {}
    }
    if spans.is_empty() {
        blocks.remove(0);
    }
    Some(words)
}

/// The words of a title.
pub(super) fn title_words(title: &[Inline]) -> String {
    crate::text::plain(title).trim().to_owned()
}
