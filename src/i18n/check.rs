//! Words of the check of a step.

super::words! {
    /// Words of the check of a step.
    pub CheckWords {
        Check => "Vérifier", "Check";
        NotYet => "Pas encore.", "Not yet.";
        ISee => "Je vois\u{a0}:", "I see:";
        ItTakes => "Il faut\u{a0}:", "It takes:";
        ShowMe => "Montre-moi", "Show me";
        Hint => "Un indice", "A hint";
        AskSomeone => "Demande à quelqu’un près de toi.", "Ask someone near you.";
        Passed => "C’est réussi.", "Well done.";
        TheCheckItself => "La vérification n’est pas prête. Préviens ton formateur.", "The check is not ready. Tell your trainer.";
    }
}
