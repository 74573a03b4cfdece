//! The time line: what every part did, one line a part, and a cursor that goes back in time.

pub mod chart;

use crate::browser::custom_properties;
use crate::browser::event::typed_text;
use crate::device_bench::readings::{instant_text, part_label, part_letter, seconds_figure, seconds_text};
use crate::i18n::device_bench::DeviceWords;
use crate::widgets::icon::Icon;
use chart::{Press, Track, Window};
use device::parts::{Board, PartKind};
use device::trace::Millis;
use std::rc::Rc;
use words::Language;
use yew::prelude::*;

/// How near two marks are, as a share of the window, when their tags would lie over each other.
const NEAR: f64 = 0.2;

/// Where a verdict looks on the time line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Marks {
    /// The part it speaks of.
    pub part: Option<usize>,
    /// The instant of what was seen.
    pub seen: Option<Millis>,
    /// When what is expected should happen.
    pub expected: Option<(Millis, Millis)>,
}

/// Properties of [`TimeLine`].
#[derive(Properties, PartialEq)]
pub struct TimeLineProps {
    /// Language of words.
    pub language: Language,
    /// The board whose parts are drawn.
    pub board: Rc<Board>,
    /// The stretch of time on show.
    pub window: Window,
    /// The lines.
    pub tracks: Rc<[Track]>,
    /// The instant on show.
    pub now: Millis,
    /// The last instant that has run.
    pub end: Millis,
    /// Where a verdict looks.
    pub marks: Option<Marks>,
    /// Called to look at an instant.
    pub on_go_to: Callback<Millis>,
}

/// The time line.
#[component]
pub fn TimeLine(props: &TimeLineProps) -> Html {
    let TimeLineProps {
        language,
        window,
        now,
        end,
        marks,
        ..
    } = props;
    let (language, window, now, end) = (*language, *window, *now, *end);
    let place = use_node_ref();
    let seen = marks.and_then(|marks| marks.seen).map(|at| window.share(at));
    let expected = marks
        .and_then(|marks| marks.expected)
        .map(|(from, to)| (window.share(from), window.share(to)));
    let cursor = window.share(now);
    use_effect_with(
        (place.clone(), cursor, seen, expected),
        |(place, cursor, seen, expected)| {
            let percent = |share: f64| format!("{:.3}%", 100.0 * share);
            let (from, to) = expected.unwrap_or_default();
            let shares = [
                ("--cursor", *cursor),
                ("--seen", seen.unwrap_or_default()),
                ("--expected-from", from),
                ("--expected-to", to),
                ("--expected", f64::midpoint(from, to)),
            ];
            for (name, share) in shares {
                custom_properties::set(place, name, &percent(share));
            }
        },
    );
    let go_to = |at: Millis| props.on_go_to.reform(move |_: MouseEvent| at);
    let on_go_to = props.on_go_to.clone();
    let on_scrub = move |event: InputEvent| {
        if let Ok(at) = typed_text(&event).parse() {
            on_go_to.emit(Millis(at));
        }
    };
    let is_empty = end == Millis(0);
    html! {
        <section class="time-line" aria-label={DeviceWords::TimeLine.text(language)} ref={place}
            data-state={if is_empty { "empty" } else { "drawn" }}>
            <div class="time-begin">
                <button class="button quiet" onclick={go_to(Millis(0))} disabled={is_empty}>
                    <Icon name="skip-back" />{ DeviceWords::ToTheBeginning.text(language) }
                </button>
                if window.from > Millis(0) {
                    <button class="button quiet turn" onclick={go_to(window.from)} aria-label={instant_text(window.from, language)}>
                        <Icon name="chevron-left" />
                    </button>
                }
                if window.to < end {
                    <button class="button quiet turn" onclick={go_to(Millis(window.to.0 + 1))} aria-label={instant_text(window.to, language)}>
                        <Icon name="chevron-right" />
                    </button>
                }
            </div>
            <div class="time-names" aria-hidden="true">
                { for props.tracks.iter().map(|track| name(track, &props.board, language)) }
            </div>
            <div class="time-plot">
                <div class="time-tracks" aria-hidden="true">
                    { for props.tracks.iter().map(|track| drawing(track, props, cursor)) }
                    if cursor < 1.0 && now < end { <div class="later"></div> }
                    if let Some(marks) = marks { { bands(marks) } }
                </div>
                { axis(window, language) }
                if is_empty {
                    <p class="time-empty">{ DeviceWords::CurveComesHere.text(language) }</p>
                } else {
                    <div class="cursor" aria-hidden="true"></div>
                    { tags(props, cursor, seen, expected) }
                    <input class="scrub" type="range" min={window.from.0.to_string()} max={window.to.0.to_string()}
                        step={(window.length() / 300).to_string()} value={now.0.to_string()} oninput={on_scrub}
                        aria-label={DeviceWords::InstantShown.text(language)} aria-valuetext={instant_text(now, language)} />
                }
            </div>
        </section>
    }
}

