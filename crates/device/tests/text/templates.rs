//! Every row of the table is whole, and no line could be two blocks.

use device::blocks::{BlockKind, FieldKind, Shape, worded};
use device::parts::Board;
use device::program::Program;
use device::text::{read, write};
use device::toolbox::{all_kinds, toolbox};
use std::collections::BTreeSet;
use words::Language;

/// The names in braces of a template, in order.
fn holes(template: &str) -> Vec<&str> {
    let after_braces = template.split('{').skip(1);
    after_braces.map(|rest| rest.split('}').next().unwrap()).collect()
}

#[test]
fn every_row_is_whole() {
    let mut saved_names = BTreeSet::new();
    for kind in BlockKind::ALL {
        let spec = kind.spec();
        let name = spec.saved_name;
        assert!(saved_names.insert(name), "{name} is the saved name of two kinds");
        assert!(name.chars().all(|c| c.is_ascii_lowercase() || c == '_'), "{name}");
        let slots: Vec<_> = spec.slots.iter().map(|slot| slot.name).collect();
        let is_written = |holds| !matches!(holds, FieldKind::Count { .. });
        let fields = spec
            .fields
            .iter()
            .filter(|field| is_written(field.holds))
            .map(|field| field.name);
        let named: BTreeSet<_> = slots.iter().copied().chain(fields).collect();
        for language in Language::ALL {
            let template = worded(spec.template, language);
            let holes = holes(template);
            assert!(!template.is_empty(), "{name} has no template");
            assert!(
                !worded(spec.label, language).is_empty(),
                "{name} has no accessible label"
            );
            assert!(
                !worded(spec.label, language).contains('{'),
                "the label of {name} has a hole"
            );
            assert!(!spec.category.name(language).is_empty(), "{name} has no shelf");
            assert_eq!(
                holes.iter().copied().collect::<BTreeSet<_>>(),
                named,
                "{name}: {template}"
            );
            assert_eq!(
                holes.len(),
                named.len(),
                "{name} names something twice: {template}"
            );
            // The same order in every language: remarks on values are numbered by it.
            let in_order: Vec<_> = holes.into_iter().filter(|hole| slots.contains(hole)).collect();
            assert_eq!(in_order, slots, "{name}: {template}");
        }
        for slot in spec.slots {
            assert!(
                slot.limits.least < slot.limits.most && slot.limits.step > 0.0,
                "{name} {}",
                slot.name
            );
            let is_within = |number| (slot.limits.least..=slot.limits.most).contains(&number);
            assert!(slot.default.is_none_or(is_within), "{name} {}", slot.name);
        }
        assert!(
            spec.shape != Shape::Hat || spec.bodies == ["DO"],
            "{name} is a hat without a body"
        );
    }
}

/// A new block of each kind, taken from the toolbox, is one line that is read as that block and nothing else.
#[test]
fn every_block_of_the_toolbox_is_a_line_of_its_own() {
    let board = Board::default();
    for shelf in toolbox(&all_kinds(&board), Language::French, &board) {
        for block in shelf.blocks {
            let inputs = block.inputs.as_object().unwrap();
            let mut rows = vec![serde_json::json!({
                "id": "new",
                "type": block.kind,
                "fields": block.fields,
                "inputs": inputs.keys().map(|name| (name.clone(), name.clone().into()))
                    .collect::<serde_json::Map<_, _>>(),
            })];
            for (name, socket) in inputs {
                let mut shadow = socket["shadow"].clone();
                shadow["id"] = name.clone().into();
                shadow["shadow"] = true.into();
                rows.push(shadow);
            }
            let json = serde_json::json!({"version": 1, "blocks": rows}).to_string();
            let (program, repairs) = Program::from_json(&json).unwrap();
            assert_eq!(repairs, [], "{json}");
            for language in Language::ALL {
                let text = write(&program, &board, language);
                let (read_back, problems) = read(&text, &board);
                assert_eq!(problems, [], "{text}");
                assert_eq!(read_back.blocks[0].kind, block.kind, "{text}");
                assert!(device::text::is_same_tree(&program, &read_back), "{text}");
            }
        }
    }
}
