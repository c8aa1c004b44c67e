//! Floor 3: what this tab knows: where the reader is, the content in use, the search.

pub mod content_updates;
pub mod context;
#[cfg(feature = "csr")]
pub mod search_index;
#[cfg(feature = "csr")]
pub mod search_session;
