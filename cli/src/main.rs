//! The trainers' command: looks at lessons, judges programs and exports drawings without a browser, by the same code
//! as the page; and serves the app with the folder of a class.

mod arguments;
mod codes;
mod drawing;
mod files;
mod grade;
mod lint;
mod serve;
mod words;

use arguments::{Arguments, Command};
use std::io::Write;
use std::process::ExitCode;

/// What a command has to say, and how it ended.
#[derive(Debug, Default)]
struct Outcome {
    /// For standard output.
    said: String,
    /// For standard error.
    complaint: String,
    end: End,
}

/// How a command ended; the number is what the shell sees.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum End {
    /// All is well.
    #[default]
    Well = 0,
    /// Lessons with errors, a program that does not pass yet, a drawing that would not be cut right.
    NotYet = 1,
    /// Something that cannot be read, or a command that cannot be understood.
    Unreadable = 2,
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args_os()
        .skip(1)
        .map(|argument| argument.to_string_lossy().into_owned())
        .collect();
    let outcome = match arguments::read(&arguments) {
        Ok(Arguments { language, command }) => match command {
            Command::Help => Outcome {
                said: words::help(language),
                ..Outcome::default()
            },
            Command::Lint { files, as_json } => lint::run(&files, as_json, language),
            Command::Grade { lesson, step, work } => grade::run(&lesson, step.as_deref(), &work, language),
            Command::Preflight { drawing, place } => drawing::run_preflight(&drawing, &place, language),
            Command::Export {
                drawing,
                place,
                format,
                output,
            } => drawing::run_export(&drawing, &place, format.as_deref(), output.as_deref(), language),
            Command::Serve(options) => serve::run(&options, language),
            Command::Codes(options) => codes::run(&options, language),
        },
        Err((problem, language)) => Outcome {
            complaint: words::argument_problem(&problem, language),
            end: End::Unreadable,
            ..Outcome::default()
        },
    };
    // Whoever reads the output may stop reading (`| head`): nothing is left to say then.
    let _ = std::io::stdout().write_all(outcome.said.as_bytes());
    let _ = std::io::stderr().write_all(outcome.complaint.as_bytes());
    ExitCode::from(outcome.end as u8)
}
