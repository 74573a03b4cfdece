//! `fabrique serve`: the app and the class folder from one address, until Ctrl+C.

use crate::arguments::ArgumentProblem;
use crate::{End, Outcome, words};
use ::words::Language;
use fabrique_server::codes::{Code, CodeList};
use fabrique_server::{Config, Limits, Server, StartProblem};
use std::io::Write;
use std::net::{IpAddr, Ipv4Addr, SocketAddr, UdpSocket};
use std::path::{Path, PathBuf};

/// The port unless another is asked for.
const PORT: u16 = 8080;

/// The folder of the app unless another is given.
const DIST: &str = "dist";

/// The space of a code for a try.
const SPACE_OF_A_TRY: &str = "essai";

/// What was asked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Options {
    /// The folder of the app; `dist` unless given.
    pub dist: Option<String>,
    /// The folder of the class; without one there is only the app.
    pub data: Option<String>,
    /// The port; 8080 unless given.
    pub port: Option<u16>,
    /// A code for a try.
    pub code: Option<Code>,
    /// Room for each participant, in MiB.
    pub quota_megabytes: Option<u32>,
    /// Whether other computers may come.
    pub is_for_the_network: bool,
    /// Whether a write without a condition is refused.
    pub asks_for_conditions: bool,
}

/// Reads a code for a try.
pub fn code(text: &str) -> Result<Code, ArgumentProblem> {
    Code::read(text).ok_or_else(|| ArgumentProblem::NotACode(text.to_owned()))
}

/// Serves until the process is ended.
pub fn run(options: &Options, language: Language) -> Outcome {
    let unreadable = |complaint: String| Outcome {
        complaint,
        end: End::Unreadable,
        ..Outcome::default()
    };
    let dist = options.dist.as_deref().unwrap_or(DIST);
    if !Path::new(dist).join("index.html").is_file() {
        return unreadable(words::no_app(dist, language));
    }
    if options.code.is_some() && options.data.is_none() {
        return unreadable(words::code_without_data(language));
    }
    let port = options.port.unwrap_or(PORT);
    let here = if options.is_for_the_network {
        Ipv4Addr::UNSPECIFIED
    } else {
        Ipv4Addr::LOCALHOST
    };
    let usual = Limits::default();
    let config = Config {
        dist: Some(PathBuf::from(dist)),
        data: options.data.as_ref().map(PathBuf::from),
        address: SocketAddr::from((here, port)),
        limits: Limits {
            share_bytes: options
                .quota_megabytes
                .map_or(usual.share_bytes, |megabytes| u64::from(megabytes) << 20),
            asks_for_conditions: options.asks_for_conditions,
            ..usual
        },
        code: options.code.clone().map(|code| (code, SPACE_OF_A_TRY.to_owned())),
    };
    let server = match Server::start(config) {
        Ok(server) => server,
        Err(problem) => return unreadable(start_problem(&problem, options, port, language)),
    };
    let port = server.address().map_or(port, |address| address.port());
    let mut said = words::serving(port, options.is_for_the_network.then(address_here), language);
    match &options.data {
        None => said.push_str(&words::only_the_app(language)),
        Some(data) => {
            let has_codes = options.code.is_some()
                || CodeList::read(Path::new(data)).is_ok_and(|list| list.people().next().is_some());
            said.push_str(&words::class_folder(data, has_codes, language));
        }
    }
    said.push_str(&words::how_to_stop(language));
    let mut out = std::io::stdout();
    // Nobody may be reading.
    let _ = out.write_all(said.as_bytes()).and_then(|()| out.flush());
    match server.run() {
        Ok(()) => Outcome::default(),
        Err(error) => unreadable(words::stopped(&error, language)),
    }
}

fn start_problem(problem: &StartProblem, options: &Options, port: u16, language: Language) -> String {
    let data = options.data.as_deref().unwrap_or_default();
    match problem {
        StartProblem::Address(error) => words::no_port(port, error, language),
        StartProblem::Data(error) => words::no_data_folder(data, error, language),
        StartProblem::Codes(problem) => words::list_problem(problem, language),
        StartProblem::Threads(error) => words::stopped(error, language),
    }
}

/// The address of this computer in its network, as the system would choose it to go out; nothing is sent.
fn address_here() -> Option<IpAddr> {
    let socket = UdpSocket::bind((Ipv4Addr::UNSPECIFIED, 0)).ok()?;
    // An address that documents use, and nobody has (RFC 5737).
    socket.connect((Ipv4Addr::new(192, 0, 2, 1), 9)).ok()?;
    let address = socket.local_addr().ok()?.ip();
    (!address.is_loopback() && !address.is_unspecified()).then_some(address)
}
