//! What the browser tests stand on: a site served from a dist, and a browser of one's own, of any engine.

pub mod audit;
pub mod axe;
mod browser;
pub mod checks;
mod chromium;
pub mod conformance;
pub mod copy;
mod driver;
mod engine;
mod fault_server;
pub mod hosts;
pub mod native;
pub mod releases;
mod sample;
mod site;
mod text;
pub mod transit;

pub use browser::Browser;
pub use chromium::{Chromium, Options};
pub use engine::{Engine, Theme};
pub use fault_server::{Fault, FaultServer};
pub use sample::{kind, kinds_and_a_fifth};
pub use site::{Build, Site, build_name, content, copy_dist, dataset, routes, walked_routes};
pub use text::main_text;

/// What a test ends with: any failure is told as a line.
pub type Outcome = Result<(), String>;
