//! The whole page: the contexts every room shares, and the room of the address.

use crate::home::Home;
use crate::lazy::{Later, Room};
use crate::route::Route;
use crate::saving::SavingProvider;
use yew::prelude::*;
use yew_router::prelude::*;

/// The app.
#[component]
pub fn App() -> Html {
    html! {
        <SavingProvider>
            <HashRouter>
                <Switch<Route> render={room} />
            </HashRouter>
        </SavingProvider>
    }
}

fn room(route: Route) -> Html {
    match route {
        Route::Home | Route::NotFound => html! { <Home /> },
        Route::CourseMap => html! { <Home /> },
        Route::Lesson { id } => html! { <Later room={Room::Player { lesson: id.into(), step: None }} /> },
        Route::LessonStep { id, step } => {
            html! { <Later room={Room::Player { lesson: id.into(), step: Some(step.into()) }} /> }
        }
        Route::Device => html! { <Home /> },
        Route::MyData => html! { <Home /> },
    }
}
