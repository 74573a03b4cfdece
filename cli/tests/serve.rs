//! `fabrique serve` itself, on a real socket and real files: exchanges one can read, and what many devices, kills,
//! floods and full disks do to it. `FABRIQUE_TORTURE=1` makes each of them longer.

#![allow(clippy::unwrap_used, reason = "a test may stop")]

#[path = "serve/client.rs"]
mod client;
#[path = "serve/exchanges.rs"]
mod exchanges;
#[path = "serve/floods.rs"]
mod floods;
#[path = "serve/kills.rs"]
mod kills;
#[path = "serve/load.rs"]
mod load;
#[path = "serve/other_servers.rs"]
mod other_servers;
#[path = "serve/running.rs"]
mod running;
#[path = "serve/together.rs"]
mod together;

/// A figure for every day, or for `cargo xtask torture`.
fn figure(every_day: usize, torture: usize) -> usize {
    let is_torture = std::env::var_os("FABRIQUE_TORTURE").is_some();
    if is_torture { torture } else { every_day }
}
