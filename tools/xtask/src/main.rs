//! The project's own commands: `cargo xtask serve`, `build`, `test`, `torture`, `bench`, `size`.
//!
//! Each installs what it misses and says so. Only the standard library is used, so that the first run on a fresh
//! machine compiles in a second.

mod after_build;
mod bench;
mod build;
mod class_server;
mod fonts;
mod icons;
mod offline;
mod page;
mod policy;
mod problem;
mod project;
mod readers;
mod releases;
mod report;
mod run;
mod scripts;
mod serve;
mod setup;
mod sha256;
mod shipped;
mod site_files;
mod size;
mod stage;
mod styles;
mod tally;
mod test;
mod torture;
mod trusted;

use problem::{Outcome, Problem};
use project::Project;
use std::process::ExitCode;

const USAGE: &str = "\
cargo xtask serve [--port N] [--with-sync]
                                        build the app, serve it, reload the page at each save; with a class folder
cargo xtask build [--debug] [--public-url URL] [--sync-origin URL] [--without-offline]
                                        the static site in dist/, for any folder of any web space
cargo xtask test [STAGE…] [-- WORDS]    every day: format, lint, rust, web, machine, site, browser; WORDS go to the runner
cargo xtask torture                     now and then: the same laws and faults, many times
cargo xtask bench [NAME…]               how fast, beside the peers
cargo xtask server-binaries             the `fabrique` command with its server, for Linux and Windows
cargo xtask size                        what a first visit costs on the network";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match command(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problem) => {
            if !problem.is_silent() {
                eprintln!("\n{problem}");
            }
            ExitCode::FAILURE
        }
    }
}

fn command(arguments: &[String]) -> Outcome {
    let project = Project::here()?;
    let Some((name, rest)) = arguments.split_first() else {
        println!("{USAGE}");
        return Ok(());
    };
    match name.as_str() {
        "serve" => serve::serve(&project, &serve::Options::read(rest)?),
        "build" => build::build(&project, &build::Options::read(rest)?),
        "test" => test::test(&project, &test::Options::read(rest)?),
        "torture" => torture::torture(&project),
        "bench" => bench::bench(&project, rest),
        "server-binaries" => class_server::binaries(&project),
        "size" => size::size(&project),
        // Called by Trunk (Trunk.toml, `[[hooks]]`), not by people.
        "after-build" => after_build::after_build(&project),
        // Called by benches/machine-wasm/build.mjs.
        "shipped" => shipped::cargo(&project, rest),
        "help" | "--help" | "-h" => {
            println!("{USAGE}");
            Ok(())
        }
        other => Err(Problem::new(format!(
            "There is no command `{other}`. There are:\n{USAGE}"
        ))),
    }
}
