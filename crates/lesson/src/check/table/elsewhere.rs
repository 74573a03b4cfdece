//! Sentences that are known, but not judged here.

/// Sentences of the format that this version, or this bench, cannot judge.
pub(in crate::check) struct NotHere {
    /// How they begin, in French and in English.
    pub beginnings: [&'static str; 2],
    /// What they need.
    pub needs: Needs,
}

/// What a sentence needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::check) enum Needs {
    /// A newer Fabrique.
    NewerVersion,
    /// The drawing bench.
    DrawingBench,
}

const fn later(french: &'static str, english: &'static str) -> NotHere {
    NotHere {
        beginnings: [french, english],
        needs: Needs::NewerVersion,
    }
}

const fn drawing(french: &'static str, english: &'static str) -> NotHere {
    NotHere {
        beginnings: [french, english],
        needs: Needs::DrawingBench,
    }
}

/// See [`NotHere`]. The design sentences are those of lesson-format, "Checks".
pub(in crate::check) static NOT_HERE: &[NotHere] = &[
    later("à T reçoit …", "at T receive|receives …"),
    later("à T coupe le réseau", "at T cut|cuts the network"),
    later("à T rétablit …", "at T restore|restores …"),
    later("écran affiche …", "screen shows …"),
    later("envoie …", "send|sends …"),
    drawing("N rectangle|rectangles …", "N rectangle|rectangles …"),
    drawing("N cercle|cercles …", "N circle|circles …"),
    drawing("cercle dans …", "circle in|inside …"),
    drawing("tout dans …", "everything|all in|inside …"),
    drawing("bois autour …", "wood around …"),
    drawing("contours fermés …", "contours|outlines closed …"),
    drawing("aucun trait double …", "no double line|lines …"),
    drawing("N texte|textes …", "N text|texts …"),
    drawing("coins ronds …", "round corners …"),
    drawing("texte à l'envers", "text mirrored …"),
    drawing("pièces s'emboîtent", "parts|pieces fit …"),
    drawing("N pièce|pièces", "N piece|pieces …"),
    drawing("surface de matière …", "area of material …"),
];
