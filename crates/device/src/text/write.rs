//! A program to lines.

mod unsayable;

use super::grammar::Grammar;
use super::read::after_mark;
use super::tokens::{in_brackets, is_space};
use super::{PLAIN_REMARK, UNREAD_BODY, UNREAD_TEXT, loose_mark, unknown_mark};
use crate::blocks::template::{Piece, clause_pieces, pieces};
use crate::blocks::{BlockKind, BlockSpec, Clauses, Field, FieldKind, Slot, default_word, worded};
use crate::parts::{Board, PartName};
use crate::program::{Block, Program, Tree};
use words::Language;

/// One line of a program's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// How deep it stands; each step is written as two spaces.
    pub depth: usize,
    /// The line without its indent.
    pub text: String,
    /// The number in `Program::blocks` of the block it is a line of; `None` for marks, remarks and empty lines.
    pub block: Option<usize>,
}

/// The text of a program. [`super::read`] gives the same tree again. Which part a block means without naming it
/// depends on the board: read it with the same.
#[must_use]
pub fn write(program: &Program, board: &Board, language: Language) -> String {
    let mut text = String::new();
    for line in lines(program, board, language) {
        if !line.text.is_empty() {
            text.extend(std::iter::repeat_n("  ", line.depth));
        }
        text.push_str(&line.text);
        text.push('\n');
    }
    text
}

/// The same text as [`write`], line by line, each with its block.
#[must_use]
pub fn lines(program: &Program, board: &Board, language: Language) -> Vec<Line> {
    let mut writer = Writer {
        tree: Tree::new(program),
        board,
        language,
        grammar: Grammar::new(),
        lines: Vec::new(),
        marked: None,
    };
    let mut is_after_hat = true;
    for head in writer.tree.heads().to_vec() {
        if !writer.lines.is_empty() {
            writer.line(0, String::new(), None);
        }
        let is_hat = writer.is_written_hat(head);
        // After a hat's script, a line that fits nothing begins a stack of its own as it is.
        let begins_by_itself = is_hat || is_after_hat && writer.can_stay_unread(head, true);
        if !begins_by_itself {
            writer.line(0, format!("# {}", loose_mark(language)), None);
            writer.marked = Some(head);
        }
        is_after_hat = is_hat;
        writer.stack(head);
    }
    writer.lines
}

struct Writer<'program> {
    tree: Tree<'program>,
    board: &'program Board,
    language: Language,
    grammar: Grammar,
    lines: Vec<Line>,
    /// The head that the last mark of a loose stack was written for.
    marked: Option<usize>,
}

/// What is still to be written.
enum Task {
    /// A block and all that follows it.
    Stack { first: usize, depth: usize },
    /// The line of a further clause.
    Clause {
        block: usize,
        depth: usize,
        pieces: Vec<Piece<'static>>,
        number: u32,
    },
}

/// A bit of a line still to be written.
enum Bit {
    Words(String),
    Value(usize),
}

impl<'program> Writer<'program> {
    fn line(&mut self, depth: usize, text: String, block: Option<usize>) {
        self.lines.push(Line { depth, text, block });
    }

    fn stack(&mut self, head: usize) {
        let mut tasks = vec![Task::Stack {
            first: head,
            depth: 0,
        }];
        while let Some(task) = tasks.pop() {
            match task {
                Task::Stack { first, depth } => {
                    let next = self.tree.next(first);
                    tasks.extend(next.map(|first| Task::Stack { first, depth }));
                    self.block(first, depth, &mut tasks);
                }
                Task::Clause {
                    block,
                    depth,
                    pieces,
                    number,
                } => {
                    let (text, values) = self.words_of(block, &pieces, Some(number));
                    self.line(depth, text, Some(block));
                    self.value_remarks(&values, depth);
                }
            }
        }
    }

    /// The line of a block and its remarks; what stands inside is added to the tasks.
    fn block(&mut self, block: usize, depth: usize, tasks: &mut Vec<Task>) {
        let row = self.tree.block(block);
        let kind = row.known_kind().filter(|_| self.is_writable(block));
        let Some(spec) = kind.map(BlockKind::spec) else {
            if self.can_stay_unread(block, depth == 0) {
                let text = row.word(UNREAD_TEXT).unwrap_or_default().to_owned();
                self.line(depth, text, Some(block));
                // Below, because a remark behind it could be read as part of it.
                for remark in row.comment.iter().flat_map(|comment| remark_lines(comment, "")) {
                    self.line(depth, remark, None);
                }
                let body = self.tree.input(block, UNREAD_BODY);
                tasks.extend(body.map(|first| Task::Stack {
                    first,
                    depth: depth + 1,
                }));
            } else {
                let text = format!("# {} {}", unknown_mark(self.language), self.as_rows(block, false));
                self.line(depth, text, Some(block));
            }
            return;
        };
        let (text, values) = self.words_of(block, &self.own_pieces(block, spec), None);
        self.line(depth, text, Some(block));
        self.remarks(row, depth);
        self.value_remarks(&values, depth);
        self.insides(block, spec, depth, tasks);
    }

