//! Words of home and of the course map.

use words::{Language, plural};

super::words! {
    /// Words of home and of the course map.
    pub Home {
        Welcome => "Ici, tu fabriques de vrais objets, pas à pas.", "Here you make real things, step by step.";
        WhoIsHere => "Qui est là\u{a0}?", "Who is here?";
        NewHere => "Première fois ici\u{a0}?", "First time here?";
        YourName => "Ton prénom ou un surnom", "Your first name or a nickname";
        ChooseTool => "Choisis ton outil.", "Choose your tool.";
        ToolIsPiece => "Ce sera ta première pièce.", "It will be your first piece.";
        Begin => "C’est parti", "Let’s go";
        StaysHere => "Tout reste sur cet appareil, sans compte.", "Everything stays on this device, no account.";
        Start => "Commencer", "Start";
        WholeCourse => "Voir tout le parcours", "See the whole course";
        MyPieces => "Mes pièces", "My pieces";
        MakeWhatYouWant => "Fabrique ce que tu veux", "Make what you want";
        ProgramDevice => "Programmer un appareil", "Program a device";
        DrawObject => "Dessiner un objet", "Draw an object";
        AllDone => "Tu as fini toutes les leçons.", "You have finished every lesson.";
        AllDoneNext => "Demande à ton formateur ce qui vient ensuite.", "Ask your trainer what comes next.";
        NoProgramme => "Les leçons ne sont pas encore là.", "The lessons are not here yet.";
        NoProgrammeNext => "Vérifie internet, puis recharge la page.", "Check the internet, then reload the page.";
        NoLessonYet => "Il n’y a pas encore de leçon ici.", "There is no lesson here yet.";
        Course => "Mon parcours", "My course";
        AtYourPace => "Tu avances à ton rythme.", "You go at your own pace.";
        Done => "Fait", "Done";
        NotYetHere => "Les leçons arrivent bientôt.", "Lessons are coming soon.";
        AfterCourse => "Ensuite, on reste en contact 6 mois.", "Afterwards we stay in touch for 6 months.";
        Unknown => "Cette adresse ne mène nulle part.", "This address leads nowhere.";
        LampPicture => "Une lampe ronde sur un socle en bois. Elle est allumée.", "A round lamp on a wooden base. It is lit.";
        SkipToContent => "Aller au contenu", "Skip to content";
    }
}

/// `Étape 2 sur 5`.
pub fn step_of(number: usize, count: usize, language: Language) -> String {
    language.pick(
        format!("Étape {number} sur {count}"),
        format!("Step {number} of {count}"),
    )
}

/// `Prochaine pièce : La lampe`.
pub fn next_piece(title: &str, language: Language) -> String {
    language.pick(
        format!("Prochaine pièce\u{a0}: {title}"),
        format!("Next piece: {title}"),
    )
}

/// `5 mois.`
pub fn months(weeks: u32, language: Language) -> String {
    let months = weeks.div_ceil(4);
    let word = plural(months as usize, "mois", "mois", language);
    let english = plural(months as usize, "month", "months", language);
    language.pick(format!("{months} {word}."), format!("{months} {english}."))
}

/// `1 h 15`, `35 min`.
pub fn duration(minutes: u32, language: Language) -> String {
    let (hours, rest) = (minutes / 60, minutes % 60);
    match (hours, rest) {
        (0, rest) => format!("{rest}\u{a0}min"),
        (hours, 0) => format!("{hours}\u{a0}h"),
        (hours, rest) => language.pick(
            format!("{hours}\u{a0}h\u{a0}{rest:02}"),
            format!("{hours}\u{a0}h\u{a0}{rest:02}\u{a0}min"),
        ),
    }
}

/// `Choisis 2 leçons`.
pub fn choose(count: u32, language: Language) -> String {
    let lesson = plural(count as usize, "leçon", "leçons", language);
    let english = plural(count as usize, "lesson", "lessons", language);
    language.pick(
        format!("Choisis {count} {lesson}."),
        format!("Choose {count} {english}."),
    )
}
