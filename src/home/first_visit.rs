//! Nobody is here: one who came before finds themselves; one who comes for the first time gives a name or none,
//! takes a tool as a face, and off they go.

use super::known_people::KnownPeople;
use crate::browser::event;
use crate::i18n::home::Home as Words;
use crate::i18n::record::Record as RecordWords;
use crate::route::{Link, Route};
use crate::saving::use_saving;
use crate::widgets::icon::Icon;
use crate::widgets::wood::Plank;
use record::Tool;
use yew::prelude::*;

/// Longest name asked for, in characters.
const LONGEST_NAME: &str = "24";

/// Address of a tool's picture, relative to the page.
pub fn tool_picture(tool: Tool) -> String {
    format!("tools/{}.svg", tool.saved_name())
}

/// The form of the first visit.
#[component]
pub fn FirstVisit() -> Html {
    let saving = use_saving();
    let language = saving.language();
    let word = move |word: Words| word.text(language);
    let name = use_state(String::new);
    let tool = use_state(|| Tool::Plane);
    let type_name = {
        let name = name.setter();
        Callback::from(move |typed: InputEvent| name.set(event::typed_text(&typed)))
    };
    let begin = {
        let (name, tool) = (name.clone(), *tool);
        Callback::from(move |submitted: SubmitEvent| {
            submitted.prevent_default();
            saving.add_person(name.trim(), tool);
        })
    };
    let picks = Tool::ALL.iter().map(|&one| {
        let choose = {
            let tool = tool.setter();
            Callback::from(move |_| tool.set(one))
        };
        html! {
            <label class="pick" key={one.saved_name()}>
                <input type="radio" name="tool" checked={one == *tool} onchange={choose} />
                <span>
                    <img src={tool_picture(one)} alt="" width="62" height="66" />
                    { one.name(language) }
                    <Icon name="check" />
                </span>
            </label>
        }
    });
    html! {
        <main class="first-visit" id="content">
            <section class="hero" aria-labelledby="welcome">
                <form class="words" id="begin" onsubmit={begin}>
                    <h1 id="welcome">{ word(Words::Welcome) }</h1>
                    <KnownPeople />
                    <label class="field">
                        { word(Words::YourName) }
                        <input type="text" name="name" autocomplete="given-name" maxlength={LONGEST_NAME} value={(*name).clone()} oninput={type_name} />
                    </label>
                    <fieldset class="tool-choice">
                        <legend>{ word(Words::ChooseTool) }{ " " }<span>{ word(Words::ToolIsPiece) }</span></legend>
                        <div class="picks">{ for picks }</div>
                    </fieldset>
                    <p class="bring-copy"><Link to={Route::MyData}>{ RecordWords::OpenCopy.text(language) }</Link></p>
                </form>
                <div class="stage mat"><super::lamp::Lamp label={word(Words::LampPicture)} /></div>
            </section>
            <div class="dock">
                <div class="teeth"><div class="key">
                    <button class="button main lesson-key" form="begin" type="submit">
                        { word(Words::Begin) }{ " " }<Icon name="arrow-right" />
                    </button>
                </div></div>
                <Plank><span>{ word(Words::StaysHere) }</span></Plank>
            </div>
        </main>
    }
}
