//! A line as tokens, each with its column.

use super::problem::TextProblemKind;
use crate::program::Program;
use serde_json::Value;

/// A token of a line.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Token {
    /// Column of its first character, from 1.
    pub column: usize,
    /// As it is typed.
    pub typed: String,
    pub what: What,
}

impl Token {
    /// The word it is, for comparing; `None` when it is something else.
    pub fn word(&self) -> Option<&str> {
        match &self.what {
            What::Word(word) => Some(word),
            _ => None,
        }
    }
}

/// What a token is.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum What {
    /// A word: of the language or a name. Also in lower case, with straight apostrophes, for comparing.
    Word(String),
    Number(f64),
    /// A sign of an operator, or `%`.
    Sign,
    /// A name in brackets, without them.
    Name(String),
    Quoted,
    /// A block that no line can say, with all inside it; the outermost comes first.
    Rows(Program),
    Hole,
    Open,
    Close,
    Semicolon,
}

/// A line cut into tokens.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Tokens {
    pub tokens: Vec<Token>,
    /// What follows `#`, as it is typed.
    pub remark: Option<String>,
}

/// The longest first.
const SIGNS: [&str; 19] = [
    "<=", ">=", "=<", "=>", "!=", "<>", "==", "<", ">", "=", "≠", "≤", "≥", "+", "-", "–", "−", "×", "%",
];
const OTHER_SIGNS: [&str; 3] = ["*", "÷", "/"];

/// Cuts a line. `column` is that of its first character.
///
/// # Errors
/// The column of what cannot be a token, and why.
pub(super) fn tokens(line: &str, column: usize) -> Result<Tokens, (usize, TextProblemKind)> {
    let mut cutter = Cutter { rest: line, column };
    let mut found = Tokens::default();
    loop {
        cutter.skip(cutter.rest.len() - cutter.rest.trim_start_matches(is_space).len());
        let Some(first) = cutter.rest.chars().next() else {
            return Ok(found);
        };
        if first == '#' {
            found.remark = Some(cutter.rest[1..].to_owned());
            return Ok(found);
        }
        let column = cutter.column;
        let fault = |kind| (column, kind);
        let (what, length) = next(cutter.rest, first).map_err(fault)?;
        let typed = composed(&cutter.rest[..length]);
        let what = match what {
            What::Word(_) => What::Word(folded(&typed)),
            other => other,
        };
        cutter.skip(length);
        found.tokens.push(Token { column, typed, what });
    }
}

struct Cutter<'line> {
    rest: &'line str,
    column: usize,
}

impl Cutter<'_> {
    fn skip(&mut self, bytes: usize) {
        let (passed, rest) = self.rest.split_at(bytes);
        self.column += passed.chars().count();
        self.rest = rest;
    }
}

/// The token a text begins with, and its length in bytes.
fn next(text: &str, first: char) -> Result<(What, usize), TextProblemKind> {
    let one = first.len_utf8();
    match first {
        '(' => return Ok((What::Open, one)),
        ')' => return Ok((What::Close, one)),
        ';' => return Ok((What::Semicolon, one)),
        '?' | '…' => return Ok((What::Hole, one)),
        '[' => return name(text),
        '{' => return rows(text),
        '"' | '“' | '«' => {
            let end = text[one..].find(['"', '”', '»']);
            let end = end.ok_or(TextProblemKind::NotClosed { sign: first })? + one;
            let closer = text[end..].chars().next().map_or(0, char::len_utf8);
            return Ok((What::Quoted, end + closer));
        }
        _ => {}
    }
    if text.starts_with("...") {
        return Ok((What::Hole, 3));
    }
    if first.is_ascii_digit() {
        return number(text).ok_or(TextProblemKind::StrayCharacter { character: first });
    }
    if is_first_of_name(first) {
        return Ok((What::Word(String::new()), word_length(text)));
    }
    let sign = SIGNS
        .iter()
        .chain(&OTHER_SIGNS)
        .find(|sign| text.starts_with(**sign));
    sign.map(|sign| (What::Sign, sign.len()))
        .ok_or(TextProblemKind::StrayCharacter { character: first })
}

/// White space of any kind, and marks that show nothing at all.
pub(super) fn is_space(character: char) -> bool {
    character.is_whitespace() || matches!(character, '\u{feff}' | '\u{200b}' | '\u{2060}')
}

fn is_first_of_name(character: char) -> bool {
    character.is_alphabetic() || character == '_'
}

fn is_of_name(character: char) -> bool {
    character.is_alphanumeric() || character == '_'
}

/// Whether a name can be written without brackets, if it is no word of the language.
pub(super) fn is_plain_name(name: &str) -> bool {
    name.starts_with(is_first_of_name) && name.chars().all(is_of_name)
}

