//! The drawings one keeps: opened, taken again as a copy, taken away and brought back.

use crate::design_bench::{fonts_of, use_letters};
use crate::free_drawing::picture::Picture;
use crate::free_drawing::{LESSON, new_drawing};
use crate::i18n::design_bench::DesignWords;
use crate::i18n::record::date;
use crate::route::{Link, Route};
use crate::saving::use_saving;
use crate::widgets::header::Header;
use crate::widgets::icon::Icon;
use design::document::{Document, Font};
use design::saved;
use record::{Revision, Work, WorkKind};
use std::rc::Rc;
use yew::prelude::*;

/// The list.
#[component]
pub fn Drawings() -> Html {
    let saving = use_saving();
    let language = saving.language();
    // The last one taken away can be brought back.
    let taken_away = use_state(|| None::<(Rc<str>, Rc<str>)>);
    let begin = Callback::from(|_: MouseEvent| new_drawing().go());
    let mut works = saving.works_of(LESSON);
    works.sort_by_key(|(_, work)| std::cmp::Reverse(newest(work).map(|revision| revision.written.clone())));
    let kept: Vec<(Rc<str>, Revision, Option<Rc<Document>>)> = works
        .into_iter()
        .filter_map(|(id, work)| {
            let revision = newest(&work)?.clone();
            let document = saved::read(&revision.text).ok().map(Rc::new);
            Some((id, revision, document))
        })
        .collect();
    // Each font is asked for once, however many drawings write in it.
    let is_used = |font: &Font| {
        let mut documents = kept.iter().filter_map(|(.., document)| document.as_deref());
        documents.any(|document| fonts_of(document).contains(font))
    };
    let letters = use_letters(Font::ALL.into_iter().filter(is_used).collect());
    let cards = kept.into_iter().map(|(id, revision, document)| {
        let name = document
            .as_ref()
            .map(|document| document.name.clone())
            .filter(|name| !name.is_empty())
            .unwrap_or_else(|| DesignWords::Unnamed.text(language).to_owned());
        let copy = {
            let (saving, text) = (saving.clone(), revision.text.clone());
            Callback::from(move |_: MouseEvent| {
                let route = new_drawing();
                if let Route::Drawing { work } = &route {
                    saving.save_work(LESSON, &**work, WorkKind::Drawing, text.clone());
                    route.go();
                }
            })
        };
        let take_away = {
            let (saving, taken_away) = (saving.clone(), taken_away.clone());
            let (id, text) = (id.clone(), revision.text.clone());
            Callback::from(move |_: MouseEvent| {
                saving.restart_step(LESSON, &*id);
                taken_away.set(Some((id.clone(), text.clone())));
            })
        };
        html! {
            <li key={id.to_string()} class="drawing-card">
                <Link class="drawing-open" to={Route::Drawing { work: id.to_string() }}>
                    if let Some(document) = document { <Picture {document} letters={Rc::clone(&letters)} /> }
                    <b>{ &name }</b><small>{ date(&revision.written, language) }</small>
                </Link>
                <div class="drawing-ways">
                    <button type="button" class="button quiet" onclick={copy} aria-label={format!("{} : {name}", DesignWords::Duplicate.text(language))}>
                        <Icon name="copy" />{ DesignWords::Duplicate.text(language) }
                    </button>
                    <button type="button" class="button quiet erase" onclick={take_away} aria-label={format!("{} : {name}", DesignWords::Erase.text(language))}>
                        <Icon name="trash-2" />{ DesignWords::Erase.text(language) }
                    </button>
                </div>
            </li>
        }
    });
    let cards: Vec<Html> = cards.collect();
    let bring_back = {
        let (saving, taken_away) = (saving.clone(), taken_away.clone());
        Callback::from(move |_: MouseEvent| {
            if let Some((id, text)) = &*taken_away {
                saving.save_work(LESSON, &**id, WorkKind::Drawing, text.clone());
            }
            taken_away.set(None);
        })
    };
    html! {
        <div class="page" data-screen="drawings">
            <Header><h1 class="where">{ DesignWords::MyDrawings.text(language) }</h1></Header>
            <main id="content" class="drawings">
                <button type="button" class="button main" onclick={begin}><Icon name="plus" />{ DesignWords::NewDrawing.text(language) }</button>
                if taken_away.is_some() {
                    <p class="taken-away" role="status">
                        { DesignWords::DrawingErased.text(language) }
                        <button type="button" class="button" onclick={bring_back}><Icon name="undo-2" />{ DesignWords::Undo.text(language) }</button>
                    </p>
                }
                if cards.is_empty() { <p>{ DesignWords::NoDrawing.text(language) }</p> } else { <ul class="drawing-cards">{ cards }</ul> }
            </main>
        </div>
    }
}

fn newest(work: &Work) -> Option<&Revision> {
    match work {
        Work::None => None,
        Work::One(revision) => Some(revision),
        Work::Several(revisions) => revisions
            .iter()
            .max_by(|one, other| one.written.cmp(&other.written)),
    }
}
