//! What is kept, checked by laws and by files one can open.
#![allow(clippy::unwrap_used, reason = "a test says what it expects")]

mod copies;
mod damage;
mod fixtures;
mod histories;
mod keeping;
mod laws;
mod two_tabs;
