//! The large picture of home: a lamp one could make here.

use yew::prelude::*;

/// Properties of [`Lamp`].
#[derive(Properties, PartialEq)]
pub struct LampProps {
    /// What one sees.
    pub label: AttrValue,
}

/// Twelve lights, 8 wide, on a circle of 50 around the middle of the globe (160, 134).
const LIGHTS: [(&str, &str); 12] = [
    ("156.0", "80.0"),
    ("181.0", "86.7"),
    ("199.3", "105.0"),
    ("206.0", "130.0"),
    ("199.3", "155.0"),
    ("181.0", "173.3"),
    ("156.0", "180.0"),
    ("131.0", "173.3"),
    ("112.7", "155.0"),
    ("106.0", "130.0"),
    ("112.7", "105.0"),
    ("131.0", "86.7"),
];

/// The lit lamp on its box of finger joints, 320 wide and 372 high.
#[component]
pub fn Lamp(props: &LampProps) -> Html {
    let dots =
        LIGHTS.map(|(x, y)| html! { <rect class="globe-light" {x} {y} width="8" height="8" rx="1.5" /> });
    let joints = (0..8).map(|number| {
        let turn = format!("rotate({} 160 134)", f64::from(number) * 45.0 + 22.5);
        html! { <rect class="joint" x="148" y="26" width="24" height="12" rx="1" transform={turn} /> }
    });
    let teeth = [44, 100, 146, 192, 244]
        .map(|x| html! { <rect class="joint" x={x.to_string()} y="260" width="32" height="14" /> });
    let sides = [286, 318, 350].map(|y| {
        html! { <>
            <rect class="joint" x="44" y={y.to_string()} width="16" height="16" />
            <rect class="joint" x="260" y={y.to_string()} width="16" height="16" />
        </> }
    });
    html! {
        <svg class="lamp-picture" viewBox="0 0 320 372" preserveAspectRatio="xMidYMax meet" role="img" aria-label={props.label.clone()}>
            <g class="halo"><circle cx="160" cy="134" r="262" /><circle cx="160" cy="134" r="206" /><circle cx="160" cy="134" r="158" /></g>
            <path class="cable" d="M276 357c42 0 44 11 82 11h860" />
            <rect class="plug" x="274" y="350" width="22" height="14" rx="3" />
            <rect class="wood" x="44" y="260" width="232" height="112" rx="2" />
            { for teeth }{ for sides }
            <rect class="circuit" x="84" y="294" width="92" height="58" rx="4" />
            <rect class="chip" x="104" y="304" width="42" height="38" rx="2" />
            <path class="antenna" d="M110 320v-8h8v8h8v-8h8v8h6" />
            <path class="burn" d="M196 330c8-40 18-40 26-8s18 32 26-8" />
            <path class="wood" d="M108 260v-18l16-20h72l16 20v18z" />
            <circle class="wood" cx="160" cy="134" r="112" />
            { for joints }
            <circle class="globe" cx="160" cy="134" r="92" />
            <circle class="globe-2" cx="160" cy="134" r="72" />
            <circle class="globe-3" cx="160" cy="134" r="46" />
            <circle class="globe-4" cx="160" cy="134" r="22" />
            { for dots }
        </svg>
    }
}
