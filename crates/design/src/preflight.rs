//! The look at a drawing before it is cut: what would go wrong, where, with figures in millimetres, and the repair.

mod doubles;
mod engraving;
mod flat;
mod islands;
mod open_lines;
mod repair;
mod sheet;
mod sizes;
mod subject;
mod thin;

use crate::document::{Document, Font, ShapeId};
use crate::kerf::Kerf;
use crate::letters::Letters;
use crate::machine::Machine;
use crate::nesting::{CutContour, cut_contours};
use crate::workshop::Stock;
use kurbo::{Point, Rect};

pub use doubles::{Doubled, doubled};
pub use repair::{can_repair, repair};
pub use subject::Subject;
pub use thin::{Narrowest, narrowest};

/// What is narrower than this between two cuts burns away or breaks, in millimetres (cutlasercut: details below 1 mm
/// are fragile, below 0.5 mm they burn away).
pub const LEAST_BRIDGE_MM: f64 = 1.0;

/// Capitals lower than this cannot be read once they are burnt, in millimetres: a line of the beam is 0.2 mm wide.
pub const LEAST_CAPITAL_MM: f64 = 2.5;

/// What is looked at beside the drawing itself.
#[derive(Clone, Copy, Debug, Default)]
pub struct Circumstances<'workshop> {
    /// The machine, where one is chosen.
    pub machine: Option<&'workshop Machine>,
    /// What the workshop knows of the material.
    pub stock: Option<&'workshop Stock>,
}

/// Something that would go wrong.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// What it is, with its figures.
    pub kind: FindingKind,
    /// What it is about, as people call it.
    pub subject: Subject,
    /// The shapes or groups it is about.
    pub shapes: Vec<ShapeId>,
    /// Where it is on the sheet, in millimetres.
    pub place: Rect,
    /// The very points, in millimetres: the two ends of a gap, the two sides of a thin place.
    pub points: Vec<Point>,
}

/// What would go wrong.
#[derive(Clone, Debug, PartialEq)]
pub enum FindingKind {
    /// Nothing on the sheet is cut.
    NothingToCut {
        /// Whether there is no shape at all.
        is_empty: bool,
    },
    /// A cut line does not come back to its beginning.
    Open {
        /// How much is missing, in millimetres.
        gap: f64,
    },
    /// Several lines meet end to end and make one outline: they are cut as one, and moved one by one.
    Loose {
        /// How many lines.
        n_lines: usize,
    },
    /// The same line is cut twice.
    Double {
        /// How much of it, in millimetres.
        length: f64,
    },
    /// Two cut lines cross.
    Crossing,
    /// The middle of a letter or of a form in a hole falls out with the hole.
    Island {
        /// The letters it happens to, in order; empty for other forms.
        letters: String,
        /// Width and height of the largest that falls, in millimetres.
        size: (f64, f64),
    },
    /// A shape lies outside the sheet, wholly or in part.
    Outside {
        /// How far it sticks out, in millimetres.
        by: f64,
    },
    /// What is left between two cuts is too narrow.
    Thin {
        /// How wide it is, in millimetres.
        width: f64,
    },
    /// A cut line runs through what is engraved.
    EngravedCut {
        /// How much of the line, in millimetres.
        length: f64,
    },
    /// A line is engraved; it has no area to burn.
    EngravedLine,
    /// The letters have no drawing for a character.
    MissingGlyph {
        /// The character.
        character: char,
    },
    /// The letters of a text have not been loaded.
    MissingFont {
        /// Which.
        font: Font,
    },
    /// Letters too small to be read.
    SmallText {
        /// The height of a capital, in millimetres.
        height: f64,
    },
    /// A shape so small that nothing is left of it.
    TooSmall {
        /// Its width and height, in millimetres.
        size: (f64, f64),
    },
    /// A hole or a part narrower than the beam.
    WiderKerf {
        /// The width of the beam, in millimetres.
        kerf: f64,
    },
    /// The sheet is larger than the machine's bed.
    LargerThanBed {
        /// By how much, in millimetres.
        by: f64,
    },
    /// The material must never be cut by a laser.
    Forbidden {
        /// The material.
        material: String,
        /// Why, in the trainer's words.
        reason: String,
    },
}

/// Everything that would go wrong, what stops the work first, then in the order of the drawing. Nothing for a drawing
/// that can be cut.
#[must_use]
pub fn preflight(document: &Document, letters: &Letters, circumstances: Circumstances) -> Vec<Finding> {
    let contours = cut_contours(document, letters);
    let kerf = circumstances.stock.map_or(Kerf::NONE, |stock| stock.kerf);
    let scene = Scene {
        document,
        letters,
        contours: &contours,
    };
    let doubles = doubled(&contours);
    let mut findings = sheet::findings(&scene, circumstances);
    findings.extend(sizes::findings(&scene, kerf));
    findings.extend(open_lines::findings(&scene));
    findings.extend(open_lines::loose(&scene));
    findings.extend(doubles::findings(&scene, &doubles));
    findings.extend(islands::findings(&scene));
    findings.extend(thin::findings(&scene, &doubles));
    findings.extend(engraving::findings(&scene));
    findings
}

/// The drawing and its cut contours.
struct Scene<'drawing> {
    document: &'drawing Document,
    letters: &'drawing Letters,
    contours: &'drawing [CutContour],
}

impl Scene<'_> {
    fn finding(&self, kind: FindingKind, shapes: Vec<ShapeId>, place: Rect) -> Finding {
        Finding {
            subject: shapes
                .first()
                .map_or(Subject::Drawing, |shape| Subject::of(self.document, *shape)),
            kind,
            shapes,
            place,
            points: Vec::new(),
        }
    }
}
