//! Builders for the rows of the table.

use super::{
    BlockKind, BlockSpec, Category, Choice, Clauses, Field, FieldKind, Limits, Shape, Slot, ValueType,
    Wording,
};
use crate::parts::PartKind;

/// No limit but what a number field can show.
pub(super) const ANY_NUMBER: Limits = limits(-1e9, 1e9, 0.001);

pub(super) const fn row(
    kind: BlockKind,
    saved_name: &'static str,
    category: Category,
    shape: Shape,
    template: Wording,
) -> BlockSpec {
    BlockSpec {
        kind,
        saved_name,
        category,
        shape,
        template,
        long_template: None,
        slots: &[],
        fields: &[],
        bodies: &[],
        clauses: None,
        label: template,
        on_shelf: true,
    }
}

pub(super) const fn hat(
    kind: BlockKind,
    saved_name: &'static str,
    category: Category,
    template: Wording,
) -> BlockSpec {
    row(kind, saved_name, category, Shape::Hat, template).body()
}

pub(super) const fn statement(
    kind: BlockKind,
    saved_name: &'static str,
    category: Category,
    template: Wording,
) -> BlockSpec {
    row(kind, saved_name, category, Shape::Statement, template)
}

pub(super) const fn value(
    kind: BlockKind,
    saved_name: &'static str,
    category: Category,
    gives: ValueType,
    template: Wording,
) -> BlockSpec {
    row(kind, saved_name, category, Shape::Value(gives), template)
}

impl BlockSpec {
    pub(super) const fn slots(mut self, slots: &'static [Slot]) -> Self {
        self.slots = slots;
        self
    }

    pub(super) const fn fields(mut self, fields: &'static [Field]) -> Self {
        self.fields = fields;
        self
    }

    pub(super) const fn body(mut self) -> Self {
        self.bodies = &["DO"];
        self
    }

    pub(super) const fn clauses(mut self, clauses: Clauses) -> Self {
        self.bodies = &["DO0"];
        self.clauses = Some(clauses);
        self
    }

    pub(super) const fn long(mut self, template: Wording) -> Self {
        self.long_template = Some(template);
        self
    }

    pub(super) const fn label(mut self, label: Wording) -> Self {
        self.label = label;
        self
    }

    pub(super) const fn off_shelf(mut self) -> Self {
        self.on_shelf = false;
        self
    }
}

pub(super) const fn limits(least: f64, most: f64, step: f64) -> Limits {
    Limits { least, most, step }
}

pub(super) const fn slot(
    name: &'static str,
    accepts: ValueType,
    default: Option<f64>,
    limits: Limits,
) -> Slot {
    Slot {
        name,
        accepts,
        default,
        limits,
        is_repeated: false,
    }
}

pub(super) const fn number(name: &'static str, default: f64, limits: Limits) -> Slot {
    slot(name, ValueType::Number, Some(default), limits)
}

pub(super) const fn truth(name: &'static str) -> Slot {
    slot(name, ValueType::Truth, None, ANY_NUMBER)
}

pub(super) const fn any(name: &'static str, default: f64) -> Slot {
    slot(name, ValueType::Any, Some(default), ANY_NUMBER)
}

pub(super) const fn repeated(name: &'static str) -> Slot {
    Slot {
        is_repeated: true,
        ..any(name, 0.0)
    }
}

pub(super) const fn field(name: &'static str, holds: FieldKind) -> Field {
    Field { name, holds }
}

pub(super) const fn choice(name: &'static str, choices: &'static [Choice]) -> Field {
    field(name, FieldKind::Choice(choices))
}

pub(super) const fn part(kind: PartKind) -> Field {
    field("PART", FieldKind::Part(kind))
}

pub(super) const fn word(saved: &'static str, word: Wording) -> Choice {
    Choice {
        saved,
        word,
        also: &[],
    }
}

impl Choice {
    pub(super) const fn also(mut self, also: &'static [&'static str]) -> Self {
        self.also = also;
        self
    }
}
