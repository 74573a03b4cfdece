//! What is typed in number fields, and what becomes of it.
#![allow(clippy::unwrap_used, reason = "in a test a panic is a failure")]

use design::number::evaluate;
use expect_test::expect;
use proptest::prelude::*;
use words::Language;

#[test]
fn numbers_and_small_sums_are_read() {
    let typed = [
        "25",
        "3,5",
        " 3.5 mm ",
        "2,5cm",
        "2 cm + 5 mm",
        "60/2 - 3,5",
        "2 × (3 + 4) ÷ 7",
        "-4 − -6",
        ",5",
        "5.",
        "30°",
        "(1 + 2) cm",
        "1e2",
        "1\u{a0}+\u{202f}1",
        "10 - 4 - 3",
        "24/4/2",
    ];
    let seen: String = typed
        .iter()
        .map(|text| format!("{text} = {}\n", evaluate(text).unwrap()))
        .collect();
    expect![[r#"
        25 = 25
        3,5 = 3.5
         3.5 mm  = 3.5
        2,5cm = 25
        2 cm + 5 mm = 25
        60/2 - 3,5 = 26.5
        2 × (3 + 4) ÷ 7 = 2
        -4 − -6 = 2
        ,5 = 0.5
        5. = 5
        30° = 30
        (1 + 2) cm = 30
        1e2 = 100
        1 + 1 = 2
        10 - 4 - 3 = 3
        24/4/2 = 3
    "#]]
    .assert_eq(&seen);
}

#[test]
fn what_is_no_number_yet_is_said_with_its_place() {
    let typed = [
        "",
        "  ",
        "1e99 * 1e99",
        "1e999",
        "(1e308+1e308)-(1e308+1e308)",
        "3,5 +",
        "3 + * 2",
        "4 / (2 - 2)",
        "1 000",
        "(3 + 4",
        "3 + 4)",
        "12 px",
        "60 x 25",
        "1e9",
        ".",
        "abc",
        "1,2,3",
        "3 4)",
        "(3 4)",
    ];
    let seen: String = typed
        .iter()
        .map(|text| {
            let problem = evaluate(text).unwrap_err();
            let said = Language::ALL
                .map(|language| problem.sentence(language))
                .join(" / ");
            format!("«{text}» {}: {said}\n", problem.column)
        })
        .collect();
    expect![[r#"
        «» 1: Il manque un nombre. Écris par exemple 25. / A number is missing. Write for example 25.
        «  » 1: Il manque un nombre. Écris par exemple 25. / A number is missing. Write for example 25.
        «1e99 * 1e99» 1: Ce nombre est trop grand. Écris un nombre plus petit. / This number is too large. Write a smaller number.
        «1e999» 1: Ce nombre est trop grand. Écris un nombre plus petit. / This number is too large. Write a smaller number.
        «(1e308+1e308)-(1e308+1e308)» 1: Ce nombre est trop grand. Écris un nombre plus petit. / This number is too large. Write a smaller number.
        «3,5 +» 6: Il manque un nombre à la fin. / A number is missing at the end.
        «3 + * 2» 5: Je vois « * », il faut un nombre ici. / I see “*”; a number is needed here.
        «4 / (2 - 2)» 3: On ne peut pas diviser par 0. Écris un autre nombre. / One cannot divide by 0. Write another number.
        «1 000» 3: Il manque un signe entre deux nombres. Écris 1000 sans espace. / A sign is missing between two numbers. Write 1000 without a space.
        «(3 + 4» 1: Il manque une parenthèse « ) ». / A parenthesis “)” is missing.
        «3 + 4)» 6: Il manque une parenthèse « ( ». / A parenthesis “(” is missing.
        «12 px» 4: Je ne comprends pas encore « p ». Écris des nombres et + - * / ( ). / I do not understand “p” yet. Write numbers and + - * / ( ).
        «60 x 25» 4: Je ne comprends pas encore « x ». Écris des nombres et + - * / ( ). / I do not understand “x” yet. Write numbers and + - * / ( ).
        «1e9» 1: Ce nombre est trop grand. Écris un nombre plus petit. / This number is too large. Write a smaller number.
        «.» 1: Je vois « . », il faut un nombre ici. / I see “.”; a number is needed here.
        «abc» 1: Je vois « a », il faut un nombre ici. / I see “a”; a number is needed here.
        «1,2,3» 4: Je ne comprends pas encore « , ». Écris des nombres et + - * / ( ). / I do not understand “,” yet. Write numbers and + - * / ( ).
        «3 4)» 3: Il manque un signe entre deux nombres. Écris 1000 sans espace. / A sign is missing between two numbers. Write 1000 without a space.
        «(3 4)» 4: Il manque un signe entre deux nombres. Écris 1000 sans espace. / A sign is missing between two numbers. Write 1000 without a space.
    "#]].assert_eq(&seen);
}

proptest! {
    /// Whatever is typed is either a length that can be kept, or a problem with a place in what was typed.
    #[test]
    fn anything_typed_is_a_number_or_a_problem_in_place(text in "[0-9,.+*/() a-z°×÷−-]{0,40}|.{0,20}") {
        match evaluate(&text) {
            Ok(value) => prop_assert!(value.abs() <= 1e6),
            Err(problem) => {
                prop_assert!((1..=text.chars().count() + 1).contains(&problem.column));
                prop_assert!(!problem.sentence(Language::French).is_empty());
            }
        }
    }

    /// A number written in either language is that number.
    #[test]
    fn a_written_number_is_read_back(thousandths in -1_000_000_000_i64..=1_000_000_000) {
        let value = design::length::Mm::from_thousandths(thousandths).value();
        for language in Language::ALL {
            prop_assert_eq!(evaluate(&words::number(value, language)), Ok(value));
        }
    }
}

#[test]
fn two_hundred_parentheses_are_read_and_more_are_refused() {
    let nested = |depth: usize| format!("{}1{}", "(".repeat(depth), ")".repeat(depth));
    assert_eq!(evaluate(&nested(99)), Ok(1.0));
    assert!(evaluate(&nested(200)).is_err());
}
