//! What is said of a drawing: after "Je vois :", and after "Il faut :".

use super::typeset;
use crate::check::{DrawingProperty, Work};
use crate::grade::drawing::Seen;
use words::{Language, number, plural};

/// What was seen.
pub(crate) fn seen(seen: &Seen, language: Language) -> String {
    let mm = |length: f64| millimetres(length, language);
    let fixed = |french: &str, english: &str| (french.to_owned(), english.to_owned());
    let (french, english) = match seen {
        Seen::Nothing => fixed("il n’y a encore rien à vérifier", "there is nothing to check yet"),
        Seen::NoLetters => fixed(
            "les lettres du texte ne sont pas encore là",
            "the letters of the text are not there yet",
        ),
        Seen::NoRectangle => fixed("aucun rectangle", "no rectangle"),
        Seen::RectangleOf([width, height]) => {
            let size = by(*width, *height, language);
            (
                format!("un rectangle de {size}"),
                format!("a rectangle of {size}"),
            )
        }
        Seen::Rectangles(count) => (
            format!("{count} rectangles de cette taille"),
            format!("{count} rectangles of this size"),
        ),
        Seen::NoCircle => fixed("aucun cercle", "no circle"),
        Seen::CircleOf(diameter) => (
            format!("un cercle de {}", mm(*diameter)),
            format!("a circle of {}", mm(*diameter)),
        ),
        Seen::CircleWith(work) => {
            let [french, english] = to_be(*work);
            (format!("un cercle {french}"), format!("a circle {english}"))
        }
        Seen::Circles(count) => (
            format!("{count} cercles de cette taille"),
            format!("{count} circles of this size"),
        ),
        Seen::OnlyRectangle => fixed("rien dans le rectangle", "nothing in the rectangle"),
        Seen::Outside(subject) => {
            let subject = subject.with_article(language);
            (
                format!("{subject} dépasse du rectangle"),
                format!("{subject} sticks out of the rectangle"),
            )
        }
        Seen::Larger([width, height]) => {
            let size = by(*width, *height, language);
            (format!("un dessin de {size}"), format!("a drawing of {size}"))
        }
        Seen::NoHole => fixed("aucun cercle à couper", "no circle to cut"),
        Seen::NothingAround => fixed(
            "rien n’est coupé autour du cercle",
            "nothing is cut around the circle",
        ),
        Seen::Near(width) => (
            format!("{} de bois à côté du cercle", mm(*width)),
            format!("{} of wood beside the circle", mm(*width)),
        ),
        Seen::NoCut => fixed("aucun trait à couper", "no line to cut"),
        Seen::Open(gap) => (
            format!("un trait ouvert : il manque {}", mm(*gap)),
            format!("an open line: {} is missing", mm(*gap)),
        ),
        Seen::Doubled(length) => (
            format!("{} coupés deux fois", mm(*length)),
            format!("{} cut twice", mm(*length)),
        ),
        Seen::NothingEngraved => fixed("rien à graver", "nothing to engrave"),
        Seen::EngravedSmall(size) => (
            format!("une gravure de {} seulement", mm(*size)),
            format!("an engraving of {} only", mm(*size)),
        ),
        Seen::NoPiece => fixed("aucune pièce à couper", "no piece to cut"),
        Seen::Corner(radius) if *radius <= 0.0 => fixed("un coin pointu", "a sharp corner"),
        Seen::Corner(radius) => (
            format!("un coin rond de {}", mm(*radius)),
            format!("a round corner of {}", mm(*radius)),
        ),
        Seen::NoText => fixed("aucun texte", "no text"),
        Seen::TextNotMirrored => fixed("un texte à l’endroit", "a text that is not mirrored"),
        Seen::NoThickness => fixed(
            "un dessin sans épaisseur de matière",
            "a drawing without a thickness of material",
        ),
        Seen::NoSlot => fixed("pas deux pièces avec une fente", "no two pieces with a slot"),
        Seen::SlotOf(width) => (
            format!("une fente large de {}", mm(*width)),
            format!("a slot {} wide", mm(*width)),
        ),
        Seen::Depths { sum, height } => (
            format!(
                "deux fentes de {} ensemble, une pièce haute de {}",
                mm(*sum),
                mm(*height)
            ),
            format!("two slots of {} together, a piece {} high", mm(*sum), mm(*height)),
        ),
        Seen::Pieces(count) => (
            format!("{count} {}", plural(*count, "pièce", "pièces", Language::French)),
            format!("{count} {}", plural(*count, "piece", "pieces", Language::English)),
        ),
        Seen::Area(area) => {
            let area = rounded(*area, language);
            (
                format!("{area} cm² de matière"),
                format!("{area} cm² of material"),
            )
        }
    };
    typeset(french, english, language)
}

