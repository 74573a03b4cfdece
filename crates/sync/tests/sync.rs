//! The folder, with everything that goes wrong on the way there.
#![allow(clippy::unwrap_used, reason = "a test says what it expects")]

mod folder;
mod reading;
mod scripted;
mod simulator;