fn word_length(text: &str) -> usize {
    let mut characters = text.char_indices().peekable();
    while let Some((place, character)) = characters.next() {
        let is_inside = is_of_name(character)
            || is_combining(character)
            || (matches!(character, '\'' | '’')
                && characters.peek().is_some_and(|(_, next)| next.is_alphabetic()));
        if !is_inside {
            return place;
        }
    }
    text.len()
}

/// Digits, with a decimal comma or point when more digits follow.
fn number(text: &str) -> Option<(What, usize)> {
    let digits = |text: &str| text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let mut length = digits(text);
    if let Some(decimals) = text[length..].strip_prefix([',', '.']) {
        let n_decimals = digits(decimals);
        if n_decimals > 0 {
            length += 1 + n_decimals;
        }
    }
    let number = words::decimal::read(&text[..length])?;
    number.is_finite().then_some((What::Number(number), length))
}

/// `[a name]`, where `\]`, `\\` and `\n` stand for what a name in brackets could not hold.
fn name(text: &str) -> Result<(What, usize), TextProblemKind> {
    let mut name = String::new();
    let mut characters = text.char_indices().skip(1);
    while let Some((place, character)) = characters.next() {
        match character {
            ']' => return Ok((What::Name(name), place + 1)),
            '\\' => match characters.next() {
                Some((_, 'n')) => name.push('\n'),
                Some((_, 'r')) => name.push('\r'),
                Some((_, escaped)) => name.push(escaped),
                None => break,
            },
            other => name.push(other),
        }
    }
    Err(TextProblemKind::NotClosed { sign: '[' })
}

/// A name as it is written in brackets.
pub(super) fn in_brackets(name: &str) -> String {
    let mut written = String::from("[");
    for character in name.chars() {
        match character {
            ']' | '\\' => written.extend(['\\', character]),
            '\n' => written.push_str("\\n"),
            '\r' => written.push_str("\\r"),
            other => written.push(other),
        }
    }
    written.push(']');
    written
}

/// `{"blocks": [row, …]}`: one tree of blocks, the outermost first.
fn rows(text: &str) -> Result<(What, usize), TextProblemKind> {
    let mut values = serde_json::Deserializer::from_str(text).into_iter::<Value>();
    let Some(Ok(value)) = values.next() else {
        return Err(TextProblemKind::NotClosed { sign: '{' });
    };
    let rows = value.get("blocks").and_then(Value::as_array);
    let tree = rows.and_then(|rows| Program::one_tree(rows));
    tree.map(|tree| (What::Rows(tree), values.byte_offset()))
        .ok_or(TextProblemKind::UnreadableBlock)
}

/// A word for comparing: lower case, straight apostrophes.
pub(super) fn folded(word: &str) -> String {
    word.to_lowercase().replace('’', "'")
}

fn is_combining(character: char) -> bool {
    ('\u{300}'..='\u{36f}').contains(&character)
}

/// Letters with their accents in one character, as they are typed in most places; some systems write the letter and
/// then the accent. Letters of French only.
fn composed(word: &str) -> String {
    const PAIRS: [(&str, char); 30] = [
        ("a\u{300}", 'à'),
        ("a\u{302}", 'â'),
        ("c\u{327}", 'ç'),
        ("e\u{300}", 'è'),
        ("e\u{301}", 'é'),
        ("e\u{302}", 'ê'),
        ("e\u{308}", 'ë'),
        ("i\u{302}", 'î'),
        ("i\u{308}", 'ï'),
        ("o\u{302}", 'ô'),
        ("u\u{300}", 'ù'),
        ("u\u{302}", 'û'),
        ("u\u{308}", 'ü'),
        ("y\u{308}", 'ÿ'),
        ("a\u{308}", 'ä'),
        ("A\u{300}", 'À'),
        ("A\u{302}", 'Â'),
        ("C\u{327}", 'Ç'),
        ("E\u{300}", 'È'),
        ("E\u{301}", 'É'),
        ("E\u{302}", 'Ê'),
        ("E\u{308}", 'Ë'),
        ("I\u{302}", 'Î'),
        ("I\u{308}", 'Ï'),
        ("O\u{302}", 'Ô'),
        ("U\u{300}", 'Ù'),
        ("U\u{302}", 'Û'),
        ("U\u{308}", 'Ü'),
        ("o\u{308}", 'ö'),
        ("O\u{308}", 'Ö'),
    ];
    if !word.chars().any(is_combining) {
        return word.to_owned();
    }
    PAIRS.iter().fold(word.to_owned(), |word, (pair, letter)| {
        word.replace(pair, &letter.to_string())
    })
}
