//! The header: the mark, where I am, whether my work is kept, and me. Nothing else.

use crate::home::tool_picture;
use crate::i18n::home::Home as Words;
use crate::record::{SavedState, called};
use crate::route::{Link, Route};
use crate::saving::use_saving;
use yew::prelude::*;

/// Properties of [`Header`].
#[derive(Properties, PartialEq)]
pub struct HeaderProps {
    /// Where I am; the name of the app when empty.
    #[prop_or_default]
    pub children: Children,
}

/// The header of every screen.
#[component]
pub fn Header(props: &HeaderProps) -> Html {
    let saving = use_saving();
    let language = saving.language();
    let skip = |pressed: MouseEvent| {
        // A link to `#content` would be an address of the router: move the focus instead.
        pressed.prevent_default();
        crate::browser::focus::focus("content");
    };
    let is_app_name = props.children.is_empty();
    html! {
        <>
        <a class="skip" href="#content" onclick={skip}>{ Words::SkipToContent.text(language) }</a>
        <header class={classes!("bar", is_app_name.then_some("wide"))}>
            <Link class="brand" to={Route::Home}>
                <svg class="mark" viewBox="0 0 30 30" role="img" aria-label="Fabrique">
                    <path class="mark-letter" d="M0 0h22v6H9v10h13v6H9v8H0z" /><path class="mark-wood" d="M30 0v30H11v-6h13V14H11V8h13V0z" />
                </svg>
                if is_app_name { <span class="word" aria-hidden="true">{ "Fabrique" }</span> }
            </Link>
            { props.children.clone() }
            if let Some(person) = saving.person() {
                <div class="who">
                    <SavedState />
                    <Link class="me" to={Route::MyData}>
                        <img src={tool_picture(person.tool)} alt="" />
                        <span class="first-name">{ called(person, language) }</span>
                    </Link>
                </div>
            }
        </header>
        </>
    }
}
