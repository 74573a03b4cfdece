//! What is kept, and where, in plain sentences; all of it for who wants to see.

use crate::i18n::my_data::{self as say, MyData as Words};
use crate::i18n::record::date;
use crate::record::my_data::Promise;
use crate::saving::{SavedStatus, use_saving};
use record::{Amount, KeptStep};
use yew::prelude::*;

/// What is kept.
#[component]
pub fn Kept() -> Html {
    let saving = use_saving();
    let language = saving.language();
    let amount = saving.amount();
    let kept_no_account = if saving.sent().is_some() {
        Words::KeptInFolder
    } else {
        Words::KeptNoAccount
    };
    let lessons = saving.all_kept().into_iter().map(|(lesson, steps)| {
        let steps = steps.into_iter().map(|step| kept_step(&saving, &lesson, step));
        html! { <li key={lesson.clone()}><b>{ &lesson }</b><ul>{ for steps }</ul></li> }
    });
    html! {
        <section class="card" aria-labelledby="kept">
            <h2 id="kept">{ Words::Kept.text(language) }</h2>
            <p>{ Words::KeptWhere.text(language) }{ " " }{ kept_no_account.text(language) }</p>
            if *saving.status() == SavedStatus::SavedFrailly {
                <p data-state="saved-frailly">{ Words::KeptFrailly.text(language) }{ " " }{ Words::KeptFraillyNext.text(language) }</p>
            }
            <Promise />
            if saving.person().is_some() {
                if amount == Amount::default() {
                    <p class="amount">{ Words::NothingKept.text(language) }</p>
                } else {
                    <p class="amount"><b>{ say::amount(amount, language) }</b></p>
                    <details>
                        <summary>{ Words::SeeAll.text(language) }</summary>
                        <ul class="all-kept">{ for lessons }</ul>
                    </details>
                }
            }
        </section>
    }
}

fn kept_step(saving: &crate::saving::Saving, lesson: &str, step: KeptStep) -> Html {
    let language = saving.language();
    let aside = step.set_aside.into_iter().map(|revision| {
        let take_up = {
            let (saving, lesson, step) = (saving.clone(), lesson.to_owned(), step.id.to_string());
            let id = revision.id.clone();
            Callback::from(move |_| saving.choose_work(&lesson, &step, id.clone()))
        };
        html! {
            <li key={revision.written.to_string()}>
                { Words::OtherVersion.text(language) }{ ", " }{ date(&revision.written, language) }{ " " }
                <button type="button" class="button" onclick={take_up}>{ Words::TakeUp.text(language) }</button>
            </li>
        }
    });
    let facts = [
        step.first_done.map(|day| say::done_on(&day, language)),
        (step.attempts > 0).then(|| say::tries(step.attempts, language)),
        step.work_written.map(|when| say::work_of(&when, language)),
    ];
    let facts: Vec<_> = facts.into_iter().flatten().collect();
    html! {
        <li key={step.id.to_string()}>
            <span class="step-id">{ &*step.id }</span>{ " " }{ facts.join(", ") }
            <ul>
                { for step.entries.iter().map(|entry| html! { <li><q>{ &**entry }</q></li> }) }
                { for aside }
            </ul>
        </li>
    }
}
