//! A step as sentences for a voice: "lire l’étape". Signs that voices spell out or swallow are written as words.

use crate::lesson::{BoxKind, Lesson, Piece, Prompt, Step};
use crate::text::{Inline, Node, plain};
use words::Language;

/// The sentences of a step in the order in which they are to be read. Hints, explanations and the trainer's notes
/// are left out: they are not open.
#[must_use]
pub fn step_sentences(step: &Step, language: Language) -> Vec<String> {
    let mut reading = Reading::new(language);
    reading.say(&plain(&step.title));
    for piece in &step.pieces {
        reading.piece(piece);
    }
    reading.sentences
}

/// The sentences before the first step.
#[must_use]
pub fn introduction_sentences(lesson: &Lesson) -> Vec<String> {
    let mut reading = Reading::new(lesson.language);
    reading.say(&lesson.title);
    for piece in &lesson.introduction {
        reading.piece(piece);
    }
    reading.sentences
}

/// The sentences of any text: a hint, a box, an explanation that is open.
#[must_use]
pub fn node_sentences(nodes: &[Node], language: Language) -> Vec<String> {
    let mut reading = Reading::new(language);
    reading.nodes(nodes);
    reading.sentences
}

struct Reading {
    language: Language,
    sentences: Vec<String>,
}

impl Reading {
    fn new(language: Language) -> Self {
        Self {
            language,
            sentences: Vec::new(),
        }
    }

    fn piece(&mut self, piece: &Piece) {
        match piece {
            Piece::Text(nodes) => self.nodes(nodes),
            Piece::Instructions(items) => {
                for (number, nodes) in items.iter().enumerate() {
                    let first = self.sentences.len();
                    self.nodes(nodes);
                    if let Some(sentence) = self.sentences.get_mut(first) {
                        let colon = self.language.pick("\u{a0}:", ":");
                        sentence.insert_str(0, &format!("{}{colon} ", number + 1));
                    }
                }
            }
            Piece::Box(BoxKind::Trainer, _) | Piece::Hint(_) => {}
            Piece::Box(_, nodes) => self.nodes(nodes),
            Piece::Question(question) => {
                self.nodes(&question.prompt);
                for choice in &question.choices {
                    self.say(&plain(&choice.label));
                }
            }
            Piece::Logbook(prompts) => {
                for prompt in prompts {
                    match prompt {
                        Prompt::Picture(words) | Prompt::Sentence(words) | Prompt::Sound(words) => {
                            self.say(words)
                        }
                        Prompt::Choice { label, options } => {
                            self.say(label);
                            let or = self.language.pick(", ou ", ", or ");
                            self.say(&options.join(or));
                        }
                    }
                }
            }
        }
    }

    fn nodes(&mut self, nodes: &[Node]) {
        for node in nodes {
            match node {
                Node::Paragraph(inlines) | Node::Heading(_, inlines) => self.lines(inlines),
                Node::List { items, .. } => items.iter().for_each(|item| self.nodes(item)),
                Node::Quote(inside) => self.nodes(inside),
                Node::Picture { text, .. } => {
                    let picture = self.language.pick("Image", "Picture");
                    if !text.trim().is_empty() {
                        self.say(&format!("{picture} : {text}"));
                    }
                }
                Node::Media { text, .. } | Node::Verbatim(text) => self.say(text),
                Node::Blocks(program) => {
                    for line in crate::programs::lines(program, self.language) {
                        self.say(&line);
                    }
                }
                Node::Table(rows) => {
                    for row in rows {
                        let cells: Vec<String> = row.iter().map(|cell| plain(cell)).collect();
                        self.say(&cells.join(", "));
                    }
                }
                Node::Rule | Node::Newer(_) => {}
            }
        }
    }

    /// Each line by itself.
    fn lines(&mut self, inlines: &[Inline]) {
        for line in inlines.split(|inline| *inline == Inline::Break) {
            self.say(&plain(line));
        }
    }

    /// Adds the sentences of a text.
    fn say(&mut self, text: &str) {
        let spoken = spoken(text, self.language);
        let mut sentence = String::new();
        let mut letters = spoken.chars().peekable();
        while let Some(letter) = letters.next() {
            sentence.push(letter);
            let ends = matches!(letter, '.' | '!' | '?' | '…')
                && letters.peek().is_none_or(|next| next.is_whitespace());
            if ends {
                self.end(&mut sentence);
            }
        }
        self.end(&mut sentence);
    }

    fn end(&mut self, sentence: &mut String) {
        let words = std::mem::take(sentence);
        if words.chars().any(char::is_alphanumeric) {
            self.sentences.push(words.trim().to_owned());
        }
    }
}

