//! What the page shows of the state.

use super::{DesignState, Panel};
use crate::design_bench::camera::Camera;
use crate::design_bench::cutting::Cutting;
use crate::design_bench::findings::Found;
use crate::design_bench::workshop_file::WorkshopFile;
use design::document::{Document, ShapeId};
use design::edit::{self, Refusal};
use design::letters::Letters;
use design::snap::Snap;
use design::tool::{Gesture, Tool};
use kurbo::Rect;
use lesson::grade::{Message, Verdict};
use std::rc::Rc;

impl DesignState {
    /// The drawing as it would be if the gesture ended now.
    pub fn shown(&self) -> &Rc<Document> {
        self.preview.as_ref().unwrap_or_else(|| self.history.document())
    }

    /// The drawing as it is.
    pub fn document(&self) -> &Rc<Document> {
        self.history.document()
    }

    /// The letters that have come.
    pub fn letters(&self) -> &Rc<Letters> {
        &self.letters
    }

    /// The tool in hand.
    pub fn tool(&self) -> Tool {
        self.tool
    }

    /// What is chosen.
    pub fn chosen(&self) -> &[ShapeId] {
        self.gesture.as_ref().map_or(&self.chosen, Gesture::chosen)
    }

    /// What the gesture meets.
    pub fn snaps(&self) -> &[Snap] {
        self.gesture.as_ref().map_or(&[], Gesture::snaps)
    }

    /// The box drawn to choose.
    pub fn marquee(&self) -> Option<Rect> {
        self.gesture.as_ref().and_then(Gesture::marquee)
    }

    /// Whether a pointer is down.
    pub fn is_in_gesture(&self) -> bool {
        self.gesture.is_some()
    }

    /// The view, in pixels.
    pub fn view(&self) -> (f64, f64) {
        self.view
    }

    /// Where one looks from.
    pub fn camera(&self) -> Camera {
        self.camera
    }

    /// The panel that is open.
    pub fn panel(&self) -> Panel {
        self.panel
    }

    /// Why the last edit was not done.
    pub fn refusal(&self) -> Option<&Refusal> {
        self.refusal.as_ref()
    }

    /// Whether there is a step back, and one forward.
    pub fn can_go(&self) -> (bool, bool) {
        (self.history.can_undo(), self.history.can_redo())
    }

    /// Whether something was copied.
    pub fn can_paste(&self) -> bool {
        !self.clipboard.is_empty()
    }

    /// Raised whenever the drawing changes otherwise than by the field in hand: fields then show it anew.
    pub fn generation(&self) -> u32 {
        self.generation
    }

    /// What the cut asks for, once it is here.
    pub fn cutting(&self) -> Option<Cutting> {
        self.cutting
    }

    /// Whether what is asked of the bench waits for what the cut asks for.
    pub fn wants_cutting(&self) -> bool {
        self.cutting.is_none() && (self.panel != Panel::Measures || self.check.is_some())
    }

    /// The workshop, and the machine chosen in it.
    pub fn workshop(&self) -> (&Rc<WorkshopFile>, usize) {
        (&self.workshop, self.machine)
    }

    /// What would go wrong at the machine, as long as a panel asks for it.
    pub fn found(&self) -> &Rc<[Found]> {
        &self.found
    }

    /// Which finding is shown on the sheet.
    pub fn shown_finding(&self) -> Option<usize> {
        self.shown_finding
    }

    /// Whether the text form stands beside the drawing.
    pub fn is_in_words(&self) -> bool {
        self.is_in_words
    }

    /// What the last check found, until the next edit.
    pub fn verdict(&self) -> Option<&Rc<Verdict>> {
        self.verdict.as_ref()
    }

    /// How many "not yet" in a row.
    pub fn n_not_yet(&self) -> u32 {
        self.n_not_yet
    }

    /// What is not yet right, where that is the verdict.
    pub fn message(&self) -> Option<&Message> {
        match self.verdict.as_deref() {
            Some(Verdict::NotYet(message)) => Some(message),
            _ => None,
        }
    }

    /// The place of the message, in millimetres, once one asked to be shown.
    pub fn message_place(&self) -> Option<Rect> {
        let message = self.message().filter(|_| self.shows_message)?;
        message
            .place
            .or_else(|| edit::bounds_of(self.document(), &message.shapes, &self.letters))
    }
}
