//! Joining two copies: commutative, associative, idempotent; nothing that was in either is lost.

use serde_json::{Map, Value};
use std::cmp::Ordering;
use std::rc::Rc;

/// A value whose copies can be joined.
pub trait Join {
    /// Takes in what another copy holds.
    fn join(&mut self, other: &Self);
}

impl<T: Join + Clone + PartialEq> Join for Rc<T> {
    fn join(&mut self, other: &Self) {
        if !Rc::ptr_eq(self, other) && **self != **other {
            Rc::make_mut(self).join(other);
        }
    }
}

/// Counters only grow.
impl Join for u64 {
    fn join(&mut self, other: &Self) {
        *self = (*self).max(*other);
    }
}

/// Done stays done.
impl Join for bool {
    fn join(&mut self, other: &Self) {
        *self |= *other;
    }
}

/// The first day something happened: the smaller text, for texts of one form (`2026-11-24`).
pub(crate) fn join_first(ours: &mut Option<String>, theirs: Option<&String>) {
    if let Some(theirs) = theirs
        && ours.as_ref().is_none_or(|ours| theirs < ours)
    {
        *ours = Some(theirs.clone());
    }
}

/// Fields that a newer Fabrique wrote: kept through reading, joining and writing.
///
/// Without knowing what they mean the join can only be cautious: objects join field by field, otherwise the greater
/// value stays (`true` over `false`, the greater number, the later text).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Unknown(pub Map<String, Value>);

impl Join for Unknown {
    fn join(&mut self, other: &Self) {
        join_objects(&mut self.0, &other.0);
    }
}

fn join_objects(ours: &mut Map<String, Value>, theirs: &Map<String, Value>) {
    for (key, their_value) in theirs {
        match ours.get_mut(key) {
            Some(our_value) => join_values(our_value, their_value),
            None => {
                ours.insert(key.clone(), their_value.clone());
            }
        }
    }
}

fn join_values(ours: &mut Value, theirs: &Value) {
    match (&mut *ours, theirs) {
        (Value::Object(ours), Value::Object(theirs)) => join_objects(ours, theirs),
        _ => {
            if compare(ours, theirs) == Ordering::Less {
                *ours = theirs.clone();
            }
        }
    }
}

fn compare(left: &Value, right: &Value) -> Ordering {
    match (left, right) {
        (Value::Number(left), Value::Number(right)) => {
            let (a, b) = (
                left.as_f64().unwrap_or_default(),
                right.as_f64().unwrap_or_default(),
            );
            // Two integers beyond 2^53 may be one number as f64: the text decides.
            a.total_cmp(&b)
                .then_with(|| left.to_string().cmp(&right.to_string()))
        }
        (Value::Bool(left), Value::Bool(right)) => left.cmp(right),
        (Value::String(left), Value::String(right)) => left.cmp(right),
        (Value::Array(_), Value::Array(_)) => left.to_string().cmp(&right.to_string()),
        _ => rank(left).cmp(&rank(right)),
    }
}

/// Objects last: an object joined with anything else stays.
fn rank(value: &Value) -> u8 {
    match value {
        Value::Null => 0,
        Value::Bool(_) => 1,
        Value::Number(_) => 2,
        Value::String(_) => 3,
        Value::Array(_) => 4,
        Value::Object(_) => 5,
    }
}
