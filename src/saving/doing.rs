//! What a person does.

use super::state::SavingAction;
use super::{Named, Saving};
use crate::browser::{chance, clock, persistence};
use record::{Action, Deed, Dot, Page, PersonId, Record, Setting, Tool, Work, WorkKind};
use std::rc::Rc;

impl Saving {
    fn send(&self, id: &PersonId, deed: Deed) {
        let is_turning_point = matches!(
            deed,
            Deed::Come { .. }
                | Deed::DoStep { .. }
                | Deed::DoLesson { .. }
                | Deed::Choose { .. }
                | Deed::Restart { .. }
                | Deed::Erase
        );
        if is_turning_point {
            self.saver.0.hurry();
        }
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
        // Now there is something to lose. What the browser answers is shown in "my data".
        wasm_bindgen_futures::spawn_local(async {
            persistence::ask().await;
        });
    }

    /// A check was asked for, of which `n_passed` sentences passed; `message` is what was shown when not all did.
    pub fn attempt(
        &self,
        lesson: &(impl Named + ?Sized),
        step: &(impl Named + ?Sized),
        n_passed: usize,
        message: Option<String>,
    ) {
        self.by_person_here(Deed::Attempt {
            lesson: lesson.id(),
            step: step.id(),
            n_passed,
            message,
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
        let in_hand = match &work {
            Work::One(revision) => vec![revision.id.clone()],
            // Of several none is replaced: which one goes on is the person's choice.
            Work::None | Work::Several(_) => Vec::new(),
        };
        self.state
            .dispatch(SavingAction::Opened(work_page(lesson, step), in_hand));
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
        self.state.dispatch(SavingAction::Save {
            page: work_page(lesson, step),
            kind,
            text: document.into(),
            now: clock::now_text(),
        });
    }

    /// Of several works of a step, goes on with this one; the others are set aside, not thrown away.
    pub fn choose_work(&self, lesson: &(impl Named + ?Sized), step: &(impl Named + ?Sized), revision: Dot) {
        // The works may stand under a former id.
        let pages = lesson
            .names()
            .each()
            .flat_map(|lesson| step.names().each().map(move |step| Page::work(lesson, step)));
        let page = self.record().and_then(|record| {
            pages
                .into_iter()
                .find(|page| record.dots(page).contains(&revision))
        });
        if let Some(page) = page {
            self.by_person_here(Deed::Choose { page, revision });
        }
    }

    /// Starts a step again: its work, hints, answers and tries go; that it was done once stays.
    pub fn restart_step(&self, lesson: &(impl Named + ?Sized), step: &(impl Named + ?Sized)) {
        // What stands under a former id would come back.
        for lesson in lesson.names().each() {
            for step in step.names().each() {
                self.by_person_here(Deed::Restart {
                    lesson: lesson.to_owned(),
                    step: step.to_owned(),
                });
            }
        }
    }

    /// Writes an entry of the logbook (the number of its prompt in the step, from 0) that showed
    /// [`Saving::logbook_entry`].
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
        // The field shows what is in the record, so it replaces what was there when it was drawn.
        let instead_of = self.record().map(|record| record.dots(&page)).unwrap_or_default();
        self.by_person_here(Deed::Write {
            page,
            kind: WorkKind::Words,
            text: text.into(),
            instead_of,
        });
    }

    /// Someone new is here. An empty name is shown as the tool's.
    pub fn add_person(&self, name: &str, tool: Tool) {
        if let Some(id) = PersonId::new(&chance::random_id()) {
            self.come(&id, name, tool);
        }
    }

    fn come(&self, id: &PersonId, name: &str, tool: Tool) {
        let deed = Deed::Come {
            name: name.to_owned(),
            tool,
            settings: self.state.settings_of_nobody,
        };
        self.send(id, deed);
        self.choose_person(id);
    }

    /// Someone is here before they said who they are; gives their id.
    pub fn add_nameless(&self) -> Option<PersonId> {
        let id = PersonId::new(&chance::random_id())?;
        self.come(&id, "", Tool::default());
        Some(id)
    }

    /// The person here is someone already known elsewhere: what they did here is gathered with it.
    pub fn become_person(&self, here: Option<&PersonId>, known: &PersonId, record: &Record) {
        let merge = |record: Record| {
            self.state.dispatch(SavingAction::Do {
                action: Action::Merge(Rc::new(record)),
                now: clock::now_text(),
            });
        };
        merge(record.of_person(known));
        if let Some(here) = here.filter(|here| *here != known) {
            merge(self.state.record.handed_to(here, known));
            self.erase_person(here);
        }
        self.choose_person(known);
    }

    /// Another person is here.
    pub fn choose_person(&self, id: &PersonId) {
        self.here(Some(id.clone()));
    }

    /// Nobody is here any more: the page asks who comes.
    pub fn leave(&self) {
        self.here(None);
    }

    pub(super) fn here(&self, id: Option<PersonId>) {
        self.saver.0.note_here(id.clone());
        self.state.dispatch(SavingAction::Here(id));
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

    /// Forgets everyone on this computer; a copy brings them back. The page then begins again.
    pub fn forget_everything(&self) {
        self.saver.0.forget_everything();
    }

    /// Stores at once what is not stored yet; the page may go soon.
    pub fn save_at_once(&self) {
        self.saver.0.away();
    }
}

fn work_page(lesson: &(impl Named + ?Sized), step: &(impl Named + ?Sized)) -> Page {
    Page::Work {
        lesson: lesson.id().into(),
        step: step.id().into(),
    }
}
