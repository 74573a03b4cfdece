//! Words as authors type them: accents and capitals forgotten, and the word they probably meant.

/// A word without capitals and French accents, with ordinary spaces and apostrophes, for comparing.
pub(crate) fn folded(word: &str) -> String {
    word.trim()
        .chars()
        .flat_map(char::to_lowercase)
        .map(|character| match character {
            'à' | 'â' | 'ä' => 'a',
            'é' | 'è' | 'ê' | 'ë' => 'e',
            'î' | 'ï' => 'i',
            'ô' | 'ö' => 'o',
            'ù' | 'û' | 'ü' => 'u',
            'ç' => 'c',
            '\u{a0}' | '\u{202f}' => ' ',
            '’' => '\'',
            other => other,
        })
        .collect()
}

/// The candidate nearest to a word: at most a third of its letters changed (one letter in words up to five).
pub(crate) fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    // Longer is no word; comparing it would take time for nothing.
    const MOST_CHARACTERS: usize = 60;
    let word = folded(word);
    if word.chars().count() > MOST_CHARACTERS {
        return None;
    }
    candidates
        .into_iter()
        .map(|candidate| (strsim::damerau_levenshtein(&word, &folded(candidate)), candidate))
        .filter(|(distance, candidate)| *distance <= (candidate.chars().count() / 3).max(1))
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, candidate)| candidate)
}

/// Whether a text is an id: letters `a-z`, digits and `-`, at most 64.
pub(crate) fn is_id(text: &str) -> bool {
    !text.is_empty()
        && text.len() <= 64
        && text
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-')
}

/// An id made of a text: what an author could write. Empty when the text has no letter or digit.
pub(crate) fn id_from(text: &str) -> String {
    let mut id = String::new();
    for character in folded(text).chars() {
        if character.is_ascii_alphanumeric() {
            id.push(character);
        } else if !id.is_empty() && !id.ends_with('-') {
            id.push('-');
        }
        if id.len() >= 40 {
            break;
        }
    }
    id.trim_end_matches('-').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_word_is_near() {
        let candidates = ["minutes", "titre", "id"];
        assert_eq!(nearest("minute", candidates), Some("minutes"));
        assert_eq!(nearest("TITRÉ", candidates), Some("titre"));
        assert_eq!(nearest("couleur", candidates), None);
        assert_eq!(nearest("", candidates), None);
    }

    #[test]
    fn an_id_is_made_of_a_title() {
        assert_eq!(
            id_from("Défi : respire plus lentement !"),
            "defi-respire-plus-lentement"
        );
        assert_eq!(id_from("« »"), "");
    }
}