/// What a sign after a number is called: French singular and plural, then English.
const UNITS: [(&str, [&str; 2], [&str; 2]); 12] = [
    ("%", ["pour cent", "pour cent"], ["percent", "percent"]),
    (
        "ms",
        ["milliseconde", "millisecondes"],
        ["millisecond", "milliseconds"],
    ),
    ("s", ["seconde", "secondes"], ["second", "seconds"]),
    ("min", ["minute", "minutes"], ["minute", "minutes"]),
    ("h", ["heure", "heures"], ["hour", "hours"]),
    ("mm", ["millimètre", "millimètres"], ["millimetre", "millimetres"]),
    ("cm", ["centimètre", "centimètres"], ["centimetre", "centimetres"]),
    ("m", ["mètre", "mètres"], ["metre", "metres"]),
    ("Hz", ["hertz", "hertz"], ["hertz", "hertz"]),
    ("kHz", ["kilohertz", "kilohertz"], ["kilohertz", "kilohertz"]),
    ("V", ["volt", "volts"], ["volt", "volts"]),
    ("°", ["degré", "degrés"], ["degree", "degrees"]),
];

/// Signs that stand alone between two things.
const SIGNS: [(&str, &str, &str); 10] = [
    ("×", "fois", "times"),
    ("÷", "divisé par", "divided by"),
    ("+", "plus", "plus"),
    ("−", "moins", "minus"),
    ("-", "moins", "minus"),
    ("=", "égal", "equals"),
    ("<", "plus petit que", "less than"),
    (">", "plus grand que", "greater than"),
    ("→", "vers", "to"),
    ("/", "ou", "or"),
];

/// A text as a voice should say it.
fn spoken(text: &str, language: Language) -> String {
    let mut said: Vec<String> = Vec::new();
    let mut amount: Option<f64> = None;
    for word in text.split_whitespace() {
        let core = word.trim_matches(|letter: char| "«»“”\"()[]*".contains(letter));
        let body = core.trim_end_matches(['.', ',', '!', '?', ';', ':', '…']);
        let end = &core[body.len()..];
        let (number, unit) = split_number(body);
        let name = (amount
            .filter(|_| number.is_none())
            .and_then(|amount| unit_name(body, amount, language)))
        .map(str::to_owned);
        if let Some(name) = name {
            said.push(name + end);
            amount = None;
            continue;
        }
        if let Some((value, digits)) = number {
            let minus = if value < 0.0 {
                language.pick("moins ", "minus ")
            } else {
                ""
            };
            let unit_words = unit_name(unit, value, language);
            if unit.is_empty() || unit_words.is_some() {
                let unit_words = unit_words.map(|words| format!(" {words}")).unwrap_or_default();
                said.push(format!("{minus}{digits}{unit_words}{end}"));
                amount = unit.is_empty().then_some(value);
                continue;
            }
        }
        amount = None;
        if body.is_empty() {
            // The full stop after a closing quote.
            if let Some(last) = said.last_mut().filter(|_| ".,…".contains(end)) {
                last.push_str(end);
            } else if !core.is_empty() {
                said.push(core.to_owned());
            }
            continue;
        }
        let sign = SIGNS.iter().find(|(sign, ..)| *sign == body);
        match sign {
            Some((_, french, english)) => said.push(format!("{}{end}", language.pick(french, english))),
            // `bouton_A` is "bouton A".
            None => said.push(core.replace('_', " ")),
        }
    }
    said.join(" ")
}

/// A number at the start of a word: its value and its digits as written, then the rest of the word.
fn split_number(word: &str) -> (Option<(f64, &str)>, &str) {
    let digits_start = word.len() - word.trim_start_matches(['-', '−']).len();
    let rest = &word[digits_start..];
    let length = rest
        .find(|letter: char| !letter.is_ascii_digit() && !",.".contains(letter))
        .unwrap_or(rest.len());
    let digits = &rest[..length];
    match words::decimal::read(digits) {
        Some(value) => {
            let value = if digits_start > 0 { -value } else { value };
            (Some((value, digits)), &rest[length..])
        }
        None => (None, word),
    }
}

/// What a unit is called after an amount.
fn unit_name(unit: &str, amount: f64, language: Language) -> Option<&'static str> {
    let (_, french, english) = UNITS.iter().find(|(sign, ..)| *sign == unit)?;
    let amount = amount.abs();
    Some(match language {
        Language::French => french[usize::from(amount >= 2.0)],
        Language::English => english[usize::from((amount - 1.0).abs() > f64::EPSILON)],
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_are_said_as_words() {
        let check = |text: &str, french: &str| assert_eq!(spoken(text, Language::French), french);
        check(
            "La lumière va de 0 % à 100\u{a0}%.",
            "La lumière va de 0 pour cent à 100 pour cent.",
        );
        check("attendre 20 ms", "attendre 20 millisecondes");
        check("attendre 0,5 s", "attendre 0,5 seconde");
        check(
            "changer la lumière de -1 %",
            "changer la lumière de moins 1 pour cent",
        );
        check(
            "Le signe - veut dire « enlever ».",
            "Le signe moins veut dire enlever.",
        );
        check("quand bouton_A est appuyé", "quand bouton A est appuyé");
        check("60mm, c'est 6 cm.", "60 millimètres, c'est 6 centimètres.");
        check("Il s en va", "Il s en va");
        check("(potentiomètre × 10)", "potentiomètre fois 10");
        assert_eq!(spoken("wait 1 s", Language::English), "wait 1 second");
        assert_eq!(
            spoken("set light to 50 %", Language::English),
            "set light to 50 percent"
        );
    }
}
