//! What the browser tests stand on: a site served from a dist, and a Chromium of one's own.

pub mod checks;
mod chromium;
mod site;
mod text;

pub use chromium::{Chromium, Options};
pub use site::{Build, Site, content, copy_dist, most_routes, routes};
pub use text::main_text;

/// What a test ends with: any failure is told as a line.
pub type Outcome = Result<(), String>;
