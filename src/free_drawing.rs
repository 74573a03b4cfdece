//! Drawing without a lesson: the drawings one keeps, and the bench with one of them.

mod drawings;
mod picture;

use crate::browser::chance;
use crate::design_bench::{DesignBench, DesignBenchProps, Start};
use crate::i18n::design_bench::DesignWords;
use crate::record::{WorkChoice, called};
use crate::route::{Link, Route};
use crate::saving::{OwnedNames, use_saving};
use crate::widgets::header::Header;
use drawings::Drawings;
pub use picture::PictureOfSaved;
use record::{Revision, Work, WorkKind};
use std::rc::Rc;
use yew::prelude::*;

/// Where the record keeps free drawings: no lesson can have this name (`a-z0-9-` only).
const LESSON: &str = "_drawings";

/// Properties of [`FreeDrawing`].
#[derive(Properties, PartialEq)]
pub struct FreeDrawingProps {
    /// Which of the drawings kept; their list without one.
    pub work: Option<AttrValue>,
}

/// The free drawing bench.
#[component]
pub fn FreeDrawing(props: &FreeDrawingProps) -> Html {
    let saving = use_saving();
    let is_first = props.work.is_none() && saving.works_of(LESSON).is_empty();
    use_effect_with(is_first, |is_first| {
        if *is_first {
            new_drawing().go_instead();
        }
    });
    match &props.work {
        Some(work) => html! { <OneDrawing key={work.to_string()} work={work.clone()} /> },
        None if is_first => Html::default(),
        None => html! { <Drawings /> },
    }
}

/// The address of a drawing that is not there yet.
fn new_drawing() -> Route {
    Route::Drawing {
        work: chance::random_id(),
    }
}

#[derive(Properties, PartialEq)]
struct OneDrawingProps {
    work: AttrValue,
}

#[component]
fn OneDrawing(props: &OneDrawingProps) -> Html {
    let saving = use_saving();
    let language = saving.language();
    // Raised when one of two versions is chosen.
    let chosen = use_state(|| 0_u32);
    let person = saving.person().map(|person| person.id.clone());
    let begun = {
        let (saving, work) = (saving.clone(), props.work.clone());
        use_memo((person, *chosen), move |_| saving.open_work(LESSON, &*work))
    };
    let name = use_state_eq(|| None::<AttrValue>);
    let start = match &*begun {
        Work::None => Start::Empty,
        Work::One(revision) => Start::Saved(revision.text.clone()),
        Work::Several(_) => {
            let on_chosen = Callback::from(move |()| chosen.set(*chosen + 1));
            let draw = Callback::from(|version: Revision| html! { <PictureOfSaved text={version.text} /> });
            return html! {
                <div class="page" data-screen="free-drawing">
                    <Header />
                    <main id="content" class="work-choice"><WorkChoice lesson={OwnedNames::of(LESSON)} step={OwnedNames::of(&*props.work)} {on_chosen} {draw} /></main>
                </div>
            };
        }
    };
    let shown_name = (*name).clone().filter(|name| !name.is_empty());
    let on_draft = {
        let (saving, work) = (saving.clone(), props.work.clone());
        Callback::from(move |saved: Rc<str>| {
            saving.save_work(LESSON, &*work, WorkKind::Drawing, saved);
        })
    };
    let on_name = {
        let name = name.clone();
        Callback::from(move |new: AttrValue| name.set(Some(new)))
    };
    let bench = DesignBenchProps {
        language,
        start,
        generation: *chosen,
        is_alone: true,
        object: DesignWords::Unnamed.text(language).into(),
        who: saving
            .person()
            .map(|person| AttrValue::from(called(person, language)))
            .unwrap_or_default(),
        on_draft,
        on_name,
        ..DesignBenchProps::default()
    };
    html! {
        <div class="page lesson-page" data-screen="free-drawing">
            <Header>
                <div class="where">
                    <h1>{ shown_name.unwrap_or_else(|| DesignWords::Unnamed.text(language).into()) }</h1>
                    <Link class="where-else" to={Route::Drawings}>{ DesignWords::MyDrawings.text(language) }</Link>
                </div>
            </Header>
            <main id="content" class="bench-page" data-alone="true"><DesignBench ..bench /></main>
        </div>
    }
}
