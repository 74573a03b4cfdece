//! No line of one language could be two blocks.
#![allow(clippy::unwrap_used, reason = "a test that cannot go on says so")]

use super::{Content, Context, Said, read_line};
use crate::blocks::{BlockKind, Shape};
use crate::parts::Board;
use crate::text::grammar::{Form, Grammar};
use crate::text::tokens::tokens;
use words::Language;

fn said(grammar: &Grammar, board: &Board, line: &str) -> Said {
    let context = Context {
        grammar,
        board,
        parameters: &[],
        language: Language::French,
        takes_value: true,
        looks_for_nearest: false,
    };
    let tokens = tokens(line, 1).unwrap().tokens;
    read_line(context, &tokens).unwrap_or_else(|(column, kind)| panic!("{line}:{column}: {kind:?}"))
}

fn kind(content: &Content) -> BlockKind {
    match content {
        Content::Block { kind, .. } => *kind,
        Content::Rows(_) => panic!("no line is rows"),
    }
}

/// The only line that is two blocks is `toujours`: a hat at the margin, a block elsewhere.
#[test]
fn a_line_is_one_block() {
    let (grammar, board) = (Grammar::new(), Board::default());
    for form in &grammar.lines {
        for language in Language::ALL {
            let example = form.example(&board, language);
            let Said::Block(drafts) = said(&grammar, &board, &example) else {
                panic!("{example} is no block");
            };
            let kinds: Vec<_> = drafts.iter().map(|draft| kind(&draft.content)).collect();
            match form.spec.kind {
                BlockKind::Forever | BlockKind::ForeverLoop => {
                    assert_eq!(kinds, [BlockKind::Forever, BlockKind::ForeverLoop]);
                }
                only => assert_eq!(kinds, [only], "{example}"),
            }
        }
    }
}

#[test]
fn a_value_is_one_block() {
    let (grammar, board) = (Grammar::new(), Board::default());
    let infixes = grammar.infixes.iter().map(|infix| {
        let [sign, _] = infix.choice.word;
        (infix.spec.kind, format!("1 {sign} 2"))
    });
    let is_long = |form: &Form| form.spec.long_template.is_some();
    let values = grammar.values.iter().filter(|form| !is_long(form));
    let examples = values.map(|form| (form.spec.kind, form.example(&board, form.language)));
    let names = [
        (BlockKind::Variable, "variable x"),
        (BlockKind::Parameter, "paramètre x"),
        (BlockKind::Number, "-1,5"),
    ];
    let names = names.map(|(kind, text)| (kind, text.to_owned()));
    for (expected, example) in infixes.chain(examples).chain(names) {
        let Said::Value(draft) = said(&grammar, &board, &example) else {
            panic!("{example} is no value");
        };
        assert_eq!(kind(&draft.content), expected, "{example}");
    }
}

/// Every kind of value has a form; a number is read by itself.
#[test]
fn every_value_kind_is_tried() {
    let grammar = Grammar::new();
    let values = BlockKind::ALL
        .into_iter()
        .filter(|kind| matches!(kind.spec().shape, Shape::Value(_)));
    for kind in values {
        let is_form = grammar.values.iter().any(|form| form.spec.kind == kind);
        let is_infix = grammar.infixes.iter().any(|infix| infix.spec.kind == kind);
        assert!(is_form || is_infix || kind == BlockKind::Number, "{kind:?}");
    }
}