/// What a sentence asks.
pub(crate) fn expected(property: &DrawingProperty, language: Language) -> String {
    let mm = |length: f64| millimetres(length, language);
    let fixed = |french: &str, english: &str| (french.to_owned(), english.to_owned());
    let (french, english) = match property {
        DrawingProperty::Rectangles { count, sides } => {
            let size = by(sides[0], sides[1], language);
            (
                format!(
                    "{} de {size}",
                    counted(*count, ["un rectangle", "rectangles"], Language::French)
                ),
                format!(
                    "{} of {size}",
                    counted(*count, ["a rectangle", "rectangles"], Language::English)
                ),
            )
        }
        DrawingProperty::Circles {
            count,
            diameters: [least, most],
            work,
        } => {
            let [french, english] = work.map_or(["", ""], to_be);
            let (least, most) = (rounded(*least, language), mm(*most));
            let circles = counted(*count, ["un cercle", "cercles"], Language::French);
            let in_english = counted(*count, ["a circle", "circles"], Language::English);
            (
                format!("{circles} de {least} à {most} {french}")
                    .trim_end()
                    .to_owned(),
                format!("{in_english} of {least} to {most} {english}")
                    .trim_end()
                    .to_owned(),
            )
        }
        DrawingProperty::CirclesInRectangle => {
            fixed("le cercle dans le rectangle", "the circle in the rectangle")
        }
        DrawingProperty::AllInRectangle => fixed("tout dans le rectangle", "everything in the rectangle"),
        DrawingProperty::AllIn { sides } => {
            let size = by(sides[0], sides[1], language);
            (format!("au plus {size}"), format!("at most {size}"))
        }
        DrawingProperty::WoodAround { least } => (
            format!("au moins {} de bois autour du cercle", mm(*least)),
            format!("at least {} of wood around the circle", mm(*least)),
        ),
        DrawingProperty::ClosedContours => {
            fixed("des traits à couper qui se referment", "lines to cut that close")
        }
        DrawingProperty::NoDoubleLine => {
            fixed("un seul trait à chaque endroit", "a single line in each place")
        }
        DrawingProperty::Engraved => fixed(
            "un texte ou un dessin à graver, de 1 mm ou plus",
            "a text or a drawing to engrave, of 1 mm or more",
        ),
        DrawingProperty::RoundCorners { least } => (
            format!("des coins ronds de {} ou plus", mm(*least)),
            format!("round corners of {} or more", mm(*least)),
        ),
        DrawingProperty::MirroredText => fixed("un texte à l’envers", "a mirrored text"),
        DrawingProperty::PiecesFit => fixed(
            "des fentes larges comme la matière, et assez profondes",
            "slots as wide as the material, and deep enough",
        ),
        DrawingProperty::Pieces { count } => (
            counted(*count, ["une pièce", "pièces"], Language::French),
            counted(*count, ["a piece", "pieces"], Language::English),
        ),
        DrawingProperty::Area { most } => {
            let most = rounded(*most, language);
            (format!("au plus {most} cm²"), format!("at most {most} cm²"))
        }
    };
    typeset(french, english, language)
}

/// What is to be done along a shape, in French and in English.
fn to_be(work: Work) -> [&'static str; 2] {
    match work {
        Work::Cut => ["à couper", "to cut"],
        Work::Score => ["à marquer", "to score"],
        Work::Engrave => ["à graver", "to engrave"],
        Work::Ignore => ["à ignorer", "to ignore"],
    }
}

fn counted(count: u32, [one, many]: [&str; 2], language: Language) -> String {
    match count {
        1 => one.to_owned(),
        _ => format!("{} {many}", number(f64::from(count), language)),
    }
}

/// To the hundredth, as measures are compared.
fn rounded(value: f64, language: Language) -> String {
    number(libm::round(value * 100.0) / 100.0, language)
}

fn millimetres(length: f64, language: Language) -> String {
    format!("{}\u{a0}mm", rounded(length, language))
}

fn by(width: f64, height: f64, language: Language) -> String {
    format!("{} x {}", rounded(width, language), millimetres(height, language))
}
