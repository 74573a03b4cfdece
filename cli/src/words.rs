//! The command's sentences.

mod server;

pub use server::*;

use crate::arguments::{ArgumentProblem, COMMANDS};
use lesson::words::with_french_spaces;
use words::{Language, plural};

/// A text as it is printed: in French, with its non-breaking spaces.
fn typeset(text: &str, language: Language) -> String {
    language.pick(with_french_spaces(text), text.to_owned())
}

/// How to use the command.
pub fn help(language: Language) -> String {
    let text = language.pick(
        "fabrique : regarde les leçons, juge les programmes, prépare les découpes, sans navigateur,
et sert l’appli à une classe.

  fabrique lint [FICHIERS] [--json]
      Dit ce qui ne va pas dans des leçons : fichier, ligne, colonne, quoi faire.
      Sans fichier, regarde tout le dossier lessons/.
      Fin : 0 tout va bien, 1 des erreurs, 2 illisible.

  fabrique grade LECON.md [--step ETAPE] PROGRAMME.txt
      Fait tourner un programme et dit s’il réussit l’étape.
      Sans --step, la dernière étape qui a une vérification.
      Fin : 0 réussi, 1 pas encore, 2 illisible.

  fabrique preflight DESSIN.txt [--machine NOM]
      Dit ce qui n’irait pas à la découpe, où, et combien de millimètres.
      Fin : 0 prêt, 1 des choses à régler, 2 illisible.

  fabrique export DESSIN.txt [--machine NOM] [--format svg] [-o FICHIER]
      Écrit le fichier pour la machine. Sans -o, le nom est la ligne du travail.
      Fin : 0 écrit, 2 illisible.

  fabrique serve [DIST] [--data DOSSIER] [--port N] [--lan] [--code \"SIX MOTS\"]
      Sert l’appli, et garde le travail de la classe dans DOSSIER. Sans --lan, pour cet ordinateur seul.
      --quota N : N mégaoctets par personne (100). --strict : refuse d’écrire sans condition.
      Ctrl+C arrête. Fin : 2 impossible.

  fabrique codes --data DOSSIER [--space CLASSE --add N] [--space CLASSE --trainer]
      Fait des codes de six mots, à imprimer et découper. Seul : la liste des personnes.
      --revoke NOM : reprend un code. --renew NOM : un autre code, le même dossier.
      Fin : 0 fait, 1 personne de ce nom, 2 illisible.

  --workshop FICHIER   les machines et les matières (lessons/workshop.md par défaut)
  --fonts DOSSIER      les lettres (dist/fonts par défaut)

  --lang fr|en   la langue des phrases (français par défaut)
  --help         cette aide
",
        "fabrique: looks at lessons, judges programs, prepares cuts, without a browser,
and serves the app to a class.

  fabrique lint [FILES] [--json]
      Says what is wrong in lessons: file, line, column, what to do.
      Without files, looks at the whole folder lessons/.
      Ends with 0 all is well, 1 errors, 2 unreadable.

  fabrique grade LESSON.md [--step STEP] PROGRAM.txt
      Runs a program and says whether it passes the step.
      Without --step, the last step that has a check.
      Ends with 0 passed, 1 not yet, 2 unreadable.

  fabrique preflight DRAWING.txt [--machine NAME]
      Says what would go wrong in the cut, where, and how many millimetres.
      Ends with 0 ready, 1 things to settle, 2 unreadable.

  fabrique export DRAWING.txt [--machine NAME] [--format svg] [-o FILE]
      Writes the file for the machine. Without -o, its name is the job's line.
      Ends with 0 written, 2 unreadable.

  fabrique serve [DIST] [--data FOLDER] [--port N] [--lan] [--code \"SIX WORDS\"]
      Serves the app, and keeps the work of the class in FOLDER. Without --lan, for this computer only.
      --quota N: N megabytes each (100). --strict: refuses to write without a condition.
      Ctrl+C stops. Ends with 2 cannot.

  fabrique codes --data FOLDER [--space CLASS --add N] [--space CLASS --trainer]
      Makes codes of six words, to print and cut out. Alone: the list of people.
      --revoke NAME: takes a code back. --renew NAME: another code, the same folder.
      Ends with 0 done, 1 nobody of that name, 2 unreadable.

  --workshop FILE      machines and materials (lessons/workshop.md by default)
  --fonts FOLDER       the letters (dist/fonts by default)

  --lang fr|en   the language to speak (French by default)
  --help         this help
",
    );
    typeset(text, language)
}

/// What is said of a command that cannot be understood, and what to type instead.
pub fn argument_problem(problem: &ArgumentProblem, language: Language) -> String {
    let sentence = match problem {
        ArgumentProblem::NoCommand => language.pick(
            "Dis-moi quoi faire : « lint », « grade », « preflight », « export », « serve » ou « codes ».".to_owned(),
            "Tell me what to do: “lint”, “grade”, “preflight”, “export”, “serve” or “codes”.".to_owned(),
        ),
        ArgumentProblem::UnknownCommand(name) => {
            let nearest = COMMANDS
                .into_iter()
                .max_by(|one, other| strsim::jaro(name, one).total_cmp(&strsim::jaro(name, other)))
                .unwrap_or_default();
            language.pick(
                format!("Je ne connais pas la commande « {name} ». Tu veux dire « {nearest} » ?"),
                format!("I do not know the command “{name}”. Do you mean “{nearest}”?"),
            )
        }
        ArgumentProblem::UnknownOption(name) => language.pick(
            format!("Je ne connais pas l’option « {name} » ici."),
            format!("I do not know the option “{name}” here."),
        ),
        ArgumentProblem::NoValue(name) => language.pick(
            format!("Il manque un mot après « {name} »."),
            format!("A word is missing after “{name}”."),
        ),
        ArgumentProblem::UnknownLanguage(code) => language.pick(
            format!("Je ne parle pas « {code} ». Écris « --lang fr » ou « --lang en »."),
            format!("I do not speak “{code}”. Write “--lang fr” or “--lang en”."),
        ),
        ArgumentProblem::WrongCount { given } => language.pick(
            format!("« grade » veut deux fichiers, la leçon puis le programme : j’en vois {given}."),
            format!("“grade” wants two files, the lesson then the program: I see {given}."),
        ),
        ArgumentProblem::NotANumber { option, value } => language.pick(
            format!("Après « {option} », il faut un nombre entier, pas trop grand : je vois « {value} »."),
            format!("After “{option}” there must be a whole number, not too large: I see “{value}”."),
        ),
        ArgumentProblem::NotACode(code) => language.pick(
            format!("Un code a six mots, entre guillemets : je vois « {code} »."),
            format!("A code has six words, in quotes: I see “{code}”."),
        ),
        ArgumentProblem::NotASpace(space) => language.pick(
            format!("Le nom d’une classe a des lettres sans accent, des chiffres et des tirets, par exemple « mardi-soir » : je vois « {space} »."),
            format!("The name of a class has small letters without accents, digits and hyphens, such as “tuesday-evening”: I see “{space}”."),
        ),
        ArgumentProblem::NoData => language.pick(
            "Il manque le dossier de la classe : ajoute « --data DOSSIER ».".to_owned(),
            "The folder of the class is missing: add “--data FOLDER”.".to_owned(),
        ),
        ArgumentProblem::NoSpace => language.pick(
            "Pour quelle classe ? Ajoute « --space CLASSE », par exemple « --space mardi ».".to_owned(),
            "For which class? Add “--space CLASS”, for instance “--space tuesday”.".to_owned(),
        ),
        ArgumentProblem::WrongDrawingCount { command, given } => language.pick(
            format!("« {command} » veut un fichier, le dessin : j’en vois {given}."),
            format!("“{command}” wants one file, the drawing: I see {given}."),
        ),
    };
    let more = language.pick("Toute l’aide : fabrique --help", "All the help: fabrique --help");
    typeset(&format!("{sentence}\n{more}\n"), language)
}

/// Why a file cannot be read, and what to do.
pub fn unreadable(path: &str, error: &std::io::Error, language: Language) -> String {
    use std::io::ErrorKind;
    let (french, english) = match error.kind() {
        ErrorKind::NotFound => (
            "ce fichier n’est pas là. Regarde le nom et le dossier.",
            "this file is not there. Look at the name and the folder.",
        ),
        ErrorKind::PermissionDenied => (
            "je n’ai pas le droit de lire ce fichier.",
            "I am not allowed to read this file.",
        ),
        ErrorKind::InvalidData => (
            "ce fichier n’est pas du texte UTF-8. Enregistre-le en UTF-8.",
            "this file is no UTF-8 text. Save it as UTF-8.",
        ),
        ErrorKind::IsADirectory => (
            "c’est un dossier. Donne un fichier.",
            "this is a folder. Give a file.",
        ),
        _ => ("je ne peux pas lire ce fichier.", "I cannot read this file."),
    };
    let text = language.pick(format!("{path} : {french}\n"), format!("{path}: {english}\n"));
    typeset(&text, language)
}

/// Why a file cannot be written, and what to do.
pub fn unwritable(path: &str, error: &std::io::Error, language: Language) -> String {
    let text = language.pick(
        format!("{path} : je ne peux pas écrire ce fichier ({error}). Choisis un autre endroit avec -o.\n"),
        format!("{path}: I cannot write this file ({error}). Choose another place with -o.\n"),
    );
    typeset(&text, language)
}

/// A kind of file that is not written.
pub fn unknown_format(name: &str, language: Language) -> String {
    let text = language.pick(
        format!("Je n’écris pas de fichier « {name} ». Écris « --format svg ».\n"),
        format!("I write no “{name}” file. Write “--format svg”.\n"),
    );
    typeset(&text, language)
}

/// A machine that the workshop does not have.
pub fn unknown_machine(name: &str, known: &[&str], language: Language) -> String {
    let known = known.join(", ");
    let text = language.pick(
        format!("L’atelier n’a pas de machine « {name} ». Il a : {known}.\n"),
        format!("The workshop has no machine “{name}”. It has: {known}.\n"),
    );
    typeset(&text, language)
}

/// The letters of a text are nowhere.
pub fn no_font(tried: &[String], language: Language) -> String {
    let tried = tried.join(", ");
    let text = language.pick(
        format!("Je ne trouve pas les lettres du texte ({tried}). Donne leur dossier avec « --fonts ».\n"),
        format!("I do not find the letters of the text ({tried}). Give their folder with “--fonts”.\n"),
    );
    typeset(&text, language)
}

/// Where a finding is.
pub fn place_on_sheet(x: f64, y: f64, language: Language) -> String {
    let whole = |value: f64| ::words::number(value.round(), language);
    let (x, y) = (whole(x), whole(y));
    language.pick(format!("vers {x} ; {y} mm"), format!("near {x}, {y} mm"))
}

/// A finding has a repair in the bench.
pub fn can_be_repaired(language: Language) -> &'static str {
    language.pick(
        "Le banc de dessin peut le réparer.",
        "The drawing bench can repair it.",
    )
}

/// How many things are to be settled.
pub fn findings_summary(count: usize, language: Language) -> String {
    let text = match count {
        0 => language
            .pick("Prêt pour la découpe.\n", "Ready to be cut.\n")
            .to_owned(),
        _ => language.pick(
            format!(
                "{count} {} à régler.\n",
                plural(count, "chose", "choses", language)
            ),
            format!(
                "{count} {} to settle.\n",
                plural(count, "thing", "things", language)
            ),
        ),
    };
    typeset(&text, language)
}

/// The file is written, but something would go wrong.
pub fn look_before(count: usize, drawing: &str, language: Language) -> String {
    let things = plural(
        count,
        language.pick("chose", "thing"),
        language.pick("choses", "things"),
        language,
    );
    let text = language.pick(
        format!("{count} {things} à régler avant la découpe : fabrique preflight {drawing}\n"),
        format!("{count} {things} to settle before the cut: fabrique preflight {drawing}\n"),
    );
    typeset(&text, language)
}

/// There is no `lessons/` here and no file was given.
pub fn no_lessons(language: Language) -> String {
    language
        .pick(
            "Je ne vois pas de dossier lessons/ ici. Donne un fichier, ou change de dossier.\n",
            "I see no folder lessons/ here. Give a file, or change folder.\n",
        )
        .to_owned()
}

/// How many files were looked at, and what was found.
pub fn summary(files: usize, counts: [usize; 3], language: Language) -> String {
    let count = |count: usize, french: [&str; 2], english: [&str; 2]| {
        let words = language.pick(french, english);
        format!("{count} {}", plural(count, words[0], words[1], language))
    };
    let looked_at = count(files, ["fichier", "fichiers"], ["file", "files"]);
    let [errors, warnings, advice] = counts;
    let errors = count(errors, ["erreur", "erreurs"], ["error", "errors"]);
    let warnings = count(warnings, ["alerte", "alertes"], ["warning", "warnings"]);
    let advice = count(
        advice,
        ["conseil", "conseils"],
        ["piece of advice", "pieces of advice"],
    );
    let found = if counts == [0; 3] {
        language.pick("tout va bien", "all is well").to_owned()
    } else {
        format!("{errors}, {warnings}, {advice}")
    };
    typeset(
        &language.pick(
            format!("{looked_at} : {found}.\n"),
            format!("{looked_at}: {found}.\n"),
        ),
        language,
    )
}

/// A step that the lesson does not have, or that has no check.
pub fn no_such_step(step: Option<&str>, graded: &[&str], language: Language) -> String {
    let list = graded.join(", ");
    let text = match (step, graded) {
        (Some(step), [_, ..]) => language.pick(
            format!("L’étape « {step} » n’a pas de vérification. Étapes qui en ont une : {list}.\n"),
            format!("The step “{step}” has no check. Steps that have one: {list}.\n"),
        ),
        _ => language
            .pick(
                "Cette leçon n’a pas de vérification.\n",
                "This lesson has no check.\n",
            )
            .to_owned(),
    };
    typeset(&text, language)
}

/// How each line of a verdict begins.
#[derive(Clone, Copy, Debug)]
pub enum VerdictLine {
    /// The step passes.
    Passed,
    /// The step does not pass yet.
    NotYet,
    /// What was seen.
    Seen,
    /// What is expected.
    Expected,
    /// The instant to go to.
    When,
    /// The block that did it.
    Block,
    /// The shape that it is about.
    Shape,
    /// How many sentences hold.
    Holding,
    /// The check cannot be judged.
    ForTheAuthor,
}

impl VerdictLine {
    /// The words.
    pub fn text(self, language: Language) -> String {
        let text = match self {
            Self::Passed => language.pick("Réussi :", "Passed:"),
            Self::NotYet => language.pick("Pas encore.", "Not yet."),
            Self::Seen => language.pick("Je vois :", "I see:"),
            Self::Expected => language.pick("Il faut :", "It takes:"),
            Self::When => language.pick("Quand :", "When:"),
            Self::Block => language.pick("Bloc :", "Block:"),
            Self::Shape => language.pick("Forme :", "Shape:"),
            Self::Holding => language.pick("Phrases réussies :", "Sentences passed:"),
            Self::ForTheAuthor => language.pick("Pour l’auteur :", "For the author:"),
        };
        typeset(text, language)
    }
}
