//! The record's context: who is here, what is kept, whether it is saved.
//!
//! `<SavingProvider>` owns the record; `use_saving()` reads it and sends what the person does. What a person does is
//! an [`Action`], the reducer in `saving/state.rs` applies it, and one effect saves what changed.

mod copying;
mod doing;
mod earlier;
mod named;
mod reading;
mod saver;
mod sharing;
mod state;

use crate::browser::document;
use crate::browser::page::{self, PageLife};
use crate::record::SavedNotice;
use earlier::Replacing;
pub use earlier::Upkeep;
pub use named::{Named, OwnedNames};
use record::Theme;
pub use sharing::{RecordInHand, Sent};
use state::SavingState;
pub use state::{NotSaved, SavedStatus};
use std::rc::Rc;
use yew::prelude::*;

/// The record as a component sees it, and what it may do to it. Cheap to clone.
///
/// Lessons and steps are named by [`Named`]: an id, or the `Lesson` or `Step` itself, whose former ids then count too.
#[derive(Clone, PartialEq)]
pub struct Saving {
    state: UseReducerHandle<SavingState>,
    saver: Saver,
}

/// The saver, shared; one page has one.
#[derive(Clone)]
struct Saver(Rc<saver::Saver>);

impl PartialEq for Saver {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

/// The record's context; only under a [`SavingProvider`].
#[hook]
pub fn use_saving() -> Saving {
    use_context().expect("every room is inside <SavingProvider>")
}

/// Properties of [`SavingProvider`].
#[derive(Properties, PartialEq)]
pub struct SavingProviderProps {
    /// The page.
    pub children: Html,
}

/// Reads what is kept, then shows the page; saves what changes.
#[component]
pub fn SavingProvider(props: &SavingProviderProps) -> Html {
    let state = use_reducer(SavingState::default);
    let saver = {
        let (dispatch, writer) = (state.dispatcher(), state.writer.clone());
        use_memo((), move |()| Saver(saver::Saver::new(dispatch, writer)))
    };
    {
        let saver = saver.0.clone();
        use_effect_with((), move |()| {
            wasm_bindgen_futures::spawn_local(saver.clone().open());
            let listeners = page::on_page_life(move |life| match life {
                PageLife::Away => saver.away(),
                PageLife::Back => saver.back(),
            });
            move || drop(listeners)
        });
    }
    {
        let saver = saver.0.clone();
        use_effect_with(state.clone(), move |state| {
            if state.is_loaded {
                saver.here.borrow_mut().clone_from(&state.here);
                saver.want(&state.record);
            }
        });
    }
    let saving = Saving {
        state,
        saver: (*saver).clone(),
    };
    {
        let settings = saving.settings();
        use_effect_with(settings, move |settings| {
            let theme = settings.theme;
            let show = move || document::set_root_attribute("data-theme", shown_theme(theme).saved_name());
            show();
            let listener = (theme == Theme::System).then(|| document::on_machine_scheme(show));
            document::set_root_attribute("data-text-size", settings.text_size.saved_name());
            document::set_root_attribute("data-spacing", settings.spacing.saved_name());
            move || drop(listener)
        });
    }
    if saving.state.is_loaded {
        html! {
            <ContextProvider<Saving> context={saving}>
                <SavedNotice />
                { props.children.clone() }
            </ContextProvider<Saving>>
        }
    } else {
        html! { <main class="door" data-state="reading" aria-busy="true"></main> }
    }
}

/// Light or dark: what the person chose, or what the machine asks for.
fn shown_theme(theme: Theme) -> Theme {
    match theme {
        Theme::System if document::is_machine_dark() => Theme::Dark,
        Theme::System => Theme::Light,
        chosen => chosen,
    }
}
