//! The words of the text form: one table, for reading and for writing.

use words::Language;
use words::spelling::{folded, nearest};

/// A word of the text form.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Keyword {
    /// `dessin "Mon porte-clé"`
    Drawing,
    /// `page 80 x 50 mm`
    Page,
    /// `matière contreplaqué 3 mm`
    Material,
    /// `groupe "Dos"`
    Group,
    /// `rectangle 60 x 25 mm en 10 12`
    Rectangle,
    /// `cercle 5 mm en 16 24,5`
    Circle,
    /// `ellipse 20 x 10 mm en 30 20`
    Ellipse,
    /// `ligne de 0 0 à 10 0`
    Line,
    /// `polygone 6 côtés 20 mm en 30 20`
    Polygon,
    /// `étoile 5 pointes 20 mm en 30 20`
    Star,
    /// `texte "SAMI" 9 mm en 26 20`
    Text,
    /// `tracé "M 0 0 L 10 0" en 5 5`
    Path,
    /// Before a place.
    At,
    /// Before the first end of a line.
    From,
    /// Before its second end.
    To,
    /// Between two sizes.
    By,
    /// Of a polygon.
    Sides,
    /// Of a star.
    Points,
    /// The radius of the corners of a rectangle.
    Corners,
    /// In which letters a text is.
    Font,
    /// Plain letters.
    Plain,
    /// Letters as if written by hand.
    Handwritten,
    /// Turned by an angle.
    Turned,
    /// Left to right.
    Mirrored,
    /// Bridges.
    Tabs,
    /// Before how long a bridge is.
    Of,
    /// An operation.
    Cut,
    /// On which side it cuts.
    Inside,
    /// On which side it cuts.
    Outside,
    /// An operation.
    Score,
    /// An operation.
    Engrave,
    /// An operation.
    Ignore,
    /// A unit.
    Millimetres,
    /// A unit.
    Centimetres,
    /// A unit.
    Degrees,
}

/// How a word is spelled: in French, in English; the first of each is written, all are read.
struct Spelling(Keyword, &'static [&'static str], &'static [&'static str]);

/// Words that a line begins with.
const HEADS: [Spelling; 12] = [
    Spelling(Keyword::Drawing, &["dessin"], &["drawing"]),
    Spelling(Keyword::Page, &["page"], &["page"]),
    Spelling(Keyword::Material, &["matière"], &["material"]),
    Spelling(Keyword::Group, &["groupe"], &["group"]),
    Spelling(Keyword::Rectangle, &["rectangle"], &["rectangle"]),
    Spelling(Keyword::Circle, &["cercle"], &["circle"]),
    Spelling(Keyword::Ellipse, &["ellipse"], &["ellipse"]),
    Spelling(Keyword::Line, &["ligne"], &["line"]),
    Spelling(Keyword::Polygon, &["polygone"], &["polygon"]),
    Spelling(Keyword::Star, &["étoile"], &["star"]),
    Spelling(Keyword::Text, &["texte"], &["text"]),
    Spelling(Keyword::Path, &["tracé"], &["path"]),
];

/// Words that stand first after a `;`.
const PROPERTIES: [Spelling; 9] = [
    Spelling(Keyword::Corners, &["coins", "coin"], &["corners", "corner"]),
    Spelling(Keyword::Font, &["police"], &["font"]),
    Spelling(Keyword::Turned, &["tourné", "tournée"], &["turned"]),
    Spelling(Keyword::Mirrored, &["miroir"], &["mirrored", "mirror"]),
    Spelling(Keyword::Tabs, &["attaches", "attache"], &["tabs", "tab"]),
    Spelling(Keyword::Cut, &["couper"], &["cut"]),
    Spelling(Keyword::Score, &["marquer"], &["score"]),
    Spelling(Keyword::Engrave, &["graver"], &["engrave"]),
    Spelling(Keyword::Ignore, &["ignorer"], &["ignore"]),
];

/// Words inside a line.
const OTHERS: [Spelling; 14] = [
    Spelling(Keyword::At, &["en"], &["at"]),
    Spelling(Keyword::From, &["de"], &["from"]),
    Spelling(Keyword::To, &["à"], &["to"]),
    Spelling(Keyword::By, &["x", "×"], &["x", "by"]),
    Spelling(Keyword::Sides, &["côtés", "côté"], &["sides", "side"]),
    Spelling(
        Keyword::Points,
        &["pointes", "pointe", "branches"],
        &["points", "point"],
    ),
    Spelling(Keyword::Plain, &["simple"], &["plain"]),
    Spelling(Keyword::Handwritten, &["à la main"], &["handwritten"]),
    Spelling(Keyword::Of, &["de"], &["of"]),
    Spelling(Keyword::Inside, &["dedans"], &["inside"]),
    Spelling(Keyword::Outside, &["dehors"], &["outside"]),
    Spelling(Keyword::Millimetres, &["mm"], &["mm"]),
    Spelling(Keyword::Centimetres, &["cm"], &["cm"]),
    Spelling(
        Keyword::Degrees,
        &["°", "degrés", "degré"],
        &["°", "degrees", "degree"],
    ),
];

