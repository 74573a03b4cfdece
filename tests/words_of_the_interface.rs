//! The words of the interface, read from the sources: short sentences, the voice of the workshop, French typography.

use std::fs;
use std::path::Path;

/// A message: `Key => "français", "English";`.
struct Message {
    place: String,
    french: String,
    english: String,
}

fn messages() -> Vec<Message> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../src/i18n");
    let mut found = Vec::new();
    for file in fs::read_dir(folder).expect("src/i18n").map(|entry| entry.expect("entry").path()) {
        if file.extension().is_none_or(|extension| extension != "rs") {
            continue;
        }
        let source = fs::read_to_string(&file).expect("source");
        for (number, line) in source.lines().enumerate() {
            let Some((_, texts)) = line.split_once(" => \"") else { continue };
            let Some((french, rest)) = texts.split_once("\", \"") else { continue };
            let Some((english, _)) = rest.split_once("\";") else { continue };
            let place = format!("{}:{}", file.file_name().unwrap_or_default().to_string_lossy(), number + 1);
            let plain = |text: &str| text.replace("\\u{a0}", "\u{a0}").replace("\\u{202f}", "\u{202f}");
            found.push(Message { place, french: plain(french), english: plain(english) });
        }
    }
    found
}

fn longest_sentence(text: &str) -> usize {
    text.split(['.', '!', '?', '…', ':'])
        .map(|sentence| sentence.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count())
        .max()
        .unwrap_or(0)
}

fn faults(message: &Message) -> Vec<String> {
    let mut faults = Vec::new();
    let Message { french, english, .. } = message;
    if french.trim().is_empty() || english.trim().is_empty() {
        faults.push("a translation is missing".to_owned());
    }
    if longest_sentence(french) > 12 {
        faults.push("a French sentence has more than 12 words".to_owned());
    }
    for text in [french, english] {
        if text.contains('\'') {
            faults.push("a straight apostrophe: write ’".to_owned());
        }
    }
    let letters: Vec<char> = french.chars().collect();
    for pair in letters.windows(2) {
        if matches!(pair[1], ':' | ';' | '?' | '!' | '%' | '»') && !matches!(pair[0], '\u{a0}' | '\u{202f}' | '?' | '!') {
            faults.push(format!("a non-breaking space is missing before {}", pair[1]));
        }
    }
    let words: Vec<String> =
        french.to_lowercase().split(|letter: char| !letter.is_alphabetic()).map(str::to_owned).collect();
    for word in ["erreur", "faux", "fausse", "échec", "invalide", "échoué", "vous", "votre", "vos"] {
        if words.iter().any(|one| one == word) {
            faults.push(format!("« {word} » is not our voice"));
        }
    }
    faults
}

#[test]
fn every_message_is_short_kind_and_well_set() {
    let messages = messages();
    assert!(messages.len() > 50, "the sources are read: {} messages", messages.len());
    let found: Vec<String> = messages
        .iter()
        .flat_map(|message| {
            faults(message).into_iter().map(|fault| format!("{}: {fault}: {}", message.place, message.french))
        })
        .collect();
    assert!(found.is_empty(), "{}", found.join("\n"));
}

#[test]
fn a_fault_is_found() {
    let check = |french: &str, fault: &str| {
        let message = Message { place: String::new(), french: french.to_owned(), english: "x".to_owned() };
        assert!(faults(&message).iter().any(|found| found.contains(fault)), "{french}: {:?}", faults(&message));
    };
    check("Vraiment ?", "non-breaking");
    check("C'est bien", "apostrophe");
    check("Une erreur est là", "voice");
    check("un deux trois quatre cinq six sept huit neuf dix onze douze treize", "12 words");
    check("", "missing");
}
