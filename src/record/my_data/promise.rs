//! What this browser promises, and what is missing here.

use crate::browser::persistence;
use crate::i18n::my_data::MyData as Words;
use crate::saving::use_saving;
use yew::platform::spawn_local;
use yew::prelude::*;

/// What the browser says of keeping what is stored when room is short.
#[derive(Clone, Copy, PartialEq)]
enum Said {
    /// Not asked yet, or a browser that cannot be asked.
    Nothing,
    Yes,
    No,
    /// No, and it was asked to.
    Refused,
}

/// What this browser promises and what is missing.
#[component]
pub fn Promise() -> Html {
    let saving = use_saving();
    let language = saving.language();
    let said = use_state(|| Said::Nothing);
    {
        let said = said.setter();
        use_effect_with((), move |()| {
            spawn_local(async move {
                match persistence::is_promised().await {
                    Some(true) => said.set(Said::Yes),
                    Some(false) => said.set(Said::No),
                    None => {}
                }
            });
        });
    }
    let ask = {
        let said = said.setter();
        Callback::from(move |_: MouseEvent| {
            let said = said.clone();
            spawn_local(async move {
                let is_promised = persistence::ask().await == Some(true);
                said.set(if is_promised { Said::Yes } else { Said::Refused });
            });
        })
    };
    let (state, sentence) = match *said {
        Said::Nothing => ("unknown", None),
        Said::Yes => ("promised", Some(Words::Promised)),
        Said::No => ("not-promised", Some(Words::NotPromised)),
        Said::Refused => ("refused", Some(Words::PromiseRefused)),
    };
    html! {
        <div class="promise" data-state={state}>
            if !persistence::is_secure() {
                <p data-missing="https">{ Words::NotSecure.text(language) }{ " " }{ Words::NotSecureNext.text(language) }</p>
            }
            if !saving.has_second_copy() {
                <p data-missing="second-copy">{ Words::NoSecondCopy.text(language) }</p>
            }
            <p role="status">{ sentence.map(|sentence| sentence.text(language)) }</p>
            if *said == Said::No {
                <button type="button" class="button" onclick={ask}>{ Words::AskPromise.text(language) }</button>
            }
        </div>
    }
}
