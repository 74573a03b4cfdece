//! A lesson passed: its piece has fallen; what one can do now; the way on.

use crate::browser::fetch::{self, FetchFault};
use crate::home::piece_of;
use crate::i18n::home::Home as HomeWords;
use crate::i18n::player::{self as say, Player as Words};
use crate::player::fetched_lesson::FetchedLesson;
use crate::player::logbook::LogbookCard;
use crate::route::{Link, Route};
use crate::saving::{OwnedNames, use_saving};
use crate::site::{lesson_file, use_asked, use_programme};
use crate::widgets::header::Header;
use crate::widgets::icon::Icon;
use crate::widgets::picture::{Piece, PieceState};
use crate::widgets::wood::{Plank, Teeth, ToothState};
use lesson::lesson::Piece as StepPiece;
use lesson::programme::{LessonLink, Programme};
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`Passed`].
#[derive(Properties, PartialEq)]
pub struct PassedProps {
    /// The lesson.
    pub lesson: Rc<FetchedLesson>,
}

/// The lesson after this one in the programme; one to come has no folder yet, and is passed over.
async fn next_lesson(programme: &Programme, lesson: &str) -> Result<Option<LessonLink>, FetchFault> {
    let links = programme.modules.iter().flat_map(|module| &module.lessons);
    for link in links.skip_while(|link| link.id != lesson).skip(1) {
        match fetch::look(&lesson_file(&link.path)).await {
            Ok(()) => return Ok(Some(link.clone())),
            Err(FetchFault::Missing) => {}
            Err(fault) => return Err(fault),
        }
    }
    Ok(None)
}

/// The screen of a lesson passed.
#[component]
pub fn Passed(props: &PassedProps) -> Html {
    let saving = use_saving();
    let language = saving.language();
    let programme = use_programme(language);
    let lesson = &props.lesson.parsed.lesson;
    let count = lesson.counted_steps().count();
    let about = (programme.here().cloned(), lesson.id.clone());
    let next = use_asked(about, |(programme, lesson)| {
        let (programme, lesson) = (programme.clone()?, lesson.clone());
        Some(async move { next_lesson(&programme, &lesson).await })
    });
    let next = next.here().and_then(|next| (**next).clone());
    let source: AttrValue = piece_of(&lesson.id, lesson.image.as_deref()).into();
    let challenge = lesson
        .steps
        .iter()
        .find(|step| step.is_challenge && !saving.is_done(lesson, *step));
    // The logbook is offered here too when the lesson has a prompt: what was written in its step stands in it.
    let logbook = lesson.steps.iter().find_map(|step| {
        step.pieces.iter().find_map(|piece| match piece {
            StepPiece::Logbook(prompts) => Some((OwnedNames::of(step), prompts.clone())),
            _ => None,
        })
    });
    let on_wood = lesson.image_text.clone().unwrap_or_else(|| lesson.title.clone());
    html! {
        <div class="page passed-page" data-screen="passed">
            <Header>
                <p class="where">
                    <b>{ &lesson.title }</b>{ " " }<span>{ say::all_steps(count, language) }</span>
                    <Teeth teeth={vec![ToothState::Done; count]} label={say::teeth(count, count, language)} />
                </p>
            </Header>
            <main id="content" class="passed">
                <div class="fall mat" role="img" aria-label={format!("{} {}", Words::PieceFallen.text(language), on_wood)}>
                    <span class="sheet"><Piece source={source.clone()} state={PieceState::Hole} mask="fallen" /></span>
                    <span class="fallen"><Piece {source} state={PieceState::Here} mask="own" /></span>
                </div>
                <div class="what-next">
                    <p class="soft">{ Words::ICan.text(language) }</p>
                    <h1>{ lesson.cv.clone().unwrap_or_else(|| Words::Passed.text(language).to_owned()) }</h1>
                    if let Some((step, prompts)) = logbook {
                        <LogbookCard written={lesson.language} lesson={OwnedNames::of(lesson)} {step} {prompts} />
                    }
                    <p class="ways">
                        if let Some(next) = next {
                            <Link class="button main" to={Route::Lesson { id: next.id }}>{ next.title }{ " " }<Icon name="arrow-right" /></Link>
                        } else {
                            <Link class="button main" to={Route::Home}>{ Words::BackHome.text(language) }</Link>
                        }
                    </p>
                </div>
            </main>
            <footer>
            <Plank>
                <Link to={Route::CourseMap}><span>{ HomeWords::WholeCourse.text(language) }</span></Link>
                if let Some(step) = challenge {
                    <Link to={Route::LessonStep { id: lesson.id.clone(), step: step.id.clone() }}>
                        <span>{ lesson::text::plain(&step.title) }</span>
                    </Link>
                }
            </Plank>
            </footer>
        </div>
    }
}
