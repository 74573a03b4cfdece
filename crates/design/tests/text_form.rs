//! The text form of drawings: what is written is read back, what cannot be read is said, ids are kept.
#![allow(clippy::unwrap_used, reason = "in a test a panic is a failure")]

#[path = "drawings/random.rs"]
mod random;

use design::document::{Document, Form, Item, Operation, Side};
use design::length::Mm;
use design::text::{read, write};
use expect_test::{Expect, expect, expect_file};
use proptest::prelude::*;
use words::Language;

/// What is read of a text, written in both languages, with what is said of it.
fn check(text: &str, expected: &Expect) {
    expected.assert_eq(&seen(text));
}

fn seen(text: &str) -> String {
    let read = read(text, None);
    let said = read.problems.iter().map(|problem| {
        let [french, english] = Language::ALL
            .map(|language| format!("{} {}", problem.sentence(language), problem.next_step(language)));
        format!("{}:{}: {french} / {english}\n", problem.line, problem.column)
    });
    let problems: String = said.collect();
    format!("{}{problems}", write(&read.document, Language::French))
}

#[test]
fn every_line_is_written_in_both_languages() {
    let text = include_str!("drawings/all.fr.txt");
    let document = read(text, None).document;
    assert_eq!(read(text, None).problems, []);
    expect_file!["drawings/all.fr.txt"].assert_eq(&write(&document, Language::French));
    expect_file!["drawings/all.en.txt"].assert_eq(&write(&document, Language::English));
    let english = write(&document, Language::English);
    assert_eq!(read(&english, None).document, document);
}

