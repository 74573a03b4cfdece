//! What lies over the drawing: what is chosen with its handles, guides with their reason, sizes, and pins.

use crate::design_bench::camera::Camera;
use crate::design_bench::sheet::px;
use crate::design_bench::words_of_shapes::form_word;
use crate::i18n::design_bench::DesignWords;
use design::document::{Document, ShapeId};
use design::measure::{Dimension, Measured};
use design::snap::{Axis, Reason, Snap};
use design::tool::{ChosenBox, Handle};
use kurbo::{Point, Rect};
use std::fmt::Write;
use words::{Language, number};
use yew::prelude::*;

/// Half the side of a handle that is seen, in pixels.
const HANDLE: f64 = 5.0;

/// How far a handle may be from the pointer, in pixels: a thumb's worth.
pub const GRAB: f64 = 20.0;

/// How far above the box the handle that turns is, in pixels.
const TURN_AT: f64 = 30.0;

/// How far the box is drawn around what is chosen, in pixels.
const AROUND: f64 = 5.0;

/// How far the dimension of a width is below what it measures, in pixels, and that of a height beside it, where its
/// figure keeps clear of the handles.
const DIMENSION_AT: (f64, f64) = (24.0, 42.0);

/// Where the handles are on the screen, in pixels: the eight of the box, and the one that turns.
pub struct Handles {
    /// Each with its place.
    pub of_box: [(Handle, (f64, f64)); 8],
    /// The one that turns.
    pub turn: (f64, f64),
}

/// The handles of what is chosen.
pub fn handles(chosen: ChosenBox, camera: Camera) -> Handles {
    let grown = chosen
        .around
        .inflate(AROUND / camera.scale, AROUND / camera.scale);
    let on_screen = |point: Point| {
        let point = chosen.on_sheet(point);
        camera.pixels(point.x, point.y)
    };
    let above = Point::new(grown.center().x, grown.y0 - TURN_AT / camera.scale);
    Handles {
        of_box: Handle::ALL.map(|handle| (handle, on_screen(handle.on(grown)))),
        turn: on_screen(above),
    }
}

/// The box around what is chosen, with its handles.
pub fn chosen(chosen: ChosenBox, camera: Camera, has_handles: bool) -> Html {
    let Handles { of_box, turn } = handles(chosen, camera);
    let corners: Vec<String> = [0, 2, 4, 6]
        .iter()
        .map(|number| {
            let (x, y) = of_box[*number].1;
            format!("{x:.1} {y:.1}")
        })
        .collect();
    let top = of_box[1].1;
    // A handle in the middle of a short edge would lie on its corners.
    let is_small = |first: (f64, f64), last: (f64, f64)| (last.0 - first.0).hypot(last.1 - first.1) < 44.0;
    let small_width = is_small(of_box[0].1, of_box[2].1);
    let small_height = is_small(of_box[0].1, of_box[6].1);
    let shown = of_box
        .into_iter()
        .filter(move |(handle, _)| (handle.x != 0 || !small_width) && (handle.y != 0 || !small_height));
    html! {
        <g aria-hidden="true">
            <path class="chosen-box" d={format!("M{}Z", corners.join("L"))} />
            if has_handles {
                <path class="chosen-box" d={format!("M{:.1} {:.1}L{:.1} {:.1}", top.0, top.1, turn.0, turn.1)} />
                <circle class="chosen-handle" data-handle="turn" cx={px(turn.0)} cy={px(turn.1)} r="6" />
                { for shown.map(|(handle, (x, y))| html! {
                    <rect class="chosen-handle" data-handle={handle_name(handle)} x={px(x - HANDLE)} y={px(y - HANDLE)}
                        width={px(2.0 * HANDLE)} height={px(2.0 * HANDLE)} rx="1.5" />
                }) }
            }
        </g>
    }
}

/// As tests name a handle: `left-top`, `right-middle`.
fn handle_name(handle: Handle) -> String {
    let x = ["left", "middle", "right"][usize::try_from(handle.x + 1).unwrap_or(1)];
    let y = ["top", "middle", "bottom"][usize::try_from(handle.y + 1).unwrap_or(1)];
    format!("{x}-{y}")
}

