//! What only the cut asks for: the look before it, the repairs, a lesson's check, the file for the machine. Half of the
//! bench's code is for this, and a drawing begins without it: so it comes by a door of its own, when it is first wanted.

use crate::design_bench::file_panel::{FilePanel, FilePanelProps};
use crate::design_bench::findings::{Findings, FindingsProps, Found};
use crate::design_bench::workshop_file::WorkshopFile;
use design::document::Document;
use design::letters::Letters;
use design::preflight::{Circumstances, Finding, can_repair, preflight, repair};
use lesson::check::Check;
use lesson::grade::{Verdict, grade_drawing};
use std::pin::Pin;
use words::Language;
use yew::prelude::*;

/// The workshop's file, as long as it is asked for; `None` where there is none.
pub type WorkshopOnItsWay = Pin<Box<dyn Future<Output = Option<WorkshopFile>>>>;

/// At most so many things to settle are shown at once.
pub const MOST_FOUND: usize = 99;

/// The ways to what is behind the door; to hold them is to have passed it.
#[derive(Clone, Copy, Debug)]
pub struct Cutting {
    /// What would go wrong at the machine, and whether it can be mended.
    pub look: fn(&Document, &Letters, Circumstances<'_>) -> Vec<Found>,
    /// The drawing with one thing mended.
    pub mend: fn(&Document, &Letters, &Finding) -> Option<Document>,
    /// What a lesson's check says.
    pub grade: fn(&Check, &Document, &Letters, Language) -> Verdict,
    /// Asks for the workshop's file and reads it.
    pub ask_for_workshop: fn() -> WorkshopOnItsWay,
    /// The panel of what was found.
    pub findings_panel: fn(FindingsProps) -> Html,
    /// The panel of the file.
    pub file_panel: fn(FilePanelProps) -> Html,
}

/// Called behind the door only (`src/lazy.rs`): who names these functions has their code.
pub fn behind_the_door() -> Cutting {
    Cutting {
        look,
        mend: repair,
        grade: grade_drawing,
        ask_for_workshop: || Box::pin(WorkshopFile::ask()),
        findings_panel: |props| html! { <Findings ..props /> },
        file_panel: |props| html! { <FilePanel ..props /> },
    }
}

fn look(document: &Document, letters: &Letters, circumstances: Circumstances) -> Vec<Found> {
    let mut found = preflight(document, letters, circumstances);
    // The rest is told as these are settled: thousands of pins would hide the drawing, and hold up the page.
    found.truncate(MOST_FOUND);
    let ways = can_repair(document, letters, &found);
    let with_ways = found.into_iter().zip(ways);
    with_ways
        .map(|(finding, can_repair)| Found { finding, can_repair })
        .collect()
}
