//! The person's own data: whether it is kept, and what to do when there are two versions of a work.

use yew::prelude::*;

/// Properties of [`WorkChoice`].
#[derive(Properties, PartialEq)]
pub struct WorkChoiceProps {
    /// The lesson's id.
    pub lesson: AttrValue,
    /// The step's id.
    pub step: AttrValue,
    /// Called once one is chosen.
    pub on_chosen: Callback<()>,
}

/// Two versions of a work: the person chooses.
#[component]
pub fn WorkChoice(_props: &WorkChoiceProps) -> Html {
    Html::default()
}

/// Whether the work is kept, in words.
#[component]
pub fn SavedState() -> Html {
    Html::default()
}

/// See, copy, erase what is kept.
#[component]
pub fn MyData() -> Html {
    Html::default()
}