fn kind_of(track: &Track, board: &Board) -> PartKind {
    match track {
        Track::Curve { part, .. } => board.parts[*part].name.kind,
        Track::Presses(_) => PartKind::Button,
    }
}

fn saved_kind(kind: PartKind) -> &'static str {
    kind.stem(Language::English)
}

fn name(track: &Track, board: &Board, language: Language) -> Html {
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
        <div class="time-name" data-part={saved_kind(kind)}>
            <span class="tile"><Icon name={icon} /></span>
            <span class="label">{ label }</span>
            if let Some((top, bottom)) = scale {
                <span class="scale number"><span>{ top }</span><span>{ bottom }</span></span>
            }
        </div>
    }
}

fn drawing(track: &Track, props: &TimeLineProps, cursor: f64) -> Html {
    let kind = kind_of(track, &props.board);
    let percent = |share: f64| format!("{:.2}%", 100.0 * share);
    let content = match track {
        Track::Curve { line, level, .. } => html! {
            <>
                <line class="level" x2="100%" y1="50%" y2="50%" />
                <line class="level" x2="100%" />
                <line class="ground" x2="100%" y1="100%" y2="100%" />
                <svg class="curve" viewBox="0 0 1000 100" preserveAspectRatio="none" width="100%" height="100%">
                    <path class="area" d={format!("{line}V100H0Z")} />
                    <path class="line" d={line.clone()} />
                </svg>
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
        <svg class="track" data-part={saved_kind(kind)}>{ for seconds }{ content }</svg>
    }
}

fn press_mark(press: &Press, board: &Board) -> Html {
    let percent = |share: f64| format!("{:.2}%", 100.0 * share);
    html! {
        <>
            <rect class="press" x={percent(press.from)} width={percent(press.to - press.from)} y="10%" height="80%" rx="5" />
            <text class="press-name" x={percent(f64::midpoint(press.from, press.to))} y="50%" dy=".35em">
                { part_letter(board, press.part) }
            </text>
        </>
    }
}

fn axis(window: Window, language: Language) -> Html {
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

fn bands(marks: &Marks) -> Html {
    html! {
        <>
            if marks.expected.is_some() { <div class="band"></div> }
            if marks.seen.is_some() { <div class="jump"></div> }
        </>
    }
}

/// The words over the time line: the instant on show, and what a verdict saw and expects.
fn tags(props: &TimeLineProps, cursor: f64, seen: Option<f64>, expected: Option<(f64, f64)>) -> Html {
    let language = props.language;
    let wanted = expected.map(|(from, to)| f64::midpoint(from, to));
    let is_near = |one: Option<f64>, other: Option<f64>| {
        one.zip(other)
            .is_some_and(|(one, other)| (one - other).abs() < NEAR)
    };
    let sides = match (seen, wanted) {
        (Some(seen), Some(wanted)) if (seen - wanted).abs() < NEAR && seen <= wanted => ("before", "after"),
        (Some(seen), Some(wanted)) if (seen - wanted).abs() < NEAR => ("after", "before"),
        _ => ("over", "over"),
    };
    let marks = props.marks;
    let is_covered = is_near(Some(cursor), seen) || is_near(Some(cursor), wanted);
    html! {
        <div class="tags" aria-hidden="true">
            if let Some(at) = marks.and_then(|marks| marks.seen) {
                <span class="tag seen" data-side={sides.0}>
                    { DeviceWords::ISeeShort.text(language) }
                    <span class="when">{ colon(language) }{ seconds_text(at, language) }</span>
                </span>
            }
            if let Some((from, to)) = marks.and_then(|marks| marks.expected) {
                <span class="tag expected" data-side={sides.1}>
                    { DeviceWords::ItTakesShort.text(language) }
                    <span class="when">{ colon(language) }{ stretch(from, to, language) }</span>
                </span>
            }
            if !is_covered {
                <span class="tag instant number">{ instant_text(props.now, language) }</span>
                if cursor < 0.5 && marks.is_none() {
                    <span class="pull">{ DeviceWords::PullToGoBack.text(language) }</span>
                }
            }
        </div>
    }
}

fn colon(language: Language) -> &'static str {
    language.pick("\u{a0}: ", ": ")
}

fn stretch(from: Millis, to: Millis, language: Language) -> String {
    if from == to {
        return seconds_text(from, language);
    }
    let between = language.pick("à", "to");
    format!(
        "{} {between} {}",
        seconds_figure(from, language),
        seconds_text(to, language)
    )
}
