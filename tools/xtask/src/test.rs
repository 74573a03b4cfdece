//! `cargo xtask test`: everything that guards daily work, stage by stage.

use crate::build;
use crate::problem::{Outcome, Problem};
use crate::project::Project;
use crate::report::{End, Report};
use crate::run::{self, must, program};
use crate::setup::{self, Need};
use std::ffi::OsString;
use std::process::Command;

/// A stage, in the order in which they run: what is quick to fail comes first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Stage {
    /// The code is laid out as rustfmt does.
    Format,
    /// clippy has nothing to say.
    Lint,
    /// Every test that needs no browser, licences of dependencies and the lessons among them.
    Rust,
    /// What needs a browser but no page.
    Web,
    /// The device machine does the same natively and in wasm.
    Machine,
    /// The release site.
    Site,
    /// Journeys, faults, accessibility and sizes of the release site, in Chromium.
    Browser,
}

impl Stage {
    const ALL: [(Self, &str); 7] = [
        (Self::Format, "format"),
        (Self::Lint, "lint"),
        (Self::Rust, "rust"),
        (Self::Web, "web"),
        (Self::Machine, "machine"),
        (Self::Site, "site"),
        (Self::Browser, "browser"),
    ];

    fn needs(self) -> &'static [Need] {
        match self {
            Self::Format => &[],
            Self::Lint => &[Need::WasmTarget],
            Self::Rust => &[Need::WasmTarget, Need::Apache],
            Self::Web => &[Need::WasmTarget, Need::WasmTools, Need::Chromium],
            Self::Machine => &[Need::WasmTarget, Need::NodePackages, Need::WasmTools],
            Self::Site => &Need::BUILD,
            Self::Browser => &[Need::NodePackages, Need::Chromium],
        }
    }
}

/// What can be asked of the tests.
pub struct Options {
    stages: Vec<Stage>,
    /// Words after `--`, for the runner of the stage.
    more: Vec<String>,
}

impl Options {
    /// Reads the words after `test`.
    pub fn read(words: &[String]) -> Outcome<Self> {
        let (names, more) = match words.iter().position(|word| word == "--") {
            Some(at) => (&words[..at], words[at + 1..].to_vec()),
            None => (words, Vec::new()),
        };
        let mut stages = names
            .iter()
            .map(|name| stage_called(name))
            .collect::<Outcome<Vec<_>>>()?;
        if stages.is_empty() {
            stages = Stage::ALL.map(|(stage, _)| stage).to_vec();
        }
        if stages == [Stage::Browser] {
            stages.insert(0, Stage::Site);
        }
        Ok(Self { stages, more })
    }
}

fn stage_called(name: &str) -> Outcome<Stage> {
    Stage::ALL
        .iter()
        .find(|(_, known)| *known == name)
        .map(|(stage, _)| *stage)
        .ok_or_else(|| {
            let known = Stage::ALL.map(|(_, known)| known).join(", ");
            Problem::new(format!(
                "There is no stage `{name}`. There are: {known}. Words for the runner come after `--`."
            ))
        })
}

/// Runs the stages; each failure is reported, none hides the next.
pub fn test(project: &Project, options: &Options) -> Outcome {
    let stages = || {
        Stage::ALL
            .iter()
            .filter(|(stage, _)| options.stages.contains(stage))
    };
    // What a stage cannot have stops everything, with its sentence: a stage left out must not look like one that passed.
    for (stage, _) in stages() {
        setup::get(project, stage.needs())?;
    }
    let mut report = Report::default();
    for (stage, name) in stages() {
        report.run(name, || run_stage(*stage, project, &options.more));
        if *stage == Stage::Site && report.has_failed(name) {
            println!("    Without a site there is nothing to open in a browser.");
            break;
        }
    }
    report.conclude()
}

fn run_stage(stage: Stage, project: &Project, more: &[String]) -> End {
    let path = match setup::path(project) {
        Ok(path) => path,
        Err(problem) => return End::Stopped(problem),
    };
    match stage {
        Stage::Format => End::checked(must(&mut cargo(project, &path, &["fmt", "--all", "--check"]))),
        Stage::Lint => End::checked(lint(project, &path)),
        Stage::Rust => {
            let arguments = [
                "test",
                "--locked",
                "--workspace",
                "--exclude",
                "wasm-tools",
                "--no-fail-fast",
            ];
            End::counted(run::counted(cargo(project, &path, &arguments).args(more)))
        }
        Stage::Web => {
            let arguments = [
                "test",
                "--locked",
                "--target",
                "wasm32-unknown-unknown",
                "--package",
                "fabrique-app",
                "--no-fail-fast",
            ];
            let mut cargo = cargo(project, &path, &arguments);
            if let Some(driver) = run::find("chromedriver") {
                cargo.env("CHROMEDRIVER", driver);
            }
            End::counted(run::counted(cargo.args(more)))
        }
        Stage::Machine => {
            let script = "benches/machine-wasm/equality.mjs";
            End::checked(must(program("node", &[script], &project.root).env("PATH", &path)))
        }
        Stage::Site => End::checked(build::site(project, &build::Options::default())),
        Stage::Browser => {
            // The real server, for what is sent to a class.
            let server = ["build", "--quiet", "--locked", "--package", "fabrique-cli"];
            match must(&mut cargo(project, &path, &server)) {
                Ok(()) => End::counted(run::counted(playwright(project).args(more))),
                refused => End::checked(refused),
            }
        }
    }
}

/// The pure crates as they are tested, the app as it is shipped.
fn lint(project: &Project, path: &OsString) -> Outcome {
    let all = [
        "clippy",
        "--locked",
        "--workspace",
        "--exclude",
        "wasm-tools",
        "--exclude",
        "fabrique-app",
        "--all-targets",
    ];
    let app = [
        "clippy",
        "--locked",
        "--package",
        "fabrique-app",
        "--target",
        "wasm32-unknown-unknown",
        "--features",
        "split",
        "--all-targets",
    ];
    must(cargo(project, path, &all).args(["--", "--deny", "warnings"]))?;
    must(cargo(project, path, &app).args(["--", "--deny", "warnings"]))
}

fn cargo(project: &Project, path: &OsString, arguments: &[&str]) -> Command {
    let mut cargo = program("cargo", arguments, &project.root);
    cargo.env("PATH", path);
    cargo
}

/// Playwright on the site in `dist/`.
pub fn playwright(project: &Project) -> Command {
    let mut command = program(
        "node",
        &["node_modules/@playwright/test/cli.js", "test"],
        &project.root,
    );
    command.args(["--config", "tests/browser"]);
    if let Some(chromium) = run::find("chromium") {
        command.env("CHROMIUM", chromium);
    }
    command
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &str) -> Outcome<Options> {
        Options::read(&line.split_whitespace().map(str::to_owned).collect::<Vec<_>>())
    }

    #[test]
    fn without_words_every_stage_runs() {
        assert_eq!(read("").map(|options| options.stages.len()), Ok(Stage::ALL.len()));
    }

    #[test]
    fn the_browser_tests_want_a_fresh_site() {
        let options = read("browser -- rooms");
        assert_eq!(
            options.map(|options| (options.stages, options.more)),
            Ok((vec![Stage::Site, Stage::Browser], vec!["rooms".to_owned()]))
        );
    }

    #[test]
    fn an_unknown_stage_says_which_there_are() {
        let problem = read("broswer").err().map(|problem| problem.to_string());
        assert_eq!(
            problem.as_deref(),
            Some(
                "There is no stage `broswer`. There are: format, lint, rust, web, machine, site, browser. Words for the runner \
                 come after `--`."
            )
        );
    }
}
