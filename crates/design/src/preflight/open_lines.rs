//! Cut lines that do not come back to their beginning. Lines of several shapes that meet end to end count as one.

use super::{Finding, FindingKind, Scene};
use crate::document::ShapeId;
use crate::nesting::CutContour;
use crate::outline::CLOSED_GAP_MM;
use kurbo::{ParamCurve as _, PathSeg, Point, Rect};

/// Ends of two lines this near each other, in millimetres, were meant to meet. A straight cut alone is a slit.
pub(super) const MEANT_TO_MEET_MM: f64 = 2.0;

/// Open contours that meet end to end.
#[derive(Clone, Debug)]
pub struct Chain {
    /// Places in the list of cut contours, in order along the chain, and whether each is run backwards.
    pub links: Vec<(usize, bool)>,
    /// Where it begins, in millimetres.
    pub start: Point,
    /// Where it ends, in millimetres.
    pub end: Point,
}

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

fn shapes_of(scene: &Scene, chain: &Chain) -> Vec<ShapeId> {
    chain
        .links
        .iter()
        .map(|(place, _)| scene.contours[*place].shape)
        .collect()
}

/// Open cut contours, joined where their ends meet; those that come back to their beginning left out.
#[must_use]
pub fn chains(contours: &[CutContour]) -> Vec<Chain> {
    let mut chains: Vec<Chain> = Vec::new();
    for (place, cut) in contours.iter().enumerate() {
        if cut.contour.is_closed {
            continue;
        }
        let Some((start, end)) = cut.contour.ends() else {
            continue;
        };
        let mut chain = Chain {
            links: vec![(place, false)],
            start,
            end,
        };
        // A new line may join two chains that stand already.
        while let Some(met) = chains.iter().position(|known| meets(known, &chain)) {
            let known = chains.remove(met);
            chain = joined(known, chain);
        }
        chains.push(chain);
    }
    chains.retain(|chain| (chain.end - chain.start).hypot() > CLOSED_GAP_MM || chain.links.len() < 2);
    chains
}

fn is_same(one: Point, other: Point) -> bool {
    (other - one).hypot() <= CLOSED_GAP_MM
}

fn is_closed(chain: &Chain) -> bool {
    chain.links.len() > 1 && is_same(chain.start, chain.end)
}

fn meets(one: &Chain, other: &Chain) -> bool {
    let ends = [one.start, one.end];
    !is_closed(one)
        && !is_closed(other)
        && ends
            .iter()
            .any(|end| is_same(*end, other.start) || is_same(*end, other.end))
}

/// Two chains that meet, as one that begins with the first.
pub(super) fn joined(one: Chain, other: Chain) -> Chain {
    let distance = |one: Point, other: Point| (other - one).hypot();
    let at_end = distance(one.end, other.start).min(distance(one.end, other.end));
    let at_start = distance(one.start, other.start).min(distance(one.start, other.end));
    let one = if at_start < at_end { backwards(one) } else { one };
    let other = if distance(one.end, other.end) < distance(one.end, other.start) {
        backwards(other)
    } else {
        other
    };
    Chain {
        links: one.links.into_iter().chain(other.links).collect(),
        start: one.start,
        end: other.end,
    }
}

fn backwards(chain: Chain) -> Chain {
    Chain {
        links: chain
            .links
            .into_iter()
            .rev()
            .map(|(place, is_backwards)| (place, !is_backwards))
            .collect(),
        start: chain.end,
        end: chain.start,
    }
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
