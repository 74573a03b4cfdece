//! What the machine does, as a stroke: colour and line style together, so that neither is needed alone.

use crate::design_bench::words_of_shapes::operation_name;
use design::document::Operation;
use yew::prelude::*;

/// A short line as it is drawn on the sheet.
pub fn stroke_sample(operation: Operation, is_small: bool) -> Html {
    html! {
        <svg class={classes!("stroke-sample", is_small.then_some("small"))} data-operation={operation_name(operation)}
            viewBox="0 0 44 26" aria-hidden="true"><path d="M3 13H41" /></svg>
    }
}
