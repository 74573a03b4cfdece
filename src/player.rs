//! A lesson on the screen: its step, one instruction line at a time, and the bench beside it.

use crate::device_bench::DeviceBenchProps;
use crate::lazy::{Later, Room};
use std::rc::Rc;
use words::Language;
use yew::prelude::*;

/// Properties of [`Player`].
#[derive(Properties, PartialEq)]
pub struct PlayerProps {
    /// The lesson's id.
    pub lesson: AttrValue,
    /// The step of the address.
    pub step: Option<AttrValue>,
}

/// A lesson.
#[component]
pub fn Player(props: &PlayerProps) -> Html {
    let bench = DeviceBenchProps {
        language: Language::French,
        board: Rc::default(),
        toolbox: Rc::from(device::blocks::BlockKind::ALL),
        start: Rc::default(),
        generation: 0,
        check: None,
        on_draft: Callback::noop(),
        on_verdict: Callback::noop(),
        on_continue: Callback::noop(),
        on_hint: Callback::noop(),
        on_copy_lesson_text: false,
    };
    html! {
        <main class="lesson">
            <h1>{ &props.lesson }</h1>
            <Later room={Room::DeviceBench(bench)} />
        </main>
    }
}