impl Keyword {
    /// As it is written.
    #[must_use]
    pub fn in_language(self, language: Language) -> &'static str {
        let Spelling(_, french, english) = self.spelling();
        language
            .pick(french, english)
            .first()
            .copied()
            .unwrap_or_default()
    }

    /// Every way it may be typed, in either language.
    pub(super) fn spellings(self) -> impl Iterator<Item = &'static str> {
        let Spelling(_, french, english) = self.spelling();
        french.iter().chain(*english).copied()
    }

    /// The word that a line begins with.
    pub(super) fn head(word: &str) -> Option<Self> {
        of(&HEADS, word)
    }

    /// The word that a property begins with.
    pub(super) fn property(word: &str) -> Option<Self> {
        of(&PROPERTIES, word)
    }

    /// The first word of a line that is spelled most like this one.
    pub(super) fn nearest_head(word: &str) -> Option<&'static str> {
        nearest(word, all(&HEADS))
    }

    /// The first word of a property that is spelled most like this one.
    pub(super) fn nearest_property(word: &str) -> Option<&'static str> {
        nearest(word, all(&PROPERTIES))
    }

    fn spelling(self) -> &'static Spelling {
        HEADS
            .iter()
            .chain(&PROPERTIES)
            .chain(&OTHERS)
            .find(|spelling| spelling.0 == self)
            .unwrap_or(&HEADS[0])
    }
}

fn of(table: &'static [Spelling], word: &str) -> Option<Keyword> {
    let word = folded(word);
    table
        .iter()
        .find(|Spelling(_, french, english)| french.iter().chain(*english).any(|known| folded(known) == word))
        .map(|Spelling(keyword, ..)| *keyword)
}

fn all(table: &'static [Spelling]) -> impl Iterator<Item = &'static str> {
    table
        .iter()
        .flat_map(|Spelling(_, french, english)| french.iter().chain(*english).copied())
}

/// A line, or a property, that begins with a word: what to show somebody who looks for it.
#[must_use]
pub fn example(keyword: Keyword, language: Language) -> &'static str {
    let [french, english] = match keyword {
        Keyword::Drawing => ["dessin \"Mon porte-clé\"", "drawing \"My key ring\""],
        Keyword::Page => ["page 80 x 50 mm"; 2],
        Keyword::Material => ["matière contreplaqué 3 mm", "material plywood 3 mm"],
        Keyword::Group => ["groupe \"Dos\"", "group \"Back\""],
        Keyword::Rectangle => [
            "rectangle 60 x 25 mm en 10 12 ; couper",
            "rectangle 60 x 25 mm at 10 12 ; cut",
        ],
        Keyword::Ellipse => [
            "ellipse 20 x 10 mm en 30 20 ; couper",
            "ellipse 20 x 10 mm at 30 20 ; cut",
        ],
        Keyword::Line => [
            "ligne de 10 10 à 50 10 ; marquer",
            "line from 10 10 to 50 10 ; score",
        ],
        Keyword::Polygon | Keyword::Sides => [
            "polygone 6 côtés 20 mm en 30 20 ; couper",
            "polygon 6 sides 20 mm at 30 20 ; cut",
        ],
        Keyword::Star | Keyword::Points => [
            "étoile 5 pointes 20 mm en 30 20 ; couper",
            "star 5 points 20 mm at 30 20 ; cut",
        ],
        Keyword::Text => [
            "texte \"SAMI\" 9 mm en 26 20 ; graver",
            "text \"SAMI\" 9 mm at 26 20 ; engrave",
        ],
        Keyword::Path => [
            "tracé \"M 0 0 L 10 0 L 5 8 Z\" en 10 10 ; couper",
            "path \"M 0 0 L 10 0 L 5 8 Z\" at 10 10 ; cut",
        ],
        Keyword::Corners => ["coins 5 mm", "corners 5 mm"],
        Keyword::Font | Keyword::Plain | Keyword::Handwritten => ["police à la main", "font handwritten"],
        Keyword::Turned | Keyword::Degrees => ["tourné 30°", "turned 30°"],
        Keyword::Mirrored => ["miroir", "mirrored"],
        Keyword::Tabs | Keyword::Of => ["attaches 2 de 0,5 mm", "tabs 2 of 0.5 mm"],
        Keyword::Cut | Keyword::Inside | Keyword::Outside => ["couper dedans", "cut inside"],
        Keyword::Score => ["marquer", "score"],
        Keyword::Engrave => ["graver", "engrave"],
        Keyword::Ignore => ["ignorer", "ignore"],
        Keyword::Circle
        | Keyword::At
        | Keyword::From
        | Keyword::To
        | Keyword::By
        | Keyword::Millimetres
        | Keyword::Centimetres => ["cercle 5 mm en 16 24,5 ; couper", "circle 5 mm at 16 24.5 ; cut"],
    };
    language.pick(french, english)
}
