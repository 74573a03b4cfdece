//! Blocks that no line can say: of a newer version, with something in them that is not of their kind, or standing
//! where their kind cannot stand. They are written as rows of the saved form.

use super::Writer;
use crate::blocks::{BlockKind, BlockSpec, FieldKind, Shape};
use crate::in_order::gathered;
use crate::parts::PartName;
use crate::program::{Block, FieldValue, InputHolds, Link, MOST_REPEATED};
use crate::text::read::is_unread;
use crate::text::{UNREAD_BODY, UNREAD_LINE, UNREAD_TEXT};
use serde_json::json;
use std::collections::BTreeMap;

impl Writer<'_> {
    /// Whether the line of a block says all there is to it, and it stands where such a line is read as that block.
    pub(super) fn is_writable(&self, block: usize) -> bool {
        let row = self.tree.block(block);
        let Some(spec) = row.known_kind().map(BlockKind::spec) else {
            return false;
        };
        let has_place = match (spec.shape, self.tree.parent(block)) {
            (Shape::Hat, parent) => parent.is_none() && self.tree.next(block).is_none(),
            (Shape::Statement, None | Some((_, Link::Next))) => true,
            (Shape::Statement, Some((parent, Link::Input(input)))) => !self.is_socket(parent, input),
            (Shape::Value(_), None) => self.tree.next(block).is_none(),
            (Shape::Value(_), Some((_, Link::Next))) => false,
            (Shape::Value(_), Some((parent, Link::Input(input)))) => {
                self.is_socket(parent, input) && self.tree.next(block).is_none()
            }
        };
        has_place
            && row.unknown.is_empty()
            && has_only_known_fields(row, spec)
            && self.has_only_known_inputs(block)
    }

    fn is_socket(&self, block: usize, input: &str) -> bool {
        let inputs = self.tree.block(block).inputs_in_order();
        inputs
            .iter()
            .any(|known| known.name == input && matches!(known.holds, InputHolds::Value(_)))
    }

    fn has_only_known_inputs(&self, block: usize) -> bool {
        let known = self.tree.block(block).inputs_in_order();
        let n_repeated = known.iter().filter(|input| input.name.starts_with("ARG")).count();
        n_repeated <= MOST_REPEATED
            && self
                .tree
                .inputs(block)
                .all(|(name, _)| known.iter().any(|input| input.name == name))
    }

    /// Whether a head is written as a hat, so that it needs no mark of a loose stack.
    pub(super) fn is_written_hat(&self, head: usize) -> bool {
        let kind = self.tree.block(head).known_kind();
        kind.is_some_and(|kind| kind.spec().shape == Shape::Hat) && self.is_writable(head)
    }

    /// Whether an unread line, written as it is, will again be read as nothing else.
    pub(super) fn can_stay_unread(&self, block: usize, is_at_margin: bool) -> bool {
        let row = self.tree.block(block);
        let text = row.word(UNREAD_TEXT).unwrap_or_default();
        let has_only_text = row.kind == UNREAD_LINE && row.fields.len() == 1 && row.unknown.is_empty();
        if !has_only_text || row.inputs.keys().any(|input| input != UNREAD_BODY) {
            return false;
        }
        if text.contains(['\n', '\r']) {
            return false;
        }
        let parent = self.tree.parent(block);
        if matches!(parent, Some((parent, Link::Input(input))) if self.is_socket(parent, input)) {
            return false;
        }
        // The lines above decide whether `sinon` is a stray one, and whether a value may stand alone.
        let above = match parent {
            Some((above, Link::Next)) => Some(self.tree.block(above)),
            _ => None,
        };
        let indent = if is_at_margin { "" } else { "  " };
        let mut before = match (is_at_margin, above) {
            (true, Some(_)) => vec!["# détaché", "sortir de la boucle"],
            (true, None) if self.marked == Some(block) => vec!["# détaché"],
            _ => vec!["toujours"],
        };
        let condition = format!("{indent}si vrai alors");
        let otherwise = format!("{indent}sinon");
        if above.is_some_and(|above| above.known_kind() == Some(BlockKind::If)) {
            before.push(&condition);
            if above.is_some_and(|above| above.count("ELSE") == 1) {
                before.push(&otherwise);
            }
        }
        is_unread(&self.grammar, self.board, &before, indent, text)
    }

    /// A block with all inside it, and in a socket what follows it, as rows of the saved form. Ids are numbers, so
    /// that the same block is always the same text.
    pub(super) fn as_rows(&self, block: usize, is_in_socket: bool) -> String {
        let mut numbers = vec![block];
        let next = self.tree.next(block).filter(|_| is_in_socket);
        for child in self.tree.children(block).into_iter().chain(next) {
            numbers.extend(self.tree.in_reading_order(child));
        }
        let ids: BTreeMap<usize, String> = gathered(
            (1..)
                .zip(&numbers)
                .map(|(id, number): (usize, _)| (*number, id.to_string())),
        );
        let id = |number: usize| ids.get(&number).cloned().unwrap_or_default();
        let rows = numbers.iter().map(|number| {
            let mut row = self.tree.block(*number).clone();
            row.id = id(*number);
            row.inputs = gathered(
                self.tree
                    .inputs(*number)
                    .map(|(name, child)| (name.to_owned(), id(child))),
            );
            row.next = self
                .tree
                .next(*number)
                .filter(|_| *number != block || is_in_socket)
                .map(id);
            (row.x, row.y) = (None, None);
            row
        });
        json!({ "blocks": rows.collect::<Vec<_>>() }).to_string()
    }
}

/// Whether every field of a block is one of its kind, with something in it that a line can say. A missing one is
/// written as that of a new block.
fn has_only_known_fields(row: &Block, spec: &BlockSpec) -> bool {
    row.fields.iter().all(|(name, value)| {
        let field = spec.fields.iter().find(|field| field.name == name);
        match (field.map(|field| field.holds), value) {
            (Some(FieldKind::Choice(choices)), FieldValue::Word(word)) => {
                choices.iter().any(|choice| choice.saved == word)
            }
            (Some(FieldKind::Part(kind)), FieldValue::Word(word)) => {
                PartName::read(word).is_some_and(|part| part.kind == kind && part.saved() == *word)
            }
            (
                Some(
                    FieldKind::Variable
                    | FieldKind::List
                    | FieldKind::FunctionName
                    | FieldKind::ParameterNames
                    | FieldKind::ParameterName,
                ),
                FieldValue::Word(_),
            ) => true,
            (Some(FieldKind::Number), FieldValue::Number(number)) => number.is_finite(),
            (Some(FieldKind::Count { most }), FieldValue::Number(number)) => {
                (0..=most).any(|count| f64::from(count) == *number)
            }
            _ => false,
        }
    })
}
