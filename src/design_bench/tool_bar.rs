//! The tools, each a picture with its word.

use crate::design_bench::state::DesignAction;
use crate::i18n::design_bench::DesignWords;
use crate::widgets::icon::Icon;
use design::tool::Tool;
use words::Language;
use yew::prelude::*;

/// The word of a tool.
pub fn tool_word(tool: Tool) -> DesignWords {
    match tool {
        Tool::Select => DesignWords::Choose,
        Tool::Rectangle => DesignWords::Rectangle,
        Tool::Circle => DesignWords::Circle,
        Tool::Line => DesignWords::Line,
        Tool::Polygon => DesignWords::Polygon,
        Tool::Star => DesignWords::Star,
        Tool::Text => DesignWords::Text,
    }
}

/// As styles and tests name a tool.
pub fn tool_name(tool: Tool) -> &'static str {
    match tool {
        Tool::Select => "select",
        Tool::Rectangle => "rectangle",
        Tool::Circle => "circle",
        Tool::Line => "line",
        Tool::Polygon => "polygon",
        Tool::Star => "star",
        Tool::Text => "text",
    }
}

/// The key that takes a tool in hand.
pub fn tool_key(tool: Tool) -> &'static str {
    match tool {
        Tool::Select => "v",
        Tool::Rectangle => "r",
        Tool::Circle => "c",
        Tool::Line => "l",
        Tool::Polygon => "p",
        Tool::Star => "e",
        Tool::Text => "t",
    }
}

fn tool_icon(tool: Tool) -> &'static str {
    match tool {
        Tool::Select => "mouse-pointer-2",
        Tool::Rectangle => "rectangle-horizontal",
        Tool::Circle => "circle",
        Tool::Line => "slash",
        Tool::Polygon => "hexagon",
        Tool::Star => "star",
        Tool::Text => "type",
    }
}

/// Properties of [`ToolBar`].
#[derive(Properties, PartialEq)]
pub struct ToolBarProps {
    /// Language of words.
    pub language: Language,
    /// The tool in hand.
    pub tool: Tool,
    /// Whether it is open on a phone.
    pub is_open: bool,
    /// Called with a tool.
    pub on_action: Callback<DesignAction>,
}

/// The tools. A tool taken by the keyboard puts its shape in the middle when Enter is pressed on it.
#[component]
pub fn ToolBar(props: &ToolBarProps) -> Html {
    let tools = Tool::ALL.into_iter().map(|tool| {
        let take = props.on_action.reform(move |_: MouseEvent| DesignAction::Tool(tool));
        let is_in_hand = tool == props.tool;
        let on_key = {
            let on_action = props.on_action.clone();
            Callback::from(move |event: KeyboardEvent| {
                // The first Enter takes the tool, the next one draws with it.
                if event.key() == "Enter" && is_in_hand && tool != Tool::Select {
                    event.prevent_default();
                    on_action.emit(DesignAction::PutInMiddle);
                }
            })
        };
        html! {
            <button type="button" class="drawing-tool" data-tool={tool_name(tool)} aria-pressed={is_in_hand.to_string()}
                aria-keyshortcuts={tool_key(tool)} onclick={take} onkeydown={on_key}>
                <Icon name={tool_icon(tool)} />{ tool_word(tool).text(props.language) }
            </button>
        }
    });
    html! {
        <div class="drawing-tools" role="group" aria-label={DesignWords::Tools.text(props.language)}
            data-open={props.is_open.to_string()}>{ for tools }</div>
    }
}
