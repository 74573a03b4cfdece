//! Sentences of checks: what is written is read back, what cannot be read says why, and whatever the device did
//! gets a verdict in our voice.

use device::parts::{Board, Part, PartKind, PartName};
use device::program::Program;
use device::trace::{Change, Millis, Trace};
use expect_test::expect_file;
use lesson::check::{
    self, BlockWords, Bound, Check, Comparison, Direction, Interval, Level, Property, Sentence, Stimulus,
};
use lesson::grade::{Verdict, grade_trace};
use proptest::prelude::*;
use std::fmt::Write;
use std::path::Path;
use words::Language;

fn part() -> impl Strategy<Value = PartName> {
    let suffix = prop_oneof![Just(""), Just("_A"), Just("_2"), Just("_gauche")];
    (proptest::sample::select(PartKind::ALL.to_vec()), suffix).prop_map(|(kind, suffix)| PartName {
        kind,
        suffix: suffix.to_owned(),
    })
}

fn number() -> impl Strategy<Value = f64> {
    (0_i32..200_000).prop_map(|thousandths| f64::from(thousandths) / 1000.0)
}

fn level() -> impl Strategy<Value = Level> {
    prop_oneof![
        number().prop_map(Level::Number),
        Just(Level::On),
        Just(Level::Off),
        Just(Level::Pressed),
        Just(Level::Released),
    ]
}

fn time() -> impl Strategy<Value = Millis> {
    (0_u64..600_000).prop_map(Millis)
}

fn interval() -> impl Strategy<Value = Interval> {
    (time(), time()).prop_map(|(from, to)| Interval { from, to })
}

fn block() -> impl Strategy<Value = BlockWords> {
    let names = vec![
        "répéter",
        "attendre",
        "allumer",
        "tant que",
        "+",
        "hasard",
        "bouton appuyé",
    ];
    proptest::sample::select(names).prop_map(|name| BlockWords::read(name).expect(name))
}

fn stimulus() -> impl Strategy<Value = Stimulus> {
    prop_oneof![
        (part(), time(), proptest::option::of(time())).prop_map(|(part, at, held)| Stimulus::Press {
            part,
            at,
            held
        }),
        (part(), time(), level()).prop_map(|(part, at, level)| Stimulus::Set { part, at, level }),
        (part(), interval(), number(), number()).prop_map(|(part, during, from, to)| Stimulus::Slide {
            part,
            during,
            from,
            to
        }),
    ]
}

fn of_a_part() -> impl Strategy<Value = Property> {
    let bound = prop_oneof![Just(Bound::AtLeast), Just(Bound::AtMost), Just(Bound::Exactly)];
    let direction = prop_oneof![Just(Direction::Up), Just(Direction::Down)];
    prop_oneof![
        (part(), level(), time()).prop_map(|(part, level, at)| Property::Is {
            part,
            level,
            tolerance: None,
            at
        }),
        (part(), number(), number(), time()).prop_map(|(part, value, tolerance, at)| Property::Is {
            part,
            level: Level::Number(value),
            tolerance: Some(tolerance),
            at
        }),
        (part(), level(), interval()).prop_map(|(part, level, between)| Property::Becomes {
            part,
            level,
            between
        }),
        (part(), level(), interval()).prop_map(|(part, level, during)| Property::Stays {
            part,
            level,
            during
        }),
        (part(), direction, number(), number(), interval()).prop_map(
            |(part, direction, from, to, lasting)| {
                Property::Ramps {
                    part,
                    direction,
                    from,
                    to,
                    lasting,
                }
            }
        ),
        (
            part(),
            number(),
            proptest::option::of(number()),
            proptest::option::of(interval())
        )
            .prop_map(|(part, hertz, tolerance, during)| Property::Blinks {
                part,
                hertz,
                tolerance,
                during
            }),
        (part(), bound, any::<u16>(), proptest::option::of(interval())).prop_map(
            |(part, bound, times, during)| {
                Property::Changes {
                    part,
                    bound,
                    times: times.into(),
                    during,
                }
            }
        ),
    ]
}

