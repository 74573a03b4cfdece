//! What the bench holds, and the one reducer that may change it: a run with its past, where the inputs stand, and
//! the verdict. No browser and no clock: the page says how much time went by and whether there is time left.

mod alike;
mod views;

use alike::runs_alike;
use device::blocks::BlockKind;
use device::parts::Board;
use device::program::{Block, Program};
use device::run::{BlockProblem, InputEvent, Run, Stop};
use device::trace::{BlockNumber, Millis, NoteKind, Trace};
use lesson::check::Check;
use lesson::grade::{Verdict, grade_program};
use std::rc::Rc;
use words::Language;

/// The seed of chance in a run one looks at: that of the first run of a check, so that what is seen is what is graded.
const SEED: u64 = 0;

/// Blocks run between two looks at the clock.
const BLOCKS_AT_ONCE: u64 = 5_000;

/// Longest wall time one frame stands for, in milliseconds: after a tab slept, the run goes on where it was.
const LONGEST_FRAME: f64 = 100.0;

/// Shortest press and shortest pause between two, in virtual milliseconds, so that a program sees a quick tap.
const SHORTEST_PRESS: u64 = 50;

/// So many changes in a row …
const HASTE_CHANGES: usize = 50;
/// … in so many virtual milliseconds are too fast to be seen: a loop of 1 ms without a pause.
const HASTE_TIME: u64 = 60;

/// How fast virtual time goes, in virtual milliseconds for each millisecond of the wall clock.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Speed(f64);

impl Speed {
    /// What one can choose.
    pub const ALL: [Self; 6] = [Self(0.1), Self(0.25), Self(0.5), Self(1.0), Self(4.0), Self(10.0)];

    /// As in the world.
    pub const NORMAL: Self = Self(1.0);

    /// Times faster than the world.
    pub fn times(self) -> f64 {
        self.0
    }
}

/// Where a run is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Phase {
    /// Before its first instant.
    Ready,
    /// Going on by itself.
    Running,
    /// Stopped by hand, after a step, or by looking at the past.
    Paused,
    /// Nothing can happen any more, or the check's time is over.
    Ended,
}

/// What the run button does next.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RunButton {
    /// From the first instant.
    Start,
    /// Stop time.
    Pause,
    /// Go on in the present.
    Continue,
    /// Go on from an instant of the past; what came after is forgotten.
    GoOnFromHere,
}

/// What may happen to the bench.
#[derive(Clone, Debug, PartialEq)]
pub enum DeviceAction {
    /// The learner changed the program.
    Edit(Rc<Program>),
    /// Another program, or the same from its start, with its board and its check.
    Load {
        /// The board and its parts.
        board: Rc<Board>,
        /// The program.
        program: Rc<Program>,
        /// The step's check.
        check: Option<Rc<Check>>,
    },
    /// The language of sentences.
    Speak(Language),
    /// The run button, whatever it says.
    PushRunButton,
    /// One block more.
    Step,
    /// How fast time goes.
    SetSpeed(Speed),
    /// A frame of the page, so many milliseconds of the wall clock after the last one.
    Frame(f64),
    /// A button goes down; the part's number.
    Press(usize),
    /// A button comes up.
    Release(usize),
    /// A knob or a sensor is set to a value in its own unit.
    SetInput(usize, f64),
    /// To an instant of what has run.
    GoTo(Millis),
    /// Grade the program.
    Check,
    /// To the instant the verdict speaks of.
    ShowMe,
}

/// What the page must tell others after an action.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Told {
    /// The program changed.
    pub draft: Option<Rc<Program>>,
    /// A verdict was given.
    pub verdict: Option<Rc<Verdict>>,
}

/// Something said aloud once, at a stop.
#[derive(Clone, Debug, PartialEq)]
pub enum Said {
    /// Nothing yet.
    Nothing,
    /// Where the run stopped; the view adds what one sees.
    Stopped(Phase, Millis),
    /// What the check found.
    Verdict(Rc<Verdict>),
}

