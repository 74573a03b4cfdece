//! Grading: a program is run headless in virtual time and what the device did is looked at; a drawing is measured.

mod answer;
mod blink;
mod channel;
pub(crate) mod drawing;
mod judge;
mod level;
mod program;
mod ramp;
pub(crate) mod seen;
mod several;

use crate::check::Check;
use crate::words::verdict::{self, AuthorReason};
use design::document::ShapeId;
use device::parts::Board;
use device::program::Program;
use device::run::{BlockProblem, BlockProblemKind, Run, Stop};
use device::trace::{BlockNumber, Millis, Trace};
use judge::{Device, Judgement};
use kurbo::Rect;
use seen::{Finding, Seen};
use words::Language;

pub use drawing::grade_drawing;

/// The result of a check.
#[allow(clippy::large_enum_variant, reason = "there is one at a time")]
#[derive(Clone, Debug, PartialEq)]
pub enum Verdict {
    /// Every sentence passes.
    Passed {
        /// What was done well.
        praise: String,
    },
    /// The first sentence that does not pass yet.
    NotYet(Message),
    /// The check itself asks for something that cannot be; for the author.
    AuthorProblem(String),
}

/// One message for the learner: what was seen, what is expected, where to look.
#[derive(Clone, Debug, PartialEq)]
pub struct Message {
    /// How many sentences passed before this one.
    pub passed: usize,
    /// How many sentences there are.
    pub total: usize,
    /// The author's own words, when given; shown first.
    pub own_words: Option<String>,
    /// "Je vois : …", without the first words nor the full stop, beginning with a small letter; never empty.
    pub seen: String,
    /// "Il faut : …", without the first words nor the full stop, beginning with a small letter; may be empty.
    pub expected: String,
    /// The instant to go to.
    pub instant: Option<Millis>,
    /// When what is expected should happen: first and last instant.
    pub expected_between: Option<(Millis, Millis)>,
    /// The part it speaks of, by number on the board.
    pub part: Option<usize>,
    /// The id of the block it speaks of.
    pub block: Option<String>,
    /// What the time line can draw of what is expected.
    pub shape: Option<Expected>,
    /// The shapes it speaks of, in a drawing.
    pub shapes: Vec<ShapeId>,
    /// Where on the sheet it is, in millimetres.
    pub place: Option<Rect>,
    /// The seed of the run that was looked at; with [`Check::inputs`] it shows the same again.
    pub seed: u64,
}

/// A shape for the time line. Values are in the part's unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Expected {
    /// From `from` at `start`, in a straight line to `to`, reached at the earliest and at the latest at the two
    /// instants of [`Message::expected_between`].
    Ramp {
        /// When the change should begin.
        start: Millis,
        /// The first value.
        from: f64,
        /// The last value.
        to: f64,
    },
    /// Between two values, at or all along [`Message::expected_between`].
    Level {
        /// The least.
        least: f64,
        /// The greatest.
        greatest: f64,
    },
}

/// How many blocks all runs of a check may run together (device.md, rule 10).
pub const BLOCK_BUDGET: u64 = 20_000_000;

/// So long after its end a run goes on, so that a change at the end can be seen to last (see `devient`).
const AFTERMATH: u64 = 100;

/// Runs a check on a program. Pure: the same check, board and program give the same verdict everywhere.
#[must_use]
pub fn grade_program(check: &Check, board: &Board, program: &Program, language: Language) -> Verdict {
    let mut blocks_left = BLOCK_BUDGET;
    let mut verdict = Verdict::AuthorProblem(verdict::author(&AuthorReason::NothingToCheck, language));
    for run in 0..check.runs {
        let seed = u64::from(run);
        let (mut run, problems) = Run::without_past(program, board, seed);
        run.schedule(&check.inputs(board));
        let stop = run.advance_to(Millis(check.duration.0 + AFTERMATH), blocks_left);
        blocks_left = blocks_left.saturating_sub(run.blocks_run());
        let grader = Grader {
            check,
            board,
            program,
            language,
            seed,
        };
        verdict = if stop == Stop::BudgetUsed {
            grader.greedy(run.active_blocks().first().copied())
        } else {
            grader.grade(run.trace(), &problems)
        };
        if !matches!(verdict, Verdict::Passed { .. }) {
            return verdict;
        }
    }
    verdict
}

/// Judges what a program did, from its trace; `problems` are the blocks that could not run. [`grade_program`] makes
/// the trace itself.
#[must_use]
pub fn grade_trace(
    check: &Check,
    board: &Board,
    program: &Program,
    trace: &Trace,
    problems: &[BlockProblem],
    language: Language,
) -> Verdict {
    Grader {
        check,
        board,
        program,
        language,
        seed: 0,
    }
    .grade(trace, problems)
}

struct Grader<'a> {
    check: &'a Check,
    board: &'a Board,
    program: &'a Program,
    language: Language,
    seed: u64,
}

