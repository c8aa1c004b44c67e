//! Floor 1: the dataset that this program carries.

use crate::content::Content;

/// The checked bundle, written by `build.rs`.
pub const BUNDLE: &str = include_str!(concat!(env!("OUT_DIR"), "/content.bundle"));

/// Names what this program was built from: dataset, views and locked dependencies. A page and a wasm of different
/// builds do not meet.
pub const BUILD: &str = env!("IPROS_BUILD");

/// The name, in `assets/`, of the file of all drawings; it carries the file's hash.
pub const DRAWINGS: &str = env!("IPROS_DRAWINGS");

/// The file of all drawings.
#[cfg(not(target_arch = "wasm32"))]
pub const DRAWINGS_FILE: &str = include_str!(concat!(env!("OUT_DIR"), "/drawings.svg"));

/// Reads the core of the embedded dataset.
///
/// # Panics
/// Never in a program that was built: `build.rs` writes the bundle with the code that reads it.
#[must_use]
pub fn content() -> Content {
    Content::from_bundle(BUNDLE).expect("the bundle was written by this build")
}
