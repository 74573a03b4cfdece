//! What home and the map need to know of a lesson, read line by line: so that neither carries the whole reader.
//!
//! The same file read by [`crate::parse`] gives the same ids, titles and minutes (a test compares them on every
//! lesson of the site).

/// The outline of a lesson.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Outline {
    /// The lesson's id.
    pub id: String,
    /// Its title.
    pub title: String,
    /// Its minutes, without challenges.
    pub minutes: u32,
    /// The picture of its piece, relative to the lesson's folder.
    pub image: Option<String>,
    /// What one sees on it.
    pub image_text: Option<String>,
    /// The sentence offered for the CV.
    pub cv: Option<String>,
    /// Its steps, challenges included.
    pub steps: Vec<OutlineStep>,
}

/// A step of an outline.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct OutlineStep {
    /// Its id.
    pub id: String,
    /// Its former ids.
    pub former: Vec<String>,
    /// Its title, without marks.
    pub title: String,
    /// Its minutes.
    pub minutes: u32,
    /// Not counted.
    pub is_challenge: bool,
}

impl Outline {
    /// The steps that count.
    pub fn counted_steps(&self) -> impl Iterator<Item = &OutlineStep> {
        self.steps.iter().filter(|step| !step.is_challenge)
    }
}

/// Reads an outline; what is missing stays empty.
#[must_use]
pub fn outline(text: &str) -> Outline {
    let mut outline = Outline::default();
    let mut lines = text
        .trim_start_matches('\u{feff}')
        .lines()
        .map(str::trim_end)
        .peekable();
    if lines.peek() == Some(&"---") {
        lines.next();
        for line in lines.by_ref().take_while(|line| *line != "---") {
            if let Some((key, value)) = line.split_once(':') {
                front_matter(&mut outline, key.trim(), value.trim());
            }
        }
    }
    let mut fence: Option<&str> = None;
    let mut title: Option<String> = None;
    for line in lines {
        let start = line.trim_start_matches([' ', '>']);
        let ticks = &start[..start.len() - start.trim_start_matches('`').len()];
        match fence {
            Some(open) => {
                if ticks.len() >= open.len() {
                    fence = None;
                }
            }
            None if ticks.len() >= 3 => fence = Some(ticks),
            None => {
                if let Some(words) = line.strip_prefix("## ") {
                    title = Some(words.trim().replace("**", ""));
                } else if let Some(comment) = line
                    .strip_prefix("<!--")
                    .and_then(|rest| rest.strip_suffix("-->"))
                    && let Some(step) = step(comment, title.take())
                {
                    outline.steps.push(step);
                }
            }
        }
    }
    outline
}

fn front_matter(outline: &mut Outline, key: &str, value: &str) {
    let some = || (!value.is_empty()).then(|| value.to_owned());
    match key {
        "id" => value.clone_into(&mut outline.id),
        "titre" | "title" => value.clone_into(&mut outline.title),
        "minutes" => outline.minutes = value.parse().unwrap_or(0),
        "image" => outline.image = some(),
        "image-texte" | "image-alt" => outline.image_text = some(),
        "cv" => outline.cv = some(),
        _ => {}
    }
}

fn step(comment: &str, title: Option<String>) -> Option<OutlineStep> {
    let mut step = OutlineStep {
        title: title?,
        ..OutlineStep::default()
    };
    for (key, value) in comment.split(';').filter_map(|pair| pair.split_once(':')) {
        let value = value.trim();
        match key.trim() {
            "etape" | "étape" | "step" => value.clone_into(&mut step.id),
            "min" => step.minutes = value.parse().unwrap_or(0),
            "defi" | "défi" | "challenge" => step.is_challenge = matches!(value, "oui" | "yes"),
            "ancien" | "was" => step.former = value.split(',').map(|id| id.trim().to_owned()).collect(),
            _ => {}
        }
    }
    (!step.id.is_empty()).then_some(step)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_outline_has_steps_and_leaves_fences_alone() {
        let text = "\u{feff}---\r\nid: lamp\r\ntitre: La lampe\r\nminutes: 12\r\nimage: lampe.svg\r\n---\r\n\
                    # La lampe\r\n## Monte\r\n<!-- etape: monter; min: 7 -->\r\n```text\r\n## Pas une étape\r\n\
                    <!-- etape: non; min: 1 -->\r\n```\r\n## Défi\r\n<!-- etape: fin; min: 5; defi: oui; ancien: a, b -->\r\n";
        let read = outline(text);
        assert_eq!(
            (read.id.as_str(), read.minutes, read.image.as_deref()),
            ("lamp", 12, Some("lampe.svg"))
        );
        let steps: Vec<_> = read
            .steps
            .iter()
            .map(|step| {
                (
                    step.id.as_str(),
                    step.title.as_str(),
                    step.minutes,
                    step.is_challenge,
                )
            })
            .collect();
        assert_eq!(steps, [("monter", "Monte", 7, false), ("fin", "Défi", 5, true)]);
        assert_eq!(read.steps[1].former, ["a", "b"]);
    }
}
