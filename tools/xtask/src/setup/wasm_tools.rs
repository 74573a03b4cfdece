//! Our `wasm-bindgen` and its test runner (`tools/wasm-tools`), built once for every clone on this machine.

use crate::page::hash;
use crate::problem::{Outcome, Problem};
use crate::project::Project;
use crate::run::{must, program};
use crate::stage::stage;
use std::fs;
use std::path::{Path, PathBuf};

const PROGRAMS: [&str; 2] = ["wasm-bindgen", "wasm-bindgen-test-runner"];

/// Builds and tests the tools when this version of them is not there yet.
pub fn get(project: &Project) -> Outcome {
    let folder = folder(project)?;
    if PROGRAMS.iter().all(|name| folder.join(name).is_file()) {
        return Ok(());
    }
    stage(
        "build our wasm-bindgen (2 to 5 min on two cores, once for this machine)",
        || {
            let built = project.tools.join("build");
            let target = built.display().to_string();
            let arguments = [
                "--locked",
                "--package",
                "wasm-tools",
                "--profile",
                "tools",
                "--target-dir",
                &target,
            ];
            must(program("cargo", &["build"], &project.root).args(arguments))?;
            must(program("cargo", &["test", "--quiet"], &project.root).args(arguments))?;
            fs::create_dir_all(&folder).map_err(|error| Problem::file(&folder, &error))?;
            for name in PROGRAMS {
                // Two clones may install at the same time: a file appears whole or not at all.
                let (whole, file) = (
                    folder.join(format!("{name}.{}", std::process::id())),
                    folder.join(name),
                );
                let from = built.join("tools").join(name);
                fs::copy(&from, &whole).map_err(|error| Problem::file(&from, &error))?;
                fs::rename(&whole, &file).map_err(|error| Problem::file(&file, &error))?;
            }
            Ok(())
        },
    )
}

/// The tools' folder, named by all they are made from.
pub fn folder(project: &Project) -> Outcome<PathBuf> {
    let mut made_from = Vec::new();
    read_all(&project.root.join("tools/wasm-tools"), &mut made_from)?;
    Ok(project
        .tools
        .join(format!("wasm-tools-{:016x}", hash(&made_from))))
}

/// The bytes of every file of a folder, in the order of their names.
fn read_all(folder: &Path, bytes: &mut Vec<u8>) -> Outcome {
    let entries = fs::read_dir(folder).map_err(|error| Problem::file(folder, &error))?;
    let mut paths: Vec<PathBuf> = entries
        .filter_map(|entry| entry.ok().map(|entry| entry.path()))
        .collect();
    paths.sort();
    for path in paths {
        if path.is_dir() {
            read_all(&path, bytes)?;
        } else {
            bytes.extend(fs::read(&path).map_err(|error| Problem::file(&path, &error))?);
        }
    }
    Ok(())
}
