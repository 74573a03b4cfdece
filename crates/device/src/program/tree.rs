//! The tree that the flat table of a program tells of: who stands in whom, and in which order.

use super::{Block, Program};
use crate::blocks::{Shape, Slot};
use crate::in_order::{float_in_order, sort_by_number};
use std::collections::BTreeMap;

/// How a block hangs on the one above it.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Link<'program> {
    /// It follows in the same stack.
    Next,
    /// It is the first block inside an input.
    Input(&'program str),
}

/// A program's links, read once and made sound: every block but the heads hangs on exactly one other, and no walk
/// along links goes in circles. Links to blocks that are not there, second parents and the links that close a circle
/// are left out, so a tree can be read of any program. Blocks are named by their number in `Program::blocks`.
#[derive(Clone, Debug)]
pub struct Tree<'program> {
    program: &'program Program,
    next: Vec<Option<usize>>,
    inputs: Vec<BTreeMap<&'program str, usize>>,
    parents: Vec<Option<(usize, Link<'program>)>>,
    heads: Vec<usize>,
    /// For each block, the head of the script it stands in.
    roots: Vec<usize>,
    /// How many links had to be left out.
    n_left_out: usize,
}

impl<'program> Tree<'program> {
    /// Reads the links of a program. Takes time proportional to its size (times the logarithm, for the ids).
    #[must_use]
    pub fn new(program: &'program Program) -> Self {
        let blocks = &program.blocks;
        let mut numbers = BTreeMap::new();
        for (number, block) in blocks.iter().enumerate() {
            numbers.entry(block.id.as_str()).or_insert(number);
        }
        let mut tree = Self {
            program,
            next: vec![None; blocks.len()],
            inputs: vec![BTreeMap::new(); blocks.len()],
            parents: vec![None; blocks.len()],
            heads: Vec::new(),
            roots: vec![usize::MAX; blocks.len()],
            n_left_out: 0,
        };
        for (number, block) in blocks.iter().enumerate() {
            let inputs = block.inputs.iter().map(|(name, id)| (Link::Input(name), id));
            let next = block.next.iter().map(|id| (Link::Next, id));
            for (link, id) in inputs.chain(next) {
                match numbers.get(id.as_str()) {
                    Some(&child) if child != number && tree.parents[child].is_none() => {
                        tree.parents[child] = Some((number, link.clone()));
                        match link {
                            Link::Next => tree.next[number] = Some(child),
                            Link::Input(name) => {
                                tree.inputs[number].insert(name, child);
                            }
                        }
                    }
                    _ => tree.n_left_out += 1,
                }
            }
        }
        tree.find_heads();
        tree
    }

    /// Heads are the blocks without a parent, and in each circle the first block of the table.
    fn find_heads(&mut self) {
        let without_parent: Vec<_> = (0..self.len())
            .filter(|block| self.parents[*block].is_none())
            .collect();
        for head in without_parent {
            self.add_head(head);
        }
        for block in 0..self.len() {
            if self.roots[block] == usize::MAX {
                self.cut(block);
                self.add_head(block);
            }
        }
        let place = |place: Option<f64>| float_in_order(place.unwrap_or(0.0));
        let blocks = &self.program.blocks;
        sort_by_number(&mut self.heads, |head| *head as u64);
        sort_by_number(&mut self.heads, |head| place(blocks[*head].x));
        sort_by_number(&mut self.heads, |head| place(blocks[*head].y));
    }

    fn add_head(&mut self, head: usize) {
        self.heads.push(head);
        let mut waiting = vec![head];
        while let Some(block) = waiting.pop() {
            self.roots[block] = head;
            waiting.extend(self.inputs[block].values().copied());
            waiting.extend(self.next[block]);
        }
    }

    fn cut(&mut self, block: usize) {
        if let Some((parent, link)) = self.parents[block].take() {
            self.n_left_out += 1;
            match link {
                Link::Next => self.next[parent] = None,
                Link::Input(name) => {
                    self.inputs[parent].remove(name);
                }
            }
        }
    }

    /// How many blocks the program has.
    #[must_use]
    pub fn len(&self) -> usize {
        self.program.blocks.len()
    }

