//! What is said of a text that is read as a program.

use super::board::{self, a_part};
use crate::parts::PartName;
use crate::text::{Expected, TextProblemKind};
use words::Language;

/// What is wrong.
pub(crate) fn sentence(problem: &TextProblemKind, language: Language) -> String {
    with_hard_spaces(what_is_wrong(problem, language), language)
}

/// What to do next.
pub(crate) fn next_step(problem: &TextProblemKind, language: Language) -> String {
    with_hard_spaces(what_to_do(problem, language), language)
}

/// French wants spaces that never break before its double signs and inside its quotes.
fn with_hard_spaces(text: String, language: Language) -> String {
    let signs = [" :", " ;", " ?", " !", " »", " %"];
    match language {
        Language::French => signs
            .iter()
            .fold(text, |text, sign| {
                text.replace(sign, &sign.replace(' ', "\u{a0}"))
            })
            .replace("« ", "«\u{a0}"),
        Language::English => text,
    }
}

fn what_is_wrong(problem: &TextProblemKind, language: Language) -> String {
    let fixed = |french: &str, english: &str| language.pick(french, english).to_owned();
    match problem {
        TextProblemKind::Board(problem) => board::sentence(problem, language),
        TextProblemKind::UnknownLine { line, .. } => quoted(
            "Je ne connais pas ce bloc : ",
            "I do not know this block: ",
            line,
            ".",
            language,
        ),
        TextProblemKind::Unexpected {
            found: Some(found),
            expected,
            ..
        } => {
            let found = shortened(found);
            let expected = expected_words(expected, language);
            language.pick(
                format!("Je vois « {found} », il faut {expected}."),
                format!("I see “{found}”, here goes {expected}."),
            )
        }
        TextProblemKind::Unexpected {
            found: None,
            expected,
            ..
        } => {
            let expected = expected_words(expected, language);
            language.pick(
                format!("La ligne s’arrête trop tôt : il manque {expected}."),
                format!("The line ends too early: {expected} is missing."),
            )
        }
        TextProblemKind::SpacedNumber { .. } => fixed(
            "Il y a un espace dans le nombre.",
            "There is a space in the number.",
        ),
        TextProblemKind::ReservedName { name } => quoted(
            "Le mot ",
            "The word ",
            name,
            &fixed(" sert déjà aux blocs.", " already belongs to the blocks."),
            language,
        ),
        TextProblemKind::PartAlone { part, .. } => quoted(
            "",
            "",
            part,
            &fixed(" est une pièce, pas une valeur.", " is a part, not a value."),
            language,
        ),
        TextProblemKind::NoSuchPart { part, .. } => quoted(
            "La pièce ",
            "The part ",
            &part.in_language(language),
            &fixed(" n’est pas sur la carte.", " is not on the board."),
            language,
        ),
        TextProblemKind::Ambiguous { .. } => fixed(
            "On ne sait pas ce qui va ensemble dans ce calcul.",
            "One cannot tell what belongs together here.",
        ),
        TextProblemKind::ChainedComparison => fixed(
            "Deux comparaisons se suivent.",
            "Two comparisons follow each other.",
        ),
        TextProblemKind::Quoted => fixed("Aucun bloc ne prend encore de texte.", "No block takes text yet."),
        TextProblemKind::NotClosed { sign } => quoted(
            "Il manque la fin de ",
            "The end is missing of ",
            &sign.to_string(),
            ".",
            language,
        ),
        TextProblemKind::StrayCharacter { character } => quoted(
            "Le signe ",
            "The sign ",
            &character.to_string(),
            &fixed(" ne sert à rien ici.", " has no use here."),
            language,
        ),
        TextProblemKind::TooDeep => fixed(
            "Il y a trop de blocs les uns dans les autres.",
            "Too many blocks stand inside each other.",
        ),
        TextProblemKind::TooIndented => fixed(
            "Cette ligne est trop à droite : rien ne peut la contenir.",
            "This line is too far right: nothing can hold it.",
        ),
        TextProblemKind::Misaligned => fixed(
            "Cette ligne est entre deux niveaux.",
            "This line is between two levels.",
        ),
        TextProblemKind::HatInside { line } => quoted(
            "",
            "",
            line,
            &fixed(" commence un programme.", " begins a program."),
            language,
        ),
        TextProblemKind::ClauseWithoutIf { clause } => quoted(
            "",
            "",
            clause,
            &fixed(" n’a pas de « si » au-dessus.", " has no “if” above it."),
            language,
        ),
        TextProblemKind::TooManyClauses { most } => language.pick(
            format!("Un bloc « si » a {most} « sinon si » au plus."),
            format!("An “if” block has at most {most} “else if”."),
        ),
        TextProblemKind::ValueAlone => fixed(
            "Cette valeur est seule sur sa ligne.",
            "This value is alone on its line.",
        ),
        TextProblemKind::UnreadableBlock => fixed(
            "Ce bloc d’une autre version ne se lit pas.",
            "This block of another version cannot be read.",
        ),
        TextProblemKind::TooLong => fixed(
            "Ce texte est trop long pour un programme.",
            "This text is too long for a program.",
        ),
    }
}

