//! The scripts that a page adds to itself when it needs them: a fixed list, which the page's Trusted Types policy lets
//! through and nothing else. A release gives each a name with its content's hash, so that none meets a page of another
//! release.

use crate::offline;
use crate::page::hash;
use crate::problem::{Outcome, Problem};
use crate::site_files::addresses;
use std::fmt::Write;
use std::fs;
use std::path::Path;

/// The module that `src/browser/scripts.rs` asks for the address of a script.
const POLICY: &str = include_str!("trusted.js");

/// The place of the list in it.
const LIST: &str = "const SCRIPTS = {};";

/// Writes the module with the list of the scripts in the folders of a site, and gives what the page's own script begins
/// with: how to come by it. Home does without. A release, whose files are renamed, may have a worker.
pub fn write(site: &Path, is_release: bool, has_worker: bool) -> Outcome<String> {
    let module = module(site, is_release, has_worker)?;
    let name = format!("scripts-{:016x}.js", hash(module.as_bytes()));
    let file = site.join(&name);
    fs::write(&file, module).map_err(|error| Problem::file(&file, &error))?;
    Ok(format!("globalThis.fabriqueScripts=()=>import(\"./{name}\");"))
}

fn module(site: &Path, is_release: bool, has_worker: bool) -> Outcome<String> {
    let mut list = String::from("const SCRIPTS = {");
    if has_worker {
        let _ = write!(list, "\"{0}\":\"{0}\",", offline::WORKER);
    }
    for name in addresses(site)?.iter().filter(|address| is_added_later(address)) {
        let address = if is_release {
            renamed(site, name)?
        } else {
            name.clone()
        };
        let _ = write!(list, "\"{name}\":\"{address}\",");
    }
    list.push_str("};");
    Ok(POLICY.replace(LIST, &list))
}

/// Those at the top are in the page, and those of `snippets/` are imported by them.
fn is_added_later(address: &str) -> bool {
    address.ends_with(".js") && address.contains('/') && !address.starts_with("snippets/")
}

/// Gives a file a name with its content's hash.
fn renamed(site: &Path, name: &str) -> Outcome<String> {
    let file = site.join(name);
    let problem = |error| Problem::file(&file, &error);
    let content = fs::read(&file).map_err(problem)?;
    let address = format!("{}-{:016x}.js", name.trim_end_matches(".js"), hash(&content));
    fs::rename(&file, site.join(&address)).map_err(problem)?;
    Ok(address)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_has_its_place() {
        assert_eq!(POLICY.matches(LIST).count(), 1);
    }

    #[test]
    fn scripts_of_the_page_itself_are_not_added_later() {
        for (address, is_later) in [
            ("blockly_bridge/bridge.js", true),
            ("start-7432570b9a864dfa.js", false),
            ("snippets/split-9e36edf1302eeb94/loader.js", false),
            ("tools/saw.svg", false),
        ] {
            assert_eq!(is_added_later(address), is_later, "{address}");
        }
    }
}
