//! Cuts the rooms off the linked wasm, lets wasm-bindgen bind the main part, and names what goes together.
//!
//! Written into Trunk's out-dir D: `snippets/split-BUILD/loader.js` (Trunk copies all of `snippets/`) and
//! `chunks/*-BUILD.wasm` (not in `snippets/`, of which Trunk preloads every file; `cargo xtask after-build` copies
//! them). BUILD is the hash of the linked wasm: a chunk fits only the main module it was cut from.

use crate::seams::{self, MovedSeam};
use std::ffi::OsString;
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::process::{Child, Command};
use std::{fmt, fs, io};

/// How a door of `src/lazy.rs` is marked in the linked wasm.
const SPLIT_POINT: &[u8] = b"__wasm_split_";

/// Trunk's call for a wasm that has doors.
#[derive(Debug, PartialEq, Eq)]
pub struct Job {
    linked: PathBuf,
    out_dir: PathBuf,
    out_name: String,
}

/// Why there is no split module.
#[derive(Debug)]
pub enum SplitError {
    /// A file could not be read or written.
    File(PathBuf, io::Error),
    /// The splitter cannot read the linked wasm.
    Splitter(String),
    /// wasm-bindgen refuses the main module.
    Bindgen(anyhow::Error),
    /// `wasm-opt` cannot be started.
    NoWasmOpt(io::Error),
    /// `wasm-opt` refuses a chunk.
    WasmOpt(PathBuf),
    /// The two texts no longer fit together.
    Seam(MovedSeam),
}

impl fmt::Display for SplitError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(path, error) => write!(formatter, "{}: {error}", path.display()),
            Self::Splitter(why) => write!(
                formatter,
                "the linked wasm cannot be split: {why}. Are its relocations kept (build.rs, feature `split`), and \
                 are wasm_split_helpers and wasm_split_cli_support the versions that fit each other?"
            ),
            Self::Bindgen(error) => write!(formatter, "wasm-bindgen refuses the main module: {error:#}"),
            Self::NoWasmOpt(error) => write!(
                formatter,
                "wasm-opt cannot be started: {error}. It comes with npm's `binaryen`: build with `cargo xtask build`, \
                 which puts it on the path"
            ),
            Self::WasmOpt(chunk) => write!(
                formatter,
                "wasm-opt refuses {}; its own message stands above",
                chunk.display()
            ),
            Self::Seam(moved) => moved.fmt(formatter),
        }
    }
}

impl std::error::Error for SplitError {}

impl From<MovedSeam> for SplitError {
    fn from(moved: MovedSeam) -> Self {
        Self::Seam(moved)
    }
}

impl Job {
    /// The job in a command line; `None` when it is not Trunk's, which wasm-bindgen then does alone.
    #[must_use]
    pub fn read(arguments: &[OsString]) -> Option<Self> {
        let words = || arguments.iter().skip(1).filter_map(|argument| argument.to_str());
        let value = |flag| words().find_map(|word| word.strip_prefix(flag));
        Some(Self {
            linked: PathBuf::from(words().find(|word| !word.starts_with('-') && word.ends_with(".wasm"))?),
            out_dir: PathBuf::from(value("--out-dir=")?),
            out_name: value("--out-name=")?.to_owned(),
        })
    }

    /// Splits and binds; binds only when the wasm has no doors.
    ///
    /// # Errors
    /// When a file, a program or a seam is not as expected; the error says what to do.
    pub fn run(&self, arguments: Vec<OsString>) -> Result<(), SplitError> {
        // What an earlier build left would be copied into this one's site.
        for left in ["snippets", "chunks", "split"] {
            remove(&self.out_dir.join(left))?;
        }
        let linked = fs::read(&self.linked).map_err(|error| SplitError::File(self.linked.clone(), error))?;
        if !linked
            .windows(SPLIT_POINT.len())
            .any(|window| window == SPLIT_POINT)
        {
            return bind(arguments);
        }
        let build = build_name(&linked);
        let loader_name = format!("snippets/split-{build}/loader.js");
        let work = self.out_dir.join("split");
        create(work.join(&loader_name).parent().unwrap_or(&work))?;

        let main = work.join("main.wasm");
        let parts = split(&linked, &work, &main, &format!("./{loader_name}"))?;
        bind(self.arguments_for(arguments, &main))?;

        let chunks = self.out_dir.join("chunks");
        create(&chunks)?;
        let names = optimise(&parts, &chunks, &build, self.is_release())?;
        let loader = seams::sew_loader(&read(&work.join(&loader_name))?, &names)?;
        let loader_path = self.out_dir.join(&loader_name);
        create(loader_path.parent().unwrap_or(&self.out_dir))?;
        write(&loader_path, &loader)?;

        let glue = self.out_dir.join(format!("{}.js", self.out_name));
        write(&glue, &seams::sew_glue(&read(&glue)?, &loader_name)?)
    }

