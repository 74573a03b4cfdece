//! The trainers' command.
fn main() {}
