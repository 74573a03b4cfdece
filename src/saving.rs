//! The record's context: who is here, what is kept, whether it is saved.
//!
//! `<SavingProvider>` owns the record; `use_saving()` reads it and sends what the person does. What a person does is
//! an [`Action`], the reducer in `saving/state.rs` applies it, and one effect saves what changed.

mod named;
mod state;

use crate::browser::{chance, clock};
pub use named::Named;
use record::{
    Action, Deed, Dot, Page, Person, PersonId, PersonRecord, Revision, Setting, Settings, Tool, Work,
    WorkKind,
};
use state::{SavingAction, SavingState};
use std::rc::Rc;
use words::Language;
use yew::prelude::*;

pub use state::{NotSaved, SavedStatus};

/// The record as a component sees it, and what it may do to it. Cheap to clone.
///
/// Lessons and steps are named by [`Named`]: an id, or the `Lesson` or `Step` itself, whose former ids then count too.
#[derive(Clone, PartialEq)]
pub struct Saving {
    state: UseReducerHandle<SavingState>,
}

/// The record's context. Only under a [`SavingProvider`]; elsewhere an empty record that is never saved.
#[hook]
pub fn use_saving() -> Saving {
    let alone = use_reducer(SavingState::default);
    use_context::<Saving>().unwrap_or(Saving { state: alone })
}

/// Properties of [`SavingProvider`].
#[derive(Properties, PartialEq)]
pub struct SavingProviderProps {
    /// The page.
    pub children: Html,
}

/// Reads what is kept, then shows the page.
#[component]
pub fn SavingProvider(props: &SavingProviderProps) -> Html {
    let state = use_reducer(SavingState::default);
    html! {
        <ContextProvider<Saving> context={Saving { state }}>{ props.children.clone() }</ContextProvider<Saving>>
    }
}

/// Reading.
impl Saving {
    fn record(&self) -> Option<&PersonRecord> {
        self.state.record.person(self.state.here.as_ref()?)
    }

    /// The person who is here; `None` until someone came or was chosen.
    #[must_use]
    pub fn person(&self) -> Option<&Person> {
        let here = self.state.here.as_ref()?;
        self.state.people.iter().find(|person| person.id == *here)
    }

    /// The people of this computer.
    #[must_use]
    pub fn people(&self) -> &[Person] {
        &self.state.people
    }

    /// How the person who is here likes to read; before anyone came, how this page was set.
    #[must_use]
    pub fn settings(&self) -> Settings {
        self.person()
            .map_or(self.state.settings_of_nobody, |person| person.settings)
    }

    /// The language to speak.
    #[must_use]
    pub fn language(&self) -> Language {
        self.settings().language
    }

    /// Whether what was done is safe on this computer.
    #[must_use]
    pub fn status(&self) -> &SavedStatus {
        &self.state.status
    }

    /// Whether a step was ever done.
    #[must_use]
    pub fn is_done(&self, lesson: &(impl Named + ?Sized), step: &(impl Named + ?Sized)) -> bool {
        self.record()
            .is_some_and(|record| record.is_done(lesson.names(), step.names()))
    }

    /// Whether a step is done since it was last started again.
    #[must_use]
    pub fn is_done_since_restart(
        &self,
        lesson: &(impl Named + ?Sized),
        step: &(impl Named + ?Sized),
    ) -> bool {
        self.record()
            .is_some_and(|record| record.is_done_since_restart(lesson.names(), step.names()))
    }

    /// Whether a lesson was ever finished.
    #[must_use]
    pub fn is_lesson_done(&self, lesson: &(impl Named + ?Sized)) -> bool {
        self.record()
            .is_some_and(|record| record.is_lesson_done(lesson.names()))
    }

    /// Whether a lesson was ever opened.
    #[must_use]
    pub fn is_lesson_begun(&self, lesson: &(impl Named + ?Sized)) -> bool {
        self.record()
            .is_some_and(|record| record.is_lesson_begun(lesson.names()))
    }

    /// How many steps of a lesson were ever done, challenges included.
    #[must_use]
    pub fn n_steps_done(&self, lesson: &(impl Named + ?Sized)) -> usize {
        self.record()
            .map_or(0, |record| record.n_steps_done(lesson.names()))
    }

