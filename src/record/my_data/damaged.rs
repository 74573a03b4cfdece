//! Stored texts that could not be read: kept as they were, for whoever can mend them.

use super::TwoTaps;
use crate::browser::files;
use crate::i18n::my_data::{self as say, MyData as Words};
use crate::saving::use_saving;
use yew::prelude::*;

/// Damaged texts.
#[component]
pub fn DamagedFiles() -> Html {
    let saving = use_saving();
    let language = saving.language();
    let files = saving.damaged().iter().map(|damaged| {
        let take = {
            let damaged = damaged.clone();
            Callback::from(move |_| files::download(&damaged.name.replace(['/', ':'], "-"), files::JSON, &damaged.text))
        };
        let throw_away = {
            let (saving, damaged) = (saving.clone(), damaged.clone());
            Callback::from(move |()| saving.discard_damaged(&damaged))
        };
        html! {
            <li key={damaged.name.clone()}>
                <p>{ say::set_aside_on(&damaged.name, language) }</p>
                <div class="actions">
                    <button type="button" class="button" onclick={take}>{ Words::Download.text(language) }</button>
                    <TwoTaps first={Words::ThrowAway} yes={Words::ThrowAwayYes} on_yes={throw_away} />
                </div>
            </li>
        }
    });
    html! {
        <section class="card damaged" aria-labelledby="damaged" data-state="damaged">
            <h2 id="damaged">{ Words::Damaged.text(language) }</h2>
            <p>{ Words::DamagedWhy.text(language) }{ " " }{ Words::DamagedNext.text(language) }</p>
            <ul>{ for files }</ul>
        </section>
    }
}
