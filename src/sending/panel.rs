//! "Send my work", in my data: the code, how it goes, and the way out.

use super::connect::Connect;
use super::connection::Connection;
use super::promises::Promises;
use super::runner;
use super::status::Going;
use crate::i18n::sending::{self as say, Sending as Words};
use crate::saving::use_saving;
use crate::widgets::icon::Icon;
use record::PersonId;
use yew::prelude::*;

/// Properties of [`Panel`].
#[derive(Properties, PartialEq)]
pub struct PanelProps {
    /// The code of a link.
    pub code: Option<AttrValue>,
}

/// Connecting, or how it goes.
#[component]
pub fn Panel(props: &PanelProps) -> Html {
    let saving = use_saving();
    let turn = use_state(|| 0_u32);
    let again = {
        let turn = turn.clone();
        Callback::from(move |()| turn.set(*turn + 1))
    };
    let here = saving.person().map(|person| person.id.clone());
    match here.and_then(|here| Some((Connection::of(&here)?, here))) {
        Some((connection, person)) => {
            let key = person.as_str().to_owned();
            html! { <Connected {key} {person} {connection} on_left={again} /> }
        }
        None => html! { <Connect code={props.code.clone()} on_connected={again} /> },
    }
}

#[derive(Properties, PartialEq)]
struct ConnectedProps {
    person: PersonId,
    connection: Connection,
    on_left: Callback<()>,
}

#[component]
fn Connected(props: &ConnectedProps) -> Html {
    let saving = use_saving();
    let language = saving.language();
    let is_leaving = use_state(|| false);
    let runner = runner::current();
    let going = runner
        .as_ref()
        .and_then(|runner| runner.going(&props.person))
        .unwrap_or(Going::Sending);
    let (damaged, waiting) = runner
        .as_ref()
        .map_or((0, 0), |runner| runner.oddities(&props.person));
    let (state, icon, sentence) = match &going {
        Going::Sent => ("sent", "check", Words::AllSent.text(language).to_owned()),
        Going::Sending => ("sending", "ellipsis", Words::OnItsWay.text(language).to_owned()),
        Going::Unsent => ("unsent", "ellipsis", Words::Soon.text(language).to_owned()),
        Going::InTheWay(trouble) => ("not-sent", "triangle-alert", trouble.sentence(language)),
        Going::Asks { gone, of } => ("asks", "triangle-alert", say::gone(*gone, *of, language)),
    };
    let hurry = {
        let runner = runner.clone();
        Callback::from(move |_| {
            if let Some(runner) = &runner {
                runner.hurry();
            }
        })
    };
    let send_again = {
        let runner = runner.clone();
        Callback::from(move |_| {
            if let Some(runner) = &runner {
                runner.send_again();
            }
        })
    };
    let ask = |asked: bool| {
        let is_leaving = is_leaving.setter();
        Callback::from(move |_: MouseEvent| is_leaving.set(asked))
    };
    let leave = {
        let (person, on_left) = (props.person.clone(), props.on_left.clone());
        Callback::from(move |_: MouseEvent| {
            if let Some(runner) = &runner {
                runner.leave(&person);
            }
            on_left.emit(());
        })
    };
    html! {
        <>
        <div class="going" data-state={state} role="status">
            <Icon name={icon} />
            <p>
                { sentence }
                if matches!(going, Going::Asks { .. }) {
                    { " " }{ Words::KeptAnyway.text(language) }
                }
                if let Some(last) = &props.connection.last { { " " }<span class="soft">{ say::last_sent(last, language) }</span> }
            </p>
        </div>
        if damaged > 0 { <p>{ Words::SomeUnreadable.text(language) }</p> }
        if waiting > 0 { <p>{ Words::Waiting.text(language) }</p> }
        <div class="actions">
            if matches!(going, Going::Asks { .. }) {
                <button type="button" class="button main" onclick={send_again}>{ Words::SendAgain.text(language) }</button>
            } else {
                <button type="button" class="button" onclick={hurry}>{ Words::SendNow.text(language) }</button>
            }
        </div>
        <details>
            <summary>{ Words::ShowCode.text(language) }</summary>
            <p>{ Words::OtherComputer.text(language) }</p>
            <p class="code-words" translate="no"><b>{ props.connection.words() }</b></p>
        </details>
        <Promises connection={props.connection.clone()} />
        if *is_leaving {
            <div class="two-taps" data-state="asked">
                <button key="keep" type="button" class="button" onclick={ask(false)}>{ crate::i18n::my_data::MyData::Keep.text(language) }</button>
                <button key="yes" type="button" class="button danger sure" onclick={leave}>{ Words::DisconnectYes.text(language) }</button>
                <p role="status">{ Words::DisconnectSure.text(language) }</p>
            </div>
        } else {
            <button type="button" class="button" onclick={ask(true)}>{ Words::Disconnect.text(language) }</button>
        }
        </>
    }
}
