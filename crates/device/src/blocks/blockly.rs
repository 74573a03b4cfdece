//! The rows the page's bridge turns into Blockly blocks. The bridge knows no block by itself.

use super::template::{Piece, pieces};
use super::{BlockKind, BlockSpec, Field, FieldKind, Shape, Slot, ValueType, default_word, worded};
use crate::parts::{Board, PartKind, PartName};
use serde_json::{Value, json};
use words::Language;

/// One JSON row for each kind of block, in the order of the table.
///
/// ```json
/// {
///   "type": "set_light",            saved name of the kind
///   "cat": "lamp",                  shelf and colour, `--block-lamp`
///   "shape": "statement",           hat | statement | value
///   "out": null,                    Number | Boolean | null (any): what a value gives
///   "text": "régler la lumière à %1 %",   %n stands for the n-th of `args` that is not hidden
///   "args": [
///     {"name": "LEVEL", "kind": "number", "value": 50, "min": 0, "max": 100, "precision": 0.001},
///     {"name": "PART", "kind": "choice", "hidden": true, "value": "lamp", "options": [["lampe", "lamp"]]}
///   ],
///   "do": [],                       inputs for stacks, in order
///   "label": "régler la lumière"    what a screen reader and messages call it
/// }
/// ```
///
/// Kinds of `args`. Sockets (inputs): `number` (comes with a shadow `number` block of `value`), `bool` (empty),
/// `any` (shadow like `number`). Fields: `choice` (`options` are `[label, saved]`; an option alone may be shown as
/// plain words), `variable`, `list` (names), `word` (free text), `numeral` (the number on the block `number` itself),
/// `count` (0 to `max`, never shown: it says how many clauses the block has). Every field has a `value`, which a
/// new block gets.
///
/// A `hidden` field is not shown but is kept with the value the block was loaded with. A field whose saved value is
/// not among its `options` shows that value and keeps it. `min`, `max` and `precision` are for what is typed; values
/// a program was loaded with are kept as they are.
///
/// `if` has `"clauses": {"else_if": "sinon si %1 alors", "else": "sinon", "most": 20}` and counts `ELSE_IFS` and
/// `ELSE`: clause n (from 1) adds the `bool` input `IFn` and the stack `DOn`, `ELSE` = 1 adds the stack `ELSE`.
/// `call` has `"more": {"input": "ARG", "first": "avec %1", "then": "; %1"}`: it has as many `any` inputs `ARG0`,
/// `ARG1` … as the function of its `NAME` has names in `PARAMETERS`, and at least those it was loaded with.
#[must_use]
pub fn blockly_definitions(language: Language, board: &Board) -> Value {
    BlockKind::ALL
        .into_iter()
        .map(|kind| definition(kind.spec(), language, board))
        .collect()
}

fn definition(spec: &BlockSpec, language: Language, board: &Board) -> Value {
    let (shape, out) = match spec.shape {
        Shape::Hat => ("hat", None),
        Shape::Statement => ("statement", None),
        Shape::Value(ValueType::Number) => ("value", Some("Number")),
        Shape::Value(ValueType::Truth) => ("value", Some("Boolean")),
        Shape::Value(ValueType::Any) => ("value", None),
    };
    let mut text = Vec::new();
    let mut shown = Vec::new();
    let mut more = None;
    let mut passed_over: Option<Vec<&str>> = None;
    for piece in pieces(worded(spec.template, language), spec) {
        match piece {
            Piece::GroupStart(subject) => {
                if !is_group_shown(subject, spec, board) {
                    passed_over = Some(Vec::new());
                }
            }
            Piece::GroupEnd => passed_over = None,
            Piece::Word(word) => match &mut passed_over {
                Some(words) => words.push(word),
                None => text.push(word.to_owned()),
            },
            Piece::Slot(slot) if slot.is_repeated => {
                let words = passed_over
                    .iter()
                    .flatten()
                    .copied()
                    .collect::<Vec<_>>()
                    .join(" ");
                more = Some(json!({"input": slot.name, "first": format!("{words} %1"), "then": "; %1"}));
            }
            Piece::Slot(slot) => {
                shown.push(socket(slot));
                text.push(format!("%{}", shown.len()));
            }
            Piece::Field(field) if passed_over.is_none() => {
                shown.push(field_json(field, language, board));
                text.push(format!("%{}", shown.len()));
            }
            Piece::Field(_) => {}
        }
    }
    let mut row = json!({
        "type": spec.saved_name,
        "cat": spec.category.id(),
        "shape": shape,
        "out": out,
        // Template texts are typed with the straight apostrophe; on a block one sees the typographic one.
        "text": text.join(" ").replace('\'', "’"),
        "do": spec.bodies,
        "label": worded(spec.label, language),
    });
    let hidden = spec
        .fields
        .iter()
        .filter(|field| shown.iter().all(|arg| arg["name"] != field.name))
        .map(|field| {
            let mut arg = field_json(field, language, board);
            arg["hidden"] = true.into();
            arg
        });
    row["args"] = shown.iter().cloned().chain(hidden).collect();
    if let Some(clauses) = spec.clauses {
        row["clauses"] = json!({
            "else_if": worded(clauses.else_if, language).replace("{IF}", "%1"),
            "else": worded(clauses.otherwise, language),
            "most": clauses.most,
        });
    }
    if let Some(more) = more {
        row["more"] = more;
    }
    row
}

