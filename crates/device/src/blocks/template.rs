//! Reading the templates of the table: the small language described at [`BlockSpec`].

use super::{BlockSpec, Field, Slot};

/// A piece of a template.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) enum Piece<'spec> {
    /// A word, or a sign such as `%`.
    Word(&'static str),
    /// A socket for a value.
    Slot(&'spec Slot),
    /// A choice or a name.
    Field(&'spec Field),
    /// Begins a part that is written only when it says something; the field or slot it is about.
    GroupStart(&'static str),
    /// Ends that part.
    GroupEnd,
}

/// The pieces of a template, in order. Names that the row does not have are left out; a test finds them.
pub(crate) fn pieces<'spec>(template: &'static str, spec: &'spec BlockSpec) -> Vec<Piece<'spec>> {
    let mut pieces = Vec::new();
    for word in template.split(' ') {
        let (word, opens) = match word.strip_prefix('[') {
            Some(rest) => (rest, true),
            None => (word, false),
        };
        let (word, closes) = match word.strip_suffix(']') {
            Some(rest) => (rest, true),
            None => (word, false),
        };
        if opens {
            pieces.push(Piece::GroupStart(group_subject(template)));
        }
        match name_in_braces(word) {
            None => pieces.push(Piece::Word(word)),
            Some(name) => pieces.extend(hole(name, spec)),
        }
        if closes {
            pieces.push(Piece::GroupEnd);
        }
    }
    pieces
}

fn name_in_braces(word: &'static str) -> Option<&'static str> {
    word.strip_prefix('{')?.strip_suffix('}')
}

fn hole<'spec>(name: &str, spec: &'spec BlockSpec) -> Option<Piece<'spec>> {
    let slot = spec.slots.iter().find(|slot| slot.name == name).map(Piece::Slot);
    slot.or_else(|| {
        spec.fields
            .iter()
            .find(|field| field.name == name)
            .map(Piece::Field)
    })
}

/// The name inside a template's `[…]`.
fn group_subject(template: &'static str) -> &'static str {
    let inside = template.split(['[', ']']).nth(1).unwrap_or_default();
    inside.split(['{', '}']).nth(1).unwrap_or_default()
}

/// The pieces of the line of a further clause, whose only slot is `{IF}`.
pub(crate) fn clause_pieces<'spec>(template: &'static str, slot: &'spec Slot) -> Vec<Piece<'spec>> {
    template
        .split(' ')
        .map(|word| match name_in_braces(word) {
            Some(_) => Piece::Slot(slot),
            None => Piece::Word(word),
        })
        .collect()
}
