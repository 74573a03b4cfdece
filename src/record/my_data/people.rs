//! Who is on this computer, and who is here now.

use crate::home::tool_picture;
use crate::i18n::my_data::MyData as Words;
use crate::i18n::record::Record as RecordWords;
use crate::record::called;
use crate::route::Route;
use crate::saving::use_saving;
use crate::widgets::icon::Icon;
use yew::prelude::*;

/// The people of this computer.
#[component]
pub fn People() -> Html {
    let saving = use_saving();
    let language = saving.language();
    let here = saving.person().map(|person| person.id.clone());
    let people = saving.people().iter().map(|person| {
        let is_here = Some(&person.id) == here.as_ref();
        let choose = {
            let (saving, id) = (saving.clone(), person.id.clone());
            Callback::from(move |_| saving.choose_person(&id))
        };
        let name = called(person, language);
        html! {
            <li key={person.id.as_str()} data-state={if is_here { "here" } else { "away" }}>
                <img class="avatar" src={tool_picture(person.tool)} alt="" />
                <b>{ name.clone() }</b>
                if is_here {
                    <span class="chip"><Icon name="check" />{ Words::Here.text(language) }</span>
                } else {
                    <button type="button" class="button" aria-label={format!("{}, {name}", RecordWords::ItsMe.text(language))} onclick={choose}>
                        { RecordWords::ItsMe.text(language) }
                    </button>
                }
            </li>
        }
    });
    let someone_else = {
        let saving = saving.clone();
        Callback::from(move |_| {
            saving.leave();
            Route::Home.go();
        })
    };
    html! {
        <section class="card" aria-labelledby="people">
            <h2 id="people">{ Words::People.text(language) }</h2>
            if saving.people().is_empty() {
                <p>{ Words::NobodyYet.text(language) }</p>
            } else {
                <ul class="people">{ for people }</ul>
            }
            <button type="button" class="button" onclick={someone_else}>{ Words::SomeoneElse.text(language) }</button>
        </section>
    }
}
