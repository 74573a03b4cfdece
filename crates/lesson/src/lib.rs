//! From a trainer's Markdown to a lesson, its problems, and a verdict.
//!
//! Parsing never fails and loses no character: what cannot be understood is a [`problem::Problem`] with a line, a
//! sentence and a next step. No HTML, no Yew, no fetch.

pub mod check;
pub mod drawings;
pub mod glossary;
pub mod grade;
pub mod lesson;
pub mod lint;
pub mod outline;
pub mod problem;
pub mod programme;
mod programs;
pub mod reading;
mod spelling;
pub mod text;
pub mod vocabulary;
pub mod words;

pub use grade::{grade_drawing, grade_program};
pub use lesson::{Lesson, Parsed, parse};
