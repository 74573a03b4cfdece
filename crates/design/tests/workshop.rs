//! The workshop's file, and the jobs that are made of it.

#![allow(clippy::unwrap_used, reason = "a test")]

use design::document::{Document, Material};
use design::export::contents;
use design::job::{Estimate, Job};
use design::kerf::Kerf;
use design::length::Mm;
use design::letters::Letters;
use design::machine::{Machine, Profile};
use design::toolpath::{Stage, toolpaths};
use design::workshop::{NewKerf, Workshop, read, with_kerf};
use expect_test::expect;
use words::Language;

/// The file that is shipped.
fn shipped() -> String {
    std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../../lessons/workshop.md")).unwrap()
}

fn kerf(x: f64, y: f64) -> Kerf {
    Kerf {
        x: Mm::new(x),
        y: Mm::new(y),
    }
}

fn material(name: &str, thickness: f64) -> Material {
    Material {
        name: name.to_owned(),
        thickness: Mm::new(thickness),
    }
}

fn drawing(text: &str) -> Document {
    let read = design::text::read(text, None);
    assert_eq!(read.problems, []);
    read.document
}

#[test]
fn the_shipped_file_is_read_without_a_problem() {
    let (workshop, problems) = read(&shipped());
    assert_eq!(problems, []);
    let profiles: Vec<Profile> = workshop.machines.iter().map(|machine| machine.profile).collect();
    assert_eq!(profiles, Profile::ALL);
    let trotec = workshop.machine("trotec").unwrap();
    assert_eq!(
        workshop.kerf(Some(&material("Contreplaqué", 3.0)), trotec),
        kerf(0.2, 0.2)
    );
    assert_eq!(
        workshop.kerf(Some(&material("contreplaqué", 5.0)), trotec),
        kerf(0.24, 0.24)
    );
    // What the workshop does not know has no kerf.
    assert_eq!(
        workshop.kerf(Some(&material("contreplaqué", 4.0)), trotec),
        Kerf::NONE
    );
    assert_eq!(workshop.kerf(None, trotec), Kerf::NONE);
    let pvc = workshop.stock(&material("pvc", 2.0), trotec).unwrap();
    assert!(pvc.forbidden.is_some());
}

#[test]
fn english_and_windows_files_are_read_alike() {
    let french = "## Machines\n\n### A\n\n- profil: epilog\n- plateau: 100 x 50 mm\n\n## Matières\n\n### bois\n\n- épaisseur: 3 mm\n- kerf x: 0,2 mm\n- kerf y: 0,1 mm\n";
    let english = "\u{feff}---\r\nformat: 1\r\n---\r\n## Machines\r\n### A\r\n* Profile: Epilog\r\n* bed: 100 × 50\r\n## Materials\r\n### bois\r\n* thickness: 3\r\n* kerf x: 0.2\r\n* kerf y: 0.1 mm\r\n";
    let (mut english, problems) = read(english);
    assert_eq!(problems, []);
    let (mut french, problems) = read(french);
    assert_eq!(problems, []);
    for workshop in [&mut english, &mut french] {
        workshop.materials[0].line = 0;
    }
    assert_eq!(english, french);
}

#[test]
fn a_kerf_of_one_machine_wins_over_one_for_all() {
    let text = "## Machines\n### A\n- profil: trotec\n- plateau: 9 x 9 mm\n### B\n- profil: epilog\n- plateau: 9 x 9 mm\n## Matières\n### bois\n- épaisseur: 3 mm\n- kerf x: 0,2 mm\n- kerf y: 0,2 mm\n### bois\n- épaisseur: 3 mm\n- kerf x: 0,3 mm\n- kerf y: 0,4 mm\n- machine: B\n";
    let (workshop, problems) = read(text);
    assert_eq!(problems, []);
    let kerf_on = |machine: &str| {
        let machine = workshop.machine(machine).unwrap();
        workshop.kerf(Some(&material("bois", 3.0)), machine)
    };
    assert_eq!(kerf_on("a"), kerf(0.2, 0.2));
    assert_eq!(kerf_on("B"), kerf(0.3, 0.4));
    // A profile's name finds its machine.
    assert_eq!(kerf_on("epilog"), kerf(0.3, 0.4));
}