impl Grader<'_> {
    fn grade(&self, trace: &Trace, problems: &[BlockProblem]) -> Verdict {
        let device = Device::new(self.board, self.program, trace, self.check.duration);
        let speaks_of_the_device = self
            .check
            .sentences
            .iter()
            .any(|sentence| !sentence.property.is_of_the_program());
        if trace.is_cut {
            let block = trace.changes.last().and_then(|change| change.block);
            let finding = Finding::new(Seen::TooManyChanges).at(trace.until).by(block);
            return self.not_yet_at_all(&device, finding, None);
        }
        if speaks_of_the_device && device.did_nothing() {
            let (finding, block) = self.why_nothing(&device, problems);
            return self.not_yet_at_all(&device, finding, block);
        }
        for (place, sentence) in self.check.sentences.iter().enumerate() {
            match device.judge(&sentence.property) {
                Judgement::Holds => {}
                Judgement::Fails(finding) => {
                    let expected = verdict::expected(&sentence.property, self.board, self.language);
                    let own_words = sentence.own_words.clone();
                    return Verdict::NotYet(self.message(place, own_words, expected, *finding, None));
                }
                Judgement::CannotBe(reason) => {
                    return Verdict::AuthorProblem(verdict::author(&reason, self.language));
                }
            }
        }
        let reason = match self.check.lines_not_understood.first() {
            Some(line) => AuthorReason::NotUnderstood(*line),
            None if self.check.sentences.is_empty() => AuthorReason::NothingToCheck,
            None => {
                let praise = self.check.praise.clone();
                return Verdict::Passed {
                    praise: praise.unwrap_or_else(|| verdict::praise(self.language)),
                };
            }
        };
        Verdict::AuthorProblem(verdict::author(&reason, self.language))
    }

    /// The program used up its blocks: no sentence can be judged. Where it was then depends on how the machine counts,
    /// so no instant is told.
    fn greedy(&self, block: Option<BlockNumber>) -> Verdict {
        let kind = block.and_then(|block| self.block(block)?.known_kind());
        let finding = Finding::new(Seen::Greedy(kind)).by(block);
        let expected = verdict::expected_instead(&finding.seen, self.language);
        Verdict::NotYet(self.message(0, None, expected, finding, None))
    }

    /// A message that comes before all that speak of the device. Sentences about the program that hold stay ticked.
    fn not_yet_at_all(&self, device: &Device<'_>, finding: Finding, block: Option<String>) -> Verdict {
        let holds = |sentence: &&crate::check::Sentence| {
            sentence.property.is_of_the_program()
                && matches!(device.judge(&sentence.property), Judgement::Holds)
        };
        let passed = self.check.sentences.iter().take_while(holds).count();
        let mut expected = verdict::expected_instead(&finding.seen, self.language);
        if expected.is_empty() {
            let first = self
                .check
                .sentences
                .iter()
                .find(|sentence| !sentence.property.is_of_the_program());
            if let Some(sentence) = first {
                expected = verdict::expected(&sentence.property, self.board, self.language);
            }
        }
        Verdict::NotYet(self.message(passed, None, expected, finding, block))
    }

    /// Why nothing changed: a script that stopped, a block that cannot run, blocks without a start, or the program
    /// is simply not there yet.
    fn why_nothing(&self, device: &Device<'_>, problems: &[BlockProblem]) -> (Finding, Option<String>) {
        if let Judgement::Fails(finding) = device.judge(&crate::check::Property::NoError) {
            return (*finding, None);
        }
        let is_loose = |problem: &&BlockProblem| problem.kind == BlockProblemKind::Loose;
        let problem = problems
            .iter()
            .find(|problem| !is_loose(problem))
            .or_else(|| problems.iter().find(is_loose));
        let Some(problem) = problem else {
            let part = device.first_part_of(self.check);
            return (
                Finding {
                    part,
                    ..Finding::new(Seen::Nothing)
                },
                None,
            );
        };
        let block = self.program.blocks.iter().find(|block| block.id == problem.block);
        let kind = block.and_then(device::program::Block::known_kind);
        let seen = match (&problem.kind, kind) {
            (BlockProblemKind::EmptySocket { .. }, Some(kind)) => Seen::EmptySocket(kind),
            (BlockProblemKind::NoSuchPart { part }, _) => Seen::NoSuchPart(part.clone()),
            (
                BlockProblemKind::WrongKind { .. }
                | BlockProblemKind::NoLoopToLeave
                | BlockProblemKind::NoSuchParameter,
                Some(kind),
            ) => Seen::WrongPlace(kind),
            (BlockProblemKind::NoSuchFunction, _) => Seen::NoSuchFunction,
            (BlockProblemKind::Loose, Some(kind)) => Seen::NothingLoose(kind),
            (BlockProblemKind::TooBig, _) => Seen::TooBig,
            (BlockProblemKind::UnreadLine, _) => Seen::UnreadLine,
            (BlockProblemKind::UnknownBlock, _) | (_, None) => Seen::UnknownBlock,
        };
        (Finding::new(seen), Some(problem.block.clone()))
    }

    fn message(
        &self,
        passed: usize,
        own_words: Option<String>,
        expected: String,
        finding: Finding,
        block: Option<String>,
    ) -> Message {
        Message {
            passed,
            total: self.check.sentences.len(),
            own_words,
            seen: verdict::seen(&finding.seen, self.board, self.language),
            expected,
            instant: finding.at,
            expected_between: finding.expected_between,
            part: finding.part.and_then(|part| self.board.part_number(&part)),
            block: block.or_else(|| Some(self.block(finding.block?)?.id.clone())),
            shape: finding.shape,
            shapes: Vec::new(),
            place: None,
            seed: self.seed,
        }
    }

    fn block(&self, number: BlockNumber) -> Option<&device::program::Block> {
        self.program.blocks.get(usize::try_from(number).ok()?)
    }
}
