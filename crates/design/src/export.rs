//! From a drawing to the file a machine reads, and what will be in that file.

pub mod print;
pub mod svg;

use crate::machine::{Colour, Machine};
use crate::toolpath::{Stage, Toolpaths};

/// The kinds of file that are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// For lasers.
    #[default]
    Svg,
}

impl Format {
    /// Every kind of file.
    pub const ALL: [Self; 1] = [Self::Svg];

    /// How it is called, and how its files end.
    #[must_use]
    pub const fn extension(self) -> &'static str {
        match self {
            Self::Svg => "svg",
        }
    }

    /// The kind of that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL
            .into_iter()
            .find(|format| format.extension().eq_ignore_ascii_case(name))
    }
}

/// What is in a file in one colour.
#[derive(Clone, Debug, PartialEq)]
pub struct ColourContents {
    /// The colour.
    pub colour: Colour,
    /// What is done in it, in the order of the file.
    pub stages: Vec<Stage>,
    /// How long its lines are together, in millimetres; for areas the length of their edges.
    pub length: f64,
    /// The area that is burnt, in square millimetres; 0 where there are lines only.
    pub area: f64,
}

/// What will be in the file, colour by colour, in the order of the file.
#[must_use]
pub fn contents(toolpaths: &Toolpaths, machine: &Machine) -> Vec<ColourContents> {
    let mut contents: Vec<ColourContents> = Vec::new();
    for summary in toolpaths.summary() {
        let colour = machine.colours.of(summary.stage);
        if let Some(known) = contents.iter_mut().find(|known| known.colour == colour) {
            known.stages.push(summary.stage);
            known.length += summary.length;
            known.area += summary.area;
        } else {
            contents.push(ColourContents {
                colour,
                stages: vec![summary.stage],
                length: summary.length,
                area: summary.area,
            });
        }
    }
    contents
}
