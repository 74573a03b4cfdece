//! A lesson of the site, fetched and read.

use crate::browser::fetch::{self, FetchFault};
use crate::site::{Asked, lesson_file, use_asked};
use lesson::lesson::Parsed;
use std::rc::Rc;
use words::Language;
use yew::prelude::*;

/// A lesson's text, and the folder it came from.
#[derive(Clone, Debug, PartialEq)]
pub struct FetchedLesson {
    /// The lesson and its problems.
    pub parsed: Parsed,
    /// The text itself, for the author's panel.
    pub source: Rc<str>,
    /// Path relative to `lessons/`.
    pub path: String,
    /// The language asked for is not there: this is the French one.
    pub is_untranslated: bool,
}

/// Path of a lesson in a language, relative to `lessons/`.
fn own_path(id: &str, language: Language) -> String {
    format!("{id}/{}.md", language.code())
}

async fn whole_lesson(id: &str, language: Language) -> Result<FetchedLesson, FetchFault> {
    let own = own_path(id, language);
    let french = format!("{id}/fr.md");
    let (path, text) = match fetch::text(&lesson_file(&own)).await {
        Err(FetchFault::Missing) if language != Language::French => {
            (french, fetch::text(&lesson_file(&format!("{id}/fr.md"))).await?)
        }
        other => (own, other?),
    };
    let mut parsed = lesson::parse(&text, Some(id));
    if language != Language::French && path == own_path(id, language) {
        // A translation may leave its programs and checks to the French lesson.
        if let Ok(french) = fetch::text(&lesson_file(&format!("{id}/fr.md"))).await {
            parsed.lesson.inherit(&lesson::parse(&french, Some(id)).lesson);
        }
    }
    Ok(FetchedLesson {
        parsed,
        source: text.into(),
        is_untranslated: !path.ends_with(&format!("/{}.md", language.code())),
        path,
    })
}

/// A lesson by its id, in a language or in French.
#[hook]
pub fn use_lesson(id: &AttrValue, language: Language) -> Asked<FetchedLesson> {
    use_asked((id.clone(), language), |(id, language)| {
        let (id, language) = (id.clone(), *language);
        Some(async move { whole_lesson(&id, language).await })
    })
}
