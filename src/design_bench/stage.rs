//! The stage: the mat with the sheet, and every pointer on it.

use crate::browser::stage::{SizeWatch, hold_pointer, pointer_in, wheel_in};
use crate::design_bench::camera::Camera;
use crate::design_bench::overlay::{self, GRAB};
use crate::design_bench::pointers::Pointers;
use crate::design_bench::ruler::rulers;
use crate::design_bench::sheet::{Lines, mat_lines, plate};
use crate::design_bench::state::{DesignAction, DesignState};
use crate::design_bench::tool_bar::tool_name;
use crate::i18n::design_bench::DesignWords;
use design::document::{Document, ShapeId};
use design::edit::bounds_of;
use design::letters::Letters;
use design::measure::{Dimension, dimensions};
use design::snap::Snap;
use design::tool::{ChosenBox, Grip, Press, Tool};
use kurbo::{Point, Rect};
use std::rc::Rc;
use words::Language;
use yew::prelude::*;

/// The id of the sheet, for the keyboard.
pub const SHEET: &str = "sheet";

/// How near a mouse has to come to a handle, in pixels.
const MOUSE_GRAB: f64 = 9.0;

/// How near a mouse, or a finger, has to come to a line, in pixels.
const NEAR: (f64, f64) = (7.0, 14.0);

/// A box shorter than this, in pixels, is moved by its inside: its handles are taken from outside only.
const SMALL: f64 = 60.0;

/// How much a turn of the wheel changes the scale.
const WHEEL: f64 = 1.15;

/// What is to be seen.
#[derive(Clone)]
pub struct Scene {
    document: Rc<Document>,
    letters: Rc<Letters>,
    camera: Camera,
    view: (f64, f64),
    tool: Tool,
    chosen: Option<ChosenBox>,
    chosen_bounds: Option<Rect>,
    snaps: Vec<Snap>,
    marquee: Option<Rect>,
    dimensions: Vec<Dimension>,
    is_in_gesture: bool,
}

/// A scene is as large as a drawing, and another one at each change: it is drawn anew.
impl PartialEq for Scene {
    fn eq(&self, _: &Self) -> bool {
        false
    }
}

impl Scene {
    /// What a state shows.
    pub fn of(state: &DesignState) -> Self {
        let document = Rc::clone(state.shown());
        // A shape that is being drawn is measured as it grows.
        let in_drawing = state
            .is_in_gesture()
            .then(|| document.items.last())
            .flatten()
            .filter(|item| state.document().find(item.id()).is_none())
            .map(design::document::Item::id);
        let chosen: Vec<ShapeId> = in_drawing.map_or_else(|| state.chosen().to_vec(), |id| vec![id]);
        let dimensions = match chosen[..] {
            [id] => dimensions(&document, state.letters(), id),
            _ => Vec::new(),
        };
        Self {
            chosen: ChosenBox::of(&document, &chosen, state.letters()),
            chosen_bounds: bounds_of(&document, &chosen, state.letters()),
            letters: Rc::clone(state.letters()),
            camera: state.camera(),
            view: state.view(),
            tool: state.tool(),
            snaps: state.snaps().to_vec(),
            marquee: state.marquee(),
            is_in_gesture: state.is_in_gesture(),
            dimensions,
            document,
        }
    }
}

/// Properties of [`Stage`].
#[derive(Properties, PartialEq)]
pub struct StageProps {
    /// Language of words.
    pub language: Language,
    /// What is to be seen.
    pub scene: Scene,
    /// Called with what pointers do.
    pub on_action: Callback<DesignAction>,
    /// What lies over it: pins, the piece after the cut.
    #[prop_or_default]
    pub children: Html,
}

