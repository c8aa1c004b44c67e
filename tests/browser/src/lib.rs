//! What the browser tests stand on: a site served from a dist, and a Chromium of one's own.

mod chromium;
pub mod conformance;
pub mod copy;
mod fault_server;
pub mod releases;
mod site;
mod text;

pub use chromium::{Chromium, Options};
pub use fault_server::{Fault, FaultServer};
pub use site::{Build, Site, content, copy_dist, routes};
pub use text::main_text;

/// What a test ends with: any failure is told as a line.
pub type Outcome = Result<(), String>;
