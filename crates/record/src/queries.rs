//! What the page asks a record.

use crate::action::Page;
use crate::document::{Document, Dot, Revision};
use crate::person::{Person, PersonId, Settings, Spacing, TextSize, Theme, Tool};
use crate::progress::{LessonProgress, StepProgress};
use crate::record::{PersonRecord, Record};
use std::rc::Rc;
use words::Language;

/// The id of a lesson or step, with its former ids: progress under them counts.
#[derive(Clone, Copy, Debug)]
pub struct Names<'a> {
    /// Today's id.
    pub id: &'a str,
    /// Former ids.
    pub former: &'a [String],
}

impl<'a> Names<'a> {
    /// Today's id, then the former ones.
    pub fn each(self) -> impl Iterator<Item = &'a str> {
        std::iter::once(self.id).chain(self.former.iter().map(String::as_str))
    }
}

impl<'a> From<&'a str> for Names<'a> {
    fn from(id: &'a str) -> Self {
        Self { id, former: &[] }
    }
}

/// The last work of a step.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub enum Work {
    /// Nothing yet.
    #[default]
    None,
    /// This.
    One(Revision),
    /// Several, written in two places without knowing of each other: the person chooses.
    Several(Vec<Revision>),
}

impl Work {
    /// The one text, when there is just one.
    #[must_use]
    pub fn text(&self) -> Option<Rc<str>> {
        match self {
            Self::One(revision) => Some(revision.text.clone()),
            Self::None | Self::Several(_) => None,
        }
    }

    fn from_revisions(mut revisions: Vec<Revision>) -> Self {
        match revisions.len() {
            0 => Self::None,
            1 => revisions.pop().map_or(Self::None, Self::One),
            _ => Self::Several(revisions),
        }
    }
}

/// The registers of a person; a table, because saved data depend on the names.
pub(crate) mod register {
    pub(crate) const NAME: &str = "name";
    pub(crate) const TOOL: &str = "tool";
    pub(crate) const LANGUAGE: &str = "language";
    pub(crate) const TEXT_SIZE: &str = "text-size";
    pub(crate) const SPACING: &str = "spacing";
    pub(crate) const THEME: &str = "theme";
    pub(crate) const LAST_LESSON: &str = "last-lesson";
}

impl Record {
    /// The people who are here, not the erased ones, in the order of their ids.
    pub fn people(&self) -> impl Iterator<Item = Person> {
        self.people
            .iter()
            .filter(|(_, person)| !person.is_erased)
            .map(|(id, person)| person.shown(id))
    }

    /// What is kept of a person who is here.
    #[must_use]
    pub fn person(&self, id: &PersonId) -> Option<&PersonRecord> {
        self.people
            .get(id)
            .map(Rc::as_ref)
            .filter(|person| !person.is_erased)
    }

    /// Whether anyone was erased.
    #[must_use]
    pub fn has_erased(&self) -> bool {
        self.erased().next().is_some()
    }

    /// The people who were erased.
    pub(crate) fn erased(&self) -> impl Iterator<Item = &PersonId> {
        let people = self.people.iter();
        people.filter(|(_, person)| person.is_erased).map(|(id, _)| id)
    }

    /// Whether this person was erased: copies of theirs do not come back.
    #[must_use]
    pub fn is_erased(&self, id: &PersonId) -> bool {
        self.people.get(id).is_some_and(|person| person.is_erased)
    }
}

impl PersonRecord {
    fn register(&self, name: &str) -> Option<&str> {
        self.registers.get(name).map(|register| &*register.value)
    }

    /// The person as the page shows them; what a newer Fabrique wrote and this one does not know reads as the default.
    #[must_use]
    pub fn shown(&self, id: &PersonId) -> Person {
        let named = |name| self.register(name).unwrap_or_default();
        Person {
            id: id.clone(),
            name: crate::action::shortened(named(register::NAME)),
            tool: Tool::from_saved_name(named(register::TOOL)).unwrap_or_default(),
            settings: Settings {
                language: Language::from_code(named(register::LANGUAGE)).unwrap_or_default(),
                text_size: TextSize::from_saved_name(named(register::TEXT_SIZE)).unwrap_or_default(),
                spacing: Spacing::from_saved_name(named(register::SPACING)).unwrap_or_default(),
                theme: Theme::from_saved_name(named(register::THEME)).unwrap_or_default(),
            },
        }
    }

