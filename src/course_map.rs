//! The five months as planks: lessons are teeth, in the order of the programme.

use crate::home::piece_of;
use crate::i18n::common::Common;
use crate::i18n::home::{self as say, Home as Words};
use crate::route::{Link, Route};
use crate::saving::{Named, Saving, use_saving};
use crate::site::{Asked, use_outlines, use_programme};
use crate::widgets::header::Header;
use crate::widgets::icon::Icon;
use crate::widgets::picture::{Piece, PieceState};
use lesson::outline::Outline;
use lesson::programme::{LessonLink, Module};
use std::rc::Rc;
use yew::prelude::*;

/// The course map.
#[component]
pub fn CourseMap() -> Html {
    let saving = use_saving();
    let language = saving.language();
    let programme = use_programme(language);
    let links = programme
        .here()
        .map(|programme| programme.lessons().cloned().collect::<Rc<[_]>>());
    let outlines = use_outlines(links);
    let body = match (&programme, &outlines) {
        (Asked::Failed(_), _) | (_, Asked::Failed(_)) => html! {
            <div class="message" role="alert">
                <p>{ Words::NoProgramme.text(language) }{ " " }{ Words::NoProgrammeNext.text(language) }</p>
                <button type="button" class="button main" onclick={|_| crate::browser::page::reload()}>{ Common::Reload.text(language) }</button>
            </div>
        },
        (Asked::Here(programme), Asked::Here(outlines)) => {
            // The key stands on the lesson last opened, or the first one not done.
            let open = || outlines.iter().filter(|outline| !saving.is_lesson_done(*outline));
            let last = saving.last_lesson();
            let in_hand = open()
                .find(|outline| last.as_ref().is_some_and(|last| outline.is_named(last)))
                .or_else(|| open().next());
            html! {
                <ol class="modules">
                    { for programme.modules.iter().map(|module| plank(module, outlines, in_hand.map(|outline| outline.id.as_str()), &saving)) }
                    <li class="afterwards">{ Words::AfterCourse.text(language) }</li>
                </ol>
            }
        }
        _ => html! { <p aria-busy="true"></p> },
    };
    let weeks = programme.here().map_or(0, |programme| programme.weeks);
    html! {
        <div class="page" data-screen="course-map">
            <Header />
            <main id="content" class="course-map">
                <div class="map-head">
                    <h1>{ Words::Course.text(language) }</h1>
                    <p>if weeks > 0 { { say::months(weeks, language) }{ " " } }{ Words::AtYourPace.text(language) }</p>
                </div>
                { body }
            </main>
        </div>
    }
}

fn plank(module: &Module, outlines: &[Outline], in_hand: Option<&str>, saving: &Saving) -> Html {
    let language = saving.language();
    let lessons: Vec<_> = module
        .lessons
        .iter()
        .filter_map(|link| {
            outlines
                .iter()
                .find(|outline| outline.id == link.id)
                .map(|outline| (link, outline))
        })
        .collect();
    // `Mois 1 : Je découvre`: what stands before the colon is when, what stands after is what.
    let (when, what) = module
        .title
        .split_once(':')
        .map_or((None, module.title.as_str()), |(when, what)| {
            (Some(when.trim()), what.trim())
        });
    html! {
        <li class="module" key={module.id.clone()} data-order={if module.is_ordered { "ordered" } else { "free" }}>
            if lessons.is_empty() {
                <p class="not-yet-here">{ Words::NotYetHere.text(language) }</p>
            } else {
                if let Some(count) = module.choose { <p class="choose">{ say::choose(count, language) }</p> }
                <ul class="lesson-teeth">{ for lessons.iter().map(|(link, outline)| tooth(link, outline, in_hand, saving)) }</ul>
            }
            <h2 class="plank-title">
                if let Some(when) = when { <span class="when">{ when }</span> }
                <span>{ what }</span>
            </h2>
        </li>
    }
}

fn tooth(link: &LessonLink, outline: &Outline, in_hand: Option<&str>, saving: &Saving) -> Html {
    let language = saving.language();
    let id = link.id.as_str();
    let is_done = saving.is_lesson_done(outline);
    let is_in_hand = in_hand == Some(id);
    let state = if is_done {
        "done"
    } else if is_in_hand {
        "in-hand"
    } else {
        "to-come"
    };
    let count = outline.counted_steps().count();
    let n_done = outline
        .counted_steps()
        .filter(|step| saving.is_done(outline, *step))
        .count();
    let below = if is_done {
        html! { <span class="done"><Icon name="check" />{ Words::Done.text(language) }</span> }
    } else if n_done > 0 {
        html! { { say::step_of((n_done + 1).min(count), count, language) } }
    } else {
        html! { { say::duration(outline.minutes, language) } }
    };
    let key_word = if saving.is_lesson_begun(outline) {
        Common::Continue.text(language)
    } else {
        Words::Start.text(language)
    };
    html! {
        <li key={link.id.clone()} data-state={state}>
            <Link class="lesson-tooth" to={Route::Lesson { id: link.id.clone() }}>
                <Piece source={piece_of(&link.id, outline.image.as_deref())} state={PieceState::Here} mask={format!("map-{id}")} />
                <span class="lesson-name" lang={outline.language.clone()}>{ &link.title }</span>
                <span class="below">{ below }</span>
                if is_in_hand {
                    <span class="key-word">{ key_word }{ " " }<Icon name="arrow-right" /></span>
                }
            </Link>
        </li>
    }
}
