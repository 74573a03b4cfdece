//! One file of icons, `icons.svg`, from the names in `assets/icons.txt` and the drawings of the npm package
//! `lucide-static` (ISC licence). Markup uses it as `<svg class="icon"><use href="icons.svg#flag" /></svg>`.

use crate::problem::{Outcome, Problem};
use std::fmt::Write;
use std::fs;
use std::path::Path;

const NAMES: &str = "assets/icons.txt";
const DRAWINGS: &str = "node_modules/lucide-static/icons";

/// The sprite of the icons that `assets/icons.txt` names.
pub fn sprite(root: &Path) -> Outcome<String> {
    let list = root.join(NAMES);
    let names = fs::read_to_string(&list).map_err(|error| Problem::file(&list, &error))?;
    let mut sprite = String::from("<svg xmlns=\"http://www.w3.org/2000/svg\">\n");
    for name in listed(&names) {
        let file = root.join(DRAWINGS).join(format!("{name}.svg"));
        let drawing = fs::read_to_string(&file).map_err(|_| {
            Problem::new(format!(
                "{NAMES}: there is no icon `{name}` in {DRAWINGS}. Take a name of that folder."
            ))
        })?;
        let shapes = shapes(&drawing)
            .ok_or_else(|| Problem::new(format!("{}: no `<svg …>` in it.", file.display())))?;
        // A `symbol` has its own `viewBox`; stroke and fill come from the style sheet's `.icon`.
        let _ = writeln!(
            sprite,
            "<symbol id=\"{name}\" viewBox=\"0 0 24 24\">{shapes}</symbol>"
        );
    }
    sprite.push_str("</svg>\n");
    Ok(sprite)
}

/// One name a line; empty lines and lines that start with `#` are for the reader.
fn listed(text: &str) -> impl Iterator<Item = &str> {
    text.lines()
        .map(str::trim)
        .filter(|line| !line.is_empty() && !line.starts_with('#'))
}

/// What stands between `<svg …>` and `</svg>`, on one line.
fn shapes(drawing: &str) -> Option<String> {
    let (_, from_svg) = drawing.split_once("<svg")?;
    let (_, inside) = from_svg.split_once('>')?;
    let (inside, _) = inside.split_once("</svg>")?;
    Some(inside.lines().map(str::trim).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_lines() {
        let names: Vec<_> = listed("# Home\nflag\n\n  play \n").collect();
        assert_eq!(names, ["flag", "play"]);
    }

    #[test]
    fn shapes_lose_their_frame() {
        let drawing =
            "<!-- ISC -->\n<svg\n  width=\"24\"\n>\n  <path d=\"M4 22V4\" />\n  <circle r=\"2\" />\n</svg>\n";
        assert_eq!(
            shapes(drawing).as_deref(),
            Some("<path d=\"M4 22V4\" /><circle r=\"2\" />")
        );
        assert_eq!(shapes("not a drawing"), None);
    }
}
