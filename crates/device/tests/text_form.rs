//! Programs as text: what is written is read back, in French and in English; what is not right says why.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so")]

#[path = "text/laws.rs"]
mod laws;
#[path = "text/slips.rs"]
mod slips;
#[path = "text/templates.rs"]
mod templates;
#[path = "text/wild_program.rs"]
mod wild_program;
#[path = "text/written.rs"]
mod written;
