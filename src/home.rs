//! Home: what can I do now, and what have I made.

mod first_visit;
mod known_people;
mod lamp;
mod lessons;
mod pieces;

use crate::i18n::common::Common;
use crate::i18n::home::{self as say, Home as Words};
use crate::route::{Link, Route};
use crate::saving::{Named, Saving, use_saving};
use crate::site::{Asked, use_programme};
use crate::widgets::header::Header;
use crate::widgets::icon::Icon;
use crate::widgets::wood::{Plank, Tooth};
use first_visit::FirstVisit;
pub use first_visit::tool_picture;
use lamp::Lamp;
use lesson::outline::{Outline, OutlineStep};
use lessons::{HomeLessons, use_home_lessons};
use pieces::Pieces;
pub use pieces::piece_of;
use std::rc::Rc;
use words::Language;
use yew::prelude::*;

/// Properties of [`Home`].
#[derive(Properties, PartialEq)]
pub struct HomeProps {
    /// The address led nowhere.
    #[prop_or_default]
    pub is_lost: bool,
}

/// Home.
#[component]
pub fn Home(props: &HomeProps) -> Html {
    let saving = use_saving();
    let language = saving.language();
    let programme = use_programme(language);
    let lessons = use_home_lessons(&programme, &saving);
    let has_dock =
        saving.person().is_none() || lessons.here().is_some_and(|lessons| lessons.in_hand.is_some());
    let body = if saving.person().is_none() {
        html! { <FirstVisit /> }
    } else {
        match (&programme, &lessons) {
            (Asked::Failed(_), _) | (_, Asked::Failed(_)) => no_lessons(language),
            (_, Asked::Here(lessons)) => html! { <ComeBack lessons={lessons.clone()} /> },
            _ => html! { <main id="content" aria-busy="true"></main> },
        }
    };
    html! {
        <div class={classes!("page", has_dock.then_some("has-dock"))} data-screen="home">
            <Header />
            if props.is_lost {
                <p class="notice" role="status">{ Words::Unknown.text(language) }</p>
            }
            { body }
        </div>
    }
}

/// The step to go on with: the one last opened, while it is not done; else the first that is not.
fn step_in_hand<'a>(outline: &'a Outline, saving: &Saving) -> Option<&'a OutlineStep> {
    let is_open = |step: &&OutlineStep| !saving.is_done(outline, *step);
    let place = saving.place(outline);
    outline
        .counted_steps()
        .filter(is_open)
        .find(|step| place.as_ref().is_some_and(|place| step.is_named(place)))
        .or_else(|| outline.counted_steps().find(is_open))
}

fn no_lessons(language: Language) -> Html {
    html! {
        <main id="content" class="message">
            <h1>{ Words::NoProgramme.text(language) }</h1>
            <p>{ Words::NoProgrammeNext.text(language) }</p>
            <button type="button" class="button main" onclick={|_| crate::browser::page::reload()}>
                { Common::Reload.text(language) }
            </button>
        </main>
    }
}

#[derive(Properties, PartialEq)]
struct ComeBackProps {
    lessons: Rc<HomeLessons>,
}

/// For someone who comes back.
#[component]
fn ComeBack(props: &ComeBackProps) -> Html {
    let saving = use_saving();
    let language = saving.language();
    let HomeLessons { outlines, in_hand } = &*props.lessons;
    html! {
        <main id="content">
            { in_hand.as_ref().map_or_else(|| all_done(outlines.is_empty(), language), |outline| lesson_in_hand(outline, &saving)) }
            <div class="rest">
                <Pieces outlines={outlines.clone()} />
                <section aria-labelledby="free">
                    <div class="head"><h2 id="free">{ Words::MakeWhatYouWant.text(language) }</h2></div>
                    <div class="benches">
                        <Link class="bench-card" to={Route::Device}>
                            { board_picture() }
                            <b>{ Words::ProgramDevice.text(language) }</b>
                        </Link>
                        <Link class="bench-card" to={Route::Drawings}>
                            { sheet_picture() }
                            <b>{ Words::DrawObject.text(language) }</b>
                        </Link>
                    </div>
                </section>
            </div>
        </main>
    }
}

