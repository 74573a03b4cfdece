//! The bridge to Blockly: everything that crosses it is text, numbers and flat tables as JSON.

use super::scripts::{self, Script};
use wasm_bindgen::prelude::*;
use words::Language;
use yew::NodeRef;

#[wasm_bindgen]
extern "C" {
    /// An open workspace, as `assets/blockly_bridge/bridge.js` has it.
    type Bridge;
    #[wasm_bindgen(js_namespace = blocklyBridge, js_name = open, catch)]
    async fn open_bridge(
        host: &web_sys::Element,
        setup: &str,
        on_program: &JsValue,
        on_history: &JsValue,
    ) -> Result<JsValue, JsValue>;
    #[wasm_bindgen(method, catch)]
    fn restart(this: &Bridge, rows: &str) -> Result<(), JsValue>;
    #[wasm_bindgen(method)]
    fn undo(this: &Bridge);
    #[wasm_bindgen(method)]
    fn redo(this: &Bridge);
    #[wasm_bindgen(method)]
    fn zoom(this: &Bridge, steps: i32);
    #[wasm_bindgen(method)]
    fn mark(this: &Bridge, marks: &str);
    #[wasm_bindgen(method)]
    fn dispose(this: &Bridge);
}

/// What the workspace tells. The rows are those of [`device::program::Program`], as JSON.
pub struct Listener {
    /// The program changed: at most once a frame, never while something is dragged.
    pub on_program: Box<dyn Fn(String)>,
    /// There is (not) something to undo, to redo.
    pub on_history: Box<dyn Fn(bool, bool)>,
}

/// Why there is no workspace.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotOpen {
    /// A file did not arrive; trying again is worth it.
    NotArrived,
    /// Blockly refused.
    Refused,
}

/// A workspace in the page; it goes when this is dropped.
pub struct Workspace {
    bridge: Bridge,
    // What the bridge calls: alive as long as the bridge is.
    _on_program: Closure<dyn Fn(String)>,
    _on_history: Closure<dyn Fn(bool, bool)>,
}

impl Workspace {
    /// Loads what is needed and opens a workspace in an empty element that can be seen and that nothing else renders.
    ///
    /// # Errors
    /// When a file does not arrive, or the element is gone meanwhile.
    pub async fn open(
        host: &NodeRef,
        language: Language,
        setup: &str,
        listener: Listener,
    ) -> Result<Self, NotOpen> {
        let messages = language.pick(Script::BlocklyFrench, Script::BlocklyEnglish);
        for script in [Script::Blockly, messages, Script::BlocklyBridge] {
            scripts::load(script).await.map_err(|_| NotOpen::NotArrived)?;
        }
        let host = host.cast::<web_sys::Element>().ok_or(NotOpen::Refused)?;
        let on_program = Closure::new(listener.on_program);
        let on_history = Closure::new(listener.on_history);
        let bridge = open_bridge(&host, setup, on_program.as_ref(), on_history.as_ref())
            .await
            .map_err(refused)?;
        Ok(Self {
            bridge: bridge.unchecked_into(),
            _on_program: on_program,
            _on_history: on_history,
        })
    }

    /// Loads a program; nothing can be undone then.
    ///
    /// # Errors
    /// When Blockly refuses it; the workspace is then in no sure state.
    pub fn restart(&self, rows: &str) -> Result<(), NotOpen> {
        self.bridge.restart(rows).map_err(refused)
    }

    /// Takes the last change back.
    pub fn undo(&self) {
        self.bridge.undo();
    }

    /// Makes the change taken back again.
    pub fn redo(&self) {
        self.bridge.redo();
    }

    /// Shows the program larger (1) or smaller (-1).
    pub fn zoom(&self, steps: i32) {
        self.bridge.zoom(steps);
    }

    /// Replaces the marks of the kinds that the JSON names (see `marks.js`).
    pub fn mark(&self, marks: &str) {
        self.bridge.mark(marks);
    }
}

impl Drop for Workspace {
    fn drop(&mut self) {
        self.bridge.dispose();
    }
}

fn refused(reason: JsValue) -> NotOpen {
    web_sys::console::warn_2(&"Fabrique: Blockly refused".into(), &reason);
    NotOpen::Refused
}
