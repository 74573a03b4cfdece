//! The numbers of what is chosen, what the machine does there, and what one does with shapes.

mod form_fields;

use crate::browser::event::text_of;
use crate::design_bench::shape_tree::ShapeTree;
use crate::design_bench::state::DesignAction;
use crate::design_bench::stroke_sample::stroke_sample;
use crate::design_bench::words_of_shapes::{form_icon, form_word, operation_name, operation_word};
use crate::i18n::design_bench::DesignWords;
use crate::widgets::icon::Icon;
use design::document::{Document, Item, Operation, Point, Shape, ShapeId, Side, Size};
use design::edit::{Alignment, Edit, Refusal, bounds_of};
use design::length::Mm;
use design::letters::Letters;
use form_fields::{Fields, form_fields};
use std::rc::Rc;
use words::Language;
use yew::prelude::*;

/// The four things a machine does, in the order they are shown.
pub const OPERATIONS: [Operation; 4] = [
    Operation::Cut(Side::ByDepth),
    Operation::Score,
    Operation::Engrave,
    Operation::Ignore,
];

/// Properties of [`Measures`].
#[derive(Properties, PartialEq)]
pub struct MeasuresProps {
    /// Language of words.
    pub language: Language,
    /// The drawing.
    pub document: Rc<Document>,
    /// The letters.
    pub letters: Rc<Letters>,
    /// What is chosen.
    pub chosen: Rc<[ShapeId]>,
    /// Raised when fields have to be shown anew.
    pub generation: u32,
    /// Why the last edit was not done.
    pub refusal: Option<Refusal>,
    /// Whether something was copied.
    pub can_paste: bool,
    /// Whether it lists what lies on the sheet as long as nothing is chosen: where no list stands elsewhere.
    pub has_list: bool,
    /// Called with what was asked.
    pub on_action: Callback<DesignAction>,
}

/// The panel.
#[component]
pub fn Measures(props: &MeasuresProps) -> Html {
    match &*props.chosen {
        [] => nothing_chosen(props),
        [id] => match props.document.find(*id) {
            Some(Item::Shape(shape)) => one_shape(shape, props),
            Some(Item::Group(_)) => several(props, true),
            None => nothing_chosen(props),
        },
        _ => several(props, false),
    }
}

fn one_shape(shape: &Shape, props: &MeasuresProps) -> Html {
    let language = props.language;
    let fields = Fields { props };
    html! {
        <>
            <h2><Icon name={form_icon(&shape.form)} />{ form_word(&shape.form).text(language) }</h2>
            { said(props) }
            { form_fields(shape, &fields) }
            { place_fields(shape, &fields) }
            { operations(&[shape.id], Some(shape.operation), props) }
            { ways(props, &[shape.id], None) }
        </>
    }
}

/// What no field says: why something could not be put, or a text not be written.
fn said(props: &MeasuresProps) -> Html {
    let is_of_no_field =
        |refusal: &&Refusal| !matches!(refusal, Refusal::TooSmall | Refusal::TooLarge | Refusal::Corners);
    props
        .refusal
        .as_ref()
        .filter(is_of_no_field)
        .map_or_else(Html::default, |refusal| {
            html! { <p class="mm-says" role="alert">{ refusal.sentence(props.language) }</p> }
        })
}

fn place_fields(shape: &Shape, fields: &Fields) -> Html {
    let (id, at) = (shape.id, shape.at);
    let to = move |x: f64, y: f64| Edit::Move {
        ids: vec![id],
        by: Point {
            x: Mm::new(x) - at.x,
            y: Mm::new(y) - at.y,
        },
    };
    let (x, y) = (at.x.value(), at.y.value());
    html! {
        <div class="two">
            { fields.with("x", DesignWords::X, Some("arrow-right"), x, "mm", move |value| to(value, y)) }
            { fields.with("y", DesignWords::Y, Some("arrow-down"), y, "mm", move |value| to(x, value)) }
        </div>
    }
}

