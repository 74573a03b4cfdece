//! Everything of the browser, each thing behind a small port: the only folder that names `web_sys`.

pub mod chance;
pub mod clock;
pub mod page;
pub mod panic;
