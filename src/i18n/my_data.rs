//! Words of "my data": what is kept, copies, earlier versions, erasing.

use super::record::date;
use record::{Amount, ArrivalChange, Spacing, TextSize, Theme};
use words::{Language, plural};

super::words! {
    /// Words of "my data".
    pub MyData {
        Me => "Moi", "Me";
        MyName => "Mon prénom ou un surnom", "My first name or a nickname";
        MyTool => "Mon outil", "My tool";
        Reading => "Mon confort", "My comfort";
        LanguageWord => "Langue", "Language";
        TextSizeWord => "Taille du texte", "Text size";
        SpacingWord => "Espaces", "Spaces";
        ThemeWord => "Couleurs", "Colours";
        Kept => "Ce qui est gardé", "What is kept";
        KeptWhere => "Tout reste dans ce navigateur, sur cet appareil.", "Everything stays in this browser, on this device.";
        KeptNoAccount => "Rien ne part sur internet, il n’y a pas de compte.", "Nothing goes to the internet, there is no account.";
        KeptInFolder => "Une copie part dans le dossier de ta classe.", "A copy goes to the folder of your class.";
        KeptFrailly => "Ce navigateur garde peu et peut oublier.", "This browser keeps little and may forget.";
        KeptFraillyNext => "Prends souvent une copie.", "Take a copy often.";
        SeeAll => "Voir tout ce qui est gardé", "See all that is kept";
        NothingKept => "Rien encore. Fais ta première étape.", "Nothing yet. Do your first step.";
        OtherVersion => "Version mise de côté", "Version set aside";
        TakeUp => "Reprendre celle-ci", "Take this one up";
        Copies => "Ma copie", "My copy";
        CopiesWhy => "Une copie te suit sur un autre ordinateur.", "A copy follows you to another computer.";
        CopyEveryone => "Copier pour tout le monde", "Copy for everyone";
        CopyBrings => "Cette copie apporte\u{a0}:", "This copy brings:";
        CopyBringsNothing => "Tout ce qu’elle contient est déjà ici.", "All it holds is here already.";
        Add => "Ajouter", "Add";
        Leave => "Laisser", "Leave it";
        Added => "C’est ajouté. Rien n’a été remplacé.", "It is added. Nothing was replaced.";
        Unreadable => "Le navigateur n’a pas pu ouvrir ce fichier.", "The browser could not open this file.";
        UnreadableNext => "Choisis-le encore une fois.", "Choose it once more.";
        SendMyWork => "Envoyer mon travail", "Send my work";
        SendMyWorkWhy => "Avec un code, il te suit sur un autre ordinateur.", "With a code, it follows you to another computer.";
        GiveMyCode => "Donner mon code", "Give my code";

        People => "Sur cet appareil", "On this device";
        NobodyYet => "Personne n’est encore venu ici.", "Nobody has come here yet.";
        Here => "Là maintenant", "Here now";
        SomeoneElse => "Quelqu’un d’autre", "Someone else";
        EraseMine => "Effacer mes données", "Erase my data";
        EraseMineSure => "Tout sera effacé pour toujours, même dans tes copies.", "All will be erased for ever, in your copies too.";
        EraseMineYes => "Oui, effacer pour toujours", "Yes, erase for ever";
        ForgetAll => "Vider cet appareil", "Empty this device";
        ForgetAllWhy => "Pour un appareil partagé. Une copie peut tout ramener.", "For a shared device. A copy can bring everything back.";
        ForgetAllSure => "Les données de tout le monde partent d’ici.", "Everyone’s data go away from here.";
        ForgetAllYes => "Oui, vider cet appareil", "Yes, empty this device";
        Keep => "Garder", "Keep";
        Damaged => "Fichiers abîmés", "Damaged files";
        Promised => "Le navigateur a promis de ne rien jeter.", "The browser promised to throw nothing away.";
        NotPromised => "Le navigateur peut tout jeter s’il manque de place.", "The browser may throw all away when room is short.";
        AskPromise => "Lui demander de tout garder", "Ask it to keep all";
        PromiseRefused => "Il ne promet pas encore. Prends une copie.", "It does not promise yet. Take a copy.";
        NoSecondCopy => "Il n’y a pas de deuxième copie ici (stockage local refusé).", "There is no second copy here (local storage refused).";
        NotSecure => "Cette adresse n’est pas en https\u{a0}:", "This address is not https:";
        NotSecureNext => "pas de Fabrique sans internet, ni de carte branchée.", "no Fabrique without internet, no board plugged in.";

        Versions => "Versions d’avant", "Earlier versions";
        VersionsWhy => "Je garde les versions de ton travail au fil du temps.", "I keep the versions of your work as time goes.";
        VersionsNone => "Rien encore. Elles viennent quand tu changes un travail.", "Nothing yet. They come when you change a work.";
        VersionsRefused => "Je ne peux pas les lire pour le moment. Recharge la page.", "I cannot read them for now. Reload the page.";
        TakeUpVersion => "Reprendre cette version", "Take up this version";
        VersionTaken => "C’est repris. Ta version d’avant est gardée aussi.", "It is taken up. Your version before is kept too.";
        FreeDevice => "Appareil libre", "Free device";
        FreeDrawing => "Dessin libre", "Free drawing";
        Logbook => "carnet", "logbook";
        DamagedWhy => "Un morceau n’a pas pu être lu. Je l’ai mis de côté.", "A piece could not be read. I set it aside.";
        DamagedNext => "Montre-le à ton formateur, puis jette-le.", "Show it to your trainer, then throw it away.";
        Download => "Télécharger", "Download";
        ThrowAway => "Jeter", "Throw away";
        ThrowAwayYes => "Oui, jeter", "Yes, throw away";
    }
}

