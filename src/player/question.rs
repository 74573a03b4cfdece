//! A question: choose, check, read why.

use crate::i18n::player::Player as Words;
use crate::player::text::{Place, inlines, nodes};
use crate::widgets::icon::Icon;
use lesson::lesson::Question;
use words::Language;
use yew::prelude::*;

/// Properties of [`QuestionCard`].
#[derive(Properties, PartialEq)]
pub struct QuestionProps {
    /// The question.
    pub question: Question,
    /// Its number in the step, from 0.
    pub number: usize,
    /// The lesson's id.
    pub lesson: AttrValue,
    /// Language the lesson is written in.
    pub written: Language,
    /// Language of the interface.
    pub language: Language,
    /// The choices checked last, as the record has them; empty before the first check.
    pub answered: Vec<usize>,
    /// Whether checking it is the next thing to do on the screen.
    pub is_next: bool,
    /// Called with the choices when they are checked, and whether they are right.
    pub on_answer: Callback<(Vec<usize>, bool)>,
}

/// Whether these choices are the right ones, all of them.
pub fn is_right(question: &Question, choices: &[usize]) -> bool {
    question
        .choices
        .iter()
        .enumerate()
        .all(|(number, choice)| choice.is_right == choices.contains(&number))
}

/// A question.
#[component]
pub fn QuestionCard(props: &QuestionProps) -> Html {
    let QuestionProps {
        question,
        number,
        language,
        answered,
        ..
    } = props;
    let (number, language) = (*number, *language);
    let chosen = use_state(|| answered.clone());
    let place = Place {
        lesson: &props.lesson,
        written: props.written,
        language,
    };
    let right = is_right(question, answered);
    let is_checked = !answered.is_empty();
    let how = if question.is_multiple {
        Words::ChooseSeveral
    } else {
        Words::ChooseOne
    };
    let check = {
        let (chosen, on_answer, question) = (chosen.clone(), props.on_answer.clone(), question.clone());
        Callback::from(move |submitted: SubmitEvent| {
            submitted.prevent_default();
            if !chosen.is_empty() {
                on_answer.emit(((*chosen).clone(), is_right(&question, &chosen)));
            }
        })
    };
    let choices = question.choices.iter().enumerate().map(|(place_of_choice, choice)| {
        let is_chosen = chosen.contains(&place_of_choice);
        let was_checked = answered.contains(&place_of_choice);
        let choose = {
            let (chosen, is_multiple) = (chosen.clone(), question.is_multiple);
            Callback::from(move |_| {
                let mut now: Vec<usize> = if is_multiple { (*chosen).clone() } else { Vec::new() };
                if is_multiple && is_chosen {
                    now.retain(|one| *one != place_of_choice);
                } else {
                    now.push(place_of_choice);
                }
                chosen.set(now);
            })
        };
        let state = match (was_checked, choice.is_right) {
            (true, true) => "right",
            (true, false) => "not-yet",
            (false, _) => "open",
        };
        html! {
            <li key={place_of_choice} data-state={state}>
                <label class="choice">
                    <input type={if question.is_multiple { "checkbox" } else { "radio" }} name={format!("question-{number}")}
                        checked={is_chosen} disabled={right && is_checked} onchange={choose} />
                    <span lang={place.lang()}>{ inlines(&choice.label, place) }</span>
                </label>
                if was_checked && !choice.explanation.is_empty() {
                    <div class="explanation">{ nodes(&choice.explanation, place) }</div>
                }
            </li>
        }
    });
    html! {
        <form class="question card" onsubmit={check}>
            <fieldset>
                <legend>{ nodes(&question.prompt, place) }</legend>
                <p class="how">{ how.text(language) }</p>
                <ul class="choices">{ for choices }</ul>
            </fieldset>
            <div role="status" class="question-verdict" data-state={if !is_checked { "open" } else if right { "passed" } else { "not-yet" }}>
                if is_checked && right { <p><Icon name="check" />{ Words::Right.text(language) }</p> }
                if is_checked && !right { <p>{ Words::NotYet.text(language) }{ " " }{ Words::TryAnother.text(language) }</p> }
            </div>
            if !(is_checked && right) {
                <button type="submit" class={classes!("button", props.is_next.then_some("main"))} disabled={chosen.is_empty()}>
                    <Icon name="check" />{ Words::Check.text(language) }
                </button>
            }
        </form>
    }
}
