//! The words of the interface, read as text from `src/i18n/`: short sentences, kind words, French typography. The
//! sentences that functions make, there and in the `words` of the crates, are short too.

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
    faults.extend(long_sentences(french));
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

/// The files in which functions make sentences.
fn files_of_sentences() -> Vec<PathBuf> {
    let root = PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/.."));
    let mut to_visit = vec![PathBuf::from(FOLDER)];
    for crate_folder in fs::read_dir(root.join("crates")).unwrap() {
        let source = crate_folder.unwrap().path().join("src");
        to_visit.extend([source.join("words"), source.join("words.rs")]);
    }
    let mut files = Vec::new();
    while let Some(path) = to_visit.pop() {
        if path.is_dir() {
            to_visit.extend(fs::read_dir(&path).unwrap().map(|entry| entry.unwrap().path()));
        } else if path.is_file() {
            files.push(path);
        }
    }
    files
}

/// The literals of a Rust file, its tests and comments left out; each `{…}` of a format is one word.
fn literals(code: &str) -> Vec<String> {
    let code = code.split("#[cfg(test)]").next().unwrap_or_default();
    let code: String = code
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .flat_map(|line| [line, "\n"])
        .collect();
    // A quote behind a backslash, or alone between two apostrophes, opens and closes nothing.
    let code = code.replace("\\\"", "”").replace("'\"'", "”");
    let mut literals: Vec<String> = Vec::new();
    for literal in code.split('"').skip(1).step_by(2) {
        let mut text = String::new();
        let mut rest = &*unescaped(literal);
        while let Some((before, after)) = rest.split_once('{') {
            text.push_str(before);
            text.push('x');
            rest = after.split_once('}').map_or("", |(_, rest)| rest);
        }
        literals.push(text + rest);
    }
    literals
}

/// The sentences with more words than a slow reader keeps in mind.
fn long_sentences(text: &str) -> impl Iterator<Item = String> {
    text.split(['.', '!', '?', '…', ':', '\u{2028}'])
        .filter_map(|sentence| {
            let words = sentence
                .split_whitespace()
                .filter(|word| word.chars().any(char::is_alphanumeric))
                .count();
            (words > LONGEST_SENTENCE).then(|| format!("{words} words in one sentence: {}", sentence.trim()))
        })
}

#[test]
fn sentences_that_functions_make_are_short() {
    let mut count = 0;
    let mut wrong = Vec::new();
    for path in files_of_sentences() {
        for literal in literals(&fs::read_to_string(&path).unwrap()) {
            count += 1;
            wrong.extend(long_sentences(&literal).map(|fault| format!("{}: {fault}", path.display())));
        }
    }
    assert!(count > 500, "the sentences are not found any more: {count}");
    assert_eq!(wrong, [""; 0]);
}

#[test]
fn literals_are_found() {
    let code = "/// \"no\"\nsay(\"a {b} \\\"c\\\"\", '\"', \"d\\u{a0}!\")\n#[cfg(test)] \"no\"";
    assert_eq!(literals(code), ["a x ”c”", "d\u{a0}!"]);
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