/// The box drawn to choose what lies in it.
pub fn marquee(marquee: Rect, camera: Camera) -> Html {
    let (x, y) = camera.pixels(marquee.x0, marquee.y0);
    let (width, height) = (marquee.width() * camera.scale, marquee.height() * camera.scale);
    html! { <rect class="marquee" x={px(x)} y={px(y)} width={px(width)} height={px(height)} /> }
}

/// The guides of what a gesture meets, with the reason in words.
pub fn guides(
    snaps: &[Snap],
    document: &Document,
    around: Rect,
    camera: Camera,
    view: (f64, f64),
    language: Language,
) -> Html {
    let told: Vec<&Snap> = snaps.iter().filter(|snap| snap.reason != Reason::Grid).collect();
    let lines = told.iter().map(|snap| {
        let d = match snap.axis {
            Axis::X => {
                let (x, _) = camera.pixels(snap.at, 0.0);
                format!("M{x:.1} 0V{:.0}", view.1)
            }
            Axis::Y => {
                let (_, y) = camera.pixels(0.0, snap.at);
                format!("M0 {y:.1}H{:.0}", view.0)
            }
        };
        html! { <path class="guide" {d} /> }
    });
    let reasons = told.first().map(|first| {
        let is_same = told.len() == 2 && told[0].reason == told[1].reason;
        let word = match (first.reason, is_same) {
            (Reason::MiddleOf(_), true) => DesignWords::AtTheCentreOf,
            (Reason::MiddleOf(_), false) | (Reason::MiddleOfSheet, _) => DesignWords::InTheMiddleOf,
            (Reason::EndOf(_), _) => DesignWords::AtTheEndOf,
            _ => DesignWords::AtTheEdgeOf,
        };
        format!(
            "{} {}",
            word.text(language),
            met(first.reason, document, language)
        )
    });
    let tag = reasons.map(|reason| {
        let (x, y) = camera.pixels(around.center().x, around.y0);
        #[allow(clippy::cast_precision_loss, reason = "a few dozen letters")]
        let width = 7.4 * reason.chars().count() as f64 + 22.0;
        let x = (x - width / 2.0).clamp(30.0, (view.0 - width - 6.0).max(30.0));
        let below = y + around.height() * camera.scale + 40.0;
        // Above a small shape its diameter is written.
        let is_low = y < 84.0 || around.height() * camera.scale < 60.0;
        let y = if is_low && below < view.1 - 90.0 {
            below
        } else {
            (y - 52.0).max(30.0)
        };
        html! {
            <g>
                <rect class="guide-tag" x={px(x)} y={px(y)} width={px(width)} height="28" rx="7" />
                <text class="guide-word" x={px(x + width / 2.0)} y={px(y + 19.0)}>{ reason }</text>
            </g>
        }
    });
    html! { <g class="guides" aria-hidden="true">{ for lines }{ tag }</g> }
}

/// What was met, with its article: "du rectangle", "de la plaque".
fn met(reason: Reason, document: &Document, language: Language) -> String {
    let of_shape = |id: ShapeId| {
        document.shape(id).map_or_else(
            || DesignWords::OfTheForm.text(language),
            |shape| match form_word(&shape.form) {
                DesignWords::Rectangle => DesignWords::OfTheRectangle.text(language),
                DesignWords::Circle => DesignWords::OfTheCircle.text(language),
                DesignWords::Ellipse => DesignWords::OfTheEllipse.text(language),
                DesignWords::Line => DesignWords::OfTheLine.text(language),
                DesignWords::Polygon => DesignWords::OfThePolygon.text(language),
                DesignWords::Star => DesignWords::OfTheStar.text(language),
                DesignWords::Text => DesignWords::OfTheText.text(language),
                _ => DesignWords::OfTheForm.text(language),
            },
        )
    };
    let words = match reason {
        Reason::MiddleOf(id) | Reason::EdgeOf(id) | Reason::EndOf(id) => of_shape(id),
        Reason::MiddleOfSheet | Reason::EdgeOfSheet | Reason::Grid => DesignWords::OfTheSheet.text(language),
    };
    words.to_owned()
}

