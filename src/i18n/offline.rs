//! Words about working without internet and about new releases.

super::words! {
    /// Words about working without internet and about new releases.
    pub Offline {
        NewRelease => "Nouvelle version", "New version";
        Ready => "Une nouvelle version est prête. Ton travail est gardé.",
            "A new version is ready. Your work is kept.";
        Blocked => "Un travail n’est pas encore gardé. Attends un peu, puis réessaie.",
            "Some work is not kept yet. Wait a little, then try again.";
        Accept => "Mettre à jour", "Update";
        LessonKept => "Disponible sans internet", "Works without internet";
        WithoutInternet => "Sans internet", "Without internet";
        Kept => "Fabrique marche sans internet sur cette machine. Les leçons marquées aussi.",
            "Fabrique works without internet on this machine. So do the marked lessons.";
        Coming => "Fabrique se prépare. Reste un peu sur la page.",
            "Fabrique is getting ready. Stay on the page for a while.";
        Absent => "Ici, il faut internet pour ouvrir Fabrique. Une page ouverte continue sans.",
            "Here, opening Fabrique takes internet. A page that is open goes on without.";
        Later => "Plus tard", "Later";
    }
}
