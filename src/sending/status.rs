//! How sending goes, in words for the header and the top of the page.

use crate::i18n::sending::{self as say, Sending as Words};
use crate::saving::Sent;
use std::rc::Rc;
use sync::Trouble;
use words::Language;

/// After a day without success a person must look, in milliseconds.
const TOO_LONG_MS: f64 = 24.0 * 60.0 * 60.0 * 1_000.0;

/// How sending goes.
#[derive(Clone, Debug, PartialEq)]
pub enum Going {
    /// All is in the folder, as its server said.
    Sent,
    /// On its way.
    Sending,
    /// There is something to send, soon.
    Unsent,
    /// Something is in the way.
    InTheWay(Trouble),
    /// A good part of what was there is gone: a person must say.
    Asks {
        /// How many things.
        gone: usize,
        /// Of how many.
        of: usize,
    },
}

/// Whether it is too long since all was sent; a clock that went back says nothing, and that is too long too.
pub fn is_too_long(last_ms: Option<f64>, now_ms: f64) -> bool {
    last_ms.is_some_and(|last| !(0.0..TOO_LONG_MS).contains(&(now_ms - last)))
}

fn both(text: impl Fn(Language) -> String) -> [Rc<str>; 2] {
    Language::ALL.map(|language| text(language).into())
}

/// As the page shows it.
pub fn sent(going: &Going, last: Option<&str>, is_too_long: bool) -> Sent {
    let (state, word) = match going {
        Going::Sent => ("sent", both(|language| Words::SentWord.text(language).to_owned())),
        Going::Sending => (
            "sending",
            both(|language| Words::SendingWord.text(language).to_owned()),
        ),
        Going::Unsent => (
            "unsent",
            both(|language| Words::UnsentWord.text(language).to_owned()),
        ),
        Going::InTheWay(_) | Going::Asks { .. } => {
            ("not-sent", both(|language| say::not_sent_since(last, language)))
        }
    };
    let notice = match going {
        Going::InTheWay(trouble) if !trouble.may_pass() || is_too_long => {
            Some(both(|language| trouble.sentence(language)))
        }
        Going::Asks { gone, of } => Some(both(|language| say::gone(*gone, *of, language))),
        Going::Sent | Going::Sending | Going::Unsent | Going::InTheWay(_) => None,
    };
    Sent { state, word, notice }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_without_success_is_too_long_and_so_is_a_clock_that_went_back() {
        let hour = 3_600_000.0;
        let now = 1_000.0 * hour;
        for (last, expected) in [
            (None, false),
            (Some(now - hour), false),
            (Some(now - 23.0 * hour), false),
            (Some(now - 25.0 * hour), true),
            (Some(now + 8_760.0 * hour), true),
        ] {
            assert_eq!(is_too_long(last, now), expected, "{last:?}");
        }
    }
}
