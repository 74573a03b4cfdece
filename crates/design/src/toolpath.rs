//! What the machine does, line by line in its order: engrave, score, cut what lies inside, cut what lies outside.
//!
//! Both the picture and the file are drawn from it, so the cut equals the picture.

mod stencil;
mod tabs;

use crate::document::{Document, Operation, Shape, ShapeId, Tabs};
use crate::kerf::{Kerf, beam_line};
use crate::letters::Letters;
use crate::nesting::{CutContour, CutSide, cut_contours, has_islands, is_island};
use crate::outline::{Contour, outline};
use kurbo::{BezPath, Rect, Shape as _};

/// What the machine does in turn. The order is the one of the file: the surface first, while the sheet is whole, then
/// cuts, those inside a part before its outline.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Stage {
    /// Burns areas.
    Engrave,
    /// Draws fine lines.
    Score,
    /// Cuts what lies in another cut line.
    CutInside,
    /// Cuts what lies in no other: after this a part is loose.
    CutOutside,
}

impl Stage {
    /// Every stage in the order of the file.
    pub const ALL: [Self; 4] = [Self::Engrave, Self::Score, Self::CutInside, Self::CutOutside];
}

/// One line the machine follows, or one area it burns.
#[derive(Clone, Debug, PartialEq)]
pub struct Toolpath {
    /// The shape it comes from.
    pub shape: ShapeId,
    /// When it is done.
    pub stage: Stage,
    /// How many closed cut contours are around it.
    pub depth: usize,
    /// In millimetres of the sheet. An area has all contours of its shape, turned so that both fill rules agree; a
    /// line held by bridges has several pieces.
    pub path: BezPath,
    /// Whether each of its contours ends where it began.
    pub is_closed: bool,
}

/// All that the machine does for a drawing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Toolpaths {
    /// In the order of the file.
    pub paths: Vec<Toolpath>,
    /// Shapes with a contour narrower than the kerf: it is cut where it was drawn.
    pub wider_kerf: Vec<ShapeId>,
}

/// What is done in one stage, in figures.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct StageSummary {
    /// The stage.
    pub stage: Stage,
    /// How many lines or areas.
    pub n_paths: usize,
    /// How long its lines are together, in millimetres; for areas the length of their edges.
    pub length: f64,
    /// The area that is burnt, in square millimetres; 0 for lines.
    pub area: f64,
}

impl Toolpaths {
    /// The box around the lines of a shape, as the machine follows them.
    #[must_use]
    pub fn bounds_of(&self, shape: ShapeId) -> Option<Rect> {
        self.paths
            .iter()
            .filter(|path| path.shape == shape)
            .map(|path| path.path.bounding_box())
            .reduce(|all, one| all.union(one))
    }

    /// In figures, one for each stage that does something, in order.
    #[must_use]
    pub fn summary(&self) -> Vec<StageSummary> {
        let of_stage = |stage| {
            let paths = || self.paths.iter().filter(move |path| path.stage == stage);
            (paths().count() > 0).then(|| StageSummary {
                stage,
                n_paths: paths().count(),
                length: paths().map(|path| path.path.perimeter(1e-5)).sum(),
                area: match stage {
                    Stage::Engrave => paths().map(|path| path.path.area().abs()).sum(),
                    Stage::Score | Stage::CutInside | Stage::CutOutside => 0.0,
                },
            })
        };
        Stage::ALL.into_iter().filter_map(of_stage).collect()
    }
}

