//! `cargo xtask serve`: the app at an address of this machine, built again and reloaded at each save of code or of a
//! lesson. The address holds the step, so a reload comes back to it.

use crate::problem::{Outcome, Problem};
use crate::project::Project;
use crate::run::{must, program};
use crate::setup::{self, Need};
use std::net::TcpListener;

/// The port when none is asked for; the next free one when it is taken.
const PORT: u16 = 8080;

/// What can be asked of the server.
pub struct Options {
    /// The port asked for.
    port: Option<u16>,
}

impl Options {
    /// Reads the words after `serve`.
    pub fn read(words: &[String]) -> Outcome<Self> {
        match words {
            [] => Ok(Self { port: None }),
            [flag, port] if flag == "--port" => match port.parse() {
                Ok(port) => Ok(Self { port: Some(port) }),
                Err(_) => Err(Problem::new(format!(
                    "A port is a number from 1 to 65535, not `{port}`."
                ))),
            },
            _ => Err(Problem::new("`serve` knows --port NUMBER only.")),
        }
    }
}

/// Serves until it is stopped by Ctrl+C.
pub fn serve(project: &Project, options: &Options) -> Outcome {
    setup::get(project, &Need::BUILD)?;
    let port = match options.port {
        Some(port) if is_free(port) => port,
        Some(port) => {
            return Err(Problem::new(format!(
                "Port {port} is taken. Stop what uses it, or give another."
            )));
        }
        None => (PORT..PORT + 50).find(|port| is_free(*port)).ok_or_else(|| {
            Problem::new(format!(
                "Ports {PORT} to {} are taken. Give one: --port NUMBER.",
                PORT + 49
            ))
        })?,
    };
    println!("\nThe app will be at http://127.0.0.1:{port}/ once it is built. Ctrl+C stops.\n");
    let dist = project.target.join("served").display().to_string();
    let mut trunk = program(
        "trunk",
        &["serve", "--port", &port.to_string(), "--dist", &dist],
        &project.root,
    );
    must(trunk.env("PATH", setup::path(project)?))
}

fn is_free(port: u16) -> bool {
    TcpListener::bind(("127.0.0.1", port)).is_ok()
}
