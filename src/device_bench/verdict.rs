//! The check: its button, and in the button's place what was found, one message at a time.

use crate::device_bench::state::DeviceAction;
use crate::i18n::common::Common;
use crate::i18n::device_bench::DeviceWords;
use crate::widgets::icon::Icon;
use lesson::grade::{Message, Verdict};
use std::rc::Rc;
use words::{Language, typeset};
use yew::prelude::*;

/// After this many "not yet" in a row a hint is offered.
const OFFER_A_HINT: u32 = 3;
/// After this many, to ask someone.
const ASK_SOMEONE: u32 = 5;

/// Where the focus goes once a verdict is there: its button, or its title where it has none.
pub const NEXT_ACTION: &str = "next-action";

/// Properties of [`CheckPanel`].
#[derive(Properties, PartialEq)]
pub struct CheckPanelProps {
    /// Language of words.
    pub language: Language,
    /// What was found, until the next edit.
    pub verdict: Option<Rc<Verdict>>,
    /// How many "not yet" in a row.
    pub n_not_yet: u32,
    /// Called with what was asked.
    pub on_action: Callback<DeviceAction>,
    /// Called when a hint is wanted.
    pub on_hint: Callback<()>,
    /// Called to leave a passed step.
    pub on_continue: Callback<()>,
}

/// The check's place.
#[component]
pub fn CheckPanel(props: &CheckPanelProps) -> Html {
    let language = props.language;
    match props.verdict.as_deref() {
        None => html! {
            <div class="verdict" data-state="open">
                <button class="button main check" onclick={props.on_action.reform(|_| DeviceAction::Check)}>
                    <Icon name="check" />{ DeviceWords::Check.text(language) }
                </button>
            </div>
        },
        Some(Verdict::NotYet(message)) => not_yet(props, message),
        Some(Verdict::Passed { praise }) => html! {
            <section class="verdict" data-state="passed">
                <h2>{ if praise.is_empty() { DeviceWords::Passed.text(language).to_owned() } else { typeset(praise, language) } }</h2>
                <button id={NEXT_ACTION} class="button main" onclick={props.on_continue.reform(|_| ())}>
                    { Common::Continue.text(language) }<Icon name="arrow-right" />
                </button>
            </section>
        },
        Some(Verdict::AuthorProblem(sentence)) => html! {
            <section class="verdict" data-state="author-problem">
                <h2 id={NEXT_ACTION} tabindex="-1">{ DeviceWords::TheCheckItself.text(language) }</h2>
                <p>{ sentence }</p>
            </section>
        },
    }
}

fn not_yet(props: &CheckPanelProps, message: &Message) -> Html {
    let language = props.language;
    let can_show = message.instant.is_some() || message.block.is_some();
    let title = (!can_show).then_some(NEXT_ACTION);
    html! {
        <section class="verdict" data-state="not-yet">
            <h2 id={title} tabindex="-1">{ DeviceWords::NotYet.text(language) }</h2>
            if let Some(own_words) = &message.own_words { <p class="own-words">{ typeset(own_words, language) }</p> }
            if !message.seen.is_empty() {
                <p class="seen"><b>{ DeviceWords::ISee.text(language) }</b>{ " " }{ format!("{}.", message.seen) }</p>
            }
            if !message.expected.is_empty() {
                <p class="expected"><b>{ DeviceWords::ItTakes.text(language) }</b>{ " " }{ format!("{}.", message.expected) }</p>
            }
            if props.n_not_yet >= ASK_SOMEONE {
                <p class="ask">{ DeviceWords::AskSomeone.text(language) }</p>
            }
            if can_show {
                <button id={NEXT_ACTION} class="button main" onclick={props.on_action.reform(|_| DeviceAction::ShowMe)}>
                    <Icon name="eye" />{ DeviceWords::ShowMe.text(language) }
                </button>
            }
            if props.n_not_yet >= OFFER_A_HINT {
                <button class="button quiet" onclick={props.on_hint.reform(|_| ())}>
                    <Icon name="circle-question-mark" />{ DeviceWords::Hint.text(language) }
                </button>
            }
        </section>
    }
}
