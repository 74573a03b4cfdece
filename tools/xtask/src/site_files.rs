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
/// Ours and Trunk's are 16 hexadecimal digits after a dash.
pub fn is_hashed(address: &str) -> bool {
    address.split('/').any(|name| {
        name.split('-').skip(1).any(|part| {
            let digits = part.bytes().take_while(u8::is_ascii_hexdigit).count();
            digits == 16 && !part[16..].starts_with(|next: char| next.is_ascii_alphanumeric())
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

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
