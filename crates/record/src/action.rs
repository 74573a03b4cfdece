//! What can happen to a record: the only way it changes.

use crate::document::{Document, Dot, WorkKind};
use crate::join::Join;
use crate::person::{PersonId, Setting, Settings, Tool};
use crate::progress::{LessonProgress, StepProgress};
use crate::queries::register;
use crate::record::{PersonRecord, Record};
use crate::stamp::{Register, Stamp, WriterId};
use std::rc::Rc;

/// The longest name in characters; longer ones are cut.
const LONGEST_NAME: usize = 40;

/// The longest message of a check that is kept, in characters.
const LONGEST_MESSAGE: usize = 300;

/// The longest text of a work or an entry in bytes. The largest program a bench takes is a hundredth of it.
pub const LONGEST_TEXT: usize = 1024 * 1024;

/// Something that happens to a record.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// A person does something.
    By(PersonId, Deed),
    /// Another copy arrives: from storage, another tab, a file.
    Merge(Rc<Record>),
}

/// A text of a person: where it belongs.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Page {
    /// The work of a step.
    Work {
        /// The lesson.
        lesson: Rc<str>,
        /// The step.
        step: Rc<str>,
    },
    /// An entry of the logbook.
    Logbook {
        /// The lesson.
        lesson: Rc<str>,
        /// The step.
        step: Rc<str>,
        /// The number of the prompt in its step, from 0.
        prompt: u64,
    },
}

/// What a person does.
#[derive(Clone, Debug, PartialEq)]
#[allow(
    missing_docs,
    reason = "lesson and step are the ids of a lesson and its step everywhere"
)]
pub enum Deed {
    /// Comes for the first time.
    Come {
        name: String,
        tool: Tool,
        settings: Settings,
    },
    /// Takes another name.
    Rename(String),
    /// Takes another tool.
    TakeTool(Tool),
    /// Changes a setting.
    Set(Setting),
    /// Opens a step: it is now in hand.
    GoTo { lesson: String, step: String },
    /// Has done a step.
    DoStep { lesson: String, step: String },
    /// Has done every counted step of a lesson.
    DoLesson { lesson: String },
    /// Asked for a check.
    Attempt {
        lesson: String,
        step: String,
        /// How many sentences of the check passed.
        n_passed: usize,
        /// The message that was shown, for who helps; none when all passed.
        message: Option<String>,
    },
    /// Opened hints.
    OpenHints {
        lesson: String,
        step: String,
        /// How many are open now.
        count: usize,
    },
    /// Answered a question.
    Answer {
        lesson: String,
        step: String,
        /// Its number in the step, from 0.
        question: usize,
        /// The numbers of the choices, from 0.
        choices: Vec<usize>,
    },
    /// Wrote a text.
    Write {
        page: Page,
        kind: WorkKind,
        text: Rc<str>,
        /// The revisions it replaces: those the person saw when they began.
        instead_of: Vec<Dot>,
    },
    /// Goes on with one of several revisions.
    Choose { page: Page, revision: Dot },
    /// Starts a step again.
    Restart { lesson: String, step: String },
    /// Is erased, for ever and in every copy.
    Erase,
}

/// Who writes, and when.
#[derive(Clone, Copy, Debug)]
pub struct Writing<'a> {
    /// Who writes.
    pub writer: &'a WriterId,
    /// What the clock says, `2026-11-24T13:05`; shown, and never compared but for the first day of something.
    pub now: &'a str,
}

/// The record after an action. Never fails: an action that makes no sense (an id that is no id, a person who was
/// erased) changes nothing.
#[must_use]
pub fn apply(record: &Record, action: &Action, writing: Writing) -> Record {
    let mut next = record.clone();
    match action {
        Action::Merge(theirs) => next.join(theirs),
        Action::By(id, deed) => {
            let is_coming = matches!(deed, Deed::Come { .. });
            if (record.people.contains_key(id) || is_coming) && !record.is_erased(id) {
                next.clock = (next.clock + 1).min(Stamp::GREATEST);
                let lamport = next.clock;
                let person = Rc::make_mut(next.people.entry(id.clone()));
                person.take(deed, writing, lamport);
            }
        }
    }
    next
}

