//! The rulers along the top and the left of the sheet, in millimetres.

use crate::design_bench::camera::{Camera, RULER};
use kurbo::Rect;
use words::Language;
use yew::prelude::*;

/// Millimetres between two figures, the first that leaves room for them is taken.
const FIGURES: [f64; 9] = [1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0, 200.0, 500.0];

/// Pixels two figures need at least between them.
const ROOM: f64 = 52.0;

/// Pixels two marks need at least between them.
const MARK_ROOM: f64 = 4.0;

/// Which way a ruler lies.
#[derive(Clone, Copy, PartialEq)]
enum Along {
    Top,
    Left,
}

/// Both rulers, over a view of so many pixels; what is chosen is marked on them.
pub fn rulers(camera: Camera, view: (f64, f64), chosen: Option<Rect>, language: Language) -> Html {
    html! {
        <g class="sheet-rulers" aria-hidden="true">
            { ruler(Along::Top, camera, view, chosen.map(|at| (at.x0, at.x1)), language) }
            { ruler(Along::Left, camera, view, chosen.map(|at| (at.y0, at.y1)), language) }
            <rect class="ruler-ground" x="0" y="0" width={RULER.to_string()} height={RULER.to_string()} />
            <text class="ruler-unit" x="12" y="16">{ "mm" }</text>
        </g>
    }
}

fn ruler(
    along: Along,
    camera: Camera,
    view: (f64, f64),
    chosen: Option<(f64, f64)>,
    language: Language,
) -> Html {
    let (length, begin) = match along {
        Along::Top => (view.0, camera.left),
        Along::Left => (view.1, camera.top),
    };
    let step = FIGURES
        .into_iter()
        .find(|step| step * camera.scale >= ROOM)
        .unwrap_or(1_000.0);
    let mark = [step / 10.0, step / 5.0, step / 2.0]
        .into_iter()
        .find(|mark| mark * camera.scale >= MARK_ROOM)
        .unwrap_or(step);
    let first = ((RULER - begin) / camera.scale / mark).ceil();
    let n_marks = ((length - RULER) / camera.scale / mark).clamp(0.0, 2_000.0);
    let mut marks = String::new();
    let mut figures = Vec::new();
    let mut number = first;
    while number <= first + n_marks {
        let millimetres = number * mark;
        let at = begin + millimetres * camera.scale;
        let share = (millimetres / step).abs();
        let is_figure = (share - share.round()).abs() < 1e-6;
        let is_half = (2.0 * share - (2.0 * share).round()).abs() < 1e-6;
        let depth = if is_figure {
            11.0
        } else if is_half {
            7.0
        } else {
            4.0
        };
        let edge = RULER - depth;
        marks.push_str(&match along {
            Along::Top => format!("M{at:.1} {edge}V{RULER}"),
            Along::Left => format!("M{edge} {at:.1}H{RULER}"),
        });
        if is_figure {
            let figure = words::number(millimetres, language);
            figures.push(match along {
                Along::Top => html! { <text class="ruler-figure" x={format!("{:.1}", at + 3.0)} y="12">{ figure }</text> },
                Along::Left => html! {
                    <text class="ruler-figure" transform={format!("translate(12 {:.1}) rotate(-90)", at - 3.0)}>{ figure }</text>
                },
            });
        }
        number += 1.0;
    }
    let (width, height) = match along {
        Along::Top => (length, RULER),
        Along::Left => (RULER, length),
    };
    let marked = chosen.map(|(from, to)| {
        let (from, to) = (begin + from * camera.scale, begin + to * camera.scale);
        let (from, to) = (from.max(RULER), to.max(RULER));
        let long = format!("{:.1}", (to - from).max(1.0));
        match along {
            Along::Top => html! { <rect class="ruler-chosen" x={format!("{from:.1}")} y="0" width={long} height={RULER.to_string()} /> },
            Along::Left => html! { <rect class="ruler-chosen" x="0" y={format!("{from:.1}")} width={RULER.to_string()} height={long} /> },
        }
    });
    html! {
        <>
            <rect class="ruler-ground" x="0" y="0" width={width.to_string()} height={height.to_string()} />
            { marked }
            <path class="ruler-marks" d={marks} />
            { for figures }
        </>
    }
}
