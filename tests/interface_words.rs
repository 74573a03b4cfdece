//! The words of the interface, read as text from `src/i18n/`: short sentences, kind words, French typography.

#![allow(clippy::unwrap_used, reason = "a test")]

use std::fs;
use std::path::PathBuf;

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../src/i18n");

/// Words of a sentence, at most: many readers are slow readers.
const LONGEST_SENTENCE: usize = 12;

/// Never said to a learner.
const UNKIND: [&str; 4] = ["erreur", "faux", "échec", "invalide"];

/// A message with its place, as the `words!` macro has it.
struct Message {
    place: String,
    french: String,
    english: String,
}

fn messages() -> Vec<Message> {
    let mut messages = Vec::new();
    let mut to_visit = vec![PathBuf::from(FOLDER)];
    while let Some(path) = to_visit.pop() {
        if path.is_dir() {
            to_visit.extend(fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()));
        } else {
            let file = path.strip_prefix(FOLDER).unwrap().display().to_string();
            messages.extend(messages_of(&file, &fs::read_to_string(&path).unwrap()));
        }
    }
    messages
}

/// The lines `Key => "français", "English";` inside `words! { … }`, each on one line or two.
fn messages_of(file: &str, text: &str) -> Vec<Message> {
    let macros = text
        .split("words! {")
        .skip(1)
        .filter_map(|rest| rest.split("\n}").next());
    let macros: String = macros.collect();
    let parts: Vec<&str> = macros.split(" => ").collect();
    let message = |parts: &[&str]| {
        let key = parts[0].rsplit([' ', '\n', '{']).next()?;
        let mut texts = parts[1].split('"').skip(1).step_by(2).map(unescaped);
        Some(Message {
            place: format!("{file}: {key}"),
            french: texts.next()?,
            english: texts.next()?,
        })
    };
    parts.windows(2).filter_map(message).collect()
}

/// `\u{a0}` in a Rust literal as the character it stands for.
fn unescaped(literal: &str) -> String {
    let mut text = String::new();
    let mut rest = literal;
    while let Some((before, after)) = rest.split_once("\\u{") {
        let (code, after) = after.split_once('}').unwrap();
        text.push_str(before);
        text.push(char::from_u32(u32::from_str_radix(code, 16).unwrap()).unwrap());
        rest = after;
    }
    text + rest
}

/// What is wrong with a French text.
fn faults(french: &str) -> Vec<String> {
    let mut faults = Vec::new();
    let lower = french.to_lowercase();
    for word in lower.split(|letter: char| !letter.is_alphabetic()) {
        if UNKIND.contains(&word) {
            faults.push(format!(
                "« {word} »: say what is missing, or what is not yet there"
            ));
        }
    }
    for sentence in french.split(['.', '!', '?', '…', ':', '\u{2028}']) {
        let words = sentence
            .split_whitespace()
            .filter(|word| word.chars().any(char::is_alphanumeric))
            .count();
        if words > LONGEST_SENTENCE {
            faults.push(format!("{words} words in one sentence: {}", sentence.trim()));
        }
    }
    if french.contains('\'') {
        faults.push("a straight apostrophe: write ’".to_owned());
    }
    let letters: Vec<char> = french.chars().collect();
    for pair in letters.windows(2) {
        let is_glued = |space: char| space == '\u{a0}' || space == '\u{202f}';
        let (before, after) = (pair[0], pair[1]);
        // Elsewhere a % stands for a word to come: `%1`.
        let wants_space =
            matches!(after, ';' | '!' | '?' | '»' | ':') || before.is_ascii_digit() && after == '%';
        // `12:30` and `https://` are no sentences; `?!` is one sign.
        let is_one_sign = before.is_ascii_digit() && after == ':' || matches!(before, '!' | '?');
        if wants_space && !is_glued(before) && !is_one_sign {
            faults.push(format!("a non-breaking space is missing before {after}"));
        }
        if before == '«' && !is_glued(after) {
            faults.push("a non-breaking space is missing after «".to_owned());
        }
    }
    faults
}

#[test]
fn faults_are_found() {
    let check = |french: &str, count: usize| {
        assert_eq!(faults(french).len(), count, "{french}: {:?}", faults(french))
    };
    check("Regarde la lampe.", 0);
    check("Tu es prêt\u{a0}?", 0);
    check("Tu es prêt?", 1);
    check("La lampe est à 50%.", 1);
    check("La lampe est à 50\u{a0}%, dans %1.", 0);
    check("«\u{a0}Démarrer\u{a0}»", 0);
    check("« Démarrer »", 2);
    check("C'est bien.", 1);
    check("C’est une erreur.", 1);
    check(
        "Un deux trois quatre cinq six sept huit neuf dix onze douze treize.",
        1,
    );
    check(
        "Un deux trois quatre cinq six. Sept huit neuf dix onze douze treize.",
        0,
    );
}

#[test]
fn every_message_is_short_kind_and_well_written() {
    let messages = messages();
    assert!(
        messages.len() > 5,
        "the messages are not found any more: {}",
        messages.len()
    );
    let wrong: Vec<String> = messages
        .iter()
        .flat_map(|message| {
            faults(&message.french)
                .into_iter()
                .map(|fault| format!("{}: {fault}", message.place))
        })
        .collect();
    assert_eq!(wrong, [""; 0]);
}

#[test]
fn no_text_is_empty() {
    for Message {
        place,
        french,
        english,
    } in messages()
    {
        assert!(!french.trim().is_empty() && !english.trim().is_empty(), "{place}");
    }
}
