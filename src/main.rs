//! Fabrique: the Yew app. See ARCHITECTURE.md for the map of its rooms.

mod app;
mod browser;
mod check_panel;
mod course_map;
mod design_bench;
mod device_bench;
mod edits;
mod free_bench;
mod free_drawing;
mod home;
mod i18n;
mod lazy;
mod offline;
mod player;
mod record;
mod route;
mod saving;
mod sending;
mod site;
mod widgets;

fn main() {
    browser::panic::report_in_the_page();
    yew::Renderer::<app::App>::new().render();
}
