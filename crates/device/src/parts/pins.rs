//! The pins of each board, and what each can do.

use super::{BoardModel, PartKind};

/// A pin of a board.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Pin {
    /// Its name on the board.
    pub name: &'static str,
    /// Another name printed on some boards or used in programs.
    pub also: Option<&'static str>,
    /// Whether a part may be driven from it.
    pub gives: bool,
    /// Whether it reads levels between off and on.
    pub is_analog: bool,
}

impl Pin {
    /// Whether a part of this kind works on it.
    #[must_use]
    pub fn suits(&self, kind: PartKind) -> bool {
        match kind {
            PartKind::Lamp | PartKind::Buzzer => self.gives,
            PartKind::Button => true,
            PartKind::Potentiometer | PartKind::AmbientLight => self.is_analog,
        }
    }

    /// Whether a name, in capitals or not, is one of its names.
    #[must_use]
    pub fn is_named(&self, name: &str) -> bool {
        self.name.eq_ignore_ascii_case(name) || self.also.is_some_and(|also| also.eq_ignore_ascii_case(name))
    }
}

const fn pin(name: &'static str) -> Pin {
    Pin {
        name,
        also: None,
        gives: true,
        is_analog: false,
    }
}

const fn analog(name: &'static str, also: &'static str) -> Pin {
    Pin {
        name,
        also: Some(also),
        gives: true,
        is_analog: true,
    }
}

const fn input_only(name: &'static str, also: &'static str) -> Pin {
    Pin {
        name,
        also: Some(also),
        gives: false,
        is_analog: true,
    }
}

/// ESP32 DevKit. Left out: D6–D11 (its memory), D0 (starts it), D1 and D3 (the cable to the computer). Analog are
/// those of the first converter only: the second one is dead while Wi-Fi is on.
const ESP32: &[Pin] = &[
    pin("D2"),
    pin("D4"),
    pin("D5"),
    pin("D12"),
    pin("D13"),
    pin("D14"),
    pin("D15"),
    pin("D16"),
    pin("D17"),
    pin("D18"),
    pin("D19"),
    pin("D21"),
    pin("D22"),
    pin("D23"),
    pin("D25"),
    pin("D26"),
    pin("D27"),
    analog("D32", "A4"),
    analog("D33", "A5"),
    input_only("D34", "A6"),
    input_only("D35", "A7"),
    input_only("D36", "A0"),
    input_only("D37", "A1"),
    input_only("D38", "A2"),
    input_only("D39", "A3"),
];

/// Raspberry Pi Pico W. Left out: GP23–GP25 and GP29 (its own radio and supply).
const PICO_W: &[Pin] = &[
    pin("GP0"),
    pin("GP1"),
    pin("GP2"),
    pin("GP3"),
    pin("GP4"),
    pin("GP5"),
    pin("GP6"),
    pin("GP7"),
    pin("GP8"),
    pin("GP9"),
    pin("GP10"),
    pin("GP11"),
    pin("GP12"),
    pin("GP13"),
    pin("GP14"),
    pin("GP15"),
    pin("GP16"),
    pin("GP17"),
    pin("GP18"),
    pin("GP19"),
    pin("GP20"),
    pin("GP21"),
    pin("GP22"),
    analog("GP26", "A0"),
    analog("GP27", "A1"),
    analog("GP28", "A2"),
];

/// BBC micro:bit V2, edge connector. Left out: P17, P18 (supply), P19, P20 (its own sensors).
const MICRO_BIT: &[Pin] = &[
    analog("P0", "A0"),
    analog("P1", "A1"),
    analog("P2", "A2"),
    analog("P3", "A3"),
    analog("P4", "A4"),
    pin("P5"),
    pin("P6"),
    pin("P7"),
    pin("P8"),
    pin("P9"),
    analog("P10", "A10"),
    pin("P11"),
    pin("P12"),
    pin("P13"),
    pin("P14"),
    pin("P15"),
    pin("P16"),
];

impl BoardModel {
    /// The pins parts may be plugged into, in order. Sources: the data sheets of the three boards.
    #[must_use]
    pub fn pins(self) -> &'static [Pin] {
        match self {
            Self::Esp32 => ESP32,
            Self::PicoW => PICO_W,
            Self::MicroBit => MICRO_BIT,
        }
    }

    /// The pin of a name, in capitals or not.
    #[must_use]
    pub fn pin(self, name: &str) -> Option<&'static Pin> {
        self.pins().iter().find(|pin| pin.is_named(name))
    }
}