/// All that the machine does for a drawing, cut lines moved by half the kerf.
#[must_use]
pub fn toolpaths(document: &Document, letters: &Letters, kerf: Kerf) -> Toolpaths {
    let all = document.shapes();
    let mut done = Toolpaths::default();
    for shape in &all {
        match shape.operation {
            Operation::Engrave => done.paths.extend(engraved(shape, letters)),
            Operation::Score => done.paths.extend(scored(shape, letters)),
            Operation::Cut(_) | Operation::Ignore => {}
        }
    }
    let cuts = cut_contours(document, letters);
    for (place, cut) in cuts.iter().enumerate() {
        let tabs = document
            .shape(cut.shape)
            .and_then(|shape| shape.tabs)
            .filter(|_| cut.is_held);
        if !has_islands(&cuts, cut.shape) {
            done.add_cut(cut, tabs, kerf);
        } else if !(cut.is_held && is_island(&cuts, cut)) {
            let islands: Vec<&CutContour> = cuts
                .iter()
                .filter(|other| other.parent == Some(place) && is_island(&cuts, other))
                .collect();
            match tabs {
                Some(tabs) if !islands.is_empty() => done.add_stencil(cut, &islands, tabs, kerf),
                _ => done.add_cut(cut, None, kerf),
            }
        }
    }
    // Stable: what is equal stays in the order of the drawing.
    done.paths
        .sort_by_key(|path| (path.stage, std::cmp::Reverse(path.depth)));
    done
}

impl Toolpaths {
    /// The line the beam follows; where the kerf is too wide it is told, and the line is the one drawn.
    fn beam_lines(&mut self, cut: &CutContour, kerf: Kerf) -> Vec<BezPath> {
        beam_line(&cut.contour, cut.side, kerf).unwrap_or_else(|_| {
            if !self.wider_kerf.contains(&cut.shape) {
                self.wider_kerf.push(cut.shape);
            }
            vec![cut.contour.path.clone()]
        })
    }

    /// A hole whose islands are held by bridges across it.
    fn add_stencil(&mut self, hole: &CutContour, islands: &[&CutContour], tabs: Tabs, kerf: Kerf) {
        let edges: Vec<BezPath> = islands
            .iter()
            .flat_map(|island| self.beam_lines(island, kerf))
            .collect();
        for line in self.beam_lines(hole, kerf) {
            for path in stencil::around_islands(&line, &edges, tabs, kerf) {
                self.paths.push(Toolpath {
                    shape: hole.shape,
                    stage: if hole.depth > 0 {
                        Stage::CutInside
                    } else {
                        Stage::CutOutside
                    },
                    depth: hole.depth,
                    path,
                    is_closed: true,
                });
            }
        }
    }

    fn add_cut(&mut self, cut: &CutContour, tabs: Option<Tabs>, kerf: Kerf) {
        let lines = self.beam_lines(cut, kerf);
        let stage = if cut.depth > 0 {
            Stage::CutInside
        } else {
            Stage::CutOutside
        };
        for line in lines {
            let held = tabs.filter(|_| cut.side != CutSide::OnTheLine);
            let path = held.map(|tabs| tabs::with_bridges(&line, tabs, kerf));
            self.paths.push(Toolpath {
                shape: cut.shape,
                stage,
                depth: cut.depth,
                is_closed: cut.contour.is_closed && path.is_none(),
                path: path.unwrap_or(line),
            });
        }
    }
}

/// The area inside the closed contours of a shape; open ones have none.
fn engraved(shape: &Shape, letters: &Letters) -> Option<Toolpath> {
    let mut outline = outline(shape, letters);
    outline
        .contours
        .retain(|contour| contour.is_closed && contour.area() > 0.0);
    let mut path = BezPath::new();
    for contour in &outline.contours {
        let n_around = outline
            .contours
            .iter()
            .filter(|other| other.is_around(contour))
            .count();
        let wanted = if n_around % 2 == 0 { 1.0 } else { -1.0 };
        path.extend(if contour.path.area() * wanted > 0.0 {
            contour.path.clone()
        } else {
            contour.path.reverse_subpaths()
        });
    }
    (!path.is_empty()).then_some(Toolpath {
        shape: shape.id,
        stage: Stage::Engrave,
        depth: 0,
        path,
        is_closed: true,
    })
}

fn scored<'shape>(shape: &'shape Shape, letters: &Letters) -> impl Iterator<Item = Toolpath> + use<'shape> {
    let path = |Contour { path, is_closed }| Toolpath {
        shape: shape.id,
        stage: Stage::Score,
        depth: 0,
        path,
        is_closed,
    };
    outline(shape, letters).contours.into_iter().map(path)
}
