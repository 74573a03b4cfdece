//! Every lesson of `lessons/`: it lints without an error, each step that is checked has right and wrong answers that
//! the check tells apart, and what an instruction shows in bold is on its screen.
//!
//! `solutions/<step>.<name>.txt` and `wrong/<step>.<name>.txt` are programs or drawings in text form; the first line of a wrong
//! one is `# attendu: <start of the message meant for it>`.

use design::document::{Document, Font};
use design::letters::Letters;
use device::blocks::{BlockKind, Category};
use device::parts::PartName;
use device::program::Program;
use device::text::read;
use lesson::check::{BlockWords, Check};
use lesson::grade::Verdict;
use lesson::lesson::{Bench, Piece, Step};
use lesson::lint::{Site, lint_file};
use lesson::problem::{Severity, format};
use lesson::text::{Inline, Node, plain};
use lesson::{Lesson, grade_drawing, grade_program};
use libtest_mimic::{Arguments, Failed, Trial};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::rc::Rc;
use words::Language;

fn main() {
    let arguments = Arguments::from_args();
    let lessons = repository().join("lessons");
    let mut folders: Vec<PathBuf> = entries(&lessons)
        .into_iter()
        .filter(|folder| folder.join("fr.md").is_file())
        .collect();
    folders.sort();
    let mut trials = vec![Trial::test("there are lessons", {
        let count = folders.len();
        move || {
            if count >= 3 {
                Ok(())
            } else {
                Err(format!("{count} lessons").into())
            }
        }
    })];
    for folder in folders {
        let id = name_of(&folder);
        trials.push(Trial::test(format!("{id}: lints without an error"), {
            let folder = folder.clone();
            move || lints(&folder)
        }));
        trials.push(Trial::test(format!("{id}: what is in bold is on the screen"), {
            let folder = folder.clone();
            move || bold_words_are_on_the_screen(&folder)
        }));
        trials.push(Trial::test(format!("{id}: each check has its answers"), {
            let folder = folder.clone();
            move || answers_are_told_apart(&folder)
        }));
    }
    trials.push(Trial::test(
        "words that are nowhere are found",
        words_that_are_nowhere_are_found,
    ));
    libtest_mimic::run(&arguments, trials).exit();
}

/// The test of bold words must be able to fail.
fn words_that_are_nowhere_are_found() -> Result<(), Failed> {
    let lesson = lesson_of(&repository().join("lessons/breathing-lamp"))?;
    let step = lesson.steps.first().ok_or("no step")?;
    let interface = words_of_the_interface(Language::French)?;
    for words in [
        "Lancer",
        "clignoter",
        "potentiomètre_2",
        "Capteurs",
        "régler la lampe",
    ] {
        if interface.contains(words) || is_on_the_bench(words, &lesson, step, Language::French) {
            return Err(format!("{words} is said to be on the screen").into());
        }
    }
    for words in ["attendre", "répéter 100 fois", "lampe", "Lumière", "la lumière"] {
        if !is_on_the_bench(words, &lesson, step, Language::French) {
            return Err(format!("{words} is not found on the bench").into());
        }
    }
    Ok(())
}

fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("..")
}

fn entries(folder: &Path) -> Vec<PathBuf> {
    let mut entries: Vec<PathBuf> = std::fs::read_dir(folder)
        .into_iter()
        .flatten()
        .flatten()
        .map(|entry| entry.path())
        .collect();
    entries.sort();
    entries
}

fn name_of(path: &Path) -> String {
    path.file_name()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned()
}

fn lesson_of(folder: &Path) -> Result<Lesson, Failed> {
    let text = std::fs::read_to_string(folder.join("fr.md"))?;
    Ok(lesson::parse(&text, Some(&name_of(folder))).lesson)
}

