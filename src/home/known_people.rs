//! Who was here before: on a shared computer everyone finds themselves again with one tap.

use super::first_visit::tool_picture;
use crate::i18n::home::Home as Words;
use crate::i18n::record::Record as RecordWords;
use crate::record::called;
use crate::saving::use_saving;
use yew::prelude::*;

/// The people of this computer, each with a button; nothing when nobody came yet.
#[component]
pub fn KnownPeople() -> Html {
    let saving = use_saving();
    let language = saving.language();
    if saving.people().is_empty() {
        return Html::default();
    }
    let its_me = RecordWords::ItsMe.text(language);
    let people = saving.people().iter().map(|person| {
        let choose = {
            let (saving, id) = (saving.clone(), person.id.clone());
            Callback::from(move |_: MouseEvent| saving.choose_person(&id))
        };
        let name = called(person, language);
        html! {
            <li key={person.id.as_str()}>
                <button type="button" class="button known-person" onclick={choose}>
                    <img src={tool_picture(person.tool)} alt="" width="36" height="38" />
                    <b>{ name }</b>{ " " }
                    <span>{ its_me }</span>
                </button>
            </li>
        }
    });
    html! {
        <section class="known-people" aria-labelledby="known-people">
            <h2 id="known-people">{ Words::WhoIsHere.text(language) }</h2>
            <ul>{ for people }</ul>
            <h2>{ Words::NewHere.text(language) }</h2>
        </section>
    }
}
