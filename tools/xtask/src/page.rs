//! `index.html` as Trunk leaves it, finished: every inline script becomes a file, as the content policy asks, and who
//! cannot run the app finds the lessons as text.

use crate::problem::{Outcome, Problem};
use std::fmt::Write;

/// The page without inline scripts, and the files that hold them.
#[derive(Debug, PartialEq, Eq)]
pub struct Page {
    /// The page.
    pub html: String,
    /// Name and content of each script file, to be written beside the page.
    pub scripts: Vec<Script>,
}

/// A script file.
#[derive(Debug, PartialEq, Eq)]
pub struct Script {
    /// Its name, which holds the content's hash: a cached one can never be the wrong one.
    pub name: String,
    /// What is in it.
    pub content: String,
}

/// Reloads the page when `trunk serve` says so. Trunk's own script wants to stand in the page, and writes
/// `innerHTML` when a build fails, which Trusted Types refuse.
const RELOAD: &str = include_str!("reload.js");

/// Moves the inline scripts of a page into files; `first` stands before the one that starts the app.
pub fn without_inline_scripts(html: &str, first: &str) -> Page {
    let mut page = Page {
        html: String::with_capacity(html.len()),
        scripts: Vec::new(),
    };
    let mut rest = html;
    while let Some((before, tag, content, after)) = next_script(rest) {
        page.html.push_str(before);
        if tag.contains(" src=") || content.trim().is_empty() {
            page.html.push_str(&rest[before.len()..rest.len() - after.len()]);
        } else {
            let (purpose, content) = if content.contains("__TRUNK_ADDRESS__") {
                ("reload", RELOAD.to_owned())
            } else {
                ("start", format!("{first}{}", content.trim_start()))
            };
            let name = format!("{purpose}-{:016x}.js", hash(content.as_bytes()));
            page.html
                .push_str(&format!("<script type=\"module\" src=\"./{name}\"></script>"));
            page.scripts.push(Script { name, content });
        }
        rest = after;
    }
    page.html.push_str(rest);
    page
}

/// The page with an element first in its head, but for the one that says how its letters are written.
pub fn with_first(html: &str, element: &str) -> Outcome<String> {
    let after = html
        .find("charset=")
        .and_then(|at| Some(at + html[at..].find('>')? + 1))
        .ok_or_else(|| Problem::new("index.html does not say `<meta charset=\"utf-8\" />`."))?;
    Ok(format!("{}{element}{}", &html[..after], &html[after..]))
}

/// Where the list of lessons goes; the minifier may take the quotes away.
const LIST: &str = "lessons-as-text";

/// The page with a link to each lesson of the programme.
pub fn with_lessons(html: &str, programme: &str) -> Outcome<String> {
    let inside = html
        .find(LIST)
        .and_then(|at| Some(at + html[at..].find('>')? + 1))
        .ok_or_else(|| {
            Problem::new(format!(
                "index.html has no list with the id `{LIST}`, where the lessons are named as text."
            ))
        })?;
    let mut links = String::new();
    for (title, file) in lessons(programme) {
        let _ = write!(
            links,
            "<li><a href=\"lessons/{file}\">{}</a></li>",
            escaped(title)
        );
    }
    Ok(format!("{}{links}{}", &html[..inside], &html[inside..]))
}

/// Title and file of each lesson: the links `[title](id/fr.md)`.
fn lessons(programme: &str) -> impl Iterator<Item = (&str, &str)> {
    programme.lines().filter_map(|line| {
        let (_, link) = line.split_once('[')?;
        let (title, address) = link.split_once("](")?;
        let (file, _) = address.split_once(')')?;
        file.ends_with("/fr.md").then_some((title, file))
    })
}

fn escaped(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;")
}

/// Text before the next script, its opening tag, its content, and the text after its closing tag.
fn next_script(html: &str) -> Option<(&str, &str, &str, &str)> {
    let start = html.find("<script")?;
    let content = start + html[start..].find('>')? + 1;
    let end = content + html[content..].find("</script>")?;
    Some((
        &html[..start],
        &html[start..content],
        &html[content..end],
        &html[end + "</script>".len()..],
    ))
}

/// FNV-1a, 64 bits (http://www.isthe.com/chongo/tech/comp/fnv/): names files by their content, guards nothing.
pub fn hash(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_bootstrap_becomes_a_file() {
        let page = without_inline_scripts(
            "<head><script type=module>import init from './a.js'</script></head>",
            "",
        );
        assert_eq!(
            page.html,
            "<head><script type=\"module\" src=\"./start-389b5ab04affdb45.js\"></script></head>"
        );
        assert_eq!(page.scripts.len(), 1);
        assert_eq!(page.scripts[0].content, "import init from './a.js'");
    }

    #[test]
    fn what_comes_first_stands_before_the_bootstrap() {
        let page = without_inline_scripts("<script>\nstart()</script>", "first();");
        assert_eq!(page.scripts[0].content, "first();start()");
    }

    #[test]
    fn the_policy_stands_before_anything_that_loads() {
        let html = "<head><meta charset=utf-8><link href=a.css></head>";
        assert_eq!(
            with_first(html, "<meta>").as_deref(),
            Ok("<head><meta charset=utf-8><meta><link href=a.css></head>")
        );
        assert!(with_first("<p></p>", "<meta>").is_err());
    }

    #[test]
    fn lessons_are_listed_as_text() {
        let page = with_lessons(
            "<ul id=lessons-as-text></ul>",
            "1. [A & B](a/fr.md)\n- [a site](https://a.fr)\n",
        );
        assert_eq!(
            page.as_deref(),
            Ok("<ul id=lessons-as-text><li><a href=\"lessons/a/fr.md\">A &amp; B</a></li></ul>")
        );
        assert!(with_lessons("<p></p>", "").is_err());
    }

    #[test]
    fn trunks_reload_script_becomes_ours() {
        let page = without_inline_scripts("<script>'{{__TRUNK_ADDRESS__}}'; x.innerHTML = '';</script>", "");
        assert!(page.scripts[0].name.starts_with("reload-"));
        assert!(!page.scripts[0].content.contains("innerHTML"));
    }

    #[test]
    fn a_script_that_is_a_file_already_stays() {
        let html = "<script src=\"./a.js\"></script><p>text</p>";
        assert_eq!(
            without_inline_scripts(html, ""),
            Page {
                html: html.to_owned(),
                scripts: Vec::new()
            }
        );
    }

    #[test]
    fn hashes_are_those_of_the_reference() {
        // The algorithm's published test vectors.
        assert_eq!(hash(b""), 0xcbf2_9ce4_8422_2325);
        assert_eq!(hash(b"foobar"), 0x8594_4171_f739_67e8);
    }
}