fn property() -> impl Strategy<Value = Property> {
    let comparison = prop_oneof![
        Just(Comparison::Below),
        Just(Comparison::Above),
        Just(Comparison::Equal)
    ];
    prop_oneof![
        of_a_part(),
        (part(), part(), number(), proptest::option::of(time())).prop_map(
            |(part, leader, tolerance, delay)| {
                Property::Follows {
                    part,
                    leader,
                    tolerance,
                    delay,
                }
            }
        ),
        (part(), comparison, level(), part(), level(), time()).prop_map(
            |(cause, comparison, threshold, part, level, within)| Property::Responds {
                cause,
                comparison,
                threshold,
                part,
                level,
                within
            }
        ),
        (part(), part()).prop_map(|(one, other)| Property::NeverTogether { parts: [one, other] }),
        proptest::collection::vec(part(), 1..4).prop_map(|parts| Property::Order { parts }),
        Just(Property::NoError),
        (block(), proptest::option::of(1_u32..50))
            .prop_map(|(block, at_least)| Property::Uses { block, at_least }),
        block().prop_map(|block| Property::Without { block }),
        (0_u32..1000).prop_map(|blocks| Property::AtMostBlocks { blocks }),
    ]
}

fn some_check() -> impl Strategy<Value = Check> {
    let own_words = proptest::option::of(Just("La lampe s'allume trop tôt.".to_owned()));
    let sentences = proptest::collection::vec((property(), own_words), 1..6);
    let stimuli = proptest::collection::vec(stimulus(), 0..4);
    (1_u64..600_000, 1_u32..20, stimuli, sentences).prop_map(|(duration, runs, stimuli, sentences)| Check {
        duration: Millis(duration),
        runs,
        stimuli,
        sentences: sentences
            .into_iter()
            .map(|(property, own_words)| Sentence {
                line: 1,
                property,
                own_words,
            })
            .collect(),
        praise: Some("Bravo ! Ta lampe respire.".to_owned()),
        ..Check::empty("essai")
    })
}

fn read(lines: &[String], language: Language) -> (Check, Vec<lesson::problem::Problem>) {
    let lines: Vec<(usize, usize, &str)> = lines
        .iter()
        .enumerate()
        .map(|(place, line)| (place + 1, 1, line.as_str()))
        .collect();
    check::parse("essai", &lines, &Board::default(), language)
}

/// A board with the parts that [`part`] names.
fn board() -> Board {
    let mut board = Board::default();
    board.parts.clear();
    for kind in PartKind::ALL {
        for suffix in ["", "_A", "_2", "_gauche"] {
            let name = PartName {
                kind,
                suffix: suffix.to_owned(),
            };
            board.parts.push(Part {
                name,
                pin: String::new(),
            });
        }
    }
    board
}

fn some_trace() -> impl Strategy<Value = Trace> {
    let change = (0_u64..8000, 0_u16..20, 0_u8..5).prop_map(|(at, part, level)| Change {
        at: Millis(at),
        part,
        value: f64::from(level) * 25.0,
        block: None,
    });
    proptest::collection::vec(change, 0..40).prop_map(|mut changes| {
        changes.sort_by_key(|change| change.at);
        Trace {
            at_start: board()
                .parts
                .iter()
                .map(|part| part.name.kind.value_at_start())
                .collect(),
            changes,
            until: Millis(8000),
            ..Trace::default()
        }
    })
}

/// What is wrong with the words of a message, if anything.
fn fault(words: &str) -> Option<&'static str> {
    let lower = words.to_lowercase();
    if words.split(' ').count() > 12 {
        Some("more than twelve words")
    } else if ["erreur", "faux", "fausse", "échec", "invalide"]
        .iter()
        .any(|word| lower.contains(word))
    {
        Some("not our voice")
    } else if words.contains("  ") || words.contains('\'') || words.ends_with('.') {
        Some("typography")
    } else if words.chars().next().is_some_and(char::is_uppercase) {
        Some("a capital")
    } else {
        None
    }
}

proptest! {
    #[test]
    fn what_is_written_is_read_back(check in some_check(), lesson_is_french: bool, check_is_french: bool) {
        let language = |is_french| if is_french { Language::French } else { Language::English };
        let lines = check.lines(language(check_is_french));
        let (read, _) = read(&lines, language(lesson_is_french));
        prop_assert!(read.asks_the_same_as(&check), "{:#?}\n{:#?}", lines, read);
        prop_assert_eq!(&read.praise, &check.praise);
        let own_words = |check: &Check| -> Vec<Option<String>> {
            check.sentences.iter().map(|sentence| sentence.own_words.clone()).collect()
        };
        prop_assert_eq!(own_words(&read), own_words(&check));
        prop_assert_eq!(read.lines(Language::French), check.lines(Language::French));
    }

    #[test]
    fn whatever_the_device_did_gets_a_verdict_in_our_voice(check in some_check(), trace in some_trace()) {
        for language in Language::ALL {
            let verdict = grade_trace(&check, &board(), &Program::default(), &trace, &[], language);
            if let Verdict::NotYet(message) = verdict {
                prop_assert!(!message.seen.is_empty());
                prop_assert!(message.passed < message.total);
                for words in [&message.seen, &message.expected] {
                    prop_assert_eq!(fault(words), None, "{}", words);
                }
            }
        }
    }

    #[test]
    fn any_line_is_read_without_stopping(line: String) {
        let (check, problems) = read(std::slice::from_ref(&line), Language::French);
        prop_assert!(check.praise.is_some() || !problems.is_empty());
    }
}

