//! Before the cut: what would go wrong, one card for each, with the way to see it and to mend it.

use crate::design_bench::camera::Camera;
use crate::design_bench::cutting::MOST_FOUND;
use crate::design_bench::overlay::pin;
use crate::design_bench::sheet::px;
use crate::design_bench::state::{DesignAction, Panel};
use crate::i18n::design_bench::DesignWords;
use crate::widgets::icon::Icon;
use design::preflight::Finding;
use kurbo::Rect;
use std::rc::Rc;
use words::Language;
use yew::prelude::*;

/// What was found, with what one can do about each.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// What would go wrong.
    pub finding: Finding,
    /// Whether it can be mended by itself.
    pub can_repair: bool,
}

/// Properties of [`Findings`].
#[derive(Properties, PartialEq)]
pub struct FindingsProps {
    /// Language of words.
    pub language: Language,
    /// What was found.
    pub found: Rc<[Found]>,
    /// Which of them is shown on the sheet.
    pub shown: Option<usize>,
    /// Whether what comes next here is the one next thing of the screen; beside a lesson it is the lesson's check.
    pub is_main: bool,
    /// Called with what was asked.
    pub on_action: Callback<DesignAction>,
}

/// The list.
#[component]
pub fn Findings(props: &FindingsProps) -> Html {
    let language = props.language;
    let on_file = props
        .on_action
        .reform(|_: MouseEvent| DesignAction::Panel(Panel::File));
    if props.found.is_empty() {
        return html! {
            <>
                <h2 tabindex="-1" id="findings">{ DesignWords::CheckBeforeCut.text(language) }</h2>
                <p class="all-well"><Icon name="check" />{ DesignWords::AllWell.text(language) }</p>
                <button type="button" class={classes!("button", "wide", "last", props.is_main.then_some("main"))} onclick={on_file}>
                    <Icon name="file-down" />{ DesignWords::PrepareFile.text(language) }
                </button>
            </>
        };
    }
    let count = props.found.len();
    let and_more = if count == MOST_FOUND { "+" } else { "" };
    let word = if count == 1 {
        DesignWords::ThingToSettle
    } else {
        DesignWords::ThingsToSettle
    };
    // The first that can be mended is the one next thing.
    let next = props
        .found
        .iter()
        .position(|found| found.can_repair)
        .filter(|_| props.is_main);
    let cards = props.found.iter().enumerate().map(|(number, found)| {
        let is_shown = props.shown == Some(number);
        let show = props.on_action.reform(move |_: MouseEvent| DesignAction::ShowFinding(number));
        let repair = props.on_action.reform(move |_: MouseEvent| DesignAction::Repair(number));
        html! {
            <li key={number} class="finding" data-state={if is_shown { "shown" } else { "listed" }}>
                <span class="pin-badge" aria-hidden="true">{ number + 1 }</span>
                <div><b>{ found.finding.title(language) }</b><p>{ found.finding.detail(language) }</p></div>
                <div class="finding-ways">
                    <button type="button" class="button" onclick={show}><Icon name="eye" />{ DesignWords::ShowMe.text(language) }</button>
                    if found.can_repair {
                        <button type="button" class={classes!("button", (next == Some(number)).then_some("main"))} onclick={repair}>
                            <Icon name="wrench" />{ DesignWords::Repair.text(language) }
                        </button>
                    }
                </div>
            </li>
        }
    });
    html! {
        <>
            <h2 tabindex="-1" id="findings">{ format!("{count}{and_more} {}", word.text(language)) }</h2>
            <ol class="findings">{ for cards }</ol>
            <button type="button" class="button quiet wide last" onclick={on_file}>
                <Icon name="file-down" />{ DesignWords::PrepareFile.text(language) }
            </button>
        </>
    }
}

/// The pins on the sheet, and a ring around the one that is shown.
pub fn pins(found: &[Found], shown: Option<usize>, camera: Camera, view: (f64, f64)) -> Html {
    let ring_of_shown = shown.and_then(|number| found.get(number)).map(|found| {
        let points = found.finding.points.iter().map(|point| {
            let (x, y) = camera.pixels(point.x, point.y);
            html! { <circle class="finding-point" cx={px(x)} cy={px(y)} r="7" /> }
        });
        html! { <>{ ring(found.finding.place, camera) }{ for points }</> }
    });
    let mut taken: Vec<(f64, f64)> = Vec::new();
    let pins: Vec<Html> = found
        .iter()
        .enumerate()
        .map(|(number, found)| {
            let place = found.finding.place;
            let (x, y) = camera.pixels(place.x0, place.y0);
            let mut at = (
                (x - 10.0).clamp(44.0, view.0 - 20.0),
                (y - 10.0).clamp(44.0, view.1 - 80.0),
            );
            // Pins at one place stand in a row.
            while taken
                .iter()
                .any(|other| (other.0 - at.0).hypot(other.1 - at.1) < 26.0)
            {
                at.0 += 28.0;
            }
            taken.push(at);
            pin(number + 1, at)
        })
        .collect();
    html! { <g class="findings-on-sheet">{ ring_of_shown }{ pins }</g> }
}

/// A ring around a place of the sheet, in millimetres.
pub fn ring(place: Rect, camera: Camera) -> Html {
    let place = place.inflate(3.0, 3.0);
    let (x, y) = camera.pixels(place.x0, place.y0);
    let size = |length: f64| px((length * camera.scale).max(20.0));
    html! {
        <rect class="finding-box" x={px(x)} y={px(y)} width={size(place.width())} height={size(place.height())} rx="8" aria-hidden="true" />
    }
}
