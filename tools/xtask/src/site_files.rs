//! The files of a built site.

use crate::problem::{Outcome, Problem};
use std::fs;
use std::path::Path;

/// Every file below a folder, as an address seen from it (`fonts/a.woff2`), in alphabetical order.
pub fn addresses(site: &Path) -> Outcome<Vec<String>> {
    let mut found = Vec::new();
    let mut folders = vec![String::new()];
    while let Some(folder) = folders.pop() {
        let path = site.join(&folder);
        let entries = fs::read_dir(&path).map_err(|error| Problem::file(&path, &error))?;
        for entry in entries {
            let entry = entry.map_err(|error| Problem::file(&path, &error))?;
            let name = entry.file_name();
            let name = name.to_str().ok_or_else(|| {
                Problem::new(format!(
                    "{}: a name that no address can hold.",
                    entry.path().display()
                ))
            })?;
            if entry.path().is_dir() {
                folders.push(format!("{folder}{name}/"));
            } else {
                found.push(format!("{folder}{name}"));
            }
        }
    }
    found.sort();
    Ok(found)
}

/// Whether a file's name, or that of a folder above it, holds the hash of its content: what it says never changes.
/// They are 16 hexadecimal digits after a dash (Trunk's once [`padded`]).
pub fn is_hashed(address: &str) -> bool {
    address.split('/').any(|name| {
        name.split('-').skip(1).any(|part| {
            let digits = part.bytes().take_while(u8::is_ascii_hexdigit).count();
            digits == 16 && !part[16..].starts_with(|next: char| next.is_ascii_alphanumeric())
        })
    })
}

/// The name with all 16 digits of its hash, where Trunk left out zeros in front: one name in sixteen would otherwise
/// not be known as one that never changes, nor be kept for pages of the release before.
pub fn padded(name: &str) -> Option<String> {
    // With fewer it would be a word; Trunk writes fewer once in sixteen million names.
    const FEWEST_DIGITS: usize = 10;
    let (before, rest) = name.rsplit_once('-')?;
    let digits = rest
        .bytes()
        .take_while(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(byte))
        .count();
    let (hash, after) = rest.split_at(digits);
    let is_after = [".js", ".css", ".wasm", "_bg.wasm"].contains(&after);
    ((FEWEST_DIGITS..16).contains(&digits) && is_after).then(|| format!("{before}-{hash:0>16}{after}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_hash_gets_the_zeros_that_were_left_out() {
        let check = |name: &str, expected: Option<&str>| {
            assert_eq!(padded(name).as_deref(), expected, "{name}");
            assert!(padded(name).is_none_or(|padded| is_hashed(&padded)), "{name}");
        };
        check(
            "fabrique-app-e7a4d80c76a6a55.js",
            Some("fabrique-app-0e7a4d80c76a6a55.js"),
        );
        check(
            "fabrique-app-1bcd2fe423ca1b_bg.wasm",
            Some("fabrique-app-001bcd2fe423ca1b_bg.wasm"),
        );
        check("home-a4d80c76a6a55.css", Some("home-000a4d80c76a6a55.css"));
        for other in [
            "fabrique-app-91bcd2fe423ca1b8_bg.wasm",
            "course-map.css",
            "app-icon.svg",
            "a-defaced.js",
        ] {
            check(other, None);
        }
    }

    #[test]
    fn hashed_names_are_known() {
        for hashed in [
            "start-7432570b9a864dfa.js",
            "fabrique-app-cd2db869f97c5a29_bg.wasm",
            "snippets/split-9e36edf1302eeb94/loader.js",
            "blockly_bridge/bridge-389b5ab04affdb45.js",
        ] {
            assert!(is_hashed(hashed), "{hashed}");
        }
        for other in [
            "index.html",
            "blockly-13.3.0/msg/fr.js",
            "fonts/atkinson-hyperlegible-mono.woff2",
            "a-0123456789abcdef0.js",
        ] {
            assert!(!is_hashed(other), "{other}");
        }
    }
}
