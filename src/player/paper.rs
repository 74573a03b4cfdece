//! A whole lesson on paper: every step, its hints, its questions with room to answer, and the memo. Made when the
//! browser lays the page out for printing, so that nobody pays for it before.

use crate::browser::print;
use crate::i18n::player::{self as say, Player as Words};
use crate::player::fetched_lesson::FetchedLesson;
use crate::player::text::{Place, inlines, nodes, text_box};
use lesson::lesson::{BoxKind, Lesson, Piece, Prompt, Step};
use std::rc::Rc;
use words::Language;
use yew::prelude::*;

/// Properties of [`Paper`].
#[derive(Properties, PartialEq)]
pub struct PaperProps {
    /// The lesson.
    pub fetched: Rc<FetchedLesson>,
    /// Language of the interface.
    pub language: Language,
}

/// The lesson on paper; nothing on a screen.
#[component]
pub fn Paper(props: &PaperProps) -> Html {
    let is_printing = use_state_eq(|| false);
    {
        let set = is_printing.setter();
        use_effect_with((), move |()| {
            let listener = print::on_print_change(move |printing| set.set(printing));
            move || drop(listener)
        });
    }
    if !*is_printing {
        return Html::default();
    }
    let lesson = &props.fetched.parsed.lesson;
    let language = props.language;
    let place = Place {
        lesson: &lesson.id,
        written: lesson.language,
        language,
    };
    html! {
        <article class="paper" lang={lesson.language.code()}>
            <h1>{ &lesson.title }</h1>
            { for lesson.introduction.iter().map(|piece| on_paper(piece, place)) }
            { for lesson.steps.iter().map(|step| step_on_paper(step, place)) }
            { memo(lesson, place) }
        </article>
    }
}

fn step_on_paper(step: &Step, place: Place<'_>) -> Html {
    let hints = step.pieces.iter().filter_map(|piece| match piece {
        Piece::Hint(inside) => Some(inside),
        _ => None,
    });
    html! {
        <section key={step.id.clone()}>
            <h2>{ inlines(&step.title, place) }</h2>
            { for step.pieces.iter().map(|piece| on_paper(piece, place)) }
            { for hints.enumerate().map(|(number, hint)| html! {
                <div class="hint" key={number}><b lang={place.language.code()}>{ say::hint(number + 1, place.language) }</b>{ nodes(hint, place) }</div>
            }) }
        </section>
    }
}

/// A piece in the order of reading. Hints stand at the end of their step, what is to be remembered in the memo, and
/// what is for the trainer nowhere.
fn on_paper(piece: &Piece, place: Place<'_>) -> Html {
    match piece {
        Piece::Text(inside) => nodes(inside, place),
        Piece::Instructions(lines) => {
            html! { <ol>{ for lines.iter().map(|line| html! { <li>{ nodes(line, place) }</li> }) }</ol> }
        }
        Piece::Hint(_) | Piece::Box(BoxKind::Remember | BoxKind::Trainer, _) => Html::default(),
        Piece::Box(kind, inside) => text_box(*kind, inside, place),
        Piece::Question(question) => html! {
            <div class="question">
                { nodes(&question.prompt, place) }
                <ul class="choices">
                    { for question.choices.iter().map(|choice| html! { <li>{ "☐ " }{ inlines(&choice.label, place) }</li> }) }
                </ul>
            </div>
        },
        Piece::Logbook(prompts) => html! { <div class="logbook">{ for prompts.iter().map(prompt) }</div> },
    }
}

fn prompt(prompt: &Prompt) -> Html {
    match prompt {
        Prompt::Sentence(beginning) => html! { <p class="to-write">{ beginning }</p> },
        Prompt::Choice { label, options } => html! {
            <p>{ label }{ for options.iter().map(|option| html! { <span>{ " ☐ " }{ option }</span> }) }</p>
        },
        Prompt::Picture(what) | Prompt::Sound(what) => html! { <p>{ what }</p> },
    }
}

fn memo(lesson: &Lesson, place: Place<'_>) -> Html {
    let boxes: Vec<_> = lesson.memo().collect();
    if boxes.is_empty() {
        return Html::default();
    }
    html! {
        <section class="memo">
            <h2 lang={place.language.code()}>{ Words::Memo.text(place.language) }</h2>
            { for boxes.iter().map(|inside| nodes(inside, place)) }
        </section>
    }
}
