//! Who may read and write what: the table of `README.md`.

use super::path::Inside;
use crate::codes::{Role, Who};
use crate::refusal::Refusal;

/// What is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// To see it.
    Read,
    /// To write or remove a file, or to make a folder.
    Write,
}

/// Whether somebody may do that there.
pub fn check(who: &Who, inside: &Inside, access: Access) -> Result<(), Refusal> {
    let is_in_own_space = who.space == inside.space;
    let may = match who.role {
        Role::Participant => inside.owner == who.name,
        Role::Trainer => {
            let is_the_folder = inside.names.is_empty();
            access == Access::Read
                || inside.is_of_the_trainer()
                || inside.is_published()
                || inside.is_the_mark_of_erasing()
                // Removing it; whether it is erased is looked at with the folder locked.
                || is_the_folder
        }
    };
    if is_in_own_space && may {
        Ok(())
    } else {
        Err(Refusal::NotYours)
    }
}

#[cfg(test)]
mod tests {
    use super::super::path::{Place, read};
    use super::*;

    #[test]
    fn everyone_has_the_rights_of_the_table() {
        let participant = ("renard-bleu", Role::Participant);
        let trainer = ("grand-phare", Role::Trainer);
        let check = |(name, role): (&str, Role), path: &str, reads: bool, writes: bool| {
            let who = Who {
                name: name.to_owned(),
                space: "mardi".to_owned(),
                role,
            };
            let Ok(Place::Inside(inside)) = read(path) else {
                panic!("{path}");
            };
            let may = |access| super::check(&who, &inside, access).is_ok();
            assert_eq!(
                (may(Access::Read), may(Access::Write)),
                (reads, writes),
                "{name} at {path}"
            );
        };
        check(participant, "/mardi/renard-bleu/progress/pc.json", true, true);
        check(participant, "/mardi/renard-bleu/published/a.svg", true, true);
        check(participant, "/mardi/renard-bleu/erased.json", true, true);
        check(participant, "/mardi/lampe-rouge/progress/pc.json", false, false);
        check(participant, "/mardi/lampe-rouge/published/a.svg", false, false);
        check(participant, "/mardi/published/a.svg", false, false);
        check(participant, "/mardi/notes/a.md", false, false);
        check(participant, "/jeudi/renard-bleu/progress/pc.json", false, false);
        check(trainer, "/mardi/renard-bleu/progress/pc.json", true, false);
        check(trainer, "/mardi/renard-bleu/published/a.svg", true, true);
        check(trainer, "/mardi/renard-bleu/erased.json", true, true);
        check(trainer, "/mardi/renard-bleu/docs/erased.json", true, false);
        check(trainer, "/mardi/published/a.svg", true, true);
        check(trainer, "/mardi/notes/a.md", true, true);
        check(trainer, "/jeudi/renard-bleu/progress/pc.json", false, false);
    }
}
