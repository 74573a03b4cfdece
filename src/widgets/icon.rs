//! Icons from the sprite that the build makes of the names in `assets/icons.txt`.

use yew::prelude::*;

/// Properties of [`Icon`].
#[derive(Properties, PartialEq)]
pub struct IconProps {
    /// Its name in the sprite.
    pub name: AttrValue,
}

/// An icon; never without its word beside it, so hidden from screen readers.
#[component]
pub fn Icon(props: &IconProps) -> Html {
    html! { <svg class="icon" aria-hidden="true"><use href={format!("icons.svg#{}", props.name)} /></svg> }
}