/// A sentence about the run, shown by the board.
#[derive(Clone, Debug, PartialEq)]
pub enum RunMessage {
    /// A block cannot run.
    Problem(BlockProblem),
    /// Something happened at a block (its id).
    Note(NoteKind, String),
    /// A block (its id) changes a part faster than an eye follows.
    TooFast(String),
    /// No block tells the device to begin.
    Nothing,
    /// The device changes so often that the time line is full.
    TimeLineFull,
}

/// The bench.
#[derive(Debug)]
pub struct DeviceState {
    language: Language,
    board: Rc<Board>,
    program: Rc<Program>,
    check: Option<Rc<Check>>,
    run: Run,
    problems: Vec<BlockProblem>,
    /// The blocks that count turns, with their numbers.
    loops: Vec<(BlockNumber, String)>,
    /// The block that changes a part faster than an eye follows.
    too_fast: Option<String>,
    phase: Phase,
    speed: Speed,
    /// Virtual time that frames gave and that is not a whole millisecond yet.
    owed: f64,
    /// Where a hand left each input, by part number; what outputs have here means nothing.
    positions: Vec<f64>,
    /// The whole of a run whose past one looks at.
    whole: Option<Rc<Trace>>,
    /// The instant the run is on its way to, when one frame was not enough.
    target: Option<Millis>,
    verdict: Option<Rc<Verdict>>,
    /// The run on show is the one the verdict speaks of.
    shows_check: bool,
    n_not_yet: u32,
    said: Said,
}

impl DeviceState {
    /// A bench with a program that has not run.
    pub fn new(language: Language, board: Rc<Board>, program: Rc<Program>, check: Option<Rc<Check>>) -> Self {
        let (run, problems) = Run::new(&program, &board, SEED);
        let loops = loops(&program);
        let positions = board
            .parts
            .iter()
            .map(|part| part.name.kind.value_at_start())
            .collect();
        Self {
            language,
            board,
            program,
            check,
            run,
            problems,
            phase: Phase::Ready,
            speed: Speed::NORMAL,
            owed: 0.0,
            loops,
            too_fast: None,
            positions,
            whole: None,
            target: None,
            verdict: None,
            shows_check: false,
            n_not_yet: 0,
            said: Said::Nothing,
        }
    }

    /// The only way to change it. `has_time` says whether this frame may compute on.
    pub fn apply(&mut self, action: DeviceAction, has_time: &mut dyn FnMut() -> bool) -> Told {
        let mut told = Told::default();
        match action {
            DeviceAction::Edit(program) => {
                if program != self.program {
                    let runs_alike = runs_alike(&program, &self.program);
                    self.program = Rc::clone(&program);
                    if !runs_alike {
                        self.start_over(Phase::Ready);
                    }
                    told.draft = Some(program);
                }
            }
            DeviceAction::Load {
                board,
                program,
                check,
            } => {
                let speed = self.speed;
                *self = Self::new(self.language, board, program, check);
                self.speed = speed;
            }
            DeviceAction::Speak(language) => self.language = language,
            DeviceAction::PushRunButton => self.push_run_button(),
            DeviceAction::Step => self.step(),
            DeviceAction::SetSpeed(speed) => self.speed = speed,
            DeviceAction::Frame(elapsed) => self.frame(elapsed, has_time),
            DeviceAction::Press(part) => self.set_button(part, 1.0),
            DeviceAction::Release(part) => self.set_button(part, 0.0),
            DeviceAction::SetInput(part, value) => self.set_input(part, value),
            DeviceAction::GoTo(at) => self.go_to(at, has_time),
            DeviceAction::Check => told.verdict = self.grade(has_time),
            DeviceAction::ShowMe => {
                if let Some(instant) = self.message().and_then(|message| message.instant) {
                    if !self.shows_check {
                        self.run_the_check(has_time);
                    }
                    self.go_to(instant, has_time);
                }
            }
        }
        told
    }