/// The four operations, as big choices.
fn operations(ids: &[ShapeId], now: Option<Operation>, props: &MeasuresProps) -> Html {
    let language = props.language;
    let is = |one: Operation| now.is_some_and(|now| operation_name(now) == operation_name(one));
    let focus_at = OPERATIONS.into_iter().position(is).unwrap_or(0);
    let choices = OPERATIONS.into_iter().enumerate().map(|(place, operation)| {
        let set = {
            let ids = ids.to_vec();
            move |operation: Operation| DesignAction::Edit(Edit::SetOperation { ids: ids.clone(), operation })
        };
        let on_click = {
            let set = set.clone();
            props.on_action.reform(move |_: MouseEvent| set(operation))
        };
        let on_key = {
            let on_action = props.on_action.clone();
            Callback::from(move |event: KeyboardEvent| {
                let step = match event.key().as_str() {
                    "ArrowDown" | "ArrowRight" => 1,
                    "ArrowUp" | "ArrowLeft" => OPERATIONS.len() - 1,
                    _ => return,
                };
                event.prevent_default();
                let next = (place + step) % OPERATIONS.len();
                on_action.emit(set(OPERATIONS[next]));
                crate::browser::focus::focus(&format!("operation-{}", operation_name(OPERATIONS[next])));
            })
        };
        let does = match operation {
            Operation::Cut(_) => DesignWords::CutDoes,
            Operation::Score => DesignWords::ScoreDoes,
            Operation::Engrave => DesignWords::EngraveDoes,
            Operation::Ignore => DesignWords::IgnoreDoes,
        };
        html! {
            <button type="button" class="operation" role="radio" id={format!("operation-{}", operation_name(operation))}
                data-operation={operation_name(operation)} aria-checked={is(operation).to_string()}
                tabindex={if place == focus_at { "0" } else { "-1" }} onclick={on_click} onkeydown={on_key}>
                { stroke_sample(operation, false) }
                <span><b>{ operation_word(operation).text(language) }</b><small>{ does.text(language) }</small></span>
            </button>
        }
    });
    html! {
        <>
            <h3 id="what-it-does">{ DesignWords::WhatDoesItDo.text(language) }</h3>
            <div class="operations" role="radiogroup" aria-labelledby="what-it-does">{ for choices }</div>
        </>
    }
}

/// What one does with what is chosen.
fn ways(props: &MeasuresProps, ids: &[ShapeId], group: Option<ShapeId>) -> Html {
    let language = props.language;
    let way = |word: DesignWords, icon: &'static str, action: DesignAction| {
        html! {
            <button type="button" class="button quiet" onclick={props.on_action.reform(move |_: MouseEvent| action.clone())}>
                <Icon name={icon} />{ word.text(language) }
            </button>
        }
    };
    let edit = |edit: Edit| DesignAction::Edit(edit);
    let align = |word: DesignWords, to: Alignment| {
        let action = edit(Edit::Align {
            ids: ids.to_vec(),
            to,
        });
        html! {
            <button type="button" class="button quiet" onclick={props.on_action.reform(move |_: MouseEvent| action.clone())}>
                { word.text(language) }
            </button>
        }
    };
    let erase = props.on_action.reform({
        let ids = ids.to_vec();
        move |_: MouseEvent| DesignAction::Edit(Edit::Remove(ids.clone()))
    });
    html! {
        <>
            <details class="arrange">
                <summary class="button quiet">{ DesignWords::Arrange.text(language) }</summary>
                <div class="quiet-row">
                    { align(DesignWords::AlignLeft, Alignment::Left) }
                    { align(DesignWords::AlignCentre, Alignment::Centre) }
                    { align(DesignWords::AlignRight, Alignment::Right) }
                    { align(DesignWords::AlignTop, Alignment::Top) }
                    { align(DesignWords::AlignMiddle, Alignment::Middle) }
                    { align(DesignWords::AlignBottom, Alignment::Bottom) }
                </div>
                <div class="quiet-row">
                    { way(DesignWords::Mirror, "flip-horizontal-2", edit(Edit::Mirror(ids.to_vec()))) }
                    { way(DesignWords::ToFront, "arrow-up", edit(Edit::Reorder { ids: ids.to_vec(), to_front: true })) }
                    { way(DesignWords::ToBack, "arrow-down", edit(Edit::Reorder { ids: ids.to_vec(), to_front: false })) }
                    if let Some(id) = group {
                        { way(DesignWords::TakeApart, "ungroup", edit(Edit::Ungroup(id))) }
                    } else if ids.len() > 1 {
                        { way(DesignWords::MakeGroup, "group", edit(Edit::Group(ids.to_vec()))) }
                    }
                    { way(DesignWords::Copy, "copy", DesignAction::Copy) }
                    if props.can_paste { { way(DesignWords::Paste, "plus", DesignAction::Paste) } }
                </div>
            </details>
            <button type="button" class="button quiet erase" data-action="erase" onclick={erase}>
                <Icon name="trash-2" />{ DesignWords::Erase.text(language) }
            </button>
        </>
    }
}

