//! Fabrique: the Yew app. See ARCHITECTURE.md for the map of its rooms.

mod app;
mod browser;
mod device_bench;
mod home;
mod i18n;
mod lazy;
mod player;
mod route;
mod saving;
mod widgets;

fn main() {
    browser::panic::report_in_the_page();
    yew::Renderer::<app::App>::new().render();
}
