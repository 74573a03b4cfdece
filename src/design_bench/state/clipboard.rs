//! What is copied, and where its copies lie.

use super::DesignState;
use design::document::{Item, Point};
use design::edit::Edit;
use design::length::Mm;
use std::rc::Rc;

/// A pasted shape lies so far from the one it was copied from, in millimetres, so that both are seen.
const PASTE_STEP: f64 = 4.0;

impl DesignState {
    /// Keeps what is chosen.
    pub(super) fn copy(&mut self) {
        let document = Rc::clone(self.history.document());
        let is_chosen = |item: &&Item| self.chosen.contains(&item.id());
        self.clipboard = document.items.iter().filter(is_chosen).cloned().collect();
        self.n_pasted = 0;
    }

    /// Puts what was kept, a step farther each time.
    pub(super) fn paste(&mut self) {
        if self.clipboard.is_empty() {
            return;
        }
        self.n_pasted += 1;
        let step = Mm::new(PASTE_STEP * f64::from(self.n_pasted));
        let mut pasted = self.clipboard.clone();
        for item in &mut pasted {
            move_item(item, Point { x: step, y: step });
        }
        self.edit(&Edit::Add(pasted));
    }
}

fn move_item(item: &mut Item, by: Point) {
    match item {
        Item::Shape(shape) => {
            shape.at.x = shape.at.x + by.x;
            shape.at.y = shape.at.y + by.y;
        }
        Item::Group(group) => group.items.iter_mut().for_each(|item| move_item(item, by)),
    }
}
