//! Phone numbers and e-mail addresses: a lesson is public and is copied from city to city.

use crate::problem::{self, Place, Problems};
use crate::text::source::{Source, lines};

/// Looks at every line of the file.
pub(super) fn look(source: &Source, problems: &mut Problems) {
    for (index, line) in lines(source.text()).enumerate() {
        let place = |start: usize| Place {
            line: index + 1,
            column: line[..start].chars().count() + 1,
        };
        for (start, number) in phone_numbers(line) {
            problems.add(|| problem::PHONE_NUMBER.at(place(start), &[number]));
        }
        for (start, address) in mail_addresses(line) {
            problems.add(|| problem::MAIL_ADDRESS.at(place(start), &[address]));
        }
    }
}

/// Ten digits from `01` to `09`, in pairs or at a stretch, or `+` and the digits of a country.
fn phone_numbers(line: &str) -> Vec<(usize, &str)> {
    const SEPARATORS: [char; 6] = [' ', '.', '-', '\u{a0}', '\u{202f}', '/'];
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = line[at..].find(|letter: char| letter.is_ascii_digit() || letter == '+') {
        let start = at + start;
        let mut groups = vec![0_usize];
        let mut end = start;
        let mut is_after_separator = false;
        for (offset, letter) in line[start..].char_indices() {
            if letter.is_ascii_digit() {
                if is_after_separator {
                    groups.push(0);
                }
                is_after_separator = false;
                if let Some(group) = groups.last_mut() {
                    *group += 1;
                }
                end = start + offset + 1;
            } else if SEPARATORS.contains(&letter) && !is_after_separator && offset > 0 {
                is_after_separator = true;
            } else if offset > 0 {
                break;
            }
        }
        let text = &line[start..end.max(start)];
        let digits: usize = groups.iter().sum();
        let is_whole = !line[..start].ends_with(|letter: char| letter.is_alphanumeric() || letter == '_');
        let is_french = digits == 10
            && text.starts_with('0')
            && !text.starts_with("00")
            && (groups.len() == 1 || groups.iter().all(|&group| group == 2));
        let is_foreign = text.starts_with('+') && (10..=13).contains(&digits);
        if is_whole && (is_french || is_foreign) {
            found.push((start, text));
        }
        at = end.max(start + 1);
    }
    found
}

/// Words with `@` between letters and a dot after it.
fn mail_addresses(line: &str) -> Vec<(usize, &str)> {
    let is_part = |letter: char| letter.is_alphanumeric() || "._%+-@".contains(letter);
    let mut found = Vec::new();
    for (start, word) in words_of(line, is_part) {
        let word = word.trim_end_matches(['.', '-']);
        let Some((name, host)) = word.split_once('@') else {
            continue;
        };
        let is_host = (host.rsplit_once('.')).is_some_and(|(site, end)| {
            !site.is_empty() && end.len() >= 2 && end.chars().all(char::is_alphabetic)
        });
        if name.contains(char::is_alphanumeric) && is_host && !host.contains('@') {
            found.push((start, word));
        }
    }
    found
}

/// The longest stretches of letters that belong together, each with its start.
fn words_of(line: &str, is_part: impl Fn(char) -> bool + Copy) -> impl Iterator<Item = (usize, &str)> {
    line.split(move |letter| !is_part(letter))
        .filter(|word| !word.is_empty())
        .map(move |word| (word.as_ptr() as usize - line.as_ptr() as usize, word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_people_are_found_and_others_are_not() {
        let check = |line: &str, expected: &[&str]| {
            let found: Vec<_> = phone_numbers(line).into_iter().map(|(_, text)| text).collect();
            assert_eq!(found, expected, "{line}");
        };
        check("Appelle le 06 12 34 56 78.", &["06 12 34 56 78"]);
        check("0612345678", &["0612345678"]);
        check(
            "Tél. 01.39.87.65.43 ou +33 6 12 34 56 78",
            &["01.39.87.65.43", "+33 6 12 34 56 78"],
        );
        check("attendre 1000 ms puis 0,5 s et 100 %", &[]);
        check("0 10 20 30 40 50 60", &[]);
        check("1 + 1 = 2, D0612345678", &[]);
        check("+", &[]);
        check("é+é06 é", &[]);
    }

    #[test]
    fn addresses_are_found() {
        let check = |line: &str, expected: &[&str]| {
            let found: Vec<_> = mail_addresses(line).into_iter().map(|(_, text)| text).collect();
            assert_eq!(found, expected, "{line}");
        };
        check("Écris à <sami.k@exemple.fr>.", &["sami.k@exemple.fr"]);
        check("[moi](mailto:a-b@exemple.org)", &["a-b@exemple.org"]);
        check("un @ seul, @toi, a@b, fin@", &[]);
    }
}
