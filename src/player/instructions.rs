//! The instruction lines of a step: one in full, those done folded to ticks, those to come in soft ink.

use crate::i18n::player::{self as say, Player as Words};
use crate::player::text::{Place, nodes};
use crate::widgets::icon::Icon;
use lesson::text::Node;
use words::Language;
use yew::prelude::*;

/// Properties of [`Instructions`].
#[derive(Properties, PartialEq)]
pub struct InstructionsProps {
    /// The lines.
    pub lines: Vec<Vec<Node>>,
    /// The lesson's id.
    pub lesson: AttrValue,
    /// Language the lesson is written in.
    pub written: Language,
    /// Language of the interface.
    pub language: Language,
    /// Whether a check follows (else one just goes on).
    pub has_check: bool,
}

/// Instruction lines.
#[component]
pub fn Instructions(props: &InstructionsProps) -> Html {
    let n_done = use_state(|| 0_usize);
    let language = props.language;
    let place = Place {
        lesson: &props.lesson,
        written: props.written,
        language,
    };
    let count = props.lines.len();
    let go_on = {
        let n_done = n_done.clone();
        Callback::from(move |_: MouseEvent| n_done.set((*n_done + 1).min(count)))
    };
    let see_again = {
        let n_done = n_done.setter();
        Callback::from(move |_: MouseEvent| n_done.set(0))
    };
    let look = if props.has_check {
        Words::LookThenCheck
    } else {
        Words::LookThenContinue
    };
    if *n_done >= count {
        return html! {
            <div class="instructions" data-state="done">
                <p class="ticks">
                    <span class="tick-row" aria-hidden="true">{ for (0..count).map(|number| html! { <span class="tick" key={number}><Icon name="check" /></span> }) }</span>
                    <span class="visually-hidden">{ say::lines_done(count, language) }</span>
                    <button type="button" class="button quiet" onclick={see_again}>{ Words::SeeAgain.text(language) }</button>
                </p>
                <p class="line in-hand"><span class="mark"><Icon name="eye" /></span>{ look.text(language) }</p>
            </div>
        };
    }
    let lines = props.lines.iter().enumerate().map(|(number, line)| {
        let to_line = {
            let n_done = n_done.setter();
            Callback::from(move |_: MouseEvent| n_done.set(number))
        };
        if number < *n_done {
            html! {
                <li key={number} data-state="done">
                    <button type="button" class="line" onclick={to_line} aria-label={Words::SeeAgain.text(language)}>
                        <span class="mark"><Icon name="check" /></span>
                    </button>
                    <div class="line-text">{ nodes(line, place) }</div>
                </li>
            }
        } else if number == *n_done {
            html! {
                <li key={number} data-state="in-hand" aria-current="step">
                    <span class="mark" aria-hidden="true">{ number + 1 }</span>
                    <div class="line-text">{ nodes(line, place) }</div>
                    <button type="button" class="button line-done" onclick={go_on.clone()}>
                        <Icon name="check" />{ Words::DoneLine.text(language) }
                    </button>
                </li>
            }
        } else {
            html! {
                <li key={number} data-state="to-come">
                    <span class="mark" aria-hidden="true">{ number + 1 }</span>
                    <div class="line-text">{ nodes(line, place) }</div>
                </li>
            }
        }
    });
    html! { <ol class="instructions" data-state="open">{ for lines }</ol> }
}
