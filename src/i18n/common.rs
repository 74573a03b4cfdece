//! Words that several rooms share.

super::words! {
    /// Words that several rooms share.
    pub Common {
        Continue => "Continuer", "Continue";
        Reload => "Recharger", "Reload";
        TryAgain => "Réessayer", "Try again";
        RoomOnItsWay => "Ça arrive…", "On its way…";
        RoomDidNotArrive => "Cette partie de Fabrique n’est pas encore arrivée.",
            "This part of Fabrique has not arrived yet.";
        RoomDidNotArriveNext => "Regarde si tu as du réseau, puis réessaie. Sinon, recharge la page.",
            "See if you have a network, then try again. If not, reload the page.";
    }
}
