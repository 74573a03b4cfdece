//! The addresses of the page, behind `#` so that any folder of any web space can serve it.

use crate::browser::address;
use yew::prelude::*;

/// A place of the app.
#[derive(Clone, Debug, PartialEq)]
pub enum Route {
    /// What can I do now.
    Home,
    /// The five months.
    CourseMap,
    /// A lesson, at the step in hand.
    Lesson {
        /// The lesson's id.
        id: String,
    },
    /// A lesson at a step.
    LessonStep {
        /// The lesson's id.
        id: String,
        /// The step's id.
        step: String,
    },
    /// A lesson passed: what was made.
    Passed {
        /// The lesson's id.
        id: String,
    },
    /// The device bench without a lesson.
    Device,
    /// The drawings one keeps; a new one where there is none yet.
    Drawings,
    /// The drawing bench without a lesson, with one of these drawings.
    Drawing {
        /// The drawing's name in the record.
        work: String,
    },
    /// See, copy, erase what is kept.
    MyData,
    /// My data, with the code of a link to send work with: never stays in the address.
    Connect {
        /// The code, its words joined by `-`.
        code: String,
    },
    /// Who is where, for a trainer.
    Class,
    /// Anything else: home, with a sentence.
    NotFound,
}

/// The first word of an address.
mod word {
    pub const COURSE_MAP: &str = "parcours";
    pub const LESSON: &str = "lecon";
    pub const PASSED: &str = "reussi";
    pub const DEVICE: &str = "appareil";
    pub const DRAWING: &str = "dessin";
    pub const MY_DATA: &str = "moi";
    pub const CONNECT: &str = "relier";
    pub const CLASS: &str = "classe";
}

impl Route {
    /// The place of an address, from its `#` on. Words after a `?` are not looked at.
    #[must_use]
    pub fn read(address: &str) -> Self {
        let path = address.split('?').next().unwrap_or_default();
        let mut words = path.trim_start_matches('#').trim_matches('/').split('/');
        // Ids are kept as written: those of lessons need no escapes.
        let mut next = || words.next().map(str::to_owned);
        match (next().unwrap_or_default().as_str(), next(), next(), next()) {
            ("", None, ..) => Self::Home,
            (word::COURSE_MAP, None, ..) => Self::CourseMap,
            (word::LESSON, Some(id), None, _) => Self::Lesson { id },
            (word::LESSON, Some(id), Some(step), None) => Self::LessonStep { id, step },
            (word::PASSED, Some(id), None, _) => Self::Passed { id },
            (word::DEVICE, None, ..) => Self::Device,
            (word::DRAWING, None, ..) => Self::Drawings,
            (word::DRAWING, Some(work), None, _) => Self::Drawing { work },
            (word::MY_DATA, None, ..) => Self::MyData,
            (word::CONNECT, Some(code), None, _) => Self::Connect { code },
            (word::CLASS, None, ..) => Self::Class,
            _ => Self::NotFound,
        }
    }

    /// The address, from its `#` on.
    #[must_use]
    pub fn address(&self) -> String {
        match self {
            Self::Home | Self::NotFound => "#/".to_owned(),
            Self::CourseMap => format!("#/{}", word::COURSE_MAP),
            Self::Lesson { id } => format!("#/{}/{id}", word::LESSON),
            Self::LessonStep { id, step } => format!("#/{}/{id}/{step}", word::LESSON),
            Self::Passed { id } => format!("#/{}/{id}", word::PASSED),
            Self::Device => format!("#/{}", word::DEVICE),
            Self::Drawings => format!("#/{}", word::DRAWING),
            Self::Drawing { work } => format!("#/{}/{work}", word::DRAWING),
            Self::MyData => format!("#/{}", word::MY_DATA),
            Self::Connect { code } => format!("#/{}/{code}", word::CONNECT),
            Self::Class => format!("#/{}", word::CLASS),
        }
    }

    /// Goes there; the way back leads here again.
    pub fn go(&self) {
        address::go_to(&self.address());
    }

    /// Goes there instead of here: the way back leads past here.
    pub fn go_instead(&self) {
        address::go_to_instead(&self.address());
    }
}

/// The place in the address of the page, now and whenever it changes.
#[hook]
pub fn use_route() -> Route {
    let route = use_state_eq(|| Route::read(&address::after_path()));
    let set = route.setter();
    use_effect_with((), move |()| {
        let listener = address::on_change(move || set.set(Route::read(&address::after_path())));
        move || drop(listener)
    });
    (*route).clone()
}

/// Properties of [`Link`].
#[derive(Properties, PartialEq)]
pub struct LinkProps {
    /// Where it leads.
    pub to: Route,
    /// Classes of the link.
    #[prop_or_default]
    pub class: AttrValue,
    /// Its words.
    pub children: Html,
}

/// A link to a place of the app.
#[component]
pub fn Link(props: &LinkProps) -> Html {
    let go = {
        let to = props.to.clone();
        move |pressed: MouseEvent| {
            // With one of these keys a browser opens it elsewhere.
            if pressed.ctrl_key() || pressed.meta_key() || pressed.shift_key() || pressed.alt_key() {
                return;
            }
            // The page's own `<base>` would take the words before the `#` away.
            pressed.prevent_default();
            to.go();
        }
    };
    let class = (!props.class.is_empty()).then(|| props.class.clone());
    html! { <a {class} href={props.to.address()} onclick={go}>{ props.children.clone() }</a> }
}

#[cfg(test)]
mod tests {
    use super::Route;

    #[test]
    fn addresses_are_read_as_they_are_written() {
        let (id, step) = (|| "blinking-led".to_owned(), || "essayer".to_owned());
        let routes = [
            Route::Home,
            Route::CourseMap,
            Route::Lesson { id: id() },
            Route::LessonStep {
                id: id(),
                step: step(),
            },
            Route::Passed { id: id() },
            Route::Device,
            Route::Drawings,
            Route::Drawing { work: id() },
            Route::MyData,
            Route::Connect { code: id() },
            Route::Class,
        ];
        for route in routes {
            assert_eq!(Route::read(&route.address()), route, "{}", route.address());
        }
    }

    #[test]
    fn what_is_no_address_leads_to_a_sentence() {
        for (address, route) in [
            ("", Route::Home),
            ("#", Route::Home),
            ("#/parcours/", Route::CourseMap),
            ("#/appareil?auteur", Route::Device),
            ("#/nulle-part", Route::NotFound),
            ("#/moi/x", Route::NotFound),
            ("#/lecon", Route::NotFound),
            ("#/lecon/a/b/c", Route::NotFound),
        ] {
            assert_eq!(Route::read(address), route, "{address}");
        }
    }
}
