//! What a drawing must be.

use design::document::Operation;

/// Something that must hold of a drawing. What each means, to the hundredth of a millimetre: lesson-format, "What each
/// sentence means". Lengths are in millimetres.
#[derive(Clone, Debug, PartialEq)]
pub enum DrawingProperty {
    /// `N rectangle[s] de L x H mm`
    Rectangles {
        /// N.
        count: u32,
        /// L and H, in either order.
        sides: [f64; 2],
    },
    /// `N cercle[s] de D à D mm [; op]`
    Circles {
        /// N.
        count: u32,
        /// The least and the greatest diameter.
        diameters: [f64; 2],
        /// What the machine does along them; anything unless given.
        work: Option<Work>,
    },
    /// `cercle dans le rectangle`
    CirclesInRectangle,
    /// `tout dans le rectangle`
    AllInRectangle,
    /// `tout dans L x H mm`
    AllIn {
        /// L and H.
        sides: [f64; 2],
    },
    /// `bois autour du cercle N mm ou plus`
    WoodAround {
        /// N.
        least: f64,
    },
    /// `contours fermés ; couper`
    ClosedContours,
    /// `aucun trait double ; couper`
    NoDoubleLine,
    /// `1 texte ou 1 dessin ; graver`
    Engraved,
    /// `coins ronds de N mm ou plus`
    RoundCorners {
        /// N.
        least: f64,
    },
    /// `texte à l'envers`
    MirroredText,
    /// `pièces s'emboîtent`
    PiecesFit,
    /// `N pièce[s]`
    Pieces {
        /// N.
        count: u32,
    },
    /// `surface de matière au plus A cm²`
    Area {
        /// A, in square centimetres.
        most: f64,
    },
}

/// What the machine does along a shape, as a check names it: on whichever side it cuts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Work {
    /// `couper`
    Cut,
    /// `marquer`
    Score,
    /// `graver`
    Engrave,
    /// `ignorer`
    Ignore,
}

impl Work {
    /// In the order of the words of their choice.
    pub(super) const ALL: [Self; 4] = [Self::Cut, Self::Score, Self::Engrave, Self::Ignore];

    /// What an operation is to a check.
    #[must_use]
    pub fn of(operation: Operation) -> Self {
        match operation {
            Operation::Cut(_) => Self::Cut,
            Operation::Score => Self::Score,
            Operation::Engrave => Self::Engrave,
            Operation::Ignore => Self::Ignore,
        }
    }
}
