//! SVG for lasers. Every reader understands it alike, because it holds nothing that they read differently:
//!
//! - one user unit is one millimetre, the size of the sheet is written in `mm`;
//! - only `<path>`, absolute `M` `L` `C` `Z`, to 0.001 mm; a closed line ends in `Z` and does not repeat its beginning;
//! - no transform, style, class, text or definition; colours exact, lines without fill, areas without stroke;
//! - in the order of the machine: engrave, score, cut inside, cut outside, one group for each.

use crate::document::Size;
use crate::length::Mm;
use crate::machine::Machine;
use crate::toolpath::{Stage, Toolpath, Toolpaths};
use kurbo::{BezPath, PathEl, Point};
use std::fmt::Write as _;

/// The id of a stage's group. French, as the words on the drawing: it is what a workshop sees as the layer's name.
#[must_use]
pub const fn group_id(stage: Stage) -> &'static str {
    match stage {
        Stage::Engrave => "graver",
        Stage::Score => "marquer",
        Stage::CutInside => "couper-dedans",
        Stage::CutOutside => "couper-dehors",
    }
}

/// The file for a machine, of a sheet and all that is done to it.
#[must_use]
pub fn write(page: Size, toolpaths: &Toolpaths, machine: &Machine) -> String {
    let mut svg = opening(page);
    for stage in Stage::ALL {
        let paths: Vec<&Toolpath> = toolpaths
            .paths
            .iter()
            .filter(|path| path.stage == stage)
            .collect();
        if paths.is_empty() {
            continue;
        }
        let colour = machine.colours.of(stage).hex();
        let paint = match stage {
            Stage::Engrave => format!("fill=\"{colour}\" stroke=\"none\""),
            Stage::Score | Stage::CutInside | Stage::CutOutside => {
                format!(
                    "fill=\"none\" stroke=\"{colour}\" stroke-width=\"{}\"",
                    decimal(machine.stroke)
                )
            }
        };
        // Writing to a string cannot fail.
        let _ = writeln!(svg, "<g id=\"{}\">", group_id(stage));
        for path in paths {
            let data = path_data(&path.path);
            if !data.is_empty() {
                let _ = writeln!(svg, "<path d=\"{data}\" {paint}/>");
            }
        }
        svg.push_str("</g>\n");
    }
    svg.push_str("</svg>\n");
    svg
}

/// The first line of a file whose user unit is a millimetre.
pub(super) fn opening(page: Size) -> String {
    let (width, height) = (decimal(page.width), decimal(page.height));
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"{width}mm\" height=\"{height}mm\" viewBox=\"0 0 {width} {height}\">\n"
    )
}

/// A path as `M` `L` `C` `Z`, absolute, to 0.001 mm. Lines of no length are left out.
#[must_use]
pub fn path_data(path: &BezPath) -> String {
    let mut data = String::new();
    for contour in path.subpaths() {
        contour_data(&mut data, contour);
    }
    data
}

/// A point to 0.001 mm.
type Kept = (Mm, Mm);

fn kept(point: Point) -> Kept {
    (Mm::new(point.x), Mm::new(point.y))
}

fn contour_data(data: &mut String, contour: &[PathEl]) {
    let Some(PathEl::MoveTo(start)) = contour.first() else {
        return;
    };
    let start = kept(*start);
    let is_closed = matches!(contour.last(), Some(PathEl::ClosePath));
    let mut pieces: Vec<(char, Vec<Kept>)> = Vec::new();
    let mut last = start;
    for element in &contour[1..] {
        let (letter, points) = match *element {
            PathEl::MoveTo(_) | PathEl::ClosePath => continue,
            PathEl::LineTo(to) => ('L', vec![kept(to)]),
            PathEl::CurveTo(leaving, arriving, to) => ('C', vec![kept(leaving), kept(arriving), kept(to)]),
            PathEl::QuadTo(handle, to) => {
                // The same curve as a cubic: handles two thirds of the way to the one handle.
                let from = Point::new(last.0.value(), last.1.value());
                let (leaving, arriving) = (from.lerp(handle, 2.0 / 3.0), to.lerp(handle, 2.0 / 3.0));
                ('C', vec![kept(leaving), kept(arriving), kept(to)])
            }
        };
        if points.iter().all(|point| *point == last) {
            continue;
        }
        last = *points.last().unwrap_or(&last);
        pieces.push((letter, points));
    }
    if is_closed
        && pieces
            .last()
            .is_some_and(|(letter, points)| *letter == 'L' && points[0] == start)
    {
        pieces.pop();
    }
    if pieces.is_empty() {
        return;
    }
    point_data(data, 'M', &[start]);
    for (letter, points) in pieces {
        point_data(data, letter, &points);
    }
    if is_closed {
        data.push('Z');
    }
}

fn point_data(data: &mut String, letter: char, points: &[Kept]) {
    data.push(letter);
    for (number, (x, y)) in points.iter().enumerate() {
        if number > 0 {
            data.push(' ');
        }
        data.push_str(&decimal(*x));
        data.push(' ');
        data.push_str(&decimal(*y));
    }
}

/// A length in millimetres with a decimal point and as few decimals as it has, at most three.
#[must_use]
pub fn decimal(length: Mm) -> String {
    let thousandths = length.in_thousandths();
    let sign = if thousandths < 0 { "-" } else { "" };
    let (whole, part) = (
        thousandths.unsigned_abs() / 1_000,
        thousandths.unsigned_abs() % 1_000,
    );
    if part == 0 {
        return format!("{sign}{whole}");
    }
    let decimals = format!("{part:03}");
    format!("{sign}{whole}.{}", decimals.trim_end_matches('0'))
}
