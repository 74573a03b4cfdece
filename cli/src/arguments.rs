//! What was typed after `fabrique`.

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
}

/// The names of the commands.
pub const COMMANDS: [&str; 2] = ["lint", "grade"];

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
}

/// Reads what was typed. An error comes with the language to tell it in.
pub fn read(arguments: &[String]) -> Result<Arguments, (ArgumentProblem, Language)> {
    let mut language = Language::French;
    let mut plain: Vec<&str> = Vec::new();
    let mut options: Vec<&str> = Vec::new();
    let mut step = None;
    let mut problem = None;
    let mut rest = arguments.iter().map(String::as_str);
    while let Some(argument) = rest.next() {
        let (name, own_value) = match argument.split_once('=') {
            Some((name, value)) if name.starts_with("--") => (name, Some(value)),
            _ => (argument, None),
        };
        if matches!(name, "--lang" | "--step") {
            match own_value.or_else(|| rest.next()) {
                None => problem = problem.or(Some(ArgumentProblem::NoValue(name.to_owned()))),
                Some(value) if name == "--step" => step = Some(value.to_owned()),
                Some(value) => match Language::from_code(value) {
                    Some(known) => language = known,
                    None => problem = problem.or(Some(ArgumentProblem::UnknownLanguage(value.to_owned()))),
                },
            }
        } else if argument.len() > 1 && argument.starts_with('-') {
            options.push(argument);
        } else {
            plain.push(argument);
        }
    }
    if let Some(problem) = problem {
        return Err((problem, language));
    }
    command(&plain, &options, step)
        .map(|command| Arguments { language, command })
        .map_err(|problem| (problem, language))
}

fn command(plain: &[&str], options: &[&str], step: Option<String>) -> Result<Command, ArgumentProblem> {
    if options.iter().any(|option| matches!(*option, "--help" | "-h")) || plain == ["help"] {
        return Ok(Command::Help);
    }
    let Some((name, files)) = plain.split_first() else {
        return Err(match options.first() {
            Some(option) => ArgumentProblem::UnknownOption((*option).to_owned()),
            None => ArgumentProblem::NoCommand,
        });
    };
    let is_lint = *name == "lint";
    if !COMMANDS.contains(name) {
        return Err(ArgumentProblem::UnknownCommand((*name).to_owned()));
    }
    if let Some(option) = options.iter().find(|option| !(is_lint && **option == "--json")) {
        return Err(ArgumentProblem::UnknownOption((*option).to_owned()));
    }
    if is_lint {
        return match step {
            Some(_) => Err(ArgumentProblem::UnknownOption("--step".to_owned())),
            None => Ok(Command::Lint {
                files: files.iter().map(|file| (*file).to_owned()).collect(),
                as_json: !options.is_empty(),
            }),
        };
    }
    match files {
        [lesson, work] => Ok(Command::Grade {
            lesson: (*lesson).to_owned(),
            step,
            work: (*work).to_owned(),
        }),
        _ => Err(ArgumentProblem::WrongCount { given: files.len() }),
    }
}
