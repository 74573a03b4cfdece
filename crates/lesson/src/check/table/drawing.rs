//! The rows of what a drawing must be.

use super::{Row, chosen, count};
use crate::check::template::Value;
use crate::check::{DrawingProperty, Work};

/// Properties of a drawing.
pub(in crate::check) static DRAWING: &[Row<DrawingProperty>] = &[
    Row {
        written: [
            "N rectangle|rectangles de N x N mm",
            "N rectangle|rectangles of N x N mm",
        ],
        also: &[
            "N rectangle|rectangles de N × N mm",
            "N rectangle|rectangles of N × N mm",
        ],
        meaning: |values| match values {
            [number, _, length, height] => Some(DrawingProperty::Rectangles {
                count: whole_number(number)?,
                sides: [measure(length)?, measure(height)?],
            }),
            _ => None,
        },
        values: |property| match property {
            DrawingProperty::Rectangles { count, sides } => {
                let [length, height] = sides.map(Value::Number);
                let [number, one_or_more] = counted(*count);
                Some(vec![number, one_or_more, length, height])
            }
            _ => None,
        },
    },
    Row {
        written: [
            "N cercle|cercles de N à N mm [; couper|marquer|graver|ignorer]",
            "N circle|circles of N to N mm [; cut|score|engrave|ignore]",
        ],
        also: &[],
        meaning: |values| match values {
            [number, _, least, most, work] => {
                let diameters = [measure(least)?, measure(most)?];
                (diameters[0] <= diameters[1]).then_some(DrawingProperty::Circles {
                    count: whole_number(number)?,
                    diameters,
                    work: match work {
                        Value::Choice(place) => Work::ALL.get(*place).copied(),
                        _ => None,
                    },
                })
            }
            _ => None,
        },
        values: |property| match property {
            DrawingProperty::Circles {
                count,
                diameters,
                work,
            } => {
                let [least, most] = diameters.map(Value::Number);
                let work = work.map_or(Value::Absent, |work| chosen(&Work::ALL, &work));
                let [number, one_or_more] = counted(*count);
                Some(vec![number, one_or_more, least, most, work])
            }
            _ => None,
        },
    },
    Row {
        written: ["cercle dans le rectangle", "circle in the rectangle"],
        also: &["circle inside the rectangle"],
        meaning: |values| values.is_empty().then_some(DrawingProperty::CirclesInRectangle),
        values: |property| matches!(property, DrawingProperty::CirclesInRectangle).then(Vec::new),
    },
    Row {
        written: ["tout dans le rectangle", "everything in the rectangle"],
        also: &["everything inside the rectangle"],
        meaning: |values| values.is_empty().then_some(DrawingProperty::AllInRectangle),
        values: |property| matches!(property, DrawingProperty::AllInRectangle).then(Vec::new),
    },
    Row {
        written: ["tout dans N x N mm", "everything in N x N mm"],
        also: &[
            "tout dans N × N mm",
            "everything in N × N mm",
            "everything inside N x N mm",
        ],
        meaning: |values| match values {
            [length, height] => Some(DrawingProperty::AllIn {
                sides: [measure(length)?, measure(height)?],
            }),
            _ => None,
        },
        values: |property| match property {
            DrawingProperty::AllIn { sides } => Some(sides.map(Value::Number).to_vec()),
            _ => None,
        },
    },
    Row {
        written: [
            "bois autour du cercle N mm ou plus",
            "wood around the circle N mm or more",
        ],
        also: &[],
        meaning: |values| match values {
            [least] => Some(DrawingProperty::WoodAround {
                least: measure(least)?,
            }),
            _ => None,
        },
        values: |property| match property {
            DrawingProperty::WoodAround { least } => Some(vec![Value::Number(*least)]),
            _ => None,
        },
    },
    Row {
        written: ["contours fermés ; couper", "closed contours ; cut"],
        also: &["contours fermés", "closed contours"],
        meaning: |values| values.is_empty().then_some(DrawingProperty::ClosedContours),
        values: |property| matches!(property, DrawingProperty::ClosedContours).then(Vec::new),
    },
    Row {
        written: ["aucun trait double ; couper", "no double line ; cut"],
        also: &["aucun trait double", "no double line"],
        meaning: |values| values.is_empty().then_some(DrawingProperty::NoDoubleLine),
        values: |property| matches!(property, DrawingProperty::NoDoubleLine).then(Vec::new),
    },
    Row {
        written: ["1 texte ou 1 dessin ; graver", "1 text or 1 drawing ; engrave"],
        also: &[],
        meaning: |values| values.is_empty().then_some(DrawingProperty::Engraved),
        values: |property| matches!(property, DrawingProperty::Engraved).then(Vec::new),
    },
    Row {
        written: ["coins ronds de N mm ou plus", "round corners of N mm or more"],
        also: &[],
        meaning: |values| match values {
            [least] => Some(DrawingProperty::RoundCorners {
                least: measure(least)?,
            }),
            _ => None,
        },
        values: |property| match property {
            DrawingProperty::RoundCorners { least } => Some(vec![Value::Number(*least)]),
            _ => None,
        },
    },
    Row {
        written: ["texte à l'envers", "text mirrored"],
        also: &["mirrored text"],
        meaning: |values| values.is_empty().then_some(DrawingProperty::MirroredText),
        values: |property| matches!(property, DrawingProperty::MirroredText).then(Vec::new),
    },
    Row {
        written: ["pièces s'emboîtent", "pieces fit together"],
        also: &[],
        meaning: |values| values.is_empty().then_some(DrawingProperty::PiecesFit),
        values: |property| matches!(property, DrawingProperty::PiecesFit).then(Vec::new),
    },
    Row {
        written: ["N pièce|pièces", "N piece|pieces"],
        also: &[],
        meaning: |values| match values {
            [number, _] => Some(DrawingProperty::Pieces {
                count: whole_number(number)?,
            }),
            _ => None,
        },
        values: |property| match property {
            DrawingProperty::Pieces { count } => Some(counted(*count).to_vec()),
            _ => None,
        },
    },
    Row {
        written: [
            "surface de matière au plus N cm²",
            "area of material at most N cm²",
        ],
        also: &[
            "surface de matière au plus N cm2",
            "area of material at most N cm2",
        ],
        meaning: |values| match values {
            [most] => Some(DrawingProperty::Area { most: measure(most)? }),
            _ => None,
        },
        values: |property| match property {
            DrawingProperty::Area { most } => Some(vec![Value::Number(*most)]),
            _ => None,
        },
    },
];

/// How many, and which of the two words for it.
fn counted(number: u32) -> [Value; 2] {
    [
        Value::Number(f64::from(number)),
        Value::Choice(usize::from(number > 1)),
    ]
}

fn whole_number(value: &Value) -> Option<u32> {
    match value {
        Value::Number(number) => count(*number).filter(|count| *count > 0),
        _ => None,
    }
}

/// A length, or an area, above 0.
fn measure(value: &Value) -> Option<f64> {
    match value {
        Value::Number(number) => Some(*number).filter(|number| *number > 0.0),
        _ => None,
    }
}