/// Every file of `check-problems` is a check of the default board; what is said of it stands in the file beside it.
#[test]
fn problems_help() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/check-problems");
    let mut files: Vec<_> = std::fs::read_dir(&folder)
        .expect("the folder is there")
        .map(|entry| entry.expect("a file").path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "txt"))
        .collect();
    files.sort();
    assert!(!files.is_empty());
    for file in files {
        let text = std::fs::read_to_string(&file).expect("a text");
        let lines: Vec<String> = text.lines().map(str::to_owned).collect();
        let language = if file.to_string_lossy().ends_with(".en.txt") {
            Language::English
        } else {
            Language::French
        };
        let (_, problems) = read(&lines, language);
        let mut said = String::new();
        for problem in problems {
            writeln!(
                said,
                "{}:{} {:?} {}",
                problem.line, problem.column, problem.severity, problem.code
            )
            .expect("a string takes all");
            for language in Language::ALL {
                writeln!(
                    said,
                    "  {} — {}",
                    problem.sentence(language),
                    problem.next_step(language)
                )
                .expect("a string takes all");
            }
        }
        expect_file![file.with_extension("expected")].assert_eq(&said);
    }
}

/// A file of five megabytes that calls itself a lesson: without limits this test takes minutes.
#[test]
fn an_endless_check_is_told_in_few_problems() {
    let many = vec!["vérifie la lampe fait ce qui lui plaît".to_owned(); 100_000];
    let (check, problems) = read(&many, Language::French);
    assert!(check.sentences.is_empty());
    assert_eq!(
        problems.len(),
        201 + 1,
        "two hundred lines, one that says so, and no praise"
    );
    let long = vec!["vérifie programme utilise répéter 1 « 2 ".repeat(100_000)];
    let (_, problems) = read(&long, Language::French);
    assert_eq!(problems[0].code, "C001");
}

#[test]
fn the_list_of_sentences_is_that_of_the_format() {
    let mut list = String::new();
    for language in Language::ALL {
        for pattern in check::patterns(language) {
            list.push_str(&pattern);
            list.push('\n');
        }
        list.push('\n');
    }
    expect_file!["data/check-sentences.txt"].assert_eq(&list);
}

/// What authors type without thinking of it: non-breaking spaces, curly quotes, commas, articles, capitals.
#[test]
fn other_spellings_mean_the_same() {
    let check = |typed: &str, written: &str| {
        let (read, problems) = read(&[typed.to_owned()], Language::French);
        let sentences: Vec<String> = read
            .sentences
            .iter()
            .map(|sentence| sentence.property.sentence(Language::French))
            .collect();
        assert_eq!(sentences, [written], "{typed} {problems:#?}");
    };
    check("vérifie lumière est allumée à 1 s", "lampe est allumée à 1 s");
    check("Vérifie la lampe est allumée à 1s", "lampe est allumée à 1 s");
    check(
        "verifie lumiere est allumee a 1 seconde",
        "lampe est allumée à 1 s",
    );
    check(
        "vérifie lampe clignote à 0,5\u{a0}Hz +/- 10\u{202f}%",
        "lampe clignote à 0,5 Hz ± 10 %",
    );
    check("check light is at 50 % at 1.5 s", "lampe est 50 à 1,5 s");
    check("vérifie lampe est à 50 % à 1500 ms", "lampe est 50 à 1,5 s");
    check(
        "vérifie bouton_A est relâchée à 0 s",
        "bouton_A est relâché à 0 s",
    );
    check(
        "vérifie programme utilise répéter jusqu’à",
        "programme utilise répéter jusqu'à",
    );
    check(
        "vérifie programme utilise « répéter » au moins 2 fois",
        "programme utilise répéter au moins 2 fois",
    );
    check(
        "vérifie lampe monte de 0 à 100 en 1 à 5 s",
        "lampe monte de 0 à 100 en 1 s à 5 s",
    );
    check(
        "check button_A is pressed at 1 s | Own words",
        "bouton_A est appuyé à 1 s",
    );
}
