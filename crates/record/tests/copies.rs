//! What a person is told before a copy is taken in, and the sentences when it cannot be.

use expect_test::expect;
use record::saved_format::ReadProblem;
use record::{Action, ArrivalChange, Deed, PersonId, Record, Settings, Tool, WriterId, Writing, apply};
use words::Language;

fn act(record: &Record, person: &str, deed: Deed) -> Record {
    let writing = Writing {
        writer: &WriterId::new("w").unwrap(),
        now: "2026-11-24T10:00",
    };
    apply(record, &Action::By(PersonId::new(person).unwrap(), deed), writing)
}

fn come(name: &str) -> Deed {
    Deed::Come {
        name: name.to_owned(),
        tool: Tool::Saw,
        settings: Settings::default(),
    }
}

fn do_step(step: &str) -> Deed {
    Deed::DoStep {
        lesson: "breathing-lamp".to_owned(),
        step: step.to_owned(),
    }
}

#[test]
fn a_preview_says_what_a_copy_would_change() {
    let check = |here: &Record, copy: &Record, expected: expect_test::Expect| {
        let lines: Vec<_> = here
            .preview(copy)
            .into_iter()
            .map(|arrival| format!("{}: {:?}\n", arrival.person.name, arrival.change))
            .collect();
        expected.assert_eq(&lines.concat());
    };
    let awa = act(
        &act(&Record::default(), "awa", come("Awa")),
        "awa",
        do_step("monter"),
    );
    let further = act(&awa, "awa", do_step("descendre"));
    let both = act(&awa, "sami", come("Sami"));
    let erased = act(&awa, "awa", Deed::Erase);
    check(
        &Record::default(),
        &awa,
        expect!["Awa: Comes(Amount { steps: 1, works: 0, entries: 0 })\n"],
    );
    check(
        &awa,
        &further,
        expect!["Awa: Adds(Amount { steps: 1, works: 0, entries: 0 })\n"],
    );
    check(&awa, &awa, expect!["Awa: Nothing\n"]);
    check(
        &further,
        &both,
        expect!["Awa: Nothing\nSami: Comes(Amount { steps: 0, works: 0, entries: 0 })\n"],
    );
    check(&erased, &further, expect!["Awa: ErasedHere\n"]);
    check(&further, &erased, expect!["Awa: ErasesHere\n"]);
    check(&erased, &erased, expect![""]);
    check(&Record::default(), &erased, expect![""]);
    assert!(matches!(
        erased.preview(&awa)[0].change,
        ArrivalChange::ErasedHere
    ));
}

#[test]
fn a_copy_of_one_person_holds_nobody_else() {
    let both = act(&act(&Record::default(), "awa", come("Awa")), "sami", come("Sami"));
    let names: Vec<_> = both
        .only(&[PersonId::new("sami").unwrap()])
        .people()
        .map(|person| person.name.to_string())
        .collect();
    assert_eq!(names, ["Sami"]);
}

#[test]
fn each_problem_has_a_sentence_that_helps() {
    let problems = [
        ReadProblem::Empty,
        ReadProblem::TooLarge {
            bytes: 50 * 1024 * 1024,
        },
        ReadProblem::NotARecord,
        ReadProblem::Damaged {
            place: "1:20".to_owned(),
        },
        ReadProblem::Damaged { place: String::new() },
        ReadProblem::Newer { version: 2 },
    ];
    let sentences: Vec<_> = Language::ALL
        .iter()
        .flat_map(|language| problems.iter().map(|problem| problem.sentence(*language) + "\n"))
        .collect();
    expect![[r#"
        Ce fichier est vide. Choisis un autre fichier.
        Ce fichier fait 50 Mo. Une copie de Fabrique fait moins de 32 Mo. Choisis un autre fichier.
        Ce fichier n’est pas une copie de Fabrique. Choisis celui qui finit par « .fabrique.json ».
        Il manque un morceau de cette copie (1:20). Rien n’a changé ici. Essaie une autre copie.
        Il manque un morceau de cette copie. Rien n’a changé ici. Essaie une autre copie.
        Cette copie vient d’une Fabrique plus récente (format 2). Recharge la page, puis réessaie.
        This file is empty. Choose another file.
        This file is 50 MB. A copy of Fabrique is under 32 MB. Choose another file.
        This file is not a copy of Fabrique. Choose the one that ends with “.fabrique.json”.
        A piece of this copy is missing (1:20). Nothing changed here. Try another copy.
        A piece of this copy is missing. Nothing changed here. Try another copy.
        This copy comes from a newer Fabrique (format 2). Reload the page, then try again.
    "#]]
    .assert_eq(&sentences.concat());
}
