//! Everything of the browser, each thing behind a small port: the only folder that names `web_sys`.

pub mod address;
pub mod animation_frame;
pub mod chance;
pub mod clock;
pub mod custom_properties;
pub mod document;
pub mod event;
pub mod fetch;
pub mod focus;
pub mod page;
pub mod panic;
pub mod print;
pub mod speech;
