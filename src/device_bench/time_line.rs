//! The time line: what every part did, one line a part, and a cursor that goes back in time.

pub mod chart;
mod track;

use crate::browser::custom_properties;
use crate::browser::event::typed_text;
use crate::device_bench::readings::{instant_text, seconds_figure, seconds_text};
use crate::i18n::device_bench::{self as say, DeviceWords};
use crate::widgets::icon::Icon;
use chart::{Track, Window};
use device::parts::Board;
use device::trace::Millis;
use lesson::grade::Expected;
use std::rc::Rc;
use words::Language;
use yew::prelude::*;

/// How near two marks are, as a share of the window, when their tags would lie over each other.
const NEAR: f64 = 0.2;

/// How many steps the slider has from one edge of the window to the other: about one a pixel of a phone.
const STEPS: u64 = 300;

/// Where a verdict looks on the time line.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Marks {
    /// The part it speaks of.
    pub part: Option<usize>,
    /// The instant of what was seen.
    pub seen: Option<Millis>,
    /// When what is expected should happen.
    pub expected: Option<(Millis, Millis)>,
    /// What can be drawn of what is expected.
    pub shape: Option<Expected>,
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
    let step = window.length() / STEPS;
    let on_scrub = move |event: InputEvent| {
        if let Ok(at) = typed_text(&event).parse::<u64>() {
            // The browser rounds to its steps: the end, which is seldom on one, has to be reached all the same.
            let is_end = 2 * at.abs_diff(end.0) < step;
            on_go_to.emit(if is_end { end } else { Millis(at) });
        }
    };
    let is_empty = end == Millis(0);
    html! {
        <section class="time-line" aria-label={DeviceWords::TimeLine.text(language)} ref={place}
            data-state={if is_empty { "empty" } else { "drawn" }} data-marked={marks.is_some().to_string()}>
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
                { for props.tracks.iter().map(|track| track::name(track, &props.tracks, &props.board, language)) }
            </div>
            <div class="time-plot">
                if !is_empty { <div class="cursor" aria-hidden="true"></div> }
                <div class="time-tracks" aria-hidden="true">
                    { for props.tracks.iter().map(|track| track::drawing(track, props, cursor)) }
                    if cursor < 1.0 && now < end { <div class="later"></div> }
                    if marks.is_some_and(|marks| marks.expected.is_some() && marks.shape.is_none()) { <div class="band"></div> }
                </div>
                { track::axis(window, language) }
                if is_empty {
                    <p class="time-empty">{ DeviceWords::CurveComesHere.text(language) }</p>
                } else {
                    { tags(props, cursor, seen, expected) }
                    <input class="scrub" type="range" min={window.from.0.to_string()} max={window.to.0.to_string()}
                        step={step.to_string()} value={now.0.to_string()} oninput={on_scrub}
                        aria-label={DeviceWords::InstantShown.text(language)} aria-valuetext={instant_text(now, language)} />
                }
            </div>
        </section>
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
            if wanted.is_some() { <i class="needle"></i> }
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
    say::stretch(
        &seconds_figure(from, language),
        &seconds_text(to, language),
        language,
    )
}
