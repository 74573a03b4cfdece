//! The run controls: one slot that starts, pauses and goes on; one block more; how fast time goes.

use crate::browser::event::text_of;
use crate::device_bench::state::{DeviceAction, RunButton, Speed};
use crate::i18n::device_bench::DeviceWords;
use crate::widgets::icon::Icon;
use words::{Language, number};
use yew::prelude::*;

/// Properties of [`Controls`].
#[derive(Properties, PartialEq)]
pub struct ControlsProps {
    /// Language of words.
    pub language: Language,
    /// What the slot does next.
    pub run_button: RunButton,
    /// How fast time goes.
    pub speed: Speed,
    /// The slot is the one next action of the screen (a bench without a check).
    pub is_main: bool,
    /// Called with what was asked.
    pub on_action: Callback<DeviceAction>,
}

/// The run controls.
#[component]
pub fn Controls(props: &ControlsProps) -> Html {
    let language = props.language;
    let (icon, label, state) = match props.run_button {
        RunButton::Start => ("play", DeviceWords::Start, "start"),
        RunButton::Pause => ("pause", DeviceWords::Pause, "pause"),
        RunButton::Continue => ("play", DeviceWords::GoOn, "continue"),
        RunButton::GoOnFromHere => ("play", DeviceWords::GoOnFromHere, "from-here"),
    };
    let is_main = props.is_main && props.run_button != RunButton::Pause;
    let on_action = props.on_action.clone();
    let on_speed = move |event: Event| {
        let chosen = text_of(&event)
            .parse()
            .ok()
            .and_then(|place: usize| Speed::ALL.get(place));
        if let Some(speed) = chosen {
            on_action.emit(DeviceAction::SetSpeed(*speed));
        }
    };
    let times = |speed: Speed| format!("×{}", number(speed.times(), language));
    html! {
        <div class="controls" role="group" aria-label={DeviceWords::RunControls.text(language)}>
            <button class={classes!("button", "run", is_main.then_some("main"))} data-state={state}
                onclick={props.on_action.reform(|_| DeviceAction::PushRunButton)}>
                <Icon name={icon} />{ label.text(language) }
            </button>
            <button class="button step" onclick={props.on_action.reform(|_| DeviceAction::Step)}>
                <Icon name="step-forward" />{ DeviceWords::StepOnce.text(language) }
            </button>
            <label class="button speed">
                <span class="word">{ DeviceWords::Speed.text(language) }</span>
                <span class="number" aria-hidden="true">{ times(props.speed) }</span>
                <select onchange={on_speed}>
                    { for Speed::ALL.into_iter().enumerate().map(|(place, speed)| html! {
                        <option value={place.to_string()} selected={speed == props.speed}>
                            { times(speed) }
                        </option>
                    }) }
                </select>
            </label>
        </div>
    }
}
