//! Scripts that a room loads when it opens, from a fixed list of our own files.

use std::cell::{OnceCell, RefCell};
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
}

impl Script {
    /// Every script that may be loaded.
    const ALL: [Self; 4] = [
        Self::Blockly,
        Self::BlocklyFrench,
        Self::BlocklyEnglish,
        Self::BlocklyBridge,
    ];

    /// The address, relative to the page: the site may stand in any folder.
    fn address(self) -> &'static str {
        match self {
            Self::Blockly => "blockly-13.3.0/blockly_compressed.js",
            Self::BlocklyFrench => "blockly-13.3.0/msg/fr.js",
            Self::BlocklyEnglish => "blockly-13.3.0/msg/en.js",
            Self::BlocklyBridge => "blockly_bridge/bridge.js",
        }
    }

    /// Modules load the files they import; plain scripts share one global scope.
    fn is_module(self) -> bool {
        self == Self::BlocklyBridge
    }
}

/// A script did not arrive. Asking again is worth a try.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotArrived(#[allow(dead_code, reason = "says which, in a debugger")] pub Script);

thread_local! {
    static ARRIVED: RefCell<Vec<Script>> = const { RefCell::new(Vec::new()) };
    static POLICY: OnceCell<Option<Policy>> = const { OnceCell::new() };
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
    let outcome = js_sys::Promise::new(&mut |arrived, failed| {
        set(&element, "onload", &arrived);
        set(&element, "onerror", &failed);
    });
    set(&element, "src", &trusted(script.address())?);
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
    /// A Trusted Types policy.
    type Policy;
    #[wasm_bindgen(method, catch, js_name = createScriptURL)]
    fn create_script_url(this: &Policy, address: &str) -> Result<JsValue, JsValue>;

    /// The page's maker of policies; absent in browsers without Trusted Types.
    type PolicyFactory;
    #[wasm_bindgen(thread_local_v2, js_name = trustedTypes)]
    static TRUSTED_TYPES: Option<PolicyFactory>;
    #[wasm_bindgen(method, catch, js_name = createPolicy)]
    fn create_policy(this: &PolicyFactory, name: &str, rules: &JsValue) -> Result<Policy, JsValue>;
}

/// The address as the page's content policy wants it. The policy `fabrique` passes only the files of [`Script`].
fn trusted(address: &str) -> Result<JsValue, JsValue> {
    POLICY.with(|policy| match policy.get_or_init(make_policy) {
        Some(policy) => policy.create_script_url(address),
        None => Ok(address.into()),
    })
}

fn make_policy() -> Option<Policy> {
    let is_ours = |address: String| {
        if Script::ALL.iter().any(|script| script.address() == address) {
            Ok(JsValue::from(address))
        } else {
            Err(js_sys::TypeError::new("not a script of this site").into())
        }
    };
    let rules = js_sys::Object::new();
    // The policy lives as long as the page, and so does this.
    let rule = Closure::<dyn Fn(String) -> Result<JsValue, JsValue>>::new(is_ours).into_js_value();
    js_sys::Reflect::set(&rules, &"createScriptURL".into(), &rule).ok()?;
    TRUSTED_TYPES.with(|factory| factory.as_ref()?.create_policy("fabrique", &rules).ok())
}
