//! A job for the machine: what it is called, how long it takes, and the ticket that goes with the sheet.

use crate::document::{Document, Size};
use crate::length::Mm;
use crate::letters::Letters;
use crate::machine::Machine;
use crate::outline::outline;
use crate::toolpath::{Stage, Toolpath, Toolpaths};
use crate::workshop::Stock;
use kurbo::{ParamCurve as _, Point, Rect, Shape as _};
use words::spelling::without_accent;
use words::{Language, number};

/// The longest part of a file name, in characters.
const LONGEST_PART: usize = 40;

/// How exactly lengths are measured for times, in millimetres.
const ACCURACY_MM: f64 = 0.01;

/// How long each stage takes on a machine.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Estimate {
    /// In seconds, the ways between its lines included; one for each stage that does something, in order.
    pub stages: Vec<(Stage, f64)>,
}

/// A job: one line that names the file and stands on the ticket.
#[derive(Clone, Debug, PartialEq)]
pub struct Job {
    /// Name or pseudonym of the learner, or nothing.
    pub who: String,
    /// What is made.
    pub object: String,
    /// The material and its thickness, where known.
    pub material: Option<(String, Mm)>,
    /// How many.
    pub number: u32,
    /// The size of all that is made, as it was drawn.
    pub size: Size,
    /// How long the machine takes, whole minutes, at least 1.
    pub minutes: u32,
    /// The machine.
    pub machine: String,
}

impl Estimate {
    /// Of all that a machine does; a material may be cut at a speed of its own.
    #[must_use]
    pub fn of(toolpaths: &Toolpaths, machine: &Machine, stock: Option<&Stock>) -> Self {
        let mut speeds = machine.speeds;
        if let Some(cut) = stock.and_then(|stock| stock.cut_speed) {
            speeds.cut = cut;
        }
        let mut estimate = Self::default();
        let mut head = Point::ORIGIN;
        for path in &toolpaths.paths {
            let length = path.path.perimeter(ACCURACY_MM);
            let work = match path.stage {
                // Row by row, the head goes over the whole width.
                Stage::Engrave => {
                    let bounds = path.path.bounding_box();
                    (bounds.height() / speeds.row).max(1.0) * bounds.width() / speeds.engrave
                }
                Stage::Score => length / speeds.score,
                Stage::CutInside | Stage::CutOutside => length / speeds.cut,
            };
            let (start, end) = ends(path);
            let seconds = work + (start - head).hypot() / speeds.travel;
            head = end;
            match estimate.stages.last_mut() {
                Some((stage, sum)) if *stage == path.stage => *sum += seconds,
                _ => estimate.stages.push((path.stage, seconds)),
            }
        }
        estimate
    }

    /// All stages together, in seconds.
    #[must_use]
    pub fn seconds(&self) -> f64 {
        self.stages.iter().map(|(_, seconds)| seconds).sum()
    }

    /// Whole minutes, a minute begun counted, at least 1.
    #[must_use]
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "clamped before it is cast"
    )]
    pub fn minutes(&self) -> u32 {
        libm::ceil(self.seconds() / 60.0).clamp(1.0, 10_000.0) as u32
    }
}

fn ends(path: &Toolpath) -> (Point, Point) {
    let start = path
        .path
        .segments()
        .next()
        .map_or(Point::ORIGIN, |first| first.start());
    let end = path.path.segments().last().map_or(start, |last| last.end());
    (start, end)
}

impl Job {
    /// The job of a drawing on a machine. Its object is the drawing's name, else the one given.
    #[must_use]
    pub fn of(
        document: &Document,
        letters: &Letters,
        machine: &Machine,
        estimate: &Estimate,
        who: &str,
        unnamed: &str,
    ) -> Self {
        let bounds = document
            .shapes()
            .into_iter()
            .filter(|shape| shape.operation != crate::document::Operation::Ignore)
            .filter_map(|shape| outline(shape, letters).bounds())
            .reduce(|all: Rect, one| all.union(one));
        let name = document.name.trim();
        Self {
            who: who.trim().to_owned(),
            object: if name.is_empty() { unnamed } else { name }.to_owned(),
            material: document
                .material
                .as_ref()
                .map(|material| (material.name.clone(), material.thickness)),
            number: 1,
            size: bounds.map_or(Size::default(), |bounds| Size {
                width: Mm::new(bounds.width()),
                height: Mm::new(bounds.height()),
            }),
            minutes: estimate.minutes(),
            machine: machine.name.clone(),
        }
    }

    /// The file's name, as `sami_porte-cle_contreplaque-3mm_x1_60x25_2min.svg`: small letters without accents, so that
    /// every machine's computer shows it; letters of other alphabets stay.
    #[must_use]
    pub fn file_name(&self, extension: &str) -> String {
        let millimetres = |length: Mm| number(length.value(), Language::English).replace('.', "-");
        let whole = |length: Mm| number(libm::round(length.value()), Language::English);
        let material = self
            .material
            .as_ref()
            .map(|(name, thickness)| format!("{name} {}mm", millimetres(*thickness)));
        let parts = [
            simple(&self.who),
            simple(&self.object),
            simple(&material.unwrap_or_default()),
            format!("x{}", self.number),
            format!("{}x{}", whole(self.size.width), whole(self.size.height)),
            format!("{}min", self.minutes),
        ];
        let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        format!("{}.{extension}", parts.join("_"))
    }
}

/// Letters and digits, the rest as single `-`, without accents where the letter has a plain form.
fn simple(text: &str) -> String {
    let mut simple = String::new();
    for letter in text.chars().flat_map(char::to_lowercase) {
        let letter = without_accent(letter);
        let in_plain_letters = match letter {
            'ø' => "o",
            'œ' => "oe",
            'æ' => "ae",
            'ß' => "ss",
            _ => "",
        };
        if !in_plain_letters.is_empty() {
            simple.push_str(in_plain_letters);
        } else if letter.is_alphanumeric() {
            simple.push(letter);
        } else if !simple.is_empty() && !simple.ends_with('-') {
            simple.push('-');
        }
    }
    let kept: String = simple.chars().take(LONGEST_PART).collect();
    kept.trim_matches('-').to_owned()
}
