//! The drawing on paper in its true size, with a ruler that shows whether the printer kept it.

use super::svg::{decimal, opening, path_data};
use crate::document::{Document, Font, Operation, Size};
use crate::length::Mm;
use crate::letters::Letters;
use crate::outline::outline;
use kurbo::{Affine, BezPath};
use std::fmt::Write as _;

/// How much room the ruler takes under the sheet, in millimetres.
const RULER_HEIGHT_MM: f64 = 14.0;

/// The longest ruler, in millimetres: it fits on A4.
const LONGEST_RULER_MM: f64 = 100.0;

/// The sheet with its drawing as it was drawn, without kerf, above a ruler of up to 10 cm. Its size is in millimetres:
/// printed at 100 %, a centimetre of the ruler is a centimetre.
#[must_use]
pub fn write(document: &Document, letters: &Letters) -> String {
    let page = document.page;
    let whole = Size {
        width: page.width,
        height: page.height + Mm::new(RULER_HEIGHT_MM),
    };
    let mut svg = opening(whole);
    let (width, height) = (decimal(page.width), decimal(page.height));
    // Writing to a string cannot fail.
    let _ = writeln!(
        svg,
        "<path d=\"M0 0L{width} 0L{width} {height}L0 {height}Z\" fill=\"none\" stroke=\"#808080\" stroke-width=\"0.2\"/>"
    );
    for shape in document.shapes() {
        let mut all = BezPath::new();
        for contour in outline(shape, letters).contours {
            all.extend(contour.path);
        }
        let data = path_data(&all);
        let paint = match shape.operation {
            Operation::Cut(_) => "fill=\"none\" stroke=\"#000000\" stroke-width=\"0.3\"",
            Operation::Score => {
                "fill=\"none\" stroke=\"#000000\" stroke-width=\"0.2\" stroke-dasharray=\"2 1\""
            }
            Operation::Engrave => "fill=\"#808080\" fill-rule=\"evenodd\" stroke=\"none\"",
            Operation::Ignore => {
                "fill=\"none\" stroke=\"#808080\" stroke-width=\"0.15\" stroke-dasharray=\"0.5 1\""
            }
        };
        if !data.is_empty() {
            let _ = writeln!(svg, "<path d=\"{data}\" {paint}/>");
        }
    }
    add_ruler(&mut svg, page, letters);
    svg.push_str("</svg>\n");
    svg
}

/// A line with a mark each millimetre, longer ones each five and each centimetre, and the centimetres as figures.
fn add_ruler(svg: &mut String, page: Size, letters: &Letters) {
    let top = page.height.value() + 3.0;
    let longest = page.width.value().min(LONGEST_RULER_MM);
    let mut marks = BezPath::new();
    let mut figures = BezPath::new();
    let mut at = 0_u16;
    while f64::from(at) <= longest {
        let length = match at {
            centimetre if centimetre % 10 == 0 => 5.0,
            half if half % 5 == 0 => 3.5,
            _ => 2.0,
        };
        marks.move_to((f64::from(at), top));
        marks.line_to((f64::from(at), top + length));
        if at.is_multiple_of(10) {
            let label = (at / 10).to_string();
            for contour in letters.lettering(&label, Font::Plain, Mm::new(2.5)).contours {
                figures.extend(Affine::translate((f64::from(at) + 0.6, top + 8.5)) * contour);
            }
        }
        at += 1;
    }
    let _ = writeln!(
        svg,
        "<path d=\"{}\" fill=\"none\" stroke=\"#000000\" stroke-width=\"0.15\"/>",
        path_data(&marks)
    );
    if !figures.is_empty() {
        let _ = writeln!(
            svg,
            "<path d=\"{}\" fill=\"#000000\" stroke=\"none\"/>",
            path_data(&figures)
        );
    }
}
