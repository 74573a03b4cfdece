//! A server of its own for a test, with people who have codes.

use crate::client::Client;
use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

/// The space of the people in tests.
pub const SPACE: &str = "mardi";

/// Somebody with a code.
#[derive(Clone, Debug)]
pub struct Person {
    /// All six words, joined by `-`.
    pub code: String,
}

impl Person {
    /// The first two words.
    pub fn name(&self) -> String {
        self.code.split('-').take(2).collect::<Vec<_>>().join("-")
    }

    /// Their folder.
    pub fn folder(&self) -> String {
        format!("/dav/{SPACE}/{}", self.name())
    }
}

/// A server that runs.
pub struct Running {
    child: Child,
    /// Where.
    pub address: SocketAddr,
    /// Its data folder.
    pub data: PathBuf,
    options: Vec<String>,
}

impl Running {
    /// Starts one with an empty data folder.
    pub fn start(name: &str, options: &[&str]) -> Self {
        let data = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
        let _ = std::fs::remove_dir_all(&data);
        Self::start_in(data, options)
    }

    /// Starts one with that data folder.
    pub fn start_in(data: PathBuf, options: &[&str]) -> Self {
        let options: Vec<String> = options.iter().map(|option| (*option).to_owned()).collect();
        let (child, address) = spawn(&data, &options);
        Self {
            child,
            address,
            data,
            options,
        }
    }

    /// People with codes, as the command makes them.
    pub fn people(&self, count: usize) -> Vec<Person> {
        self.codes(&["--add", &count.to_string()])
    }

    /// A trainer.
    pub fn trainer(&self) -> Person {
        self.codes(&["--trainer"]).remove(0)
    }

    fn codes(&self, options: &[&str]) -> Vec<Person> {
        let said = fabrique(&self.data, &[&["--space", SPACE], options].concat());
        said.lines()
            .filter_map(|line| line.trim().split_once(':'))
            .filter(|(what, _)| what.starts_with("Ton code") || what.starts_with("Code du formateur"))
            .map(|(_, code)| Person {
                code: code.split_whitespace().collect::<Vec<_>>().join("-"),
            })
            .filter(|person| person.code.split('-').count() == 6)
            .collect()
    }

    /// Takes a code back.
    pub fn revoke(&self, person: &Person) {
        fabrique(&self.data, &["--revoke", &person.name()]);
        // A code that is known is asked after again a second later.
        std::thread::sleep(std::time::Duration::from_millis(1100));
    }

    /// A connection of somebody.
    pub fn client(&self, person: &Person) -> Client {
        Client::new(self.address, Some(&person.code))
    }

    /// Ends it in the middle of whatever it does: SIGKILL.
    pub fn kill(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }

    /// Starts it again with the same data, at another port.
    pub fn start_again(&mut self) {
        (self.child, self.address) = spawn(&self.data, &self.options);
    }

    /// Its memory, in kB; `None` where the system does not tell.
    pub fn memory(&self) -> Option<u64> {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.child.id())).ok()?;
        let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
        line.trim().trim_end_matches(" kB").parse().ok()
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        self.kill();
        // Links that a test made would lead whoever watches or walks the target folder astray.
        if !std::thread::panicking() {
            let _ = std::fs::remove_dir_all(&self.data);
        }
    }
}

fn spawn(data: &Path, options: &[String]) -> (Child, SocketAddr) {
    let site = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data/site");
    let mut child = Command::new(env!("CARGO_BIN_EXE_fabrique"))
        .arg("serve")
        .arg(site)
        .arg("--data")
        .arg(data)
        .args(["--port", "0"])
        .args(options)
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.take().unwrap())
        .read_line(&mut line)
        .unwrap();
    let (_, address) = line.trim().trim_end_matches('/').split_once("http://").unwrap();
    (child, address.parse().unwrap())
}

fn fabrique(data: &Path, options: &[&str]) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_fabrique"))
        .arg("codes")
        .arg("--data")
        .arg(data)
        .args(options)
        .output()
        .unwrap();
    assert!(
        output.status.success(),
        "{}",
        String::from_utf8_lossy(&output.stderr)
    );
    String::from_utf8(output.stdout).unwrap()
}
