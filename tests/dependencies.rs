//! What we depend on, read from cargo: licences, sources, and what the pure crates must never contain.

#![allow(clippy::unwrap_used, reason = "a test")]

use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::process::Command;

const ROOT: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/..");

/// A clock, chance or the browser: with one of them in it, a crate is not pure.
const NEVER_IN_A_PURE_CRATE: [&str; 12] = [
    "chrono",
    "fastrand",
    "getrandom",
    "gloo",
    "js-sys",
    "rand",
    "reqwest",
    "time",
    "tokio",
    "wasm-bindgen",
    "web-sys",
    "yew",
];

fn metadata() -> Value {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--format-version", "1", "--locked", "--all-features"])
        .current_dir(ROOT)
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    serde_json::from_slice(&output.stdout).unwrap()
}

fn packages(metadata: &Value) -> &Vec<Value> {
    metadata["packages"].as_array().unwrap()
}

fn text<'a>(value: &'a Value, key: &str) -> &'a str {
    value[key].as_str().unwrap_or("")
}

/// The licences that `deny.toml` allows.
fn allowed() -> Vec<String> {
    let deny = std::fs::read_to_string(Path::new(ROOT).join("deny.toml")).unwrap();
    let (_, list) = deny.split_once("\nallow = [").unwrap();
    let (list, _) = list.split_once(']').unwrap();
    list.split('"').skip(1).step_by(2).map(str::to_owned).collect()
}

/// Whether an SPDX expression can be met with the licences allowed: every part of an AND, one part of an OR.
fn can_be_met(expression: &str, allowed: &[String]) -> bool {
    // Parts in brackets first: each is replaced by an answer.
    if let Some(start) = expression.rfind('(') {
        let end = start + expression[start..].find(')').unwrap();
        let inside = if can_be_met(&expression[start + 1..end], allowed) {
            "yes"
        } else {
            "no"
        };
        return can_be_met(
            &format!("{}{inside}{}", &expression[..start], &expression[end + 1..]),
            allowed,
        );
    }
    let one = |licence: &str| licence == "yes" || allowed.iter().any(|known| known == licence);
    // Old manifests write `MIT/Apache-2.0` for an OR.
    expression
        .replace('/', " OR ")
        .split(" OR ")
        .any(|part| part.split(" AND ").all(|licence| one(licence.trim())))
}

#[test]
fn expressions_are_judged_as_spdx_says() {
    let allowed = ["MIT".to_owned(), "Unicode-3.0".to_owned()];
    let check = |expression, expected| assert_eq!(can_be_met(expression, &allowed), expected, "{expression}");
    check("MIT", true);
    check("GPL-3.0", false);
    check("GPL-3.0 OR MIT", true);
    check("MIT/Apache-2.0", true);
    check("MIT AND GPL-3.0", false);
    check("(MIT OR Apache-2.0) AND Unicode-3.0", true);
    check("(GPL-3.0 OR Apache-2.0) AND Unicode-3.0", false);
}

#[test]
fn every_licence_is_allowed_by_deny_toml() {
    let (metadata, allowed) = (metadata(), allowed());
    let refused: Vec<String> = packages(&metadata)
        .iter()
        .filter(|package| !can_be_met(text(package, "license"), &allowed))
        .map(|package| {
            format!(
                "{} {}: {}",
                text(package, "name"),
                text(package, "version"),
                text(package, "license")
            )
        })
        .collect();
    assert_eq!(
        refused, [""; 0],
        "not in deny.toml; take another package, or say there why it is allowed"
    );
}

#[test]
fn every_package_is_ours_or_from_the_registry() {
    let metadata = metadata();
    let elsewhere: Vec<&str> = packages(&metadata)
        .iter()
        .filter(|package| {
            package["source"]
                .as_str()
                .is_some_and(|source| !source.starts_with("registry+"))
        })
        .map(|package| text(package, "name"))
        .collect();
    assert_eq!(elsewhere, [""; 0]);
}

#[test]
fn the_pure_crates_contain_no_clock_no_chance_and_no_browser() {
    let metadata = metadata();
    let names: BTreeMap<&str, &str> = packages(&metadata)
        .iter()
        .map(|package| (text(package, "id"), text(package, "name")))
        .collect();
    let needs: BTreeMap<&str, &Vec<Value>> = metadata["resolve"]["nodes"]
        .as_array()
        .unwrap()
        .iter()
        .map(|node| (text(node, "id"), node["deps"].as_array().unwrap()))
        .collect();
    for package in packages(&metadata)
        .iter()
        .filter(|package| text(package, "manifest_path").contains("/crates/"))
        .filter(|package| package["source"].is_null())
    {
        let mut contained = BTreeSet::new();
        let mut to_visit = vec![text(package, "id")];
        while let Some(id) = to_visit.pop() {
            if contained.insert(id) {
                let shipped = needs[id].iter().filter(|dependency| {
                    dependency["dep_kinds"]
                        .as_array()
                        .unwrap()
                        .iter()
                        .any(|kind| kind["kind"].is_null())
                });
                to_visit.extend(shipped.map(|dependency| text(dependency, "pkg")));
            }
        }
        let wrong: Vec<&str> = contained
            .iter()
            .map(|id| names[id])
            .filter(|name| NEVER_IN_A_PURE_CRATE.contains(name))
            .collect();
        assert_eq!(wrong, [""; 0], "in {}", text(package, "name"));
        assert!(
            contained.len() > usize::from(text(package, "name") != "words"),
            "the walk found nothing"
        );
    }
}
