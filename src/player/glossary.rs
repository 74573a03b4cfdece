//! A word of the glossary: pressed, it says what it means, just below.

use crate::browser::fetch;
use crate::site::lesson_file;
use lesson::glossary::{self, Entry};
use lesson::reading::node_sentences;
use words::Language;
use yew::platform::spawn_local;
use yew::prelude::*;

/// Properties of [`GlossaryWord`].
#[derive(Properties, PartialEq)]
pub struct GlossaryWordProps {
    /// The entry's id.
    pub id: AttrValue,
    /// Language of the interface.
    pub language: Language,
    /// The word as it stands in the text.
    pub children: Html,
}

/// A word one can ask about. The glossary is fetched when the first word is asked for.
#[component]
pub fn GlossaryWord(props: &GlossaryWordProps) -> Html {
    let is_open = use_state(|| false);
    let entry = use_state(|| None::<Entry>);
    let toggle = {
        let (is_open, entry, id, language) =
            (is_open.clone(), entry.clone(), props.id.clone(), props.language);
        Callback::from(move |_: MouseEvent| {
            let opens = !*is_open;
            is_open.set(opens);
            if opens && entry.is_none() {
                let (set, id) = (entry.setter(), id.clone());
                spawn_local(async move {
                    let own = fetch::text(&lesson_file(&format!("glossary.{}.md", language.code()))).await;
                    let text = match own {
                        Ok(text) => text,
                        Err(_) => fetch::text(&lesson_file("glossary.fr.md"))
                            .await
                            .unwrap_or_default(),
                    };
                    set.set(
                        glossary::parse(&text, language)
                            .0
                            .into_iter()
                            .find(|entry| *entry.id == *id),
                    );
                });
            }
        })
    };
    html! {
        <>
            <button type="button" class="glossary-word" aria-expanded={is_open.to_string()} onclick={toggle}>{ props.children.clone() }</button>
            if *is_open {
                if let Some(entry) = &*entry {
                    <span class="glossary-entry" role="status"><b>{ &entry.name }</b>{ "\u{a0}: " }{ node_sentences(&entry.text, props.language).join(" ") }</span>
                }
            }
        </>
    }
}