    /// Whether the program has no block at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.program.blocks.is_empty()
    }

    /// How many links of the table had to be left out to make a tree of it; 0 for a sound program.
    #[must_use]
    pub fn n_left_out(&self) -> usize {
        self.n_left_out
    }

    /// A block of the program.
    #[must_use]
    pub fn block(&self, number: usize) -> &'program Block {
        &self.program.blocks[number]
    }

    /// The first blocks of all scripts and loose stacks, in the order in which they stand in the workspace: from
    /// top to bottom, then from left to right, then as in the table. It is the order in which scripts start.
    #[must_use]
    pub fn heads(&self) -> &[usize] {
        &self.heads
    }

    /// The block that follows in the same stack.
    #[must_use]
    pub fn next(&self, block: usize) -> Option<usize> {
        self.next[block]
    }

    /// The first block inside an input.
    #[must_use]
    pub fn input(&self, block: usize, name: &str) -> Option<usize> {
        self.inputs[block].get(name).copied()
    }

    /// The filled inputs of a block, by name.
    pub fn inputs(&self, block: usize) -> impl Iterator<Item = (&'program str, usize)> + '_ {
        self.inputs[block].iter().map(|(name, child)| (*name, *child))
    }

    /// What a block hangs on; `None` for a head.
    #[must_use]
    pub fn parent(&self, block: usize) -> Option<(usize, &Link<'program>)> {
        self.parents[block].as_ref().map(|(parent, link)| (*parent, link))
    }

    /// A block and those that follow it in the same stack.
    pub fn stack(&self, first: usize) -> impl Iterator<Item = usize> + '_ {
        std::iter::successors(Some(first), |block| self.next[*block])
    }

    /// The head of the script or loose stack that a block stands in.
    #[must_use]
    pub fn head_of(&self, block: usize) -> usize {
        self.roots[block]
    }

    /// Whether a block stands under a hat (or is one): only such blocks run, and only such count in checks.
    #[must_use]
    pub fn is_under_hat(&self, block: usize) -> bool {
        let head = self.block(self.roots[block]);
        head.known_kind()
            .is_some_and(|kind| kind.spec().shape == Shape::Hat)
    }

    /// The blocks that stand under a hat, shadow values left out: those that `programme au plus N blocs` counts.
    pub fn counted(&self) -> impl Iterator<Item = usize> + '_ {
        (0..self.len()).filter(|block| self.is_under_hat(*block) && !self.block(*block).shadow)
    }

    /// Every block of one script or stack in the order of its text: a block, what stands inside it, what follows.
    #[must_use]
    pub fn in_reading_order(&self, head: usize) -> Vec<usize> {
        let mut order = Vec::new();
        let mut waiting = vec![head];
        while let Some(block) = waiting.pop() {
            order.push(block);
            waiting.extend(self.next[block]);
            let children = self.children(block);
            waiting.extend(children.iter().rev());
        }
        order
    }

    /// What stands inside a block, in the order of its text.
    #[must_use]
    pub fn children(&self, block: usize) -> Vec<usize> {
        let known = self.block(block).inputs_in_order();
        let mut children: Vec<_> = known
            .iter()
            .filter_map(|input| self.input(block, &input.name))
            .collect();
        let others = self
            .inputs(block)
            .filter(|(name, _)| known.iter().all(|input| input.name != *name));
        children.extend(others.map(|(_, child)| child));
        children
    }
}

/// An input that a block has, filled or empty.
#[derive(Clone, Debug, PartialEq)]
pub struct Input {
    /// Its name in `Block::inputs`.
    pub name: String,
    /// What goes in.
    pub holds: InputHolds,
}

/// What goes into an input.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum InputHolds {
    /// A value.
    Value(&'static Slot),
    /// A stack of blocks.
    Stack,
}

impl Block {
    /// The inputs this block has, in the order of its text; none for a kind this version does not know.
    #[must_use]
    pub fn inputs_in_order(&self) -> Vec<Input> {
        let Some(spec) = self.known_kind().map(|kind| kind.spec()) else {
            return Vec::new();
        };
        let value = |name: String, slot| Input {
            name,
            holds: InputHolds::Value(slot),
        };
        let stack = |name: String| Input {
            name,
            holds: InputHolds::Stack,
        };
        let mut inputs = Vec::new();
        for slot in spec.slots {
            if slot.is_repeated {
                let names = (0..self.n_repeated(slot.name)).map(|n| format!("{}{n}", slot.name));
                inputs.extend(names.map(|name| value(name, slot)));
            } else {
                inputs.push(value(slot.name.to_owned(), slot));
            }
        }
        inputs.extend(spec.bodies.iter().map(|name| stack((*name).to_owned())));
        if spec.clauses.is_some() {
            for n in 1..=self.count("ELSE_IFS") {
                inputs.extend(
                    spec.slots
                        .iter()
                        .take(1)
                        .map(|slot| value(format!("IF{n}"), slot)),
                );
                inputs.push(stack(format!("DO{n}")));
            }
            if self.count("ELSE") == 1 {
                inputs.push(stack("ELSE".to_owned()));
            }
        }
        inputs
    }

    /// How many inputs of a repeated slot there are: one more than the greatest number in use.
    fn n_repeated(&self, name: &str) -> usize {
        let numbers = self.inputs.keys().filter_map(|input| {
            let number = input.strip_prefix(name)?;
            // "007" is no number of ours.
            number
                .parse::<usize>()
                .ok()
                .filter(|n| *n < MOST_REPEATED && n.to_string() == number)
        });
        numbers.max().map_or(0, |greatest| greatest + 1)
    }
}

/// A call passes at most so many values.
pub(crate) const MOST_REPEATED: usize = 20;
