//! How each part is drawn. Sizes follow its place; colours are classes; what moves is a presentation attribute.

use super::layout::{Connector, Layout, Place, Wire};
use device::parts::BoardModel;
use yew::prelude::*;

/// Luminance of a lamp as an eye sees it: the usual power of 1/2.2 (the transfer curve of screens), so that 5 % is
/// seen as lit.
fn seen_light(level: f64) -> f64 {
    (level / 100.0).clamp(0.0, 1.0).powf(1.0 / 2.2)
}

/// Steps of a fiftieth: less is not seen, and the page is not redrawn for it.
fn opacity(share: f64) -> String {
    format!("{:.2}", (share * 50.0).round() / 50.0)
}

fn square(half: f64, class: &'static str, corner: f64) -> Html {
    let (start, side) = ((-half).to_string(), (2.0 * half).to_string());
    html! {
        <rect class={class} x={start.clone()} y={start} width={side.clone()} height={side} rx={corner.to_string()} />
    }
}

/// The light of lamps; `size` keeps the names of two pictures apart.
pub fn glow(size: &str) -> Html {
    html! {
        <>
            <radialGradient id={format!("halo-{size}")}>
                <stop class="halo-near" offset="40%" /><stop class="halo-far" offset="100%" />
            </radialGradient>
            <radialGradient id={format!("lit-{size}")}>
                <stop class="lit-heart" offset="0%" /><stop class="lit-edge" offset="100%" />
            </radialGradient>
        </>
    }
}

/// A ring of plywood with finger joints, and a diffuser over twelve light points.
pub fn lamp(place: &Place, level: f64, size: &str) -> Html {
    let Place { x, y, radius, .. } = *place;
    let light = opacity(seen_light(level));
    let inside = radius * 0.82;
    let (joint_width, joint_height) = (radius * 0.178, radius * 0.071);
    let point = radius * 0.08;
    let joints = (0..8).map(|number| {
        html! {
            <rect class="joint" x={(-joint_width / 2.0).to_string()} y={(-radius * 0.9375).to_string()} rx="1"
                width={joint_width.to_string()} height={joint_height.to_string()}
                transform={format!("rotate({})", 22.5 + 45.0 * f64::from(number))} />
        }
    });
    let points = |class: &'static str| {
        let point = |number: i32| {
            let turn = 30 * number;
            html! {
                <rect x={(-point / 2.0).to_string()} y={(-point / 2.0).to_string()} rx={(point * 0.22).to_string()}
                    width={point.to_string()} height={point.to_string()}
                    transform={format!("rotate({turn}) translate(0 {}) rotate(-{turn})", -radius * 0.6)} />
            }
        };
        html! { <g class={class}>{ for (0..12).map(point) }</g> }
    };
    html! {
        <g class="lamp" transform={format!("translate({x} {y})")}>
            <circle class="halo" r={(radius * 2.3).to_string()} fill={format!("url(#halo-{size})")} opacity={light.clone()} />
            <circle class="wood" r={radius.to_string()} />
            <path class="grain" d={grain(radius)} />
            { for joints }
            <circle class="rim" r={(inside + 2.5).to_string()} />
            <circle class="diffuser" r={inside.to_string()} />
            { points("points") }
            <circle class="lit" r={inside.to_string()} fill={format!("url(#lit-{size})")} opacity={light.clone()} />
            <g opacity={light}>{ points("points-lit") }</g>
        </g>
    }
}

fn grain(radius: f64) -> String {
    let r = radius * 0.906;
    let (x1, y1) = (radius * 0.866, radius * 0.268);
    let (x2, y2) = (radius * 0.357, radius * 0.83);
    format!(
        "M-{x1:.1} -{y1:.1}A{r:.1} {r:.1} 0 0 1 -{x2:.1} -{y2:.1}M{x1:.1} {y1:.1}A{r:.1} {r:.1} 0 0 1 {x2:.1} {y2:.1}"
    )
}

