//! Who wrote last, without any clock on the wall.

use crate::join::Join;
use std::rc::Rc;

/// A writer: one open page on one machine, for as long as it is open. Two tabs are two writers, and a page that is
/// opened again is a new one, so a writer's numbers have a single source.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct WriterId(Rc<str>);

impl WriterId {
    /// 1 to 32 of `a-z0-9`; anything else is no writer.
    #[must_use]
    pub fn new(text: &str) -> Option<Self> {
        let is_fine = (1..=32).contains(&text.len())
            && text
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit());
        is_fine.then(|| Self(text.into()))
    }

    /// Its text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// An instant of Lamport's clock: a number greater than all that its writer had seen, then the writer, so that no two
/// are equal. (L. Lamport, "Time, Clocks, and the Ordering of Events in a Distributed System", 1978.)
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Stamp {
    /// Greater than every number this writer had seen; at most [`Stamp::GREATEST`].
    pub lamport: u64,
    /// Who wrote.
    pub writer: WriterId,
}

impl Stamp {
    /// The greatest whole number that JSON readers of every language agree on, 2^53 - 1.
    pub const GREATEST: u64 = (1 << 53) - 1;
}

/// A value of which the last one written stays.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Register {
    /// When it was written.
    pub at: Stamp,
    /// A saved name, a number or a person's own words; values of a newer Fabrique stay as they are.
    pub value: Rc<str>,
}

impl Join for Register {
    fn join(&mut self, other: &Self) {
        if *self < *other {
            *self = other.clone();
        }
    }
}
