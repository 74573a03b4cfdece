//! A line of a check as tokens: numbers, words, signs, quoted text, each with its column.

use words::spelling::without_accent;

/// A token of a sentence.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Token<'a> {
    /// What was written.
    pub text: &'a str,
    /// Column of its first character, in characters, from 1.
    pub column: usize,
    /// What it is.
    pub kind: TokenKind,
}

/// What a token is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) enum TokenKind {
    /// A number, with a decimal comma or point.
    Number(f64),
    /// Letters, digits, `_` and apostrophes, beginning with a letter.
    Word,
    /// A text between quotation marks of any kind.
    Quoted,
    /// A sign; `+-` and `+/-` are the sign `±`.
    Sign,
}

/// Cuts a line into tokens. `column` is the column of its first character. White space is any white space,
/// non-breaking ones too.
pub(super) fn tokens(line: &str, column: usize) -> Vec<Token<'_>> {
    let characters: Vec<(usize, char)> = line.char_indices().collect();
    let offset = |place: usize| characters.get(place).map_or(line.len(), |(offset, _)| *offset);
    let mut tokens = Vec::new();
    let mut place = 0;
    while let Some(&(start, first)) = characters.get(place) {
        if first.is_whitespace() {
            place += 1;
            continue;
        }
        let rest = &line[start..];
        let (kind, length) = if let Some((value, length)) = number(rest) {
            (TokenKind::Number(value), length)
        } else if first.is_alphabetic() {
            (TokenKind::Word, count(rest, is_of_a_word))
        } else if let Some(length) = quoted(rest) {
            (TokenKind::Quoted, length)
        } else {
            let length = ["+/-", "+-", "<=", ">="]
                .iter()
                .find(|sign| rest.starts_with(**sign))
                .map_or(1, |sign| sign.len());
            (TokenKind::Sign, length)
        };
        let end = offset(place + length);
        tokens.push(Token {
            text: &line[start..end],
            column: column + place,
            kind,
        });
        place += length;
    }
    tokens
}

fn is_of_a_word(letter: char) -> bool {
    letter.is_alphanumeric() || matches!(letter, '_' | '\'' | '’')
}

/// How many characters from the start satisfy `wanted`.
fn count(text: &str, wanted: impl Fn(char) -> bool) -> usize {
    text.chars().take_while(|letter| wanted(*letter)).count()
}

/// The number at the start of a text and how many characters it takes. A comma is decimal only before a digit.
fn number(text: &str) -> Option<(f64, usize)> {
    let sign = usize::from(text.starts_with(['-', '−', '+']));
    let unsigned: String = text.chars().skip(sign).collect();
    let whole = count(&unsigned, |letter| letter.is_ascii_digit());
    if whole == 0 {
        return None;
    }
    let mut length = whole;
    let after: String = unsigned.chars().skip(whole).collect();
    let decimals = after
        .strip_prefix([',', '.'])
        .map_or(0, |decimals| count(decimals, |letter| letter.is_ascii_digit()));
    if decimals > 0 {
        length += 1 + decimals;
    }
    let digits: String = unsigned.chars().take(length).collect();
    let value = words::decimal::read(&digits)?;
    let is_negative = text.starts_with(['-', '−']);
    Some((if is_negative { -value } else { value }, sign + length))
}

/// How many characters a quoted text at the start takes, its marks included.
fn quoted(text: &str) -> Option<usize> {
    let closing = match text.chars().next()? {
        '"' => '"',
        '«' => '»',
        '“' => '”',
        _ => return None,
    };
    let inside = count(text.get(text.chars().next()?.len_utf8()..)?, |letter| {
        letter != closing
    });
    (inside + 2 <= text.chars().count()).then_some(inside + 2)
}

/// A word as sentences compare it: lower case, without accents, straight apostrophes, `±` for its other spellings.
pub(super) fn folded(text: &str) -> String {
    if matches!(text, "+-" | "+/-") {
        return "±".to_owned();
    }
    text.chars()
        .flat_map(char::to_lowercase)
        .map(|letter| match without_accent(letter) {
            '’' => '\'',
            other => other,
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_cut_into_numbers_words_signs_and_quotes() {
        let check = |line: &str, expected: &[&str]| {
            let found: Vec<&str> = tokens(line, 1).iter().map(|token| token.text).collect();
            assert_eq!(found, expected, "{line}");
        };
        check("à 0,5 s", &["à", "0,5", "s"]);
        check("à 5s", &["à", "5", "s"]);
        check("2\u{a0}Hz\u{202f}±\u{a0}10\u{a0}%", &["2", "Hz", "±", "10", "%"]);
        check(
            "ordre lampe, lampe_2,lampe_3",
            &["ordre", "lampe", ",", "lampe_2", ",", "lampe_3"],
        );
        check(
            "écran affiche « Bon jour »",
            &["écran", "affiche", "« Bon jour »"],
        );
        check("+/- -1.5 +- <=", &["+/-", "-1.5", "+-", "<="]);
        check("\"jamais fermé", &["\"", "jamais", "fermé"]);
        check("jusqu’à", &["jusqu’à"]);
    }

    #[test]
    fn columns_count_characters() {
        let columns: Vec<usize> = tokens("à é 12 s", 5).iter().map(|token| token.column).collect();
        assert_eq!(columns, [5, 7, 9, 12]);
    }
}
