//! My name and my tool.

use crate::browser::event;
use crate::home::tool_picture;
use crate::i18n::my_data::MyData as Words;
use crate::saving::use_saving;
use crate::widgets::icon::Icon;
use record::Tool;
use yew::prelude::*;

/// Longest name asked for, in characters.
const LONGEST_NAME: &str = "24";

/// My name and my tool.
#[component]
pub fn Me() -> Html {
    let saving = use_saving();
    let language = saving.language();
    let Some(person) = saving.person() else {
        return Html::default();
    };
    let rename = {
        let saving = saving.clone();
        Callback::from(move |typed: InputEvent| saving.rename(&event::typed_text(&typed)))
    };
    let picks = Tool::ALL.iter().map(|&tool| {
        let take = {
            let saving = saving.clone();
            Callback::from(move |_| saving.take_tool(tool))
        };
        html! {
            <label class="pick" key={tool.saved_name()}>
                <input type="radio" name="my-tool" checked={tool == person.tool} onchange={take} />
                <span>
                    <img src={tool_picture(tool)} alt="" width="62" height="66" />
                    { tool.name(language) }
                    <Icon name="check" />
                </span>
            </label>
        }
    });
    html! {
        <section class="card" aria-labelledby="me">
            <h2 id="me">{ Words::Me.text(language) }</h2>
            <label class="field">
                { Words::MyName.text(language) }
                <input type="text" name="my-name" autocomplete="given-name" maxlength={LONGEST_NAME} value={person.name.to_string()} oninput={rename} />
            </label>
            <fieldset class="tool-choice">
                <legend>{ Words::MyTool.text(language) }</legend>
                <div class="picks">{ for picks }</div>
            </fieldset>
        </section>
    }
}
