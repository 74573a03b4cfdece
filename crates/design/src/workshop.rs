//! The workshop's machines and materials, as a trainer writes them in `lessons/workshop.md`.
//!
//! Reading never fails: what cannot be read is left at its usual value and told, with its line.

mod measured;
mod reader;

use crate::document::Material;
use crate::kerf::Kerf;
use crate::length::Mm;
use crate::machine::{Machine, Profile};

pub use measured::{NewKerf, with_kerf};
pub use reader::{Key, ProblemKind, WorkshopProblem, read};

/// The file that a trainer edits, in the folder of lessons.
pub const FILE: &str = "workshop.md";

/// What the workshop has.
#[derive(Clone, Debug, PartialEq)]
pub struct Workshop {
    /// Its machines, the usual one first.
    pub machines: Vec<Machine>,
    /// Its materials.
    pub materials: Vec<Stock>,
}

/// A material the workshop has, or must never put in a laser.
#[derive(Clone, Debug, PartialEq)]
pub struct Stock {
    /// As people call it: `contreplaqué`.
    pub name: String,
    /// How thick the sheet is.
    pub thickness: Mm,
    /// What a cut takes away.
    pub kerf: Kerf,
    /// The machine on which the kerf was measured; nothing where it is taken for all.
    pub machine: Option<String>,
    /// How fast it is cut, in millimetres per second; nothing for the machine's own speed.
    pub cut_speed: Option<f64>,
    /// Why it must never be cut by a laser.
    pub forbidden: Option<String>,
    /// The line of its name in the file, from 1; 0 where it comes from no file.
    pub line: usize,
}

/// A machine of each profile, and no material, as long as the file has not been read.
impl Default for Workshop {
    fn default() -> Self {
        Self {
            machines: Profile::ALL.into_iter().map(Machine::of_profile).collect(),
            materials: Vec::new(),
        }
    }
}

impl Workshop {
    /// The machine of a name, small or capital letters; else the first one of the profile of that name.
    #[must_use]
    pub fn machine(&self, name: &str) -> Option<&Machine> {
        let by_name = self
            .machines
            .iter()
            .find(|machine| is_same_name(&machine.name, name));
        by_name.or_else(|| {
            let profile = Profile::from_name(name)?;
            self.machines.iter().find(|machine| machine.profile == profile)
        })
    }

    /// What the workshop knows of a drawing's material: the entry measured on that machine before one for all.
    #[must_use]
    pub fn stock(&self, material: &Material, machine: &Machine) -> Option<&Stock> {
        let is_it = |stock: &&Stock| {
            is_same_name(&stock.name, &material.name)
                && (stock.thickness == material.thickness || stock.forbidden.is_some())
        };
        let of_machine = |stock: &&Stock| {
            stock
                .machine
                .as_ref()
                .is_some_and(|name| is_same_name(name, &machine.name))
        };
        let all = || self.materials.iter().filter(is_it);
        all()
            .find(of_machine)
            .or_else(|| all().find(|stock| stock.machine.is_none()))
    }

    /// The kerf for a drawing's material on a machine; none where the workshop does not know it.
    #[must_use]
    pub fn kerf(&self, material: Option<&Material>, machine: &Machine) -> Kerf {
        let stock = material.and_then(|material| self.stock(material, machine));
        stock.map_or(Kerf::NONE, |stock| stock.kerf)
    }
}

fn is_same_name(one: &str, other: &str) -> bool {
    one.trim().to_lowercase() == other.trim().to_lowercase()
}
