//! The whole page: the contexts every room shares, and the room of the address.

use crate::course_map::CourseMap;
use crate::home::Home;
use crate::lazy::{Later, Page, Room};
use crate::route::{Route, use_route};
use crate::saving::{SavingProvider, use_saving};
use yew::prelude::*;

/// The app.
#[component]
pub fn App() -> Html {
    html! {
        <SavingProvider>
            <Rooms />
        </SavingProvider>
    }
}

#[component]
fn Rooms() -> Html {
    let saving = use_saving();
    let route = use_route();
    let language = saving.language();
    use_effect_with(language, |language| {
        crate::browser::document::set_language(*language)
    });
    // Work belongs to someone: a lesson's address opened on a new machine asks who is there first.
    let needs_person = !matches!(
        route,
        Route::Home | Route::NotFound | Route::CourseMap | Route::MyData
    );
    if needs_person && saving.person().is_none() {
        return html! { <Home /> };
    }
    match route {
        Route::Home => html! { <Home /> },
        Route::NotFound => html! { <Home is_lost={true} /> },
        Route::CourseMap => html! { <CourseMap /> },
        Route::Lesson { id } => late(Page::Lesson {
            id: id.into(),
            step: None,
        }),
        Route::LessonStep { id, step } => late(Page::Lesson {
            id: id.into(),
            step: Some(step.into()),
        }),
        Route::Passed { id } => late(Page::Passed { id: id.into() }),
        Route::Device => late(Page::FreeBench),
        Route::Drawings => html! { <Later room={Room::FreeDrawing(None)} /> },
        Route::Drawing { work } => html! { <Later room={Room::FreeDrawing(Some(work.into()))} /> },
        Route::MyData => html! { <Later room={Room::MyData} /> },
    }
}

fn late(page: Page) -> Html {
    html! { <Later room={Room::Page(page)} /> }
}