/// The stage.
#[component]
pub fn Stage(props: &StageProps) -> Html {
    let place = use_node_ref();
    let pointers = use_mut_ref(Pointers::default);
    {
        let (place, on_action) = (place.clone(), props.on_action.clone());
        use_effect_with((), move |()| {
            let watch = SizeWatch::new(&place, move |width, height| {
                on_action.emit(DesignAction::View(width, height));
            });
            move || drop(watch)
        });
    }
    let scene = &props.scene;
    let (camera, view, language) = (scene.camera, scene.view, props.language);
    let on_down = {
        let (place, pointers, on_action) = (place.clone(), pointers.clone(), props.on_action.clone());
        let (chosen, tool) = (scene.chosen, scene.tool);
        Callback::from(move |event: PointerEvent| {
            let Some(at) = pointer_in(&place, &event) else {
                return;
            };
            hold_pointer(&place, &event);
            let n_down = pointers.borrow_mut().press(event.pointer_id(), at);
            // The second finger makes it a pinch; the middle key of a mouse moves the view.
            if n_down > 1 || event.button() != 0 {
                on_action.emit(DesignAction::GiveUpGesture);
                return;
            }
            let is_finger = event.pointer_type() != "mouse";
            let near = if is_finger { NEAR.1 } else { NEAR.0 };
            let grip = if tool == Tool::Select {
                grip_at(chosen, camera, at, is_finger)
            } else {
                Grip::Sheet
            };
            let (x, y) = camera.millimetres(at);
            on_action.emit(DesignAction::Press(Press {
                at: Point::new(x, y),
                tolerance: near / camera.scale,
                grip,
                adds: event.shift_key() || event.ctrl_key() || event.meta_key(),
            }));
        })
    };
    let on_move = {
        let (place, pointers, on_action) = (place.clone(), pointers.clone(), props.on_action.clone());
        Callback::from(move |event: PointerEvent| {
            if pointers.borrow().count() == 0 {
                return;
            }
            let Some(at) = pointer_in(&place, &event) else {
                return;
            };
            let before = pointers.borrow().place(event.pointer_id());
            let pinch = pointers.borrow_mut().follow(event.pointer_id(), at);
            if let Some(pinch) = pinch {
                on_action.emit(DesignAction::Pan(pinch.moved.0, pinch.moved.1));
                on_action.emit(DesignAction::Zoom(pinch.factor, Some(pinch.about)));
            } else if event.buttons() & 4 != 0 {
                if let Some(before) = before {
                    on_action.emit(DesignAction::Pan(at.0 - before.0, at.1 - before.1));
                }
            } else {
                let (x, y) = camera.millimetres(at);
                on_action.emit(DesignAction::Follow(Point::new(x, y), event.shift_key()));
            }
        })
    };
    let on_up = {
        let (pointers, on_action) = (pointers.clone(), props.on_action.clone());
        Callback::from(move |event: PointerEvent| {
            pointers.borrow_mut().lift(event.pointer_id());
            on_action.emit(DesignAction::Lift);
        })
    };
    let on_cancel = {
        let on_action = props.on_action.clone();
        Callback::from(move |event: PointerEvent| {
            pointers.borrow_mut().lift(event.pointer_id());
            on_action.emit(DesignAction::GiveUpGesture);
        })
    };
    let on_wheel = {
        let (place, on_action) = (place.clone(), props.on_action.clone());
        Callback::from(move |event: WheelEvent| {
            if let Some(at) = wheel_in(&place, &event) {
                let factor = if event.delta_y() < 0.0 { WHEEL } else { 1.0 / WHEEL };
                on_action.emit(DesignAction::Zoom(factor, Some(at)));
            }
        })
    };
    html! {
        <svg ref={place} id={SHEET} class="stage-picture" data-tool={tool_name(scene.tool)} data-page-width={scene.document.page.width.value().to_string()} tabindex="0" role="group"
            aria-label={DesignWords::SheetHelp.text(language)}
            onpointerdown={on_down} onpointermove={on_move} onpointerup={on_up} onpointercancel={on_cancel} onwheel={on_wheel}>
            { mat_lines(camera, view) }
            { plate(scene.document.page, camera) }
            <g transform={camera.transform()} aria-hidden="true">
                <Lines document={Rc::clone(&scene.document)} letters={Rc::clone(&scene.letters)} />
            </g>
            { props.children.clone() }
            { for scene.dimensions.iter().map(|dimension| overlay::dimension(dimension, camera, language)) }
            if let Some(chosen) = scene.chosen { { overlay::chosen(chosen, camera, !scene.is_in_gesture) } }
            if let Some(marquee) = scene.marquee { { overlay::marquee(marquee, camera) } }
            if let Some(around) = scene.chosen_bounds {
                { overlay::guides(&scene.snaps, &scene.document, around, camera, view, language) }
            }
            { rulers(camera, view, scene.chosen_bounds, language) }
        </svg>
    }
}

/// What is under a pointer: a handle of what is chosen, or the sheet.
fn grip_at(chosen: Option<ChosenBox>, camera: Camera, at: (f64, f64), is_finger: bool) -> Grip {
    let Some(chosen) = chosen else { return Grip::Sheet };
    let handles = overlay::handles(chosen, camera);
    let away = |place: (f64, f64)| (place.0 - at.0).hypot(place.1 - at.1);
    let (x, y) = camera.millimetres(at);
    let is_inside = chosen.around.contains(chosen.in_box(Point::new(x, y)));
    let shortest = chosen.around.width().min(chosen.around.height()) * camera.scale;
    if is_inside && shortest < SMALL {
        return Grip::Sheet;
    }
    let grab = if is_finger { GRAB } else { MOUSE_GRAB };
    if away(handles.turn) <= grab {
        return Grip::Turn;
    }
    handles
        .of_box
        .into_iter()
        .min_by(|one, other| away(one.1).total_cmp(&away(other.1)))
        .filter(|(_, place)| away(*place) <= grab)
        .map_or(Grip::Sheet, |(handle, _)| Grip::Handle(handle))
}
