//! What the site offers: the programme and its lessons, asked for when a screen needs them.

use crate::browser::fetch::{self, FetchFault};
use lesson::outline::{self, Outline, outline};
use lesson::programme::{LessonLink, Programme};
use std::cell::Cell;
use std::rc::Rc;
use words::Language;
use yew::platform::spawn_local;
use yew::prelude::*;

/// Something asked for.
#[derive(Debug, PartialEq)]
pub enum Asked<T> {
    /// Not here yet.
    Waiting,
    /// Here.
    Here(Rc<T>),
    /// It did not come.
    Failed(FetchFault),
}

impl<T> Clone for Asked<T> {
    fn clone(&self) -> Self {
        match self {
            Self::Waiting => Self::Waiting,
            Self::Here(value) => Self::Here(value.clone()),
            Self::Failed(fault) => Self::Failed(*fault),
        }
    }
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

/// Something asked for again whenever `about` changes; an answer to what was asked before is not taken any more.
/// `ask` gives nothing while there is nothing to ask yet.
#[hook]
pub fn use_asked<A, T, F>(about: A, ask: impl FnOnce(&A) -> Option<F> + 'static) -> Asked<T>
where
    A: PartialEq + 'static,
    T: 'static,
    F: Future<Output = Result<T, FetchFault>> + 'static,
{
    let asked = use_state(|| Asked::Waiting);
    let set = asked.setter();
    let is_waiting = matches!(*asked, Asked::Waiting);
    use_effect_with(about, move |about| {
        if !is_waiting {
            set.set(Asked::Waiting);
        }
        let is_left = Rc::new(Cell::new(false));
        if let Some(answer) = ask(about) {
            let is_left = is_left.clone();
            spawn_local(async move {
                let answer = answer.await;
                if !is_left.get() {
                    set.set(answer.map_or_else(Asked::Failed, |value| Asked::Here(Rc::new(value))));
                }
            });
        }
        move || is_left.set(true)
    });
    (*asked).clone()
}

/// The programme in a language, or the French one.
#[hook]
pub fn use_programme(language: Language) -> Asked<Programme> {
    use_asked(language, |language| Some(programme(*language)))
}

/// The outline of a lesson of the programme; nothing when the lesson is not there.
///
/// # Errors
/// When the site does not say.
pub async fn outline_of(link: &LessonLink) -> Result<Option<Outline>, FetchFault> {
    match fetch::text(&lesson_file(&link.path)).await {
        Ok(text) => {
            let mut outline = outline(&text);
            // The folder decides: progress is kept under the address that the programme gives.
            outline.id.clone_from(&link.id);
            Ok(Some(outline))
        }
        Err(FetchFault::Missing) => Ok(None),
        Err(fault) => Err(fault),
    }
}

/// The outlines of some lessons of the programme, in their order; a lesson that is not there is left out.
#[hook]
pub fn use_outlines(links: Option<Rc<[LessonLink]>>) -> Asked<Vec<Outline>> {
    use_asked(links, |links| {
        let links = links.clone()?;
        Some(async move {
            let mut outlines = Vec::new();
            for link in links.iter() {
                outlines.extend(outline_of(link).await?);
            }
            Ok(outlines)
        })
    })
}