/// Whether a block on this board shows the optional part of its template that is about a field or slot: a part's
/// name where there are several to choose from, parameters always, repeated slots never (the bridge adds them).
fn is_group_shown(subject: &str, spec: &BlockSpec, board: &Board) -> bool {
    let field = spec.fields.iter().find(|field| field.name == subject);
    match field.map(|field| field.holds) {
        Some(FieldKind::Part(kind)) => board.of_kind(kind).nth(1).is_some(),
        Some(_) => true,
        None => false,
    }
}

fn socket(slot: &Slot) -> Value {
    let kind = match slot.accepts {
        ValueType::Number => "number",
        ValueType::Truth => return json!({"name": slot.name, "kind": "bool"}),
        ValueType::Any => "any",
    };
    json!({
        "name": slot.name,
        "kind": kind,
        "value": slot.default,
        "min": slot.limits.least,
        "max": slot.limits.most,
        "precision": slot.limits.step,
    })
}

fn field_json(field: &Field, language: Language, board: &Board) -> Value {
    let value = default_value(field, board);
    let options =
        |options: Value| json!({"name": field.name, "kind": "choice", "value": value, "options": options});
    let plain = |kind: &str| json!({"name": field.name, "kind": kind, "value": value});
    match field.holds {
        FieldKind::Choice(choices) => options(
            choices
                .iter()
                .map(|choice| json!([worded(choice.word, language), choice.saved]))
                .collect(),
        ),
        FieldKind::Part(kind) => options(
            parts_to_choose(kind, board)
                .map(|name| json!([name.in_language(language), name.saved()]))
                .collect(),
        ),
        FieldKind::Variable => plain("variable"),
        FieldKind::List => plain("list"),
        FieldKind::FunctionName | FieldKind::ParameterNames | FieldKind::ParameterName => plain("word"),
        FieldKind::Number => plain("numeral"),
        FieldKind::Count { most } => {
            let mut count = plain("count");
            count["max"] = most.into();
            count
        }
    }
}

/// The parts of a kind on a board, or the one the kind is named after when there is none.
fn parts_to_choose(kind: PartKind, board: &Board) -> impl Iterator<Item = PartName> + '_ {
    let none = board.of_kind(kind).next().is_none();
    let stand_in = none.then(|| board.first_name(kind));
    board.of_kind(kind).map(|part| part.name.clone()).chain(stand_in)
}

/// The value of a field on a new block.
pub(crate) fn default_value(field: &Field, board: &Board) -> Value {
    match field.holds {
        FieldKind::Choice(choices) => choices.first().map_or("", |choice| choice.saved).into(),
        FieldKind::Part(kind) => board.first_name(kind).saved().into(),
        FieldKind::Number | FieldKind::Count { .. } => 0.into(),
        named => default_word(named).into(),
    }
}
