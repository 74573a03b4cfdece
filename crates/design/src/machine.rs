//! A laser as the file for it must know it: its bed, its colours, the width of lines, its speeds.

use crate::document::Size;
use crate::length::Mm;
use crate::toolpath::Stage;

/// The programs that read our files, each with colours and a line width of its own.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Profile {
    /// Trotec JobControl as French fablabs use it: a line of more than a hair is engraved by some of its drivers.
    #[default]
    Trotec,
    /// LightBurn: its layers C02 red, C01 blue and C00 black; the width of a line means nothing to it.
    LightBurn,
    /// Epilog Dashboard: six pure colours are lines, a line wider than 0.025 mm (0.001 in) is engraved.
    Epilog,
}

/// An exact colour; machines match all three bytes or none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Colour {
    /// Red, green and blue, 0 to 255.
    pub bytes: [u8; 3],
}

/// The colour of each stage in the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Colours {
    /// Of areas that are burnt.
    pub engrave: Colour,
    /// Of fine lines.
    pub score: Colour,
    /// Of cuts that lie in another cut line.
    pub cut_inside: Colour,
    /// Of cuts that lie in no other.
    pub cut_outside: Colour,
}

/// How fast a machine goes, in millimetres per second, always above 0.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Speeds {
    /// Along a cut; a material may have its own.
    pub cut: f64,
    /// Along a fine line.
    pub score: f64,
    /// Along each row of an area.
    pub engrave: f64,
    /// From one row of an area to the next, in millimetres.
    pub row: f64,
    /// With the beam off.
    pub travel: f64,
}

/// A machine of the workshop.
#[derive(Clone, Debug, PartialEq)]
pub struct Machine {
    /// As people call it.
    pub name: String,
    /// The program that reads its files.
    pub profile: Profile,
    /// The largest sheet it takes.
    pub bed: Size,
    /// The colours of its files.
    pub colours: Colours,
    /// How wide a line is written.
    pub stroke: Mm,
    /// How fast it goes.
    pub speeds: Speeds,
}

impl Profile {
    /// Every profile, the usual one first.
    pub const ALL: [Self; 3] = [Self::Trotec, Self::LightBurn, Self::Epilog];

    /// The name of the program, the same in every language.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Trotec => "Trotec",
            Self::LightBurn => "LightBurn",
            Self::Epilog => "Epilog",
        }
    }

    /// The profile of a name, small or capital letters.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|profile| profile.name().eq_ignore_ascii_case(name))
    }

    /// Its colours. Cuts inside have the colour of cuts outside: they come first in the file.
    #[must_use]
    pub const fn colours(self) -> Colours {
        // The three read the same ones: black, blue, red (Rennes 2 for JobControl, the layers C00, C01 and C02 of
        // LightBurn, two of Epilog's six pure colours).
        match self {
            Self::Trotec | Self::LightBurn | Self::Epilog => Colours {
                engrave: Colour { bytes: [0, 0, 0] },
                score: Colour { bytes: [0, 0, 0xff] },
                cut_inside: Colour { bytes: [0xff, 0, 0] },
                cut_outside: Colour { bytes: [0xff, 0, 0] },
            },
        }
    }

    /// How wide it wants lines: 0.01 mm for Trotec, 0.1 mm for LightBurn, 0.025 mm (0.001 in) for Epilog.
    #[must_use]
    pub const fn stroke(self) -> Mm {
        match self {
            Self::Trotec => Mm::from_thousandths(10),
            Self::LightBurn => Mm::from_thousandths(100),
            Self::Epilog => Mm::from_thousandths(25),
        }
    }
}

impl Machine {
    /// A machine of a profile as long as nobody has written down its own figures: a bed of 600 × 300 mm and the speeds
    /// of an 80 W tube in 3 mm plywood.
    #[must_use]
    pub fn of_profile(profile: Profile) -> Self {
        Self {
            name: profile.name().to_owned(),
            profile,
            bed: Size {
                width: Mm::from_thousandths(600_000),
                height: Mm::from_thousandths(300_000),
            },
            colours: profile.colours(),
            stroke: profile.stroke(),
            speeds: Speeds::USUAL,
        }
    }
}

impl Speeds {
    /// Of an 80 W tube in 3 mm plywood.
    pub const USUAL: Self = Self {
        cut: 20.0,
        score: 100.0,
        engrave: 400.0,
        row: 0.1,
        travel: 300.0,
    };
}

impl Colours {
    /// The colour of a stage.
    #[must_use]
    pub const fn of(self, stage: Stage) -> Colour {
        match stage {
            Stage::Engrave => self.engrave,
            Stage::Score => self.score,
            Stage::CutInside => self.cut_inside,
            Stage::CutOutside => self.cut_outside,
        }
    }
}

impl Colour {
    /// As in an SVG: `#FF0000`.
    #[must_use]
    pub fn hex(self) -> String {
        let [red, green, blue] = self.bytes;
        format!("#{red:02X}{green:02X}{blue:02X}")
    }

    /// From `#FF0000`, small or capital letters, with or without `#`.
    #[must_use]
    pub fn from_hex(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#').unwrap_or(text);
        if digits.len() != 6 || !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
            return None;
        }
        let number = u32::from_str_radix(digits, 16).ok()?;
        let [_, red, green, blue] = number.to_be_bytes();
        Some(Self {
            bytes: [red, green, blue],
        })
    }
}