fn lesson_in_hand(outline: &Outline, saving: &Saving) -> Html {
    let language = saving.language();
    let steps: Vec<&OutlineStep> = outline.counted_steps().collect();
    let Some(step) = step_in_hand(outline, saving).or_else(|| steps.first().copied()) else {
        return all_done(true, language);
    };
    let number = steps
        .iter()
        .position(|other| other.id == step.id)
        .map_or(1, |place| place + 1);
    let has_begun = saving.is_lesson_begun(outline);
    let key_word = if has_begun {
        Common::Continue.text(language)
    } else {
        Words::Start.text(language)
    };
    let to = Route::LessonStep {
        id: outline.id.clone(),
        step: step.id.clone(),
    };
    let label = say::step_of(number, steps.len(), language);
    html! {
        <>
            <section class="hero at-rest" aria-labelledby="lesson">
                <div class="words">
                    <h1 id="lesson" lang={outline.language.clone()}>{ &outline.title }</h1>
                    <p class="next-step">
                        <span lang={outline.language.clone()}>{ &step.title }</span>{ " " }
                        <span class="chip"><Icon name="clock" />{ say::duration(step.minutes, language) }</span>
                    </p>
                </div>
                <div class="stage mat"><Lamp label={Words::LampPicture.text(language)} /></div>
            </section>
            <div class="dock">
                <ol class="teeth" aria-label={label.clone()}>
                    { for steps.iter().enumerate().map(|(place, one)| if one.id == step.id {
                        html! {
                            <li class="key" key={one.id.clone()}>
                                <Link class="button main lesson-key" to={to.clone()}>
                                    { key_word }{ " " }<Icon name="arrow-right" />
                                </Link>
                            </li>
                        }
                    } else {
                        let is_done = saving.is_done(outline, *one);
                        html! { <Tooth key={one.id.clone()} number={place + 1} {is_done} /> }
                    }) }
                </ol>
                <Plank>
                    <span>{ label }</span>
                    <Link to={Route::CourseMap}><span>{ Words::WholeCourse.text(language) }</span><Icon name="arrow-right" /></Link>
                </Plank>
            </div>
        </>
    }
}

fn all_done(is_empty: bool, language: Language) -> Html {
    let (title, next) = if is_empty {
        (Words::NoLessonYet, Words::AllDoneNext)
    } else {
        (Words::AllDone, Words::AllDoneNext)
    };
    html! {
        <>
            <section class="hero" aria-labelledby="lesson">
                <div class="words">
                    <h1 id="lesson">{ title.text(language) }</h1>
                    <p class="next-step">{ next.text(language) }</p>
                </div>
                <div class="stage mat"><Lamp label={Words::LampPicture.text(language)} /></div>
            </section>
            <div class="dock">
                <Plank>
                    <span></span>
                    <Link to={Route::CourseMap}><span>{ Words::WholeCourse.text(language) }</span><Icon name="arrow-right" /></Link>
                </Plank>
            </div>
        </>
    }
}

/// A board on the card of the device bench.
/// A sheet with a key ring drawn on it.
fn sheet_picture() -> Html {
    html! {
        <svg viewBox="0 0 400 182" preserveAspectRatio="xMidYMid meet" aria-hidden="true">
            <rect class="sheet-wood" x="70" y="14" width="260" height="150" rx="5" />
            <path class="sheet-grain" d="M76 48C150 42 230 54 324 46M76 90C160 84 250 96 324 88M76 132C140 126 240 138 324 130" />
            <rect class="sheet-cut" x="104" y="44" width="192" height="90" rx="18" />
            <circle class="sheet-cut" cx="136" cy="89" r="13" />
            <path class="sheet-burnt" d="M212 58l9.400 19.100 21 3-15.200 14.900 3.600 21-18.800-9.900-18.800 9.900 3.600-21-15.200-14.900 21-3z" />
        </svg>
    }
}

fn board_picture() -> Html {
    let pins = [26, 50, 74, 98, 122, 146].map(|y| {
        html! { <>
            <circle class="pad" cx="18" cy={y.to_string()} r="6" /><circle class="drill" cx="18" cy={y.to_string()} r="2.6" />
            <circle class="pad" cx="382" cy={y.to_string()} r="6" /><circle class="drill" cx="382" cy={y.to_string()} r="2.6" />
        </> }
    });
    html! {
        <svg viewBox="0 0 400 182" preserveAspectRatio="xMidYMid meet" aria-hidden="true">
            <path class="track" d="M18 26h60v38h42M18 74h60v14h42M18 98h102M382 50h-50v24h-52M382 98h-102M382 146h-60v-34h-42M160 116v40M240 116v26h30" />
            { for pins }
            <rect class="shadow" x="120" y="18" width="160" height="98" rx="4" />
            <path class="antenna" d="M132 40V28h22v12h22V28h22v12h22V28h22v12h22" />
            <rect class="chip" x="130" y="46" width="140" height="62" rx="4" />
            <rect class="key" x="140" y="136" width="38" height="38" rx="6" /><circle class="dot" cx="159" cy="155" r="11" />
            <circle class="glow" cx="284" cy="152" r="24" /><circle class="led" cx="284" cy="152" r="14" /><circle class="spark" cx="284" cy="152" r="6" />
        </svg>
    }
}