impl PersonRecord {
    fn take(&mut self, deed: &Deed, writing: Writing, lamport: u64) {
        let stamped = |value: Rc<str>| Register {
            at: Stamp {
                lamport,
                writer: writing.writer.clone(),
            },
            value,
        };
        match deed {
            Deed::Come { name, tool, settings } => {
                self.set(register::NAME, stamped(shortened(name)));
                self.set(register::TOOL, stamped(tool.saved_name().into()));
                for setting in settings.each() {
                    self.take(&Deed::Set(setting), writing, lamport);
                }
            }
            Deed::Rename(name) => self.set(register::NAME, stamped(shortened(name))),
            Deed::TakeTool(tool) => self.set(register::TOOL, stamped(tool.saved_name().into())),
            Deed::Set(setting) => {
                let (name, value) = match setting {
                    Setting::Language(language) => (register::LANGUAGE, language.code()),
                    Setting::TextSize(size) => (register::TEXT_SIZE, size.saved_name()),
                    Setting::Spacing(spacing) => (register::SPACING, spacing.saved_name()),
                    Setting::Theme(theme) => (register::THEME, theme.saved_name()),
                };
                self.set(name, stamped(value.into()));
            }
            Deed::GoTo { lesson, step } => {
                if let Some(progress) = self.lesson_mut(lesson)
                    && is_key(step)
                {
                    progress.place = Some(stamped(step.as_str().into()));
                    self.set(register::LAST_LESSON, stamped(lesson.as_str().into()));
                }
            }
            Deed::DoStep { lesson, step } => {
                if let Some(step) = self.step_mut(lesson, step) {
                    step.is_done = true;
                    step.first_done.get_or_insert_with(|| day(writing.now));
                }
            }
            Deed::DoLesson { lesson } => {
                if let Some(lesson) = self.lesson_mut(lesson) {
                    lesson.first_done.get_or_insert_with(|| day(writing.now));
                }
            }
            Deed::Attempt {
                lesson,
                step,
                n_passed,
                message,
            } => {
                // Nothing to say stays unwritten, until there is something to take back.
                let message: String = message
                    .iter()
                    .flat_map(|text| text.chars())
                    .take(LONGEST_MESSAGE)
                    .collect();
                let message = stamped(message.into());
                if let Some(step) = self.step_mut(lesson, step) {
                    if step.message.is_some() || !message.value.is_empty() {
                        step.message = Some(message);
                    }
                    let count = step.attempts.entry(writing.writer.clone());
                    *count = count.saturating_add(1);
                    step.best.join(&bounded(*n_passed));
                }
            }
            Deed::OpenHints { lesson, step, count } => {
                if let Some(step) = self.step_mut(lesson, step) {
                    step.hints.join(&bounded(*count));
                }
            }
            Deed::Answer {
                lesson,
                step,
                question,
                choices,
            } => {
                if let Some(step) = self.step_mut(lesson, step) {
                    let words: Vec<_> = choices.iter().map(usize::to_string).collect();
                    step.answers
                        .insert(bounded(*question), stamped(words.join(" ").into()));
                }
            }
            Deed::Write {
                page,
                kind,
                text,
                instead_of,
            } => {
                if page.is_fine() && text.len() <= LONGEST_TEXT {
                    self.document_mut(page)
                        .write(writing.writer, instead_of, (*kind, text, writing.now));
                }
            }
            Deed::Choose { page, revision } => {
                if self.document(page).is_some() {
                    self.document_mut(page).choose(writing.writer, revision);
                }
            }
            Deed::Restart { lesson, step } => {
                let page = Page::work(lesson, step);
                if self.document(&page).is_some() {
                    self.document_mut(&page).restart();
                }
                if let Some(step) = self.step_mut(lesson, step) {
                    step.restart();
                }
            }
            Deed::Erase => self.erase(),
        }
    }

    fn set(&mut self, name: &str, value: Register) {
        self.registers.insert(name.into(), value);
    }

    fn lesson_mut(&mut self, lesson: &str) -> Option<&mut LessonProgress> {
        is_key(lesson).then(|| self.lessons.entry(lesson.into()))
    }

    fn step_mut(&mut self, lesson: &str, step: &str) -> Option<&mut StepProgress> {
        if !is_key(step) {
            return None;
        }
        let lesson = self.lesson_mut(lesson)?;
        Some(lesson.steps.entry(step.into()))
    }

    /// The document of a page, once something was written there.
    pub(crate) fn document(&self, page: &Page) -> Option<&Document> {
        self.pages.get(page)
    }

    fn document_mut(&mut self, page: &Page) -> &mut Document {
        self.pages.entry(page.clone())
    }
}

impl Page {
    /// The work of a step.
    #[must_use]
    pub fn work(lesson: &str, step: &str) -> Self {
        Self::Work {
            lesson: lesson.into(),
            step: step.into(),
        }
    }

    /// An entry of the logbook; the number of its prompt in the step, from 0.
    #[must_use]
    pub fn logbook(lesson: &str, step: &str, prompt: u64) -> Self {
        Self::Logbook {
            lesson: lesson.into(),
            step: step.into(),
            prompt,
        }
    }

    pub(crate) fn is_fine(&self) -> bool {
        let (Self::Work { lesson, step } | Self::Logbook { lesson, step, .. }) = self;
        is_key(lesson) && is_key(step)
    }
}

/// The id of a lesson or a step: 1 to 64 bytes, and none that would cut an address or a file name in two.
pub(crate) fn is_key(id: &str) -> bool {
    (1..=64).contains(&id.len()) && !id.contains(|c: char| c == '/' || c.is_control())
}

/// A name as it is kept: as typed, not longer than [`LONGEST_NAME`].
pub(crate) fn shortened(name: &str) -> Rc<str> {
    name.chars().take(LONGEST_NAME).collect::<String>().into()
}

/// The day of a date and time.
fn day(now: &str) -> String {
    now.chars().take("2026-11-24".len()).collect()
}

fn bounded(number: usize) -> u64 {
    u64::try_from(number).map_or(Stamp::GREATEST, |number| number.min(Stamp::GREATEST))
}
