//! A person of this computer: a name of their choice, a tool as a face, and how they like to read.

use std::rc::Rc;
use words::Language;

/// Names a person's folder; drawn at random when they first come, never a name.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PersonId(Rc<str>);

impl PersonId {
    /// 1 to 64 of `a-z0-9-`; anything else is no person.
    #[must_use]
    pub fn new(text: &str) -> Option<Self> {
        let is_fine = (1..=64).contains(&text.len())
            && text
                .bytes()
                .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
        is_fine.then(|| Self(text.into()))
    }

    /// Its text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// A person as the page shows them.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// Their id.
    pub id: PersonId,
    /// First name or nickname as typed; blank when they gave none: show the tool's name then.
    pub name: Rc<str>,
    /// Their face.
    pub tool: Tool,
    /// How they like to read.
    pub settings: Settings,
}

/// How a person likes to read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Settings {
    /// Language of interface and lessons.
    pub language: Language,
    /// Size of all text.
    pub text_size: TextSize,
    /// Space between letters, words and lines.
    pub spacing: Spacing,
    /// Light or dark.
    pub theme: Theme,
}

/// One setting with its value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Setting {
    /// Language of interface and lessons.
    Language(Language),
    /// Size of all text.
    TextSize(TextSize),
    /// Space between letters, words and lines.
    Spacing(Spacing),
    /// Light or dark.
    Theme(Theme),
}

impl Settings {
    /// These settings with one changed.
    #[must_use]
    pub fn with(mut self, setting: Setting) -> Self {
        match setting {
            Setting::Language(language) => self.language = language,
            Setting::TextSize(size) => self.text_size = size,
            Setting::Spacing(spacing) => self.spacing = spacing,
            Setting::Theme(theme) => self.theme = theme,
        }
        self
    }

    /// Each setting with its value.
    #[must_use]
    pub fn each(self) -> [Setting; 4] {
        [
            Setting::Language(self.language),
            Setting::TextSize(self.text_size),
            Setting::Spacing(self.spacing),
            Setting::Theme(self.theme),
        ]
    }
}

/// Makes an enum whose variants have one saved name each, the first being the default.
macro_rules! saved_names {
    ($(#[$meta:meta])* $name:ident { $($(#[$variant_meta:meta])* $variant:ident = $saved:literal),* $(,)? }) => {
        $(#[$meta])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum $name { $($(#[$variant_meta])* $variant),* }

        impl $name {
            /// All of them, in the order shown; the first is the default.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            /// The name in saved data and in `data-` attributes; never changed, data depend on it.
            #[must_use]
            pub fn saved_name(self) -> &'static str {
                match self { $(Self::$variant => $saved),* }
            }

            /// The one of a saved name.
            #[must_use]
            pub fn from_saved_name(name: &str) -> Option<Self> {
                Self::ALL.iter().copied().find(|one| one.saved_name() == name)
            }
        }

        impl Default for $name {
            fn default() -> Self { Self::ALL[0] }
        }
    };
}
pub(crate) use saved_names;

saved_names! {
    /// A tool of the workshop, as a face.
    Tool {
        /// Marteau.
        Hammer = "hammer",
        /// Scie.
        Saw = "saw",
        /// Rabot.
        Plane = "plane",
        /// Clé.
        Spanner = "spanner",
        /// Équerre.
        SetSquare = "set-square",
        /// Compas.
        Compass = "compass",
        /// Mètre.
        TapeMeasure = "tape-measure",
        /// Tournevis.
        Screwdriver = "screwdriver",
    }
}

saved_names! {
    /// Size of text, in percent of the page's own.
    TextSize {
        /// 100 %.
        Normal = "100",
        /// 125 %.
        Large = "125",
        /// 150 %.
        Larger = "150",
        /// 200 %.
        Largest = "200",
    }
}

saved_names! {
    /// Space between letters, words and lines.
    Spacing {
        /// As drawn.
        Normal = "normal",
        /// Wider.
        Wide = "wide",
        /// Widest: the values of WCAG 2.2, 1.4.12 and beyond.
        Wider = "wider",
    }
}

saved_names! {
    /// Light or dark.
    Theme {
        /// As the machine is set.
        System = "system",
        /// Light.
        Light = "light",
        /// Dark.
        Dark = "dark",
    }
}
