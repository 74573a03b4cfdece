//! A check: what is done to the device and what it must then have done, or what a drawing must be. One sentence a
//! line, a closed list.

mod block_words;
mod drawing;
mod inputs;
mod reading;
mod sense;
mod table;
mod template;
mod tokens;
mod values;

pub use block_words::BlockWords;
pub use drawing::{DrawingProperty, Work};
pub use reading::{SourceLine, parse, parse_of_drawing};
pub use table::{patterns, patterns_of_drawings};
pub(crate) use values::{level_word as level_in_words, time_words as time_in_words};

use device::parts::{PartKind, PartName};
use device::trace::Millis;
use words::Language;

/// A check of a step.
#[derive(Clone, Debug, PartialEq)]
pub struct Check {
    /// Its id, after `verif`.
    pub id: String,
    /// How long the device runs; 10 s unless given.
    pub duration: Millis,
    /// How often the whole check runs, each time with another seed of chance; 1 unless given.
    pub runs: u32,
    /// What is done to the device, in the order written.
    pub stimuli: Vec<Stimulus>,
    /// What it must have done, in the order written.
    pub sentences: Vec<Sentence>,
    /// Lines that could not be understood: such a check never passes.
    pub lines_not_understood: Vec<usize>,
    /// What is said when all passes.
    pub praise: Option<String>,
}

/// A sentence of a check: one property, and the author's own words for it.
#[derive(Clone, Debug, PartialEq)]
pub struct Sentence {
    /// Line of the file, from 1.
    pub line: usize,
    /// What must hold.
    pub property: Property,
    /// What is said when it does not hold, after `|`.
    pub own_words: Option<String>,
}

/// An act on the device.
#[derive(Clone, Debug, PartialEq)]
pub enum Stimulus {
    /// `à T appuie X [pendant T]`
    Press {
        /// The button.
        part: PartName,
        /// When it goes down.
        at: Millis,
        /// How long it stays down; [`Stimulus::PRESS`] unless given.
        held: Option<Millis>,
    },
    /// `à T règle X sur V`
    Set {
        /// The input.
        part: PartName,
        /// When.
        at: Millis,
        /// Its value from then on.
        level: Level,
    },
    /// `de T à T glisse X de V à V`: linear, one value every [`Stimulus::SLIDE_STEP`].
    Slide {
        /// The input.
        part: PartName,
        /// When the slide begins and ends.
        during: Interval,
        /// Its value at the beginning, in the part's unit.
        from: f64,
        /// Its value at the end, in the part's unit.
        to: f64,
    },
}

impl Stimulus {
    /// How long a press lasts when nothing is said (lesson-format, "What each sentence means").
    pub const PRESS: Millis = Millis(200);
    /// The time between two values of a slide (lesson-format, "What each sentence means").
    pub const SLIDE_STEP: Millis = Millis(20);

    /// The part it acts on.
    #[must_use]
    pub fn part(&self) -> &PartName {
        match self {
            Self::Press { part, .. } | Self::Set { part, .. } | Self::Slide { part, .. } => part,
        }
    }
}

/// A span of virtual time, both ends included.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Interval {
    /// Its first instant.
    pub from: Millis,
    /// Its last instant.
    pub to: Millis,
}

/// A value that a sentence names.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Level {
    /// A number in the part's unit; matched within [`Level::TOLERANCE`] unless the sentence gives another.
    Number(f64),
    /// `allumée`: above 0.
    On,
    /// `éteinte`: 0.
    Off,
    /// `appuyé`.
    Pressed,
    /// `relâché`.
    Released,
}

impl Level {
    /// How near a number must be without `±`, in the part's unit (lesson-format, "What each sentence means").
    pub const TOLERANCE: f64 = 0.5;

    /// Whether a part that shows `value` is at this level. `tolerance` is that of the sentence, in the part's unit.
    #[must_use]
    pub fn is_at(self, value: f64, tolerance: Option<f64>) -> bool {
        match self {
            // The billionth is for sums of decimal fractions (a hundred times 0.1).
            Self::Number(wanted) => (value - wanted).abs() <= tolerance.unwrap_or(Self::TOLERANCE) + 1e-9,
            Self::On | Self::Pressed => value > 0.0,
            Self::Off | Self::Released => value <= 0.0,
        }
    }

    /// Whether it is `allumée` or `appuyé`.
    fn is_on(self) -> bool {
        matches!(self, Self::On | Self::Pressed)
    }

