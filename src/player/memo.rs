//! The memo: all there is to remember of the lesson, on one card one can print.

use crate::i18n::player::Player as Words;
use crate::player::fetched_lesson::FetchedLesson;
use crate::player::text::{Place, nodes};
use crate::saving::use_saving;
use crate::widgets::icon::Icon;
use std::rc::Rc;
use yew::prelude::*;

/// Properties of [`Memo`].
#[derive(Properties, PartialEq)]
pub struct MemoProps {
    /// The lesson.
    pub fetched: Rc<FetchedLesson>,
}

/// The memo of a lesson; nothing when there is nothing to remember.
#[component]
pub fn Memo(props: &MemoProps) -> Html {
    let saving = use_saving();
    let language = saving.language();
    let lesson = &props.fetched.parsed.lesson;
    let place = Place {
        lesson: &lesson.id,
        written: lesson.language,
        language,
    };
    let boxes: Vec<_> = lesson.memo().collect();
    html! {
        <>
            if !boxes.is_empty() {
                <section class="memo" aria-label={Words::Memo.text(language)}>
                    <h2>{ Words::Memo.text(language) }</h2>
                    { for boxes.iter().map(|inside| nodes(inside, place)) }
                </section>
            }
            <button type="button" class="button quiet print" onclick={|_| crate::browser::print::print()}>
                <Icon name="printer" />{ Words::Print.text(language) }
            </button>
        </>
    }
}
