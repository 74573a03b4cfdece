//! Each file of `data/drawings`, exported for each profile and read back by a reader that is not ours, usvg.
//!
//! A file says what must be in its export, worked out by hand: for each group how many lines, whether they are closed,
//! how long they are together or how large their area is, the box around them, points that lie on them.
//!
//! With `FABRIQUE_EXPORTS` the files are also written to the folder it names, for `tests/readers`.

#![allow(clippy::unwrap_used, reason = "a test")]

#[path = "../drawings/npm_letters.rs"]
mod npm_letters;

mod readers;

use design::document::Document;
use design::export::svg;
use design::kerf::Kerf;
use design::length::Mm;
use design::machine::{Machine, Profile};
use design::toolpath::toolpaths;
use kurbo::{BezPath, ParamCurveNearest as _, Point, Rect, Shape as _};
use libtest_mimic::{Arguments, Failed, Trial};
use npm_letters::letters;
use readers::{ReadPath, contract, paths_of};
use std::path::{Path, PathBuf};

/// What is written to the file, to 0.001 mm.
const SIZE_MM: f64 = 0.001;

/// Cubics for circles are up to 0.02 % longer and larger than circles.
const ARC_SHARE: f64 = 3e-4;

/// What a file says of one group of its export.
#[derive(Debug, Default)]
struct Expected {
    group: String,
    n_paths: usize,
    is_closed: bool,
    length: Option<f64>,
    area: Option<f64>,
    bounds: Option<Rect>,
    through: Vec<Point>,
}

struct Case {
    document: Document,
    kerf: Kerf,
    expected: Vec<Expected>,
}

fn main() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/drawings");
    let mut files: Vec<PathBuf> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    files.sort();
    assert!(files.len() >= 40, "{} drawings", files.len());
    let trials = files
        .into_iter()
        .map(|file| {
            let name = file.file_stem().unwrap().to_string_lossy().into_owned();
            Trial::test(name, move || check(&file))
        })
        .collect();
    libtest_mimic::run(&Arguments::from_args(), trials).exit();
}

fn read(file: &Path) -> Case {
    let text = std::fs::read_to_string(file).unwrap();
    let read = design::text::read(&text, None);
    assert_eq!(read.problems, [], "{}", file.display());
    let remark = |key: &'static str| {
        let text = text.clone();
        let found: Vec<String> = text
            .lines()
            .filter_map(|line| line.strip_prefix("# ")?.strip_prefix(key))
            .map(|value| value.trim().to_owned())
            .collect();
        found
    };
    let kerf = remark("kerf:").first().map_or(Kerf::NONE, |kerf| {
        let widths = numbers(kerf);
        Kerf {
            x: Mm::new(widths[0]),
            y: Mm::new(widths[1]),
        }
    });
    Case {
        document: read.document,
        kerf,
        expected: remark("expected").iter().map(|line| expected(line)).collect(),
    }
}

fn numbers(text: &str) -> Vec<f64> {
    text.split_whitespace()
        .map(|number| number.parse().unwrap())
        .collect()
}

/// Reads `couper-dehors: 1 closed; length 160 = 4 × 40; box 10 10 50 50; through 10 10`.
fn expected(line: &str) -> Expected {
    let (group, rest) = line.split_once(':').unwrap();
    let mut expected = Expected {
        group: group.to_owned(),
        ..Expected::default()
    };
    for part in rest.split(';') {
        // What stands after `=` says how the number was found.
        let part = part.split('=').next().unwrap().trim();
        let (word, value) = part.split_once(' ').unwrap();
        match word {
            "length" => expected.length = Some(value.trim().parse().unwrap()),
            "area" => expected.area = Some(value.trim().parse().unwrap()),
            "box" => {
                let sides = numbers(value);
                expected.bounds = Some(Rect::new(sides[0], sides[1], sides[2], sides[3]));
            }
            "through" => {
                let point = numbers(value);
                expected.through.push(Point::new(point[0], point[1]));
            }
            count => {
                expected.n_paths = count.parse().unwrap();
                expected.is_closed = value == "closed";
            }
        }
    }
    expected
}

