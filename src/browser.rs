//! Everything of the browser, each thing behind a small port: the only folder that names `web_sys`.

pub mod address;
pub mod animation_frame;
pub mod blockly;
pub mod chance;
pub mod clipboard;
pub mod clock;
pub mod connections;
pub mod custom_properties;
pub mod dav;
pub mod document;
pub mod event;
pub mod fetch;
pub mod files;
pub mod focus;
pub mod indexed_db;
pub mod local_storage;
pub mod offline;
pub mod page;
pub mod panic;
pub mod persistence;
pub mod print;
pub mod screen;
mod scripts;
pub mod speech;
pub mod stage;
pub mod styles;
pub mod tabs;

#[cfg(all(test, target_arch = "wasm32"))]
wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
