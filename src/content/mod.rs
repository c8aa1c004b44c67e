//! Floor 0: the dataset's types, how they are read, and `check()`, which reports every problem.
//!
//! Knows nothing of Leptos, the browser, the clock or files: callers hand it texts, it hands back values.

pub mod anchor;
pub mod block;
pub mod bundle;
#[cfg(not(target_arch = "wasm32"))]
pub mod check;
pub mod dataset;
pub mod date;
pub mod entity;
pub mod geography;
pub mod id;
pub mod inline;
#[cfg(not(target_arch = "wasm32"))]
pub mod load;
pub mod page;
pub mod parse_error;
#[cfg(not(target_arch = "wasm32"))]
pub mod problem;
pub mod site;
pub mod visit;

pub use block::Block;
pub use bundle::Content;
pub use dataset::Dataset;
pub use id::{PageId, Section};
pub use inline::{Inline, RichText, Text};
pub use page::{PageBody, PageHead};
pub use parse_error::ParseError;
#[cfg(not(target_arch = "wasm32"))]
pub use problem::Problem;

/// Version of the shape of the data, as `site.json` names it. A dataset of another version is refused.
pub const SCHEMA_VERSION: u32 = 1;
