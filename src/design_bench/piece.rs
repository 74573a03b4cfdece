//! The piece as one will hold it: what the cut leaves, with what is burnt on it.

use crate::design_bench::camera::Camera;
use crate::design_bench::sheet::{px, write_path};
use crate::i18n::design_bench::DesignWords;
use design::document::{Document, Operation};
use design::letters::Letters;
use design::nesting::{PieceKind, cut_contours, pieces};
use design::outline::outline;
use kurbo::Rect;
use words::Language;
use yew::prelude::*;

/// Pixels needed below the sheet to show the piece.
const ROOM: f64 = 150.0;

/// Pixels kept free at the bottom for the keys.
const KEYS: f64 = 72.0;

/// The piece after the cut, under the sheet where there is room; nothing as long as nothing comes loose.
pub fn piece_after_cut(
    document: &Document,
    letters: &Letters,
    camera: Camera,
    view: (f64, f64),
    language: Language,
) -> Html {
    let top = camera.top + document.page.height.value() * camera.scale + 38.0;
    let room = view.1 - KEYS - top;
    if room < ROOM {
        return Html::default();
    }
    let contours = cut_contours(document, letters);
    let parts: Vec<_> = pieces(&contours)
        .into_iter()
        .filter(|piece| piece.kind == PieceKind::Part)
        .collect();
    let bounds = parts
        .iter()
        .map(|piece| contours[piece.around].contour.bounds())
        .reduce(|all: Rect, one| all.union(one));
    let Some(bounds) = bounds else {
        return Html::default();
    };
    let (mut face, mut burnt, mut scored) = (String::new(), String::new(), String::new());
    for piece in &parts {
        write_path(&contours[piece.around].contour.path, &mut face);
        for hole in &piece.holes {
            write_path(&contours[*hole].contour.path, &mut face);
        }
    }
    for shape in document.shapes() {
        let line = match shape.operation {
            Operation::Engrave => &mut burnt,
            Operation::Score => &mut scored,
            Operation::Cut(_) | Operation::Ignore => continue,
        };
        for contour in &outline(shape, letters).contours {
            write_path(&contour.path, line);
        }
    }
    let left = camera.left;
    let free = view.0 - left - 30.0;
    let scale = (free / bounds.width())
        .min((room - 34.0) / bounds.height())
        .min(camera.scale * 1.2);
    let (x, y) = (left - bounds.x0 * scale, top + 22.0 - bounds.y0 * scale);
    let place = |lower: f64| format!("translate({:.1} {:.1}) scale({scale:.4})", x, y + lower);
    html! {
        <g class="piece-after-cut" role="img" aria-label={DesignWords::PieceAfterCut.text(language)}>
            <text class="piece-title" x={px(left)} y={px(top)}>{ DesignWords::PieceAfterCut.text(language) }</text>
            <g transform={place(4.0)}><path class="piece-lip" d={face.clone()} /></g>
            <g transform={place(0.0)}>
                <path class="piece-face" d={face.clone()} />
                <path class="piece-burnt" d={burnt} />
                <path class="piece-scored" d={scored} />
                <path class="piece-edge" d={face} />
            </g>
        </g>
    }
}
