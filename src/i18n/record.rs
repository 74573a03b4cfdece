//! Words of the saved state in the header.

use words::Language;

super::words! {
    /// Words of the saved state in the header. Home brings them along: those of "my data" and of works that are not opened
    /// at once stand in files of their own.
    pub Record {
        SavedHere => "Enregistré ici", "Saved here";
        SavedFrailly => "Gardé, mais fragile", "Kept, but frail";
        OnlyHere => "Gardé dans cette page seulement", "Kept in this page only";
        SavingNow => "J’enregistre…", "Saving…";
        NotSavedYet => "Pas encore enregistré", "Not saved yet";
        Full => "Il n’y a plus de place ici pour enregistrer.", "There is no room left here to save.";
        FullNext => "Continue sans crainte, mais prends une copie.", "Go on without fear, but take a copy.";
        NoStorage => "Ce navigateur ne garde rien (fenêtre privée\u{a0}?).", "This browser keeps nothing (private window?).";
        NoStorageNext => "Prends une copie avant de partir.", "Take a copy before you leave.";
        Newer => "Une Fabrique plus récente est ouverte à côté.", "A newer Fabrique is open beside this one.";
        NewerNext => "Recharge la page pour continuer.", "Reload the page to go on.";
        Refused => "Le navigateur n’enregistre pas pour le moment.", "The browser is not saving for now.";
        RefusedNext => "Je réessaie toutes les 5 secondes. Prends une copie.", "I try again every 5 seconds. Take a copy.";
        Damaged => "Un morceau n’a pas pu être lu.", "A piece could not be read.";
        DamagedNext => "Je l’ai mis de côté.", "I set it aside.";
        MyData => "Mes données", "My data";
        Reload => "Recharger", "Reload";
        TakeCopy => "Prendre une copie", "Take a copy";
        OpenCopy => "Ouvrir une copie", "Open a copy";
        ItsMe => "C’est moi", "That’s me";
        Erase => "Effacer", "Erase";
        EveryoneFile => "tous", "everyone";
    }
}

/// `Version du 24/11/2026 à 10:05`, from `2026-11-24T10:05`; what is no date is shown as it is.
pub fn version_of(written: &str, language: Language) -> String {
    let when = date(written, language);
    language.pick(format!("Version du {when}"), format!("Version of {when}"))
}

/// `24/11/2026 à 10:05`, from `2026-11-24T10:05`.
pub fn date(written: &str, language: Language) -> String {
    let (day, time) = written.split_once('T').unwrap_or((written, ""));
    let day = match day.split('-').collect::<Vec<_>>().as_slice() {
        [year, month, day] => format!("{day}/{month}/{year}"),
        _ => day.to_owned(),
    };
    if time.is_empty() {
        day
    } else {
        language.pick(format!("{day} à {time}"), format!("{day} at {time}"))
    }
}
