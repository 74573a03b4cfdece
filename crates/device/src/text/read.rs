//! Lines to a program: indentation, scripts, remarks.

mod levels;
mod remarks;

pub(super) use remarks::after_mark;

use super::grammar::Grammar;
use super::line::{Content, Context, Draft, Said, read_line};
use super::problem::{TextProblem, TextProblemKind};
use super::tokens::{Token, is_space, tokens};
use super::{MOST_TEXT_BYTES, UNREAD_BODY, UNREAD_LINE, UNREAD_TEXT};
use crate::blocks::{BlockKind, Shape};
use crate::in_order::gathered;
use crate::parts::{Board, PartName};
use crate::program::{Block, FieldValue, Program, rename_all};
use levels::{Level, width};
use std::collections::BTreeMap;
use words::Language;

/// Reads a program in either language, or in both mixed. Ids are `b1`, `b2` … in the order of the text, so the same
/// text gives the same program. Reading never fails: a line that fits nothing is kept as a block of its own, with a
/// problem that says so.
#[must_use]
pub fn read(text: &str, board: &Board) -> (Program, Vec<TextProblem>) {
    let grammar = Grammar::new();
    let mut reader = Reader::new(&grammar, board);
    if text.len() > MOST_TEXT_BYTES {
        reader.line_number = 1;
        reader.problem(1, TextProblemKind::TooLong);
        return (reader.program, reader.problems);
    }
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    for line in text.split('\n') {
        reader.line_number += 1;
        reader.line(line);
    }
    (reader.program, reader.problems)
}

/// Whether a line, after some others, is one that [`read`] keeps as it is because it fits nothing.
pub(super) fn is_unread(
    grammar: &Grammar,
    board: &Board,
    lines_before: &[&str],
    indent: &str,
    line: &str,
) -> bool {
    let mut reader = Reader::new(grammar, board);
    reader.looks_for_nearest = false;
    lines_before.iter().for_each(|line| reader.line(line));
    let n_before = reader.program.blocks.len();
    reader.line(&format!("{indent}{line}"));
    match &reader.program.blocks[n_before..] {
        [only] => only.kind == UNREAD_LINE && only.word(UNREAD_TEXT) == Some(line) && only.comment.is_none(),
        _ => false,
    }
}

/// Beyond so many problems, unknown lines get no suggestion: it takes longer than the rest together.
const MOST_SUGGESTIONS: usize = 100;
/// Where scripts of a text are laid out, in workspace units: one line under the other, far enough apart that no
/// block covers another.
const MARGIN_UNITS: f64 = 24.0;
const LINE_UNITS: f64 = 48.0;

struct Reader<'text> {
    grammar: &'text Grammar,
    board: &'text Board,
    program: Program,
    problems: Vec<TextProblem>,
    looks_for_nearest: bool,
    line_number: usize,
    levels: Vec<Level>,
    /// A level that the last line left and the next one may still belong to.
    left: Option<Level>,
    /// The parameters of the function being read.
    parameters: Vec<String>,
    /// The next line begins a stack without a hat.
    is_loose: bool,
    /// A line without anything came since the last block.
    after_blank: bool,
    /// The block the next remark is about.
    remarked: Option<usize>,
    /// The values of the last line, in order.
    values: Vec<usize>,
    /// Remarks that came before the first block.
    early_remarks: Vec<String>,
    /// The language of the last line that told.
    language: Language,
}

impl<'text> Reader<'text> {
    fn new(grammar: &'text Grammar, board: &'text Board) -> Self {
        Self {
            grammar,
            board,
            program: Program::default(),
            problems: Vec::new(),
            looks_for_nearest: true,
            line_number: 0,
            levels: vec![Level::new(0, None)],
            left: None,
            parameters: Vec::new(),
            is_loose: false,
            after_blank: false,
            remarked: None,
            values: Vec::new(),
            early_remarks: Vec::new(),
            language: Language::French,
        }
    }

    fn problem(&mut self, column: usize, kind: TextProblemKind) {
        self.problems.push(TextProblem {
            line: self.line_number,
            column,
            kind,
        });
    }

    fn line(&mut self, line: &str) {
        let rest = line.trim_start_matches(is_space);
        let margin = &line[..line.len() - rest.len()];
        let indent = margin.chars().map(width).sum();
        let column = margin.chars().count() + 1;
        if let Some(remark) = rest.strip_prefix('#') {
            self.remark_line(remark, rest, indent, column);
            return;
        }
        match tokens(rest, column) {
            Ok(found) if found.tokens.is_empty() => self.after_blank = true,
            Ok(found) => {
                self.enter_level(indent, column);
                let typed = found.remark.as_ref().map_or(rest, |remark| {
                    rest[..rest.len() - remark.len() - 1].trim_end_matches(is_space)
                });
                self.said(&found.tokens, typed, column);
                if let Some(remark) = found.remark {
                    self.remark(&remark);
                }
            }
            Err((at, kind)) => {
                self.enter_level(indent, column);
                self.problem(at, kind);
                self.unread(rest);
            }
        }
    }

