//! A part of the page one draws on: how large it is, where a pointer is on it, and holding on to a pointer.

use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;
use web_sys::{Element, PointerEvent, ResizeObserver, WheelEvent};
use yew::NodeRef;

/// Calls back with the width and height in CSS pixels, once at the start and at every change, until it is dropped.
pub struct SizeWatch {
    observer: ResizeObserver,
    _call: Closure<dyn FnMut()>,
}

impl SizeWatch {
    /// Watches an element; nothing where it is not on the page.
    pub fn new(place: &NodeRef, changed: impl Fn(f64, f64) + 'static) -> Option<Self> {
        let element = place.cast::<Element>()?;
        let watched = element.clone();
        let call = Closure::<dyn FnMut()>::new(move || {
            let place = watched.get_bounding_client_rect();
            changed(place.width(), place.height());
        });
        let observer = ResizeObserver::new(call.as_ref().unchecked_ref()).ok()?;
        observer.observe(&element);
        Some(Self {
            observer,
            _call: call,
        })
    }
}

impl Drop for SizeWatch {
    fn drop(&mut self) {
        self.observer.disconnect();
    }
}

/// Where a pointer is, in CSS pixels from the top left corner of an element.
pub fn pointer_in(place: &NodeRef, event: &PointerEvent) -> Option<(f64, f64)> {
    in_element(place, event.client_x(), event.client_y())
}

/// Where the wheel turned, in CSS pixels from the top left corner of an element.
pub fn wheel_in(place: &NodeRef, event: &WheelEvent) -> Option<(f64, f64)> {
    in_element(place, event.client_x(), event.client_y())
}

fn in_element(place: &NodeRef, x: i32, y: i32) -> Option<(f64, f64)> {
    let corner = place.cast::<Element>()?.get_bounding_client_rect();
    Some((f64::from(x) - corner.left(), f64::from(y) - corner.top()))
}

/// Keeps a pointer's events coming here until it is lifted, wherever it goes.
pub fn hold_pointer(place: &NodeRef, event: &PointerEvent) {
    if let Some(element) = place.cast::<Element>() {
        // Refused only for a pointer that is already gone.
        let _ = element.set_pointer_capture(event.pointer_id());
    }
}
