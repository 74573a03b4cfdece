//! Where each part stands. Lengths are in the picture's own units: pixels at its natural size.

use device::parts::{Board, PartKind};

/// A part's place.
#[derive(Clone, Debug, PartialEq)]
pub struct Place {
    /// The part's number.
    pub part: usize,
    /// Its middle, from the left.
    pub x: f64,
    /// Its middle, from the top.
    pub y: f64,
    /// Half its width.
    pub radius: f64,
}

/// A wire from a part to a connector of the board.
#[derive(Clone, Debug, PartialEq)]
pub struct Wire {
    /// The plug at the part.
    pub from: (f64, f64),
    /// The connector.
    pub to: (f64, f64),
    /// Both lie on their side.
    pub is_sideways: bool,
}

/// A connector at the board's edge.
#[derive(Clone, Debug, PartialEq)]
pub struct Connector {
    /// Its middle, from the left.
    pub x: f64,
    /// Its middle, from the top.
    pub y: f64,
    /// The pin's name; empty for one that has nothing plugged in.
    pub pin: String,
    /// It lies on its side.
    pub is_sideways: bool,
}

/// A rectangle: left, top, width, height.
pub type Rectangle = (f64, f64, f64, f64);

/// A picture of a board.
#[derive(Clone, Debug, PartialEq)]
pub struct Layout {
    /// Of the picture.
    pub width: f64,
    /// Of the picture.
    pub height: f64,
    /// The low picture: less is drawn.
    pub is_small: bool,
    /// The circuit board; without width where only outputs are shown.
    pub circuit: Rectangle,
    /// The chip on it.
    pub chip: Rectangle,
    /// The places of the parts.
    pub places: Vec<Place>,
    /// The wires of what is not on the board itself.
    pub wires: Vec<Wire>,
    /// The connectors.
    pub connectors: Vec<Connector>,
}

/// What stands on the circuit board itself, in the order of its rows.
const ON_BOARD: [PartKind; 4] = [
    PartKind::Potentiometer,
    PartKind::Button,
    PartKind::AmbientLight,
    PartKind::Buzzer,
];

fn parts_of(board: &Board, kinds: &[PartKind]) -> Vec<(usize, PartKind)> {
    let all = |kind: &PartKind| {
        let kind = *kind;
        let parts = board.parts.iter().enumerate();
        parts
            .filter(move |(_, plugged)| plugged.name.kind == kind)
            .map(move |(number, _)| (number, kind))
    };
    kinds.iter().flat_map(all).collect()
}

/// The width a part takes in a row of the wide picture.
fn width_in_row(kind: PartKind) -> f64 {
    match kind {
        PartKind::Potentiometer | PartKind::Buzzer => 72.0,
        _ => 62.0,
    }
}

/// Parts in rows, as many as fit: the first row stands beside the chip, the further ones under it.
fn rows(parts: &[(usize, PartKind)], first: f64, further: f64) -> Vec<Vec<(usize, f64)>> {
    let mut rows: Vec<Vec<(usize, f64)>> = Vec::new();
    let mut row = Vec::new();
    let mut left = first;
    for &(part, kind) in parts {
        let needed = width_in_row(kind);
        if needed > left {
            rows.push(std::mem::take(&mut row));
            left = further;
        }
        left -= needed;
        row.push((part, needed));
    }
    rows.push(row);
    rows
}

fn count(number: usize) -> f64 {
    u16::try_from(number).map_or(f64::from(u16::MAX), f64::from)
}

/// The layout for a wide page, whose place is about as high as wide: lamps above the board. Where sliders take their
/// part of the height, lamps stand beside the board.
pub fn wide(board: &Board) -> Layout {
    let has_sliders = !parts_of(board, &[PartKind::Potentiometer, PartKind::AmbientLight]).is_empty();
    if has_sliders { narrow(board) } else { high(board) }
}

