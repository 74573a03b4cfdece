//! What is said of a kerf that is measured, to the trainer.

use crate::kerf::coupon::{KerfProblem, LENGTH_MM, MOST_KERF_MM, N_STRIPS};
use words::{Language, number, typeset};

impl KerfProblem {
    /// What was seen, and what it takes.
    #[must_use]
    pub fn sentence(self, language: Language) -> String {
        let millimetres = |value: f64| format!("{} mm", number(value, language));
        let said = match self {
            Self::TooLong(seen) => {
                let (seen, most) = (millimetres(seen), millimetres(LENGTH_MM));
                language.pick(
                    format!("Je vois {seen}, il faut moins de {most}."),
                    format!("I see {seen}, it takes less than {most}."),
                )
            }
            Self::TooShort(seen) => {
                let least = LENGTH_MM - MOST_KERF_MM * f64::from(N_STRIPS);
                let (seen, least) = (millimetres(seen), millimetres(least));
                language.pick(
                    format!("Je vois {seen}, il faut {least} ou plus."),
                    format!("I see {seen}, it takes {least} or more."),
                )
            }
        };
        typeset(&said, language)
    }
}
