//! A lesson on the screen: its step, one instruction line at a time, and the bench beside it.
//!
//! The player gives the bench a program to begin with and never asks it for anything; drafts and verdicts come up by
//! callbacks and go to the record.

mod author;
pub mod block_picture;
mod drawing_step;
mod fetched_lesson;
mod glossary;
mod instructions;
mod logbook;
mod memo;
mod paper;
mod passed;
mod question;
mod start_program;
mod step;
mod text;

use crate::browser::fetch::FetchFault;
use crate::browser::{address, page};
use crate::i18n::common::Common;
use crate::i18n::player::{self as say, Player as Words};
use crate::player::fetched_lesson::{FetchedLesson, use_lesson};
use crate::route::{Link, Route};
use crate::saving::{Saving, use_saving};
use crate::site::Asked;
use crate::widgets::header::Header;
use crate::widgets::wood::{Teeth, ToothState};
use lesson::lesson::{Lesson, Step};
pub use passed::Passed;
use std::rc::Rc;
use step::StepView;
use words::Language;
use yew::prelude::*;

/// Properties of [`Player`].
#[derive(Properties, PartialEq)]
pub struct PlayerProps {
    /// The lesson's id.
    pub lesson: AttrValue,
    /// The step of the address.
    pub step: Option<AttrValue>,
    /// Show what was made, not a step.
    #[prop_or_default]
    pub is_passed: bool,
}

/// A lesson.
#[component]
pub fn Player(props: &PlayerProps) -> Html {
    let saving = use_saving();
    let language = saving.language();
    match use_lesson(&props.lesson, language) {
        Asked::Waiting => html! {
            <div class="page" data-screen="lesson" data-state="waiting">
                <Header />
                <main id="content" class="message" aria-busy="true"><p role="status">{ Words::Waiting.text(language) }</p></main>
            </div>
        },
        Asked::Failed(fault) => failed(fault, language),
        Asked::Here(fetched) if props.is_passed && saving.is_lesson_done(&fetched.parsed.lesson) => {
            html! { <Passed lesson={fetched} /> }
        }
        Asked::Here(fetched) => html! { <Lessons {fetched} step={props.step.clone()} /> },
    }
}

fn failed(fault: FetchFault, language: Language) -> Html {
    let (what, next) = match fault {
        FetchFault::Missing => (Words::NoSuchLesson, Words::NoSuchLessonNext),
        FetchFault::NoAnswer => (Words::NoAnswer, Words::NoAnswerNext),
        FetchFault::NotTheFile => (Words::NotTheFile, Words::NotTheFileNext),
        FetchFault::TooLarge => (Words::TooLarge, Words::TooLargeNext),
    };
    html! {
        <div class="page" data-screen="lesson" data-state="failed">
            <Header />
            <main id="content" class="message">
                <div role="alert">
                    <h1>{ what.text(language) }</h1>
                    <p>{ next.text(language) }</p>
                </div>
                if fault == FetchFault::Missing {
                    <Link class="button main" to={Route::CourseMap}>{ crate::i18n::home::Home::WholeCourse.text(language) }</Link>
                } else {
                    <button type="button" class="button main" onclick={|_| page::reload()}>{ Common::Reload.text(language) }</button>
                }
            </main>
        </div>
    }
}

/// The step to show: the one of the address, else the one in hand, else the first not done, else the first.
fn step_to_show<'a>(lesson: &'a Lesson, address: Option<&str>, saving: &Saving) -> Option<&'a Step> {
    let place = saving.place(lesson);
    address
        .and_then(|id| lesson.step(id))
        .or_else(|| place.and_then(|id| lesson.step(&id)))
        .or_else(|| lesson.counted_steps().find(|step| !saving.is_done(lesson, *step)))
        .or_else(|| lesson.steps.first())
}

#[derive(Properties, PartialEq)]
struct LessonsProps {
    fetched: Rc<FetchedLesson>,
    step: Option<AttrValue>,
}

/// The lesson, once it is here.
#[component]
fn Lessons(props: &LessonsProps) -> Html {
    let saving = use_saving();
    let language = saving.language();
    let lesson = &props.fetched.parsed.lesson;
    let step = step_to_show(lesson, props.step.as_deref(), &saving);
    {
        // What is open is in hand: home and the next visit begin there.
        let saving = saving.clone();
        let deps = (
            lesson.id.clone(),
            step.map(|step| step.id.clone()),
            saving.person().map(|person| person.id.clone()),
        );
        use_effect_with(deps, move |(lesson, step, person)| {
            if let (Some(step), Some(_)) = (step, person) {
                saving.go_to(lesson, step);
            }
        });
    }
    let counted: Vec<&Step> = lesson.counted_steps().collect();
    let number = step.and_then(|step| counted.iter().position(|one| one.id == step.id));
    let teeth: Vec<ToothState> = counted
        .iter()
        .map(|one| {
            if step.is_some_and(|step| step.id == one.id) {
                ToothState::InHand
            } else if saving.is_done(lesson, *one) {
                ToothState::Done
            } else {
                ToothState::ToCome
            }
        })
        .collect();
    let done = counted.iter().filter(|one| saving.is_done(lesson, **one)).count();
    let header = html! {
        <Header>
            <p class="where">
                <b lang={(lesson.language != language).then(|| lesson.language.code())}>{ &lesson.title }</b>{ " " }
                <span>{ say::place(number.map(|number| number + 1), counted.len(), language) }</span>
                <Teeth {teeth} label={say::teeth(done, counted.len(), language)} />
            </p>
        </Header>
    };
    let body = match step {
        Some(step) => html! {
            <StepView key={step.id.clone()} fetched={props.fetched.clone()} step={step.id.clone()} />
        },
        None => {
            html! { <main id="content" class="message"><h1>{ &lesson.title }</h1><p>{ Words::NoStep.text(language) }</p></main> }
        }
    };
    html! {
        <div class="page lesson-page" data-screen="lesson" data-step={step.map(|step| step.id.clone())}>
            { header }
            if props.fetched.is_untranslated {
                <p class="notice" role="note">{ Words::Untranslated.text(language) }</p>
            }
            if address::is_author() { <author::AuthorPanel fetched={props.fetched.clone()} /> }
            { body }
            <paper::Paper fetched={props.fetched.clone()} {language} />
        </div>
    }
}