fn high(board: &Board) -> Layout {
    const WIDTH: f64 = 432.0;
    const HEIGHT: f64 = 466.0;
    const ROW: f64 = 76.0;
    const LEFT: f64 = 44.0;
    const ACROSS: f64 = 344.0;
    let rows = rows(&parts_of(board, &ON_BOARD), 210.0, 316.0);
    let high = 134.0 + ROW * count(rows.len() - 1);
    let lamps = parts_of(board, &[PartKind::Lamp]);
    let top = if lamps.is_empty() {
        (HEIGHT - high) / 2.0
    } else {
        HEIGHT - 28.0 - high
    };

    let mut places = Vec::new();
    for (number, row) in rows.iter().enumerate() {
        let total: f64 = row.iter().map(|(_, width)| width).sum();
        let mut x = if number == 0 {
            LEFT + ACROSS - 14.0 - total
        } else {
            LEFT + (ACROSS - total) / 2.0
        };
        for &(part, width) in row {
            places.push(Place {
                part,
                x: x + width / 2.0,
                y: top + 84.0 + ROW * count(number),
                radius: 26.0,
            });
            x += width;
        }
    }

    let mut wires = Vec::new();
    let mut connectors = Vec::new();
    let space = WIDTH / count(lamps.len().max(1));
    let radius = f64::min((top - 84.0) / 2.0, space / 2.0 - 10.0).min(110.0);
    let n_connectors = lamps.len().max(3);
    let apart = f64::min(56.0, 170.0 / count(n_connectors - 1));
    for number in 0..n_connectors {
        let connector = (LEFT + 154.0 + apart * count(number), top + 7.0);
        let lamp = lamps.get(number).map(|(part, _)| *part);
        connectors.push(Connector {
            x: connector.0,
            y: connector.1,
            pin: lamp.map_or(String::new(), |part| board.parts[part].pin.clone()),
            is_sideways: false,
        });
        let Some(part) = lamp else { continue };
        let (x, y) = (space * (count(number) + 0.5), 32.0 + radius);
        places.push(Place { part, x, y, radius });
        wires.push(Wire {
            from: (x, y + radius + 5.0),
            to: (connector.0, top + 4.0),
            is_sideways: false,
        });
    }
    Layout {
        width: WIDTH,
        height: HEIGHT,
        is_small: false,
        circuit: (LEFT, top, ACROSS, high),
        chip: (LEFT + 38.0, top + 36.0, 80.0, 66.0),
        places,
        wires,
        connectors,
    }
}

/// The layout for a low place: lamps beside the board.
pub fn narrow(board: &Board) -> Layout {
    const WIDTH: f64 = 360.0;
    const ITEM: f64 = 60.0;
    const ROW: f64 = 56.0;
    let on_board = parts_of(board, &ON_BOARD);
    let lamps = parts_of(board, &[PartKind::Lamp]);
    // A crowded board has one part right of its chip, and three in each row under it.
    let is_crowded = on_board.len() > 2;
    let (across, n_beside, per_row) = if is_crowded { (196.0, 1, 3) } else { (150.0, 0, 2) };
    let n_rows = on_board.len().saturating_sub(n_beside).div_ceil(per_row).max(1);
    let high = 150.0 + ROW * count(n_rows - 1);
    let height = (high + 54.0).max(204.0);
    let left = if lamps.is_empty() {
        (WIDTH - across) / 2.0
    } else {
        WIDTH - 12.0 - across
    };
    let top = (height - high) / 2.0 + 5.0;

    let mut places = Vec::new();
    for (number, &(part, _)) in on_board.iter().enumerate() {
        let (x, y) = if number < n_beside {
            (left + across - 42.0, top + 58.0)
        } else {
            let number = number - n_beside;
            let row = number / per_row;
            let n_in_row = per_row.min(on_board.len() - n_beside - row * per_row);
            let row_left = left + (across - ITEM * count(n_in_row)) / 2.0;
            (
                row_left + ITEM * (count(number % per_row) + 0.5),
                top + 114.0 + ROW * count(row),
            )
        };
        let radius = 22.0;
        places.push(Place { part, x, y, radius });
    }

    let mut wires = Vec::new();
    let mut connectors = Vec::new();
    let space = (height - 12.0) / count(lamps.len().max(1));
    let radius = f64::min((left - 46.0) / 2.0, space / 2.0 - 4.0).min(75.0);
    for (number, &(part, _)) in lamps.iter().enumerate() {
        let x = 14.0 + radius;
        let y = if lamps.len() == 1 {
            height / 2.0 + 12.0
        } else {
            6.0 + space * (count(number) + 0.5)
        };
        let connector = (left + 7.0, top + 40.0 + 44.0 * count(number));
        places.push(Place { part, x, y, radius });
        wires.push(Wire {
            from: (x + radius + 3.0, y),
            to: connector,
            is_sideways: true,
        });
        connectors.push(Connector {
            x: connector.0,
            y: connector.1,
            pin: String::new(),
            is_sideways: true,
        });
    }
    Layout {
        width: WIDTH,
        height,
        is_small: true,
        circuit: (left, top, across, high),
        chip: (
            left + if is_crowded { 34.0 } else { 50.0 },
            top + 34.0,
            70.0,
            44.0,
        ),
        places,
        wires,
        connectors,
    }
}

