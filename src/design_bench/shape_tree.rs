//! What lies on the sheet, as a tree: with its size and what the machine does, for the eye, the keyboard and the ear.

use crate::browser::focus::focus;
use crate::design_bench::state::DesignAction;
use crate::design_bench::stroke_sample::stroke_sample;
use crate::design_bench::words_of_shapes::{form_icon, item_name, operation_word, size_words};
use crate::i18n::design_bench::DesignWords;
use crate::widgets::icon::Icon;
use design::document::{Document, Item, ShapeId};
use design::edit::{Edit, bounds_of};
use design::letters::Letters;
use std::rc::Rc;
use words::{Language, number};
use yew::prelude::*;

/// Properties of [`ShapeTree`].
#[derive(Properties, PartialEq)]
pub struct ShapeTreeProps {
    /// Language of words.
    pub language: Language,
    /// The drawing.
    pub document: Rc<Document>,
    /// The letters.
    pub letters: Rc<Letters>,
    /// What is chosen.
    pub chosen: Rc<[ShapeId]>,
    /// Pins of findings: which shape has which number.
    pub pins: Rc<[(ShapeId, usize)]>,
    /// Called with what was asked.
    pub on_action: Callback<DesignAction>,
}

/// The tree.
#[component]
pub fn ShapeTree(props: &ShapeTreeProps) -> Html {
    let language = props.language;
    if props.document.items.is_empty() {
        return html! { <p class="sheet-empty">{ DesignWords::NothingYet.text(language) }</p> };
    }
    // In the order one tabs through: as drawn.
    let mut order = Vec::new();
    flat(&props.document.items, &mut order);
    let in_hand = props
        .chosen
        .first()
        .copied()
        .filter(|id| order.contains(id))
        .or_else(|| order.first().copied());
    html! {
        <ul class="shape-tree" role="tree" aria-label={DesignWords::OnTheSheet.text(language)} aria-multiselectable="true">
            { for props.document.items.iter().map(|item| row(item, 1, in_hand, &order, props)) }
        </ul>
    }
}

fn flat(items: &[Item], order: &mut Vec<ShapeId>) {
    for item in items {
        order.push(item.id());
        if let Item::Group(group) = item {
            flat(&group.items, order);
        }
    }
}

fn row_id(id: ShapeId) -> String {
    format!("shape-{}", id.0)
}

fn row(
    item: &Item,
    level: usize,
    in_hand: Option<ShapeId>,
    order: &[ShapeId],
    props: &ShapeTreeProps,
) -> Html {
    let language = props.language;
    let id = item.id();
    let is_chosen = props.chosen.contains(&id);
    let on_click = props.on_action.reform(move |event: MouseEvent| {
        event.stop_propagation();
        DesignAction::Choose(id, event.shift_key() || event.ctrl_key() || event.meta_key())
    });
    let on_key = on_key(id, order, &props.on_action);
    let name = item_name(item, language);
    let pin = props
        .pins
        .iter()
        .find(|(shape, _)| *shape == id)
        .map(|(_, number)| *number);
    let inside = match item {
        Item::Shape(shape) => html! {
            <>
                <Icon name={form_icon(&shape.form)} />
                <span>
                    <b>{ name }</b>{ " " }<span class="size">{ size_words(shape, &props.letters, language) }</span>
                    <small>{ stroke_sample(shape.operation, true) }{ operation_word(shape.operation).text(language).to_lowercase() }</small>
                </span>
            </>
        },
        Item::Group(_) => {
            let size = bounds_of(&props.document, &[id], &props.letters).map(|bounds| {
                let side = |value: f64| number((value * 10.0).round() / 10.0, language);
                format!(
                    "{}\u{a0}×\u{a0}{}\u{a0}mm",
                    side(bounds.width()),
                    side(bounds.height())
                )
            });
            html! { <><Icon name="group" /><span><b>{ name }</b>{ " " }<span class="size">{ size.unwrap_or_default() }</span></span></> }
        }
    };
    html! {
        <li key={id.0} role="treeitem" id={row_id(id)} aria-level={level.to_string()} aria-selected={is_chosen.to_string()}
            aria-expanded={matches!(item, Item::Group(_)).then_some("true")}
            tabindex={if in_hand == Some(id) { "0" } else { "-1" }} onclick={on_click} onkeydown={on_key}>
            <div class="shape-row">
                { inside }
                if let Some(pin) = pin { <span class="pin-badge">{ pin }</span> }
            </div>
            if let Item::Group(group) = item {
                <ul role="group">{ for group.items.iter().map(|item| row(item, level + 1, in_hand, order, props)) }</ul>
            }
        </li>
    }
}

fn on_key(id: ShapeId, order: &[ShapeId], on_action: &Callback<DesignAction>) -> Callback<KeyboardEvent> {
    let place = order.iter().position(|one| *one == id).unwrap_or_default();
    let neighbour = |step: isize| {
        place
            .checked_add_signed(step)
            .and_then(|place| order.get(place))
            .copied()
    };
    let (before, after) = (neighbour(-1), neighbour(1));
    let (first, last) = (order.first().copied(), order.last().copied());
    let on_action = on_action.clone();
    Callback::from(move |event: KeyboardEvent| {
        let goes_to = match event.key().as_str() {
            "ArrowUp" => before,
            "ArrowDown" => after,
            "Home" => first,
            "End" => last,
            " " | "Enter" => {
                on_action.emit(DesignAction::Choose(id, event.ctrl_key() || event.shift_key()));
                None
            }
            "Delete" | "Backspace" => {
                on_action.emit(DesignAction::Edit(Edit::Remove(vec![id])));
                None
            }
            _ => return,
        };
        event.prevent_default();
        event.stop_propagation();
        if let Some(goes_to) = goes_to {
            on_action.emit(DesignAction::Choose(goes_to, event.shift_key()));
            focus(&row_id(goes_to));
        }
    })
}
