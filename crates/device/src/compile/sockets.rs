//! What each kind of block holds, and what may stand in it.

use super::tree::Tree;
use crate::blocks::BlockKind;
use crate::parts::PartKind;
use crate::trace::BlockNumber;

/// Where a block may stand.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Shape {
    /// At the top of a script.
    Hat,
    /// In a stack.
    Statement,
    /// In a socket, as a number.
    Number,
    /// In a socket, as a truth.
    Truth,
    /// In a socket; what it is shows only when it runs (a variable, an item of a list).
    Any,
}

/// What may stand in an input.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Socket {
    /// A number is needed.
    Number,
    /// A truth is needed.
    Truth,
    /// Any value is needed.
    Any,
    /// A stack; it may be empty.
    Stack,
}

impl Socket {
    /// Whether a value of that shape may stand in it.
    pub(super) fn takes(self, shape: Shape) -> bool {
        match self {
            Self::Number => matches!(shape, Shape::Number | Shape::Any),
            Self::Truth => matches!(shape, Shape::Truth | Shape::Any),
            Self::Any => matches!(shape, Shape::Number | Shape::Truth | Shape::Any),
            Self::Stack => shape == Shape::Statement,
        }
    }
}

pub(super) fn shape(kind: BlockKind) -> Shape {
    use BlockKind::*;
    match kind {
        OnStart | Forever | WhenButton | Function => Shape::Hat,
        Compare | Both | Not | Truth | ButtonPressed => Shape::Truth,
        Number | Arithmetic | Random | Round | MinMax | ListLength | LightLevel | ReadPotentiometer
        | ReadLight => Shape::Number,
        Variable | ListItem | Parameter => Shape::Any,
        ForeverLoop | Repeat | While | Until | Count | LeaveLoop | If | WaitUntil | SetVariable
        | ChangeVariable | ListClear | ListAdd | ListSet | Call | TurnLamp | SetLight | ChangeLight
        | PlayTone | PlayNote | StopSound | WaitMilliseconds | WaitSeconds => Shape::Statement,
    }
}

/// The kind of part that the field PART of a block must name, if it has that field.
pub(super) fn part_kind(kind: BlockKind) -> Option<PartKind> {
    use BlockKind::*;
    match kind {
        TurnLamp | SetLight | ChangeLight | LightLevel => Some(PartKind::Lamp),
        WhenButton | ButtonPressed => Some(PartKind::Button),
        ReadPotentiometer => Some(PartKind::Potentiometer),
        ReadLight => Some(PartKind::AmbientLight),
        PlayTone | PlayNote | StopSound => Some(PartKind::Buzzer),
        _ => None,
    }
}

/// The inputs of a block, in the order in which they are read.
pub(super) fn sockets(tree: &Tree, block: BlockNumber, kind: BlockKind) -> Vec<(String, Socket)> {
    use BlockKind::*;
    let fixed: &[(&str, Socket)] = match kind {
        OnStart | Forever | WhenButton | Function | ForeverLoop => &[("DO", Socket::Stack)],
        Repeat => &[("TIMES", Socket::Number), ("DO", Socket::Stack)],
        While | Until => &[("CONDITION", Socket::Truth), ("DO", Socket::Stack)],
        Count => &[
            ("FROM", Socket::Number),
            ("TO", Socket::Number),
            ("DO", Socket::Stack),
        ],
        WaitUntil => &[("CONDITION", Socket::Truth)],
        Compare => &[("A", Socket::Any), ("B", Socket::Any)],
        Both => &[("A", Socket::Truth), ("B", Socket::Truth)],
        Not => &[("A", Socket::Truth)],
        Arithmetic | MinMax => &[("A", Socket::Number), ("B", Socket::Number)],
        Random => &[("FROM", Socket::Number), ("TO", Socket::Number)],
        Round => &[("A", Socket::Number)],
        SetVariable | ListAdd => &[("VALUE", Socket::Any)],
        ChangeVariable | ChangeLight => &[("DELTA", Socket::Number)],
        ListSet => &[("INDEX", Socket::Number), ("VALUE", Socket::Any)],
        ListItem => &[("INDEX", Socket::Number)],
        SetLight => &[("LEVEL", Socket::Number)],
        PlayTone => &[("FREQUENCY", Socket::Number), ("DURATION", Socket::Number)],
        PlayNote | WaitMilliseconds | WaitSeconds => &[("DURATION", Socket::Number)],
        If => {
            let (branches, has_else) = tree.branches(block);
            let mut sockets = Vec::new();
            for (condition, body) in branches {
                sockets.push((condition, Socket::Truth));
                sockets.push((body, Socket::Stack));
            }
            if has_else {
                sockets.push(("ELSE".to_owned(), Socket::Stack));
            }
            return sockets;
        }
        // Its arguments are as many as the function's parameters: the caller of this function knows.
        Call => &[],
        LeaveLoop | Truth | Number | Variable | ListClear | ListLength | Parameter | TurnLamp
        | LightLevel | ButtonPressed | ReadPotentiometer | ReadLight | StopSound => &[],
    };
    fixed
        .iter()
        .map(|(name, socket)| ((*name).to_owned(), *socket))
        .collect()
}
