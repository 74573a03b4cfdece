//! What home reads of the site line by line is what the whole reader finds.

use lesson::outline::{self, OutlineStep};

/// The site's own files, read both ways.
fn site_file(path: &str) -> String {
    std::fs::read_to_string(concat!(env!("CARGO_MANIFEST_DIR"), "/../lessons/").to_owned() + path)
        .expect(path)
}

#[test]
fn a_programme_has_the_modules_and_links_that_the_whole_reader_finds() {
    let text = site_file("programme.fr.md");
    let (mut whole, _) = lesson::programme::parse(&text);
    whole.introduction.clear();
    for module in &mut whole.modules {
        module.text.clear();
    }
    let mut light = outline::programme(&text);
    for (light, whole) in light.modules.iter_mut().zip(&whole.modules) {
        // A module without a list has no order to speak of.
        if whole.lessons.is_empty() {
            light.is_ordered = whole.is_ordered;
        }
    }
    assert_eq!(light, whole);
}

#[test]
fn an_outline_is_what_the_whole_reader_finds() {
    for id in ["blinking-led", "breathing-lamp", "button"] {
        let text = site_file(&format!("{id}/fr.md"));
        let whole = lesson::parse(&text, Some(id)).lesson;
        let light = outline::outline(&text);
        assert_eq!(
            (&light.id, &light.title, light.minutes),
            (&whole.id, &whole.title, whole.minutes)
        );
        assert_eq!(
            (&light.former, &light.image, &light.cv),
            (&whole.was, &whole.image, &whole.cv)
        );
        let steps: Vec<_> = whole
            .steps
            .iter()
            .map(|step| OutlineStep {
                id: step.id.clone(),
                former: step.former.clone(),
                title: lesson::text::plain(&step.title),
                minutes: step.minutes,
                is_challenge: step.is_challenge,
            })
            .collect();
        assert_eq!(light.steps, steps);
    }
}
