//! The class page: who is where, and which message people are stuck at. Never a ranking: the order is that of names.

mod table;

use super::code::{self, Code};
use crate::browser::dav::Dav;
use crate::browser::event::typed_text;
use crate::browser::files::{self, Chosen};
use crate::i18n::sending::{self as say, Sending as Words};
use crate::saving::use_saving;
use crate::site::{use_outlines, use_programme};
use crate::widgets::header::Header;
use record::Join;
use record::saved_format::LARGEST_COPY;
use std::rc::Rc;
use sync::class::{self, Participant};
use sync::layout::Folder;
use sync::{Client, Trouble};
use table::table;
use words::Language;
use yew::prelude::*;

/// What was read, or why not.
#[derive(Clone, PartialEq)]
enum Reading {
    Nothing,
    Looking,
    NotSix(usize),
    NeedsClass,
    NotATrainer,
    Refused(Trouble),
    /// Who there is, and what to say of a file that could not be read.
    Here(Vec<Participant>, Option<String>),
}

/// The class.
#[component]
pub fn Class() -> Html {
    let saving = use_saving();
    let language = saving.language();
    let typed = use_state(String::new);
    let space = use_state(String::new);
    let reading = use_state(|| Reading::Nothing);
    let field = use_node_ref();
    // The titles of lessons; as long as they are not here their ids must do.
    let programme = use_programme(language);
    let links = programme
        .here()
        .map(|programme| programme.lessons().cloned().collect::<Rc<[_]>>());
    let outlines = use_outlines(links);
    let look = {
        let (typed, space, reading) = (typed.clone(), space.clone(), reading.setter());
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let code = match Code::read(&typed) {
                Ok(code) => code,
                Err(n_words) => return reading.set(Reading::NotSix(n_words)),
            };
            reading.set(Reading::Looking);
            let (space, reading) = ((*space).clone(), reading.clone());
            wasm_bindgen_futures::spawn_local(async move {
                reading.set(
                    read(&code, &space)
                        .await
                        .map_or_else(|next| next, |all| Reading::Here(all, None)),
                );
            });
        })
    };
    let choose = {
        let (reading, field) = (reading.clone(), field.clone());
        Callback::from(move |_: Event| {
            let before = match &*reading {
                Reading::Here(participants, _) => participants.clone(),
                _ => Vec::new(),
            };
            let (mut all, reading) = (before, reading.setter());
            files::each_chosen(&field, LARGEST_COPY, move |chosen| {
                // One that cannot be read takes away nothing of what was.
                let refused = taken_in(chosen, &mut all, language).err();
                reading.set(Reading::Here(all.clone(), refused));
            });
        })
    };
    let type_code = {
        let typed = typed.setter();
        Callback::from(move |event: InputEvent| typed.set(typed_text(&event)))
    };
    let type_space = {
        let space = space.setter();
        Callback::from(move |event: InputEvent| space.set(typed_text(&event)))
    };
    let refused = |sentence: String| html! { <p class="told" data-state="refused">{ sentence }</p> };
    let (is_here, told) = match &*reading {
        Reading::Nothing => (false, Html::default()),
        Reading::Looking => (false, html! { <p>{ Words::Connecting.text(language) }</p> }),
        Reading::NotSix(count) => (false, refused(say::words_seen(*count, language))),
        Reading::NeedsClass => (false, refused(Words::ClassNeeded.text(language).to_owned())),
        Reading::NotATrainer => (false, refused(Words::NotATrainer.text(language).to_owned())),
        Reading::Refused(trouble) => (false, refused(trouble.sentence(language))),
        Reading::Here(participants, sentence) => {
            let outlines = outlines
                .here()
                .map(|outlines| outlines.as_slice())
                .unwrap_or_default();
            let table = table(participants, outlines, language);
            (
                !participants.is_empty(),
                html! { <>{ for sentence.clone().map(refused) }{ table }</> },
            )
        }
    };
    let needs_class = matches!(*reading, Reading::NeedsClass) || !space.is_empty();
    html! {
        <div class="page" data-screen="class">
            <Header />
            <main id="content" class="class-page">
                <h1>{ Words::ClassTitle.text(language) }</h1>
                <p>{ Words::ClassWhy.text(language) }</p>
                <form class="connect" onsubmit={look}>
                    <label class="field">
                        { Words::ClassCode.text(language) }
                        // Read, it is a secret on a screen that a class may see.
                        <input type={if is_here { "password" } else { "text" }} name="code" autocomplete="off" autocapitalize="none" spellcheck="false" maxlength="200" value={(*typed).clone()} oninput={type_code} />
                    </label>
                    if needs_class {
                        <label class="field">
                            { Words::ClassField.text(language) }
                            <input type="text" name="class" autocomplete="off" maxlength="64" value={(*space).clone()} oninput={type_space} />
                        </label>
                    }
                    <button type="submit" class="button main">{ if is_here { Words::ReadAgain } else { Words::ReadFolder }.text(language) }</button>
                </form>
                <div class="from-files">
                    <p>{ Words::OrFiles.text(language) }</p>
                    <label class="button file">
                        <input ref={field} type="file" multiple={true} accept=".json,application/json" onchange={choose} />
                        { Words::OpenFiles.text(language) }
                    </label>
                </div>
                <div role="status">{ told }</div>
            </main>
        </div>
    }
}

async fn read(code: &Code, space: &str) -> Result<Vec<Participant>, Reading> {
    let dav = Dav::new(&code.pseudonym(), code.as_str());
    let client = Client::new(&dav);
    let who = client.who().await.map_err(Reading::Refused)?;
    if who.folder.is_some() && !who.is_trainer {
        return Err(Reading::NotATrainer);
    }
    let path = match who.folder {
        Some(folder) => folder,
        None => code::space(space).ok_or(Reading::NeedsClass)?,
    };
    let folder = Folder::new(&path).ok_or(Reading::NeedsClass)?;
    class::read(client, &folder).await.map_err(Reading::Refused)
}

/// Joins a file into what was read; a file twice is a file once.
fn taken_in(chosen: Chosen, all: &mut Vec<Participant>, language: Language) -> Result<(), String> {
    let bytes = match chosen {
        Chosen::Bytes(bytes) => bytes,
        Chosen::Nothing => return Ok(()),
        Chosen::TooLarge(bytes) => {
            return Err(record::saved_format::ReadProblem::TooLarge { bytes }.sentence(language));
        }
        Chosen::Unreadable => {
            return Err(crate::i18n::my_data::MyData::Unreadable.text(language).to_owned());
        }
    };
    let record = class::read_file(&bytes).map_err(|problem| problem.sentence(language))?;
    let ids: Vec<_> = record.ids().cloned().collect();
    for id in ids {
        let one = record.of_person(&id);
        match all
            .iter_mut()
            .find(|known| known.record.ids().any(|known| *known == id))
        {
            Some(known) => known.record.join(&one),
            None => all.push(Participant {
                folder: String::new(),
                is_erased: one.is_erased(&id),
                record: one,
                damaged: Vec::new(),
            }),
        }
    }
    Ok(())
}
