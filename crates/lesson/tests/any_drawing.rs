//! Whatever is drawn gets a verdict, in our voice, that shows shapes that are there.
#![allow(clippy::unwrap_used, reason = "in a test a panic is a failure")]

#[path = "../../design/tests/drawings/random.rs"]
mod random;

use design::letters::Letters;
use lesson::check::parse_of_drawing;
use lesson::grade::{Verdict, grade_drawing};
use proptest::prelude::*;
use words::Language;

/// Every sentence once.
const SENTENCES: [&str; 14] = [
    "vérifie 1 rectangle de 60 x 25 mm",
    "vérifie 2 cercles de 4 à 600 mm ; couper",
    "vérifie cercle dans le rectangle",
    "vérifie tout dans le rectangle",
    "vérifie tout dans 80 x 50 mm",
    "vérifie bois autour du cercle 3 mm ou plus",
    "vérifie contours fermés ; couper",
    "vérifie aucun trait double ; couper",
    "vérifie 1 texte ou 1 dessin ; graver",
    "vérifie coins ronds de 2 mm ou plus",
    "vérifie texte à l'envers",
    "vérifie pièces s'emboîtent",
    "vérifie 2 pièces",
    "vérifie surface de matière au plus 20 cm²",
];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn whatever_is_drawn_gets_a_verdict(document in random::drawing()) {
        for sentence in SENTENCES {
            let (check, problems) = parse_of_drawing("essai", &[(1, 1, sentence)], Language::French);
            prop_assert!(check.lines_not_understood.is_empty(), "{:?}", problems);
            let verdicts = Language::ALL
                .map(|language| grade_drawing(&check, &document, &Letters::default(), language));
            let passes = verdicts.clone().map(|verdict| matches!(verdict, Verdict::Passed { .. }));
            prop_assert_eq!(passes[0], passes[1]);
            for verdict in verdicts {
                if let Verdict::NotYet(message) = verdict {
                    prop_assert!(!message.seen.is_empty() && !message.expected.is_empty());
                    prop_assert!(message.shapes.iter().all(|shape| document.shape(*shape).is_some()));
                    prop_assert_eq!((message.passed, message.total), (0, 1));
                } else {
                    prop_assert!(passes[0], "{:?}", verdict);
                }
            }
        }
    }
}
