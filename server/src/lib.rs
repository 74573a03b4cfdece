//! The small optional server: the static app and the class folder `/dav/` from one origin. `README.md` beside the
//! sources says how a client speaks with it.

pub mod codes;
mod connections;
mod dav;
mod folder;
mod refusal;
mod site;

pub use folder::Limits;

use codes::{Code, Gate, ListProblem, Role, Who};
use connections::Connections;
use dav::Dav;
use folder::Folder;
use site::Site;
use std::io;
use std::net::{SocketAddr, TcpListener};
use std::path::PathBuf;
use std::sync::Arc;

/// What to serve, and where.
#[derive(Clone, Debug)]
pub struct Config {
    /// The folder of the app.
    pub dist: Option<PathBuf>,
    /// The folder of the class; without one there is no `/dav`.
    pub data: Option<PathBuf>,
    /// The address to listen at; port 0 takes a free one.
    pub address: SocketAddr,
    /// How much may be written.
    pub limits: Limits,
    /// A code for a try, of a participant in that space; it is kept nowhere.
    pub code: Option<(Code, String)>,
}

/// Why the server does not start.
#[derive(Debug)]
pub enum StartProblem {
    /// The port or the address cannot be had.
    Address(io::Error),
    /// The folder of the class cannot be made, or written in.
    Data(io::Error),
    /// The list of codes.
    Codes(ListProblem),
    /// The system gives no threads.
    Threads(io::Error),
}

/// A server that has its port and its folder, and may run.
pub struct Server {
    listener: TcpListener,
    runtime: tokio::runtime::Runtime,
    connections: Connections,
}

impl Server {
    /// Takes the port and looks at the folders.
    ///
    /// # Errors
    ///
    /// When one of them cannot be had.
    pub fn start(config: Config) -> Result<Self, StartProblem> {
        let dav = match config.data {
            Some(data) => {
                let folder = Folder::open(&data, config.limits).map_err(StartProblem::Data)?;
                let extra = config.code.map(|(code, space)| {
                    let who = Who {
                        name: code.pseudonym(),
                        space,
                        role: Role::Participant,
                    };
                    (who, code)
                });
                let gate = Gate::new(data, extra).map_err(StartProblem::Codes)?;
                Some(Dav::new(gate, Arc::new(folder)))
            }
            None => None,
        };
        let listener = TcpListener::bind(config.address).map_err(StartProblem::Address)?;
        listener.set_nonblocking(true).map_err(StartProblem::Address)?;
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(2)
            // Work with files: each participant's one after another.
            .max_blocking_threads(32)
            .enable_all()
            .build()
            .map_err(StartProblem::Threads)?;
        Ok(Self {
            listener,
            runtime,
            connections: Connections::new(dav, config.dist.map(Site::new)),
        })
    }

    /// Where it listens.
    ///
    /// # Errors
    ///
    /// When the system does not know.
    pub fn address(&self) -> io::Result<SocketAddr> {
        self.listener.local_addr()
    }

    /// Serves until the process is ended; at any instant, without a loss.
    ///
    /// # Errors
    ///
    /// When the socket cannot be used.
    pub fn run(self) -> io::Result<()> {
        self.runtime.block_on(self.connections.run(self.listener))
    }
}
