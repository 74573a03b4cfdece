//! What cannot be taken back: one tap says what it does, a second one does it. No dialog, nothing in the way.

use crate::i18n::my_data::MyData as Words;
use crate::saving::use_saving;
use yew::prelude::*;

/// Properties of [`TwoTaps`].
#[derive(Properties, PartialEq)]
pub struct TwoTapsProps {
    /// On the first button.
    pub first: Words,
    /// What the second tap does.
    #[prop_or_default]
    pub sure: Option<Words>,
    /// On the second button.
    pub yes: Words,
    /// Called by the second tap.
    pub on_yes: Callback<()>,
}

/// A button of which only a second tap does what it says.
#[component]
pub fn TwoTaps(props: &TwoTapsProps) -> Html {
    let language = use_saving().language();
    let is_asked = use_state(|| false);
    let ask = |asked: bool| {
        let is_asked = is_asked.setter();
        Callback::from(move |_: MouseEvent| is_asked.set(asked))
    };
    if !*is_asked {
        return html! {
            <div class="two-taps" data-state="at-rest">
                <button key="first" type="button" class="button danger" onclick={ask(true)}>{ props.first.text(language) }</button>
            </div>
        };
    }
    let yes = {
        let (is_asked, on_yes) = (is_asked.setter(), props.on_yes.clone());
        Callback::from(move |_: MouseEvent| {
            is_asked.set(false);
            on_yes.emit(());
        })
    };
    html! {
        <div class="two-taps" data-state="asked">
            // The way back stands where the first tap was: a double tap erases nothing.
            <button key="keep" type="button" class="button" onclick={ask(false)}>{ Words::Keep.text(language) }</button>
            <button key="yes" type="button" class="button danger sure" onclick={yes}>{ props.yes.text(language) }</button>
            if let Some(sure) = props.sure { <p role="status">{ sure.text(language) }</p> }
        </div>
    }
}
