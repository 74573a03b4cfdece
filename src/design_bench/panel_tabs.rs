//! The tabs of the panels at the side, and what each panel is called in the markup.

use crate::browser::focus::focus;
use crate::design_bench::state::{DesignAction, Panel};
use crate::i18n::design_bench::DesignWords;
use crate::widgets::icon::Icon;
use words::Language;
use yew::prelude::*;

/// The panels' tabs.
pub fn panel_tabs(open: Panel, on_action: &Callback<DesignAction>, language: Language) -> Html {
    const TABS: [(Panel, DesignWords, &str); 3] = [
        (Panel::Measures, DesignWords::Measures, "ruler"),
        (Panel::Check, DesignWords::ForTheCut, "clipboard-check"),
        (Panel::File, DesignWords::File, "file-down"),
    ];
    let tabs = TABS.into_iter().enumerate().map(|(place, (panel, word, icon))| {
        let is_open = panel == open;
        let on_key = {
            let on_action = on_action.clone();
            Callback::from(move |event: KeyboardEvent| {
                let step = match event.key().as_str() {
                    "ArrowRight" => 1,
                    "ArrowLeft" => TABS.len() - 1,
                    _ => return,
                };
                event.prevent_default();
                event.stop_propagation();
                let next = TABS[(place + step) % TABS.len()].0;
                on_action.emit(DesignAction::Panel(next));
                focus(&format!("tab-{}", panel_name(next)));
            })
        };
        html! {
            <button type="button" role="tab" id={format!("tab-{}", panel_name(panel))} aria-selected={is_open.to_string()}
                aria-controls="panel" tabindex={if is_open { "0" } else { "-1" }} onkeydown={on_key}
                onclick={on_action.reform(move |_: MouseEvent| DesignAction::Panel(panel))}>
                <Icon name={icon} />{ word.text(language) }
            </button>
        }
    });
    html! { <div class="side-tabs" role="tablist">{ for tabs }</div> }
}

/// The name of a panel in the markup.
pub fn panel_name(panel: Panel) -> &'static str {
    match panel {
        Panel::Measures => "measures",
        Panel::Check => "check",
        Panel::File => "file",
    }
}
