//! `cargo xtask serve`: the app at an address of this machine, built again and reloaded at each save of code or of a
//! lesson. The address holds the step, so a reload comes back to it.

use crate::class_server::ClassServer;
use crate::problem::{Outcome, Problem};
use crate::project::Project;
use crate::run::{must, program};
use crate::setup::{self, Need};
use std::net::TcpListener;

/// The port when none is asked for; the next free one when it is taken.
const PORT: u16 = 8080;

/// What can be asked of the server.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// The port asked for.
    port: Option<u16>,
    /// Whether a class folder comes with it.
    with_sync: bool,
}

impl Options {
    /// Reads the words after `serve`.
    pub fn read(words: &[String]) -> Outcome<Self> {
        let mut options = Self::default();
        let mut rest = words.iter().map(String::as_str);
        while let Some(word) = rest.next() {
            match word {
                "--with-sync" => options.with_sync = true,
                "--port" => {
                    let port = rest.next().unwrap_or_default();
                    options.port = Some(port.parse().map_err(|_| {
                        Problem::new(format!("A port is a number from 1 to 65535, not `{port}`."))
                    })?);
                }
                _ => return Err(Problem::new("`serve` knows --port NUMBER and --with-sync only.")),
            }
        }
        Ok(options)
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
    let class_server = if options.with_sync {
        let free = (PORT + 100..PORT + 150).find(|port| is_free(*port));
        let free = free.ok_or_else(|| Problem::new("No port is free for the class folder."))?;
        Some(ClassServer::start(project, free)?)
    } else {
        None
    };
    println!("\nThe app will be at http://127.0.0.1:{port}/ once it is built. Ctrl+C stops.\n");
    let dist = project.target.join("served").display().to_string();
    let mut trunk = program(
        "trunk",
        &["serve", "--port", &port.to_string(), "--dist", &dist],
        &project.root,
    );
    if let Some(class_server) = &class_server {
        trunk.args(["--proxy-backend", &class_server.address()]);
    }
    must(trunk.env("PATH", setup::path(project)?))
}

fn is_free(port: u16) -> bool {
    TcpListener::bind(("127.0.0.1", port)).is_ok()
}