fn several(props: &MeasuresProps, is_group: bool) -> Html {
    let language = props.language;
    let ids = props.chosen.to_vec();
    let fields = Fields { props };
    let shapes: Vec<&Shape> = ids
        .iter()
        .filter_map(|id| props.document.find(*id))
        .flat_map(Item::shapes)
        .collect();
    let first = shapes.first().map(|shape| shape.operation);
    let operation = first.filter(|first| {
        shapes
            .iter()
            .all(|shape| operation_name(shape.operation) == operation_name(*first))
    });
    let place = bounds_of(&props.document, &ids, &props.letters).map(|bounds| {
        let move_to = {
            let ids = ids.clone();
            move |x: f64, y: f64| Edit::Move {
                ids: ids.clone(),
                by: Point {
                    x: Mm::new(x - bounds.x0),
                    y: Mm::new(y - bounds.y0),
                },
            }
        };
        let to_x = {
            let move_to = move_to.clone();
            move |value| move_to(value, bounds.y0)
        };
        let to_y = move |value| move_to(bounds.x0, value);
        html! {
            <div class="two">
                { fields.with("x", DesignWords::X, Some("arrow-right"), bounds.x0, "mm", to_x) }
                { fields.with("y", DesignWords::Y, Some("arrow-down"), bounds.y0, "mm", to_y) }
            </div>
        }
    });
    let group = ids.first().copied().filter(|_| is_group);
    html! {
        <>
            <h2><Icon name="group" />{ if is_group { DesignWords::Group } else { DesignWords::Several }.text(language) }</h2>
            { said(props) }
            if let Some(id) = group { { name_field(id, props) } }
            { place }
            { operations(&ids, operation, props) }
            { ways(props, &ids, group) }
        </>
    }
}

fn name_field(id: ShapeId, props: &MeasuresProps) -> Html {
    let name = match props.document.find(id) {
        Some(Item::Group(group)) => group.name.clone(),
        _ => String::new(),
    };
    let on_name = props.on_action.reform(move |event: Event| {
        DesignAction::Edit(Edit::Rename {
            id,
            name: text_of(&event),
        })
    });
    html! {
        <div class="mm-field">
            <label class="mm-name" for="group-name">{ DesignWords::Name.text(props.language) }</label>
            <input id="group-name" class="text-field" type="text" autocomplete="off" maxlength="60" value={name} onchange={on_name} />
        </div>
    }
}

/// The sheet itself, when nothing on it is chosen.
fn nothing_chosen(props: &MeasuresProps) -> Html {
    let fields = Fields { props };
    let page = props.document.page;
    html! {
        <>
            <h2><Icon name="ruler" />{ DesignWords::SheetSize.text(props.language) }</h2>
            { said(props) }
            <div class="two">
                { fields.field("page-width", DesignWords::Width, page.width.value(), move |value| Edit::SetPage(Size { width: Mm::new(value), ..page })) }
                { fields.field("page-height", DesignWords::Height, page.height.value(), move |value| Edit::SetPage(Size { height: Mm::new(value), ..page })) }
            </div>
            <div class="mm-field">
                <label class="mm-name" for="drawing-name">{ DesignWords::DrawingName.text(props.language) }</label>
                <input id="drawing-name" class="text-field" type="text" autocomplete="off" maxlength="60" value={props.document.name.clone()}
                    onchange={props.on_action.reform(|event: Event| DesignAction::Edit(Edit::RenameDrawing(text_of(&event))))} />
            </div>
            <p>{ DesignWords::ChooseAShape.text(props.language) }</p>
            if props.has_list {
                <ShapeTree language={props.language} document={Rc::clone(&props.document)} letters={Rc::clone(&props.letters)}
                    chosen={Rc::clone(&props.chosen)} pins={Rc::<[(ShapeId, usize)]>::from([])} on_action={props.on_action.clone()} />
            }
            if props.can_paste {
                <button type="button" class="button quiet" onclick={props.on_action.reform(|_: MouseEvent| DesignAction::Paste)}>
                    <Icon name="plus" />{ DesignWords::Paste.text(props.language) }
                </button>
            }
        </>
    }
}