    /// The step in hand of a lesson.
    #[must_use]
    pub fn place(&self, lesson: &(impl Named + ?Sized)) -> Option<String> {
        self.record()?.place(lesson.names()).map(str::to_owned)
    }

    /// The lesson last worked at.
    #[must_use]
    pub fn last_lesson(&self) -> Option<String> {
        self.record()?.last_lesson().map(str::to_owned)
    }

    /// How many hints of a step are open.
    #[must_use]
    pub fn hints_opened(&self, lesson: &(impl Named + ?Sized), step: &(impl Named + ?Sized)) -> usize {
        self.record()
            .map_or(0, |record| record.hints_opened(lesson.names(), step.names()))
    }

    /// How often a check of a step was asked for.
    #[must_use]
    pub fn attempts(&self, lesson: &(impl Named + ?Sized), step: &(impl Named + ?Sized)) -> usize {
        self.record()
            .map_or(0, |record| record.attempts(lesson.names(), step.names()))
    }

    /// The choices last made in a question (its number in the step, from 0); empty when it was not answered.
    #[must_use]
    pub fn answer_of(
        &self,
        lesson: &(impl Named + ?Sized),
        step: &(impl Named + ?Sized),
        question: usize,
    ) -> Vec<usize> {
        self.record()
            .map(|record| record.answer(lesson.names(), step.names(), question))
            .unwrap_or_default()
    }

    /// The last work of a step. To begin editing it, call [`Saving::open_work`] instead.
    #[must_use]
    pub fn work(&self, lesson: &(impl Named + ?Sized), step: &(impl Named + ?Sized)) -> Work {
        self.record()
            .map(|record| record.work(lesson.names(), step.names()))
            .unwrap_or_default()
    }

    /// Works of a step that were set aside by a choice.
    #[must_use]
    pub fn works_set_aside(
        &self,
        lesson: &(impl Named + ?Sized),
        step: &(impl Named + ?Sized),
    ) -> Vec<Revision> {
        self.record()
            .map(|record| record.works_set_aside(lesson.names(), step.names()))
            .unwrap_or_default()
    }

    /// What was written for a prompt of the logbook (its number in the step, from 0).
    #[must_use]
    pub fn logbook_entry(
        &self,
        lesson: &(impl Named + ?Sized),
        step: &(impl Named + ?Sized),
        prompt: usize,
    ) -> Option<Rc<str>> {
        self.record()?.logbook_entry(lesson.names(), step.names(), prompt)
    }
}

/// What the person does.
impl Saving {
    fn send(&self, id: &PersonId, deed: Deed) {
        self.state.dispatch(SavingAction::Do {
            action: Action::By(id.clone(), deed),
            now: clock::now_text(),
        });
    }

    fn by_person_here(&self, deed: Deed) {
        if let Some(id) = &self.state.here {
            self.send(id, deed);
        }
    }

    /// Opens a step: it is now in hand.
    pub fn go_to(&self, lesson: &(impl Named + ?Sized), step: &(impl Named + ?Sized)) {
        self.by_person_here(Deed::GoTo {
            lesson: lesson.id(),
            step: step.id(),
        });
    }

    /// A step is done.
    pub fn done(&self, lesson: &(impl Named + ?Sized), step: &(impl Named + ?Sized)) {
        self.by_person_here(Deed::DoStep {
            lesson: lesson.id(),
            step: step.id(),
        });
    }

    /// Every counted step of a lesson is done: its piece falls.
    pub fn lesson_done(&self, lesson: &(impl Named + ?Sized)) {
        self.by_person_here(Deed::DoLesson { lesson: lesson.id() });
    }

    /// A check was asked for, of which `n_passed` sentences passed.
    pub fn attempt(&self, lesson: &(impl Named + ?Sized), step: &(impl Named + ?Sized), n_passed: usize) {
        self.by_person_here(Deed::Attempt {
            lesson: lesson.id(),
            step: step.id(),
            n_passed,
        });
    }

    /// `count` hints of a step are open now.
    pub fn open_hint(&self, lesson: &(impl Named + ?Sized), step: &(impl Named + ?Sized), count: usize) {
        self.by_person_here(Deed::OpenHints {
            lesson: lesson.id(),
            step: step.id(),
            count,
        });
    }