fn what_to_do(problem: &TextProblemKind, language: Language) -> String {
    let fixed = |french: &str, english: &str| language.pick(french, english).to_owned();
    let write = |example: &str| quoted("Écris par exemple ", "Write for example ", example, ".", language);
    let do_you_mean = |words: &str| {
        quoted(
            "Tu veux dire ",
            "Do you mean ",
            words,
            &fixed(" ?", "?"),
            language,
        )
    };
    match problem {
        TextProblemKind::Board(problem) => board::next_step(problem, language),
        TextProblemKind::UnknownLine {
            nearest: Some(nearest),
            ..
        } => do_you_mean(nearest),
        TextProblemKind::UnknownLine { nearest: None, .. } => fixed(
            "Regarde les mots des blocs dans la boîte.",
            "Look at the words of the blocks in the toolbox.",
        ),
        TextProblemKind::Unexpected { example, .. } => write(example),
        TextProblemKind::SpacedNumber { joined } => quoted("Écris ", "Write ", joined, ".", language),
        TextProblemKind::ReservedName { name } => quoted(
            "Choisis un autre nom, ou écris ",
            "Choose another name, or write ",
            &format!("[{name}]"),
            ".",
            language,
        ),
        TextProblemKind::PartAlone { instead, .. } => do_you_mean(instead),
        TextProblemKind::NoSuchPart {
            nearest: Some(part), ..
        } => do_you_mean(&part.in_language(language)),
        TextProblemKind::NoSuchPart { part, nearest: None } => {
            let part = PartName::in_language(part, language);
            quoted(
                "Branche la pièce ",
                "Plug in the part ",
                &part,
                &fixed(", ou enlève le bloc.", ", or take the block away."),
                language,
            )
        }
        TextProblemKind::Ambiguous { value } => quoted(
            "Mets des parenthèses, par exemple ",
            "Put parentheses, for example ",
            &format!("({value})"),
            ".",
            language,
        ),
        TextProblemKind::ChainedComparison => {
            fixed("Écris « (a < b) et (b < c) ».", "Write “(a < b) and (b < c)”.")
        }
        TextProblemKind::Quoted => fixed("Écris un nombre ou un nom.", "Write a number or a name."),
        TextProblemKind::NotClosed { sign } => {
            let closing = match sign {
                '[' => "]",
                '{' => "}",
                '«' => "»",
                _ => "\"",
            };
            quoted("Ajoute ", "Add ", closing, ".", language)
        }
        TextProblemKind::StrayCharacter { .. } => fixed("Enlève ce signe.", "Take this sign away."),
        TextProblemKind::TooDeep => fixed(
            "Mets des blocs les uns sous les autres.",
            "Put blocks one below the other.",
        ),
        TextProblemKind::TooIndented | TextProblemKind::Misaligned => fixed(
            "Mets deux espaces de plus que le bloc qui la contient.",
            "Put two spaces more than the block that holds it.",
        ),
        TextProblemKind::HatInside { .. } => fixed(
            "Mets cette ligne tout à gauche.",
            "Put this line at the very left.",
        ),
        TextProblemKind::ClauseWithoutIf { .. } => fixed(
            "Mets cette ligne sous le « si », au même niveau.",
            "Put this line below the “if”, at the same level.",
        ),
        TextProblemKind::TooManyClauses { .. } => {
            fixed("Commence un autre bloc « si ».", "Begin another “if” block.")
        }
        TextProblemKind::ValueAlone => fixed("Mets-la dans un bloc.", "Put it into a block."),
        TextProblemKind::UnreadableBlock => fixed("Enlève cette ligne.", "Take this line away."),
        TextProblemKind::TooLong => fixed("Enlève une partie du texte.", "Take a part of the text away."),
    }
}

/// The beginning of something long.
fn shortened(words: &str) -> String {
    const MOST_CHARACTERS: usize = 60;
    match words.char_indices().nth(MOST_CHARACTERS) {
        Some((end, _)) => format!("{}…", &words[..end]),
        None => words.to_owned(),
    }
}

/// Words in the quotes of the language, between what comes before in each language and what comes after.
fn quoted(french: &str, english: &str, words: &str, after: &str, language: Language) -> String {
    let words = shortened(words);
    match language {
        Language::French => format!("{french}« {words} »{after}"),
        Language::English => format!("{english}“{words}”{after}"),
    }
}

/// The first few things that could stand there, each once.
fn expected_words(expected: &[Expected], language: Language) -> String {
    const MOST: usize = 4;
    let words = expected.iter().map(|expected| match expected {
        Expected::Word(word) => quoted("", "", word, "", language),
        Expected::Value => language
            .pick("un nombre ou une valeur", "a number or a value")
            .to_owned(),
        Expected::Name => language.pick("un nom", "a name").to_owned(),
        Expected::Part(kind) => a_part(*kind, language).to_owned(),
        Expected::End => language
            .pick("la fin de la ligne", "the end of the line")
            .to_owned(),
    });
    let words: Vec<_> = words.take(MOST).collect();
    words.join(language.pick(" ou ", " or "))
}
