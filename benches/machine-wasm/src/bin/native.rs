//! Says natively what `equality.mjs` lets the wasm say: `native COUNT FILE…` runs each file and as many random
//! programs, a line each.

use std::process::ExitCode;

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let count: u32 = arguments.next().and_then(|count| count.parse().ok()).unwrap_or(0);
    for file in arguments {
        match std::fs::read_to_string(&file) {
            Ok(text) => println!("{file} {}", machine_wasm::run_program(&text, 10_000, 7)),
            Err(error) => {
                eprintln!("{file}: {error}");
                return ExitCode::FAILURE;
            }
        }
    }
    for seed in 0..count {
        println!("random {seed} {}", machine_wasm::run_random_program(seed));
    }
    ExitCode::SUCCESS
}
