//! `fabrique preflight` and `fabrique export`

use crate::arguments::Place;
use crate::{End, Outcome, words};
use ::words::Language;
use design::document::{Document, Font, Form};
use design::export::{Format, svg};
use design::job::{Estimate, Job};
use design::letters::Letters;
use design::machine::Machine;
use design::preflight::{Circumstances, Finding, preflight, repair};
use design::toolpath::toolpaths;
use design::workshop::{self, Workshop};
use std::fmt::Write;
use std::path::{Path, PathBuf};

/// A drawing with all that is needed to look at it and to write it.
struct Scene {
    document: Document,
    letters: Letters,
    workshop: Workshop,
    machine: Machine,
}

impl Scene {
    fn circumstances(&self) -> Circumstances<'_> {
        Circumstances {
            machine: Some(&self.machine),
            stock: self.stock(),
        }
    }

    fn stock(&self) -> Option<&workshop::Stock> {
        let material = self.document.material.as_ref()?;
        self.workshop.stock(material, &self.machine)
    }

    fn findings(&self) -> Vec<Finding> {
        preflight(&self.document, &self.letters, self.circumstances())
    }
}

/// Says what would go wrong when a drawing is cut.
pub fn run_preflight(drawing: &str, place: &Place, language: Language) -> Outcome {
    let scene = match scene(drawing, place, language) {
        Ok(scene) => scene,
        Err(outcome) => return outcome,
    };
    let findings = scene.findings();
    let mut outcome = Outcome::default();
    for (number, finding) in findings.iter().enumerate() {
        let (title, detail) = (finding.title(language), finding.detail(language));
        let at = words::place_on_sheet(finding.place.center().x, finding.place.center().y, language);
        let _ = writeln!(outcome.said, "{}. {title} {detail} ({at})", number + 1);
        if repair(&scene.document, &scene.letters, finding).is_some() {
            let _ = writeln!(outcome.said, "   {}", words::can_be_repaired(language));
        }
    }
    outcome
        .said
        .push_str(&words::findings_summary(findings.len(), language));
    if !findings.is_empty() {
        outcome.end = End::NotYet;
    }
    outcome
}

/// Writes the file of a drawing for a machine, and says what is in it.
pub fn run_export(
    drawing: &str,
    place: &Place,
    format: Option<&str>,
    output: Option<&str>,
    language: Language,
) -> Outcome {
    if let Some(name) = format
        && Format::from_name(name).is_none()
    {
        return unreadable(words::unknown_format(name, language));
    }
    let scene = match scene(drawing, place, language) {
        Ok(scene) => scene,
        Err(outcome) => return outcome,
    };
    let kerf = scene
        .workshop
        .kerf(scene.document.material.as_ref(), &scene.machine);
    let toolpaths = toolpaths(&scene.document, &scene.letters, kerf);
    let file = svg::write(scene.document.page, &toolpaths, &scene.machine);
    let mut outcome = Outcome::default();
    let n_findings = scene.findings().len();
    if n_findings > 0 {
        outcome.complaint = words::look_before(n_findings, drawing, language);
    }
    if output == Some("-") {
        outcome.said = file;
        return outcome;
    }
    let estimate = Estimate::of(&toolpaths, &scene.machine, scene.stock());
    let unnamed = Path::new(drawing)
        .file_stem()
        .map(|name| name.to_string_lossy().into_owned());
    let job = Job::of(
        &scene.document,
        &scene.letters,
        &scene.machine,
        &estimate,
        "",
        &unnamed.unwrap_or_default(),
    );
    let name = output.map_or_else(|| job.file_name(Format::Svg.extension()), str::to_owned);
    if let Err(error) = std::fs::write(&name, file) {
        return unreadable(words::unwritable(&name, &error, language));
    }
    let _ = writeln!(outcome.said, "{name}\n{}", job.line(language));
    for summary in toolpaths.summary() {
        let _ = writeln!(
            outcome.said,
            "  {:14} {}  {}",
            summary.stage.word(language),
            scene.machine.colours.of(summary.stage).hex(),
            summary.amount(language)
        );
    }
    outcome
}

fn unreadable(complaint: String) -> Outcome {
    Outcome {
        complaint,
        end: End::Unreadable,
        ..Outcome::default()
    }
}

fn scene(drawing: &str, place: &Place, language: Language) -> Result<Scene, Outcome> {
    let read = |path: &str| {
        std::fs::read_to_string(path).map_err(|error| unreadable(words::unreadable(path, &error, language)))
    };
    let written = design::text::read(&read(drawing)?, None);
    if !written.problems.is_empty() {
        let mut complaint = String::new();
        for problem in &written.problems {
            let (sentence, next_step) = (problem.sentence(language), problem.next_step(language));
            let _ = writeln!(
                complaint,
                "{drawing}:{}:{}: {sentence} {next_step}",
                problem.line, problem.column
            );
        }
        return Err(unreadable(complaint));
    }
    let workshop = workshop(place, read, language)?;
    let machine = match &place.machine {
        None => workshop.machines.first(),
        Some(name) => workshop.machine(name),
    };
    let Some(machine) = machine.cloned() else {
        let names: Vec<&str> = workshop
            .machines
            .iter()
            .map(|machine| machine.name.as_str())
            .collect();
        let wanted = place.machine.as_deref().unwrap_or_default();
        return Err(unreadable(words::unknown_machine(wanted, &names, language)));
    };
    Ok(Scene {
        letters: letters(&written.document, place, language)?,
        document: written.document,
        workshop,
        machine,
    })
}

/// The workshop's file: the one given, else the one of `lessons/` here, else what is usual.
fn workshop(
    place: &Place,
    read: impl Fn(&str) -> Result<String, Outcome>,
    language: Language,
) -> Result<Workshop, Outcome> {
    let usual = format!("lessons/{}", workshop::FILE);
    let file = match &place.workshop {
        Some(file) => file.clone(),
        None if Path::new(&usual).is_file() => usual,
        None => return Ok(Workshop::default()),
    };
    let (workshop, problems) = workshop::read(&read(&file)?);
    if problems.is_empty() {
        return Ok(workshop);
    }
    let mut complaint = String::new();
    for problem in &problems {
        let (sentence, next_step) = (problem.sentence(language), problem.next_step(language));
        let _ = writeln!(complaint, "{file}:{}: {sentence} {next_step}", problem.line);
    }
    Err(unreadable(complaint))
}

/// The fonts that the drawing's texts need.
pub fn letters(document: &Document, place: &Place, language: Language) -> Result<Letters, Outcome> {
    let mut letters = Letters::default();
    let is_used = |font: &Font| {
        let shapes = document.shapes();
        shapes
            .iter()
            .any(|shape| matches!(&shape.form, Form::Text { font: used, .. } if used == font))
    };
    for font in Font::ALL.into_iter().filter(is_used) {
        let files = match &place.fonts {
            Some(folder) => vec![Path::new(folder).join(font.file_name())],
            None => vec![
                Path::new("dist/fonts").join(font.file_name()),
                Path::new("node_modules").join(font.npm_path()),
            ],
        };
        let is_read =
            |file: &PathBuf| std::fs::read(file).is_ok_and(|bytes| letters.read(font, &bytes).is_ok());
        if !files.iter().any(is_read) {
            let tried: Vec<String> = files.iter().map(|file| file.display().to_string()).collect();
            return Err(unreadable(words::no_font(&tried, language)));
        }
    }
    Ok(letters)
}