fn check(file: &Path) -> Result<(), Failed> {
    let case = read(file);
    let letters = letters();
    let toolpaths = toolpaths(&case.document, &letters, case.kerf);
    for profile in Profile::ALL {
        let machine = Machine::of_profile(profile);
        let text = svg::write(case.document.page, &toolpaths, &machine);
        if let Some(folder) = std::env::var_os("FABRIQUE_EXPORTS") {
            let name = file.file_stem().unwrap().to_string_lossy();
            let name = format!("{name}.{}.svg", profile.name().to_lowercase());
            std::fs::write(Path::new(&folder).join(name), &text).unwrap();
        }
        contract(&text, case.document.page, &machine)?;
        let paths = paths_of(&text, case.document.page)?;
        let mut groups: Vec<&str> = paths.iter().map(|path| path.group.as_str()).collect();
        groups.dedup();
        let expected: Vec<&str> = case
            .expected
            .iter()
            .map(|expected| expected.group.as_str())
            .collect();
        if groups != expected {
            return Err(format!("groups {groups:?}, expected {expected:?}\n{text}").into());
        }
        for expected in &case.expected {
            let found: Vec<&ReadPath> = paths.iter().filter(|path| path.group == expected.group).collect();
            group(expected, &found).map_err(|problem| format!("{problem}\n{text}"))?;
        }
        inner_first(&paths)?;
    }
    Ok(())
}

fn group(expected: &Expected, found: &[&ReadPath]) -> Result<(), String> {
    let name = &expected.group;
    if found.len() != expected.n_paths {
        return Err(format!(
            "{name}: {} paths, expected {}",
            found.len(),
            expected.n_paths
        ));
    }
    if let Some(open) = found.iter().find(|path| path.is_closed != expected.is_closed) {
        return Err(format!("{name}: closed or not: {open:?}"));
    }
    let near = |what: &str, found: f64, expected: f64, tolerance: f64| {
        if (found - expected).abs() <= tolerance {
            Ok(())
        } else {
            Err(format!("{name}: {what} {found}, expected {expected}"))
        }
    };
    if let Some(length) = expected.length {
        let found: f64 = found.iter().map(|path| path.path.perimeter(1e-5)).sum();
        near("length", found, length, 0.002 + ARC_SHARE * length)?;
    }
    if let Some(area) = expected.area {
        let found: f64 = found.iter().map(|path| path.path.area().abs()).sum();
        near("area", found, area, 0.002 + ARC_SHARE * area)?;
    }
    if let Some(expected) = expected.bounds {
        let all = found.iter().map(|path| path.path.bounding_box());
        let all = all.reduce(|all, one| all.union(one)).unwrap();
        near("left", all.x0, expected.x0, SIZE_MM)?;
        near("top", all.y0, expected.y0, SIZE_MM)?;
        near("right", all.x1, expected.x1, SIZE_MM)?;
        near("bottom", all.y1, expected.y1, SIZE_MM)?;
    }
    for point in &expected.through {
        let segments = found.iter().flat_map(|path| path.path.segments());
        let squared = segments.map(|segment| segment.nearest(*point, 1e-6).distance_sq);
        near(
            "way to a point",
            squared.fold(f64::INFINITY, f64::min).sqrt(),
            0.0,
            SIZE_MM,
        )?;
    }
    Ok(())
}

/// No line that is cut lies in one that is cut before it.
fn inner_first(paths: &[ReadPath]) -> Result<(), String> {
    let cuts: Vec<&ReadPath> = paths
        .iter()
        .filter(|path| path.group.starts_with("couper"))
        .collect();
    for (place, early) in cuts.iter().enumerate() {
        let inside = |late: &BezPath| {
            late.segments()
                .all(|segment| early.path.winding(kurbo::ParamCurve::eval(&segment, 0.4)) != 0)
        };
        if early.is_closed && cuts[place + 1..].iter().any(|late| inside(&late.path)) {
            return Err(format!("cut before what lies in it: {early:?}"));
        }
    }
    Ok(())
}
