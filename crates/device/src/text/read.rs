//! Lines to a program: indentation, scripts, remarks.

use super::grammar::Grammar;
use super::line::{Content, Context, Draft, Said, read_line};
use super::problem::{TextProblem, TextProblemKind};
use super::tokens::{Token, What, is_space, tokens};
use super::{
    MOST_NESTING, MOST_TEXT_BYTES, PLAIN_REMARK, UNREAD_BODY, UNREAD_LINE, UNREAD_TEXT, loose_mark,
    unknown_mark,
};
use crate::blocks::{BlockKind, Shape};
use crate::parts::{Board, PartName};
use crate::program::{Block, FieldValue, Program, Tree, from_rows};
use words::Language;

/// Reads a program in either language, or in both mixed. Ids are `b1`, `b2` … in the order of the text, so the same
/// text gives the same program. Reading never fails: a line that fits nothing is kept as a block of its own, with a
/// problem that says so.
#[must_use]
pub fn read(text: &str, board: &Board) -> (Program, Vec<TextProblem>) {
    let grammar = Grammar::new();
    let mut reader = Reader::new(&grammar, board);
    if text.len() > MOST_TEXT_BYTES {
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
/// A tab counts as one step inside.
const TAB_WIDTH: usize = 2;
/// Where scripts of a text are laid out, in workspace units: one line under the other, far enough apart that no
/// block covers another.
const MARGIN_UNITS: f64 = 24.0;
const LINE_UNITS: f64 = 48.0;

struct Reader<'text> {
    grammar: &'text Grammar,
    board: &'text Board,
    program: Program,
    problems: Vec<TextProblem>,
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

/// A stack of blocks being read.
struct Level {
    indent: usize,
    /// The block and the input it stands in; `None` at the margin.
    owner: Option<(usize, String)>,
    /// The last block of it.
    last: Option<usize>,
    /// Whether a block may follow the last one.
    goes_on: bool,
    /// The input of the last block that deeper lines go into.
    body: Option<String>,
    /// Deeper lines without a place were told once.
    told_indent: Option<usize>,
}

impl Level {
    fn new(indent: usize, owner: Option<(usize, String)>) -> Self {
        Self {
            indent,
            owner,
            last: None,
            goes_on: false,
            body: None,
            told_indent: None,
        }
    }
}

impl<'text> Reader<'text> {
    fn new(grammar: &'text Grammar, board: &'text Board) -> Self {
        Self {
            grammar,
            board,
            program: Program::default(),
            problems: Vec::new(),
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

    // Levels.

    fn enter_level(&mut self, indent: usize, column: usize) {
        self.left = None;
        while self.levels.len() > 1 && self.top().indent > indent {
            self.left = self.levels.pop();
        }
        if indent <= self.top().indent {
            (self.top().indent, self.top().told_indent) = (indent, None);
            return;
        }
        if self.top().told_indent == Some(indent) {
            return;
        }
        if self.program.blocks.is_empty() {
            // A text that is indented as a whole.
            self.top().indent = indent;
            return;
        }
        let owner = self.top().last.zip(self.top().body.clone());
        match (self.left.take(), owner) {
            (Some(left), _) => {
                self.levels.push(left);
                self.problem(column, TextProblemKind::Misaligned);
            }
            (None, Some(_)) if self.levels.len() > MOST_NESTING => {
                self.problem(column, TextProblemKind::TooDeep);
            }
            (None, Some(owner)) => self.levels.push(Level::new(indent, Some(owner))),
            (None, None) => {
                self.top().told_indent = Some(indent);
                self.problem(column, TextProblemKind::TooIndented);
            }
        }
    }

    fn top(&mut self) -> &mut Level {
        self.levels
            .last_mut()
            .expect("the level of the margin is never left")
    }

    fn is_at_margin(&self) -> bool {
        self.levels.len() == 1
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
            looks_for_nearest: self.problems.len() < MOST_SUGGESTIONS,
        };
        let said = read_line(context, line);
        let words = line.iter().filter_map(|token| match &token.what {
            What::Word(word) => Some(word.as_str()),
            _ => None,
        });
        self.language = self.grammar.language_of(words).unwrap_or(self.language);
        match said {
            Ok(Said::Block(drafts)) => self.block(drafts, typed, column),
            Ok(Said::ElseIf(condition)) => self.else_if(condition, typed, column),
            Ok(Said::Else) => self.otherwise(typed, column),
            Ok(Said::Value(draft)) => self.value(draft, typed, column),
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
            Content::Rows(rows) => return self.add_rows(&rows, draft.column),
            Content::Block { kind, fields, inputs } => (kind, fields, inputs),
        };
        self.tell_missing_part(&fields, draft.column);
        let number = self.program.blocks.len();
        let mut block = Block::new(format!("b{}", number + 1), kind);
        block.fields = fields;
        self.program.blocks.push(block);
        self.values.push(number);
        for (input, draft) in inputs {
            let child = self.add(draft);
            let is_number = self.program.blocks[child].known_kind() == Some(BlockKind::Number);
            self.program.blocks[child].shadow |= is_number && has_usual_number(kind, &input);
            let id = self.program.blocks[child].id.clone();
            self.program.blocks[number].inputs.insert(input, id);
        }
        number
    }

    fn tell_missing_part(&mut self, fields: &std::collections::BTreeMap<String, FieldValue>, column: usize) {
        let Some(FieldValue::Word(part)) = fields.get("PART") else {
            return;
        };
        let Some(part) = PartName::read(part) else { return };
        if self.board.part_number(&part).is_none() {
            let nearest = self.board.of_kind(part.kind).next().map(|part| part.name.clone());
            self.problem(column, TextProblemKind::NoSuchPart { part, nearest });
        }
    }

    fn add_rows(&mut self, rows: &[serde_json::Value], column: usize) -> usize {
        let first_number = self.program.blocks.len();
        let (mut inner, repairs) = from_rows(rows);
        let is_one_tree = Tree::new(&inner).heads() == [0];
        if inner.blocks.is_empty() || !repairs.is_empty() || !is_one_tree {
            self.problem(column, TextProblemKind::UnreadableBlock);
        }
        if inner.blocks.is_empty() {
            inner.blocks.push(unread_block(String::new(), ""));
        }
        let old_ids: Vec<String> = inner.blocks.iter().map(|block| block.id.clone()).collect();
        let new_id = |old: &String| {
            let place = old_ids.iter().position(|id| id == old);
            place.map_or_else(|| old.clone(), |place| format!("b{}", first_number + place + 1))
        };
        for mut block in inner.blocks {
            block.id = new_id(&block.id);
            block.inputs.values_mut().for_each(|id| *id = new_id(id));
            block.next = block.next.as_ref().map(new_id);
            self.program.blocks.push(block);
        }
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

    fn value(&mut self, draft: Draft, typed: &str, column: usize) {
        let is_rows = matches!(draft.content, Content::Rows(_));
        if !self.is_at_margin() && !is_rows {
            self.problem(column, TextProblemKind::ValueAlone);
            self.unread(typed);
            return;
        }
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

    // Remarks.

    fn remark_line(&mut self, remark: &str, whole: &str, indent: usize, column: usize) {
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
    fn remark(&mut self, remark: &str) {
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

    fn add_remark(&mut self, block: usize, words: &str) {
        match &mut self.program.blocks[block].comment {
            Some(before) => {
                before.push('\n');
                before.push_str(words);
            }
            none => *none = Some(words.to_owned()),
        }
    }
}

fn width(character: char) -> usize {
    match character {
        '\t' => TAB_WIDTH,
        // Marks that show nothing.
        '\u{feff}' | '\u{200b}' | '\u{2060}' => 0,
        _ => 1,
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

/// What follows a mark, whatever spaces are in front of the colon.
pub(super) fn after_mark<'line>(line: &'line str, mark: &str) -> Option<&'line str> {
    let words = mark.trim_end_matches(':').trim_end();
    let start = line.get(..words.len())?;
    if start.to_lowercase() != words {
        return None;
    }
    line[words.len()..].trim_start_matches(is_space).strip_prefix(':')
}

fn unread_block(id: String, typed: &str) -> Block {
    let mut block = Block::new(id, BlockKind::OnStart);
    block.kind = UNREAD_LINE.to_owned();
    block
        .fields
        .insert(UNREAD_TEXT.to_owned(), FieldValue::Word(typed.to_owned()));
    block
}