    /// A fresh run of the program, its inputs where hands left them.
    fn start_over(&mut self, phase: Phase) {
        if phase == Phase::Ready {
            self.verdict = None;
        }
        let mut inputs = Vec::new();
        for (number, part) in self.board.parts.iter().enumerate() {
            let value = self.positions[number];
            #[allow(
                clippy::float_cmp,
                reason = "a position that no hand moved is the value at start itself"
            )]
            let is_moved = value != part.name.kind.value_at_start();
            if let (false, true, Ok(part)) = (part.name.kind.is_output(), is_moved, u16::try_from(number)) {
                inputs.push(InputEvent {
                    at: Millis(0),
                    part,
                    value,
                });
            }
        }
        self.new_run(&inputs, SEED, phase);
        self.shows_check = false;
    }

    fn new_run(&mut self, inputs: &[InputEvent], seed: u64, phase: Phase) {
        (self.run, self.problems) = Run::new(&self.program, &self.board, seed);
        self.run.schedule(inputs);
        self.loops = loops(&self.program);
        self.too_fast = None;
        self.phase = phase;
        self.owed = 0.0;
        self.whole = None;
        self.target = None;
    }

    fn push_run_button(&mut self) {
        match self.run_button() {
            RunButton::Start => self.start_over(Phase::Running),
            RunButton::Pause => self.stop(Phase::Paused),
            RunButton::Continue => self.phase = Phase::Running,
            RunButton::GoOnFromHere => {
                self.forget_what_came_after();
                self.phase = Phase::Running;
            }
        }
    }

    fn stop(&mut self, phase: Phase) {
        self.phase = phase;
        self.owed = 0.0;
        self.said = Said::Stopped(phase, self.run.now());
    }

    fn step(&mut self) {
        if matches!(self.phase, Phase::Ready | Phase::Ended) && self.whole.is_none() {
            self.start_over(Phase::Paused);
        }
        self.forget_what_came_after();
        let phase = match self.run.step() {
            Stop::Ended if self.run.is_finished() => Phase::Ended,
            _ => Phase::Paused,
        };
        self.stop(phase);
    }

    fn frame(&mut self, elapsed: f64, has_time: &mut dyn FnMut() -> bool) {
        if let Some(target) = self.target {
            self.advance(target, has_time);
            return;
        }
        if self.phase != Phase::Running {
            return;
        }
        self.owed += elapsed.clamp(0.0, LONGEST_FRAME) * self.speed.times();
        let whole = self.owed.floor();
        self.owed -= whole;
        #[allow(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "from 0 to 100 ms times the speed"
        )]
        let until = Millis(self.run.now().0 + whole as u64);
        self.advance(until, has_time);
        // What a frame could not compute is not caught up with: time goes slower, the page stays alive.
        self.target = None;
        self.look_for_haste();
        if self.run.trace().is_cut || self.run.is_finished() {
            self.stop(Phase::Ended);
        }
    }

    /// Runs to an instant, or as far as there is time for; keeps the instant as target if it was not reached.
    fn advance(&mut self, until: Millis, has_time: &mut dyn FnMut() -> bool) -> Stop {
        self.target = None;
        loop {
            let stop = self.run.advance_to(until, BLOCKS_AT_ONCE);
            if stop != Stop::BudgetUsed {
                return stop;
            }
            if !has_time() {
                self.target = Some(until);
                return stop;
            }
        }
    }

    /// Notes a block that changes a part many times in less than an eye sees.
    fn look_for_haste(&mut self) {
        let Some(tail) = self.run.trace().changes.last_chunk::<HASTE_CHANGES>() else {
            return;
        };
        let is_hasty = tail[HASTE_CHANGES - 1].at.0 - tail[0].at.0 <= HASTE_TIME;
        let block = tail.iter().find_map(|change| change.block);
        if let (true, None, Some(block)) = (is_hasty, &self.too_fast, block) {
            self.too_fast = self.block_id(block);
        }
    }

    /// Looks at an instant of what has run; the rest is kept until something changes it.
    fn go_to(&mut self, at: Millis, has_time: &mut dyn FnMut() -> bool) {
        if self.phase == Phase::Ready {
            return;
        }
        let end = self.end();
        let at = at.min(end);
        if at == end && self.whole.is_none() {
            return;
        }
        let whole = self
            .whole
            .take()
            .unwrap_or_else(|| Rc::new(self.run.trace().clone()));
        if self.run.go_to(at, BLOCKS_AT_ONCE) == Stop::BudgetUsed {
            self.advance(at, has_time);
        }
        if at < end {
            self.whole = Some(whole);
        }
        self.phase = Phase::Paused;
        self.owed = 0.0;
    }

    /// The instant one looks at becomes the present: inputs that came after it are forgotten.
    fn forget_what_came_after(&mut self) {
        self.target = None;
        if self.whole.take().is_some() {
            self.run.schedule(&[]);
            self.shows_check = false;
            for input in self.run.inputs() {
                if let Some(position) = self.positions.get_mut(usize::from(input.part)) {
                    *position = input.value;
                }
            }
        }
    }

    fn set_button(&mut self, part: usize, value: f64) {
        let Some(position) = self.positions.get_mut(part) else {
            return;
        };
        #[allow(clippy::float_cmp, reason = "a button is exactly 0 or 1")]
        if *position == value {
            return;
        }
        *position = value;
        if self.phase == Phase::Ready || self.whole.is_some() {
            return;
        }
        let inputs = self.run.inputs().iter();
        let last = inputs.rev().find(|input| usize::from(input.part) == part);
        let earliest = last.map_or(0, |input| input.at.0 + SHORTEST_PRESS);
        self.input(Millis(earliest.max(self.run.now().0)), part, value);
    }

    fn set_input(&mut self, part: usize, value: f64) {
        let Some(plugged) = self.board.parts.get(part) else {
            return;
        };
        let (least, greatest) = plugged.name.kind.range();
        let value = value.clamp(least, greatest);
        self.forget_what_came_after();
        if let Some(position) = self.positions.get_mut(part) {
            *position = value;
        }
        if self.phase != Phase::Ready {
            self.input(self.run.now(), part, value);
        }
    }

    fn input(&mut self, at: Millis, part: usize, value: f64) {
        if let Ok(part) = u16::try_from(part) {
            self.run.schedule(&[InputEvent { at, part, value }]);
        }
    }

    fn grade(&mut self, has_time: &mut dyn FnMut() -> bool) -> Option<Rc<Verdict>> {
        let check = self.check.clone()?;
        let verdict = Rc::new(grade_program(&check, &self.board, &self.program, self.language));
        match &*verdict {
            Verdict::Passed { .. } => self.n_not_yet = 0,
            Verdict::NotYet(_) => self.n_not_yet += 1,
            Verdict::AuthorProblem(_) => {}
        }
        self.verdict = Some(Rc::clone(&verdict));
        self.run_the_check(has_time);
        self.said = Said::Verdict(Rc::clone(&verdict));
        Some(verdict)
    }

    /// Shows the run that the check looks at, from its inputs to its end.
    fn run_the_check(&mut self, has_time: &mut dyn FnMut() -> bool) {
        let Some(check) = self.check.clone() else {
            return;
        };
        let seed = self.message().map_or(SEED, |message| message.seed);
        self.new_run(&check.inputs(&self.board), seed, Phase::Ended);
        self.shows_check = true;
        self.advance(check.duration, has_time);
    }
}

/// The blocks that count their turns.
fn loops(program: &Program) -> Vec<(BlockNumber, String)> {
    let counts = |block: &Block| matches!(block.known_kind(), Some(BlockKind::Repeat | BlockKind::Count));
    let blocks = (0..).zip(&program.blocks);
    blocks
        .filter(|(_, block)| counts(block))
        .map(|(number, block)| (number, block.id.clone()))
        .collect()
}

#[cfg(test)]
mod tests;