    /// The bodies of a block and the lines between them, the last one first.
    fn insides(&self, block: usize, spec: &'static BlockSpec, depth: usize, tasks: &mut Vec<Task>) {
        let body = |name: &str| {
            let first = self.tree.input(block, name)?;
            Some(Task::Stack {
                first,
                depth: depth + 1,
            })
        };
        if let (Some(clauses), Some(slot)) = (spec.clauses, spec.slots.first()) {
            let Clauses {
                else_if, otherwise, ..
            } = clauses;
            let clause = |wording, number| Task::Clause {
                block,
                depth,
                pieces: clause_pieces(worded(wording, self.language), slot),
                number,
            };
            let row = self.tree.block(block);
            if row.count("ELSE") == 1 {
                tasks.extend(body("ELSE"));
                tasks.push(clause(otherwise, 0));
            }
            for number in (1..=row.count("ELSE_IFS")).rev() {
                tasks.extend(body(&format!("DO{number}")));
                tasks.push(clause(else_if, number));
            }
        }
        for name in spec.bodies.iter().rev() {
            tasks.extend(body(name));
        }
    }

    // Remarks.

    /// The first line of a remark stands behind the block, the others below.
    fn remarks(&mut self, row: &Block, depth: usize) {
        let Some(comment) = &row.comment else { return };
        let mut remarks = remark_lines(comment, "");
        let first = remarks.remove(0);
        if let Some(line) = self.lines.last_mut() {
            line.text.push_str("  ");
            line.text.push_str(&first);
        }
        for remark in remarks {
            self.line(depth, remark, None);
        }
    }

    /// Remarks on the values of a line, numbered as they come.
    fn value_remarks(&mut self, values: &[usize], depth: usize) {
        for (place, value) in values.iter().enumerate() {
            // The remark of a block that is written as rows is among them.
            let row = self.tree.block(*value);
            if let Some(comment) = row.comment.as_ref().filter(|_| self.is_writable(*value)) {
                for remark in remark_lines(comment, &(place + 1).to_string()) {
                    self.line(depth, remark, None);
                }
            }
        }
    }

    // Values.

