//! Open cut lines that meet end to end: one line for the machine, and a closed outline where they come back to their
//! beginning.

use crate::nesting::CutContour;
use crate::outline::{CLOSED_GAP_MM, Contour};
use kurbo::{BezPath, PathEl, Point};

/// A closed outline made of several lines encloses at least this, in square millimetres; less is a line there twice.
const LEAST_AREA: f64 = 0.1;

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

/// Open cut contours, joined where their ends meet; those that come back to their beginning left out.
#[must_use]
pub fn chains(contours: &[CutContour]) -> Vec<Chain> {
    let mut chains = all_chains(contours);
    chains.retain(|chain| !chain.is_closed());
    chains
}

/// The contours, those that together come back to where they began as one closed contour in place of the first: the
/// machine then moves it by the kerf as it does one that was drawn as one shape.
pub(crate) fn with_closed_chains(contours: Vec<CutContour>) -> Vec<CutContour> {
    let mut closed: Vec<Option<CutContour>> = contours.iter().map(|_| None).collect();
    let mut is_gone = vec![false; contours.len()];
    for chain in all_chains(&contours).iter().filter(|chain| chain.is_closed()) {
        let contour = Contour::new(chain.path(&contours));
        let Some(((first, _), others)) = chain.links.split_first() else {
            continue;
        };
        if contour.area() < LEAST_AREA {
            continue;
        }
        for (place, _) in others {
            is_gone[*place] = true;
        }
        closed[*first] = Some(CutContour {
            contour,
            joined: others.iter().map(|(place, _)| contours[*place].shape).collect(),
            ..contours[*first].clone()
        });
    }
    let kept = contours.into_iter().zip(closed).zip(is_gone);
    kept.filter(|(_, is_gone)| !is_gone)
        .map(|((as_drawn, closed), _)| closed.unwrap_or(as_drawn))
        .collect()
}

fn all_chains(contours: &[CutContour]) -> Vec<Chain> {
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
    chains
}

impl Chain {
    /// Whether it comes back to where it began.
    pub(crate) fn is_closed(&self) -> bool {
        self.links.len() > 1 && is_same(self.start, self.end)
    }

    /// Its lines as one. Where two of them do not quite meet, a straight line joins them; within [`CLOSED_GAP_MM`] the
    /// next begins where the last one ended. It is closed where the chain is.
    pub(crate) fn path(&self, contours: &[CutContour]) -> BezPath {
        let mut path = BezPath::new();
        for (place, is_backwards) in &self.links {
            let line = &contours[*place].contour.path;
            let line = if *is_backwards {
                line.reverse_subpaths()
            } else {
                line.clone()
            };
            for element in line {
                match (element, path.current_position()) {
                    (PathEl::MoveTo(start), Some(last)) if is_same(last, start) => {}
                    (PathEl::MoveTo(start), Some(_)) => path.line_to(start),
                    _ => path.push(element),
                }
            }
        }
        if self.is_closed() {
            if matches!(path.elements().last(), Some(PathEl::LineTo(_))) {
                path.pop();
            }
            path.close_path();
        }
        path
    }
}

fn is_same(one: Point, other: Point) -> bool {
    (other - one).hypot() <= CLOSED_GAP_MM
}

fn meets(one: &Chain, other: &Chain) -> bool {
    let ends = [one.start, one.end];
    !one.is_closed()
        && !other.is_closed()
        && ends
            .iter()
            .any(|end| is_same(*end, other.start) || is_same(*end, other.end))
}

/// Two chains that meet, as one that begins with the first.
pub(crate) fn joined(one: Chain, other: Chain) -> Chain {
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