/// The layout for a tiny place: outputs only, side by side.
pub fn outputs(board: &Board) -> Layout {
    const SIDE: f64 = 140.0;
    let outputs = parts_of(board, &[PartKind::Lamp, PartKind::Buzzer]);
    let n_across = if outputs.len() > 1 { 2 } else { 1 };
    let space = SIDE / count(n_across);
    let n_rows = outputs.len().div_ceil(n_across).max(1);
    let height = f64::max(SIDE, space * count(n_rows));
    let top = (height - space * count(n_rows)) / 2.0;
    let place = |(number, &(part, kind)): (usize, &(usize, PartKind))| Place {
        part,
        x: space * (count(number % n_across) + 0.5),
        y: top + space * (count(number / n_across) + 0.5),
        radius: if kind == PartKind::Lamp {
            space * 0.43
        } else {
            space * 0.32
        },
    };
    Layout {
        width: SIDE,
        height,
        is_small: true,
        circuit: (0.0, 0.0, 0.0, 0.0),
        chip: (0.0, 0.0, 0.0, 0.0),
        places: outputs.iter().enumerate().map(place).collect(),
        wires: Vec::new(),
        connectors: Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use device::parts::{Part, PartName};

    /// Every part has a place inside the picture, large enough, and no two lie over each other.
    #[test]
    fn parts_stand_apart_and_inside() {
        let check = |names: &str| {
            let parts = names
                .split_whitespace()
                .filter_map(PartName::read)
                .map(|name| Part {
                    name,
                    pin: "D2".to_owned(),
                });
            let board = Board {
                parts: parts.collect(),
                ..Board::default()
            };
            for layout in [wide(&board), narrow(&board)] {
                assert_eq!(layout.places.len(), board.parts.len(), "{names}");
                for (number, place) in layout.places.iter().enumerate() {
                    let Place { x, y, radius, .. } = *place;
                    assert!(radius >= 22.0, "{names}: {place:?} is too small to be touched");
                    assert!(x >= radius && x + radius <= layout.width, "{names}: {place:?}");
                    assert!(y >= radius && y + radius <= layout.height, "{names}: {place:?}");
                    for other in &layout.places[number + 1..] {
                        let apart = f64::max((other.x - x).abs(), (other.y - y).abs());
                        assert!(
                            apart >= radius + other.radius - 0.5,
                            "{names}: {place:?} over {other:?}"
                        );
                    }
                }
            }
        };
        check("");
        check("lampe");
        check("lampe bouton_A bouton_B");
        check("lampe_1 lampe_2 lampe_3 bouton");
        check("buzzer bouton_A");
        check("lampe buzzer bouton_A bouton_B potentiomètre lumière_ambiante");
        check(
            "lampe_1 lampe_2 buzzer_1 bouton_A bouton_B bouton_C potentiomètre_1 potentiomètre_2 lumière_ambiante",
        );
    }
}
