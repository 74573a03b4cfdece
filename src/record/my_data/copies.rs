//! A copy to take away, and a copy to bring back: seen first, then joined, never put in the place of anything.

use crate::browser::files::{self, Chosen};
use crate::i18n::my_data::{self as say, MyData as Words};
use crate::i18n::record::Record as RecordWords;
use crate::record::called;
use crate::record::saved_state::take_copy;
use crate::saving::use_saving;
use record::saved_format::{self, LARGEST_COPY, ReadProblem};
use record::{ArrivalChange, Record};
use std::rc::Rc;
use yew::prelude::*;

/// How far bringing a copy is.
#[derive(Clone, PartialEq)]
enum Bringing {
    Nothing,
    /// Read, to be looked at.
    Seen(Rc<Record>),
    /// Could not be read.
    Refused(ReadProblem),
    /// The browser did not give its bytes.
    Unreadable,
    Added,
}

/// Copies.
#[component]
pub fn Copies() -> Html {
    let saving = use_saving();
    let language = saving.language();
    let bringing = use_state(|| Bringing::Nothing);
    let field = use_node_ref();
    let take = {
        let saving = saving.clone();
        Callback::from(move |_| take_copy(&saving))
    };
    let take_everyone = {
        let saving = saving.clone();
        Callback::from(move |_| {
            let copy = saving.export_everyone();
            files::download(&copy.name, files::JSON, &copy.text);
        })
    };
    let choose = {
        let (bringing, field) = (bringing.setter(), field.clone());
        Callback::from(move |_: Event| {
            let (bringing, field) = (bringing.clone(), field.clone());
            files::chosen(&field, LARGEST_COPY, move |chosen| {
                bringing.set(match chosen {
                    Chosen::Nothing => Bringing::Nothing,
                    Chosen::TooLarge(bytes) => Bringing::Refused(ReadProblem::TooLarge { bytes }),
                    Chosen::Unreadable => Bringing::Unreadable,
                    Chosen::Bytes(bytes) => saved_format::read_copy(&bytes)
                        .map_or_else(Bringing::Refused, |saved| Bringing::Seen(Rc::new(saved.record))),
                });
            });
        })
    };
    let leave = {
        let bringing = bringing.setter();
        Callback::from(move |_| bringing.set(Bringing::Nothing))
    };
    let told = match &*bringing {
        Bringing::Nothing => Html::default(),
        Bringing::Refused(problem) => {
            html! { <p class="told" data-state="refused">{ problem.sentence(language) }</p> }
        }
        Bringing::Unreadable => html! {
            <p class="told" data-state="refused">{ Words::Unreadable.text(language) }{ " " }{ Words::UnreadableNext.text(language) }</p>
        },
        Bringing::Added => html! { <p class="told" data-state="added">{ Words::Added.text(language) }</p> },
        Bringing::Seen(copy) => {
            let arrivals = saving.preview(copy);
            let has_news = arrivals
                .iter()
                .any(|arrival| !matches!(arrival.change, ArrivalChange::Nothing | ArrivalChange::ErasedHere));
            let add = {
                let (saving, copy, bringing) = (saving.clone(), copy.clone(), bringing.setter());
                Callback::from(move |_| {
                    saving.import(Record::clone(&copy));
                    bringing.set(Bringing::Added);
                })
            };
            html! {
                <div class="told" data-state="seen">
                    <p>{ if has_news { Words::CopyBrings } else { Words::CopyBringsNothing }.text(language) }</p>
                    <ul>{ for arrivals.iter().map(|arrival| html! {
                        <li key={arrival.person.id.as_str()}>{ say::arrival(&called(&arrival.person, language), arrival.change, language) }</li>
                    }) }</ul>
                    if has_news {
                        <button type="button" class="button main" onclick={add}>{ Words::Add.text(language) }</button>{ " " }
                    }
                    <button type="button" class="button" onclick={leave}>{ Words::Leave.text(language) }</button>
                </div>
            }
        }
    };
    html! {
        <section class="card" aria-labelledby="copies">
            <h2 id="copies">{ Words::Copies.text(language) }</h2>
            <p>{ Words::CopiesWhy.text(language) }</p>
            <div class="actions">
                <button type="button" class="button" onclick={take}>{ RecordWords::TakeCopy.text(language) }</button>
                if saving.people().len() > 1 {
                    <button type="button" class="button" onclick={take_everyone}>{ Words::CopyEveryone.text(language) }</button>
                }
                <label class="button file">
                    <input ref={field} type="file" accept=".json,application/json" onchange={choose} />
                    { RecordWords::OpenCopy.text(language) }
                </label>
            </div>
            <div role="status">{ told }</div>
        </section>
    }
}
