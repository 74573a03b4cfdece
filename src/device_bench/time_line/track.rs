//! One line of the time line, its name beside it, and the axis under all.

use super::TimeLineProps;
use super::chart::{self, Press, Track, Window};
use crate::device_bench::readings::{part_label, part_letter, seconds_figure, seconds_text};
use crate::i18n::device_bench::DeviceWords;
use crate::widgets::icon::Icon;
use device::parts::{Board, PartKind};
use device::trace::Millis;
use words::Language;
use yew::prelude::*;

fn kind_of(track: &Track, board: &Board) -> PartKind {
    match track {
        Track::Curve { part, .. } => board.parts[*part].name.kind,
        Track::Presses(_) => PartKind::Button,
    }
}

fn saved_kind(kind: PartKind) -> &'static str {
    kind.stem(Language::English)
}

/// How a track stands among the others, for styles: an output alone has the room of two, and on a phone only outputs
/// are shown.
fn rank(track: &Track, tracks: &[Track], board: &Board) -> &'static str {
    let is_output = |track: &Track| kind_of(track, board).is_output();
    let mut outputs = tracks.iter().filter(|track| is_output(track));
    if !is_output(track) {
        return "input";
    }
    match (outputs.clone().count(), outputs.next_back()) {
        (1, _) => "only-output",
        (_, Some(last)) if last == track => "last-output",
        _ => "output",
    }
}

/// A track's name, and the ends of its scale.
pub fn name(track: &Track, tracks: &[Track], board: &Board, language: Language) -> Html {
    let kind = kind_of(track, board);
    let icon = match kind {
        PartKind::Lamp | PartKind::AmbientLight => "sun",
        PartKind::Buzzer => "music",
        PartKind::Button => "pointer",
        PartKind::Potentiometer => "gauge",
    };
    let (label, scale) = match track {
        Track::Curve { part, .. } if kind == PartKind::Buzzer => (part_label(board, *part, language), None),
        Track::Curve { part, .. } => {
            let percent = |figure: &str| format!("{figure}{}%", language.pick("\u{a0}", ""));
            (
                part_label(board, *part, language),
                Some((percent("100"), percent("0"))),
            )
        }
        Track::Presses(_) => (DeviceWords::Buttons.text(language).to_owned(), None),
    };
    html! {
        <div class="time-name" data-part={saved_kind(kind)} data-rank={rank(track, tracks, board)}>
            <span class="tile"><Icon name={icon} /></span>
            <span class="label">{ label }</span>
            if let Some((top, bottom)) = scale {
                <span class="scale number"><span>{ top }</span><span>{ bottom }</span></span>
            }
        </div>
    }
}

/// A track: its curve or its presses, and on the part a verdict speaks of, what is expected and what was seen.
pub fn drawing(track: &Track, props: &TimeLineProps, cursor: f64) -> Html {
    let kind = kind_of(track, &props.board);
    let percent = |share: f64| format!("{:.2}%", 100.0 * share);
    let content = match track {
        Track::Curve { part, line, level } => html! {
            <>
                <line class="level" x2="100%" y1="50%" y2="50%" />
                <line class="level" x2="100%" />
                <line class="ground" x2="100%" y1="100%" y2="100%" />
                <svg class="curve" viewBox="0 0 1000 100" preserveAspectRatio="none" width="100%" height="100%">
                    { expected(props, *part, kind) }
                    <path class="area" d={format!("{line}V100H0Z")} />
                    <path class="line" d={line.clone()} />
                </svg>
                { seen(props, *part) }
                if props.end > Millis(0) {
                    <circle class="dot" r="6" cx={percent(cursor)} cy={percent(1.0 - level)} />
                }
            </>
        },
        Track::Presses(presses) => html! {
            <>
                { for presses.iter().map(|press| press_mark(press, &props.board)) }
                <line class="ground" x2="100%" y1="100%" y2="100%" />
            </>
        },
    };
    let seconds = props.window.ticks().into_iter().map(|tick| {
        let x = percent(props.window.share(tick));
        html! { <line class="second" x1={x.clone()} x2={x} y2="100%" /> }
    });
    html! {
        <svg class="track" data-part={saved_kind(kind)} data-rank={rank(track, &props.tracks, &props.board)}>{ for seconds }{ content }</svg>
    }
}

/// A press shorter than this share of the window is a small box of its letter around its middle.
const SHORT_PRESS: f64 = 0.04;

fn press_mark(press: &Press, board: &Board) -> Html {
    let percent = |share: f64| format!("{:.2}%", 100.0 * share);
    let length = press.to - press.from;
    let letter = part_letter(board, press.part);
    html! {
        <svg class="press" x={percent(f64::midpoint(press.from, press.to))}>
            if length < SHORT_PRESS {
                <rect x="-10" width="20" y="5%" height="90%" rx="5" />
            } else {
                <rect x={percent(-length / 2.0)} width={percent(length)} y="5%" height="90%" rx="5" />
            }
            <text y="50%" dy=".35em">{ letter }</text>
        </svg>
    }
}

/// Seconds under the tracks.
pub fn axis(window: Window, language: Language) -> Html {
    let ticks = window.ticks();
    let last = ticks.len().saturating_sub(1);
    let mark = |(number, tick): (usize, Millis)| {
        let x = format!("{:.2}%", 100.0 * window.share(tick));
        let figure = if number == 0 || number == last {
            seconds_text(tick, language)
        } else {
            seconds_figure(tick, language)
        };
        html! {
            <>
                <line class="tick" x1={x.clone()} x2={x.clone()} y2="8" />
                <text x={x} y="24" class={classes!((number != 0 && number != last).then_some("between"))}>{ figure }</text>
            </>
        }
    };
    html! { <svg class="axis" aria-hidden="true">{ for ticks.into_iter().enumerate().map(mark) }</svg> }
}

/// The shape of what is expected of a part, under its curve.
fn expected(props: &TimeLineProps, part: usize, kind: PartKind) -> Html {
    let shape = props
        .marks
        .filter(|marks| marks.part == Some(part))
        .and_then(|marks| {
            let within = marks.expected?;
            Some(chart::expected_shape(&marks.shape?, within, kind, props.window))
        });
    match shape {
        None => html! {},
        Some(shape) => {
            html! { <><path class="expected-area" d={shape.area} /><path class="expected-edge" d={shape.edges} /></> }
        }
    }
}

/// The instant of what was seen of a part.
fn seen(props: &TimeLineProps, part: usize) -> Html {
    let seen = props
        .marks
        .filter(|marks| marks.part == Some(part))
        .and_then(|marks| marks.seen);
    match seen {
        None => html! {},
        Some(at) => {
            let x = format!("{:.2}%", 100.0 * props.window.share(at));
            html! { <line class="seen" x1={x.clone()} x2={x} y2="100%" /> }
        }
    }
}
