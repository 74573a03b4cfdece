//! The check of a step, whatever its bench: its button, and in the button's place what was found, one message at a time.

use crate::i18n::check::CheckWords;
use crate::i18n::common::Common;
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
    /// Whether there is a place to go to for a message.
    pub can_show: bool,
    /// Called to check.
    pub on_check: Callback<()>,
    /// Called to go to what a message speaks of.
    pub on_show: Callback<()>,
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
                <button class="button main check" onclick={props.on_check.reform(|_| ())}>
                    <Icon name="check" />{ CheckWords::Check.text(language) }
                </button>
            </div>
        },
        Some(Verdict::NotYet(message)) => not_yet(props, message),
        Some(Verdict::Passed { praise }) => html! {
            <section class="verdict" data-state="passed">
                <h2>{ if praise.is_empty() { CheckWords::Passed.text(language).to_owned() } else { typeset(praise, language) } }</h2>
                <button id={NEXT_ACTION} class="button main" onclick={props.on_continue.reform(|_| ())}>
                    { Common::Continue.text(language) }<Icon name="arrow-right" />
                </button>
            </section>
        },
        Some(Verdict::AuthorProblem(sentence)) => html! {
            <section class="verdict" data-state="author-problem">
                <h2 id={NEXT_ACTION} tabindex="-1">{ CheckWords::TheCheckItself.text(language) }</h2>
                <p>{ sentence }</p>
            </section>
        },
    }
}

fn not_yet(props: &CheckPanelProps, message: &Message) -> Html {
    let language = props.language;
    let can_show = props.can_show;
    let title = (!can_show).then_some(NEXT_ACTION);
    html! {
        <section class="verdict" data-state="not-yet">
            <h2 id={title} tabindex="-1">{ CheckWords::NotYet.text(language) }</h2>
            if let Some(own_words) = &message.own_words { <p class="own-words">{ typeset(own_words, language) }</p> }
            if !message.seen.is_empty() {
                <p class="seen"><b>{ CheckWords::ISee.text(language) }</b>{ " " }{ format!("{}.", message.seen) }</p>
            }
            if !message.expected.is_empty() {
                <p class="expected"><b>{ CheckWords::ItTakes.text(language) }</b>{ " " }{ format!("{}.", message.expected) }</p>
            }
            if props.n_not_yet >= ASK_SOMEONE {
                <p class="ask">{ CheckWords::AskSomeone.text(language) }</p>
            }
            if can_show {
                <button id={NEXT_ACTION} class="button main" onclick={props.on_show.reform(|_| ())}>
                    <Icon name="eye" />{ CheckWords::ShowMe.text(language) }
                </button>
            }
            if props.n_not_yet >= OFFER_A_HINT {
                <button class="button quiet" onclick={props.on_hint.reform(|_| ())}>
                    <Icon name="circle-question-mark" />{ CheckWords::Hint.text(language) }
                </button>
            }
        </section>
    }
}

/// A verdict as it is said aloud.
pub fn said(verdict: &Verdict, language: Language) -> String {
    match verdict {
        Verdict::Passed { praise } => praise.clone(),
        Verdict::AuthorProblem(_) => CheckWords::TheCheckItself.text(language).to_owned(),
        Verdict::NotYet(message) => {
            let own_words = message.own_words.iter().cloned();
            let seen = (!message.seen.is_empty())
                .then(|| format!("{} {}.", CheckWords::ISee.text(language), message.seen));
            let expected = (!message.expected.is_empty())
                .then(|| format!("{} {}.", CheckWords::ItTakes.text(language), message.expected));
            let first = CheckWords::NotYet.text(language).to_owned();
            let sentences: Vec<String> = std::iter::once(first)
                .chain(own_words)
                .chain(seen)
                .chain(expected)
                .collect();
            sentences.join(" ")
        }
    }
}
