//! The numbers of each form, and the fields that change them.

use super::MeasuresProps;
use crate::browser::event::text_of;
use crate::design_bench::mm_field::MmField;
use crate::design_bench::state::DesignAction;
use crate::i18n::design_bench::DesignWords;
use design::document::{Font, Form, Point, Shape, Size};
use design::edit::Edit;
use design::length::{Degrees, Mm};
use yew::prelude::*;

/// A field that edits, and shows what was not done where it is the one.
pub struct Fields<'a> {
    /// What the panel shows.
    pub props: &'a MeasuresProps,
}

impl Fields<'_> {
    /// A length in millimetres.
    pub fn field(
        &self,
        id: &'static str,
        label: DesignWords,
        value: f64,
        edit: impl Fn(f64) -> Edit + 'static,
    ) -> Html {
        self.with(id, label, None, value, "mm", edit)
    }

    /// A number in a unit, with the arrow of its axis where it has one.
    pub fn with(
        &self,
        id: &'static str,
        label: DesignWords,
        icon: Option<&'static str>,
        value: f64,
        unit: &'static str,
        edit: impl Fn(f64) -> Edit + 'static,
    ) -> Html {
        let on_value = self
            .props
            .on_action
            .reform(move |value| DesignAction::Edit(edit(value)));
        html! {
            <MmField key={id} {id} {label} icon={icon.map(AttrValue::from)} {value} {unit} generation={self.props.generation}
                refusal={self.props.refusal.as_ref().map(|refusal| AttrValue::from(refusal.sentence(self.props.language)))}
                language={self.props.language} {on_value} />
        }
    }
}

/// The numbers of a form, each as the field that changes it.
pub fn form_fields(shape: &Shape, fields: &Fields) -> Html {
    let id = shape.id;
    let language = fields.props.language;
    let reform = move |form: Form| Edit::Reform { id, form };
    let count = |value: f64| {
        #[allow(
            clippy::cast_possible_truncation,
            clippy::cast_sign_loss,
            reason = "`as` saturates; the edit checks it"
        )]
        let count = value.round() as u16;
        count
    };
    match shape.form.clone() {
        Form::Rectangle { size, corners } => {
            let of = move |size, corners| reform(Form::Rectangle { size, corners });
            html! {
                <>
                    <div class="two">
                        { fields.field("width", DesignWords::Width, size.width.value(), move |value| of(Size { width: Mm::new(value), ..size }, corners)) }
                        { fields.field("height", DesignWords::Height, size.height.value(), move |value| of(Size { height: Mm::new(value), ..size }, corners)) }
                    </div>
                    <div class="two">
                        { fields.field("corners", DesignWords::RoundCorners, corners.value(), move |value| of(size, Mm::new(value))) }
                        { turned_field(shape, fields) }
                    </div>
                </>
            }
        }
        Form::Ellipse { size } if size.width == size.height => {
            let of = move |value| {
                let side = Mm::new(value);
                let size = Size {
                    width: side,
                    height: side,
                };
                reform(Form::Ellipse { size })
            };
            fields.field("diameter", DesignWords::Diameter, size.width.value(), of)
        }
        Form::Ellipse { size } => {
            let of = move |size| reform(Form::Ellipse { size });
            html! {
                <>
                    <div class="two">
                        { fields.field("width", DesignWords::Width, size.width.value(), move |value| of(Size { width: Mm::new(value), ..size })) }
                        { fields.field("height", DesignWords::Height, size.height.value(), move |value| of(Size { height: Mm::new(value), ..size })) }
                    </div>
                    { turned_field(shape, fields) }
                </>
            }
        }
        Form::Line { to } => {
            let at = shape.at;
            let of = move |x: f64, y: f64| {
                reform(Form::Line {
                    to: Point {
                        x: Mm::new(x) - at.x,
                        y: Mm::new(y) - at.y,
                    },
                })
            };
            let (end_x, end_y) = ((at.x + to.x).value(), (at.y + to.y).value());
            html! {
                <div class="two">
                    { fields.field("end-x", DesignWords::EndX, end_x, move |value| of(value, end_y)) }
                    { fields.field("end-y", DesignWords::EndY, end_y, move |value| of(end_x, value)) }
                </div>
            }
        }
        Form::Polygon { sides, diameter } => {
            let of = move |sides, diameter| reform(Form::Polygon { sides, diameter });
            html! {
                <>
                    <div class="two">
                        { fields.field("diameter", DesignWords::Diameter, diameter.value(), move |value| of(sides, Mm::new(value))) }
                        { fields.with("sides", DesignWords::Sides, None, f64::from(sides), "", move |value| of(count(value), diameter)) }
                    </div>
                    { turned_field(shape, fields) }
                </>
            }
        }
        Form::Star { points, diameter } => {
            let of = move |points, diameter| reform(Form::Star { points, diameter });
            html! {
                <>
                    <div class="two">
                        { fields.field("diameter", DesignWords::Diameter, diameter.value(), move |value| of(points, Mm::new(value))) }
                        { fields.with("points", DesignWords::Points, None, f64::from(points), "", move |value| of(count(value), diameter)) }
                    </div>
                    { turned_field(shape, fields) }
                </>
            }
        }
        Form::Text {
            text,
            capital_height,
            font,
        } => {
            let on_text = {
                let on_action = fields.props.on_action.clone();
                Callback::from(move |event: Event| {
                    let text = text_of(&event);
                    on_action.emit(DesignAction::Edit(reform(Form::Text {
                        text,
                        capital_height,
                        font,
                    })));
                })
            };
            let on_font = {
                let (on_action, text) = (fields.props.on_action.clone(), text.clone());
                Callback::from(move |event: Event| {
                    let font = if text_of(&event) == "handwritten" {
                        Font::Handwritten
                    } else {
                        Font::Plain
                    };
                    let text = text.clone();
                    on_action.emit(DesignAction::Edit(reform(Form::Text {
                        text,
                        capital_height,
                        font,
                    })));
                })
            };
            let of_size = {
                let text = text.clone();
                move |value| {
                    reform(Form::Text {
                        text: text.clone(),
                        capital_height: Mm::new(value),
                        font,
                    })
                }
            };
            let option = |value: &'static str, one: Font, word: DesignWords| {
                html! {
                    <option {value} selected={font == one}>{ word.text(language) }</option>
                }
            };
            html! {
                <>
                    <div class="mm-field">
                        <label class="mm-name" for="text">{ DesignWords::YourText.text(language) }</label>
                        <input id="text" class="text-field" type="text" autocomplete="off" maxlength="200" value={text} onchange={on_text} />
                    </div>
                    <div class="two">
                        { fields.field("capital-height", DesignWords::TextSize, capital_height.value(), of_size) }
                        { turned_field(shape, fields) }
                    </div>
                    <div class="mm-field">
                        <label class="mm-name" for="letters">{ DesignWords::Letters.text(language) }</label>
                        <select id="letters" class="text-field" onchange={on_font}>
                            { option("plain", Font::Plain, DesignWords::PlainLetters) }
                            { option("handwritten", Font::Handwritten, DesignWords::HandwrittenLetters) }
                        </select>
                    </div>
                </>
            }
        }
        Form::Path { .. } => turned_field(shape, fields),
    }
}

fn turned_field(shape: &Shape, fields: &Fields) -> Html {
    let id = shape.id;
    fields.with(
        "turned",
        DesignWords::Turned,
        None,
        shape.turned.value(),
        "°",
        move |value| Edit::TurnTo {
            id,
            to: Degrees::new(value),
        },
    )
}