    // Blocks.

    fn said(&mut self, line: &[Token], typed: &str, column: usize) {
        if self.is_at_margin() {
            self.parameters.clear();
        }
        let context = Context {
            grammar: self.grammar,
            board: self.board,
            parameters: &self.parameters,
            language: self.language,
            takes_value: self.is_at_margin() && self.is_loose,
            looks_for_nearest: self.looks_for_nearest && self.problems.len() < MOST_SUGGESTIONS,
        };
        let said = read_line(context, line);
        let words = line.iter().filter_map(Token::word);
        self.language = self.grammar.language_of(words).unwrap_or(self.language);
        match said {
            Ok(Said::Block(drafts)) => self.block(drafts, typed, column),
            Ok(Said::ElseIf(condition)) => self.else_if(condition, typed, column),
            Ok(Said::Else) => self.otherwise(typed, column),
            Ok(Said::Value(draft)) => self.value(draft),
            Err((at, kind)) => {
                self.problem(at, kind);
                self.unread(typed);
            }
        }
    }

    /// A line that several kinds are written like is a hat at the margin, unless it goes on a stack there.
    fn block(&mut self, drafts: Vec<Draft>, typed: &str, column: usize) {
        let goes_on = self.top().goes_on && !self.after_blank;
        let may_be_hat = self.is_at_margin() && !goes_on && !self.is_loose;
        let fits = |draft: &Draft| match &draft.content {
            Content::Block { kind, .. } => (kind.spec().shape == Shape::Hat) == may_be_hat,
            Content::Rows(_) => true,
        };
        let draft = drafts
            .iter()
            .find(|draft| fits(draft))
            .or(drafts.first())
            .cloned();
        let Some(draft) = draft else { return };
        let Content::Block { kind, .. } = &draft.content else {
            return;
        };
        let spec = kind.spec();
        if spec.shape == Shape::Hat {
            if !self.is_at_margin() {
                self.problem(
                    column,
                    TextProblemKind::HatInside {
                        line: typed.to_owned(),
                    },
                );
                self.unread(typed);
                return;
            }
            self.begin_script();
        }
        let body = spec.bodies.first().map(|body| (*body).to_owned());
        let is_hat = spec.shape == Shape::Hat;
        let block = self.new_line_block(draft);
        self.place(block, !is_hat, body);
        if is_hat {
            let names = self.program.blocks[block].word("PARAMETERS").unwrap_or_default();
            self.parameters = names.split(';').map(str::to_owned).collect();
        }
    }

    fn begin_script(&mut self) {
        self.levels.truncate(1);
        let top = self.top();
        (top.last, top.goes_on, top.body) = (None, false, None);
        self.is_loose = false;
        self.parameters.clear();
    }

    /// Adds the block of a line and its values to the program, not yet in their place.
    fn new_line_block(&mut self, draft: Draft) -> usize {
        self.values.clear();
        let block = self.add(draft);
        // The block itself is no value of its line.
        self.values.retain(|value| *value != block);
        block
    }

    /// Sets a block at the end of the current level.
    fn place(&mut self, block: usize, goes_on: bool, body: Option<String>) {
        let id = self.program.blocks[block].id.clone();
        let top = self.top();
        let before = top.last.filter(|_| top.goes_on);
        let owner = top.owner.clone();
        (top.last, top.goes_on, top.body) = (Some(block), goes_on, body);
        match (before, owner) {
            (Some(before), _) => self.program.blocks[before].next = Some(id),
            (None, Some((owner, input))) => {
                self.program.blocks[owner].inputs.insert(input, id);
            }
            (None, None) => {
                let line = u32::try_from(self.line_number.saturating_sub(1)).unwrap_or(u32::MAX);
                let head = &mut self.program.blocks[block];
                head.x = Some(MARGIN_UNITS);
                head.y = Some(MARGIN_UNITS + LINE_UNITS * f64::from(line));
            }
        }
        self.is_loose = false;
        self.after_blank = false;
        self.remarked = Some(block);
        for remark in std::mem::take(&mut self.early_remarks) {
            self.add_remark(block, &remark);
        }
    }

    /// Adds a block and what stands in it, each with the next id; gives its number.
    fn add(&mut self, draft: Draft) -> usize {
        let (kind, fields, inputs) = match draft.content {
            Content::Rows(rows) => return self.add_rows(rows),
            Content::Block { kind, fields, inputs } => (kind, fields, inputs),
        };
        self.tell_missing_part(&fields, draft.column);
        let number = self.program.blocks.len();
        let mut block = Block::new(format!("b{}", number + 1), kind);
        block.fields = fields;
        self.program.blocks.push(block);
        self.values.push(number);
        for (input, draft) in inputs {
            let is_number = matches!(
                draft.content,
                Content::Block {
                    kind: BlockKind::Number,
                    ..
                }
            );
            let child = self.add(draft);
            self.program.blocks[child].shadow |= is_number && has_usual_number(kind, &input);
            let id = self.program.blocks[child].id.clone();
            self.program.blocks[number].inputs.insert(input, id);
        }
        number
    }