/// A distance with its arrows and its figure.
pub fn dimension(dimension: &Dimension, camera: Camera, language: Language) -> Html {
    let (from, to) = (
        camera.pixels(dimension.from.x, dimension.from.y),
        camera.pixels(dimension.to.x, dimension.to.y),
    );
    let long = (to.0 - from.0).hypot(to.1 - from.1);
    let least = if dimension.measured == Measured::ToEdge {
        76.0
    } else {
        14.0
    };
    if long < least && dimension.measured != Measured::Diameter {
        return Html::default();
    }
    let figure = {
        let rounded = (dimension.length() * 100.0).round() / 100.0;
        format!("{}\u{a0}mm", number(rounded, language))
    };
    if dimension.measured == Measured::Diameter {
        // A small circle has no room for arrows: a line leads from it to its words.
        let x = (from.0 + to.0) / 2.0;
        let y = from.1 - long / 2.0 - 8.0;
        return html! {
            <g class="dimension" data-state="chosen" aria-hidden="true">
                <path d={format!("M{x:.1} {y:.1}V{:.1}H{:.1}", y - 16.0, x + 10.0)} />
                <text class="begins" x={px(x + 14.0)} y={px(y - 11.0)}>{ format!("{} {figure}", DesignWords::Diameter.text(language)) }</text>
            </g>
        };
    }
    let is_upright = (to.0 - from.0).abs() < (to.1 - from.1).abs();
    let (away_x, away_y) = match dimension.measured {
        Measured::Width => (0.0, DIMENSION_AT.0),
        Measured::Height => (DIMENSION_AT.1, 0.0),
        _ => (0.0, 0.0),
    };
    let (a, b) = ((from.0 + away_x, from.1 + away_y), (to.0 + away_x, to.1 + away_y));
    let mut extensions = String::new();
    if away_x != 0.0 || away_y != 0.0 {
        let (more_x, more_y) = (away_x * 1.25, away_y * 1.25);
        for point in [from, to] {
            // A string takes all that is written to it.
            let _ = write!(
                extensions,
                "M{:.1} {:.1}L{:.1} {:.1}",
                point.0 + away_x / 4.0,
                point.1 + away_y / 4.0,
                point.0 + more_x,
                point.1 + more_y
            );
        }
    }
    let along = ((b.0 - a.0) / long.max(1.0), (b.1 - a.1) / long.max(1.0));
    let arrow = |tip: (f64, f64), side: f64| {
        let back = (tip.0 - along.0 * 7.0 * side, tip.1 - along.1 * 7.0 * side);
        let across = (-along.1 * 3.0, along.0 * 3.0);
        format!(
            "M{:.1} {:.1}L{:.1} {:.1}L{:.1} {:.1}Z",
            tip.0,
            tip.1,
            back.0 + across.0,
            back.1 + across.1,
            back.0 - across.0,
            back.1 - across.1
        )
    };
    let arrows = format!("{}{}", arrow(b, 1.0), arrow(a, -1.0));
    let middle = ((a.0 + b.0) / 2.0, (a.1 + b.1) / 2.0);
    let (text_x, text_y) = (middle.0, middle.1 + 5.0);
    // Where it has no room between the arrows the figure stands after them.
    #[allow(clippy::cast_precision_loss, reason = "a few letters")]
    let width = 8.0 * figure.chars().count() as f64;
    let (text_x, text_y) = match (is_upright, long < width + 26.0) {
        (false, true) => (b.0.max(a.0) + width / 2.0 + 8.0, text_y),
        (true, _) if long < 40.0 => (text_x, b.1.max(a.1) + 20.0),
        _ => (text_x, text_y),
    };
    html! {
        <g class="dimension" data-state="chosen" aria-hidden="true">
            <path class="extension" d={extensions} />
            <path d={format!("M{:.1} {:.1}L{:.1} {:.1}", a.0, a.1, b.0, b.1)} />
            <path class="arrow" d={arrows} />
            <text x={px(text_x)} y={px(text_y)}>{ figure }</text>
        </g>
    }
}

/// A numbered pin.
pub fn pin(number: usize, at: (f64, f64)) -> Html {
    html! {
        <g class="pin" aria-hidden="true">
            <circle cx={px(at.0)} cy={px(at.1)} r="13" />
            <text x={px(at.0)} y={px(at.1 + 5.5)}>{ number }</text>
        </g>
    }
}
