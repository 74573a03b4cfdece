//! Saved programs: old ones open for ever, damaged ones are put right.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so")]

use device::parts::Board;
use device::program::{MOST_BYTES, Program, ProgramFault, Tree};
use device::text::write;
use expect_test::{Expect, expect, expect_file};
use std::fmt::Write as _;
use words::Language;

/// Files of version 1, as the first release saved them. They are never changed; what they say is in the text beside.
#[test]
fn programs_of_version_1_open_for_ever() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/data/program/v1");
    let mut n_files = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "json") {
            n_files += 1;
            let saved = std::fs::read_to_string(&path).unwrap();
            let (program, repairs) = Program::from_json(&saved).unwrap();
            assert_eq!(repairs, [], "{}", path.display());
            assert_eq!(program.to_json(), saved.trim_end(), "{}", path.display());
            let text = write(&program, &Board::default(), Language::French);
            expect_file![path.with_extension("txt")].assert_eq(&text);
        }
    }
    assert!(n_files >= 2);
}

fn check_repaired(rows: &str, expected: Expect) {
    let (program, repairs) = Program::from_json(&format!(r#"{{"version": 1, "blocks": [{rows}]}}"#)).unwrap();
    let mut told = String::new();
    for repair in repairs {
        let french = repair.kind.sentence(Language::French);
        assert!(!repair.kind.sentence(Language::English).is_empty());
        writeln!(told, "{}: {french}", repair.block).unwrap();
    }
    told.push_str(&write(&program, &Board::default(), Language::French));
    expected.assert_eq(&told);
}

#[test]
fn ids_that_cannot_be_are_replaced() {
    let long = "x".repeat(65);
    check_repaired(
        &format!(
            r#"{{"id": "a", "type": "on_start", "inputs": {{"DO": "{long}"}}}},
               {{"id": "{long}", "type": "wait_s", "next": ""}},
               {{"id": "a", "type": "leave_loop"}},
               {{"type": "stop_sound"}}, 7, {{"id": "no kind"}}"#
        ),
        expect![[r#"
            : Une ligne qui n’était pas un bloc est enlevée.
            : Une ligne qui n’était pas un bloc est enlevée.
            r1: Un bloc sans nom sûr a reçu un nouveau nom.
            r2: Un bloc sans nom sûr a reçu un nouveau nom.
            r3: Un bloc sans nom sûr a reçu un nouveau nom.
            r1: Un lien vers un bloc absent est coupé.
            au démarrage
              attendre ? s

            # détaché
            sortir de la boucle

            # détaché
            arrêter le son
        "#]],
    );
}

#[test]
fn links_that_cannot_be_are_cut() {
    check_repaired(
        r#"{"id": "a", "type": "on_start", "inputs": {"DO": "b"}},
           {"id": "b", "type": "leave_loop", "next": "c"},
           {"id": "c", "type": "stop_sound", "next": "nobody"},
           {"id": "d", "type": "forever", "inputs": {"DO": "c"}},
           {"id": "e", "type": "repeat", "next": "f"},
           {"id": "f", "type": "repeat", "next": "e"},
           {"id": "g", "type": "repeat", "inputs": {"DO": "g"}}"#,
        expect![[r#"
            c: Un lien vers un bloc absent est coupé.
            d: Un lien vers un bloc absent est coupé.
            f: Un lien vers un bloc absent est coupé.
            g: Un lien vers un bloc absent est coupé.
            au démarrage
              sortir de la boucle
              arrêter le son

            toujours

            # détaché
            répéter ? fois
            répéter ? fois

            # détaché
            répéter ? fois
        "#]],
    );
}

#[test]
fn blocks_where_they_cannot_stand_are_set_apart() {
    check_repaired(
        r#"{"id": "a", "type": "on_start", "inputs": {"DO": "b"}, "next": "e"},
           {"id": "b", "type": "repeat", "inputs": {"TIMES": "c", "DO": "d"}},
           {"id": "c", "type": "leave_loop"},
           {"id": "d", "type": "forever"},
           {"id": "e", "type": "truth", "next": "f"},
           {"id": "f", "type": "stop_sound"}"#,
        expect![[r#"
            e: Un bloc mal placé est mis à part.
            c: Un bloc mal placé est mis à part.
            d: Un bloc mal placé est mis à part.
            f: Un bloc mal placé est mis à part.
            au démarrage
              répéter ? fois

            # détaché
            sortir de la boucle

            toujours

            # détaché
            vrai

            # détaché
            arrêter le son
        "#]],
    );
}

#[test]
fn numbers_that_are_none_are_put_right() {
    check_repaired(
        r#"{"id": "a", "type": "wait_s", "inputs": {"DURATION": "b"}},
           {"id": "b", "type": "number", "fields": {"NUM": "0,5"}},
           {"id": "c", "type": "number", "fields": {"NUM": null}, "y": 9},
           {"id": "d", "type": "if", "fields": {"ELSE": "1", "ELSE_IFS": true}, "y": 10}"#,
        expect![[r#"
            b: Un nombre illisible est corrigé.
            c: Un nombre illisible est corrigé.
            d: Un nombre illisible est corrigé.
            d: Un nombre illisible est corrigé.
            # détaché
            attendre 0,5 s

            # détaché
            0

            # détaché
            si ? alors
            sinon
        "#]],
    );
}

/// Blocks, fields and inputs of a newer version are kept, whatever they hold.
#[test]
fn what_a_newer_version_wrote_is_kept() {
    let saved = r#"{"version":1,"blocks":[{"id":"a","type":"on_start","inputs":{"DO":"b"}},{"id":"b","type":"servo_angle","fields":{"ANGLE":{"degrees":90},"FAST":true},"inputs":{"SPEED":"c"},"icons":[1,2]},{"id":"c","type":"number","fields":{"NUM":3.0}}]}"#;
    let (program, repairs) = Program::from_json(saved).unwrap();
    assert_eq!(repairs, []);
    assert_eq!(program.to_json(), saved);
}

#[test]
fn what_cannot_be_opened_says_why() {
    let check = |text: &str, expected: &ProgramFault| {
        let fault = Program::from_json(text).unwrap_err();
        assert_eq!(fault, *expected);
        for language in Language::ALL {
            assert!(!fault.sentence(language).whole().is_empty());
        }
    };
    let something_else = ProgramFault::NotAProgram { line: 0, column: 0 };
    check(
        &" ".repeat(MOST_BYTES + 1),
        &ProgramFault::TooLarge {
            bytes: MOST_BYTES + 1,
        },
    );
    check(
        "{\n\"version\": 1, ?",
        &ProgramFault::NotAProgram { line: 2, column: 15 },
    );
    check(
        &"[".repeat(10_000),
        &ProgramFault::NotAProgram { line: 1, column: 128 },
    );
    check("[]", &something_else);
    check("{\"version\": 1}", &something_else);
    check("{\"blocks\": []}", &something_else);
    check(
        "{\"version\": 2, \"blocks\": {}}",
        &ProgramFault::NewerVersion { version: 2 },
    );
}

#[test]
fn blocks_are_counted_under_hats_only() {
    let text = "toujours\n  répéter 3 fois\n    attendre (x + 1) ms\n# détaché\nattendre 1 s\n";
    let (program, problems) = device::text::read(text, &Board::default());
    assert_eq!(problems, []);
    let tree = Tree::new(&program);
    let kinds: Vec<_> = tree
        .counted()
        .map(|block| tree.block(block).kind.as_str())
        .collect();
    assert_eq!(kinds, ["forever", "repeat", "wait_ms", "arithmetic", "variable"]);
    assert_eq!(tree.heads().len(), 2);
    assert!(!tree.is_under_hat(tree.heads()[1]));
}