    fn tell_missing_part(&mut self, fields: &BTreeMap<String, FieldValue>, column: usize) {
        let Some(FieldValue::Word(part)) = fields.get("PART") else {
            return;
        };
        let Some(part) = PartName::read(part) else { return };
        if self.board.part_number(&part).is_none() {
            let nearest = self.board.of_kind(part.kind).next().map(|part| part.name.clone());
            self.problem(column, TextProblemKind::NoSuchPart { part, nearest });
        }
    }

    fn add_rows(&mut self, rows: Program) -> usize {
        let first_number = self.program.blocks.len();
        let ids: BTreeMap<String, String> = gathered(
            (first_number + 1..)
                .zip(&rows.blocks)
                .map(|(number, block)| (block.id.clone(), format!("b{number}"))),
        );
        self.program.blocks.extend(rows.blocks);
        rename_all(&mut self.program.blocks[first_number..], &ids);
        self.values.push(first_number);
        first_number
    }

    /// Keeps a line as it is.
    fn unread(&mut self, typed: &str) {
        let number = self.program.blocks.len();
        self.program
            .blocks
            .push(unread_block(format!("b{}", number + 1), typed));
        self.values.clear();
        self.place(number, true, Some(UNREAD_BODY.to_owned()));
    }

    /// A value alone begins and ends a stack of its own; a block of a newer version may be part of one.
    fn value(&mut self, draft: Draft) {
        let is_rows = matches!(draft.content, Content::Rows(_));
        if !is_rows {
            self.begin_script();
        }
        let block = self.new_line_block(draft);
        self.place(block, is_rows, None);
    }

    // Clauses.

    /// The `si` that a clause at this level belongs to.
    fn open_if(&mut self) -> Option<usize> {
        let top = self.top();
        let open = top
            .last
            .filter(|_| top.body.as_deref().is_some_and(|body| body.starts_with("DO")))?;
        (self.program.blocks[open].known_kind() == Some(BlockKind::If)).then_some(open)
    }

    fn else_if(&mut self, condition: Option<Draft>, typed: &str, column: usize) {
        let Some(open) = self.open_if() else {
            self.stray_clause(typed, column);
            return;
        };
        let most = BlockKind::If.spec().clauses.map_or(0, |clauses| clauses.most);
        let n_before = self.program.blocks[open].count("ELSE_IFS");
        if n_before >= most {
            self.problem(column, TextProblemKind::TooManyClauses { most });
            self.unread(typed);
            return;
        }
        let n = n_before + 1;
        let count = FieldValue::Number(f64::from(n));
        self.program.blocks[open]
            .fields
            .insert("ELSE_IFS".to_owned(), count);
        self.values.clear();
        if let Some(condition) = condition {
            let child = self.add(condition);
            let id = self.program.blocks[child].id.clone();
            self.program.blocks[open].inputs.insert(format!("IF{n}"), id);
        }
        self.open_body(open, format!("DO{n}"));
    }

    fn otherwise(&mut self, typed: &str, column: usize) {
        let Some(open) = self.open_if() else {
            self.stray_clause(typed, column);
            return;
        };
        self.program.blocks[open]
            .fields
            .insert("ELSE".to_owned(), FieldValue::Number(1.0));
        self.values.clear();
        self.open_body(open, "ELSE".to_owned());
    }

    fn open_body(&mut self, block: usize, body: String) {
        self.left = None;
        self.top().body = Some(body);
        self.remarked = Some(block);
        self.after_blank = false;
    }

    fn stray_clause(&mut self, typed: &str, column: usize) {
        self.problem(
            column,
            TextProblemKind::ClauseWithoutIf {
                clause: typed.to_owned(),
            },
        );
        self.unread(typed);
    }
}

/// Whether a socket comes with a number, so that a number typed there is that one.
fn has_usual_number(kind: BlockKind, input: &str) -> bool {
    let slots = kind.spec().slots;
    let slot = slots
        .iter()
        .find(|slot| slot.name == input || slot.is_repeated && input.starts_with(slot.name));
    slot.is_some_and(|slot| slot.default.is_some())
}

fn unread_block(id: String, typed: &str) -> Block {
    let mut block = Block::new(id, BlockKind::OnStart);
    block.kind = UNREAD_LINE.to_owned();
    block
        .fields
        .insert(UNREAD_TEXT.to_owned(), FieldValue::Word(typed.to_owned()));
    block
}
