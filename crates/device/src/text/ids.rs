//! Which block of an edited text is which block of the program before.

use super::problem::TextProblem;
use super::read::read;
use super::{UNREAD_LINE, UNREAD_TEXT};
use crate::blocks::{FieldKind, default_word};
use crate::in_order::gathered;
use crate::parts::Board;
use crate::program::{Block, FieldValue, Program, Tree, rename_all};
use std::collections::{BTreeMap, BTreeSet};

/// Reads a text like [`read`], and gives the blocks that stand where they stood before their old id, place, fold and
/// shadow. Blocks are matched by the shape of the trees: first those with all inside them the same, then those of
/// the same kind, in order.
#[must_use]
pub fn read_keeping_ids(text: &str, old: &Program, board: &Board) -> (Program, Vec<TextProblem>) {
    let (mut new, problems) = read(text, board);
    let matches = matched(&Tree::new(old), &Tree::new(&new));
    let taken: BTreeSet<&str> = gathered(
        matches
            .values()
            .map(|old_block| old.blocks[*old_block].id.as_str()),
    );
    let mut ids = BTreeMap::new();
    let mut number = 0;
    for (place, block) in new.blocks.iter().enumerate() {
        let id = match matches.get(&place) {
            Some(old_block) => old.blocks[*old_block].id.clone(),
            None => loop {
                number += 1;
                let id = format!("b{number}");
                if !taken.contains(id.as_str()) {
                    break id;
                }
            },
        };
        ids.insert(block.id.clone(), id);
    }
    rename_all(&mut new.blocks, &ids);
    for (place, block) in new.blocks.iter_mut().enumerate() {
        if let Some(old_block) = matches.get(&place).map(|old_block| &old.blocks[*old_block]) {
            block.collapsed = old_block.collapsed;
            block.shadow = old_block.shadow && block.shadow;
            if block.x.is_some() && old_block.x.is_some() {
                (block.x, block.y) = (old_block.x, old_block.y);
            }
        }
    }
    (new, problems)
}

/// Whether two programs say the same: the same scripts in the same order, block by block. Ids, places, folds and
/// which values are shadows do not count; a field that is missing is the one of a new block.
#[must_use]
pub fn is_same_tree(one: &Program, other: &Program) -> bool {
    let (one, other) = (Tree::new(one), Tree::new(other));
    one.len() == other.len() && {
        let mut shapes = Shapes::default();
        shapes.of(&one, one.heads()) == shapes.of(&other, other.heads())
    }
}

/// Numbers for blocks with all that stands inside and below them: equal ones have the same number.
#[derive(Default)]
struct Shapes {
    numbers: BTreeMap<Shape, usize>,
}

/// A block by itself, and the numbers of what hangs on it.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Shape {
    words: Vec<String>,
    inputs: Vec<(String, usize)>,
    next: Option<usize>,
}

impl Shapes {
    fn of(&mut self, tree: &Tree, heads: &[usize]) -> Vec<usize> {
        let with_rest = self.with_rest(tree);
        heads.iter().map(|head| with_rest[*head]).collect()
    }

    /// For every block the number of its shape with what follows it.
    fn with_rest(&mut self, tree: &Tree) -> Vec<usize> {
        let mut numbers = vec![0; tree.len()];
        for head in tree.heads() {
            // What hangs on a block comes after it in reading order.
            for block in tree.in_reading_order(*head).into_iter().rev() {
                let next = tree.next(block).map(|next| numbers[next]);
                let shape = self.shape(tree, block, &numbers, next);
                numbers[block] = self.number(shape);
            }
        }
        numbers
    }

    fn shape(&self, tree: &Tree, block: usize, numbers: &[usize], next: Option<usize>) -> Shape {
        let inputs = tree
            .inputs(block)
            .map(|(name, child)| (name.to_owned(), numbers[child]));
        Shape {
            words: own_words(tree.block(block)),
            inputs: inputs.collect(),
            next,
        }
    }

    fn number(&mut self, shape: Shape) -> usize {
        let next = self.numbers.len();
        *self.numbers.entry(shape).or_insert(next)
    }
}

/// All that a block says by itself.
fn own_words(block: &Block) -> Vec<String> {
    let mut words = vec![block.kind.clone()];
    let mut fields = block.fields.clone();
    for field in block.known_kind().map_or(&[][..], |kind| kind.spec().fields) {
        let value = fields
            .entry(field.name.to_owned())
            .or_insert_with(|| match field.holds {
                FieldKind::Choice(choices) => {
                    FieldValue::Word(choices.first().map_or("", |choice| choice.saved).to_owned())
                }
                FieldKind::Number | FieldKind::Count { .. } => FieldValue::Number(0.0),
                holds => FieldValue::Word(default_word(holds).to_owned()),
            });
        if let (FieldKind::ParameterNames, FieldValue::Word(names)) = (field.holds, value) {
            *names = names.split(';').map(str::trim).collect::<Vec<_>>().join(";");
        }
    }
    words.extend(fields.iter().map(|(name, value)| match value {
        FieldValue::Number(number) => format!("{name} {number}"),
        FieldValue::Word(word) => format!("{name} \"{word}"),
        FieldValue::Newer(value) => format!("{name} {{{value}"),
    }));
    words.extend(block.comment.iter().map(|comment| format!("# {comment}")));
    words.extend(
        block
            .unknown
            .iter()
            .map(|(name, value)| format!("? {name} {value}")),
    );
    words
}

