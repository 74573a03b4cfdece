//! The keys of the bench: what a pointer can do, a keyboard can.

use crate::browser::event::is_typing;
use crate::design_bench::state::{DesignAction, DesignState};
use crate::design_bench::tool_bar::tool_key;
use design::document::{Point, ShapeId};
use design::edit::Edit;
use design::length::Mm;
use design::tool::Tool;
use yew::prelude::*;

/// How far an arrow key moves what is chosen, in millimetres: alone, with shift, with alt.
const STEPS: (f64, f64, f64) = (1.0, 10.0, 0.1);

/// What a key does.
pub fn on_key(on_action: &Callback<DesignAction>, state: &DesignState) -> Callback<KeyboardEvent> {
    let on_action = on_action.clone();
    let chosen: Vec<ShapeId> = state.chosen().to_vec();
    Callback::from(move |event: KeyboardEvent| {
        if is_typing(&event) {
            return;
        }
        if let Some(action) = action_of(&event, &chosen) {
            event.prevent_default();
            on_action.emit(action);
        }
    })
}

fn action_of(event: &KeyboardEvent, chosen: &[ShapeId]) -> Option<DesignAction> {
    let key = event.key();
    if event.ctrl_key() || event.meta_key() {
        return match key.to_lowercase().as_str() {
            "z" if event.shift_key() => Some(DesignAction::Redo),
            "z" => Some(DesignAction::Undo),
            "y" => Some(DesignAction::Redo),
            "c" if !chosen.is_empty() => Some(DesignAction::Copy),
            "v" => Some(DesignAction::Paste),
            "a" => Some(DesignAction::ChooseAll),
            "g" if chosen.len() > 1 => Some(DesignAction::Edit(Edit::Group(chosen.to_vec()))),
            _ => None,
        };
    }
    let step = if event.shift_key() {
        STEPS.1
    } else if event.alt_key() {
        STEPS.2
    } else {
        STEPS.0
    };
    let moved = |x: f64, y: f64| {
        (!chosen.is_empty()).then(|| {
            DesignAction::Edit(Edit::Move {
                ids: chosen.to_vec(),
                by: Point {
                    x: Mm::new(x * step),
                    y: Mm::new(y * step),
                },
            })
        })
    };
    match key.as_str() {
        "ArrowLeft" => moved(-1.0, 0.0),
        "ArrowRight" => moved(1.0, 0.0),
        "ArrowUp" => moved(0.0, -1.0),
        "ArrowDown" => moved(0.0, 1.0),
        "Delete" | "Backspace" if !chosen.is_empty() => {
            Some(DesignAction::Edit(Edit::Remove(chosen.to_vec())))
        }
        "Escape" => Some(DesignAction::GiveUp),
        "+" => Some(DesignAction::Zoom(1.25, None)),
        "-" => Some(DesignAction::Zoom(0.8, None)),
        "0" => Some(DesignAction::ShowAll),
        "n" => Some(DesignAction::ChooseNext(true)),
        "N" => Some(DesignAction::ChooseNext(false)),
        letter if !event.alt_key() => Tool::ALL
            .into_iter()
            .find(|tool| tool_key(*tool) == letter)
            .map(DesignAction::Tool),
        _ => None,
    }
}
