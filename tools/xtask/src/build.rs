//! `cargo xtask build`: the static site in `dist/`.

use crate::after_build::{SYNC_ORIGIN, WITHOUT_OFFLINE};
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
    /// Another origin that the page may synchronise with; its own when not given.
    pub sync_origin: Option<String>,
    /// The site asks for the network each time, and takes away what an earlier one kept.
    pub without_offline: bool,
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
                    options.public_url = Some(after(word, words.next(), "/a/b/")?);
                }
                "--sync-origin" => {
                    options.sync_origin = Some(after(word, words.next(), "https://cloud.example.org")?)
                }
                "--without-offline" => options.without_offline = true,
                other => {
                    return Err(Problem::new(format!(
                        "`build` knows --debug, --public-url URL, --sync-origin URL and --without-offline, not `{other}`."
                    )));
                }
            }
        }
        Ok(options)
    }
}

/// The word after a flag.
fn after(flag: &str, word: Option<&String>, example: &str) -> Outcome<String> {
    word.cloned()
        .ok_or_else(|| Problem::new(format!("After `{flag}` comes the address, such as `{example}`.")))
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
        if let Some(origin) = &options.sync_origin {
            trunk.env(SYNC_ORIGIN, origin);
        }
        if options.without_offline {
            trunk.env(WITHOUT_OFFLINE, "1");
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
                public_url: Some("/a/b/".to_owned()),
                ..Options::default()
            })
        );
    }

    #[test]
    fn an_unknown_word_says_what_is_known() {
        assert_eq!(
            read(&["--relese"]).map_err(|problem| problem.to_string()),
            Err("`build` knows --debug, --public-url URL, --sync-origin URL and --without-offline, not `--relese`.".to_owned())
        );
    }
}
