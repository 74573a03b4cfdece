//! The person's own data: whether it is kept, what there is, and what to do when there are two versions of a work.

mod my_data;
mod saved_state;
mod unreadable_work;
mod work_choice;

pub use my_data::MyData;
pub use saved_state::{SavedNotice, SavedState};
pub use unreadable_work::UnreadableWork;
pub use work_choice::WorkChoice;

use record::Person;
use words::Language;

/// What a person is called: their name, or their tool's when they gave none.
pub fn called(person: &Person, language: Language) -> String {
    match person.name.trim() {
        "" => person.tool.name(language).to_owned(),
        name => name.to_owned(),
    }
}