    /// The value a part has when set to this level, in the part's unit.
    #[must_use]
    pub fn value(self, kind: PartKind) -> f64 {
        match self {
            Self::Number(value) => value,
            Self::On | Self::Pressed => kind.range().1,
            Self::Off | Self::Released => 0.0,
        }
    }
}

/// `monte` or `descend`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// Towards greater values.
    Up,
    /// Towards smaller values.
    Down,
}

/// How a count is bounded.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Bound {
    /// `au moins`
    AtLeast,
    /// `au plus`
    AtMost,
    /// `exactement`
    Exactly,
}

/// How a value is compared with another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparison {
    /// `<`
    Below,
    /// `>`
    Above,
    /// `=`, within [`Level::TOLERANCE`].
    Equal,
}

impl Comparison {
    /// Whether a value stands so to a level.
    #[must_use]
    pub fn holds(self, value: f64, level: Level) -> bool {
        match (self, level) {
            (Self::Equal, level) => level.is_at(value, None),
            (Self::Below, Level::Number(limit)) => value < limit,
            (Self::Above, Level::Number(limit)) => value > limit,
            // More than off is on, less than on is off.
            (Self::Below, level) => level.is_on() && value <= 0.0,
            (Self::Above, level) => !level.is_on() && value > 0.0,
        }
    }
}

/// Something that must hold. What each means, to the millisecond: lesson-format, "What each sentence means".
#[derive(Clone, Debug, PartialEq)]
pub enum Property {
    /// `X est V à T`, `X vaut V ± N à T`
    Is {
        /// X.
        part: PartName,
        /// V.
        level: Level,
        /// N, in the part's unit.
        tolerance: Option<f64>,
        /// T.
        at: Millis,
    },
    /// `X devient V entre T et T`
    Becomes {
        /// X.
        part: PartName,
        /// V.
        level: Level,
        /// When the change is dated.
        between: Interval,
    },
    /// `X reste V de T à T`
    Stays {
        /// X.
        part: PartName,
        /// V.
        level: Level,
        /// All along.
        during: Interval,
    },
    /// `X monte|descend de V à V en T à T`
    Ramps {
        /// X.
        part: PartName,
        /// Up or down.
        direction: Direction,
        /// The first value, in the part's unit.
        from: f64,
        /// The last value, in the part's unit.
        to: f64,
        /// The shortest and the longest time it may take.
        lasting: Interval,
    },
    /// `X clignote à F Hz [± P %] [de T à T]`
    Blinks {
        /// X.
        part: PartName,
        /// F, above 0.
        hertz: f64,
        /// P, in percent of the period; [`Property::BLINK_TOLERANCE`] unless given.
        tolerance: Option<f64>,
        /// The window.
        during: Option<Interval>,
    },
    /// `X change au moins|au plus|exactement N fois [de T à T]`
    Changes {
        /// X.
        part: PartName,
        /// How N bounds.
        bound: Bound,
        /// N.
        times: u32,
        /// The window.
        during: Option<Interval>,
    },
    /// `X suit Y ± P % [retard T]`
    Follows {
        /// X.
        part: PartName,
        /// Y.
        leader: PartName,
        /// P, in points of the full scale.
        tolerance: f64,
        /// T; [`Property::FOLLOW_DELAY`] unless given.
        delay: Option<Millis>,
    },
    /// `si Y <|>|= V alors X devient W en moins de T`
    Responds {
        /// Y.
        cause: PartName,
        /// How Y is compared.
        comparison: Comparison,
        /// V.
        threshold: Level,
        /// X.
        part: PartName,
        /// W.
        level: Level,
        /// T.
        within: Millis,
    },
    /// `jamais X et Y allumées ensemble`
    NeverTogether {
        /// X and Y.
        parts: [PartName; 2],
    },
    /// `ordre A, B, C`
    Order {
        /// At least two.
        parts: Vec<PartName>,
    },
    /// `aucune erreur`
    NoError,
    /// `programme utilise BLOC [au moins N fois]`
    Uses {
        /// BLOC.
        block: BlockWords,
        /// N; 1 unless given.
        at_least: Option<u32>,
    },
    /// `programme sans BLOC`
    Without {
        /// BLOC.
        block: BlockWords,
    },
    /// `programme au plus N blocs`
    AtMostBlocks {
        /// N.
        blocks: u32,
    },
    /// Something about a drawing.
    Drawing(DrawingProperty),
}

