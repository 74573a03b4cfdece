//! Exported drawings, read by programs that nobody here wrote: Inkscape, svgelements and MeerK40t.

use crate::problem::{Outcome, Problem};
use crate::project::Project;
use crate::run::{answer, find, must, program};
use crate::stage::stage;
use crate::torture::part;
use std::path::PathBuf;
use std::{env, fs};

/// What pip installs for the readers; pillow, pyserial and pyusb are what MeerK40t starts with.
const PYTHON_PACKAGES: [&str; 5] = ["svgelements", "meerk40t", "pillow", "pyserial", "pyusb"];

/// Exports every drawing of crates/design for each machine and has all of them read. Where the readers cannot be
/// installed the part is left out and says so; with `CI=true` that stops the command.
pub fn read(project: &Project) -> Outcome {
    let readers = match installed(project) {
        Ok(readers) => readers,
        Err(problem) if env::var_os("CI").is_none_or(|ci| ci != "true") => {
            println!("\n    drawings by other readers: left out. {problem}");
            return Ok(());
        }
        Err(problem) => return Err(problem),
    };
    part(project, "drawings by other readers", || {
        let exports = project.target.join("exports");
        if exports.exists() {
            fs::remove_dir_all(&exports).map_err(|error| Problem::file(&exports, &error))?;
        }
        fs::create_dir_all(&exports).map_err(|error| Problem::file(&exports, &error))?;
        let arguments = ["test", "--locked", "--package", "design", "--test", "exports"];
        must(program("cargo", &arguments, &project.root).env("FABRIQUE_EXPORTS", &exports))?;
        let mut reading = program(&readers.python, &["tests/readers/read_exports.py"], &project.root);
        must(
            reading
                .arg(&exports)
                .arg("crates/design/tests/data/drawings")
                .arg(&readers.meerk40t),
        )
    })
}

struct Readers {
    python: String,
    meerk40t: PathBuf,
}

/// Installs what is missing: Inkscape from the system's packages, the others in a Python environment of their own.
fn installed(project: &Project) -> Outcome<Readers> {
    if find("inkscape").is_none() {
        let is_root = answer("id", &["-u"]).is_some_and(|id| id == "0");
        if !is_root || find("apt-get").is_none() {
            return Err(Problem::new(
                "Inkscape is missing. As root: `apt-get install -y --no-install-recommends inkscape`.",
            ));
        }
        stage("install Inkscape (about a minute)", || {
            must(&mut program("apt-get", &["update", "-qq"], &project.root))?;
            let arguments = ["install", "-y", "-qq", "--no-install-recommends", "inkscape"];
            must(program("apt-get", &arguments, &project.root).env("DEBIAN_FRONTEND", "noninteractive"))
        })?;
    }
    let folder = project.target.join("readers");
    let programs = folder.join("bin");
    let readers = Readers {
        python: programs.join("python").to_string_lossy().into_owned(),
        meerk40t: programs.join("meerk40t"),
    };
    if !readers.meerk40t.is_file() {
        stage("install svgelements and MeerK40t (about a minute)", || {
            let place = folder.to_string_lossy();
            must(&mut program("python3", &["-m", "venv", &place], &project.root))?;
            let arguments = ["-m", "pip", "install", "--quiet"];
            must(program(&readers.python, &arguments, &project.root).args(PYTHON_PACKAGES))
        })?;
    }
    Ok(readers)
}
