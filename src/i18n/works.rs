//! Words of works that are not opened at once: one that cannot be read, and two versions of one.

super::words! {
    /// Words of works that are not opened at once.
    pub Works {
        WorkNotOpened => "Je ne peux pas encore ouvrir ton travail.", "I cannot open your work yet.";
        WorkDamaged => "Il manque un morceau.", "A piece of it is missing.";
        BeginAnew => "L’effacer et commencer autre chose", "Delete it and begin something else";
        WorkKeptAsIs => "Il reste gardé tel quel. Recharge la page pour réessayer.", "It stays kept as it is. Reload the page to try again.";
        TwoVersions => "Il y a deux versions de ton travail.", "There are two versions of your work.";
        TwoVersionsWhy => "Tu l’as ouvert à deux endroits. Rien n’est perdu.", "You had it open in two places. Nothing is lost.";
        TwoVersionsNext => "Choisis la version à continuer. L’autre est gardée.", "Choose the version to go on with. The other is kept.";
        GoOnWithThis => "Continuer celle-ci", "Go on with this one";
    }
}
