//! What editors and reviewers ask of the content: checks, figures, exports, the search; nothing of how pages are made.

pub mod dataset;
pub mod export;
pub mod mutate;
pub mod new_page;
pub mod publication;
pub mod report;
#[cfg(feature = "schema")]
pub mod schema;
pub mod search;
