//! Floor 2: the only place that calls the browser. On the native side every call does nothing.

pub mod document;
pub mod fetch;
pub mod links;
pub mod popover;
pub mod schedule;
pub mod words;
