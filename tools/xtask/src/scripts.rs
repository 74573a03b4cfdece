//! The scripts of the blocks, as a release ships them: our bridge as one file instead of a chain of files that wait for
//! each other, and of Blockly's messages those that its core says.

use crate::problem::{Outcome, Problem};
use std::collections::BTreeMap;

/// A module and all it imports, as one script. `read` gives the text of a module by its name.
///
/// It knows the form our own modules have: imports on one line, `export` before a definition, every comment on lines of
/// its own. Two modules may not give the same name to different things.
pub fn bundle(entry: &str, read: impl Fn(&str) -> Outcome<String>) -> Outcome<String> {
    let mut bundle = Bundle {
        read: &read,
        modules: Vec::new(),
        names: BTreeMap::new(),
        text: String::new(),
    };
    bundle.add(entry)?;
    Ok(bundle.text)
}

struct Bundle<'a> {
    read: &'a dyn Fn(&str) -> Outcome<String>,
    /// Those that are in, or whose imports are being added.
    modules: Vec<String>,
    /// Names defined at the top of a module, and the module.
    names: BTreeMap<String, String>,
    text: String,
}

impl Bundle<'_> {
    fn add(&mut self, module: &str) -> Outcome {
        if self.modules.iter().any(|one| one == module) {
            return Ok(());
        }
        self.modules.push(module.to_owned());
        let text = (self.read)(module)?;
        for imported in text.lines().filter_map(imported) {
            self.add(imported)?;
        }
        let mut is_comment = false;
        for line in text.lines() {
            if let Some(name) = defined(line)
                && let Some(other) = self.names.insert(name.to_owned(), module.to_owned())
            {
                return Err(Problem::new(format!(
                    "{other} and {module} both define `{name}`: the bundle needs two names."
                )));
            }
            let line = line.trim();
            is_comment |= line.starts_with("/*");
            if !is_comment && !line.is_empty() && !line.starts_with("//") && imported(line).is_none() {
                self.text.push_str(line.strip_prefix("export ").unwrap_or(line));
                self.text.push('\n');
            }
            is_comment &= !line.ends_with("*/");
        }
        Ok(())
    }
}

/// The module that a line imports from.
fn imported(line: &str) -> Option<&str> {
    line.strip_prefix("import ")?
        .split_once("from './")?
        .1
        .strip_suffix("';")
}

/// The name that a line at the top of a module defines.
fn defined(line: &str) -> Option<&str> {
    let line = line.strip_prefix("export ").unwrap_or(line);
    let line = line.strip_prefix("async ").unwrap_or(line);
    let name = ["function ", "class ", "const ", "let "]
        .iter()
        .find_map(|word| line.strip_prefix(word))?;
    let end = name.find(|character: char| !character.is_alphanumeric() && character != '_')?;
    Some(&name[..end])
}

/// Blockly's messages that its core names; those of blocks that are not ours go.
pub fn needed_messages(messages: &str, core: &str) -> String {
    let is_word = |character: char| character.is_ascii_alphanumeric() || character == '_';
    let named: std::collections::BTreeSet<&str> = core.split(|character| !is_word(character)).collect();
    // `%{BKY_NEW_VARIABLE}` names NEW_VARIABLE.
    let is_said = |key: &str| named.contains(key) || named.contains(format!("BKY_{key}").as_str());
    // Some messages are given as others are: `Blockly.Msg["A"] = Blockly.Msg["B"];`.
    let lenders: Vec<&str> = messages
        .lines()
        .filter_map(message)
        .filter(|(key, _)| is_said(key))
        .filter_map(|(_, value)| message(value).map(|(lender, _)| lender))
        .collect();
    let mut kept = String::new();
    for line in messages.lines() {
        if message(line).is_none_or(|(key, _)| is_said(key) || lenders.contains(&key)) {
            kept.push_str(line);
            kept.push('\n');
        }
    }
    kept
}

/// Key of the message that a line begins with, and what comes after it.
fn message(line: &str) -> Option<(&str, &str)> {
    let (key, rest) = line.strip_prefix("Blockly.Msg[\"")?.split_once("\"]")?;
    Some((key, rest.strip_prefix(" = ").unwrap_or(rest)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bundled(modules: &[(&str, &str)]) -> Outcome<String> {
        bundle("main.js", |name| {
            modules
                .iter()
                .find(|(one, _)| *one == name)
                .map(|(_, text)| (*text).to_owned())
                .ok_or_else(|| Problem::new(format!("no {name}")))
        })
    }

    #[test]
    fn what_is_imported_comes_first_and_once() {
        let text = bundled(&[
            (
                "main.js",
                "import { a } from './a.js';\nimport { b } from './b.js';\n\n// Says it.\nsay(a, b());\n",
            ),
            ("a.js", "/** One. */\nexport const a = 1;\n"),
            (
                "b.js",
                "import { a } from './a.js';\n/*\n * Two.\n */\nexport function b() {\n  return a;\n}\n",
            ),
        ]);
        assert_eq!(
            text.as_deref(),
            Ok("const a = 1;\nfunction b() {\nreturn a;\n}\nsay(a, b());\n")
        );
    }

    #[test]
    fn a_name_for_two_things_stops_the_build() {
        let refused = bundled(&[
            ("main.js", "import { b } from './b.js';\nconst a = b;\n"),
            ("b.js", "const a = 2;\nexport const b = a;\n"),
        ]);
        assert_eq!(
            refused.map_err(|problem| problem.to_string()),
            Err("b.js and main.js both define `a`: the bundle needs two names.".to_owned())
        );
    }

    #[test]
    fn messages_of_the_core_stay() {
        let messages = "(function() {\nBlockly.Msg[\"UNDO\"] = \"Annuler\";\nBlockly.Msg[\"LISTS\"] = \"listes\";\n\
            Blockly.Msg[\"NEW\"] = \"Nouveau\";\nBlockly.Msg[\"OLD\"] = \"Vieux\";\n\
            Blockly.Msg[\"AGED\"] = Blockly.Msg[\"OLD\"];\n}());\n";
        assert_eq!(
            needed_messages(messages, "a.Msg.UNDO;b=\"%{BKY_NEW}\";c.AGED;d.LISTS_X"),
            "(function() {\nBlockly.Msg[\"UNDO\"] = \"Annuler\";\nBlockly.Msg[\"NEW\"] = \"Nouveau\";\n\
            Blockly.Msg[\"OLD\"] = \"Vieux\";\nBlockly.Msg[\"AGED\"] = Blockly.Msg[\"OLD\"];\n}());\n"
        );
    }
}