    fn lessons_named<'s>(&'s self, lesson: Names) -> impl Iterator<Item = &'s LessonProgress> {
        lesson.each().filter_map(|id| self.lessons.get(id))
    }

    fn steps_named<'s>(&'s self, lesson: Names, step: Names) -> impl Iterator<Item = &'s StepProgress> {
        self.lessons_named(lesson)
            .flat_map(move |lesson| step.each().filter_map(|id| lesson.steps.get(id)))
    }

    /// Whether a step was ever done.
    #[must_use]
    pub fn is_done(&self, lesson: Names, step: Names) -> bool {
        self.steps_named(lesson, step)
            .any(|step| step.first_done.is_some())
    }

    /// Whether a lesson was ever finished.
    #[must_use]
    pub fn is_lesson_done(&self, lesson: Names) -> bool {
        self.lessons_named(lesson)
            .any(|lesson| lesson.first_done.is_some())
    }

    /// Whether a lesson was ever opened.
    #[must_use]
    pub fn is_lesson_begun(&self, lesson: Names) -> bool {
        self.lessons_named(lesson).next().is_some()
    }

    /// The lessons finished, by id.
    pub fn lessons_done(&self) -> impl Iterator<Item = &str> {
        self.lessons
            .iter()
            .filter(|(_, lesson)| lesson.first_done.is_some())
            .map(|(id, _)| &**id)
    }

    /// The step in hand of a lesson.
    #[must_use]
    pub fn place(&self, lesson: Names) -> Option<&str> {
        self.lessons_named(lesson)
            .filter_map(|lesson| lesson.place.as_ref())
            .max()
            .map(|place| &*place.value)
    }

    /// The lesson last worked at.
    #[must_use]
    pub fn last_lesson(&self) -> Option<&str> {
        self.register(register::LAST_LESSON)
    }

    /// How many hints of a step are open.
    #[must_use]
    pub fn hints_opened(&self, lesson: Names, step: Names) -> usize {
        let hints = self
            .steps_named(lesson, step)
            .map(|step| step.hints)
            .max()
            .unwrap_or(0);
        usize::try_from(hints).unwrap_or(usize::MAX)
    }

    /// How often a check of a step was asked for.
    #[must_use]
    pub fn attempts(&self, lesson: Names, step: Names) -> usize {
        let attempts = self
            .steps_named(lesson, step)
            .flat_map(|step| step.attempts.values())
            .fold(0_u64, |sum, count| sum.saturating_add(*count));
        usize::try_from(attempts).unwrap_or(usize::MAX)
    }

    /// What the last check of a step said; nothing once it passed.
    #[must_use]
    pub fn last_message(&self, lesson: Names, step: Names) -> Option<&str> {
        let messages = self
            .steps_named(lesson, step)
            .filter_map(|step| step.message.as_ref());
        messages
            .max()
            .map(|message| &*message.value)
            .filter(|message| !message.is_empty())
    }

    /// The choices last made in a question (its number in the step, from 0); empty when it was not answered.
    #[must_use]
    pub fn answer(&self, lesson: Names, step: Names, question: usize) -> Vec<usize> {
        let number = u64::try_from(question).unwrap_or(u64::MAX);
        self.steps_named(lesson, step)
            .filter_map(|step| step.answers.get(&number))
            .max()
            .map(|answer| {
                answer
                    .value
                    .split_whitespace()
                    .filter_map(|word| word.parse().ok())
                    .collect()
            })
            .unwrap_or_default()
    }

    fn work_named<'s>(&'s self, lesson: Names, step: Names) -> impl Iterator<Item = &'s Document> {
        lesson
            .each()
            .flat_map(move |lesson| step.each().map(move |step| Page::work(lesson, step)))
            .filter_map(|page| self.pages.get(&page))
    }

    /// The last work of a step; under a former id when there is none under today's.
    #[must_use]
    pub fn work(&self, lesson: Names, step: Names) -> Work {
        self.work_named(lesson, step)
            .map(|document| Work::from_revisions(document.revisions().collect()))
            .find(|work| *work != Work::None)
            .unwrap_or_default()
    }

    /// The works kept under a lesson, with the ids of their steps, in the order of those ids.
    #[must_use]
    pub fn works_of(&self, lesson: &str) -> Vec<(Rc<str>, Work)> {
        self.pages
            .iter()
            .filter_map(|(page, document)| match page {
                Page::Work { lesson: of, step } if **of == *lesson => {
                    Some((step.clone(), Work::from_revisions(document.revisions().collect())))
                }
                _ => None,
            })
            .filter(|(_, work)| *work != Work::None)
            .collect()
    }

    /// What was written for a prompt of the logbook (its number in the step, from 0); under a former id when there is
    /// nothing under today's. Texts written in two places
    /// without knowing of each other stand one after the other.
    #[must_use]
    pub fn logbook_entry(&self, lesson: Names, step: Names, prompt: usize) -> Option<Rc<str>> {
        let number = u64::try_from(prompt).unwrap_or(u64::MAX);
        let texts: Vec<_> = lesson
            .each()
            .flat_map(|lesson| step.each().map(move |step| (lesson, step)))
            .filter_map(|(lesson, step)| self.pages.get(&Page::logbook(lesson, step, number)))
            .map(|document| document.revisions().map(|revision| revision.text).collect())
            .find(|texts: &Vec<_>| !texts.is_empty())
            .unwrap_or_default();
        match texts.as_slice() {
            [] => None,
            [one] => Some(one.clone()),
            several => Some(several.join("\n\n").into()),
        }
    }

    /// The revisions in hand of a page; what someone who opens it there sees, and may replace.
    #[must_use]
    pub fn dots(&self, page: &Page) -> Vec<Dot> {
        self.document(page)
            .map(|document| document.revisions().map(|revision| revision.id).collect())
            .unwrap_or_default()
    }
}
