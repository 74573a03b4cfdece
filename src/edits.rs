//! Which of the programs that a bench tells are edits: Blockly tells what it loaded too, placed in its own way.

use device::program::Program;
use device::text::is_same_tree;
use std::cell::RefCell;
use std::rc::Rc;

/// The program that was told last, since the bench was loaded.
pub struct Edits {
    start: Rc<Program>,
    last: RefCell<Option<Rc<Program>>>,
}

impl Edits {
    /// Of a bench that was loaded with this program.
    pub fn since(start: Rc<Program>) -> Self {
        Self {
            start,
            last: RefCell::new(None),
        }
    }

    /// Takes in a program that the bench tells, and says whether it is an edit. Coming back to the start is one.
    pub fn take_in(&self, program: &Rc<Program>) -> bool {
        match self.last.replace(Some(program.clone())) {
            Some(before) => before != *program,
            None => !is_same_tree(&self.start, program),
        }
    }
}
