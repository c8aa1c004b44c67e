//! Floor 2: what this tab knows: where the reader is, the content in use, the search.

pub mod content_updates;
pub mod context;
pub mod search_index;
