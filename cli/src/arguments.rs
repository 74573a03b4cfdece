//! What was typed after `fabrique`.

use crate::{codes, serve};
use words::Language;

/// A command and the language to speak.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arguments {
    /// French unless `--lang en`.
    pub language: Language,
    /// What to do.
    pub command: Command,
}

/// What to do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// Say how to use the command.
    Help,
    /// Look at lessons.
    Lint {
        /// Files and folders; all of `lessons/` when empty.
        files: Vec<String>,
        /// Problems as JSON.
        as_json: bool,
    },
    /// Judge a program.
    Grade {
        /// The lesson's file.
        lesson: String,
        /// The step's id; the last graded one unless given.
        step: Option<String>,
        /// The file of the program, in text form.
        work: String,
    },
    /// Look at a drawing before it is cut.
    Preflight {
        /// The file of the drawing, in text form.
        drawing: String,
        /// The machine and what is read beside the drawing.
        place: Place,
    },
    /// Write the file for a machine.
    Export {
        /// The file of the drawing, in text form.
        drawing: String,
        /// The machine and what is read beside the drawing.
        place: Place,
        /// The kind of file; SVG unless given.
        format: Option<String>,
        /// Where to write it, `-` for standard output; named after the job unless given.
        output: Option<String>,
    },
    /// Serve the app and the class folder.
    Serve(serve::Options),
    /// Make, list or take back codes.
    Codes(codes::Options),
}

/// What is read beside a drawing.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Place {
    /// The machine; the first of the workshop unless given.
    pub machine: Option<String>,
    /// The folder of fonts.
    pub fonts: Option<String>,
    /// The file of machines and materials.
    pub workshop: Option<String>,
}

/// The names of the commands.
pub const COMMANDS: [&str; 6] = ["lint", "grade", "preflight", "export", "serve", "codes"];

/// Options that a value follows, and the commands that have them.
const WITH_VALUE: [(&str, &[&str]); 15] = [
    ("--lang", &COMMANDS),
    ("--step", &["grade"]),
    ("--machine", &["preflight", "export"]),
    ("--fonts", &["preflight", "export"]),
    ("--workshop", &["preflight", "export"]),
    ("--format", &["export"]),
    ("-o", &["export"]),
    ("--data", &["serve", "codes"]),
    ("--port", &["serve"]),
    ("--code", &["serve"]),
    ("--quota", &["serve"]),
    ("--space", &["codes"]),
    ("--add", &["codes"]),
    ("--revoke", &["codes"]),
    ("--renew", &["codes"]),
];

/// Options without a value, and the command that has them.
const FLAGS: [(&str, &str); 4] = [
    ("--json", "lint"),
    ("--lan", "serve"),
    ("--strict", "serve"),
    ("--trainer", "codes"),
];

/// What cannot be understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ArgumentProblem {
    /// Nothing was typed.
    NoCommand,
    /// A command that does not exist.
    UnknownCommand(String),
    /// An option that the command does not have.
    UnknownOption(String),
    /// An option without what should follow it.
    NoValue(String),
    /// A language that is not spoken here.
    UnknownLanguage(String),
    /// `grade` needs a lesson and a program.
    WrongCount {
        /// How many files were given.
        given: usize,
    },
    /// `preflight` and `export` need one drawing.
    WrongDrawingCount {
        /// The command.
        command: String,
        /// How many files were given.
        given: usize,
    },
    /// A number was to follow an option.
    NotANumber {
        /// The option.
        option: &'static str,
        /// What follows it.
        value: String,
    },
    /// `--code` wants six words.
    NotACode(String),
    /// A space has a short name of plain letters.
    NotASpace(String),
    /// `codes` needs the folder of the class.
    NoData,
    /// `codes` needs to know for which class.
    NoSpace,
}

