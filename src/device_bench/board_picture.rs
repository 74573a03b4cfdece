//! The board as one sees it: lamps that glow, keys one can press, and only the parts that are plugged in. The same
//! parts are laid out for a wide, a low and a tiny place; styles show one of the three.

mod layout;
mod part;

use crate::device_bench::readings::{part_label, summary, value_text};
use crate::device_bench::state::DeviceAction;
use crate::i18n::device_bench::DeviceWords;
use device::parts::{Board, PartKind};
use layout::{Layout, Place};
use std::rc::Rc;
use words::Language;
use yew::prelude::*;

/// Properties of [`BoardPicture`].
#[derive(Properties, PartialEq)]
pub struct BoardPictureProps {
    /// Language of words.
    pub language: Language,
    /// The board and its parts.
    pub board: Rc<Board>,
    /// The value of each part.
    pub values: Rc<[f64]>,
    /// Called with what was pressed.
    pub on_action: Callback<DeviceAction>,
}

/// The board.
#[component]
pub fn BoardPicture(props: &BoardPictureProps) -> Html {
    let layouts = use_memo(Rc::clone(&props.board), |board| {
        [layout::wide(board), layout::narrow(board), layout::outputs(board)]
    });
    html! {
        <div class="board-picture mat" data-shape={if layouts[0].is_small { "low" } else { "high" }}>
            <div class="rulers" aria-hidden="true">{ part::rulers() }</div>
            { readings(props) }
            { for ["wide", "narrow", "outputs"].into_iter().zip(layouts.iter()).map(|(size, layout)| scene(props, layout, size)) }
        </div>
    }
}

/// The value of every output, in words.
fn readings(props: &BoardPictureProps) -> Html {
    let outputs = props.board.parts.iter().zip(props.values.iter()).enumerate();
    let outputs = outputs.filter(|(_, (plugged, _))| plugged.name.kind.is_output());
    html! {
        <dl class="readings" aria-hidden="true">
            { for outputs.map(|(part, (plugged, value))| html! {
                <div>
                    <dt>{ part_label(&props.board, part, props.language) }</dt>
                    <dd class={classes!(is_figure(plugged.name.kind, *value).then_some("number"))}>{ value_text(plugged.name.kind, *value, props.language) }</dd>
                </div>
            }) }
        </dl>
    }
}

/// A buzzer that is silent says so in a word.
fn is_figure(kind: PartKind, value: f64) -> bool {
    kind != PartKind::Buzzer || value > 0.0
}

fn scene(props: &BoardPictureProps, layout: &Layout, size: &'static str) -> Html {
    let Layout { width, height, .. } = *layout;
    html! {
        <svg class="scene" data-size={size} viewBox={format!("0 0 {width} {height}")}
            role="group" aria-label={DeviceWords::TheBoard.text(props.language)}>
            <defs>
                { part::glow(size) }
            </defs>
            <g role="img" aria-label={summary(&props.board, &props.values, props.language)}>
                { for of_kind(props, layout, PartKind::Lamp).map(|(place, value)| part::lamp(place, value, size)) }
                { for layout.wires.iter().map(part::wire) }
                if layout.circuit.2 > 0.0 { { part::circuit_board(layout, props.board.model) } }
                { for of_kind(props, layout, PartKind::Potentiometer).map(|(place, value)| part::knob(place, value)) }
                { for of_kind(props, layout, PartKind::AmbientLight).map(|(place, value)| part::light_sensor(place, value)) }
                { for of_kind(props, layout, PartKind::Buzzer).map(|(place, value)| part::buzzer(place, value)) }
            </g>
            { for of_kind(props, layout, PartKind::Button).map(|(place, value)| key(props, place, value)) }
        </svg>
    }
}

fn of_kind<'a>(
    props: &'a BoardPictureProps,
    layout: &'a Layout,
    kind: PartKind,
) -> impl Iterator<Item = (&'a Place, f64)> {
    layout
        .places
        .iter()
        .filter(move |place| props.board.parts[place.part].name.kind == kind)
        .map(|place| (place, props.values.get(place.part).copied().unwrap_or_default()))
}

/// A key that is held: by a pointer, or by the space bar or Enter.
fn key(props: &BoardPictureProps, place: &Place, value: f64) -> Html {
    let part = place.part;
    let press = props.on_action.reform(move |()| DeviceAction::Press(part));
    let release = props.on_action.reform(move |()| DeviceAction::Release(part));
    let on_key_down = {
        let press = press.clone();
        move |event: KeyboardEvent| {
            if matches!(event.key().as_str(), " " | "Enter") {
                event.prevent_default();
                if !event.repeat() {
                    press.emit(());
                }
            }
        }
    };
    let on_key_up = {
        let release = release.clone();
        move |event: KeyboardEvent| {
            if matches!(event.key().as_str(), " " | "Enter") {
                event.prevent_default();
                release.emit(());
            }
        }
    };
    let up = move || release.reform(|_: PointerEvent| ());
    let is_down = value > 0.0;
    html! {
        <g class="key" role="button" tabindex="0" aria-label={part_label(&props.board, part, props.language)}
            aria-pressed={is_down.to_string()} data-state={if is_down { "pressed" } else { "released" }}
            onpointerdown={press.reform(|_: PointerEvent| ())} onpointerup={up()} onpointerleave={up()}
            onpointercancel={up()} onkeydown={on_key_down} onkeyup={on_key_up}
            onblur={props.on_action.reform(move |_: FocusEvent| DeviceAction::Release(part))}
            oncontextmenu={|event: MouseEvent| event.prevent_default()}>
            { part::key(place, crate::device_bench::readings::part_letter(&props.board, part)) }
        </g>
    }
}
