//! What the views read of the bench.

use super::{DeviceState, Phase, RunButton, RunMessage, Said, Speed};
use device::parts::{Board, Part, PartKind};
use device::program::Program;
use device::run::BlockProblem;
use device::trace::{BlockNumber, Millis, NoteKind, Trace};
use lesson::check::Check;
use lesson::grade::{Message, Verdict};
use std::rc::Rc;

impl DeviceState {
    /// The board and its parts.
    pub fn board(&self) -> &Rc<Board> {
        &self.board
    }

    /// The program as last edited.
    pub fn program(&self) -> &Rc<Program> {
        &self.program
    }

    /// The step's check.
    pub fn check(&self) -> Option<&Rc<Check>> {
        self.check.as_ref()
    }

    /// Where the run is.
    pub fn phase(&self) -> Phase {
        self.phase
    }

    /// How fast time goes.
    pub fn speed(&self) -> Speed {
        self.speed
    }

    /// Whether frames make a difference now.
    pub fn is_moving(&self) -> bool {
        self.phase == Phase::Running || self.target.is_some()
    }

    /// The instant on show.
    pub fn now(&self) -> Millis {
        self.run.now()
    }

    /// The last instant that has run.
    pub fn end(&self) -> Millis {
        self.whole
            .as_ref()
            .map_or_else(|| self.run.now(), |whole| whole.until)
    }

    /// All that has run, what comes after the instant on show too.
    pub fn trace(&self) -> &Trace {
        self.whole.as_deref().unwrap_or_else(|| self.run.trace())
    }

    /// What the run button does next.
    pub fn run_button(&self) -> RunButton {
        if self.phase == Phase::Running {
            RunButton::Pause
        } else if self.whole.is_some() {
            RunButton::GoOnFromHere
        } else if self.phase == Phase::Paused {
            RunButton::Continue
        } else {
            RunButton::Start
        }
    }

    /// The value of each part at the instant on show, in its own unit.
    pub fn values(&self) -> Rc<[f64]> {
        let value = |(number, part): (usize, &Part)| {
            let kind = part.name.kind;
            let is_moved_by_hand = self.whole.is_none() && !self.shows_check && !kind.is_output();
            if is_moved_by_hand && (self.phase == Phase::Ready || kind != PartKind::Button) {
                self.positions[number]
            } else if is_moved_by_hand {
                self.positions[number].max(self.run.value(number))
            } else {
                self.run.value(number)
            }
        };
        self.board.parts.iter().enumerate().map(value).collect()
    }

    /// Whether scripts stand somewhere at the instant on show.
    fn is_under_way(&self) -> bool {
        matches!(self.phase, Phase::Running | Phase::Paused) || self.whole.is_some()
    }

    /// Ids of the blocks that scripts stand at.
    pub fn running(&self) -> Rc<[String]> {
        if !self.is_under_way() {
            return Rc::default();
        }
        let blocks = self.run.active_blocks();
        blocks
            .into_iter()
            .filter_map(|block| self.block_id(block))
            .collect()
    }

    /// The turn each loop is in, from 1, with the loop's id.
    pub fn turns(&self) -> Vec<(String, u32)> {
        let turn = |(number, id): &(BlockNumber, String)| Some((id.clone(), self.run.turn_of(*number)?));
        let loops = self.loops.iter().filter(|_| self.is_under_way());
        loops.filter_map(turn).collect()
    }

    /// The id of a block by its number.
    pub(super) fn block_id(&self, block: BlockNumber) -> Option<String> {
        let block = self.program.blocks.get(usize::try_from(block).ok()?)?;
        Some(block.id.clone())
    }

    /// What was found by the last check of the program as it is.
    pub fn verdict(&self) -> Option<&Rc<Verdict>> {
        self.verdict.as_ref()
    }

    /// The message of a verdict that is not passed yet.
    pub fn message(&self) -> Option<&Message> {
        match self.verdict.as_deref() {
            Some(Verdict::NotYet(message)) => Some(message),
            _ => None,
        }
    }

    /// The message, while the run it speaks of is on show.
    pub fn message_on_show(&self) -> Option<&Message> {
        self.message().filter(|_| self.shows_check)
    }

    /// How many verdicts in a row were "not yet".
    pub fn n_not_yet(&self) -> u32 {
        self.n_not_yet
    }

    /// What is said aloud.
    pub fn said(&self) -> &Said {
        &self.said
    }

    /// What keeps blocks from running.
    pub fn problems(&self) -> &[BlockProblem] {
        &self.problems
    }

    /// What happened at blocks that a learner should know, with their ids. A lamp asked to be brighter than it can
    /// is no trouble: it is what a loop does at its end.
    pub fn notes(&self) -> impl Iterator<Item = (NoteKind, String)> {
        let notes = self.run.trace().notes.iter();
        notes
            .filter(|note| note.kind != NoteKind::Saturated)
            .filter_map(|note| Some((note.kind, self.block_id(note.block)?)))
    }

    /// The block that changes a part faster than an eye follows.
    pub fn too_fast(&self) -> Option<&str> {
        self.too_fast.as_deref()
    }

    /// The one sentence about the run, once there is a run.
    pub fn run_message(&self) -> Option<RunMessage> {
        if self.phase == Phase::Ready {
            return None;
        }
        if self.problems.is_empty()
            && self.run.active_blocks().is_empty()
            && self.run.trace().changes.is_empty()
            && self.run.is_finished()
        {
            return Some(RunMessage::Nothing);
        }
        if self.run.trace().is_cut {
            return Some(RunMessage::TimeLineFull);
        }
        let note = self
            .notes()
            .next()
            .map(|(kind, block)| RunMessage::Note(kind, block));
        note.or_else(|| self.too_fast.clone().map(RunMessage::TooFast))
            .or_else(|| self.problems.first().cloned().map(RunMessage::Problem))
    }
}
