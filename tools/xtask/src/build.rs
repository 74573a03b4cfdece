//! `cargo xtask build`: the static site in `dist/`.

use crate::problem::{Outcome, Problem};
use crate::project::Project;
use crate::run::{must, program};
use crate::setup::{self, Need};
use crate::shipped;
use crate::stage::stage;
use std::fs;

/// What can be asked of a build.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// Unoptimised, ready sooner.
    pub debug: bool,
    /// The address of the site's folder; relative (`./`) when not given, which suits any folder.
    pub public_url: Option<String>,
}

impl Options {
    /// Reads the words after `build`.
    pub fn read(words: &[String]) -> Outcome<Self> {
        let mut options = Self::default();
        let mut words = words.iter();
        while let Some(word) = words.next() {
            match word.as_str() {
                "--debug" => options.debug = true,
                "--public-url" => {
                    let url = words.next().ok_or_else(|| {
                        Problem::new("After `--public-url` comes the address, such as `/a/b/`.")
                    })?;
                    options.public_url = Some(url.clone());
                }
                other => {
                    return Err(Problem::new(format!(
                        "`build` knows --debug and --public-url URL, not `{other}`."
                    )));
                }
            }
        }
        Ok(options)
    }
}

/// Builds the site, installing what is missing first.
pub fn build(project: &Project, options: &Options) -> Outcome {
    setup::get(project, &Need::BUILD)?;
    site(project, options)?;
    println!("\nThe site is in dist/: copy that folder to any web space.");
    Ok(())
}

/// Builds the site; the tools are there.
pub fn site(project: &Project, options: &Options) -> Outcome {
    let name = if options.debug {
        "build the site, unoptimised"
    } else {
        "build the site"
    };
    stage(name, || {
        let mut trunk = program("trunk", &["build"], &project.root);
        trunk.env("PATH", setup::path(project)?);
        if !options.debug {
            trunk.arg("--release");
            shipped::settings(&mut trunk);
        }
        if let Some(url) = &options.public_url {
            trunk.args(["--public-url", url]);
        }
        must(&mut trunk)?;
        // Trunk's own mark; nothing of the site.
        let _ = fs::remove_file(project.dist().join(".trunk-lock"));
        Ok(())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(words: &[&str]) -> Outcome<Options> {
        Options::read(&words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>())
    }

    #[test]
    fn options_are_read() {
        assert_eq!(read(&[]), Ok(Options::default()));
        assert_eq!(
            read(&["--debug", "--public-url", "/a/b/"]),
            Ok(Options {
                debug: true,
                public_url: Some("/a/b/".to_owned())
            })
        );
    }

    #[test]
    fn an_unknown_word_says_what_is_known() {
        assert_eq!(
            read(&["--relese"]).map_err(|problem| problem.to_string()),
            Err("`build` knows --debug and --public-url URL, not `--relese`.".to_owned())
        );
    }
}
