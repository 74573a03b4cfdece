//! Words of a lesson on the screen.

use words::{Language, plural};

super::words! {
    /// Words of a lesson on the screen.
    pub Player {
        Waiting => "La leçon arrive…", "The lesson is coming…";
        NoSuchLesson => "Je ne trouve pas cette leçon.", "I cannot find this lesson.";
        NoSuchLessonNext => "Retourne au parcours et choisis une leçon.", "Go back to the course and choose a lesson.";
        NoAnswer => "La leçon n’arrive pas.", "The lesson does not come.";
        NoAnswerNext => "Vérifie internet, puis recharge la page.", "Check the internet, then reload the page.";
        NotTheFile => "Le réseau répond autre chose que la leçon.", "The network answers something else.";
        NotTheFileNext => "Connecte-toi au réseau, puis recharge la page.", "Log in to the network, then reload the page.";
        TooLarge => "Cette leçon est trop lourde.", "This lesson is too heavy.";
        TooLargeNext => "Préviens ton formateur.", "Tell your trainer.";
        NoStep => "Cette leçon n’a pas encore d’étape.", "This lesson has no step yet.";
        Untranslated => "Cette leçon est en français pour l’instant.", "This lesson is in French for now.";
        DoneLine => "C’est fait", "Done";
        SeeAgain => "Revoir", "See again";
        LookThenCheck => "Regarde, puis vérifie.", "Look, then check.";
        LookThenContinue => "Regarde, puis continue.", "Look, then continue.";
        ReadAll => "Tout lire", "Read all";
        ReadLess => "Replier", "Fold";
        Hint => "Un indice", "A hint";
        MoreHint => "Encore un indice", "Another hint";
        HintsTitle => "Indices", "Hints";
        Listen => "Écouter", "Listen";
        StopListening => "Arrêter la lecture", "Stop reading";
        Safety => "Sécurité", "Safety";
        Remember => "À retenir", "To remember";
        ToKnow => "À savoir", "To know";
        ForTrainer => "Formateur", "Trainer";
        RestartStep => "Recommencer l’étape", "Restart this step";
        RestartSure => "Effacer ce que tu as fait ici ?", "Erase what you did here?";
        RestartYes => "Oui, recommencer", "Yes, restart";
        RestartNo => "Non, garder", "No, keep it";
        AllSteps => "Toutes les étapes", "All steps";
        Challenge => "Défi", "Challenge";
        Check => "Vérifier", "Check";
        Right => "Oui !", "Yes!";
        NotYet => "Pas encore.", "Not yet.";
        TryAnother => "Essaie une autre réponse.", "Try another answer.";
        ChooseOne => "Choisis une réponse.", "Choose one answer.";
        ChooseSeveral => "Choisis une ou plusieurs réponses.", "Choose one or several answers.";
        Logbook => "Mon carnet", "My logbook";
        YouChoose => "Tu choisis ce que tu montres.", "You choose what you show.";
        PhotoLater => "Garde ta photo avec toi, ou sur ton téléphone.", "Keep your photo with you, or on your phone.";
        NoPrivate => "N’écris rien de privé sur les autres.", "Write nothing private about others.";
        Memo => "Mon mémo", "My memo";
        Print => "Imprimer la leçon", "Print the lesson";
        Newer => "Cette partie demande une version plus récente.", "This part needs a newer version.";
        RefusedLink => "(lien retiré)", "(link removed)";
        Passed => "Réussi !", "Passed!";
        PieceFallen => "Ta pièce est tombée sur l’étagère.", "Your piece has dropped onto the shelf.";
        ICan => "Tu peux dire maintenant\u{a0}:", "Now you can say:";
        BackHome => "Retour à l’accueil", "Back home";
        Author => "Page de l’auteur", "Author’s page";
        AuthorLooks => "Je regarde aussi les autres fichiers…", "Looking at the other files too…";
        AuthorNone => "Aucun problème dans ce fichier.", "No problem in this file.";
        AuthorRun => "Essayer le départ et la solution", "Try starter and solution";
        AuthorRan => "Essai terminé.", "Tried.";
        AuthorAllFine => "Le départ ne passe pas, la solution passe.", "The starter does not pass, the solution does.";
        Line => "ligne", "line";
        Error => "à corriger", "to fix";
        Warning => "à regarder", "to look at";
        Advice => "conseil", "advice";
    }
}

/// `étape 2 sur 5`, or `défi` for a challenge.
pub fn place(number: Option<usize>, count: usize, language: Language) -> String {
    match number {
        Some(number) => language.pick(
            format!("étape {number} sur {count}"),
            format!("step {number} of {count}"),
        ),
        None => language.pick("défi", "challenge").to_owned(),
    }
}

/// What the small teeth say.
pub fn teeth(done: usize, count: usize, language: Language) -> String {
    let french = plural(done, "étape faite", "étapes faites", language);
    let english = plural(done, "step done", "steps done", language);
    language.pick(
        format!("{done} {french} sur {count}"),
        format!("{done} of {count} {english}"),
    )
}

/// `3 consignes faites`.
pub fn lines_done(done: usize, language: Language) -> String {
    let french = plural(done, "consigne faite", "consignes faites", language);
    let english = plural(done, "line done", "lines done", language);
    language.pick(format!("{done} {french}"), format!("{done} {english}"))
}

/// `5 étapes sur 5`.
pub fn all_steps(count: usize, language: Language) -> String {
    let french = plural(count, "étape", "étapes", language);
    let english = plural(count, "step", "steps", language);
    language.pick(
        format!("{count} {french} sur {count}"),
        format!("{count} of {count} {english}"),
    )
}

/// `Indice 2.`
pub fn hint(number: usize, language: Language) -> String {
    language.pick(format!("Indice {number}."), format!("Hint {number}."))
}
