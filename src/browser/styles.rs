//! The styles of the rooms, which home does without: their link waits in the page until a room is opened.

use gloo::events::EventListener;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

/// The styles did not arrive. Asking again is worth a try.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotArrived;

/// The mark of the link that waits; `tools/xtask/src/styles.rs` writes it.
const LATE: &str = "data-late";

/// Asks for the styles of the rooms at once, for the life of the page; what is returned waits for them.
///
/// # Errors
/// When they do not arrive.
pub fn load_for_rooms() -> impl Future<Output = Result<(), NotArrived>> {
    let waiting = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.query_selector(&format!("link[{LATE}]")).ok().flatten())
        .map(|link| (ask(&link), link));
    async {
        let Some((answer, link)) = waiting else {
            return Ok(());
        };
        let answer = answer.await;
        // With `rel` gone, the next try asks again. Neither name can be refused.
        let _ = link.remove_attribute(if answer.is_ok() { LATE } else { "rel" });
        answer.map(drop).map_err(|_| NotArrived)
    }
}

fn ask(link: &web_sys::Element) -> JsFuture {
    // Two rooms may wait for one link: each listens for itself.
    let answer = js_sys::Promise::new(&mut |arrived, failed| {
        for (event, tell) in [("load", arrived), ("error", failed)] {
            let tell = move |_: &web_sys::Event| {
                // What was promised takes any call.
                let _ = tell.call0(&JsValue::NULL);
            };
            EventListener::once(link, event, tell).forget();
        }
    });
    // As above.
    let _ = link.set_attribute("rel", "stylesheet");
    JsFuture::from(answer)
}
