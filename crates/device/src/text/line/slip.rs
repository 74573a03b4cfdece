//! What to say of a line that nothing fits.

use super::super::grammar::Form;
use super::super::problem::TextProblemKind;
use super::super::tokens::What;
use super::{Furthest, LineReader};

impl LineReader<'_> {
    /// The column of the problem of a line, and what it is.
    pub(super) fn problem(
        &self,
        furthest: &Furthest,
        fault: Option<(usize, TextProblemKind)>,
    ) -> (usize, TextProblemKind) {
        let column = |at: usize| match (self.tokens.get(at), self.tokens.last()) {
            (Some(token), _) => token.column,
            (None, Some(last)) => last.column + last.typed.chars().count(),
            (None, None) => 1,
        };
        if let Some((at, kind)) = fault.filter(|(at, _)| *at >= furthest.at) {
            return (column(at), kind);
        }
        let at = furthest.at;
        if at == 0 {
            let words = self.tokens.iter().map(|token| token.typed.as_str());
            let line = words.collect::<Vec<_>>().join(" ");
            return (
                column(0),
                TextProblemKind::UnknownLine {
                    line,
                    nearest: self.nearest(None),
                },
            );
        }
        if let Some(joined) = self.spaced_number(at) {
            return (column(at), TextProblemKind::SpacedNumber { joined });
        }
        let expected = match furthest.expected.is_empty() {
            true => &furthest.expected_otherwise,
            false => &furthest.expected,
        };
        let kind = TextProblemKind::Unexpected {
            found: self.tokens.get(at).map(|token| token.typed.clone()),
            expected: expected.iter().copied().collect(),
            example: self.nearest(Some(&furthest.forms)).unwrap_or_default(),
        };
        (column(at), kind)
    }

    fn spaced_number(&self, at: usize) -> Option<String> {
        let [first, second] = self.tokens.get(at.checked_sub(1)?..=at)? else {
            return None;
        };
        let are_numbers = matches!((&first.what, &second.what), (What::Number(_), What::Number(_)));
        are_numbers.then(|| format!("{}{}", first.typed, second.typed))
    }

    /// An example of the line that looks most like this one, among some forms or among all; `None` when none does.
    fn nearest(&self, among: Option<&[&Form]>) -> Option<String> {
        const LEAST_LIKENESS: f64 = 0.45;
        let board = self.context.board;
        let language = self.language;
        let typed = self.outline();
        let all = self.context.grammar.lines.iter();
        let forms: Vec<&Form> = match among {
            Some(forms) => forms.to_vec(),
            None if self.context.looks_for_nearest => all.collect(),
            None => return None,
        };
        let examples = forms.into_iter().map(|form| {
            let is_same = form.spec.template[0] == form.spec.template[1];
            let language = if is_same { language } else { form.language };
            let example = form.example(board, language);
            let likeness = likeness(&typed, &example.to_lowercase());
            (likeness, form.language == self.context.language, example)
        });
        let best = examples.max_by(|a, b| a.0.total_cmp(&b.0).then(a.1.cmp(&b.1)))?;
        (best.0 > LEAST_LIKENESS || among.is_some()).then_some(best.2)
    }

    /// The beginning of the line, for comparing.
    fn outline(&self) -> String {
        const MOST_CHARACTERS: usize = 120;
        let words = self.tokens.iter().map(|token| match &token.what {
            What::Word(word) => word.as_str(),
            _ => token.typed.as_str(),
        });
        let outline = words.take(MOST_CHARACTERS).collect::<Vec<_>>().join(" ");
        outline.chars().take(MOST_CHARACTERS).collect()
    }
}

/// How alike two lines are, from 0 to 1: as wholes, and by their first words, which count most.
fn likeness(typed: &str, example: &str) -> f64 {
    let first = |line: &str| line.split(' ').next().unwrap_or_default().to_owned();
    let whole = strsim::normalized_levenshtein(typed, example);
    let beginning = strsim::normalized_levenshtein(&first(typed), &first(example));
    (whole + beginning) / 2.0
}
