//! Words as authors type them, and ids made of them.

pub(crate) use words::spelling::{folded, nearest};

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
    fn an_id_is_made_of_a_title() {
        assert_eq!(
            id_from("Défi : respire plus lentement !"),
            "defi-respire-plus-lentement"
        );
        assert_eq!(id_from("« »"), "");
    }
}