#[test]
fn a_measured_kerf_goes_into_the_file_and_nothing_else_changes() {
    let text = shipped();
    let (before, _) = read(&text);
    for place in 0..before.materials.len() {
        let stock = &before.materials[place];
        if stock.forbidden.is_some() {
            continue;
        }
        let new = NewKerf {
            line: stock.line,
            kerf: kerf(0.123, 0.0),
        };
        let changed = with_kerf(&text, new);
        let (after, problems) = read(&changed);
        assert_eq!(problems, []);
        let mut expected = before.clone();
        expected.materials[place].kerf = new.kerf;
        assert_eq!(after, expected);
        let differ = text
            .lines()
            .zip(changed.lines())
            .filter(|(old, new)| old != new)
            .count();
        assert_eq!(differ, 2);
    }
    let without = "## Matières\n### bois\n- épaisseur: 3 mm\n\n### carton\n";
    let new = NewKerf {
        line: 2,
        kerf: kerf(0.2, 0.1),
    };
    expect![[r"
        ## Matières
        ### bois
        - épaisseur: 3 mm
        - kerf x: 0,2 mm
        - kerf y: 0,1 mm

        ### carton
    "]]
    .assert_eq(&with_kerf(without, new));
}

#[test]
fn a_job_names_its_file() {
    let check = |who: &str, text: &str, expected: &str| {
        let document = drawing(text);
        let machine = Machine::of_profile(Profile::Trotec);
        let toolpaths = toolpaths(&document, &Letters::default(), Kerf::NONE);
        let estimate = Estimate::of(&toolpaths, &machine, None);
        let job = Job::of(&document, &Letters::default(), &machine, &estimate, who, "dessin");
        assert_eq!(job.file_name("svg"), expected);
    };
    let plate = "page 80 x 50 mm\nmatière contreplaqué 3 mm\nrectangle 60 x 25 mm en 10 12 ; couper\n";
    check(
        "Sami",
        &format!("dessin \"Porte-clé\"\n{plate}"),
        "sami_porte-cle_contreplaque-3mm_x1_60x25_1min.svg",
    );
    check("", plate, "dessin_contreplaque-3mm_x1_60x25_1min.svg");
    check(
        "Ольга  É. d’Œil/..",
        "dessin \"<<???>>\"\npage 80 x 50 mm\nmatière carton 1,5 mm\nligne de 0 0 à 10 0 ; couper\n",
        "ольга-e-d-oeil_carton-1-5mm_x1_10x0_1min.svg",
    );
}

#[test]
fn time_is_length_by_speed_and_the_ways_between() {
    let document = drawing(
        "page 100 x 100 mm\nligne de 30 40 à 30 90 ; couper\nrectangle 20 x 10 mm en 30 90 ; graver\n",
    );
    let mut machine = Machine::of_profile(Profile::Trotec);
    machine.speeds.travel = 10.0;
    let toolpaths = toolpaths(&document, &Letters::default(), Kerf::NONE);
    let estimate = Estimate::of(&toolpaths, &machine, None);
    // To 30 90: √(30² + 90²) / 10 s; 100 rows of 20 mm at 400 mm/s; then from there to 30 40 and 50 mm at 20 mm/s.
    let expected = [
        (Stage::Engrave, 9_000.0_f64.sqrt() / 10.0 + 5.0),
        (Stage::CutOutside, 5.0 + 2.5),
    ];
    for ((stage, seconds), (expected_stage, expected)) in estimate.stages.iter().zip(expected) {
        assert_eq!(*stage, expected_stage);
        assert!((seconds - expected).abs() < 1e-6, "{seconds} {expected}");
    }
    assert_eq!(estimate.minutes(), 1);
}

#[test]
fn the_ticket_says_all_that_the_workshop_asks() {
    let (workshop, _) = read(&shipped());
    let document = drawing(
        "dessin \"Porte-clé\"\npage 80 x 50 mm\nmatière contreplaqué 3 mm\nrectangle 60 x 25 mm en 10 12 ; couper\ncercle 5 mm en 16 24,5 ; couper\nrectangle 20 x 10 mm en 30 20 ; graver\n",
    );
    let machine = &workshop.machines[0];
    let kerf = workshop.kerf(document.material.as_ref(), machine);
    let toolpaths = toolpaths(&document, &Letters::default(), kerf);
    let stock = workshop.stock(document.material.as_ref().unwrap(), machine);
    let estimate = Estimate::of(&toolpaths, machine, stock);
    let job = Job::of(
        &document,
        &Letters::default(),
        machine,
        &estimate,
        "Sami",
        "dessin",
    );
    let mut said = format!("{}\n", job.line(Language::French));
    for (name, value) in job.ticket(Language::French) {
        said += &format!("{name} : {value}\n");
    }
    for summary in toolpaths.summary() {
        said += &format!(
            "{} {}\n",
            summary.stage.word(Language::French),
            summary.amount(Language::French)
        );
    }
    for content in contents(&toolpaths, machine) {
        said += &format!("{} {:?}\n", content.colour.hex(), content.stages);
    }
    expect![[r#"
        Sami · Porte-clé · contreplaqué 3 mm · × 1 · 60 × 25 mm · 1 min
        Prénom : Sami
        Objet : Porte-clé
        Matière : contreplaqué 3 mm
        Nombre : 1
        Taille : 60 × 25 mm
        Temps : 1 min
        Machine : Trotec
        Graver 2 cm²
        Couper dedans 15 mm
        Couper dehors 171 mm
        #000000 [Engrave]
        #FF0000 [CutInside, CutOutside]
    "#]]
    .assert_eq(&said.replace('\u{a0}', " "));
}

#[test]
fn a_file_with_nothing_has_the_usual_machines() {
    for text in ["", "# L’atelier\n", "---\nformat: 1\n---\n"] {
        let (workshop, problems) = read(text);
        assert_eq!(workshop, Workshop::default());
        assert_eq!(problems.len(), 1);
    }
}
