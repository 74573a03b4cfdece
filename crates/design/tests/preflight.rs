//! Each drawing of `data/preflight` and what is said of it, in both languages, with its repairs. `UPDATE_EXPECT=1`
//! writes the files that end in `.found`.

#![allow(clippy::unwrap_used, reason = "a test")]

#[path = "drawings/npm_letters.rs"]
mod npm_letters;

use design::document::Document;
use design::kerf::Kerf;
use design::length::Mm;
use design::preflight::{Circumstances, Finding, can_repair, preflight, repair};
use design::workshop::Stock;
use npm_letters::letters;
use std::fmt::Write as _;
use std::path::Path;
use words::Language;

fn stock(text: &str) -> Option<Stock> {
    let kerf = text.lines().find_map(|line| line.strip_prefix("# kerf: "))?;
    let widths: Vec<f64> = kerf.split(' ').map(|width| width.parse().unwrap()).collect();
    Some(Stock {
        name: "bois".to_owned(),
        thickness: Mm::new(3.0),
        kerf: Kerf {
            x: Mm::new(widths[0]),
            y: Mm::new(widths[1]),
        },
        machine: None,
        cut_speed: None,
        forbidden: None,
        line: 0,
    })
}

#[test]
fn what_is_found_is_told_and_repaired() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/preflight");
    let mut files: Vec<_> = std::fs::read_dir(&folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|file| file.extension().is_some_and(|extension| extension == "txt"))
        .collect();
    files.sort();
    let letters = letters();
    for file in files {
        let text = std::fs::read_to_string(&file).unwrap();
        let read = design::text::read(&text, None);
        assert_eq!(read.problems, [], "{}", file.display());
        let stock = stock(&text);
        let circumstances = Circumstances {
            machine: None,
            stock: stock.as_ref(),
        };
        let findings = preflight(&read.document, &letters, circumstances);
        let ways = findings
            .iter()
            .map(|finding| repair(&read.document, &letters, finding).is_some());
        assert_eq!(
            can_repair(&read.document, &letters, &findings),
            ways.collect::<Vec<_>>()
        );
        let mut told = String::new();
        for finding in &findings {
            tell(&mut told, finding);
            let Some(repaired) = repair(&read.document, &letters, finding) else {
                continue;
            };
            let left = preflight(&repaired, &letters, circumstances);
            assert!(
                left.len() < findings.len() && !left.contains(finding),
                "{}: {finding:?} is still there: {left:?}",
                file.display()
            );
            tell_repair(&mut told, &read.document, &repaired);
        }
        if findings.is_empty() {
            told.push_str("ready\n");
        }
        expect_test::expect_file![file.with_extension("found")].assert_eq(&told);
    }
}

fn tell(told: &mut String, finding: &Finding) {
    let place = finding.place;
    let shapes: Vec<u32> = finding.shapes.iter().map(|shape| shape.0).collect();
    for language in Language::ALL {
        writeln!(told, "{} {}", finding.title(language), finding.detail(language)).unwrap();
    }
    write!(
        told,
        "  shapes {shapes:?}, from {:.2} {:.2} to {:.2} {:.2}",
        place.x0, place.y0, place.x1, place.y1
    )
    .unwrap();
    for point in &finding.points {
        write!(told, ", {:.2} {:.2}", point.x, point.y).unwrap();
    }
    told.push('\n');
}

/// The lines that the repair changes.
fn tell_repair(told: &mut String, before: &Document, after: &Document) {
    let [before, after] = [before, after].map(|document| design::text::write(document, Language::French));
    for line in before
        .lines()
        .filter(|line| !after.lines().any(|other| other == *line))
    {
        writeln!(told, "  - {line}").unwrap();
    }
    for line in after
        .lines()
        .filter(|line| !before.lines().any(|other| other == *line))
    {
        writeln!(told, "  + {line}").unwrap();
    }
}
