//! The browser's frames, and the wall clock beside them. It decides how far a run may go in a frame, never what it does.

use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;

/// A call before the next frame; dropping it takes the call back.
pub struct AnimationFrame {
    id: i32,
    /// Kept until the browser has called it.
    _call: Closure<dyn FnMut(f64)>,
}

impl AnimationFrame {
    /// Asks for `call`, with the time in milliseconds since the page was opened. `None` outside a page.
    pub fn request(call: impl FnOnce(f64) + 'static) -> Option<Self> {
        let mut once = Some(call);
        let call = Closure::new(move |time| {
            if let Some(call) = once.take() {
                call(time);
            }
        });
        let id = web_sys::window()?
            .request_animation_frame(call.as_ref().unchecked_ref())
            .ok()?;
        Some(Self { id, _call: call })
    }
}

/// Milliseconds since the page was opened.
pub fn now() -> f64 {
    web_sys::window()
        .and_then(|window| window.performance())
        .map_or(0.0, |performance| performance.now())
}

impl Drop for AnimationFrame {
    fn drop(&mut self) {
        if let Some(window) = web_sys::window() {
            // Fails only for a frame that has come already.
            let _ = window.cancel_animation_frame(self.id);
        }
    }
}