/// Two leads, a dark and an orange one, and the plug at the part.
pub fn wire(wire: &Wire) -> Html {
    let ((x1, y1), (x2, y2)) = (wire.from, wire.to);
    let lead = |shift: f64| {
        if wire.is_sideways {
            let bend = (x2 - x1) * 0.6;
            let (start, end) = (y1 + shift, y2 + shift);
            format!(
                "M{x1} {start}C{} {start} {} {end} {x2} {end}",
                x1 + bend,
                x2 - bend
            )
        } else {
            let bend = (y2 - y1) * 0.6;
            let (start, end) = (x1 + shift, x2 + shift);
            format!(
                "M{start} {y1}C{start} {} {end} {} {end} {y2}",
                y1 + bend,
                y2 - bend
            )
        }
    };
    let (width, height) = if wire.is_sideways {
        (15.0, 34.0)
    } else {
        (38.0, 18.0)
    };
    html! {
        <>
            { for [("dark", -6.0), ("orange", 6.0)].into_iter().map(|(name, shift)| html! {
                <g class="lead" data-lead={name}>
                    <path class="edge" d={lead(shift)} /><path class="core" d={lead(shift)} />
                </g>
            }) }
            <rect class="plug" x={(x1 - width / 2.0).to_string()} y={(y1 - height / 2.0).to_string()} rx="3"
                width={width.to_string()} height={height.to_string()} />
        </>
    }
}

/// The board without its parts: chip, aerial, socket of the cable, holes, connectors.
pub fn circuit_board(layout: &Layout, model: BoardModel) -> Html {
    let (left, top, width, height) = layout.circuit;
    let (chip_left, chip_top, chip_width, chip_height) = layout.chip;
    let (x, y) = (chip_left - left, chip_top - top);
    let hole = |x: f64, y: f64| {
        let (x, y) = (x.to_string(), y.to_string());
        html! {
            <>
                <circle class="copper" cx={x.clone()} cy={y.clone()} r="7" />
                <circle class="hole" cx={x} cy={y} r="3.8" />
            </>
        }
    };
    // On a small board they would run under the parts.
    let tracks = (!layout.is_small).then(|| {
        format!(
            "M{right} {a}h20l14-14M{right} {b}h28l10 10M{right} {c}h18l16 16h30",
            right = x + chip_width,
            a = y + chip_height * 0.3,
            b = y + chip_height * 0.5,
            c = y + chip_height * 0.7,
        )
    });
    html! {
        <g class="circuit" transform={format!("translate({left} {top})")}>
            <rect class="base" width={width.to_string()} height={height.to_string()} rx="12" />
            <path class="tracks" d={tracks} />
            { hole(width - 15.0, 15.0) }
            { hole(15.0, height - 15.0) }
            if !layout.is_small {
                { hole(15.0, 15.0) }
                { hole(width - 15.0, height - 15.0) }
                <g transform={format!("translate(-8 {})", y + chip_height / 2.0 - 20.0)}>
                    <rect class="steel" width="32" height="40" rx="5" />
                    <path class="steel-line" d="M0 10h22M0 30h22" />
                </g>
            }
            <path class="aerial" d={format!("M{} {}v-14h6v14h6v-14h6v14h6v-14h6v14h6v-14", x + 14.0, y - 9.0)} />
            <g transform={format!("translate({x} {y})")}>
                <rect class="steel" width={chip_width.to_string()} height={chip_height.to_string()} rx="4" />
                <rect class="steel-line" x="5" y="5" rx="2"
                    width={(chip_width - 10.0).to_string()} height={(chip_height - 10.0).to_string()} />
                <text class="model" x={(chip_width / 2.0).to_string()} y={(chip_height / 2.0).to_string()} dy=".35em">
                    { model.name() }
                </text>
            </g>
            { for layout.connectors.iter().map(|connector| connector_drawing(connector, left, top)) }
        </g>
    }
}

fn connector_drawing(connector: &Connector, left: f64, top: f64) -> Html {
    let (x, y) = (connector.x - left, connector.y - top);
    let turn = if connector.is_sideways { " rotate(-90)" } else { "" };
    html! {
        <g transform={format!("translate({x} {y}){turn}")}>
            <rect class="plug" x="-19" y="-7" width="38" height="16" rx="3" />
            <path class="pins" d="M-9 -7v7M0 -7v7M9 -7v7" />
            if !connector.pin.is_empty() { <text class="silk" y="25">{ &connector.pin }</text> }
        </g>
    }
}