    /// The line of a block, and the values in it in the order of the text. `clause` is the number of the clause when
    /// it is one's line.
    fn words_of(&self, block: usize, pieces: &[Piece<'static>], clause: Option<u32>) -> (String, Vec<usize>) {
        let mut text = String::new();
        let mut values = Vec::new();
        let mut bits = self.bits(block, pieces, clause);
        bits.reverse();
        while let Some(bit) = bits.pop() {
            match bit {
                Bit::Words(words) => {
                    let is_glued = text.is_empty() || text.ends_with('(') || words == ")" || words == ";";
                    if !is_glued || words == ";" {
                        text.push(' ');
                    }
                    text.push_str(&words);
                }
                Bit::Value(value) => {
                    values.push(value);
                    let mut inner = self.value_bits(value);
                    inner.reverse();
                    bits.append(&mut inner);
                }
            }
        }
        (text, values)
    }

    /// A value inside another block, in parentheses when there are values in it.
    fn value_bits(&self, value: usize) -> Vec<Bit> {
        let row = self.tree.block(value);
        let kind = row.known_kind().filter(|_| self.is_writable(value));
        let Some(spec) = kind.map(BlockKind::spec) else {
            return vec![Bit::Words(self.as_rows(value, true))];
        };
        let mut bits = self.bits(value, &self.own_pieces(value, spec), None);
        if !spec.slots.is_empty() {
            bits.insert(0, Bit::Words("(".to_owned()));
            bits.push(Bit::Words(")".to_owned()));
        }
        bits
    }

    fn own_pieces(&self, block: usize, spec: &'static BlockSpec) -> Vec<Piece<'static>> {
        let template = spec.long_template.filter(|_| self.needs_long_form(block));
        pieces(worded(template.unwrap_or(spec.template), self.language), spec)
    }

    fn bits(&self, block: usize, pieces: &[Piece<'static>], clause: Option<u32>) -> Vec<Bit> {
        let row = self.tree.block(block);
        let mut bits = Vec::new();
        let mut is_passed_over = false;
        for piece in pieces {
            match piece {
                Piece::GroupStart(subject) => is_passed_over = !self.says_something(row, subject),
                Piece::GroupEnd => is_passed_over = false,
                _ if is_passed_over => {}
                Piece::Word(word) => bits.push(Bit::Words((*word).to_owned())),
                Piece::Field(field) => bits.push(Bit::Words(self.field_words(row, field))),
                Piece::Slot(slot) if slot.is_repeated => self.repeated_bits(block, slot, &mut bits),
                Piece::Slot(slot) => {
                    let name = clause.map_or_else(|| slot.name.to_owned(), |number| format!("IF{number}"));
                    bits.push(self.socket(block, &name));
                }
            }
        }
        bits
    }

    fn socket(&self, block: usize, name: &str) -> Bit {
        let empty = || Bit::Words("?".to_owned());
        self.tree.input(block, name).map_or_else(empty, Bit::Value)
    }

    fn repeated_bits(&self, block: usize, slot: &Slot, bits: &mut Vec<Bit>) {
        let inputs = self.tree.block(block).inputs_in_order();
        let names = inputs.iter().filter(|input| input.name.starts_with(slot.name));
        for (place, input) in names.enumerate() {
            if place > 0 {
                bits.push(Bit::Words(";".to_owned()));
            }
            bits.push(self.socket(block, &input.name));
        }
    }

    fn says_something(&self, row: &Block, subject: &str) -> bool {
        let spec = row.known_kind().map(BlockKind::spec);
        let field = spec.and_then(|spec| spec.fields.iter().find(|field| field.name == subject));
        match field.map(|field| field.holds) {
            Some(FieldKind::Part(kind)) => {
                let first = self.board.first_name(kind).saved();
                row.word(subject).is_some_and(|part| part != first)
            }
            Some(_) => row.word(subject).is_some_and(|word| !word.is_empty()),
            None => row.inputs.keys().any(|input| input.starts_with(subject)),
        }
    }

    fn field_words(&self, row: &Block, field: &Field) -> String {
        let word = row.word(field.name);
        match field.holds {
            FieldKind::Choice(choices) => {
                let saved = |word| choices.iter().find(|choice| Some(choice.saved) == word);
                let choice = saved(word).or(choices.first());
                choice
                    .map_or("?", |choice| worded(choice.word, self.language))
                    .to_owned()
            }
            FieldKind::Part(kind) => {
                let part = word
                    .and_then(PartName::read)
                    .unwrap_or_else(|| self.board.first_name(kind));
                part.in_language(self.language)
            }
            FieldKind::ParameterNames => {
                let names = word
                    .unwrap_or_default()
                    .split(';')
                    .map(|name| self.name(name.trim()));
                names.collect::<Vec<_>>().join(" ; ")
            }
            FieldKind::Variable | FieldKind::List | FieldKind::FunctionName | FieldKind::ParameterName => {
                self.name(word.unwrap_or(default_word(field.holds)))
            }
            FieldKind::Number => {
                let number = row.number(field.name).unwrap_or(0.0).to_string();
                self.language.pick(number.replace('.', ","), number.clone())
            }
            FieldKind::Count { .. } => row.count(field.name).to_string(),
        }
    }

    fn name(&self, name: &str) -> String {
        if self.grammar.needs_brackets(name) {
            in_brackets(name)
        } else {
            name.to_owned()
        }
    }

    /// A variable that has the name of a parameter of its function, a parameter outside of its function, and either
    /// alone on a line, where a lone word is more often a slip.
    fn needs_long_form(&self, value: usize) -> bool {
        if self.tree.parent(value).is_none() {
            return true;
        }
        let head = self.tree.block(self.tree.head_of(value));
        let is_function = head.known_kind() == Some(BlockKind::Function);
        let names = head
            .word("PARAMETERS")
            .filter(|_| is_function)
            .unwrap_or_default();
        let is_parameter =
            |name: Option<&str>| names.split(';').any(|parameter| Some(parameter.trim()) == name);
        let row = self.tree.block(value);
        match row.known_kind() {
            Some(BlockKind::Variable) => {
                is_parameter(Some(row.word("VAR").unwrap_or(default_word(FieldKind::Variable))))
            }
            Some(BlockKind::Parameter) => !is_parameter(Some(
                row.word("NAME").unwrap_or(default_word(FieldKind::ParameterName)),
            )),
            _ => false,
        }
    }
}

/// A remark as lines, each with its sign and what is needed to read it as a remark again.
fn remark_lines(comment: &str, number: &str) -> Vec<String> {
    let comment = comment.replace("\r\n", "\n").replace('\r', "\n");
    comment
        .split('\n')
        .map(|words| remark_line(words, number))
        .collect()
}

fn remark_line(words: &str, number: &str) -> String {
    let trimmed = words.trim_matches(is_space).to_lowercase();
    let is_mark = Language::ALL.into_iter().any(|language| {
        trimmed == loose_mark(language) || after_mark(&trimmed, unknown_mark(language)).is_some()
    });
    match words {
        "" => format!("#{number}"),
        _ if is_mark || words.starts_with(PLAIN_REMARK) => format!("#{number} {PLAIN_REMARK}{words}"),
        _ => format!("#{number} {words}"),
    }
}
