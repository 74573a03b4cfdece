//! From the text of `workshop.md` to machines and materials, and a measured kerf back into the text.

use super::{Stock, Workshop};
use crate::document::Size;
use crate::kerf::Kerf;
use crate::length::Mm;
use crate::machine::{Colour, Machine, Profile};

/// Something in the file that could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorkshopProblem {
    /// The line, from 1.
    pub line: usize,
    /// What it is.
    pub kind: ProblemKind,
}

/// What could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ProblemKind {
    /// The file has neither machine nor material.
    Empty,
    /// A heading of the second level that is neither machines nor materials.
    UnknownPart(String),
    /// A line with a key that machines or materials do not have.
    UnknownKey {
        /// As it was written.
        written: String,
        /// The keys that can stand here.
        known: Vec<Key>,
    },
    /// A value that cannot be read.
    BadValue {
        /// Of which key.
        key: Key,
        /// As it was written.
        written: String,
    },
    /// A machine or a material without a line that it needs.
    MissingKey {
        /// The machine or the material.
        of: String,
        /// The key.
        key: Key,
    },
    /// Two machines or materials that cannot be told apart.
    Double(String),
}

/// What can stand before the colon.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Key {
    /// The program that reads the machine's files.
    Profile,
    /// The largest sheet a machine takes.
    Bed,
    /// How wide a line is written.
    Stroke,
    /// The colour of areas that are burnt.
    EngraveColour,
    /// The colour of fine lines.
    ScoreColour,
    /// The colour of every cut.
    CutColour,
    /// The colour of cuts inside others.
    CutInsideColour,
    /// How fast a cut is.
    CutSpeed,
    /// How fast a fine line is.
    ScoreSpeed,
    /// How fast a row of an area is.
    EngraveSpeed,
    /// From one row to the next.
    Row,
    /// How fast the head is with the beam off.
    TravelSpeed,
    /// How thick a sheet is.
    Thickness,
    /// What a cut takes away along x.
    KerfX,
    /// What a cut takes away along y.
    KerfY,
    /// The machine on which a kerf was measured.
    Machine,
    /// Why a material must not be cut.
    Forbidden,
}

/// A key, how it is written in French and in English, and an example of its value.
const KEYS: [(Key, [&str; 2], &str); 17] = [
    (Key::Profile, ["profil", "profile"], "trotec"),
    (Key::Bed, ["plateau", "bed"], "600 x 300 mm"),
    (Key::Stroke, ["trait", "stroke"], "0,01 mm"),
    (
        Key::EngraveColour,
        ["couleur graver", "engrave colour"],
        "#000000",
    ),
    (Key::ScoreColour, ["couleur marquer", "score colour"], "#0000FF"),
    (Key::CutColour, ["couleur couper", "cut colour"], "#FF0000"),
    (
        Key::CutInsideColour,
        ["couleur couper dedans", "cut inside colour"],
        "#FF0000",
    ),
    (Key::CutSpeed, ["vitesse couper", "cut speed"], "20 mm/s"),
    (Key::ScoreSpeed, ["vitesse marquer", "score speed"], "100 mm/s"),
    (Key::EngraveSpeed, ["vitesse graver", "engrave speed"], "400 mm/s"),
    (Key::Row, ["ligne de gravure", "engraving row"], "0,1 mm"),
    (Key::TravelSpeed, ["vitesse à vide", "travel speed"], "300 mm/s"),
    (Key::Thickness, ["épaisseur", "thickness"], "3 mm"),
    (Key::KerfX, ["kerf x", "kerf x"], "0,18 mm"),
    (Key::KerfY, ["kerf y", "kerf y"], "0,18 mm"),
    (Key::Machine, ["machine", "machine"], "Trotec"),
    (Key::Forbidden, ["interdit", "forbidden"], "fumée toxique"),
];

const MACHINE_KEYS: [Key; 12] = [
    Key::Profile,
    Key::Bed,
    Key::Stroke,
    Key::EngraveColour,
    Key::ScoreColour,
    Key::CutColour,
    Key::CutInsideColour,
    Key::CutSpeed,
    Key::ScoreSpeed,
    Key::EngraveSpeed,
    Key::Row,
    Key::TravelSpeed,
];

const MATERIAL_KEYS: [Key; 6] = [
    Key::Thickness,
    Key::KerfX,
    Key::KerfY,
    Key::CutSpeed,
    Key::Machine,
    Key::Forbidden,
];

impl Key {
    /// How it is written, in French and in English.
    #[must_use]
    pub fn names(self) -> [&'static str; 2] {
        KEYS.iter()
            .find(|(key, ..)| *key == self)
            .map_or(["", ""], |(_, names, _)| *names)
    }

    /// A value as it can be written.
    #[must_use]
    pub fn example(self) -> &'static str {
        KEYS.iter()
            .find(|(key, ..)| *key == self)
            .map_or("", |(.., example)| example)
    }

    pub(super) fn from_name(name: &str) -> Option<Self> {
        let name = name.to_lowercase();
        KEYS.iter()
            .find(|(_, names, _)| names.contains(&name.as_str()))
            .map(|(key, ..)| *key)
    }
}