/// For blocks of the new tree, the block of the old one that it is.
fn matched(old: &Tree, new: &Tree) -> BTreeMap<usize, usize> {
    let mut shapes = Shapes::default();
    let (old_shapes, new_shapes) = (shapes.alone(old), shapes.alone(new));
    let mut pairs = BTreeMap::new();
    // Stacks, or all scripts, that stand in the same place of both trees.
    let mut waiting = vec![(old.heads().to_vec(), new.heads().to_vec())];
    while let Some((old_row, new_row)) = waiting.pop() {
        for (old_block, new_block) in aligned(&old_row, &new_row, &old_shapes, &new_shapes, old, new) {
            pairs.insert(new_block, old_block);
            for (input, new_child) in new.inputs(new_block) {
                if let Some(old_child) = old.input(old_block, input) {
                    waiting.push((old.stack(old_child).collect(), new.stack(new_child).collect()));
                }
            }
            if let (Some(old_next), Some(new_next), None, None) = (
                old.next(old_block),
                new.next(new_block),
                old.parent(old_block),
                new.parent(new_block),
            ) {
                waiting.push((old.stack(old_next).collect(), new.stack(new_next).collect()));
            }
        }
    }
    pairs
}

impl Shapes {
    /// For every block the number of its shape without what follows it.
    fn alone(&mut self, tree: &Tree) -> Vec<usize> {
        let with_rest = self.with_rest(tree);
        (0..tree.len())
            .map(|block| {
                let shape = self.shape(tree, block, &with_rest, None);
                self.number(shape)
            })
            .collect()
    }
}

/// Pairs of blocks of two rows that are the same: equal ones at both ends, then the longest common row of equal ones
/// between, then those of one kind in the gaps.
fn aligned(
    old_row: &[usize],
    new_row: &[usize],
    old_shapes: &[usize],
    new_shapes: &[usize],
    old: &Tree,
    new: &Tree,
) -> Vec<(usize, usize)> {
    let is_equal = |a: &usize, b: &usize| old_shapes[*a] == new_shapes[*b];
    let is_alike = |a: &usize, b: &usize| {
        let (a, b) = (old.block(*a), new.block(*b));
        let is_unread = a.kind == UNREAD_LINE && a.word(UNREAD_TEXT) != b.word(UNREAD_TEXT);
        a.kind == b.kind && !is_unread
    };
    let equal = common(old_row, new_row, is_equal);
    let mut pairs = Vec::new();
    let (mut old_from, mut new_from) = (0, 0);
    let ends = [(old_row.len(), new_row.len())];
    for (old_to, new_to) in equal.iter().copied().chain(ends) {
        let (old_gap, new_gap) = (&old_row[old_from..old_to], &new_row[new_from..new_to]);
        let alike = common(old_gap, new_gap, is_alike);
        pairs.extend(alike.into_iter().map(|(a, b)| (old_gap[a], new_gap[b])));
        if let (Some(a), Some(b)) = (old_row.get(old_to), new_row.get(new_to)) {
            pairs.push((*a, *b));
        }
        (old_from, new_from) = (old_to + 1, new_to + 1);
    }
    pairs
}

/// Beyond so many comparisons only equal beginnings and ends are matched, and the rest in order.
const MOST_COMPARISONS: usize = 4_000_000;

/// The places of the longest common row, in order.
fn common(old: &[usize], new: &[usize], is_equal: impl Fn(&usize, &usize) -> bool) -> Vec<(usize, usize)> {
    let shorter = old.len().min(new.len());
    let n_first = (0..shorter).take_while(|n| is_equal(&old[*n], &new[*n])).count();
    let last = |n: &usize| is_equal(&old[old.len() - 1 - n], &new[new.len() - 1 - n]);
    let n_last = (0..shorter - n_first).take_while(last).count();
    let (old_end, new_end) = (old.len() - n_last, new.len() - n_last);
    let middle = longest(&old[n_first..old_end], &new[n_first..new_end], is_equal);
    (0..n_first)
        .map(|n| (n, n))
        .chain(middle.into_iter().map(|(a, b)| (a + n_first, b + n_first)))
        .chain((0..n_last).map(|n| (old_end + n, new_end + n)))
        .collect()
}

fn longest(old: &[usize], new: &[usize], is_equal: impl Fn(&usize, &usize) -> bool) -> Vec<(usize, usize)> {
    if old.len() * new.len() > MOST_COMPARISONS {
        let mut pairs = Vec::new();
        let mut from = 0;
        for (place, block) in new.iter().enumerate() {
            // Near by only: far ones would cost the comparisons one wants to save.
            let near = old.iter().enumerate().skip(from).take(100);
            if let Some((found, _)) = near.into_iter().find(|(_, old_block)| is_equal(old_block, block)) {
                pairs.push((found, place));
                from = found + 1;
            }
        }
        return pairs;
    }
    let width = new.len() + 1;
    let mut lengths = vec![0_u32; (old.len() + 1) * width];
    for a in (0..old.len()).rev() {
        for b in (0..new.len()).rev() {
            lengths[a * width + b] = if is_equal(&old[a], &new[b]) {
                lengths[(a + 1) * width + b + 1] + 1
            } else {
                lengths[(a + 1) * width + b].max(lengths[a * width + b + 1])
            };
        }
    }
    let (mut a, mut b) = (0, 0);
    let mut pairs = Vec::new();
    while a < old.len() && b < new.len() {
        if is_equal(&old[a], &new[b]) {
            pairs.push((a, b));
            (a, b) = (a + 1, b + 1);
        } else if lengths[(a + 1) * width + b] >= lengths[a * width + b + 1] {
            a += 1;
        } else {
            b += 1;
        }
    }
    pairs
}
