//! A work that this version cannot read (of a newer one, or damaged): it is kept as it is, and no bench opens that
//! would write over it.

use crate::browser::page;
use crate::i18n::common::Common;
use crate::i18n::works::Works as Words;
use device::program::ProgramFault;
use words::Language;
use yew::prelude::*;

/// Properties of [`UnreadableWork`].
#[derive(Properties, PartialEq)]
pub struct UnreadableWorkProps {
    /// Why it cannot be read.
    pub fault: ProgramFault,
    /// Language of the interface.
    pub language: Language,
    /// Gives it up for a new one, where nothing else offers that.
    #[prop_or_default]
    pub anew: Option<Callback<MouseEvent>>,
}

/// What is said in the place of the bench.
#[component]
pub fn UnreadableWork(props: &UnreadableWorkProps) -> Html {
    let language = props.language;
    let why = match &props.fault {
        ProgramFault::NewerVersion { .. } => props.fault.sentence(language).seen,
        // Its other sentences speak of a file that one has chosen.
        ProgramFault::TooLarge { .. } | ProgramFault::NotAProgram { .. } => {
            Words::WorkDamaged.text(language).to_owned()
        }
    };
    html! {
        <section class="message unreadable-work" role="alert" data-state="unreadable">
            <h2>{ Words::WorkNotOpened.text(language) }</h2>
            <p>{ why }{ " " }{ Words::WorkKeptAsIs.text(language) }</p>
            <button type="button" class="button main" onclick={|_| page::reload()}>{ Common::Reload.text(language) }</button>
            if let Some(anew) = &props.anew {
                <button type="button" class="button quiet" onclick={anew}>{ Words::BeginAnew.text(language) }</button>
            }
        </section>
    }
}