/// Parts on the board are drawn for a radius of 26 and scaled to their place.
fn at(place: &Place) -> String {
    format!(
        "translate({} {}) scale({:.3})",
        place.x,
        place.y,
        place.radius / 26.0
    )
}

/// A turning knob: 0 at seven o'clock, 100 at five.
pub fn knob(place: &Place, value: f64) -> Html {
    let mark = |number: i32| {
        html! { <path class="mark" d="M0 -28V-32" transform={format!("rotate({})", 27 * number - 135)} /> }
    };
    html! {
        <g class="knob" transform={at(place)}>
            { for (0..11).map(mark) }
            <circle class="plastic" r="24" /><circle class="plastic-top" r="18" />
            <path class="pointer" d="M0 -16V-23" transform={format!("rotate({:.1})", 2.7 * value - 135.0)} />
        </g>
    }
}

/// A light-dependent resistor; the light on it shows as a glow.
pub fn light_sensor(place: &Place, value: f64) -> Html {
    html! {
        <g class="light-sensor" transform={at(place)}>
            <circle class="rays" r="27" opacity={opacity(value / 100.0)} />
            <circle class="disc" r="20" />
            <path class="snake" d="M-12 -9h24v6h-24v6h24v6h-24" />
        </g>
    }
}

/// A round buzzer, with arcs over it while it sounds.
pub fn buzzer(place: &Place, frequency: f64) -> Html {
    let sounds = frequency > 0.0;
    html! {
        <g class="buzzer" data-state={if sounds { "sounding" } else { "silent" }} transform={at(place)}>
            <circle class="plastic" r="24" /><circle class="plastic-top" r="17" /><circle class="hole" r="4" />
            if sounds {
                <path class="waves" d="M-8 -12a14 14 0 0 1 16 0M-13 -18a21 21 0 0 1 26 0M-18 -25a30 30 0 0 1 36 0" />
            }
        </g>
    }
}

/// A square key with its letter.
pub fn key(place: &Place, letter: &str) -> Html {
    let size = place.radius;
    let (start, length) = (-size - 5.0, 2.0 * size + 10.0);
    let legs = format!("M{start} -{y}h{length}M{start} {y}h{length}", y = size / 2.0);
    html! {
        <g transform={format!("translate({} {})", place.x, place.y)}>
            <path class="legs" d={legs} />
            { square(size + 4.0, "focus", 9.0) }
            { square(size, "plastic", 6.0) }
            <circle class="cap" r={(size * 0.69).to_string()} />
            <text class="letter" dy=".35em">{ letter }</text>
            { square(size + 4.0, "touch", 0.0) }
        </g>
    }
}

/// The mat's ruler along the left and the lower edge: its own pictures, as the mat does not grow with the board.
pub fn rulers() -> Html {
    /// The mat's grid is a square of 24 units, which stands for 1 cm.
    const CENTIMETRE: i32 = 24;
    const LENGTH: i32 = 40 * CENTIMETRE;
    let tick = |centimetre: i32| if centimetre % 5 == 0 { 11 } else { 6 };
    let along = |path: &dyn Fn(i32, i32) -> String| -> String {
        (1..40)
            .map(|centimetre| path(CENTIMETRE * centimetre, tick(centimetre)))
            .collect()
    };
    // Higher up stand the values of the outputs.
    let (high, far) = ((5..15).step_by(5), (5..40).step_by(5));
    html! {
        <>
            <svg class="ruler" data-edge="left" viewBox={format!("0 0 40 {LENGTH}")} width="40" height={LENGTH.to_string()}>
                <path d={along(&|at, length| format!("M0 {}h{length}", LENGTH - at))} />
                { for high.map(|figure| html! {
                    <text x="15" y={(LENGTH - CENTIMETRE * figure + 4).to_string()}>{ figure }</text>
                }) }
            </svg>
            <svg class="ruler" data-edge="below" viewBox={format!("0 0 {LENGTH} 30")} width={LENGTH.to_string()} height="30">
                <path d={along(&|at, length| format!("M{at} 30v-{length}"))} />
                { for far.map(|figure| html! {
                    <text x={(CENTIMETRE * figure).to_string()} y="15" text-anchor="middle">{ figure }</text>
                }) }
            </svg>
        </>
    }
}
