//! The small server: beside `cargo xtask serve` for a try, and as programs to carry to other computers.

use crate::problem::{Outcome, Problem};
use crate::project::Project;
use crate::run::{answer, find, must, program};
use crate::stage::stage;
use std::fs;
use std::process::{Child, Command};

/// The code of a try; its folder is `essai/renard-bleu`.
const CODE: &str = "renard bleu lampe foret vis fil";

/// The server that keeps the class folder while the app is being worked on; it ends with this value.
pub struct ClassServer {
    child: Child,
    port: u16,
}

impl ClassServer {
    /// Starts it at a port, with its folder in the target folder.
    pub fn start(project: &Project, port: u16) -> Outcome<Self> {
        let arguments = ["build", "--quiet", "--locked", "--package", "fabrique-cli"];
        stage("build the server", || {
            must(&mut program("cargo", &arguments, &project.root))
        })?;
        let folder = project.target.join("class-try");
        let site = folder.join("site");
        // The app itself comes from Trunk.
        fs::create_dir_all(&site)
            .and_then(|()| {
                fs::write(
                    site.join("index.html"),
                    "<!doctype html><title>Fabrique</title>\n",
                )
            })
            .map_err(|error| Problem::file(&site, &error))?;
        let data = folder.join("data");
        let child = Command::new(project.target.join("debug/fabrique"))
            .arg("serve")
            .arg(&site)
            .arg("--data")
            .arg(&data)
            .args(["--port", &port.to_string(), "--code", CODE, "--lang", "en"])
            .spawn()
            .map_err(|error| Problem::new(format!("The server cannot be started: {error}.")))?;
        println!("\nThe class folder is {}. A code to try: {CODE}", data.display());
        Ok(Self { child, port })
    }

    /// The address that Trunk asks for what is below `/dav`.
    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}/dav", self.port)
    }
}

impl Drop for ClassServer {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A computer that the command is built for.
struct Computer {
    name: &'static str,
    target: &'static str,
    program: &'static str,
    /// What links for it besides Rust, and the Debian package that has it.
    linker: Option<(&'static str, &'static str)>,
}

const COMPUTERS: [Computer; 2] = [
    Computer {
        name: "Linux x86-64, any distribution",
        target: "x86_64-unknown-linux-musl",
        program: "fabrique",
        linker: None,
    },
    Computer {
        name: "Windows x86-64",
        target: "x86_64-pc-windows-gnu",
        program: "fabrique.exe",
        linker: Some(("x86_64-w64-mingw32-gcc", "gcc-mingw-w64-x86-64")),
    },
];

/// `cargo xtask server-binaries`: the command for other computers, in `target/programs/`. What cannot be built is told.
pub fn binaries(project: &Project) -> Outcome {
    let mut missing = Vec::new();
    for computer in &COMPUTERS {
        match stage(computer.name, || binary(project, computer)) {
            Ok(line) => println!("    {line}"),
            Err(problem) => missing.push(format!("{}: {problem}", computer.name)),
        }
    }
    if missing.is_empty() {
        return Ok(());
    }
    Err(Problem::new(format!(
        "{}\nOn the machine itself: cargo build --release --package fabrique-cli",
        missing.join("\n")
    )))
}

fn binary(project: &Project, computer: &Computer) -> Outcome<String> {
    if let Some((linker, package)) = computer.linker
        && find(linker).is_none()
    {
        return Err(Problem::new(format!(
            "`{linker}` is missing. On Debian, as root: `apt-get install -y {package}`."
        )));
    }
    let installed = answer("rustup", &["target", "list", "--installed"]).unwrap_or_default();
    if !installed.lines().any(|target| target == computer.target) {
        must(&mut program(
            "rustup",
            &["target", "add", computer.target],
            &project.root,
        ))?;
    }
    let arguments = [
        "build",
        "--locked",
        "--release",
        "--package",
        "fabrique-cli",
        "--target",
        computer.target,
    ];
    must(&mut program("cargo", &arguments, &project.root))?;
    let built = project
        .target
        .join(computer.target)
        .join("release")
        .join(computer.program);
    let folder = project.target.join("programs").join(computer.target);
    let place = folder.join(computer.program);
    let bytes = fs::create_dir_all(&folder)
        .and_then(|()| fs::copy(&built, &place))
        .map_err(|error| Problem::file(&place, &error))?;
    Ok(format!("{}: {} kB", place.display(), bytes / 1000))
}
