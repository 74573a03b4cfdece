//! The shared folder `dav/` beside the page, over `fetch`.

use gloo::timers::callback::Timeout;
use std::cell::Cell;
use std::rc::Rc;
use sync::{Ask, Condition, Later, Remote, Reply, Silence, Verb};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AbortController, Headers, RequestCache, RequestCredentials, RequestInit, RequestRedirect, Response,
};

/// Where the folder is, relative to the page.
const ROOT: &str = "dav/";

/// An answer that takes longer is none, in milliseconds: a phone on a poor network sends 100 kB in less.
const LONGEST_MS: u32 = 30_000;

/// The folder as one code opens it.
pub struct Dav {
    authorization: String,
}

impl Dav {
    /// The folder for a user and a password; both are sent with every request, and never as cookies.
    pub fn new(user: &str, password: &str) -> Self {
        let pair = format!("{user}:{password}");
        let encoded = web_sys::window().and_then(|window| window.btoa(&pair).ok());
        Self {
            // Only a code that is no code cannot be encoded; the server says so.
            authorization: format!("Basic {}", encoded.unwrap_or_default()),
        }
    }

    async fn fetch(&self, ask: &Ask) -> Result<Reply, JsValue> {
        let init = RequestInit::new();
        init.set_method(ask.verb.name());
        init.set_credentials(RequestCredentials::Omit);
        init.set_cache(RequestCache::NoStore);
        // A network that wants a log-in leads elsewhere: that is an answer too.
        init.set_redirect(RequestRedirect::Manual);
        let headers = Headers::new()?;
        headers.set("Authorization", &self.authorization)?;
        // Without it a browser asks for a password in a window of its own.
        headers.set("X-Requested-With", "fabrique")?;
        match ask.verb {
            Verb::List => headers.set("Depth", "1")?,
            Verb::Knock => headers.set("Depth", "0")?,
            Verb::Get | Verb::Put | Verb::Delete | Verb::MakeFolder => {}
        }
        match &ask.condition {
            Condition::Always => {}
            Condition::IfAbsent => headers.set("If-None-Match", "*")?,
            Condition::IfStill(tag) => headers.set("If-Match", &tag.quoted())?,
        }
        if let Some(body) = &ask.body {
            headers.set("Content-Type", "application/octet-stream")?;
            init.set_body(&body.into());
        }
        init.set_headers(&headers);
        let aborter = AbortController::new()?;
        init.set_signal(Some(&aborter.signal()));
        let _limit = Timeout::new(LONGEST_MS, move || aborter.abort());
        let window = web_sys::window().ok_or(JsValue::NULL)?;
        let address = format!("{ROOT}{}", ask.path);
        let answer: Response = JsFuture::from(window.fetch_with_str_and_init(&address, &init))
            .await?
            .dyn_into()?;
        let header = |name: &str| answer.headers().get(name).ok().flatten();
        let number = |name: &str| header(name).and_then(|value| value.trim().parse().ok());
        let is_encoded = header("content-encoding").is_some();
        let reply = Reply {
            // A redirect that was not followed shows as 0.
            status: if answer.status() == 0 {
                302
            } else {
                answer.status()
            },
            tag: header("etag"),
            kind: header("content-type"),
            length: number("content-length")
                .filter(|_| !is_encoded && ask.verb == Verb::Get)
                .map(|length: u32| length as usize),
            retry_after: number("retry-after"),
            role: header("fabrique-role"),
            folder: header("fabrique-folder"),
            body: Vec::new(),
        };
        let body = JsFuture::from(answer.array_buffer()?).await?;
        Ok(Reply {
            body: js_sys::Uint8Array::new(&body).to_vec(),
            ..reply
        })
    }
}

impl Remote for Dav {
    fn ask(&self, ask: Ask) -> Later<'_, Result<Reply, Silence>> {
        Box::pin(async move {
            let is_late = Rc::new(Cell::new(false));
            let late = is_late.clone();
            let _limit = Timeout::new(LONGEST_MS, move || late.set(true));
            self.fetch(&ask).await.map_err(|_| {
                if is_late.get() {
                    Silence::TooLong
                } else {
                    Silence::NoAnswer
                }
            })
        })
    }

    fn wait(&self, milliseconds: u32) -> Later<'_, ()> {
        Box::pin(wait(milliseconds))
    }
}

/// Waits, in milliseconds.
pub async fn wait(milliseconds: u32) {
    let mut timer = None;
    let promise = js_sys::Promise::new(&mut |done, _| {
        timer = Some(Timeout::new(milliseconds, move || {
            // The one who waits may be gone: nothing to tell then.
            let _ = done.call0(&JsValue::NULL);
        }));
    });
    let _ = JsFuture::from(promise).await;
    drop(timer);
}
