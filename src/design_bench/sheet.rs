//! The sheet on its mat, with what is drawn on it: one path for each thing the machine does.

use crate::design_bench::camera::Camera;
use design::document::{Document, Operation, Size};
use design::letters::Letters;
use design::outline::outline;
use kurbo::BezPath;
use std::fmt::Write;
use std::rc::Rc;
use yew::prelude::*;

/// Millimetres between two lines of the mat.
const MAT_STEP: f64 = 10.0;

/// Below this many pixels between them the lines of the mat are left out.
const LEAST_MAT_STEP: f64 = 6.0;

/// Properties of [`Lines`].
#[derive(Clone, Properties)]
pub struct LinesProps {
    /// What is drawn.
    pub document: Rc<Document>,
    /// The letters that are here.
    pub letters: Rc<Letters>,
}

/// A large drawing is not drawn again as long as it is the same one.
impl PartialEq for LinesProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.document, &other.document) && Rc::ptr_eq(&self.letters, &other.letters)
    }
}

/// What is drawn, in millimetres of the sheet.
#[component]
pub fn Lines(props: &LinesProps) -> Html {
    let (mut cut, mut score, mut ignored) = (String::new(), String::new(), String::new());
    let (mut engraved, mut engraved_lines) = (String::new(), String::new());
    for shape in props.document.shapes() {
        for contour in &outline(shape, &props.letters).contours {
            let line = match shape.operation {
                Operation::Cut(_) => &mut cut,
                Operation::Score => &mut score,
                Operation::Ignore => &mut ignored,
                // An open line has no inside to burn.
                Operation::Engrave if !contour.is_closed => &mut engraved_lines,
                Operation::Engrave => &mut engraved,
            };
            write_path(&contour.path, line);
        }
    }
    html! {
        <>
            <path class="line-ignore" d={ignored} />
            <path class="area-engrave" d={engraved} />
            <path class="line-engrave" d={engraved_lines} />
            <path class="line-score" d={score} />
            <path class="line-cut" d={cut} />
        </>
    }
}

/// Writes contours as the `d` of a path, to a hundredth of a millimetre: finer than a screen shows.
pub fn write_path(path: &BezPath, written: &mut String) {
    use kurbo::PathEl;
    for element in path.elements() {
        // A string takes all that is written to it.
        let _ = match element {
            PathEl::MoveTo(to) => write!(written, "M{:.2} {:.2}", to.x, to.y),
            PathEl::LineTo(to) => write!(written, "L{:.2} {:.2}", to.x, to.y),
            PathEl::QuadTo(handle, to) => {
                write!(
                    written,
                    "Q{:.2} {:.2} {:.2} {:.2}",
                    handle.x, handle.y, to.x, to.y
                )
            }
            PathEl::CurveTo(from, handle, to) => write!(
                written,
                "C{:.2} {:.2} {:.2} {:.2} {:.2} {:.2}",
                from.x, from.y, handle.x, handle.y, to.x, to.y
            ),
            PathEl::ClosePath => write!(written, "Z"),
        };
    }
}

/// The lines of the mat, over a view of so many pixels.
pub fn mat_lines(camera: Camera, (width, height): (f64, f64)) -> Html {
    let step = MAT_STEP * camera.scale;
    if step < LEAST_MAT_STEP {
        return Html::default();
    }
    let mut lines = String::new();
    let mut x = camera.left.rem_euclid(step);
    while x < width {
        let _ = write!(lines, "M{x:.1} 0V{height:.0}");
        x += step;
    }
    let mut y = camera.top.rem_euclid(step);
    while y < height {
        let _ = write!(lines, "M0 {y:.1}H{width:.0}");
        y += step;
    }
    html! { <path class="mat-lines" d={lines} /> }
}

/// The plate that is cut: wood, with its grain and the edge one sees.
pub fn plate(page: Size, camera: Camera) -> Html {
    let (width, height) = (
        page.width.value() * camera.scale,
        page.height.value() * camera.scale,
    );
    let (x, y) = (camera.left, camera.top);
    let mut grain = String::new();
    // Long waves, each a little different, the same for the same sheet.
    let n_lines = (page.height.value() / 7.0).clamp(3.0, 28.0).floor();
    let mut number = 1.0;
    while number <= n_lines {
        let at = y + height * number / (n_lines + 1.0);
        let sway = 3.0 + (number * 7.0) % 5.0;
        let share = 0.3 + ((number * 13.0) % 10.0) / 25.0;
        let _ = write!(
            grain,
            "M{:.1} {at:.1}C{:.1} {:.1} {:.1} {:.1} {:.1} {:.1}",
            x + 2.0,
            x + width * share,
            at - sway,
            x + width * (share + 0.25),
            at + sway,
            x + width - 2.0,
            at - sway / 3.0
        );
        number += 1.0;
    }
    html! {
        <g aria-hidden="true">
            <rect class="plate-lip" x={px(x - 0.75)} y={px(y + 4.0)} width={px(width + 1.5)} height={px(height + 3.0)} rx="3" />
            <rect class="plate" x={px(x)} y={px(y)} width={px(width)} height={px(height)} rx="2" />
            <path class="plate-grain" d={grain} />
        </g>
    }
}

/// A number of pixels, as SVG writes it.
pub fn px(pixels: f64) -> String {
    format!("{pixels:.1}")
}