/// The name of a text size: a number with its unit.
pub fn text_size(size: TextSize) -> String {
    format!("{}\u{a0}%", size.saved_name())
}

/// The name of a spacing.
pub fn spacing(spacing: Spacing, language: Language) -> &'static str {
    match spacing {
        Spacing::Normal => language.pick("Normaux", "Normal"),
        Spacing::Wide => language.pick("Grands", "Wide"),
        Spacing::Wider => language.pick("Très grands", "Wider"),
    }
}

/// The name of a theme.
pub fn theme(theme: Theme, language: Language) -> &'static str {
    match theme {
        Theme::System => language.pick("Comme l’appareil", "As the device"),
        Theme::Light => language.pick("Clair", "Light"),
        Theme::Dark => language.pick("Sombre", "Dark"),
    }
}

/// `3 étapes, 2 travaux, 1 note de carnet`.
pub fn amount(amount: Amount, language: Language) -> String {
    let counted =
        |count: usize, [one, many]: [&str; 2]| format!("{count} {}", plural(count, one, many, language));
    [
        counted(
            amount.steps,
            language.pick(["étape faite", "étapes faites"], ["step done", "steps done"]),
        ),
        counted(
            amount.works,
            language.pick(["travail", "travaux"], ["work", "works"]),
        ),
        counted(
            amount.entries,
            language.pick(
                ["note de carnet", "notes de carnet"],
                ["logbook note", "logbook notes"],
            ),
        ),
    ]
    .join(", ")
}

/// What a copy changes for a person.
pub fn arrival(name: &str, change: ArrivalChange, language: Language) -> String {
    match change {
        ArrivalChange::Comes(brings) => {
            let brings = amount(brings, language);
            language.pick(
                format!("{name} arrive\u{a0}: {brings}."),
                format!("{name} comes: {brings}."),
            )
        }
        ArrivalChange::Adds(brings) => {
            let brings = amount(brings, language);
            language.pick(
                format!("{name}\u{a0}: en plus, {brings}."),
                format!("{name}: {brings} more."),
            )
        }
        ArrivalChange::Nothing => language.pick(
            format!("{name}\u{a0}: tout est déjà ici."),
            format!("{name}: all is here already."),
        ),
        ArrivalChange::ErasedHere => language.pick(
            format!("{name} a tout effacé ici\u{a0}: rien ne revient."),
            format!("{name} erased everything here: nothing comes back."),
        ),
        ArrivalChange::ErasesHere => language.pick(
            format!("{name} a tout effacé ailleurs\u{a0}: ce sera effacé ici aussi."),
            format!("{name} erased everything elsewhere: it will be erased here too."),
        ),
    }
}

/// `faite le 24/11/2026`.
pub fn done_on(day: &str, language: Language) -> String {
    let day = date(day, language);
    language.pick(format!("faite le {day}"), format!("done on {day}"))
}

/// `travail du 24/11/2026 à 10:05`.
pub fn work_of(written: &str, language: Language) -> String {
    let when = date(written, language);
    language.pick(format!("travail du {when}"), format!("work of {when}"))
}

/// `Mis de côté le 24/11/2026 à 12:05`, from `quarantine/2026-11-24T12:05:07.123Z/person/…`.
pub fn set_aside_on(name: &str, language: Language) -> String {
    let when = name.split('/').nth(1).unwrap_or(name);
    let to_the_minute = when.get(.."2026-11-24T12:05".len()).unwrap_or(when);
    let when = date(to_the_minute, language);
    language.pick(format!("Mis de côté le {when}"), format!("Set aside on {when}"))
}

/// `3 essais`.
pub fn tries(count: usize, language: Language) -> String {
    language.pick(
        format!("{count} {}", plural(count, "essai", "essais", language)),
        format!("{count} {}", plural(count, "try", "tries", language)),
    )
}

/// `3 versions`.
pub fn versions(count: usize, language: Language) -> String {
    format!("{count} {}", plural(count, "version", "versions", language))
}