    /// wasm-bindgen's arguments, with the main module in place of the linked one.
    fn arguments_for(&self, arguments: Vec<OsString>, main: &Path) -> Vec<OsString> {
        let linked = self.linked.as_os_str();
        let in_place = |argument| if argument == linked { main.into() } else { argument };
        // Without the last one the function table is no export any more, and no chunk can be linked to it.
        arguments
            .into_iter()
            .map(in_place)
            .chain(["--keep-lld-exports".into()])
            .collect()
    }

    /// Trunk's out-dir is named by the profile.
    fn is_release(&self) -> bool {
        self.out_dir.ends_with("release")
    }
}

/// Writes the main module, the chunks and the loader; gives the chunks.
fn split(linked: &[u8], work: &Path, main: &Path, loader: &str) -> Result<Vec<PathBuf>, SplitError> {
    let mut options = wasm_split_cli_support::Options::new(linked);
    options.output_dir = work;
    options.main_out_path = main;
    options.link_name = loader;
    let split = wasm_split_cli_support::transform(options)
        .map_err(|error| SplitError::Splitter(format!("{error:#}")))?;
    Ok(split.split_modules)
}

fn bind(arguments: Vec<OsString>) -> Result<(), SplitError> {
    wasm_bindgen_cli::wasm_bindgen::run_cli_with_args(arguments).map_err(SplitError::Bindgen)
}

/// Puts each chunk under its final name, made small in a release; gives each old name with its address seen from the
/// loader, two folders down.
fn optimise(
    parts: &[PathBuf],
    chunks: &Path,
    build: &str,
    release: bool,
) -> Result<Vec<(String, String)>, SplitError> {
    let mut names = Vec::new();
    let mut running: Vec<(&PathBuf, Child)> = Vec::new();
    for part in parts {
        let name = part
            .file_stem()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        let file = format!("{name}-{build}.wasm");
        let chunk = chunks.join(&file);
        if release {
            // One thread each, so side by side. No feature flag: the wasm says itself which features it uses, and
            // `--all-features` makes one that browsers refuse.
            let child = Command::new("wasm-opt")
                .arg("-Oz")
                .arg(part)
                .arg("-o")
                .arg(&chunk)
                .spawn();
            running.push((part, child.map_err(SplitError::NoWasmOpt)?));
        } else {
            fs::copy(part, &chunk).map_err(|error| SplitError::File(part.clone(), error))?;
        }
        names.push((name, format!("../../{file}")));
    }
    for (part, mut child) in running {
        let status = child.wait().map_err(SplitError::NoWasmOpt)?;
        if !status.success() {
            return Err(SplitError::WasmOpt(part.clone()));
        }
    }
    Ok(names)
}

fn build_name(linked: &[u8]) -> String {
    let mut hasher = DefaultHasher::new();
    linked.hash(&mut hasher);
    format!("{:016x}", hasher.finish())
}

fn remove(folder: &Path) -> Result<(), SplitError> {
    match fs::remove_dir_all(folder) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(SplitError::File(folder.into(), error)),
        _ => Ok(()),
    }
}

fn create(folder: &Path) -> Result<(), SplitError> {
    fs::create_dir_all(folder).map_err(|error| SplitError::File(folder.into(), error))
}

fn read(path: &Path) -> Result<String, SplitError> {
    fs::read_to_string(path).map_err(|error| SplitError::File(path.into(), error))
}

fn write(path: &Path, text: &str) -> Result<(), SplitError> {
    fs::write(path, text).map_err(|error| SplitError::File(path.into(), error))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(line: &str) -> Vec<OsString> {
        line.split(' ').map(OsString::from).collect()
    }

    #[test]
    fn trunks_call_is_a_job() {
        let line = "wasm-bindgen --target=web --out-dir=/t/wasm-bindgen/release --out-name=app /t/app.wasm";
        let job = Job::read(&words(line));
        assert_eq!(
            job,
            Some(Job {
                linked: "/t/app.wasm".into(),
                out_dir: "/t/wasm-bindgen/release".into(),
                out_name: "app".to_owned(),
            })
        );
        assert!(job.is_some_and(|job| job.is_release()));
    }

    #[test]
    fn other_calls_are_not() {
        assert_eq!(Job::read(&words("wasm-bindgen --version")), None);
        assert_eq!(Job::read(&words("wasm-bindgen --out-dir out app.wasm")), None);
    }

    #[test]
    fn the_main_module_takes_the_place_of_the_linked_one() {
        let line = "wasm-bindgen --out-dir=d --out-name=n in.wasm";
        let main = Job::read(&words(line)).map(|job| job.arguments_for(words(line), Path::new("main.wasm")));
        assert_eq!(
            main,
            Some(words(
                "wasm-bindgen --out-dir=d --out-name=n main.wasm --keep-lld-exports"
            ))
        );
    }

    #[test]
    fn a_name_belongs_to_one_build() {
        assert_eq!(build_name(b"one"), build_name(b"one"));
        assert_ne!(build_name(b"one"), build_name(b"two"));
    }

    #[test]
    fn errors_say_what_to_do() {
        let error = SplitError::NoWasmOpt(io::Error::from(io::ErrorKind::NotFound));
        assert!(error.to_string().contains("cargo xtask build"));
    }
}
