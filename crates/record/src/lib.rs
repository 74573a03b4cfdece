//! What is kept of a person's work: people, progress, works, logbook; how copies are joined; how it is saved.
//! No storage, no network, no clock.
//!
//! Everything here is a *join-semilattice*: two copies of a record, from two tabs or two machines, join into one
//! that holds what either held, in whatever order they meet. Nothing compares wall clocks: [`Stamp`]s do.
//! Works and logbook entries are [`Document`]s: where two tabs wrote without knowing of each other both texts stay.

mod action;
mod copies;
mod document;
mod join;
pub mod keeper;
mod ordered;
mod parts;
mod person;
mod progress;
mod queries;
mod record;
pub mod saved_format;
mod sharing;
mod stamp;
pub mod store;
mod words;

pub use action::{Action, Deed, LONGEST_TEXT, Page, Writing, apply};
pub use copies::{Amount, Arrival, ArrivalChange, KeptStep};
pub use document::{Document, Dot, Revision, WorkKind};
pub use join::{Join, Unknown};
pub use ordered::Ordered;
pub use parts::{Changes, PartKey};
pub use person::{Person, PersonId, Setting, Settings, Spacing, TextSize, Theme, Tool};
pub use progress::{LessonProgress, StepProgress};
pub use queries::{Names, Work};
pub use record::{PersonRecord, Record};
pub use stamp::{Register, Stamp, WriterId};
