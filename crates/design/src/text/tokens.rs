//! A line as tokens, each with its column.

use super::problem::TextProblemKind;
use words::spelling::folded;

/// A token of a line.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Token {
    /// Column of its first character, from 1.
    pub column: usize,
    /// As it is typed.
    pub typed: String,
    pub what: What,
}

/// What a token is.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum What {
    /// A word, or a sign that stands for one; without capitals and accents.
    Word(String),
    Number(f64),
    /// What stands in quotes, without them.
    Quoted(String),
    Semicolon,
}

/// Cuts a line up to its remark. `column` is that of its first character.
///
/// # Errors
/// The column of a quote that is not closed.
pub(super) fn tokens(line: &str, mut column: usize) -> Result<Vec<Token>, (usize, TextProblemKind)> {
    let mut found = Vec::new();
    let mut rest = line;
    while let Some(first) = rest.chars().next() {
        if first == '#' {
            break;
        }
        let (what, length) = next(rest, first).map_err(|kind| (column, kind))?;
        let (typed, after) = rest.split_at(length);
        if let Some(what) = what {
            let typed = typed.to_owned();
            found.push(Token { column, typed, what });
        }
        column += typed_characters(rest, after);
        rest = after;
    }
    Ok(found)
}

fn typed_characters(before: &str, after: &str) -> usize {
    before[..before.len() - after.len()].chars().count()
}

/// The token a text begins with, nothing for what only sets apart, and its length in bytes.
fn next(text: &str, first: char) -> Result<(Option<What>, usize), TextProblemKind> {
    let one = first.len_utf8();
    // A comma that is not inside a number only sets apart, as in `en 16, 24`.
    if is_space(first) || (first == ',' && !text[1..].starts_with(|next: char| next.is_ascii_digit())) {
        return Ok((None, one));
    }
    if first == ';' {
        return Ok((Some(What::Semicolon), one));
    }
    if let Some(closers) = closers(first) {
        let (content, length) =
            quoted(&text[one..], closers).ok_or(TextProblemKind::NotClosed { sign: first })?;
        let content = match first {
            '«' => content.trim_matches(is_space).to_owned(),
            _ => content,
        };
        return Ok((Some(What::Quoted(content)), one + length));
    }
    if let Some((number, length)) = number(text) {
        return Ok((Some(What::Number(number)), length));
    }
    let length = word_length(text).max(one);
    Ok((Some(What::Word(folded(&text[..length]))), length))
}

/// What closes a quote that a sign opens.
fn closers(sign: char) -> Option<&'static [char]> {
    match sign {
        '"' | '”' => Some(&['"', '”']),
        '“' => Some(&['”', '"']),
        '«' => Some(&['»']),
        _ => None,
    }
}

/// White space of any kind, and marks that show nothing at all.
pub(super) fn is_space(character: char) -> bool {
    character.is_whitespace() || matches!(character, '\u{feff}' | '\u{200b}' | '\u{2060}')
}

/// What stands before the closing quote, and the length with it. `\"`, `\\`, `\n`, `\r` and `\t` stand for what could
/// not stand there.
fn quoted(text: &str, closers: &[char]) -> Option<(String, usize)> {
    let mut content = String::new();
    let mut characters = text.char_indices();
    while let Some((place, character)) = characters.next() {
        match character {
            '\\' => match characters.next()?.1 {
                'n' => content.push('\n'),
                'r' => content.push('\r'),
                't' => content.push('\t'),
                other => content.push(other),
            },
            closer if closers.contains(&closer) => return Some((content, place + closer.len_utf8())),
            other => content.push(other),
        }
    }
    None
}

/// As [`quoted`] reads it, with its quotes.
pub(super) fn in_quotes(text: &str) -> String {
    let mut written = String::from("\"");
    for character in text.chars() {
        match character {
            '"' | '”' | '\\' => written.extend(['\\', character]),
            '\n' => written.push_str("\\n"),
            '\r' => written.push_str("\\r"),
            '\t' => written.push_str("\\t"),
            other => written.push(other),
        }
    }
    written.push('"');
    written
}

/// Digits with a sign before them and a decimal comma or point in them.
fn number(text: &str) -> Option<(f64, usize)> {
    let unsigned = text.trim_start_matches(['-', '−', '+']);
    let sign = &text[..text.len() - unsigned.len()];
    if sign.chars().count() > 1 {
        return None;
    }
    let digits = |text: &str| text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let mut length = digits(unsigned);
    if let Some(decimals) = unsigned[length..].strip_prefix([',', '.']) {
        let n_decimals = digits(decimals);
        if n_decimals > 0 {
            length += 1 + n_decimals;
        }
    }
    let number: f64 = unsigned[..length].replace(',', ".").parse().ok()?;
    let is_negative = matches!(sign, "-" | "−");
    Some((if is_negative { -number } else { number }, sign.len() + length))
}

/// Letters, with apostrophes and hyphens between them.
fn word_length(text: &str) -> usize {
    let mut characters = text.char_indices().peekable();
    while let Some((place, character)) = characters.next() {
        let is_joined = matches!(character, '\'' | '’' | '-')
            && place > 0
            && characters.peek().is_some_and(|(_, next)| next.is_alphabetic());
        if !(is_of_word(character) || is_joined) {
            return place;
        }
    }
    text.len()
}

fn is_of_word(character: char) -> bool {
    character.is_alphabetic() || ('\u{300}'..='\u{36f}').contains(&character)
}

/// Whether a name is read back as it is when it stands without quotes: words with one space between them.
pub(super) fn is_plain_name(name: &str) -> bool {
    !name.is_empty()
        && name
            .split(' ')
            .all(|word| !word.is_empty() && word_length(word) == word.len())
}
