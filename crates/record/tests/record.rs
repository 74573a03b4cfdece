//! What is kept, checked by laws and by files one can open.
#![allow(clippy::unwrap_used, reason = "a test says what it expects")]

mod clocks;
mod copies;
mod damage;
mod earlier;
mod fixtures;
mod full;
mod histories;
mod keeping;
mod laws;
mod tab;
mod two_tabs;
mod versions;
