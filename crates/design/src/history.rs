//! The drawing and the way back: one gesture is one step.

use crate::document::Document;
use std::rc::Rc;

/// How many steps back are kept: more than anyone walks back by hand. A step shares what it did not change with no
/// other, so that 200 steps of a drawing of 1,000 shapes take some 30 MB at the very most.
const MOST_STEPS: usize = 200;

/// A drawing with its undo. Documents are values: the old one is the step back.
#[derive(Clone, Debug)]
pub struct History {
    past: Vec<Rc<Document>>,
    present: Rc<Document>,
    future: Vec<Rc<Document>>,
}

impl History {
    /// Begins with a drawing; there is nothing to undo.
    pub fn new(document: Document) -> Self {
        Self {
            past: Vec::new(),
            present: Rc::new(document),
            future: Vec::new(),
        }
    }

    /// The drawing as it is.
    pub fn document(&self) -> &Rc<Document> {
        &self.present
    }

    /// A gesture has made a new drawing of it. One that changed nothing is no step, and leaves redo as it was.
    pub fn commit(&mut self, document: Document) -> bool {
        if document == *self.present {
            return false;
        }
        self.past
            .push(std::mem::replace(&mut self.present, Rc::new(document)));
        if self.past.len() > MOST_STEPS {
            self.past.remove(0);
        }
        self.future.clear();
        true
    }

    /// Goes a step back; whether there was one.
    pub fn undo(&mut self) -> bool {
        let Some(before) = self.past.pop() else {
            return false;
        };
        self.future.push(std::mem::replace(&mut self.present, before));
        true
    }

    /// Goes the last undone step forward again; whether there was one.
    pub fn redo(&mut self) -> bool {
        let Some(after) = self.future.pop() else {
            return false;
        };
        self.past.push(std::mem::replace(&mut self.present, after));
        true
    }

    /// Whether there is a step back.
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether there is an undone step.
    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }
}