/// Which part of the file a line lies in.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Part {
    Introduction,
    Machines,
    Materials,
    Unknown,
}

impl Part {
    fn of_heading(heading: &str) -> Self {
        match heading.to_lowercase().as_str() {
            "machines" => Self::Machines,
            "matières" | "materials" => Self::Materials,
            _ => Self::Unknown,
        }
    }
}

/// The workshop that a text describes, and what could not be read of it. Nothing that is there is lost: a machine or a
/// material with a line that cannot be read keeps the usual value there.
#[must_use]
pub fn read(text: &str) -> (Workshop, Vec<WorkshopProblem>) {
    let mut reader = Reader {
        workshop: Workshop {
            machines: Vec::new(),
            materials: Vec::new(),
        },
        problems: Vec::new(),
        part: Part::Introduction,
        seen: Vec::new(),
        entry_line: 0,
    };
    for (index, line) in without_front_matter(text) {
        reader.line(index + 1, line.trim());
    }
    reader.end_entry();
    if reader.workshop.machines.is_empty() {
        if reader.workshop.materials.is_empty() {
            reader.problem(1, ProblemKind::Empty);
        }
        reader.workshop.machines = Workshop::default().machines;
    }
    reader.problems.sort_by_key(|problem| problem.line);
    (reader.workshop, reader.problems)
}

/// The lines after `---` … `---`, each with its index in the file.
fn without_front_matter(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let has_front_matter = text.lines().next().is_some_and(|line| line.trim_end() == "---");
    let end = text.lines().skip(1).position(|line| line.trim_end() == "---");
    let skipped = match end {
        Some(end) if has_front_matter => end + 2,
        _ => 0,
    };
    text.lines().enumerate().skip(skipped)
}

struct Reader {
    workshop: Workshop,
    problems: Vec<WorkshopProblem>,
    part: Part,
    /// The keys of the entry in hand.
    seen: Vec<Key>,
    /// The line of its name; 0 before the first.
    entry_line: usize,
}

impl Reader {
    fn problem(&mut self, line: usize, kind: ProblemKind) {
        self.problems.push(WorkshopProblem { line, kind });
    }

    fn line(&mut self, number: usize, line: &str) {
        if let Some(name) = line.strip_prefix("### ") {
            self.end_entry();
            self.begin_entry(number, name.trim());
        } else if let Some(heading) = line.strip_prefix("## ") {
            self.end_entry();
            self.part = Part::of_heading(heading.trim());
            if self.part == Part::Unknown {
                self.problem(number, ProblemKind::UnknownPart(heading.trim().to_owned()));
            }
        } else if let Some(entry) = line.strip_prefix("- ").or_else(|| line.strip_prefix("* ")) {
            self.value(number, entry.trim());
        }
    }

    fn begin_entry(&mut self, line: usize, name: &str) {
        self.seen.clear();
        self.entry_line = line;
        match self.part {
            Part::Machines => {
                if self
                    .workshop
                    .machines
                    .iter()
                    .any(|other| super::is_same_name(&other.name, name))
                {
                    self.problem(line, ProblemKind::Double(name.to_owned()));
                }
                let profile = Profile::from_name(name).unwrap_or_default();
                self.workshop.machines.push(Machine {
                    name: name.to_owned(),
                    ..Machine::of_profile(profile)
                });
            }
            Part::Materials => self.workshop.materials.push(Stock {
                name: name.to_owned(),
                thickness: Mm::ZERO,
                kerf: Kerf::NONE,
                machine: None,
                cut_speed: None,
                forbidden: None,
                line,
            }),
            Part::Introduction | Part::Unknown => self.entry_line = 0,
        }
    }

    fn value(&mut self, line: usize, entry: &str) {
        if self.entry_line == 0 {
            return;
        }
        let known: &[Key] = match self.part {
            Part::Machines => &MACHINE_KEYS,
            Part::Materials => &MATERIAL_KEYS,
            Part::Introduction | Part::Unknown => return,
        };
        let (name, value) = entry.split_once(':').unwrap_or((entry, ""));
        let Some(key) = Key::from_name(name.trim()).filter(|key| known.contains(key)) else {
            let written = name.trim().to_owned();
            let known = known.to_vec();
            self.problem(line, ProblemKind::UnknownKey { written, known });
            return;
        };
        self.seen.push(key);
        let value = value.trim();
        let is_read = match self.part {
            Part::Machines => self
                .workshop
                .machines
                .last_mut()
                .and_then(|machine| machine_value(machine, key, value)),
            Part::Materials => self
                .workshop
                .materials
                .last_mut()
                .and_then(|stock| stock_value(stock, key, value)),
            Part::Introduction | Part::Unknown => None,
        };
        if is_read.is_none() {
            let written = value.to_owned();
            self.problem(line, ProblemKind::BadValue { key, written });
        }
    }

