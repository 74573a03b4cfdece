//! `fabrique codes`: makes codes and prints them on a sheet to cut out, lists people, takes codes back.

use crate::arguments::{ArgumentProblem, number};
use crate::{End, Outcome, words};
use ::words::Language;
use fabrique_server::codes::{Code, CodeList, ListProblem, Role, is_a_space};
use std::path::{Path, PathBuf};

/// Most codes at once: a sheet for a class, not a flood by a slip of the finger.
const MOST: u32 = 200;

/// What was asked for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// The folder of the class.
    data: PathBuf,
    action: Action,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Action {
    /// Say who there is.
    List,
    /// Make codes in a space.
    Make { space: String, count: u32, role: Role },
    /// Take the code of a pseudonym back.
    Revoke(String),
    /// Give a pseudonym another code.
    Renew(String),
}

impl Options {
    /// Reads what was typed; `value` gives what follows an option.
    pub fn read(
        value: &mut impl FnMut(&'static str) -> Option<String>,
        is_trainer: bool,
    ) -> Result<Self, ArgumentProblem> {
        let data = PathBuf::from(value("--data").ok_or(ArgumentProblem::NoData)?);
        let pseudonym = |words: String| {
            words
                .trim()
                .to_lowercase()
                .split_whitespace()
                .collect::<Vec<_>>()
                .join("-")
        };
        let count = number("--add", value("--add"))?;
        if let Some(count) = count.filter(|count| *count > MOST) {
            return Err(ArgumentProblem::NotANumber {
                option: "--add",
                value: u32::to_string(&count),
            });
        }
        let action = if let Some(name) = value("--revoke") {
            Action::Revoke(pseudonym(name))
        } else if let Some(name) = value("--renew") {
            Action::Renew(pseudonym(name))
        } else if is_trainer || count.is_some() {
            let space = value("--space").ok_or(ArgumentProblem::NoSpace)?;
            if !is_a_space(&space) {
                return Err(ArgumentProblem::NotASpace(space));
            }
            Action::Make {
                space,
                count: count.unwrap_or(1),
                role: if is_trainer {
                    Role::Trainer
                } else {
                    Role::Participant
                },
            }
        } else {
            Action::List
        };
        Ok(Self { data, action })
    }
}

/// Does what was asked for.
pub fn run(options: &Options, language: Language) -> Outcome {
    match done(&options.data, &options.action, language) {
        Ok(outcome) => outcome,
        Err(problem) => Outcome {
            complaint: words::list_problem(&problem, language),
            end: End::Unreadable,
            ..Outcome::default()
        },
    }
}

fn done(data: &Path, action: &Action, language: Language) -> Result<Outcome, ListProblem> {
    let mut list = CodeList::read(data)?;
    let said = match action {
        Action::List => {
            let people: Vec<_> = list.people().collect();
            words::people(&people, language)
        }
        Action::Make { space, count, role } => {
            let codes = (0..*count)
                .map(|_| list.add_by_chance(space, *role))
                .collect::<Result<Vec<Code>, _>>()?;
            list.write(data)?;
            words::sheet(&codes, space, *role, language)
        }
        Action::Revoke(name) => {
            if !list.revoke(name) {
                return Ok(nobody(name, language));
            }
            list.write(data)?;
            words::revoked(name, language)
        }
        Action::Renew(name) => {
            let role = list
                .people()
                .find(|(who, _)| who.name == *name)
                .map(|(who, _)| who.clone());
            let (Some(who), Some(code)) = (role, list.renew(name)?) else {
                return Ok(nobody(name, language));
            };
            list.write(data)?;
            words::sheet(&[code], &who.space, who.role, language)
        }
    };
    Ok(Outcome {
        said,
        ..Outcome::default()
    })
}

fn nobody(name: &str, language: Language) -> Outcome {
    Outcome {
        complaint: words::nobody_is_called(name, language),
        end: End::NotYet,
        ..Outcome::default()
    }
}
