//! Cut lines that do not come back to their beginning. Lines of several shapes that meet end to end count as one.

use super::{Finding, FindingKind, Scene};
use crate::chains::{Chain, chains};
use crate::document::ShapeId;
use crate::nesting::CutContour;
use crate::outline::CLOSED_GAP_MM;
use kurbo::{ParamCurve as _, PathSeg, Point, Rect};

/// Ends of two lines this near each other, in millimetres, were meant to meet. A straight cut alone is a slit.
pub(super) const MEANT_TO_MEET_MM: f64 = 2.0;

/// A gap between two free ends, of one chain or of two.
#[derive(Clone, Copy, Debug)]
pub(super) struct Gap {
    pub one: usize,
    pub other: usize,
    pub from: Point,
    pub to: Point,
}

pub(super) fn findings(scene: &Scene) -> Vec<Finding> {
    let chains = chains(scene.contours);
    gaps(scene, &chains)
        .into_iter()
        .map(|gap| {
            let mut shapes = shapes_of(scene, &chains[gap.one]);
            if gap.other != gap.one {
                shapes.extend(shapes_of(scene, &chains[gap.other]));
            }
            shapes.dedup();
            let length = (gap.to - gap.from).hypot();
            let mut finding = scene.finding(
                FindingKind::Open { gap: length },
                shapes,
                Rect::from_points(gap.from, gap.to),
            );
            finding.points = vec![gap.from, gap.to];
            finding
        })
        .collect()
}

/// Closed outlines that are made of several lines, where nothing else is drawn with them: then they can be one shape.
pub(super) fn loose(scene: &Scene) -> Vec<Finding> {
    let is_alone = |cut: &CutContour| {
        let shapes = cut.shapes();
        let mut others = scene.contours.iter().filter(|other| !std::ptr::eq(*other, cut));
        !others.any(|other| shapes.iter().any(|shape| other.shapes().contains(shape)))
    };
    scene
        .contours
        .iter()
        .filter(|cut| !cut.joined.is_empty() && is_alone(cut))
        .map(|cut| {
            let kind = FindingKind::Loose {
                n_lines: cut.joined.len() + 1,
            };
            scene.finding(kind, cut.shapes(), cut.contour.bounds())
        })
        .collect()
}

fn shapes_of(scene: &Scene, chain: &Chain) -> Vec<ShapeId> {
    chain
        .links
        .iter()
        .map(|(place, _)| scene.contours[*place].shape)
        .collect()
}

/// The gaps: from an end of a chain to the nearest free end, its own or another's.
pub(super) fn gaps(scene: &Scene, chains: &[Chain]) -> Vec<Gap> {
    let mut gaps: Vec<Gap> = Vec::new();
    for (one, chain) in chains.iter().enumerate() {
        let near_other = |from: Point| {
            chains
                .iter()
                .enumerate()
                .filter(|(other, _)| *other != one)
                .flat_map(|(other, chain)| [(other, chain.start), (other, chain.end)])
                .map(|(other, to)| Gap { one, other, from, to })
                .filter(|gap| length(gap) <= MEANT_TO_MEET_MM)
                .min_by(|one, other| length(one).total_cmp(&length(other)))
        };
        let others: Vec<Gap> = [chain.start, chain.end]
            .into_iter()
            .filter_map(near_other)
            .collect();
        if others.is_empty() && !is_straight(scene, chain) {
            gaps.push(Gap {
                one,
                other: one,
                from: chain.end,
                to: chain.start,
            });
        }
        for gap in others {
            // The same gap is seen from its other end.
            let is_known = gaps
                .iter()
                .any(|known| known.from == gap.to && known.to == gap.from);
            if !is_known {
                gaps.push(gap);
            }
        }
    }
    gaps
}

fn length(gap: &Gap) -> f64 {
    (gap.to - gap.from).hypot()
}

/// Whether a chain is one straight cut: a slit, which is open by nature.
fn is_straight(scene: &Scene, chain: &Chain) -> bool {
    let chord = chain.end - chain.start;
    let is_on_chord = |point: Point| {
        chord.hypot() < 1e-9 || (chord.cross(point - chain.start) / chord.hypot()).abs() <= CLOSED_GAP_MM
    };
    let segments = chain
        .links
        .iter()
        .flat_map(|(place, _)| scene.contours[*place].contour.path.segments());
    segments
        .map(|segment: PathSeg| [segment.eval(0.25), segment.eval(0.75), segment.end()])
        .all(|points| points.into_iter().all(is_on_chord))
}
