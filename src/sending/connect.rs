//! Giving the code: whether it opens a folder, and whose.

use super::code::{self, Code};
use super::connection::Connection;
use super::runner;
use crate::browser::chance;
use crate::browser::dav::Dav;
use crate::browser::event::typed_text;
use crate::i18n::sending::{self as say, Sending as Words};
use crate::record::called;
use crate::route::{Link, Route};
use crate::saving::{Saving, use_saving};
use record::{Person, Record};
use sync::layout::Folder;
use sync::{Client, Trouble, class};
use yew::prelude::*;

/// Properties of [`Connect`].
#[derive(Properties, PartialEq)]
pub struct ConnectProps {
    /// The code of a link.
    pub code: Option<AttrValue>,
    /// Called once connected.
    pub on_connected: Callback<()>,
}

/// How far it is.
#[derive(Clone, PartialEq)]
enum Step {
    Asking,
    Looking,
    /// So many words.
    NotSix(usize),
    /// The server does not tell the folder.
    NeedsClass,
    UnfitClass,
    Refused(Trouble),
    Trainer,
    Erased,
    /// Someone else by name has that folder: is it the same person?
    IsItYou(Box<Found>),
    CannotKeep,
}

/// A folder that the code opens.
#[derive(Clone, PartialEq)]
struct Found {
    code: Code,
    folder: Folder,
    knows_people: bool,
    is_mine: bool,
    record: Record,
}

/// The form.
#[component]
pub fn Connect(props: &ConnectProps) -> Html {
    let saving = use_saving();
    let language = saving.language();
    let typed = use_state(|| {
        props
            .code
            .as_ref()
            .map(|code| code.replace('-', " "))
            .unwrap_or_default()
    });
    let class = use_state(String::new);
    let is_mine = use_state(|| false);
    let step = use_state(|| Step::Asking);
    let look = {
        let (typed, class, is_mine, step) = (typed.clone(), class.clone(), is_mine.clone(), step.setter());
        let (saving, on_connected) = (saving.clone(), props.on_connected.clone());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let code = match Code::read(&typed) {
                Ok(code) => code,
                Err(n_words) => return step.set(Step::NotSix(n_words)),
            };
            step.set(Step::Looking);
            let (class, is_mine, step) = ((*class).clone(), *is_mine, step.clone());
            let (saving, on_connected) = (saving.clone(), on_connected.clone());
            wasm_bindgen_futures::spawn_local(async move {
                match find(code, &class, is_mine).await {
                    Ok(found) => match stranger(&found, &saving) {
                        Some(_) => step.set(Step::IsItYou(Box::new(found))),
                        None => step.set(connect(&found, &saving, &on_connected)),
                    },
                    Err(next) => step.set(next),
                }
            });
        })
    };
    let type_code = {
        let typed = typed.setter();
        Callback::from(move |event: InputEvent| typed.set(typed_text(&event)))
    };
    let type_class = {
        let class = class.setter();
        Callback::from(move |event: InputEvent| class.set(typed_text(&event)))
    };
    let toggle = {
        let is_mine = is_mine.clone();
        Callback::from(move |_: Event| is_mine.set(!*is_mine))
    };
    let two = |first: Words, second: Words| {
        html! { <p class="told" data-state="refused">{ first.text(language) }{ " " }{ second.text(language) }</p> }
    };
    let told = match &*step {
        Step::Asking => Html::default(),
        Step::Looking => html! { <p>{ Words::Connecting.text(language) }</p> },
        Step::NotSix(count) => {
            html! { <p class="told" data-state="refused">{ say::words_seen(*count, language) }</p> }
        }
        Step::NeedsClass => {
            html! { <p class="told" data-state="refused">{ Words::ClassNeeded.text(language) }</p> }
        }
        Step::UnfitClass => {
            html! { <p class="told" data-state="refused">{ Words::ClassUnfit.text(language) }</p> }
        }
        Step::Refused(trouble) => {
            html! { <p class="told" data-state="refused">{ trouble.sentence(language) }</p> }
        }
        Step::Trainer => html! {
            <p class="told" data-state="refused">{ Words::TrainerCode.text(language) }{ " " }<Link to={Route::Class}>{ Words::TrainerCodeNext.text(language) }</Link></p>
        },
        Step::Erased => two(Words::ErasedThere, Words::ErasedThereNext),
        Step::CannotKeep => two(Words::CannotKeep, Words::CannotKeepNext),
        Step::IsItYou(found) => {
            let name = stranger(found, &saving)
                .map(|person| called(&person, language))
                .unwrap_or_default();
            let yes = {
                let (found, saving, step) = (found.clone(), saving.clone(), step.setter());
                let on_connected = props.on_connected.clone();
                Callback::from(move |_| step.set(connect(&found, &saving, &on_connected)))
            };
            let no = {
                let step = step.setter();
                Callback::from(move |_| step.set(Step::Asking))
            };
            html! {
                <div class="told" data-state="seen">
                    <p>{ say::is_it_you(&name, language) }
                        if saving.person().is_some() { { " " }{ Words::Gathered.text(language) } }
                    </p>
                    <p class="ways">
                        <button type="button" class="button main" onclick={yes}>{ Words::YesMe.text(language) }</button>
                        <button type="button" class="button" onclick={no}>{ Words::NotMe.text(language) }</button>
                    </p>
                </div>
            }
        }
    };
    let needs_class = matches!(*step, Step::NeedsClass | Step::UnfitClass) || !class.is_empty();
    html! {
        <>
        <p>{ Words::Why.text(language) }{ " " }{ Words::WhySafe.text(language) }</p>
        <form class="connect" onsubmit={look}>
            <label class="field">
                { Words::CodeField.text(language) }
                <input type="text" name="code" autocomplete="off" autocapitalize="none" spellcheck="false" maxlength="200" value={(*typed).clone()} oninput={type_code} />
            </label>
            if needs_class {
                <label class="field">
                    { Words::ClassField.text(language) }
                    <input type="text" name="class" autocomplete="off" maxlength="64" value={(*class).clone()} oninput={type_class} />
                </label>
            }
            <label class="check-line">
                <input type="checkbox" name="my-computer" checked={*is_mine} onchange={toggle} />
                <span>{ Words::MyComputer.text(language) }<small>{ Words::MyComputerWhy.text(language) }</small></span>
            </label>
            <button type="submit" class="button main" disabled={*step == Step::Looking}>{ Words::Connect.text(language) }</button>
        </form>
        <div role="status">{ told }</div>
        </>
    }
}

