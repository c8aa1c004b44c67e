//! Floor 6, native: the tool that checks, exports, prerenders, assembles and serves the site.
//!
//! What editors need (`check`, `export`, `search`, `schema`) builds without Leptos; the rest comes with the feature `site`.

pub mod export;
pub mod mutate;
pub mod new_page;
pub mod publication;
pub mod report;
#[cfg(feature = "schema")]
pub mod schema;
pub mod search;

#[cfg(feature = "site")]
pub mod assemble;
#[cfg(feature = "site")]
pub mod budget;
#[cfg(feature = "site")]
pub mod compress;
#[cfg(feature = "site")]
pub mod discovery;
#[cfg(feature = "site")]
pub mod examples;
#[cfg(feature = "site")]
pub mod headers;
#[cfg(feature = "site")]
pub mod licences;
#[cfg(feature = "site")]
pub mod render;
#[cfg(feature = "site")]
pub mod serve;
#[cfg(feature = "site")]
mod styles;
