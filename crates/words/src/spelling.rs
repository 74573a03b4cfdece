//! Words as people type them: accents and capitals forgotten, and the word they probably meant.

/// A word without capitals and French accents, with ordinary spaces and apostrophes, for comparing.
///
/// ```
/// assert_eq!(words::spelling::folded(" Étoile"), "etoile");
/// ```
#[must_use]
pub fn folded(word: &str) -> String {
    word.trim()
        .chars()
        .flat_map(char::to_lowercase)
        .filter(|character| !('\u{300}'..='\u{36f}').contains(character))
        .map(|character| match without_accent(character) {
            '\u{a0}' | '\u{202f}' => ' ',
            '’' => '\'',
            other => other,
        })
        .collect()
}

/// A small letter of the languages of western Europe without its accent; any other character as it is.
///
/// ```
/// assert_eq!(words::spelling::without_accent('ç'), 'c');
/// ```
#[must_use]
pub fn without_accent(letter: char) -> char {
    match letter {
        'à' | 'á' | 'â' | 'ä' | 'ã' | 'å' => 'a',
        'ç' => 'c',
        'è' | 'é' | 'ê' | 'ë' => 'e',
        'ì' | 'í' | 'î' | 'ï' => 'i',
        'ñ' => 'n',
        'ò' | 'ó' | 'ô' | 'ö' | 'õ' => 'o',
        'ù' | 'ú' | 'û' | 'ü' => 'u',
        'ý' | 'ÿ' => 'y',
        other => other,
    }
}

/// The candidate nearest to a word: at most a third of its letters changed (one letter in words up to five).
#[must_use]
pub fn nearest<'a>(word: &str, candidates: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
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
}
