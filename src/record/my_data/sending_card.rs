//! The place of "Send my work": what is in it comes when it is asked for, or when work is sent already.

use crate::browser::connections;
use crate::i18n::my_data::MyData as Words;
use crate::lazy::{Later, Room};
use crate::saving::use_saving;
use crate::sending::Part;
use yew::prelude::*;

/// Properties of [`SendingCard`].
#[derive(Properties, PartialEq)]
pub struct SendingCardProps {
    /// The code of a link.
    pub code: Option<AttrValue>,
}

/// Sending work.
#[component]
pub fn SendingCard(props: &SendingCardProps) -> Html {
    let saving = use_saving();
    let language = saving.language();
    let is_asked = use_state(|| false);
    let is_open = *is_asked
        || props.code.is_some()
        || saving
            .person()
            .is_some_and(|person| connections::read(person.id.as_str()).is_some());
    let open = {
        let is_asked = is_asked.setter();
        Callback::from(move |_| is_asked.set(true))
    };
    html! {
        <section class="card sending" aria-labelledby="sending">
            <h2 id="sending">{ Words::SendMyWork.text(language) }</h2>
            if is_open {
                <Later room={Room::Sending(Part::Panel(props.code.clone()))} />
            } else {
                <p>{ Words::SendMyWorkWhy.text(language) }</p>
                <button type="button" class="button" onclick={open}>{ Words::GiveMyCode.text(language) }</button>
            }
        </section>
    }
}
