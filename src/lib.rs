//! The patient-information site of the IPROS oncology network.
//!
//! From the ground up: [`text`], [`content`], [`labels`], [`route`], [`search`] (pure services), `browser` (the only place that
//! calls the browser), [`state`], [`view`], [`components`], [`pages`], [`app`], and the two ends: `main.rs` (wasm) and `site`
//! (native). A file uses only what is below it; `tests/native/floors.rs` proves it.

pub mod app;
#[cfg(feature = "csr")]
pub mod browser;
pub mod components;
pub mod content;
#[cfg(feature = "csr")]
mod generated;
pub mod labels;
pub mod pages;
pub mod route;
pub mod search;
#[cfg(not(target_arch = "wasm32"))]
pub mod site;
pub mod state;
pub mod text;
pub mod view;
