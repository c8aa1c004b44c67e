//! The native end: the tool that checks, exports, prerenders, assembles and serves the site.
//!
//! What editors need (`editor`) builds without Leptos; the rest comes with the feature `site`. A room knows those before it:
//! `dist` (the files and their rules), `build` (makes them), `deploy` and `serve` (hand them out).

#[cfg(feature = "site")]
pub mod build;
#[cfg(feature = "site")]
pub mod deploy;
#[cfg(feature = "site")]
pub mod dist;
pub mod editor;
#[cfg(feature = "site")]
pub mod serve;
