//! What the site offers: the programme and its lessons, asked for when a screen needs them.

use crate::browser::fetch::{self, FetchFault};
use lesson::outline::{self, Outline, outline};
use lesson::programme::{LessonLink, Programme};
use std::rc::Rc;
use words::Language;
use yew::platform::spawn_local;
use yew::prelude::*;

/// Something asked for.
#[derive(Clone, Debug, PartialEq)]
pub enum Asked<T> {
    /// Not here yet.
    Waiting,
    /// Here.
    Here(Rc<T>),
    /// It did not come.
    Failed(FetchFault),
}

impl<T> Asked<T> {
    /// What came, if it came.
    pub fn here(&self) -> Option<&Rc<T>> {
        match self {
            Self::Here(value) => Some(value),
            Self::Waiting | Self::Failed(_) => None,
        }
    }
}

/// Where a file of the lessons stands, relative to the page.
pub fn lesson_file(path: &str) -> String {
    format!("lessons/{path}")
}

async fn programme(language: Language) -> Result<Programme, FetchFault> {
    let in_language = fetch::text(&lesson_file(&format!("programme.{}.md", language.code()))).await;
    let text = match in_language {
        Err(FetchFault::Missing) if language != Language::French => {
            fetch::text(&lesson_file("programme.fr.md")).await?
        }
        other => other?,
    };
    Ok(outline::programme(&text))
}

/// The programme in a language, or the French one.
#[hook]
pub fn use_programme(language: Language) -> Asked<Programme> {
    let asked = use_state(|| Asked::Waiting);
    let set = asked.setter();
    use_effect_with(language, move |language| {
        let language = *language;
        spawn_local(async move {
            set.set(
                programme(language)
                    .await
                    .map_or_else(Asked::Failed, |value| Asked::Here(Rc::new(value))),
            );
        });
    });
    (*asked).clone()
}

/// The outlines of some lessons of the programme, in their order; a lesson that is not there is left out.
#[hook]
pub fn use_outlines(links: Option<Rc<[LessonLink]>>) -> Asked<Vec<Outline>> {
    let asked = use_state(|| Asked::Waiting);
    let set = asked.setter();
    use_effect_with(links, move |links| {
        let links = links.clone();
        spawn_local(async move {
            let Some(links) = links else { return };
            let mut outlines = Vec::new();
            for link in links.iter() {
                match fetch::text(&lesson_file(&link.path)).await {
                    Ok(text) => {
                        let mut outline = outline(&text);
                        // The folder decides: progress is kept under the address that the programme gives.
                        outline.id.clone_from(&link.id);
                        outlines.push(outline);
                    }
                    Err(FetchFault::Missing) => {}
                    Err(fault) if outlines.is_empty() => return set.set(Asked::Failed(fault)),
                    Err(_) => {}
                }
            }
            set.set(Asked::Here(Rc::new(outlines)));
        });
    });
    (*asked).clone()
}
