//! What is said of a drawing before it is cut, to the learner.

use crate::preflight::{Finding, FindingKind, LEAST_BRIDGE_MM, LEAST_CAPITAL_MM, Subject};
use words::{Language, number, plural, typeset};

impl Finding {
    /// What would go wrong, in one sentence.
    #[must_use]
    pub fn title(&self, language: Language) -> String {
        typeset(&self.plain_title(language), language)
    }

    /// The figures, and what to do where there is no repair.
    #[must_use]
    pub fn detail(&self, language: Language) -> String {
        typeset(&self.plain_detail(language), language)
    }

    fn plain_title(&self, language: Language) -> String {
        let (the, of_the) = (
            self.subject.with_article(language),
            self.subject.with_of(language),
        );
        match &self.kind {
            FindingKind::NothingToCut { is_empty: true } => language
                .pick("La plaque est vide.", "The sheet is empty.")
                .to_owned(),
            FindingKind::NothingToCut { is_empty: false } => language
                .pick("Il n’y a rien à couper.", "There is nothing to cut.")
                .to_owned(),
            FindingKind::Open { .. } => language.pick(
                format!("Le contour {of_the} est ouvert."),
                format!("The outline of {the} is open."),
            ),
            FindingKind::Loose { n_lines } => language.pick(
                format!("{n_lines} traits forment un seul contour."),
                format!("{n_lines} lines make one outline."),
            ),
            FindingKind::Double { .. } => language
                .pick("Un trait est en double.", "A line is there twice.")
                .to_owned(),
            FindingKind::Crossing => language
                .pick("Deux traits de coupe se croisent.", "Two cut lines cross.")
                .to_owned(),
            FindingKind::Island { letters, .. } => island(letters, &of_the, &the, language),
            FindingKind::Outside { .. } => language.pick(
                format!("{} dépasse de la plaque.", capital(&the)),
                format!("{} sticks out of the sheet.", capital(&the)),
            ),
            FindingKind::Thin { .. } => language.pick(
                format!("Un passage {of_the} est trop fin."),
                format!("A part of {the} is too thin."),
            ),
            FindingKind::EngravedCut { .. } => language.pick(
                "La coupe passe dans la gravure.".to_owned(),
                "A cut runs through the engraving.".to_owned(),
            ),
            FindingKind::EngravedLine => language.pick(
                "Un trait ne peut pas être gravé.".to_owned(),
                "A line cannot be engraved.".to_owned(),
            ),
            FindingKind::MissingGlyph { character } => language.pick(
                format!("Je n’ai pas de dessin pour « {character} »."),
                format!("I have no drawing for “{character}”."),
            ),
            FindingKind::MissingFont { .. } => language.pick(
                "Les lettres ne sont pas encore chargées.".to_owned(),
                "The letters are not loaded yet.".to_owned(),
            ),
            FindingKind::SmallText { .. } => language.pick(
                "Les lettres sont trop petites.".to_owned(),
                "The letters are too small.".to_owned(),
            ),
            FindingKind::TooSmall { .. } => language.pick(
                format!("Je vois à peine {the}."),
                format!("I can hardly see {the}."),
            ),
            FindingKind::WiderKerf { .. } => language.pick(
                format!("Le trait du laser est plus large que {the}."),
                format!("The line of the laser is wider than {the}."),
            ),
            FindingKind::LargerThanBed { .. } => language.pick(
                "La plaque est trop grande pour la machine.".to_owned(),
                "The sheet is too large for the machine.".to_owned(),
            ),
            FindingKind::Forbidden { material, .. } => language.pick(
                format!("Le laser ne coupe jamais : {material}."),
                format!("The laser never cuts: {material}."),
            ),
        }
    }

