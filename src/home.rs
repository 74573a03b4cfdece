//! Home: what can I do now.

use crate::i18n::common::Common;
use crate::route::Route;
use words::Language;
use yew::prelude::*;
use yew_router::prelude::*;

/// Home.
#[component]
pub fn Home() -> Html {
    html! {
        <main>
            <h1>{ "Fabrique" }</h1>
            <Link<Route> classes="button main" to={Route::Lesson { id: "breathing-lamp".to_owned() }}>
                { Common::Continue.text(Language::French) }
            </Link<Route>>
        </main>
    }
}
