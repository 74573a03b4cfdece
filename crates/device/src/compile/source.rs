//! The program as the compiler reads it: its tree, and what stands in the fields.

use crate::blocks::{BlockKind, FieldKind};
use crate::parts::{Board, PartName};
use crate::program::{Block, FieldValue, Program, Tree};
use crate::trace::BlockNumber;

/// A program and its board.
pub(super) struct Source<'program> {
    tree: Tree<'program>,
    kinds: Vec<Option<BlockKind>>,
    board: &'program Board,
}

impl<'program> Source<'program> {
    pub(super) fn new(program: &'program Program, board: &'program Board) -> Self {
        Self {
            tree: Tree::new(program),
            kinds: program.blocks.iter().map(Block::known_kind).collect(),
            board,
        }
    }

    /// The first blocks of scripts and loose stacks, in the order in which scripts start (rule 3). A shadow without
    /// a parent is nothing to run.
    pub(super) fn heads(&self) -> Vec<BlockNumber> {
        let heads = self.tree.heads().iter().map(|head| number(*head));
        heads.filter(|head| !self.block(*head).shadow).collect()
    }

    pub(super) fn block(&self, block: BlockNumber) -> &'program Block {
        self.tree.block(block as usize)
    }

    pub(super) fn kind(&self, block: BlockNumber) -> Option<BlockKind> {
        self.kinds[block as usize]
    }

    pub(super) fn input(&self, block: BlockNumber, name: &str) -> Option<BlockNumber> {
        self.tree.input(block as usize, name).map(number)
    }

    /// The blocks of a stack, from its head.
    pub(super) fn stack(&self, head: Option<BlockNumber>) -> impl Iterator<Item = BlockNumber> {
        head.into_iter()
            .flat_map(|head| self.tree.stack(head as usize))
            .map(number)
    }

    /// A field that holds a word; empty when it is missing or holds something else.
    pub(super) fn word(&self, block: BlockNumber, field: &str) -> &'program str {
        self.block(block).word(field).unwrap_or("")
    }

    /// The number written on a number block, also one with a decimal comma; `None` when it is none.
    pub(super) fn written_number(&self, block: BlockNumber) -> Option<f64> {
        let number = match self.block(block).fields.get("NUM")? {
            FieldValue::Number(number) => *number,
            FieldValue::Word(word) => words::decimal::read(word.trim())?,
            FieldValue::Newer(_) => return None,
        };
        number.is_finite().then_some(number)
    }

    /// The number that an input holds when a plain number block stands in it.
    pub(super) fn literal(&self, block: BlockNumber, input: &str) -> Option<f64> {
        let value = self.input(block, input)?;
        (self.kind(value) == Some(BlockKind::Number)).then(|| self.written_number(value))?
    }

    /// The number on the board of the part that a block names. `None` when there is no such part, or when it is of
    /// another kind than the block acts on.
    pub(super) fn part(&self, block: BlockNumber) -> Option<u16> {
        let fields = self.kind(block)?.spec().fields;
        let (field, wanted) = fields.iter().find_map(|field| match field.holds {
            FieldKind::Part(kind) => Some((field.name, kind)),
            _ => None,
        })?;
        let name = PartName::read(self.word(block, field))?;
        let number = self.board.part_number(&name)?;
        (name.kind == wanted).then(|| u16::try_from(number).ok())?
    }

    /// The names of a function's parameters; none for another block.
    pub(super) fn parameters(&self, function: BlockNumber) -> Vec<&'program str> {
        let names = self.word(function, "PARAMETERS").split(';').map(str::trim);
        names.filter(|name| !name.is_empty()).collect()
    }

    /// The inputs of each condition of a `si` and of what it leads to, and whether there is an `ELSE`.
    pub(super) fn branches(&self, block: BlockNumber) -> (Vec<(String, String)>, bool) {
        let branches =
            (0..=self.block(block).count("ELSE_IFS")).map(|n| (format!("IF{n}"), format!("DO{n}")));
        (branches.collect(), self.block(block).count("ELSE") > 0)
    }
}

/// A block's number: programs of more than `MOST_BLOCKS` are not read.
fn number(block: usize) -> BlockNumber {
    BlockNumber::try_from(block).unwrap_or(BlockNumber::MAX)
}
