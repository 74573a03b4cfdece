//! Which kinds of block a lesson offers, and what it collects for the memo.

use super::{BoxKind, Lesson, Piece, Step};
use crate::programs::{kinds_of, read_line};
use crate::text::{Inline, Node, plain};
use device::blocks::{BlockKind, Shape};
use device::program::Program;
use std::collections::BTreeSet;

impl Lesson {
    /// The kinds of block that the bench shows in a step, in the order of the table of blocks.
    ///
    /// A step with a toolbox fence offers what it lists. Any other offers what the whole lesson names: the kinds in
    /// its starters, solutions, hints and examples, and those written in bold in its instructions. So a box stays
    /// the same from step to step and shows nothing that the lesson never needs. A block that begins a script is
    /// always there (`toujours`, `au démarrage`); a lesson that names no block offers all that its board can do.
    #[must_use]
    pub fn toolbox(&self, step: &Step) -> Vec<BlockKind> {
        if let Some(kinds) = &step.toolbox {
            return kinds.clone();
        }
        let mut kinds = BTreeSet::new();
        let everything = (self.steps.iter().flat_map(|step| &step.pieces)).chain(&self.introduction);
        for piece in everything {
            self.add_named(piece, &mut kinds);
        }
        for step in &self.steps {
            for program in [&step.starter, &step.solution].into_iter().flatten() {
                add_kinds(program, &mut kinds);
            }
        }
        if kinds.is_empty() {
            return device::toolbox::all_kinds(&self.board);
        }
        if !kinds.iter().any(|kind| kind.spec().shape == Shape::Hat) {
            kinds.extend([BlockKind::OnStart, BlockKind::Forever]);
        }
        // The same words at the margin and inside a script: a learner takes whichever fits.
        if kinds.contains(&BlockKind::Forever) || kinds.contains(&BlockKind::ForeverLoop) {
            kinds.extend([BlockKind::Forever, BlockKind::ForeverLoop]);
        }
        BlockKind::ALL
            .into_iter()
            .filter(|kind| kinds.contains(kind))
            .collect()
    }

    /// The boxes "à retenir" of the whole lesson, in order: what goes on the memo card.
    pub fn memo(&self) -> impl Iterator<Item = &[Node]> {
        (self.introduction.iter())
            .chain(self.steps.iter().flat_map(|step| &step.pieces))
            .filter_map(|piece| match piece {
                Piece::Box(BoxKind::Remember, nodes) => Some(nodes.as_slice()),
                _ => None,
            })
    }

    fn add_named(&self, piece: &Piece, kinds: &mut BTreeSet<BlockKind>) {
        match piece {
            Piece::Text(nodes) | Piece::Hint(nodes) | Piece::Box(_, nodes) => add_pictures(nodes, kinds),
            Piece::Question(question) => {
                add_pictures(&question.prompt, kinds);
                for choice in &question.choices {
                    add_pictures(&choice.explanation, kinds);
                }
            }
            Piece::Instructions(items) => {
                for nodes in items {
                    add_pictures(nodes, kinds);
                    for words in bold_words(nodes) {
                        let program = read_line(&words, &self.board);
                        let is_value = |kind: BlockKind| matches!(kind.spec().shape, Shape::Value(_));
                        let named = program.iter().flat_map(kinds_of).filter(|&kind| !is_value(kind));
                        kinds.extend(named);
                    }
                }
            }
            Piece::Logbook(_) => {}
        }
    }
}

fn add_kinds(program: &Program, kinds: &mut BTreeSet<BlockKind>) {
    kinds.extend(kinds_of(program));
}

fn add_pictures(nodes: &[Node], kinds: &mut BTreeSet<BlockKind>) {
    for node in nodes {
        match node {
            Node::Blocks(program) => add_kinds(program, kinds),
            Node::Quote(inside) => add_pictures(inside, kinds),
            Node::List { items, .. } => {
                for inside in items {
                    add_pictures(inside, kinds);
                }
            }
            _ => {}
        }
    }
}

/// What is written in bold in some text, each piece by itself: in instructions, names of things on the screen.
#[must_use]
pub fn bold_words(nodes: &[Node]) -> Vec<String> {
    let mut words = Vec::new();
    for node in nodes {
        match node {
            Node::Paragraph(inlines) => add_bold(inlines, &mut words),
            Node::Quote(inside) => words.extend(bold_words(inside)),
            Node::List { items, .. } => words.extend(items.iter().flat_map(|inside| bold_words(inside))),
            _ => {}
        }
    }
    words
}

fn add_bold(inlines: &[Inline], words: &mut Vec<String>) {
    for inline in inlines {
        match inline {
            Inline::Strong(inside) => words.push(plain(inside)),
            Inline::Emphasis(inside) | Inline::Link { label: inside, .. } => add_bold(inside, words),
            _ => {}
        }
    }
}
