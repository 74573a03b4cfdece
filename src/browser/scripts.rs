//! Scripts that a room loads when it opens, from the build's list of our own files.

use std::cell::RefCell;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

/// A script of the site.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Script {
    /// Blockly itself. First of its kind: the others need it.
    Blockly,
    /// What Blockly says, in French.
    BlocklyFrench,
    /// What Blockly says, in English.
    BlocklyEnglish,
    /// Our bridge to Blockly, a module.
    BlocklyBridge,
    /// Working without internet, a module.
    Offline,
}

impl Script {
    /// The name that the build knows it by; the file's own name holds its content's hash.
    fn name(self) -> &'static str {
        match self {
            Self::Blockly => "blockly-13.3.0/blockly_compressed.js",
            Self::BlocklyFrench => "blockly-13.3.0/msg/fr.js",
            Self::BlocklyEnglish => "blockly-13.3.0/msg/en.js",
            Self::BlocklyBridge => "blockly_bridge/bridge.js",
            Self::Offline => "offline/offline.js",
        }
    }

    /// Modules load the files they import; plain scripts share one global scope.
    fn is_module(self) -> bool {
        matches!(self, Self::BlocklyBridge | Self::Offline)
    }
}

/// A script did not arrive. Asking again is worth a try.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotArrived(#[allow(dead_code, reason = "says which, in a debugger")] pub Script);

thread_local! {
    static ARRIVED: RefCell<Vec<Script>> = const { RefCell::new(Vec::new()) };
}

/// Loads a script, once for the life of the page.
///
/// # Errors
/// When it does not arrive.
pub async fn load(script: Script) -> Result<(), NotArrived> {
    if ARRIVED.with_borrow(|arrived| arrived.contains(&script)) {
        return Ok(());
    }
    add_to_page(script).await.map_err(|_| NotArrived(script))?;
    ARRIVED.with_borrow_mut(|arrived| arrived.push(script));
    Ok(())
}

async fn add_to_page(script: Script) -> Result<(), JsValue> {
    let document = web_sys::window()
        .and_then(|window| window.document())
        .ok_or(JsValue::NULL)?;
    let head = document.query_selector("head")?.ok_or(JsValue::NULL)?;
    let element = document.create_element("script")?;
    if script.is_module() {
        element.set_attribute("type", "module")?;
    }
    let address = trusted(script.name()).await?;
    let outcome = js_sys::Promise::new(&mut |arrived, failed| {
        set(&element, "onload", &arrived);
        set(&element, "onerror", &failed);
    });
    set(&element, "src", &address);
    head.append_child(&element)?;
    let outcome = JsFuture::from(outcome).await;
    if outcome.is_err() {
        element.remove();
    }
    outcome.map(drop)
}

fn set(element: &web_sys::Element, name: &str, value: &JsValue) {
    // Refused only by a frozen object, which a new element is not.
    let _ = js_sys::Reflect::set(element, &name.into(), value);
}

#[wasm_bindgen]
extern "C" {
    /// The module with the list of the scripts that the build made (`tools/xtask/src/trusted.rs`). Where a browser has
    /// Trusted Types it is their policy `fabrique`: no other script can be added to the page.
    type Scripts;
    #[wasm_bindgen(catch, js_name = fabriqueScripts)]
    async fn scripts() -> Result<JsValue, JsValue>;
    #[wasm_bindgen(method, catch, js_name = createScriptURL)]
    fn address_of(this: &Scripts, name: &str) -> Result<JsValue, JsValue>;
}

/// The address of a script, as the page's content policy wants it.
async fn trusted(name: &str) -> Result<JsValue, JsValue> {
    let scripts: Scripts = scripts().await?.unchecked_into();
    scripts.address_of(name)
}
