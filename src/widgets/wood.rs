//! The plank, the ground of everything made, and the teeth on it that show how far one is.

use crate::widgets::icon::Icon;
use yew::prelude::*;

/// How far a step is.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum ToothState {
    /// Done.
    Done,
    /// In hand.
    InHand,
    /// To come.
    ToCome,
}

impl ToothState {
    /// As styles and tests name it.
    pub fn name(self) -> &'static str {
        match self {
            Self::Done => "done",
            Self::InHand => "in-hand",
            Self::ToCome => "to-come",
        }
    }
}

/// Properties of [`Teeth`].
#[derive(Properties, PartialEq)]
pub struct TeethProps {
    /// The steps, in order.
    pub teeth: Vec<ToothState>,
    /// What they say, for those who do not see them.
    pub label: AttrValue,
}

/// A small row of teeth: the progress of a lesson in the header.
#[component]
pub fn Teeth(props: &TeethProps) -> Html {
    html! {
        <span class="teeth-small" role="img" aria-label={props.label.clone()}>
            { for props.teeth.iter().map(|tooth| html! { <span class="tooth-small" data-state={tooth.name()}></span> }) }
        </span>
    }
}

/// Properties of [`Plank`].
#[derive(Properties, PartialEq)]
pub struct PlankProps {
    /// What is written on it.
    pub children: Children,
}

/// The plank across the page.
#[component]
pub fn Plank(props: &PlankProps) -> Html {
    html! { <div class="plank">{ props.children.clone() }</div> }
}

/// Properties of [`Tooth`].
#[derive(Properties, PartialEq)]
pub struct ToothProps {
    /// Its number, from 1.
    pub number: usize,
    /// How far it is; never in hand (that one is the key).
    pub is_done: bool,
}

/// A tooth of the large row on home.
#[component]
pub fn Tooth(props: &ToothProps) -> Html {
    html! {
        <li class="tooth" data-state={if props.is_done { "done" } else { "to-come" }} aria-hidden="true">
            if props.is_done { <Icon name="check" /> } else { { props.number } }
        </li>
    }
}
