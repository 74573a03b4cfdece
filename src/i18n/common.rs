//! Words that several rooms share.

super::words! {
    /// Words that several rooms share.
    pub Common {
        Continue => "Continuer", "Continue";
        Reload => "Recharger", "Reload";
        Close => "Fermer", "Close";
    }
}
