//! Boards and the parts plugged into them.

mod pins;

pub use pins::Pin;

use words::Language;

/// A kind of part. Its name is the stem of the part's name in blocks, checks and on the board.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum PartKind {
    /// A lamp with a level, 0–100 %. Output.
    Lamp,
    /// A buzzer with a frequency in Hz, 0 = silent. Output.
    Buzzer,
    /// A push button: 0 released, 1 pressed. Input.
    Button,
    /// A turning knob, 0–100. Input.
    Potentiometer,
    /// A light sensor, 0–100. Input.
    AmbientLight,
}

impl PartKind {
    /// Every kind, outputs first, in the order in which boards list them.
    pub const ALL: [Self; 5] = [
        Self::Lamp,
        Self::Buzzer,
        Self::Button,
        Self::Potentiometer,
        Self::AmbientLight,
    ];

    /// The stem of a part's name in a language; the English one is also the saved one.
    #[must_use]
    pub fn stem(self, language: Language) -> &'static str {
        match self {
            Self::Lamp => language.pick("lampe", "lamp"),
            Self::Buzzer => "buzzer",
            Self::Button => language.pick("bouton", "button"),
            Self::Potentiometer => language.pick("potentiomètre", "potentiometer"),
            Self::AmbientLight => language.pick("lumière_ambiante", "ambient_light"),
        }
    }

    /// Whether the program acts on it (a lamp) rather than reads it (a button).
    #[must_use]
    pub fn is_output(self) -> bool {
        matches!(self, Self::Lamp | Self::Buzzer)
    }

    /// The value of the part before anything happens, in its own unit.
    #[must_use]
    pub fn value_at_start(self) -> f64 {
        if self == Self::AmbientLight { 50.0 } else { 0.0 }
    }

    /// The least and the greatest value it can have, in its own unit (%, Hz, 0/1); values beyond saturate.
    /// A buzzer may also be 0 (silent), below its least note.
    #[must_use]
    pub fn range(self) -> (f64, f64) {
        match self {
            Self::Buzzer => (20.0, 20_000.0),
            Self::Button => (0.0, 1.0),
            Self::Lamp | Self::Potentiometer | Self::AmbientLight => (0.0, 100.0),
        }
    }
}

/// The name of a plugged part: a kind and what tells two of a kind apart (`_A`, `_2`, or nothing).
/// The same part is `bouton_A` in French and `button_A` in English; programs save the English form.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PartName {
    /// What kind of part it is.
    pub kind: PartKind,
    /// Empty, or `_` and letters or digits.
    pub suffix: String,
}

impl PartName {
    /// Reads a name in either language: a stem, then nothing or `_` and letters or digits.
    /// Upper and lower case are equal in the stem. `None` when no kind of part has that stem.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let lower = text.to_lowercase();
        for kind in PartKind::ALL {
            for language in Language::ALL {
                let stem = kind.stem(language);
                let Some(rest) = lower.strip_prefix(stem) else {
                    continue;
                };
                let suffix = &text[text.len() - rest.len()..];
                let is_suffix = suffix
                    .strip_prefix('_')
                    .is_some_and(|word| !word.is_empty() && word.chars().all(char::is_alphanumeric));
                if suffix.is_empty() || is_suffix {
                    return Some(Self {
                        kind,
                        suffix: suffix.to_owned(),
                    });
                }
            }
        }
        None
    }

    /// The name as a person reads it.
    #[must_use]
    pub fn in_language(&self, language: Language) -> String {
        format!("{}{}", self.kind.stem(language), self.suffix)
    }

    /// The name as programs save it.
    #[must_use]
    pub fn saved(&self) -> String {
        self.in_language(Language::English)
    }
}

/// A kind of board, with the pins it has.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
pub enum BoardModel {
    /// ESP32 DevKit.
    #[default]
    Esp32,
    /// Raspberry Pi Pico W.
    PicoW,
    /// BBC micro:bit V2.
    MicroBit,
}

impl BoardModel {
    /// Every model.
    pub const ALL: [Self; 3] = [Self::Esp32, Self::PicoW, Self::MicroBit];

    /// The name in a board fence, the same in every language.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Esp32 => "ESP32",
            Self::PicoW => "Pico W",
            Self::MicroBit => "micro:bit",
        }
    }
}

/// A part and the pin it is plugged into.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// Its name, unlike every other name on the board.
    pub name: PartName,
    /// The pin's own name on that board (`D2`, `A0`).
    pub pin: String,
}

/// A board with its parts. The place of a part in `parts` is its number in the trace.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Board {
    /// The model.
    pub model: BoardModel,
    /// What is plugged in, in the order written.
    pub parts: Vec<Part>,
}

impl Default for Board {
    /// The bench's default set: an ESP32 with every part (lesson-format, "Vocabulary").
    fn default() -> Self {
        let part = |kind, suffix: &str, pin: &str| Part {
            name: PartName {
                kind,
                suffix: suffix.to_owned(),
            },
            pin: pin.to_owned(),
        };
        Self {
            model: BoardModel::Esp32,
            parts: vec![
                part(PartKind::Lamp, "", "D2"),
                part(PartKind::Buzzer, "", "D5"),
                part(PartKind::Button, "_A", "D4"),
                part(PartKind::Button, "_B", "D15"),
                part(PartKind::Potentiometer, "", "D34"),
                part(PartKind::AmbientLight, "", "D35"),
            ],
        }
    }
}

impl Board {
    /// The number of a part, by its name in any language.
    #[must_use]
    pub fn part_number(&self, name: &PartName) -> Option<usize> {
        self.parts.iter().position(|part| part.name == *name)
    }

    /// The parts of a kind, in the order plugged.
    pub fn of_kind(&self, kind: PartKind) -> impl Iterator<Item = &Part> {
        self.parts.iter().filter(move |part| part.name.kind == kind)
    }

    /// The name of the first part of a kind, the one a block means when it names none; where there is no such part,
    /// the kind's own name.
    #[must_use]
    pub fn first_name(&self, kind: PartKind) -> PartName {
        let first = self.of_kind(kind).next().map(|part| part.name.clone());
        first.unwrap_or_else(|| PartName {
            kind,
            suffix: String::new(),
        })
    }
}
