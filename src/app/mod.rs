//! Floor 6: the frame around every page, and the program that wakes a page up.
//!
//! Nothing is hydrated: the prerendered page is the page. Waking listens (`wake`), and changes no text. The first change
//! of route mounts the framework in the place of what stands there; from then on each page is built from the content.

pub mod frame;

#[cfg(feature = "csr")]
mod controls;
#[cfg(feature = "csr")]
mod navigation;
#[cfg(feature = "csr")]
mod search;
#[cfg(feature = "csr")]
mod waking;

#[cfg(feature = "csr")]
pub use waking::wake;
