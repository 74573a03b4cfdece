//! The drawings one keeps: opened, taken again as a copy, taken away and brought back.

use crate::design_bench::Lines;
use crate::free_drawing::{LESSON, new_drawing};
use crate::i18n::design_bench::DesignWords;
use crate::i18n::record::date;
use crate::route::{Link, Route};
use crate::saving::use_saving;
use crate::widgets::header::Header;
use crate::widgets::icon::Icon;
use design::letters::Letters;
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
    let cards = works.into_iter().filter_map(|(id, work)| {
        let revision = newest(&work)?.clone();
        let document = saved::read(&revision.text).ok();
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
        Some(html! {
            <li key={id.to_string()} class="drawing-card">
                <Link class="drawing-open" to={Route::Drawing { work: id.to_string() }}>
                    <Picture text={revision.text.clone()} />
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
        })
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

/// Properties of [`Picture`].
#[derive(Properties, PartialEq)]
pub struct PictureProps {
    /// A saved drawing.
    pub text: Rc<str>,
}

/// A small picture of a drawing; words are left out, since their letters are not here.
#[component]
pub fn Picture(props: &PictureProps) -> Html {
    let Ok(document) = saved::read(&props.text) else {
        return Html::default();
    };
    let (width, height) = (document.page.width.value(), document.page.height.value());
    html! {
        <svg class="drawing-picture" viewBox={format!("-2 -2 {:.1} {:.1}", width + 4.0, height + 4.0)} aria-hidden="true">
            <rect class="plate" x="0" y="0" width={format!("{width:.1}")} height={format!("{height:.1}")} rx="1" />
            <Lines document={Rc::new(document)} letters={Rc::<Letters>::default()} />
        </svg>
    }
}
