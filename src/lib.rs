//! The patient-information site of the IPROS oncology network.
//!
//! Floors, from the ground: [`content`] (data and its checks), [`route`] and [`head`] (pure services), `browser` (the only
//! place that calls the browser), `components`, `pages`, `app`, and the two ends: `main.rs` (wasm) and `site` (native).
//! A file uses only what is below it; `tests/native/floors.rs` proves it.

#[cfg(all(feature = "ssr", feature = "hydrate"))]
compile_error!("`ssr` renders on the native side, `hydrate` wakes the page in the browser: choose one");

pub mod content;
#[cfg(feature = "embedded")]
pub mod generated;
pub mod labels;
pub mod route;
pub mod search;
pub mod text;

#[cfg(any(feature = "ssr", feature = "hydrate"))]
pub mod app;
#[cfg(any(feature = "ssr", feature = "hydrate"))]
pub mod browser;
#[cfg(any(feature = "ssr", feature = "hydrate"))]
pub mod components;
#[cfg(any(feature = "ssr", feature = "hydrate"))]
pub mod pages;
#[cfg(any(feature = "ssr", feature = "hydrate"))]
pub mod state;
#[cfg(any(feature = "ssr", feature = "hydrate"))]
pub mod view;

#[cfg(not(target_arch = "wasm32"))]
pub mod site;