    /// A question was answered.
    pub fn answer(
        &self,
        lesson: &(impl Named + ?Sized),
        step: &(impl Named + ?Sized),
        question: usize,
        choices: Vec<usize>,
    ) {
        self.by_person_here(Deed::Answer {
            lesson: lesson.id(),
            step: step.id(),
            question,
            choices,
        });
    }

    /// The work a bench begins with. Call it when the bench takes the work in hand (at mount, after a restart, after a
    /// choice): what is saved from then on replaces what was shown, and nothing that another tab wrote meanwhile.
    pub fn open_work(&self, lesson: &(impl Named + ?Sized), step: &(impl Named + ?Sized)) -> Work {
        let work = self.work(lesson, step);
        self.state
            .dispatch(SavingAction::Opened(work_page(lesson, step), work.clone()));
        work
    }

    /// The bench has a new program or drawing: `document` is its own versioned text.
    pub fn save_work(
        &self,
        lesson: &(impl Named + ?Sized),
        step: &(impl Named + ?Sized),
        kind: WorkKind,
        document: impl Into<Rc<str>>,
    ) {
        self.write(work_page(lesson, step), kind, document.into());
    }

    /// Of several works of a step, goes on with this one; the others are set aside, not thrown away.
    pub fn choose_work(&self, lesson: &(impl Named + ?Sized), step: &(impl Named + ?Sized), revision: Dot) {
        self.by_person_here(Deed::Choose {
            page: work_page(lesson, step),
            revision,
        });
    }

    /// Starts a step again: its work, hints, answers and tries go; that it was done once stays.
    pub fn restart_step(&self, lesson: &(impl Named + ?Sized), step: &(impl Named + ?Sized)) {
        self.by_person_here(Deed::Restart {
            lesson: lesson.id(),
            step: step.id(),
        });
    }

    /// Writes an entry of the logbook (the number of its prompt in the step, from 0).
    pub fn write_logbook(
        &self,
        lesson: &(impl Named + ?Sized),
        step: &(impl Named + ?Sized),
        prompt: usize,
        text: impl Into<Rc<str>>,
    ) {
        let page = Page::Logbook {
            lesson: lesson.id().into(),
            step: step.id().into(),
            prompt: u64::try_from(prompt).unwrap_or(u64::MAX),
        };
        self.write(page, WorkKind::Words, text.into());
    }

    fn write(&self, page: Page, kind: WorkKind, text: Rc<str>) {
        self.state.dispatch(SavingAction::Write {
            page,
            kind,
            text,
            now: clock::now_text(),
        });
    }

    /// Someone new is here. An empty name is shown as the tool's.
    pub fn add_person(&self, name: &str, tool: Tool) {
        let Some(id) = PersonId::new(&chance::random_id()) else {
            return;
        };
        let deed = Deed::Come {
            name: name.to_owned(),
            tool,
            settings: self.state.settings_of_nobody,
        };
        self.send(&id, deed);
        self.choose_person(&id);
    }

    /// Another person is here.
    pub fn choose_person(&self, id: &PersonId) {
        self.state.dispatch(SavingAction::Here(Some(id.clone())));
    }

    /// Nobody is here any more: the page asks who comes.
    pub fn leave(&self) {
        self.state.dispatch(SavingAction::Here(None));
    }

    /// The person here takes another name.
    pub fn rename(&self, name: &str) {
        self.by_person_here(Deed::Rename(name.to_owned()));
    }

    /// The person here takes another tool.
    pub fn take_tool(&self, tool: Tool) {
        self.by_person_here(Deed::TakeTool(tool));
    }

    /// Changes how the person here likes to read; before anyone came, how this page is shown.
    pub fn set_setting(&self, setting: Setting) {
        if self.person().is_some() {
            self.by_person_here(Deed::Set(setting));
        } else {
            self.state.dispatch(SavingAction::SetOfNobody(setting));
        }
    }

    /// Erases a person for ever: no copy brings them back.
    pub fn erase_person(&self, id: &PersonId) {
        self.send(id, Deed::Erase);
    }
}

fn work_page(lesson: &(impl Named + ?Sized), step: &(impl Named + ?Sized)) -> Page {
    Page::Work {
        lesson: lesson.id().into(),
        step: step.id().into(),
    }
}
