//! A text that several writers may change without knowing of each other: revisions and heads.
//!
//! A *dotted version vector set* (Preguiça, Baquero, Almeida, Fonte, Gonçalves, "Dotted Version Vectors", 2012): each
//! revision is a [`Dot`], `seen` says which dots are known, and a known dot that is no head any more was replaced.
//! So two copies join without any clock, and two revisions neither of which replaced the other both stay.

use crate::join::{Join, Unknown};
use crate::ordered::Ordered;
use crate::person::saved_names;
use crate::stamp::WriterId;
use std::rc::Rc;

/// Names one revision: the how-manieth of its writer in this document.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Dot {
    /// Who wrote it.
    pub writer: WriterId,
    /// Counted from 1.
    pub count: u64,
}

saved_names! {
    /// What a text is; the record itself never looks into it.
    WorkKind {
        /// A program of the device bench.
        Program = "program",
        /// A drawing of the design bench.
        Drawing = "drawing",
        /// Plain words.
        Words = "words",
    }
}

/// One revision.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Revision {
    /// Its name.
    pub id: Dot,
    /// The text, opaque to the record.
    pub text: Rc<str>,
    /// What the text is; `None` for a kind of a newer Fabrique.
    pub kind: Option<WorkKind>,
    /// When it was written, as its own machine's clock said; to be shown, never compared.
    pub written: Rc<str>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Head {
    pub(crate) text: Rc<str>,
    pub(crate) kind: Rc<str>,
    pub(crate) written: Rc<str>,
    /// Set aside by the person: kept, but no longer asked about.
    pub(crate) is_aside: bool,
    pub(crate) unknown: Unknown,
}

impl Join for Head {
    /// One dot has one text; two texts can only come from copies that were changed by hand. Some text must stay, and
    /// the same one everywhere.
    fn join(&mut self, other: &Self) {
        let theirs = (&other.text, &other.kind, &other.written);
        if (&self.text, &self.kind, &self.written) < theirs {
            self.text.clone_from(&other.text);
            self.kind.clone_from(&other.kind);
            self.written.clone_from(&other.written);
        }
        self.is_aside.join(&other.is_aside);
        self.unknown.join(&other.unknown);
    }
}

/// A text with its revisions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// The last known count of each writer.
    pub(crate) seen: Ordered<WriterId, u64>,
    /// The revisions that nothing has replaced.
    pub(crate) heads: Ordered<Dot, Head>,
    pub(crate) unknown: Unknown,
}

impl Document {
    /// The texts in hand: none, one, or several that were written without knowing of each other.
    pub fn revisions(&self) -> impl Iterator<Item = Revision> {
        self.heads_where(false)
    }

    /// The texts set aside by a choice.
    pub fn set_aside(&self) -> impl Iterator<Item = Revision> {
        self.heads_where(true)
    }

    fn heads_where(&self, is_aside: bool) -> impl Iterator<Item = Revision> {
        self.heads
            .iter()
            .filter(move |(_, head)| head.is_aside == is_aside)
            .map(|(dot, head)| Revision {
                id: dot.clone(),
                text: head.text.clone(),
                kind: WorkKind::from_saved_name(&head.kind),
                written: head.written.clone(),
            })
    }

    /// Writes a new revision in the place of those named. Heads not named stay beside it: their writer could not be
    /// known to the one who writes.
    pub(crate) fn write(
        &mut self,
        writer: &WriterId,
        instead_of: &[Dot],
        (kind, text, written): (WorkKind, &Rc<str>, &str),
    ) {
        // A writer always knows its own last revision.
        self.heads
            .retain(|dot, head| !(instead_of.contains(dot) || (dot.writer == *writer && !head.is_aside)));
        self.add(
            writer,
            Head {
                text: text.clone(),
                kind: kind.saved_name().into(),
                written: written.into(),
                is_aside: false,
                unknown: Unknown::default(),
            },
        );
    }

    /// Goes on with one revision; the others are set aside, not thrown away.
    pub(crate) fn choose(&mut self, writer: &WriterId, chosen: &Dot) {
        let Some(head) = self.heads.get(chosen).cloned() else {
            return;
        };
        for (dot, other) in self.heads.iter_mut() {
            other.is_aside |= dot != chosen;
        }
        if head.is_aside {
            // What was set aside stays so in every copy: it is taken up again as a new revision.
            self.heads.remove(chosen);
            self.add(
                writer,
                Head {
                    is_aside: false,
                    ..head
                },
            );
        }
    }

    fn add(&mut self, writer: &WriterId, head: Head) {
        let count = self.seen.entry(writer.clone());
        *count = count.saturating_add(1);
        let dot = Dot {
            writer: writer.clone(),
            count: *count,
        };
        self.heads.insert(dot, head);
    }

    /// Nothing in hand any more, as before the first revision; what was set aside stays.
    pub(crate) fn restart(&mut self) {
        self.heads.retain(|_, head| head.is_aside);
    }
}

impl Join for Document {
    fn join(&mut self, other: &Self) {
        let is_known = |seen: &Ordered<WriterId, u64>, dot: &Dot| {
            seen.get(&dot.writer).is_some_and(|count| *count >= dot.count)
        };
        // Ours stay unless the other copy knows that they were replaced.
        self.heads
            .retain(|dot, _| other.heads.contains_key(dot) || !is_known(&other.seen, dot));
        for (dot, theirs) in other.heads.iter() {
            if let Some(ours) = self.heads.get_mut(dot) {
                ours.join(theirs);
            } else if !is_known(&self.seen, dot) {
                self.heads.insert(dot.clone(), theirs.clone());
            }
        }
        self.seen.join(&other.seen);
        self.unknown.join(&other.unknown);
    }
}
