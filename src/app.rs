//! The whole page: the contexts every room shares, and the room of the address.

use crate::browser::connections;
use crate::course_map::CourseMap;
use crate::home::Home;
use crate::lazy::{self, Later, Page, Room, use_afterwards};
use crate::route::{Route, use_route};
use crate::saving::{SavingProvider, use_saving};
use crate::sending::Part;
use gloo::timers::callback::Timeout;
use yew::prelude::*;

/// What sends work is asked for this long after the page is there, in milliseconds.
const SEND_AFTER_MS: u32 = 2_000;

/// The app.
#[component]
pub fn App() -> Html {
    let afterwards = use_afterwards();
    html! {
        <SavingProvider>
            <Rooms />
            { afterwards }
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
    // A code is a secret: it stands in the address no longer than it takes to read it.
    let code = use_state(|| None::<AttrValue>);
    {
        let code = code.setter();
        use_effect_with(route.clone(), move |route| {
            if let Route::Connect { code: of_link } = route {
                code.set(Some(of_link.clone().into()));
                Route::MyData.go_instead();
            }
        });
    }
    // Home is there first: what sends work comes once nothing else is on its way.
    {
        let record = saving.in_hand();
        use_effect_with(saving.person().map(|person| person.id.clone()), move |_| {
            let timer = connections::is_any().then(|| {
                Timeout::new(SEND_AFTER_MS, move || {
                    wasm_bindgen_futures::spawn_local(lazy::send(record))
                })
            });
            move || drop(timer)
        });
    }
    // Work belongs to someone: a lesson's address opened on a new machine asks who is there first.
    let needs_person = !matches!(
        route,
        Route::Home
            | Route::NotFound
            | Route::CourseMap
            | Route::MyData
            | Route::Connect { .. }
            | Route::Class
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
        Route::MyData | Route::Connect { .. } => {
            html! { <Later room={Room::MyData((*code).clone())} /> }
        }
        Route::Class => html! { <Later room={Room::Sending(Part::Class)} /> },
    }
}

fn late(page: Page) -> Html {
    html! { <Later room={Room::Page(page)} /> }
}
