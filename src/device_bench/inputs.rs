//! Knobs and sensors that a hand sets: a slider each, with its value.

use crate::browser::event::typed_text;
use crate::device_bench::readings::{part_label, value_text};
use crate::device_bench::state::DeviceAction;
use crate::i18n::device_bench::DeviceWords;
use device::parts::{Board, PartKind};
use std::rc::Rc;
use words::Language;
use yew::prelude::*;

/// Properties of [`Inputs`].
#[derive(Properties, PartialEq)]
pub struct InputsProps {
    /// Language of words.
    pub language: Language,
    /// The board and its parts.
    pub board: Rc<Board>,
    /// The value of each part.
    pub values: Rc<[f64]>,
    /// Called with what was set.
    pub on_action: Callback<DeviceAction>,
}

/// The sliders; nothing on a board without knob or sensor.
#[component]
pub fn Inputs(props: &InputsProps) -> Html {
    let language = props.language;
    let sliders: Vec<Html> = props
        .board
        .parts
        .iter()
        .enumerate()
        .filter(|(_, plugged)| {
            matches!(
                plugged.name.kind,
                PartKind::Potentiometer | PartKind::AmbientLight
            )
        })
        .map(|(part, plugged)| slider(props, part, plugged.name.kind))
        .collect();
    if sliders.is_empty() {
        return html! {};
    }
    html! {
        <div class="inputs" role="group" aria-label={DeviceWords::YourHands.text(language)}>{ for sliders }</div>
    }
}

fn slider(props: &InputsProps, part: usize, kind: PartKind) -> Html {
    let (least, greatest) = kind.range();
    let value = props.values.get(part).copied().unwrap_or_default();
    let text = value_text(kind, value, props.language);
    let on_action = props.on_action.clone();
    let on_input = move |event: InputEvent| {
        if let Some(value) = words::decimal::read(&typed_text(&event)) {
            on_action.emit(DeviceAction::SetInput(part, value));
        }
    };
    html! {
        <label class="input-row" data-part={kind.stem(Language::English)}>
            <span class="label">{ part_label(&props.board, part, props.language) }</span>
            <input type="range" min={least.to_string()} max={greatest.to_string()} step="1"
                value={value.round().to_string()} oninput={on_input} aria-valuetext={text.clone()} />
            <output class="number">{ text }</output>
        </label>
    }
}