/// What was typed, sorted.
#[derive(Default)]
struct Typed {
    plain: Vec<String>,
    /// Options without a value.
    flags: Vec<String>,
    /// Options with theirs.
    values: Vec<(&'static str, String)>,
}

/// Reads what was typed. An error comes with the language to tell it in.
pub fn read(arguments: &[String]) -> Result<Arguments, (ArgumentProblem, Language)> {
    let mut language = Language::French;
    let mut typed = Typed::default();
    let mut problem = None;
    let mut rest = arguments.iter().map(String::as_str);
    while let Some(argument) = rest.next() {
        let (name, own_value) = match argument.split_once('=') {
            Some((name, value)) if name.starts_with("--") => (name, Some(value)),
            _ => (argument, None),
        };
        if let Some((option, _)) = WITH_VALUE.iter().find(|(option, _)| *option == name) {
            match own_value.or_else(|| rest.next()) {
                None => problem = problem.or(Some(ArgumentProblem::NoValue(name.to_owned()))),
                Some(value) if *option == "--lang" => match Language::from_code(value) {
                    Some(known) => language = known,
                    None => problem = problem.or(Some(ArgumentProblem::UnknownLanguage(value.to_owned()))),
                },
                Some(value) => typed.values.push((option, value.to_owned())),
            }
        } else if argument.len() > 1 && argument.starts_with('-') {
            typed.flags.push(argument.to_owned());
        } else {
            typed.plain.push(argument.to_owned());
        }
    }
    if let Some(problem) = problem {
        return Err((problem, language));
    }
    command(typed)
        .map(|command| Arguments { language, command })
        .map_err(|problem| (problem, language))
}

/// A number after an option.
pub fn number<Number: std::str::FromStr>(
    option: &'static str,
    value: Option<String>,
) -> Result<Option<Number>, ArgumentProblem> {
    let Some(value) = value else { return Ok(None) };
    match value.parse() {
        Ok(number) => Ok(Some(number)),
        Err(_) => Err(ArgumentProblem::NotANumber { option, value }),
    }
}

fn command(mut typed: Typed) -> Result<Command, ArgumentProblem> {
    let asks_for_help = typed
        .flags
        .iter()
        .any(|option| matches!(option.as_str(), "--help" | "-h"));
    if asks_for_help || typed.plain == ["help"] {
        return Ok(Command::Help);
    }
    if typed.plain.is_empty() {
        return Err(match typed.flags.into_iter().next() {
            Some(option) => ArgumentProblem::UnknownOption(option),
            None => ArgumentProblem::NoCommand,
        });
    }
    let name = typed.plain.remove(0);
    if !COMMANDS.contains(&name.as_str()) {
        return Err(ArgumentProblem::UnknownCommand(name));
    }
    if let Some(option) = typed
        .flags
        .iter()
        .find(|option| !FLAGS.contains(&(option, &name)))
    {
        return Err(ArgumentProblem::UnknownOption(option.clone()));
    }
    let has = |option: &str| {
        let commands = WITH_VALUE.iter().find(|(known, _)| *known == option);
        commands.is_some_and(|(_, commands)| commands.contains(&name.as_str()))
    };
    if let Some((option, _)) = typed.values.iter().find(|(option, _)| !has(option)) {
        return Err(ArgumentProblem::UnknownOption((*option).to_owned()));
    }
    let mut value = |option: &str| {
        let place = typed.values.iter().position(|(known, _)| *known == option)?;
        Some(typed.values.remove(place).1)
    };
    let given = typed.plain.len();
    let has_flag = |name: &str| typed.flags.iter().any(|flag| flag == name);
    match name.as_str() {
        "serve" => Ok(Command::Serve(serve::Options {
            port: number("--port", value("--port"))?,
            quota_megabytes: number("--quota", value("--quota"))?,
            data: value("--data"),
            code: value("--code").map(|code| serve::code(&code)).transpose()?,
            dist: typed.plain.pop(),
            is_for_the_network: has_flag("--lan"),
            asks_for_conditions: has_flag("--strict"),
        })),
        "codes" => codes::Options::read(&mut value, has_flag("--trainer")).map(Command::Codes),
        "lint" => Ok(Command::Lint {
            files: typed.plain,
            as_json: !typed.flags.is_empty(),
        }),
        "grade" => match <[String; 2]>::try_from(typed.plain) {
            Ok([lesson, work]) => Ok(Command::Grade {
                lesson,
                step: value("--step"),
                work,
            }),
            Err(_) => Err(ArgumentProblem::WrongCount { given }),
        },
        command => {
            let Ok([drawing]) = <[String; 1]>::try_from(typed.plain) else {
                let command = command.to_owned();
                return Err(ArgumentProblem::WrongDrawingCount { command, given });
            };
            let place = Place {
                machine: value("--machine"),
                fonts: value("--fonts"),
                workshop: value("--workshop"),
            };
            Ok(if command == "preflight" {
                Command::Preflight { drawing, place }
            } else {
                Command::Export {
                    drawing,
                    place,
                    format: value("--format"),
                    output: value("-o"),
                }
            })
        }
    }
}
