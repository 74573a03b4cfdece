//! The lessons home speaks of: those done, and the one in hand.

use crate::browser::fetch::FetchFault;
use crate::saving::{Named, Saving};
use crate::site::{Asked, outline_of, use_asked};
use lesson::outline::Outline;
use lesson::programme::{LessonLink, Programme};
use std::rc::Rc;
use yew::prelude::*;

/// What home shows of the programme.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct HomeLessons {
    /// The lessons done and the one in hand, in the order of the programme.
    pub outlines: Rc<Vec<Outline>>,
    /// The lesson to go on with, when one is left.
    pub in_hand: Option<Rc<Outline>>,
}

/// What home shows of a programme; asked for again when someone else is here, or another lesson is done.
#[hook]
pub fn use_home_lessons(programme: &Asked<Programme>, saving: &Saving) -> Asked<HomeLessons> {
    let programme = programme.here().cloned();
    let person = saving.person().map(|person| person.id.clone());
    let done: Vec<String> = saving.lessons_done().map(str::to_owned).collect();
    let saving = saving.clone();
    use_asked((programme, person, done), move |(programme, ..)| {
        let programme = programme.clone()?;
        Some(async move { home_lessons(&programme, &saving).await })
    })
}

/// Asks for as few lessons as it can: those done, and the first that is not.
async fn home_lessons(programme: &Programme, saving: &Saving) -> Result<HomeLessons, FetchFault> {
    let links: Vec<&LessonLink> = programme
        .modules
        .iter()
        .flat_map(|module| &module.lessons)
        .collect();
    let last = saving.last_lesson();
    // An id that the programme does not have may be the former one of any lesson: only the lessons themselves tell.
    let is_any_renamed = saving
        .lessons_done()
        .chain(last.as_deref())
        .any(|id| !links.iter().any(|link| link.id == id));
    let mut places: Vec<usize> = (0..links.len()).collect();
    places.sort_by_key(|place| last.as_ref() != Some(&links[*place].id));
    let mut found: Vec<(usize, Outline)> = Vec::new();
    let mut has_open = false;
    for place in places {
        let link = links[place];
        if has_open && !is_any_renamed && !saving.is_lesson_done(&link.id) {
            continue;
        }
        // A lesson to come has its place in the programme and no folder yet.
        if let Some(outline) = outline_of(link).await? {
            has_open |= !saving.is_lesson_done(&outline);
            found.push((place, outline));
        }
    }
    found.sort_by_key(|(place, _)| *place);
    let mut outlines: Vec<Outline> = found.into_iter().map(|(_, outline)| outline).collect();
    let open = || outlines.iter().filter(|outline| !saving.is_lesson_done(*outline));
    let in_hand = open()
        .find(|outline| last.as_ref().is_some_and(|last| outline.is_named(last)))
        .or_else(|| open().next())
        .cloned()
        .map(Rc::new);
    outlines.retain(|outline| {
        saving.is_lesson_done(outline) || in_hand.as_ref().is_some_and(|one| one.id == outline.id)
    });
    Ok(HomeLessons {
        outlines: Rc::new(outlines),
        in_hand,
    })
}
