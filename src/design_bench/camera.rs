//! Which part of the mat is seen, and how large: between millimetres of the sheet and pixels of the screen.

use design::document::Size;

/// Pixels the rulers take at the top and at the left.
pub const RULER: f64 = 24.0;

/// Smallest and largest scale, in pixels per millimetre: a sheet of 1 m on a phone, a hole of 1 mm as large as a thumb.
const SCALES: (f64, f64) = (0.25, 60.0);

/// What fits leaves this much of the view free on each side, in pixels.
const MARGIN: f64 = 26.0;

/// Where the drawing is seen from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Camera {
    /// Pixels per millimetre.
    pub scale: f64,
    /// Where the sheet's top left corner is on the screen, in pixels from the left.
    pub left: f64,
    /// The same from the top.
    pub top: f64,
}

impl Camera {
    /// The whole sheet, in the middle of a view of so many pixels.
    pub fn fitting(page: Size, (width, height): (f64, f64)) -> Self {
        let (page_width, page_height) = (page.width.value().max(1.0), page.height.value().max(1.0));
        let free_width = (width - RULER - 2.0 * MARGIN).max(40.0);
        let free_height = (height - RULER - 2.0 * MARGIN).max(40.0);
        let scale = (free_width / page_width)
            .min(free_height / page_height)
            .clamp(SCALES.0, SCALES.1);
        Self {
            scale,
            left: RULER + (width - RULER - scale * page_width) / 2.0,
            // A sheet that leaves room lies high: there its piece finds place below.
            top: RULER + ((height - RULER - scale * page_height) / 2.0).min(MARGIN),
        }
    }

    /// From pixels of the view to millimetres of the sheet.
    pub fn millimetres(self, (x, y): (f64, f64)) -> (f64, f64) {
        ((x - self.left) / self.scale, (y - self.top) / self.scale)
    }

    /// From millimetres of the sheet to pixels of the view.
    pub fn pixels(self, x: f64, y: f64) -> (f64, f64) {
        (self.left + self.scale * x, self.top + self.scale * y)
    }

    /// So many times larger, with the point under the pointer kept where it is.
    pub fn zoomed(self, factor: f64, (x, y): (f64, f64)) -> Self {
        let scale = (self.scale * factor).clamp(SCALES.0, SCALES.1);
        let factor = scale / self.scale;
        Self {
            scale,
            left: x - factor * (x - self.left),
            top: y - factor * (y - self.top),
        }
    }

    /// Moved by so many pixels.
    pub fn panned(self, (x, y): (f64, f64)) -> Self {
        Self {
            left: self.left + x,
            top: self.top + y,
            ..self
        }
    }

    /// The transform of a group whose units are millimetres.
    pub fn transform(self) -> String {
        format!(
            "translate({:.2} {:.2}) scale({:.4})",
            self.left, self.top, self.scale
        )
    }
}
