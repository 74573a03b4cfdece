//! Erasing: mine for ever, or everything from this computer.

use super::TwoTaps;
use crate::i18n::my_data::MyData as Words;
use crate::i18n::record::Record as RecordWords;
use crate::saving::use_saving;
use yew::prelude::*;

/// Erasing.
#[component]
pub fn Erase() -> Html {
    let saving = use_saving();
    let language = saving.language();
    let erase = {
        let saving = saving.clone();
        Callback::from(move |()| {
            if let Some(person) = saving.person() {
                saving.erase_person(&person.id);
            }
        })
    };
    let forget = {
        let saving = saving.clone();
        Callback::from(move |()| saving.forget_everything())
    };
    html! {
        <section class="card" aria-labelledby="erase">
            <h2 id="erase">{ RecordWords::Erase.text(language) }</h2>
            if saving.person().is_some() {
                <TwoTaps first={Words::EraseMine} sure={Words::EraseMineSure} yes={Words::EraseMineYes} on_yes={erase} />
            }
            <p>{ Words::ForgetAllWhy.text(language) }</p>
            <TwoTaps first={Words::ForgetAll} sure={Words::ForgetAllSure} yes={Words::ForgetAllYes} on_yes={forget} />
        </section>
    }
}