    fn plain_detail(&self, language: Language) -> String {
        let millimetres = |value: f64| format!("{} mm", number(rounded(value), language));
        match &self.kind {
            FindingKind::NothingToCut { is_empty: true } => language.pick(
                "Dessine d’abord une forme.".to_owned(),
                "Draw a shape first.".to_owned(),
            ),
            FindingKind::NothingToCut { is_empty: false } => language.pick(
                "Choisis « Couper » pour le contour de ta pièce.".to_owned(),
                "Choose “Cut” for the outline of your piece.".to_owned(),
            ),
            FindingKind::Open { gap } => {
                let gap = millimetres(*gap);
                language.pick(
                    format!("Il manque {gap} de trait."),
                    format!("{gap} of line are missing."),
                )
            }
            FindingKind::Loose { .. } => language.pick(
                "Leurs bouts se touchent. Fais-en une seule forme.".to_owned(),
                "Their ends touch. Make them one shape.".to_owned(),
            ),
            FindingKind::Double { length } => {
                let length = millimetres(*length);
                language.pick(
                    format!("{length} sont coupés deux fois."),
                    format!("{length} are cut twice."),
                )
            }
            FindingKind::Crossing => language.pick(
                "Déplace une des deux formes.".to_owned(),
                "Move one of the two shapes.".to_owned(),
            ),
            FindingKind::Island { size, .. } => {
                let size = area_words(*size, language);
                language.pick(
                    format!("Rien ne tient ces {size}."),
                    format!("Nothing holds these {size}."),
                )
            }
            FindingKind::Outside { by } => {
                let by = millimetres(*by);
                language.pick(format!("{by} sont dehors."), format!("{by} are outside."))
            }
            FindingKind::Thin { width } => {
                let (width, least) = (millimetres(*width), millimetres(LEAST_BRIDGE_MM));
                language.pick(
                    format!("Je vois {width}, il faut {least} ou plus."),
                    format!("I see {width}, it takes {least} or more."),
                )
            }
            FindingKind::EngravedCut { length } => {
                let length = millimetres(*length);
                language.pick(
                    format!("{length} de coupe sont dans la gravure. Déplace l’un des deux."),
                    format!("{length} of the cut are in the engraving. Move one of the two."),
                )
            }
            FindingKind::EngravedLine => language.pick(
                "Choisis « Marquer » pour un trait.".to_owned(),
                "Choose “Score” for a line.".to_owned(),
            ),
            FindingKind::MissingGlyph { .. } => language.pick(
                "Enlève ce caractère, ou écris-le autrement.".to_owned(),
                "Take this character out, or write it otherwise.".to_owned(),
            ),
            FindingKind::MissingFont { .. } => language.pick(
                "Attends un peu, puis vérifie encore.".to_owned(),
                "Wait a little, then check again.".to_owned(),
            ),
            FindingKind::SmallText { height } => {
                let (height, least) = (millimetres(*height), millimetres(LEAST_CAPITAL_MM));
                language.pick(
                    format!("Je vois {height}, il faut {least} ou plus."),
                    format!("I see {height}, it takes {least} or more."),
                )
            }
            FindingKind::TooSmall { size } => {
                let size = area_words(*size, language);
                language.pick(
                    format!("{size}, c’est trop petit."),
                    format!("{size} is too small."),
                )
            }
            FindingKind::WiderKerf { kerf } => {
                let kerf = millimetres(*kerf);
                language.pick(
                    format!("Le laser brûle {kerf}."),
                    format!("The laser burns {kerf}."),
                )
            }
            FindingKind::LargerThanBed { by } => {
                let by = millimetres(*by);
                language.pick(
                    format!("{by} de trop. Choisis une plaque plus petite."),
                    format!("{by} too much. Choose a smaller sheet."),
                )
            }
            FindingKind::Forbidden { reason, .. } => language.pick(
                format!("{}. Choisis une autre matière.", capital(reason)),
                format!("{}. Choose another material.", capital(reason)),
            ),
        }
    }
}

/// Two decimals are enough to read.
fn rounded(millimetres: f64) -> f64 {
    libm::round(millimetres * 100.0) / 100.0
}

fn area_words((width, height): (f64, f64), language: Language) -> String {
    // Small sides keep a decimal.
    let side = |value: f64| {
        let kept = if value < 10.0 {
            libm::round(value * 10.0) / 10.0
        } else {
            libm::round(value)
        };
        number(kept, language)
    };
    format!("{} × {} mm", side(width), side(height))
}

fn island(letters: &str, of_the: &str, the: &str, language: Language) -> String {
    let names: Vec<String> = letters.chars().map(String::from).collect();
    if names.is_empty() {
        return language.pick(
            format!("Le milieu {of_the} va tomber."),
            format!("The middle of {the} will fall out."),
        );
    }
    let list = names.join(", ");
    let middle = plural(names.len(), "Le milieu du", "Le milieu des lettres", language);
    language.pick(
        format!("{middle} {list} va tomber."),
        format!("The middle of {list} will fall out."),
    )
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

impl Subject {
    /// `le rectangle`, `the rectangle`.
    #[must_use]
    pub fn with_article(&self, language: Language) -> String {
        match self {
            Self::Drawing => language.pick("le dessin", "the drawing").to_owned(),
            Self::Named(name) => language.pick(format!("« {name} »"), format!("“{name}”")),
            Self::Group => language.pick("le groupe", "the group").to_owned(),
            Self::Rectangle => language.pick("le rectangle", "the rectangle").to_owned(),
            Self::Circle => language.pick("le cercle", "the circle").to_owned(),
            Self::Ellipse => language.pick("l’ellipse", "the ellipse").to_owned(),
            Self::Line => language.pick("la ligne", "the line").to_owned(),
            Self::Polygon => language.pick("le polygone", "the polygon").to_owned(),
            Self::Star => language.pick("l’étoile", "the star").to_owned(),
            Self::Text(text) => language.pick(format!("le texte « {text} »"), format!("the text “{text}”")),
            Self::Path => language.pick("le tracé", "the path").to_owned(),
        }
    }

    /// `du rectangle`, `of the rectangle`.
    fn with_of(&self, language: Language) -> String {
        let the = self.with_article(language);
        match language {
            Language::English => format!("of {the}"),
            Language::French => match the.strip_prefix("le ") {
                Some(name) => format!("du {name}"),
                None => format!("de {the}"),
            },
        }
    }
}
