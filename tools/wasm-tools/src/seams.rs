//! The places where the splitter's loader and wasm-bindgen's glue are sewn together.
//!
//! Both texts are written by other people's programs. Each place is looked for and must be there exactly once, so
//! that a new version of theirs stops the build with a sentence instead of shipping a room that never opens.

use std::fmt;

/// Where wasm-bindgen's glue (`--target web`) learns the exports of the instance.
const GLUE_HAS_EXPORTS: &str = "wasm = instance.exports;";
/// How the splitter's loader reaches the glue: by a name that Trunk will replace by a hashed one.
const LOADER_IMPORTS_GLUE: &str = "import { initSync } from \"./main.js\";";
/// Where the loader asks for the main module's exports.
const LOADER_ASKS_EXPORTS: &str = "initSync(undefined, undefined)";

/// A place that is not where it was.
#[derive(Debug, PartialEq, Eq)]
pub struct MovedSeam {
    /// The text looked for.
    pub seam: String,
    /// Who writes the text it was looked for in.
    pub writer: &'static str,
    /// How often it was found; 1 is right.
    pub found: usize,
}

impl fmt::Display for MovedSeam {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { seam, writer, found } = self;
        write!(
            formatter,
            "{writer} writes another text now: `{seam}` is there {found} times instead of once. \
             Go back to the pinned version, or adapt tools/wasm-tools/src/seams.rs."
        )
    }
}

impl std::error::Error for MovedSeam {}

/// The glue, handing its exports to the loader. The import comes first, as an import should.
///
/// # Errors
/// When wasm-bindgen no longer writes the text that this replaces.
pub fn sew_glue(glue: &str, loader: &str) -> Result<String, MovedSeam> {
    let handed = format!("{GLUE_HAS_EXPORTS} setMainExports(wasm);");
    let glue = replace_once(glue, GLUE_HAS_EXPORTS, &handed, "wasm-bindgen")?;
    Ok(format!("import {{ setMainExports }} from './{loader}';\n{glue}"))
}

/// The loader, taking the exports from the glue and fetching each chunk under its final name.
///
/// `chunks` are pairs: the name the splitter gave, and the chunk's address seen from the loader.
///
/// # Errors
/// When the splitter no longer writes a text that this replaces.
pub fn sew_loader(loader: &str, chunks: &[(String, String)]) -> Result<String, MovedSeam> {
    const WRITER: &str = "wasm_split_cli_support";
    let takes = "let mainExports;\nexport function setMainExports(exports) { mainExports = exports; }";
    let mut sewn = replace_once(loader, LOADER_IMPORTS_GLUE, takes, WRITER)?;
    sewn = replace_once(&sewn, LOADER_ASKS_EXPORTS, "mainExports", WRITER)?;
    for (name, address) in chunks {
        sewn = replace_once(
            &sewn,
            &format!("\"./{name}.wasm\""),
            &format!("\"{address}\""),
            WRITER,
        )?;
    }
    Ok(sewn)
}

fn replace_once(text: &str, seam: &str, by: &str, writer: &'static str) -> Result<String, MovedSeam> {
    match text.matches(seam).count() {
        1 => Ok(text.replacen(seam, by, 1)),
        found => Err(MovedSeam {
            seam: seam.to_owned(),
            writer,
            found,
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOADER: &str = "import { initSync } from \"./main.js\";\n\
        const { a } = initSync(undefined, undefined);\n\
        fetch(new URL(\"./split_player.wasm\", import.meta.url));\n";

    fn chunk(name: &str, address: &str) -> (String, String) {
        (name.to_owned(), address.to_owned())
    }

    #[test]
    fn the_loader_takes_exports_and_hashed_chunks() {
        let sewn = sew_loader(LOADER, &[chunk("split_player", "../../split_player-0a.wasm")]);
        assert_eq!(
            sewn.as_deref(),
            Ok(
                "let mainExports;\nexport function setMainExports(exports) { mainExports = exports; }\n\
                const { a } = mainExports;\n\
                fetch(new URL(\"../../split_player-0a.wasm\", import.meta.url));\n"
            )
        );
    }

    #[test]
    fn the_glue_hands_its_exports_over() {
        let sewn = sew_glue(
            "let wasm;\nwasm = instance.exports;\n",
            "snippets/split/loader.js",
        );
        assert_eq!(
            sewn.as_deref(),
            Ok("import { setMainExports } from './snippets/split/loader.js';\n\
                let wasm;\nwasm = instance.exports; setMainExports(wasm);\n")
        );
    }

    #[test]
    fn a_seam_that_moved_stops_the_build() {
        let gone = sew_glue("wasm = exports;", "loader.js").map_err(|seam| seam.found);
        assert_eq!(gone, Err(0));
        let twice = sew_glue("wasm = instance.exports; wasm = instance.exports;", "loader.js")
            .map_err(|seam| seam.found);
        assert_eq!(twice, Err(2));
        let unnamed = sew_loader(LOADER, &[chunk("split_device", "x")]).map_err(|seam| seam.to_string());
        assert_eq!(
            unnamed,
            Err("wasm_split_cli_support writes another text now: `\"./split_device.wasm\"` is there 0 times instead \
                 of once. Go back to the pinned version, or adapt tools/wasm-tools/src/seams.rs."
                .to_owned())
        );
    }
}
