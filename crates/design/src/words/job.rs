//! The line of a job and the ticket that lies with its sheet.

use crate::job::Job;
use words::{Language, number};

impl Job {
    /// One line: `Sami · Porte-clé · contreplaqué 3 mm · × 1 · 60 × 25 mm · 2 min`.
    #[must_use]
    pub fn line(&self, language: Language) -> String {
        let parts = [
            self.who.clone(),
            self.object.clone(),
            self.material_words(language).unwrap_or_default(),
            format!("×\u{a0}{}", self.number),
            self.size_words(language),
            format!("{}\u{a0}min", self.minutes),
        ];
        let parts: Vec<String> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        parts.join(" · ")
    }

    /// The ticket: a name and a value for each line, to print.
    #[must_use]
    pub fn ticket(&self, language: Language) -> Vec<(&'static str, String)> {
        let unknown = || language.pick("à choisir", "to be chosen").to_owned();
        let who = if self.who.is_empty() {
            "…".to_owned()
        } else {
            self.who.clone()
        };
        vec![
            (language.pick("Prénom", "Name"), who),
            (language.pick("Objet", "Object"), self.object.clone()),
            (
                language.pick("Matière", "Material"),
                self.material_words(language).unwrap_or_else(unknown),
            ),
            (language.pick("Nombre", "Number"), self.number.to_string()),
            (language.pick("Taille", "Size"), self.size_words(language)),
            (
                language.pick("Temps", "Time"),
                format!("{}\u{a0}min", self.minutes),
            ),
            (language.pick("Machine", "Machine"), self.machine.clone()),
        ]
    }

    fn material_words(&self, language: Language) -> Option<String> {
        let (name, thickness) = self.material.as_ref()?;
        Some(format!("{name} {}\u{a0}mm", number(thickness.value(), language)))
    }

    fn size_words(&self, language: Language) -> String {
        let (width, height) = (self.size.width.value(), self.size.height.value());
        format!(
            "{}\u{a0}×\u{a0}{}\u{a0}mm",
            number(width, language),
            number(height, language)
        )
    }
}
