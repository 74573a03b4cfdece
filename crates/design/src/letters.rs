//! The bundled letters: from words to outlines, with kerning.
//!
//! The fonts are files that the page and the command read (`fonts/` of the built page); none is compiled in.

mod kerning;
mod weld;

use crate::document::Font;
use crate::length::Mm;
use kurbo::{Affine, BezPath, Shape as _};
use std::fmt;
use std::sync::Arc;
use ttf_parser::{Face, GlyphId, OutlineBuilder};

impl Font {
    /// Every bundled font.
    pub const ALL: [Self; 2] = [Self::Plain, Self::Handwritten];

    /// The name of its file in the folder `fonts/` of the built page.
    #[must_use]
    pub const fn file_name(self) -> &'static str {
        match self {
            Self::Plain => "AtkinsonHyperlegibleNext_700Bold.ttf",
            Self::Handwritten => "PatrickHand_400Regular.ttf",
        }
    }

    /// Where npm puts its file, from the folder `node_modules`.
    #[must_use]
    pub const fn npm_path(self) -> &'static str {
        match self {
            Self::Plain => {
                "@expo-google-fonts/atkinson-hyperlegible-next/700Bold/AtkinsonHyperlegibleNext_700Bold.ttf"
            }
            Self::Handwritten => "@expo-google-fonts/patrick-hand/400Regular/PatrickHand_400Regular.ttf",
        }
    }
}

/// The fonts that have been read so far. Text in a font that is not there is drawn as nothing, and reported.
#[derive(Clone, Default)]
pub struct Letters {
    plain: Option<Typeface>,
    handwritten: Option<Typeface>,
}

/// One font file with what is asked of it again and again.
#[derive(Clone)]
struct Typeface {
    bytes: Arc<[u8]>,
    /// The height of a capital H in units of the font.
    capital_height: f64,
}

/// Why a font file cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FontProblem {
    /// The bytes are no TrueType or OpenType font.
    NotAFont,
    /// The font has no capital H, which gives letters their height.
    NoCapitals,
}

/// Words as outlines.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Lettering {
    /// One closed path for each contour, in millimetres from the left end of the base line, y down.
    pub contours: Vec<BezPath>,
    /// The character of each contour.
    pub characters: Vec<char>,
    /// What could not be drawn, in the order of the text.
    pub missing: Vec<Missing>,
    /// How far the words reach along the base line, in millimetres.
    pub advance: f64,
}

/// What could not be drawn of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Missing {
    /// The font has not been read yet.
    Font(Font),
    /// The font has no drawing for this character.
    Glyph(char),
}

impl fmt::Debug for Letters {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let loaded: Vec<Font> = Font::ALL.into_iter().filter(|font| self.has(*font)).collect();
        formatter.debug_tuple("Letters").field(&loaded).finish()
    }
}

/// The same font files, byte for byte.
impl PartialEq for Letters {
    fn eq(&self, other: &Self) -> bool {
        Font::ALL.into_iter().all(|font| {
            let bytes = |letters: &Self| letters.typeface(font).map(|typeface| Arc::clone(&typeface.bytes));
            match (bytes(self), bytes(other)) {
                (Some(mine), Some(theirs)) => Arc::ptr_eq(&mine, &theirs) || mine == theirs,
                (mine, theirs) => mine.is_none() && theirs.is_none(),
            }
        })
    }
}

impl Letters {
    /// Takes in the file of a font, in place of what was there for it.
    ///
    /// # Errors
    ///
    /// The bytes cannot be used as letters; then the font stays as it was.
    pub fn read(&mut self, font: Font, bytes: &[u8]) -> Result<(), FontProblem> {
        let face = Face::parse(bytes, 0).map_err(|_| FontProblem::NotAFont)?;
        let capital = face.glyph_index('H').ok_or(FontProblem::NoCapitals)?;
        let box_of_capital = glyph_outline(&face, capital).bounding_box();
        let capital_height = box_of_capital.max_y();
        if capital_height <= 0.0 {
            return Err(FontProblem::NoCapitals);
        }
        let typeface = Typeface {
            bytes: Arc::from(bytes),
            capital_height,
        };
        match font {
            Font::Plain => self.plain = Some(typeface),
            Font::Handwritten => self.handwritten = Some(typeface),
        }
        Ok(())
    }

    /// Whether a font has been read.
    #[must_use]
    pub const fn has(&self, font: Font) -> bool {
        match font {
            Font::Plain => self.plain.is_some(),
            Font::Handwritten => self.handwritten.is_some(),
        }
    }

    const fn typeface(&self, font: Font) -> Option<&Typeface> {
        match font {
            Font::Plain => self.plain.as_ref(),
            Font::Handwritten => self.handwritten.as_ref(),
        }
    }

    /// One line of words as outlines, letters that overlap welded; capitals are as high as asked, the base line begins at the origin.
    #[must_use]
    pub fn lettering(&self, text: &str, font: Font, capital_height: Mm) -> Lettering {
        let Some(typeface) = self.typeface(font) else {
            return Lettering {
                missing: vec![Missing::Font(font)],
                ..Lettering::default()
            };
        };
        // It was parsed when it was read; a file that fails now would be our own fault, and draws nothing.
        let Ok(face) = Face::parse(&typeface.bytes, 0) else {
            return Lettering {
                missing: vec![Missing::Font(font)],
                ..Lettering::default()
            };
        };
        let scale = capital_height.value() / typeface.capital_height;
        let kerning = kerning::Kerning::of(&face);
        let mut lettering = Lettering::default();
        // In units of the font, as kerning is.
        let mut pen = 0.0;
        let mut before: Option<GlyphId> = None;
        let mut places: Vec<usize> = Vec::new();
        for (number, character) in text.chars().enumerate() {
            let Some(glyph) = face.glyph_index(character) else {
                lettering.missing.push(Missing::Glyph(character));
                before = None;
                continue;
            };
            if let Some(before) = before {
                pen += f64::from(kerning.between(before, glyph));
            }
            // Fonts have y up; a sheet has y down.
            let place = Affine::new([scale, 0.0, 0.0, -scale, pen * scale, 0.0]);
            let outline = glyph_outline(&face, glyph);
            let contours = outline
                .subpaths()
                .map(|contour| place * BezPath::from_vec(contour.to_vec()));
            lettering.contours.extend(contours);
            lettering.characters.resize(lettering.contours.len(), character);
            places.resize(lettering.contours.len(), number);
            pen += f64::from(face.glyph_hor_advance(glyph).unwrap_or(0));
            before = Some(glyph);
        }
        lettering.advance = pen * scale;
        weld::weld(&mut lettering, &places);
        lettering
    }
}

fn glyph_outline(face: &Face, glyph: GlyphId) -> BezPath {
    let mut pen = Pen(BezPath::new());
    // `None` stands for a glyph that is empty, as the space is.
    let _ = face.outline_glyph(glyph, &mut pen);
    pen.0
}

struct Pen(BezPath);

impl OutlineBuilder for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        self.0.move_to((f64::from(x), f64::from(y)));
    }

    fn line_to(&mut self, x: f32, y: f32) {
        self.0.line_to((f64::from(x), f64::from(y)));
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        self.0
            .quad_to((f64::from(x1), f64::from(y1)), (f64::from(x), f64::from(y)));
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        self.0.curve_to(
            (f64::from(x1), f64::from(y1)),
            (f64::from(x2), f64::from(y2)),
            (f64::from(x), f64::from(y)),
        );
    }

    fn close(&mut self) {
        self.0.close_path();
    }
}
