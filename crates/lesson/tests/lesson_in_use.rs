//! What the rooms take from a lesson: the toolbox of a step, the memo, the sentences of a voice, what a translation
//! inherits.

#![allow(clippy::unwrap_used, reason = "a test may stop at what it cannot read")]

use device::blocks::BlockKind;
use expect_test::{Expect, expect};
use lesson::reading::{introduction_sentences, node_sentences, step_sentences};
use lesson::{Lesson, parse};
use words::Language;

const LAMP: &str = include_str!("data/lessons/breathing-lamp.md");
const FENCES: &str = include_str!("data/lessons/fences.md");

fn lesson(text: &str) -> Lesson {
    parse(text, None).lesson
}

fn check_toolbox(lesson: &Lesson, step: &str, expected: &Expect) {
    let kinds = lesson.toolbox(lesson.step(step).unwrap());
    let names: Vec<&str> = kinds.into_iter().map(BlockKind::saved_name).collect();
    expected.assert_eq(&names.join(" "));
}

#[test]
fn a_step_offers_what_its_lesson_names() {
    let lamp = lesson(LAMP);
    let whole_lesson = expect!["forever forever_loop repeat set_light change_light wait_ms"];
    check_toolbox(&lamp, "regarder", &whole_lesson);
    check_toolbox(&lamp, "descendre", &whole_lesson);
}

#[test]
fn a_toolbox_fence_says_it_for_its_step() {
    let fences = lesson(FENCES);
    check_toolbox(&fences, "first", &expect!["repeat until turn_lamp wait_ms"]);
    check_toolbox(&fences, "second", &expect!["forever forever_loop repeat wait_s"]);
}

#[test]
fn a_lesson_that_names_no_block_offers_all_of_its_board() {
    let text = "---\nid: x\n---\n# X\n\n```carte\ncarte ESP32\nlampe sur D2\n```\n\n## S\n<!-- etape: s -->\n\nText.\n";
    let lesson = lesson(text);
    let kinds = lesson.toolbox(&lesson.steps[0]);
    assert!(
        kinds.contains(&BlockKind::SetLight) && !kinds.contains(&BlockKind::ButtonPressed),
        "{kinds:?}"
    );
}

#[test]
fn a_bold_word_that_is_no_block_adds_none() {
    let text = "# X\n\n## S\n<!-- etape: s -->\n\n1. Appuie sur **Démarrer**.\n2. Prends **attendre 20 ms**.\n3. Écris **50**.\n";
    let lesson = lesson(text);
    check_toolbox(&lesson, "s", &expect!["on_start forever forever_loop wait_ms"]);
}

#[test]
fn the_memo_has_the_boxes_to_remember() {
    let lamp = lesson(LAMP);
    let sentences: Vec<_> = lamp
        .memo()
        .flat_map(|nodes| node_sentences(nodes, Language::French))
        .collect();
    expect![[r#"
        À retenir
        Une boucle répète des actions.
        Tu écris les actions une seule fois."#]]
    .assert_eq(&sentences.join("\n"));
}

#[test]
fn a_step_is_read_aloud() {
    let lamp = lesson(LAMP);
    let check = |step: &str, expected: Expect| {
        let sentences = step_sentences(lamp.step(step).unwrap(), Language::French);
        expected.assert_eq(&sentences.join("\n"));
    };
    check(
        "monter",
        expect![[r#"
            Fais monter la lumière
            La lumière va de 0 pour cent à 100 pour cent.
            0 pour cent, c'est éteint.
            100 pour cent, c'est très fort.
            1 : Enlève les quatre blocs dans toujours.
            2 : Prends le bloc répéter 100 fois.
            3 : Mets dedans : changer la lumière de 1 pour cent.
            4 : Mets ensuite : attendre 20 millisecondes.
            5 : Appuie sur Démarrer.
            Ce bloc s'appelle une boucle."#]],
    );
    check(
        "regarder",
        expect![[r#"
            Regarde la lampe
            1 : Ouvre le simulateur.
            2 : Appuie sur Démarrer.
            3 : Regarde la lampe pendant 5 secondes.
            La lampe s'allume d'un coup.
            Elle s'éteint d'un coup.
            Elle ne respire pas encore.
            Que fait le bloc attendre ?
            Il éteint la lampe.
            Il fait une pause.
            Il arrête le programme."#]],
    );
    check(
        "trace",
        expect![[r#"
            Garde une trace
            Ta réponse va dans ton carnet.
            Tu choisis ce que tu montres.
            Une photo de ta lampe, ou l'image du simulateur
            Aujourd'hui, j'ai réussi à…
            Pour la prochaine fois, je veux…
            C'était
            facile, ou moyen, ou difficile"#]],
    );
}

#[test]
fn an_introduction_is_read_aloud() {
    expect![[r#"
        La lampe qui respire
        Tu vas fabriquer une lampe calme.
        Sa lumière monte, puis elle descend.
        On dit que la lampe respire.
        Image : Une lampe ronde.
        La lumière monte et descend.
        Tu vas apprendre
        répéter une action avec une boucle
        changer la force de la lumière
        tester ton programme, puis le corriger"#]]
    .assert_eq(&introduction_sentences(&lesson(LAMP)).join("\n"));
}

#[test]
fn a_translation_inherits_what_it_leaves_out() {
    let french = lesson(LAMP);
    let mut english = lesson(
        "---\nid: breathing-lamp\nlang: en\n---\n# The lamp\n\n## Look\n<!-- step: regarder; min: 5 -->\n\nLook.\n\n\
         ## Up\n<!-- step: monter; min: 5 -->\n\nUp.\n\n## Down\n<!-- step: descendre; min: 5 -->\n\nDown.\n",
    );
    english.inherit(&french);
    assert_eq!(english.board, french.board);
    for step in &english.steps {
        let original = french.step(&step.id).unwrap();
        assert_eq!(step.starter, original.starter);
        assert_eq!(step.solution, original.solution);
        assert_eq!(step.check, original.check);
    }
    assert!(english.steps.iter().any(|step| step.check.is_some()));
}
