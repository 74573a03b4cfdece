//! `cargo xtask size`: what a first visit costs on the network, measured in Chromium on the release site.

use crate::build;
use crate::problem::Outcome;
use crate::project::Project;
use crate::run::must;
use crate::setup::{self, Need};
use crate::stage::stage;
use crate::test::playwright;

/// Builds the site, then prints each first visit's files and holds them against their budgets.
pub fn size(project: &Project) -> Outcome {
    setup::get(project, &Need::BUILD)?;
    setup::get(project, &[Need::Chromium])?;
    build::site(project, &build::Options::default())?;
    stage("first visits", || {
        must(playwright(project).args(["sizes", "home-asks-no-chunk"]))
    })
}