/// The lesson in each language it is written in, with what a translation leaves to the French.
fn translations(folder: &Path) -> Result<Vec<(Language, Rc<Lesson>)>, Failed> {
    let french = lesson_of(folder)?;
    let mut lessons = vec![(Language::French, Rc::new(french.clone()))];
    for language in Language::ALL {
        let file = folder.join(format!("{}.md", language.code()));
        if language == Language::French || !file.is_file() {
            continue;
        }
        let text = std::fs::read_to_string(file)?;
        let mut lesson = lesson::parse(&text, Some(&name_of(folder))).lesson;
        lesson.inherit(&french);
        lessons.push((language, Rc::new(lesson)));
    }
    Ok(lessons)
}

/// The files of `lessons/` on this disk.
struct Lessons(PathBuf);

impl Site for Lessons {
    fn text(&self, path: &str) -> Option<String> {
        std::fs::read_to_string(self.0.join(path)).ok()
    }

    fn has(&self, path: &str) -> bool {
        self.0.join(path).is_file()
    }

    fn letters(&self) -> Letters {
        letters()
    }
}

/// Both fonts, as npm brings them.
fn letters() -> Letters {
    let mut letters = Letters::default();
    for font in Font::ALL {
        let file = repository().join("node_modules").join(font.npm_path());
        let bytes = std::fs::read(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        if let Err(problem) = letters.read(font, &bytes) {
            panic!("{}: {problem:?}", file.display());
        }
    }
    letters
}

/// Every language a lesson is in.
fn lints(folder: &Path) -> Result<(), Failed> {
    let site = Lessons(repository().join("lessons"));
    let mut errors = String::new();
    for language in Language::ALL {
        let path = format!("{}/{}.md", name_of(folder), language.code());
        let Some(text) = site.text(&path) else { continue };
        for problem in lint_file(&text, &path, &site) {
            if problem.severity == Severity::Error {
                errors.push_str(&format(&problem, &path, &text, language));
            }
        }
    }
    if errors.is_empty() {
        Ok(())
    } else {
        Err(errors.into())
    }
}

fn answers_are_told_apart(folder: &Path) -> Result<(), Failed> {
    let lesson = Rc::new(lesson_of(folder)?);
    let mut faults = Vec::new();
    let graded: Vec<&Step> = lesson.steps.iter().filter(|step| step.check.is_some()).collect();
    for step in &graded {
        let Some(check) = &step.check else { continue };
        faults.extend(easy_ways_pass(&lesson, step, check));
        for (kind, judge) in [
            ("solutions", solution_fault as Judge),
            ("wrong", wrong_fault as Judge),
        ] {
            let start = format!("{}.", step.id);
            let files: Vec<PathBuf> = entries(&folder.join(kind))
                .into_iter()
                .filter(|file| name_of(file).starts_with(&start))
                .collect();
            if files.len() < 2 {
                faults.push(format!(
                    "{kind}/{start}*.txt: {} files, at least 2 are needed",
                    files.len()
                ));
            }
            for file in files {
                let text = std::fs::read_to_string(&file)?;
                if let Some(fault) = judge(&lesson, check, &text) {
                    faults.push(format!("{kind}/{}: {fault}", name_of(&file)));
                }
            }
        }
    }
    for (language, translated) in translations(folder)? {
        faults.extend(translated_checks_agree(&translated, language, folder)?);
    }
    for kind in ["solutions", "wrong"] {
        for file in entries(&folder.join(kind)) {
            let name = name_of(&file);
            let is_of_a_step = graded
                .iter()
                .any(|step| name.starts_with(&format!("{}.", step.id)));
            if !is_of_a_step {
                faults.push(format!("{kind}/{name}: no step of that id has a check"));
            }
        }
    }
    if faults.is_empty() {
        Ok(())
    } else {
        Err(faults.join("\n").into())
    }
}

/// A translated check passes the same answers as the French one.
fn translated_checks_agree(
    lesson: &Lesson,
    language: Language,
    folder: &Path,
) -> Result<Vec<String>, Failed> {
    let mut faults = Vec::new();
    for (kind, passes) in [("solutions", true), ("wrong", false)] {
        for file in entries(&folder.join(kind)) {
            let name = name_of(&file);
            let step = name.split('.').next().and_then(|id| lesson.step(id));
            let Some(check) = step.and_then(|step| step.check.as_ref()) else {
                continue;
            };
            let work = work(lesson, &std::fs::read_to_string(&file)?)?;
            let verdict = grade(lesson, check, &work, language);
            if matches!(verdict, Verdict::Passed { .. }) != passes {
                faults.push(format!("{} {kind}/{name}: {verdict:?}", language.code()));
            }
        }
    }
    Ok(faults)
}

/// Nothing, and the starter, must not pass.
fn easy_ways_pass(lesson: &Lesson, step: &Step, check: &Check) -> Vec<String> {
    let grade = |work: &Work| grade(lesson, check, work, Language::French);
    let (nothing, starter) = match lesson.bench {
        Bench::Design => {
            let starter = step.drawing_starter.as_ref();
            (
                Work::Drawing(Document::default()),
                starter.map(|drawing| Work::Drawing(drawing.document())),
            )
        }
        Bench::Device | Bench::Paper => (
            Work::Program(Program::default()),
            step.starter.clone().map(Work::Program),
        ),
    };
    let ways = [("nothing", Some(nothing)), ("the starter", starter)];
    ways.into_iter()
        .filter_map(|(name, work)| match grade(&work?) {
            Verdict::NotYet(_) => None,
            other => Some(format!("{}: {name}: {other:?}", step.id)),
        })
        .collect()
}

/// What a learner makes.
enum Work {
    Program(Program),
    Drawing(Document),
}

fn grade(lesson: &Lesson, check: &Check, work: &Work, language: Language) -> Verdict {
    match work {
        Work::Program(program) => grade_program(check, &lesson.board, program, language),
        Work::Drawing(document) => grade_drawing(check, document, &letters(), language),
    }
}

/// What is wrong with an answer, if anything.
type Judge = fn(&Lesson, &Check, &str) -> Option<String>;

fn solution_fault(lesson: &Lesson, check: &Check, text: &str) -> Option<String> {
    let work = match work(lesson, text) {
        Ok(work) => work,
        Err(fault) => return Some(fault),
    };
    Language::ALL
        .into_iter()
        .find_map(|language| match grade(lesson, check, &work, language) {
            Verdict::Passed { .. } => None,
            other => Some(format!("{other:?}")),
        })
}

fn wrong_fault(lesson: &Lesson, check: &Check, text: &str) -> Option<String> {
    let Some(meant) = text
        .lines()
        .next()
        .and_then(|line| line.strip_prefix("# attendu:"))
    else {
        return Some("the first line is not « # attendu: … »".to_owned());
    };
    let rest = text.split_once('\n').map_or("", |(_, rest)| rest);
    let work = match work(lesson, rest) {
        Ok(work) => work,
        Err(fault) => return Some(fault),
    };
    let message = match grade(lesson, check, &work, Language::French) {
        Verdict::NotYet(message) => message,
        other => return Some(format!("{other:?}")),
    };
    let said = message.own_words.unwrap_or(message.seen);
    (!plainly(&said).starts_with(&plainly(meant))).then(|| format!("meant: {meant}\n  said: {said}"))
}

/// A text without what typography changes: apostrophes, kinds of space, the first capital.
fn plainly(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    words.join(" ").replace('’', "'").to_lowercase()
}

fn work(lesson: &Lesson, text: &str) -> Result<Work, String> {
    let fault = |line: usize, sentence: String| Err(format!("line {line}: {sentence}"));
    if lesson.bench == Bench::Design {
        let read = design::text::read(text, None);
        return match read.problems.first() {
            None => Ok(Work::Drawing(read.document)),
            Some(problem) => fault(problem.line, problem.sentence(Language::French)),
        };
    }
    let (program, problems) = read(text, &lesson.board);
    match problems.first() {
        None => Ok(Work::Program(program)),
        Some(problem) => fault(problem.line, problem.sentence(Language::French)),
    }
}

/// A word in bold in an instruction is a block, a part, a shelf of the toolbox, or a word of the interface.
fn bold_words_are_on_the_screen(folder: &Path) -> Result<(), Failed> {
    let mut strange = Vec::new();
    for (language, lesson) in translations(folder)? {
        // The drawing room brings its words with it.
        let has_its_room = repository().join("src/i18n/design_bench.rs").is_file();
        if lesson.bench == Bench::Design && !has_its_room {
            continue;
        }
        let interface = words_of_the_interface(language)?;
        for step in &lesson.steps {
            let mut bold = Vec::new();
            for piece in &step.pieces {
                if let Piece::Instructions(items) = piece {
                    items.iter().flatten().for_each(|node| bold_in(node, &mut bold));
                }
            }
            for words in bold {
                let is_there = interface.contains(&words.replace('\'', "’"))
                    || is_on_the_bench(&words, &lesson, step, language);
                if !is_there {
                    strange.push(format!("{} {}: {words}", language.code(), step.id));
                }
            }
        }
    }
    if strange.is_empty() {
        Ok(())
    } else {
        Err(strange.join("\n").into())
    }
}

fn bold_in(node: &Node, found: &mut Vec<String>) {
    match node {
        Node::Paragraph(inlines) | Node::Heading(_, inlines) => {
            inlines.iter().for_each(|inline| bold_inside(inline, found));
        }
        Node::List { items, .. } => items.iter().flatten().for_each(|node| bold_in(node, found)),
        Node::Quote(nodes) => nodes.iter().for_each(|node| bold_in(node, found)),
        _ => {}
    }
}

fn bold_inside(inline: &Inline, found: &mut Vec<String>) {
    match inline {
        Inline::Strong(inside) => found.push(plain(inside)),
        Inline::Emphasis(inside) | Inline::Link { label: inside, .. } => {
            inside.iter().for_each(|inline| bold_inside(inline, found));
        }
        _ => {}
    }
}

fn is_on_the_bench(words: &str, lesson: &Lesson, step: &Step, language: Language) -> bool {
    let offered = lesson.toolbox(step);
    let is_part = PartName::read(words).is_some_and(|name| lesson.board.part_number(&name).is_some());
    // The drawing of the board shows a button by its letter.
    let is_button = lesson
        .board
        .parts
        .iter()
        .any(|part| part.name.suffix.strip_prefix('_') == Some(words));
    let is_shelf = Category::ALL.into_iter().any(|category| {
        category.name(language) == words && offered.iter().any(|kind| kind.spec().category == category)
    });
    let is_block = BlockWords::read(words).is_some() || is_line_of_blocks(words, lesson);
    is_part || is_button || is_shelf || is_block
}

/// Whether words are a block's line, at the margin, inside a script or as a value. Any single word could be a
/// variable: that is no block of the toolbox.
fn is_line_of_blocks(words: &str, lesson: &Lesson) -> bool {
    let texts = [
        words.to_owned(),
        format!("toujours\n  {words}"),
        format!("toujours\n  attendre ({words}) ms"),
        format!("toujours\n  tant que ({words})"),
    ];
    texts.iter().any(|text| {
        let (program, problems) = read(text, &lesson.board);
        let is_variable = |kind| kind == Some(BlockKind::Variable);
        problems.is_empty() && !program.blocks.iter().any(|block| is_variable(block.known_kind()))
    })
}

/// The texts of `src/i18n` in a language, read from the sources: `Key => "français", "English";`.
fn words_of_the_interface(language: Language) -> Result<BTreeSet<String>, Failed> {
    let mut folders = vec![repository().join("src/i18n")];
    let mut texts = BTreeSet::new();
    while let Some(folder) = folders.pop() {
        for entry in entries(&folder) {
            if entry.is_dir() {
                folders.push(entry);
                continue;
            }
            let source = std::fs::read_to_string(&entry)?;
            for (place, arrow) in source.match_indices("=> \"") {
                let mut literals = source[place + arrow.len()..].split('"').step_by(2);
                let text = literals.nth(language.pick(0, 1)).unwrap_or_default();
                texts.insert(text.replace("\\u{a0}", "\u{a0}").replace("\\u{202f}", "\u{202f}"));
            }
        }
    }
    if texts.len() < 50 {
        return Err(format!("only {} words of the interface were found", texts.len()).into());
    }
    Ok(texts)
}