/// The person of the folder, when they are not the one here.
fn stranger(found: &Found, saving: &Saving) -> Option<Person> {
    let here = saving.person().map(|person| &person.id);
    found
        .record
        .people()
        .next()
        .filter(|person| Some(&person.id) != here)
}

/// What a code opens.
async fn find(code: Code, class: &str, is_mine: bool) -> Result<Found, Step> {
    let dav = Dav::new(&code.pseudonym(), code.as_str());
    let client = Client::new(&dav);
    let who = client.who().await.map_err(Step::Refused)?;
    if who.is_trainer {
        return Err(Step::Trainer);
    }
    let path = match &who.folder {
        Some(folder) => folder.clone(),
        None if class.trim().is_empty() => return Err(Step::NeedsClass),
        None => format!(
            "{}/{}",
            code::space(class).ok_or(Step::UnfitClass)?,
            code.pseudonym()
        ),
    };
    let folder = Folder::new(&path).ok_or(Step::Refused(Trouble::NoFolder))?;
    let there = class::read_one(client, &folder, code.pseudonym())
        .await
        .map_err(Step::Refused)?;
    if there.is_erased {
        return Err(Step::Erased);
    }
    Ok(Found {
        code,
        folder,
        knows_people: who.folder.is_some(),
        is_mine,
        record: there.record,
    })
}

/// Connects the person here, or the one of the folder.
fn connect(found: &Found, saving: &Saving, on_connected: &Callback<()>) -> Step {
    let here = saving.person().map(|person| person.id.clone());
    let there = found.record.people().next().map(|person| person.id);
    let person = match (there, here) {
        (Some(there), here) => {
            saving.become_person(here.as_ref(), &there, &found.record);
            there
        }
        (None, Some(here)) => here,
        (None, None) => match saving.add_nameless() {
            Some(person) => person,
            None => return Step::CannotKeep,
        },
    };
    let connection = Connection::new(
        &found.code,
        &found.folder,
        &format!("{}-{}", saving.in_hand().device(), &chance::random_id()[..6]),
        found.is_mine,
        found.knows_people,
    );
    if !connection.keep(&person) {
        return Step::CannotKeep;
    }
    runner::start(saving.in_hand());
    on_connected.emit(());
    Step::Asking
}
