//! How a message calls parts, values and times.

use crate::check::{Comparison, Level};
use device::parts::{Board, PartKind, PartName};
use device::trace::Millis;
use words::{Language, number};

/// Names for one board in one language.
pub(super) struct Names<'a> {
    pub board: &'a Board,
    pub language: Language,
}

impl Names<'_> {
    pub fn pick<T>(&self, french: T, english: T) -> T {
        self.language.pick(french, english)
    }

    fn is_only_one(&self, part: &PartName) -> bool {
        self.board.of_kind(part.kind).count() < 2
    }

    /// A part: `la lampe`, or `lampe_2` where there are several.
    pub fn thing(&self, part: &PartName) -> String {
        if part.kind == PartKind::Button || !self.is_only_one(part) {
            return part.in_language(self.language);
        }
        let [french, english] = match part.kind {
            PartKind::Lamp => ["la lampe", "the lamp"],
            PartKind::Buzzer => ["le buzzer", "the buzzer"],
            PartKind::Potentiometer => ["le potentiomètre", "the potentiometer"],
            PartKind::AmbientLight => ["la lumière ambiante", "the ambient light"],
            PartKind::Button => ["le bouton", "the button"],
        };
        self.pick(french, english).to_owned()
    }

    /// What a part has a level of: `la lumière`, or `lampe_2` where there are several.
    pub fn level_of(&self, part: &PartName) -> String {
        if part.kind == PartKind::Lamp && self.is_only_one(part) {
            self.pick("la lumière", "the light").to_owned()
        } else {
            self.thing(part)
        }
    }

    /// The one or the other, as a level is said of the part.
    pub fn subject(&self, part: &PartName, level: Level) -> String {
        match level {
            Level::Number(_) => self.level_of(part),
            _ => self.thing(part),
        }
    }

    /// A number with at most one decimal.
    pub fn plain(&self, value: f64) -> String {
        number(libm::round(value * 10.0) / 10.0, self.language)
    }

    /// A value with its unit.
    pub fn value(&self, kind: PartKind, value: f64) -> String {
        let value = self.plain(value);
        match kind {
            PartKind::Lamp => format!("{value}\u{a0}%"),
            PartKind::Buzzer => format!("{value}\u{a0}Hz"),
            PartKind::Button | PartKind::Potentiometer | PartKind::AmbientLight => value,
        }
    }

    /// A time with its unit, from one second on to the hundredth.
    pub fn time(&self, at: Millis) -> String {
        let at = if at.0 < 1000 {
            at
        } else {
            Millis((at.0 + 5) / 10 * 10)
        };
        crate::check::time_in_words(at, self.language).replace(' ', "\u{a0}")
    }

    /// `est allumée`, `est à 20 %`: the value a part has, in the words of the level asked for.
    pub fn is(&self, part: &PartName, asked: Level, value: f64) -> String {
        let is_on = value > 0.0;
        let [french, english] = match (asked, part.kind) {
            (Level::Number(_), kind) => {
                let value = self.value(kind, value);
                return self.pick(format!("est à {value}"), format!("is at {value}"));
            }
            (_, PartKind::Lamp) if is_on => ["est allumée", "is on"],
            (_, PartKind::Lamp) => ["est éteinte", "is off"],
            (_, PartKind::Buzzer) if is_on => ["sonne", "sounds"],
            (_, PartKind::Buzzer) => ["est silencieux", "is silent"],
            (_, PartKind::Button) if is_on => ["est appuyé", "is pressed"],
            (_, PartKind::Button) => ["est relâché", "is released"],
            (_, _) if is_on => ["est allumé", "is on"],
            (_, _) => ["est éteint", "is off"],
        };
        self.pick(french, english).to_owned()
    }

    /// `allumée`, `à 20 %`: a level as it is asked for, after the part.
    pub fn at_level(&self, part: &PartName, level: Level) -> String {
        let [french, english] = match (level, part.kind) {
            (Level::Number(value), kind) => {
                let value = self.value(kind, value);
                return self.pick(format!("à {value}"), format!("at {value}"));
            }
            (Level::On, PartKind::Lamp) => ["allumée", "on"],
            (Level::Off, PartKind::Lamp) => ["éteinte", "off"],
            (Level::On, PartKind::Buzzer) => ["en marche", "on"],
            (Level::Off, PartKind::Buzzer) => ["silencieux", "silent"],
            (Level::On, _) => ["allumé", "on"],
            (Level::Off, _) => ["éteint", "off"],
            (Level::Pressed, _) => ["appuyé", "pressed"],
            (Level::Released, _) => ["relâché", "released"],
        };
        self.pick(french, english).to_owned()
    }

    /// `s’allume`, `passe à 20 %`: a part comes to a level.
    pub fn becomes(&self, part: &PartName, level: Level) -> String {
        let [french, english] = match (level, part.kind) {
            (Level::Number(value), kind) => {
                let value = self.value(kind, value);
                return self.pick(format!("passe à {value}"), format!("goes to {value}"));
            }
            (Level::On, PartKind::Buzzer) => ["sonne", "sounds"],
            (Level::Off, PartKind::Buzzer) => ["se tait", "falls silent"],
            (Level::On, _) => ["s’allume", "turns on"],
            (Level::Off, _) => ["s’éteint", "turns off"],
            (Level::Pressed, _) => ["est appuyé", "is pressed"],
            (Level::Released, _) => ["est relâché", "is released"],
        };
        self.pick(french, english).to_owned()
    }

    /// `ne s’allume pas`: a part does not come to a level.
    pub fn never_becomes(&self, part: &PartName, level: Level) -> String {
        let [french, english] = match (level, part.kind) {
            (Level::Number(value), kind) => {
                let value = self.value(kind, value);
                return self.pick(
                    format!("n’arrive pas à {value}"),
                    format!("does not get to {value}"),
                );
            }
            (Level::On, PartKind::Buzzer) => ["ne sonne pas", "does not sound"],
            (Level::Off, PartKind::Buzzer) => ["ne se tait pas", "does not fall silent"],
            (Level::On, _) => ["ne s’allume pas", "does not turn on"],
            (Level::Off, _) => ["ne s’éteint pas", "does not turn off"],
            (Level::Pressed, _) => ["n’est pas appuyé", "is not pressed"],
            (Level::Released, _) => ["n’est pas relâché", "is not released"],
        };
        self.pick(french, english).to_owned()
    }

    /// `bouton_A est appuyé`, `le potentiomètre est sous 30`: a condition.
    pub fn condition(&self, cause: &PartName, comparison: Comparison, threshold: Level) -> String {
        let subject = self.subject(cause, threshold);
        let Level::Number(limit) = threshold else {
            let is_on = match comparison {
                Comparison::Equal => threshold.value(cause.kind),
                // More than off is on, less than on is off.
                Comparison::Above => 1.0,
                Comparison::Below => 0.0,
            };
            return format!("{subject} {}", self.is(cause, threshold, is_on));
        };
        let limit = self.value(cause.kind, limit);
        match comparison {
            Comparison::Below => self.pick(
                format!("{subject} est sous {limit}"),
                format!("{subject} is below {limit}"),
            ),
            Comparison::Above => self.pick(
                format!("{subject} est au-dessus de {limit}"),
                format!("{subject} is above {limit}"),
            ),
            Comparison::Equal => self.pick(
                format!("{subject} est à {limit}"),
                format!("{subject} is at {limit}"),
            ),
        }
    }

    /// So many times: `1 fois`, `once`.
    pub fn times(&self, count: usize) -> String {
        match (self.language, count) {
            (Language::French, count) => format!("{count}\u{a0}fois"),
            (Language::English, 1) => "once".to_owned(),
            (Language::English, count) => format!("{count} times"),
        }
    }

    /// The word or words of a block between quotation marks.
    pub fn quoted(&self, words: &str) -> String {
        self.pick(format!("« {} »", words.replace('\'', "’")), format!("“{words}”"))
    }

    /// How often something that comes back after `period` does so: `2 fois par seconde`, `1 fois en 2 s`.
    pub fn rhythm(&self, period: f64) -> String {
        let hertz = 1000.0 / period;
        if hertz >= 1.0 {
            let hertz = number(libm::round(hertz * 100.0) / 100.0, self.language);
            let times = match (self.language, hertz.as_str()) {
                (Language::French, _) => format!("{hertz}\u{a0}fois"),
                (Language::English, "1") => "once".to_owned(),
                (Language::English, _) => format!("{hertz} times"),
            };
            self.pick(format!("{times} par seconde"), format!("{times} per second"))
        } else {
            #[allow(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "a period of a check, rounded"
            )]
            let period = self.time(Millis(libm::round(period) as u64));
            self.pick(format!("1\u{a0}fois en {period}"), format!("once in {period}"))
        }
    }
}
