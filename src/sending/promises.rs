//! What the server guarantees, in plain words: mostly for a trainer.

use super::connection::Connection;
use crate::i18n::sending::Sending as Words;
use crate::saving::use_saving;
use crate::widgets::icon::Icon;
use sync::probe::{Promise, probe};
use sync::{Client, Trouble};
use yew::prelude::*;

/// Properties of [`Promises`].
#[derive(Properties, PartialEq)]
pub struct PromisesProps {
    /// The connection to try.
    pub connection: Connection,
}

/// A button that tries, and what came out.
#[component]
pub fn Promises(props: &PromisesProps) -> Html {
    let language = use_saving().language();
    let found = use_state(|| None::<Result<Vec<Promise>, Trouble>>);
    let try_it = {
        let (found, connection) = (found.setter(), props.connection.clone());
        Callback::from(move |_| {
            let (found, connection) = (found.clone(), connection.clone());
            wasm_bindgen_futures::spawn_local(async move {
                let dav = connection.dav();
                let name = crate::browser::chance::random_id();
                let result = match connection.folder() {
                    Some(folder) => probe(Client::new(&dav), &folder, &name, connection.knows_people).await,
                    None => Err(Trouble::NoFolder),
                };
                found.set(Some(result));
            });
        })
    };
    let told = match &*found {
        None => Html::default(),
        Some(Err(trouble)) => html! { <p>{ trouble.sentence(language) }</p> },
        Some(Ok(promises)) => {
            let items = promises.iter().map(|promise| {
                let (state, icon) = if promise.is_kept() {
                    ("kept", "check")
                } else {
                    ("open", "triangle-alert")
                };
                html! { <li data-state={state}><Icon name={icon} />{ promise.sentence(language) }</li> }
            });
            html! { <ul class="promises">{ for items }</ul> }
        }
    };
    html! {
        <details>
            <summary>{ Words::Promises.text(language) }</summary>
            <button type="button" class="button" onclick={try_it}>{ Words::TryPromises.text(language) }</button>
            <div role="status">{ told }</div>
        </details>
    }
}
