//! The flat table of a program, read once: ids become numbers, and what follows or stands inside what is certain.
//!
//! A table may come from anywhere. A block belongs to the first block that names it and to no other, so that
//! what hangs under a top block is always a tree, whatever the table says.

use crate::blocks::BlockKind;
use crate::program::{Block, FieldValue, Program};
use crate::trace::BlockNumber;
use std::collections::BTreeMap;

/// A program as a forest of numbered blocks.
pub(super) struct Tree<'program> {
    blocks: &'program [Block],
    kinds: Vec<Option<BlockKind>>,
    next: Vec<Option<BlockNumber>>,
    inputs: Vec<Vec<(&'program str, BlockNumber)>>,
    /// Blocks that stand in no other, from the top of the workspace to its foot (ties: from left to right, then as
    /// in the table). It is the order in which scripts start (rule 3).
    pub(super) tops: Vec<BlockNumber>,
}

impl<'program> Tree<'program> {
    pub(super) fn read(program: &'program Program) -> Self {
        let blocks = &program.blocks;
        let mut number_of = BTreeMap::new();
        for (number, block) in (0..).zip(blocks) {
            number_of.entry(block.id.as_str()).or_insert(number);
        }
        let mut is_inside = vec![false; blocks.len()];
        let mut claim = |parent: BlockNumber, id: &str| {
            let number: BlockNumber = *number_of.get(id)?;
            let taken = is_inside.get_mut(number as usize)?;
            if *taken || number == parent {
                return None;
            }
            *taken = true;
            Some(number)
        };
        let mut next = Vec::with_capacity(blocks.len());
        let mut inputs = Vec::with_capacity(blocks.len());
        for (number, block) in (0..).zip(blocks) {
            inputs.push(
                block
                    .inputs
                    .iter()
                    .filter_map(|(name, id)| Some((name.as_str(), claim(number, id)?)))
                    .collect(),
            );
            next.push(block.next.as_ref().and_then(|id| claim(number, id)));
        }
        let mut tops: Vec<(f64, f64, BlockNumber)> = (0..)
            .zip(blocks)
            .zip(&is_inside)
            .filter(|((_, block), is_inside)| !**is_inside && !block.shadow)
            .map(|((number, block), _)| (block.y.unwrap_or(0.0), block.x.unwrap_or(0.0), number))
            .collect();
        tops.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)).then(a.2.cmp(&b.2)));
        Self {
            blocks,
            kinds: blocks.iter().map(Block::known_kind).collect(),
            next,
            inputs,
            tops: tops.into_iter().map(|(_, _, number)| number).collect(),
        }
    }

    pub(super) fn id(&self, block: BlockNumber) -> &'program str {
        &self.blocks[block as usize].id
    }

    pub(super) fn kind(&self, block: BlockNumber) -> Option<BlockKind> {
        self.kinds[block as usize]
    }

    pub(super) fn input(&self, block: BlockNumber, name: &str) -> Option<BlockNumber> {
        self.inputs[block as usize]
            .iter()
            .find(|(input, _)| *input == name)
            .map(|(_, number)| *number)
    }

    /// The blocks of a stack, from its head.
    pub(super) fn stack(&self, head: Option<BlockNumber>) -> impl Iterator<Item = BlockNumber> {
        std::iter::successors(head, |block| self.next[*block as usize])
    }

    /// A field that holds a word; empty when it is missing or holds a number.
    pub(super) fn word(&self, block: BlockNumber, field: &str) -> &'program str {
        match self.blocks[block as usize].fields.get(field) {
            Some(FieldValue::Word(word)) => word,
            _ => "",
        }
    }

    /// A field that holds a number, also one typed with a decimal comma.
    pub(super) fn number(&self, block: BlockNumber, field: &str) -> Option<f64> {
        let number = match self.blocks[block as usize].fields.get(field)? {
            FieldValue::Number(number) => *number,
            FieldValue::Word(word) => word.trim().replace(',', ".").parse().ok()?,
        };
        number.is_finite().then_some(number)
    }

    /// The number that an input holds when a plain number block stands in it.
    pub(super) fn literal(&self, block: BlockNumber, input: &str) -> Option<f64> {
        let value = self.input(block, input)?;
        (self.kind(value) == Some(BlockKind::Number)).then(|| self.number(value, "NUM"))?
    }

    /// The names of a function's parameters.
    pub(super) fn parameters(&self, function: BlockNumber) -> Vec<&'program str> {
        self.word(function, "PARAMETERS")
            .split(';')
            .map(str::trim)
            .filter(|name| !name.is_empty())
            .collect()
    }

    /// The inputs `IF0`, `DO0`, `IF1` … of a `si`, and its `ELSE` if it has one.
    pub(super) fn branches(&self, block: BlockNumber) -> (Vec<(String, String)>, bool) {
        let else_ifs = self.number(block, "ELSE_IFS").unwrap_or(0.0).clamp(0.0, MOST_ELSE_IFS);
        let branches = (0_u8..)
            .take_while(|branch| f64::from(*branch) <= else_ifs)
            .map(|branch| (format!("IF{branch}"), format!("DO{branch}")))
            .collect();
        (branches, self.number(block, "ELSE").unwrap_or(0.0) > 0.0)
    }
}

/// The most `sinon si` of one block (see [`BlockKind::If`]).
const MOST_ELSE_IFS: f64 = 20.0;