    /// Looks at what the entry in hand lacks.
    fn end_entry(&mut self) {
        let line = self.entry_line;
        if line == 0 {
            return;
        }
        self.entry_line = 0;
        let missing = |seen: &[Key], needed: &[Key]| -> Vec<Key> {
            needed.iter().copied().filter(|key| !seen.contains(key)).collect()
        };
        let (of, missing) = match self.part {
            Part::Machines => {
                let Some(machine) = self.workshop.machines.last() else {
                    return;
                };
                (
                    machine.name.clone(),
                    missing(&self.seen, &[Key::Profile, Key::Bed]),
                )
            }
            Part::Materials => {
                let Some(stock) = self.workshop.materials.last() else {
                    return;
                };
                let name = stock.name.clone();
                if stock.forbidden.is_some() {
                    return;
                }
                let is_double = self.workshop.materials.iter().rev().skip(1).any(|other| {
                    super::is_same_name(&other.name, &name)
                        && other.thickness == stock.thickness
                        && other.machine == stock.machine
                });
                if is_double {
                    self.problem(line, ProblemKind::Double(name.clone()));
                }
                (
                    name,
                    missing(&self.seen, &[Key::Thickness, Key::KerfX, Key::KerfY]),
                )
            }
            Part::Introduction | Part::Unknown => return,
        };
        for key in missing {
            let of = of.clone();
            self.problem(line, ProblemKind::MissingKey { of, key });
        }
    }
}

/// Sets a value of a machine; nothing where it cannot be read.
fn machine_value(machine: &mut Machine, key: Key, value: &str) -> Option<()> {
    match key {
        Key::Profile => {
            let profile = Profile::from_name(value)?;
            *machine = Machine {
                profile,
                colours: profile.colours(),
                stroke: profile.stroke(),
                ..machine.clone()
            };
        }
        Key::Bed => machine.bed = size(value)?,
        Key::Stroke => machine.stroke = length(value, 1.0)?,
        Key::EngraveColour => machine.colours.engrave = Colour::from_hex(value)?,
        Key::ScoreColour => machine.colours.score = Colour::from_hex(value)?,
        Key::CutColour => {
            machine.colours.cut_inside = Colour::from_hex(value)?;
            machine.colours.cut_outside = machine.colours.cut_inside;
        }
        Key::CutInsideColour => machine.colours.cut_inside = Colour::from_hex(value)?,
        Key::CutSpeed => machine.speeds.cut = speed(value)?,
        Key::ScoreSpeed => machine.speeds.score = speed(value)?,
        Key::EngraveSpeed => machine.speeds.engrave = speed(value)?,
        Key::Row => machine.speeds.row = length(value, 10.0)?.value(),
        Key::TravelSpeed => machine.speeds.travel = speed(value)?,
        Key::Thickness | Key::KerfX | Key::KerfY | Key::Machine | Key::Forbidden => return None,
    }
    Some(())
}

/// Sets a value of a material; nothing where it cannot be read.
fn stock_value(stock: &mut Stock, key: Key, value: &str) -> Option<()> {
    match key {
        Key::Thickness => stock.thickness = length(value, 100.0)?,
        Key::KerfX => stock.kerf.x = kerf(value)?,
        Key::KerfY => stock.kerf.y = kerf(value)?,
        Key::CutSpeed => stock.cut_speed = Some(speed(value)?),
        Key::Machine if !value.is_empty() => stock.machine = Some(value.to_owned()),
        Key::Forbidden if !value.is_empty() => stock.forbidden = Some(value.to_owned()),
        _ => return None,
    }
    Some(())
}

/// A number above 0 with its unit, the decimal sign a comma or a point.
fn quantity(text: &str, unit: &str) -> Option<f64> {
    let number = text.strip_suffix(unit).unwrap_or(text).trim();
    let value: f64 = number.replace(',', ".").parse().ok()?;
    (value.is_finite() && value > 0.0).then_some(value)
}

fn length(text: &str, most: f64) -> Option<Mm> {
    let value = quantity(text, "mm").filter(|value| *value <= most)?;
    Some(Mm::new(value)).filter(|length| *length > Mm::ZERO)
}

/// From 0, no kerf, to 2 mm: foam, the widest known, loses 1 mm.
fn kerf(text: &str) -> Option<Mm> {
    let number = text.strip_suffix("mm").unwrap_or(text).trim().replace(',', ".");
    let value: f64 = number.parse().ok()?;
    (0.0..=2.0).contains(&value).then(|| Mm::new(value))
}

fn speed(text: &str) -> Option<f64> {
    quantity(text, "mm/s").filter(|value| *value <= 100_000.0)
}

fn size(text: &str) -> Option<Size> {
    let sides = text
        .strip_suffix("mm")
        .unwrap_or(text)
        .to_lowercase()
        .replace('×', "x");
    let (width, height) = sides.split_once('x')?;
    let side = |text: &str| length(text.trim(), 10_000.0);
    Some(Size {
        width: side(width)?,
        height: side(height)?,
    })
}