impl Property {
    /// P of `clignote` when not given, in percent (lesson-format, "What each sentence means").
    pub const BLINK_TOLERANCE: f64 = 10.0;
    /// T of `suit` when not given (lesson-format, "What each sentence means").
    pub const FOLLOW_DELAY: Millis = Millis(100);

    /// Whether it speaks of the program's blocks alone, not of what the device did.
    #[must_use]
    pub fn is_of_the_program(&self) -> bool {
        matches!(
            self,
            Self::Uses { .. } | Self::Without { .. } | Self::AtMostBlocks { .. }
        )
    }

    /// The parts it names, in the order written.
    #[must_use]
    pub fn parts(&self) -> Vec<&PartName> {
        match self {
            Self::Is { part, .. }
            | Self::Becomes { part, .. }
            | Self::Stays { part, .. }
            | Self::Ramps { part, .. }
            | Self::Blinks { part, .. }
            | Self::Changes { part, .. } => vec![part],
            Self::Follows { part, leader, .. } => vec![part, leader],
            Self::Responds { cause, part, .. } => vec![cause, part],
            Self::NeverTogether { parts } => parts.iter().collect(),
            Self::Order { parts } => parts.iter().collect(),
            Self::NoError
            | Self::Uses { .. }
            | Self::Without { .. }
            | Self::AtMostBlocks { .. }
            | Self::Drawing(_) => Vec::new(),
        }
    }

    /// The sentence, as an author writes it after `vérifie` or `check`.
    #[must_use]
    pub fn sentence(&self, language: Language) -> String {
        match self {
            Self::Drawing(property) => table::write(table::DRAWING, property, language),
            of_the_device => table::write(table::PROPERTIES, of_the_device, language),
        }
    }
}

impl Check {
    /// How long the device runs when nothing is said (lesson-format, "What each sentence means").
    pub const DURATION: Millis = Millis(10_000);

    /// A check without a sentence.
    #[must_use]
    pub fn empty(id: impl Into<String>) -> Self {
        Self {
            id: id.into(),
            duration: Self::DURATION,
            runs: 1,
            stimuli: Vec::new(),
            sentences: Vec::new(),
            lines_not_understood: Vec::new(),
            praise: None,
        }
    }

    /// Whether it is about a drawing.
    #[must_use]
    pub fn is_of_a_drawing(&self) -> bool {
        let is_of_a_drawing = |sentence: &Sentence| matches!(sentence.property, Property::Drawing(_));
        self.sentences.iter().any(is_of_a_drawing)
    }

    /// Whether another check does and asks the same: all but own words, praise and places in the file.
    #[must_use]
    pub fn asks_the_same_as(&self, other: &Self) -> bool {
        let properties = |check: &Self| -> Vec<Property> {
            check
                .sentences
                .iter()
                .map(|sentence| sentence.property.clone())
                .collect()
        };
        self.id == other.id
            && self.duration == other.duration
            && self.runs == other.runs
            && self.stimuli == other.stimuli
            && properties(self) == properties(other)
    }

    /// The lines of its fence, in a language; reading them gives the same check. Own words and praise stay as the
    /// author wrote them.
    #[must_use]
    pub fn lines(&self, language: Language) -> Vec<String> {
        use table::{Setup, VERB};
        let mut lines = Vec::new();
        if !self.is_of_a_drawing() {
            let duration = Setup::Duration(self.duration);
            lines.push(table::write(table::SETUP, &duration, language));
        }
        if self.runs != 1 {
            lines.push(table::write(table::SETUP, &Setup::Runs(self.runs), language));
        }
        lines.extend(
            self.stimuli
                .iter()
                .map(|stimulus| table::write(table::SETUP, &Setup::Act(stimulus.clone()), language)),
        );
        lines.extend(self.sentences.iter().map(|sentence| {
            let verb = language.pick(VERB[0], VERB[1]);
            let property = sentence.property.sentence(language);
            match &sentence.own_words {
                Some(own) => format!("{verb} {property} | {own}"),
                None => format!("{verb} {property}"),
            }
        }));
        if let Some(praise) = &self.praise {
            lines.push(format!(
                "{} {praise}",
                language.pick(table::PRAISE[0], table::PRAISE[1])
            ));
        }
        lines
    }
}
