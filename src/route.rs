//! The addresses of the page, behind `#` so that any folder of any web space can serve it.

use yew_router::prelude::*;

/// A place of the app.
#[derive(Clone, Debug, PartialEq, Routable)]
pub enum Route {
    /// What can I do now.
    #[at("/")]
    Home,
    /// The five months.
    #[at("/parcours")]
    CourseMap,
    /// A lesson, at the step in hand.
    #[at("/lecon/:id")]
    Lesson {
        /// The lesson's id.
        id: String,
    },
    /// A lesson at a step.
    #[at("/lecon/:id/:step")]
    LessonStep {
        /// The lesson's id.
        id: String,
        /// The step's id.
        step: String,
    },
    /// A lesson passed: what was made.
    #[at("/reussi/:id")]
    Passed {
        /// The lesson's id.
        id: String,
    },
    /// The device bench without a lesson.
    #[at("/appareil")]
    Device,
    /// See, copy, erase what is kept.
    #[at("/moi")]
    MyData,
    /// Anything else: home, with a sentence.
    #[not_found]
    #[at("/introuvable")]
    NotFound,
}