#[test]
fn properties_stand_in_any_order_and_words_may_be_plain() {
    check(
        "PAGE 8x5 cm\nRectangle 60 × 25 en 10, 12,5 ; couper dehors ; tourne 390 degres ; coin 5\n\
         ETOILE 5 branches 2 cm en 1 1;graver\ncercle 20 x 10 mm en 0 −3 # un œuf\n\
         text « C'est moi » 9 mm at 1 2; font handwritten ;",
        &expect![[r#"
            page 80 x 50 mm
            rectangle 60 x 25 mm en 10 12,5 ; coins 5 mm ; tourné 30° ; couper dehors
            étoile 5 pointes 20 mm en 1 1 ; graver
            ellipse 20 x 10 mm en 0 -3 ; ignorer
            texte "C'est moi" 9 mm en 1 2 ; police à la main ; ignorer
        "#]],
    );
}

#[test]
fn what_cannot_be_read_is_said_and_the_rest_is_read() {
    check(
        include_str!("drawings/slips.txt"),
        &expect![[r#"
        page 80 x 50 mm
        rectangle 60 x 25 mm en 10 12 ; ignorer
        cercle 5 mm en 1 1 ; couper
        cercle 5 mm en 1 0 ; ignorer
        cercle 6 mm en 1 1 ; ignorer
        rectangle 60 x 25 mm en 10 12 ; couper
        2:1: « page » est déjà dit plus haut. Garde un seul des deux. / “page” is said before already. Keep one of the two.
        3:31: Je vois « couper », il faut « ; » ou la fin de la ligne. Mets un point-virgule entre deux réglages. / I see “couper”, here goes “;” or the end of the line. Put a semicolon between two settings.
        4:1: Aucune ligne ne commence par « rectangl ». Tu veux dire « rectangle » ? / No line begins with “rectangl”. Do you mean “rectangle”?
        5:14: Je vois « 25 », il faut « x ». Écris par exemple « rectangle 60 x 25 mm en 10 12 ; couper ». / I see “25”, here goes “x”. Write for example “rectangle 60 x 25 mm at 10 12 ; cut”.
        6:11: Cette mesure est trop petite. Écris au moins 0,1 mm. / This measure is too small. Write at least 0.1 mm.
        7:8: Cette mesure est trop petite. Écris au moins 0,1 mm. / This measure is too small. Write at least 0.1 mm.
        8:17: La ligne s’arrête trop tôt : il manque un nombre. Écris par exemple « cercle 5 mm en 16 24,5 ; couper ». / The line ends too early: a number is missing. Write for example “circle 5 mm at 16 24.5 ; cut”.
        9:12: La ligne s’arrête trop tôt : il manque « en ». Écris par exemple « cercle 5 mm en 16 24,5 ; couper ». / The line ends too early: “at” is missing. Write for example “circle 5 mm at 16 24.5 ; cut”.
        10:22: « coins » ne va pas avec « cercle ». Enlève « coins » de cette ligne. / “corners” does not go with “circle”. Take “corners” out of this line.
        10:35: Je ne connais pas encore « coupé ». Tu veux dire « couper » ? / I do not know “coupé” yet. Do you mean “couper”?
        10:52: « graver » est déjà dit plus haut. Garde un seul des deux. / “engrave” is said before already. Keep one of the two.
        11:22: Je vois « 1 », il faut « ; » ou la fin de la ligne. Mets un point-virgule entre deux réglages. / I see “1”, here goes “;” or the end of the line. Put a semicolon between two settings.
        12:9: Je vois « e », il faut « en ». Écris par exemple « cercle 5 mm en 16 24,5 ; couper ». / I see “e”, here goes “at”. Write for example “circle 5 mm at 16 24.5 ; cut”.
        13:16: Cet endroit est trop loin de la plaque. Écris un nombre de quelques dizaines de mm. / This place is too far from the sheet. Write a number of some tens of mm.
        14:10: Ce nombre de côtés ou de pointes n’est pas possible. Écris un nombre entier de 3 à 100. / This number of sides or points is not possible. Write a whole number from 3 to 100.
        15:8: Ce nombre de côtés ou de pointes n’est pas possible. Écris un nombre entier de 3 à 100. / This number of sides or points is not possible. Write a whole number from 3 to 100.
        16:7: Le texte est vide. Écris un mot. / The text is empty. Write a word.
        17:7: Il manque la fin de « " ». Ferme les guillemets sur la même ligne. / The end of “"” is missing. Close the quotes on the same line.
        18:14: Le tracé n’est plus lisible à partir d’ici. Écris par exemple « tracé "M 0 0 L 10 0 L 5 8 Z" en 10 10 ; couper ». / The path cannot be read from here on. Write for example “path "M 0 0 L 10 0 L 5 8 Z" at 10 10 ; cut”.
        19:8: Le tracé n’est plus lisible à partir d’ici. Écris par exemple « tracé "M 0 0 L 10 0 L 5 8 Z" en 10 10 ; couper ». / The path cannot be read from here on. Write for example “path "M 0 0 L 10 0 L 5 8 Z" at 10 10 ; cut”.
        20:3: Cette ligne est décalée, mais aucun groupe n’est au-dessus. Enlève les espaces du début, ou écris « groupe » au-dessus. / This line is indented, but no group stands above it. Take the spaces at its start away, or write “group” above.
        21:14: Je vois « ; », il faut la fin de la ligne. Écris par exemple « groupe "Dos" ». / I see “;”, here goes the end of the line. Write for example “group "Back"”.
        22:9: Je vois « 3 », il faut le nom de la matière. Écris par exemple « matière contreplaqué 3 mm ». / I see “3”, here goes the name of the material. Write for example “material plywood 3 mm”.
        23:16: Cette mesure est trop petite. Écris au moins 0,1 mm. / This measure is too small. Write at least 0.1 mm.
        24:39: Cette mesure est trop petite. Écris au moins 0,1 mm. / This measure is too small. Write at least 0.1 mm.
        24:54: Je vois « beaucoup », il faut un nombre. Écris par exemple « tourné 30° ». / I see “beaucoup”, here goes a number. Write for example “turned 30°”.
        24:74: Cette mesure est trop petite. Écris au moins 0,1 mm. / This measure is too small. Write at least 0.1 mm.
        24:93: Je vois « dessous », il faut « ; » ou la fin de la ligne. Mets un point-virgule entre deux réglages. / I see “dessous”, here goes “;” or the end of the line. Put a semicolon between two settings.
        25:1: Aucune ligne ne commence par « dessine-moi ». Écris par exemple « rectangle 60 x 25 mm en 10 12 ; couper ». / No line begins with “dessine-moi”. Write for example “rectangle 60 x 25 mm at 10 12 ; cut”.
        26:1: Aucune ligne ne commence par « ; ». Écris par exemple « rectangle 60 x 25 mm en 10 12 ; couper ». / No line begins with “;”. Write for example “rectangle 60 x 25 mm at 10 12 ; cut”.
        27:1: Aucune ligne ne commence par « 20 ». Écris par exemple « rectangle 60 x 25 mm en 10 12 ; couper ». / No line begins with “20”. Write for example “rectangle 60 x 25 mm at 10 12 ; cut”.
    "#]],
    );
}

#[test]
fn too_much_is_refused_and_the_drawing_stays() {
    let before = read("page 80 x 50 mm\ncercle 5 mm en 1 1", None).document;
    let many = "cercle 5 mm en 1 1\n".repeat(10_001);
    let long = "#".repeat(5_000_001);
    let seen: String = [many, long]
        .iter()
        .map(|text| {
            let read = read(text, Some(&before));
            assert_eq!(read.document, before);
            format!("{}\n", read.problems[0].sentence(Language::French))
        })
        .collect();
    expect![[r#"
        Il y a trop de formes : plus de 10000.
        Ce texte est trop long : plus de 5 millions de signes.
    "#]]
    .assert_eq(&seen);
}

/// A text, the same text edited, and which ids the edited drawing has.
#[test]
fn shapes_keep_their_ids() {
    let check = |before: &str, after: &str, expected: Expect| {
        let before = read(before, None).document;
        let document = read(after, Some(&before)).document;
        expected.assert_eq(&format!("{}next {}", ids(&document.items), document.next_id));
    };
    let three = "page 80 x 50 mm\nrectangle 60 x 25 mm en 0 0\ncercle 5 mm en 1 1\nrectangle 9 x 9 mm en 5 5";
    check(three, three, expect!["0 1 2 next 3"]);
    // A size is another one, and a line is new.
    check(
        three,
        "étoile 5 pointes 9 mm en 1 1\nrectangle 60 x 30 mm en 0 0\nrectangle 1 x 1 mm en 0 0\ncercle 5 mm en 1 1\nrectangle 9 x 9 mm en 5 5",
        expect!["3 0 4 1 2 next 5"],
    );
    // The first is gone.
    check(
        three,
        "cercle 5 mm en 1 1\nrectangle 9 x 9 mm en 5 5",
        expect!["1 2 next 3"],
    );
    // Two change places.
    check(
        three,
        "rectangle 9 x 9 mm en 5 5\nrectangle 60 x 25 mm en 0 0\ncercle 5 mm en 1 1",
        expect!["2 0 1 next 3"],
    );
    // Two are put in a group.
    check(
        three,
        "rectangle 60 x 25 mm en 0 0\ngroupe\n  cercle 5 mm en 1 1\n  rectangle 9 x 9 mm en 5 5",
        expect!["0 3(1 2) next 4"],
    );
    let groups = "groupe \"A\"\n  cercle 5 mm en 1 1\n  cercle 6 mm en 1 1\ngroupe \"B\"\n  cercle 5 mm en 1 1\n  cercle 6 mm en 1 1";
    check(
        groups,
        "groupe \"B\"\n  cercle 5 mm en 1 1\n  cercle 7 mm en 1 1\ngroupe \"A\"\n  cercle 5 mm en 1 1\n  cercle 6 mm en 1 1",
        expect!["6(4 7) 0(1 2) next 8"],
    );
}

/// `0 1(2 3)`: a group 1 of 2 and 3 after 0.
fn ids(items: &[Item]) -> String {
    let one = |item: &Item| match item {
        Item::Shape(shape) => format!("{} ", shape.id.0),
        Item::Group(group) => format!("{}({}) ", group.id.0, ids(&group.items).trim_end()),
    };
    items.iter().map(one).collect()
}

proptest! {
    /// A drawing, its text in either language and back: the same drawing, without a problem.
    #[test]
    fn a_text_is_read_back_to_its_drawing(document in random::drawing()) {
        for language in Language::ALL {
            let text = write(&document, language);
            let read = read(&text, None);
            prop_assert_eq!(&read.problems, &[], "{}", text);
            prop_assert_eq!(&read.document, &document, "{}", text);
        }
    }

    /// With the drawing before, ids that were given in any order stay too.
    #[test]
    fn ids_are_kept(mut document in random::drawing(), next_id in 100_u32..1_000) {
        document.next_id = next_id;
        let items = std::mem::take(&mut document.items);
        for item in items.into_iter().rev() {
            let item = document.named_anew(item);
            document.items.insert(0, item);
        }
        let text = write(&document, Language::French);
        prop_assert_eq!(read(&text, Some(&document)).document, document);
    }

    /// When one shape is edited, that one and all others keep their ids.
    #[test]
    fn an_edited_line_keeps_all_ids(before in random::drawing(), place in any::<prop::sample::Index>()) {
        let shapes: Vec<_> = before.shapes().iter().map(|shape| shape.id).collect();
        prop_assume!(!shapes.is_empty());
        let chosen = shapes[place.index(shapes.len())];
        let mut after = before.clone();
        after.change_shapes(&[chosen], |shape| {
            shape.operation = match shape.operation {
                Operation::Score => Operation::Cut(Side::Outside),
                _ => Operation::Score,
            };
        });
        // Where another says the same already, one cannot tell which is which.
        let said = |document: &Document| -> Vec<String> {
            write(document, Language::English).lines().map(|line| line.trim().to_owned()).collect()
        };
        let mut lines = said(&before);
        lines.extend(said(&after));
        lines.sort();
        prop_assume!(lines.chunk_by(|a, b| a == b).all(|same| same.len() <= 2));
        let text = write(&after, Language::English);
        prop_assert_eq!(read(&text, Some(&before)).document, after);
    }

    /// Reading never fails, and every problem has its place in the text.
    #[test]
    fn anything_is_read(text in "([a-zé\"«»;#0-9.,° \n-]|page|cercle|groupe|en|mm|tracé \"M|coins|couper){0,40}") {
        let read = read(&text, None);
        let lines: Vec<&str> = text.split('\n').collect();
        for problem in read.problems {
            let line = lines[problem.line - 1];
            prop_assert!((1..=line.chars().count() + 1).contains(&problem.column));
            for language in Language::ALL {
                prop_assert!(!problem.sentence(language).is_empty());
                prop_assert!(!problem.next_step(language).is_empty());
            }
        }
    }
}

#[test]
fn paths_of_other_programs_are_read() {
    let path = |data: &str| {
        let text = format!("page 9 x 9 mm\ntracé \"{data}\" en 0 0");
        let read = read(&text, None);
        assert_eq!(read.problems, [], "{data}");
        let written = write(&read.document, Language::English);
        written.lines().nth(1).unwrap().to_owned()
    };
    let seen = [
        "M0,0L10,0,10-5Z",
        "m 1 1 h 2 v 2 h -2 z m 10 0 l.5.5",
        "M 0 0 Q 3 0 3 3",
        "M1e1,0c1,0 2,1 2,2 1-1 2 0 2 2",
    ];
    let seen: Vec<String> = seen.iter().map(|data| path(data)).collect();
    expect![[r#"
        path "M 0 0 L 10 0 L 10 -5 Z" at 0 0 ; ignore
        path "M 1 1 L 3 1 L 3 3 L 1 3 Z M 11 1 L 11.5 1.5" at 0 0 ; ignore
        path "M 0 0 C 2 0 3 1 3 3" at 0 0 ; ignore
        path "M 10 0 C 11 0 12 1 12 2 C 13 1 14 2 14 4" at 0 0 ; ignore"#]]
    .assert_eq(&seen.join("\n"));
}

#[test]
fn a_large_drawing_is_read_and_matched() {
    let line = |n: u32| format!("rectangle {} x 5 mm en {n} 0 ; couper\n", n % 50 + 1);
    let text: String = (0..9_999).map(line).collect();
    let before = read(&text, None).document;
    assert_eq!(before.shapes().len(), 9_999);
    let wider = text.replace("x 5 mm", "x 6 mm");
    let after = read(&wider, Some(&before)).document;
    assert_eq!(after.next_id, before.next_id);
    let first = after.shapes()[0];
    assert!(matches!(&first.form, Form::Rectangle { size, .. } if size.height == Mm::new(6.0)));
}
