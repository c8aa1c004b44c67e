//! Floor 2: the only place that calls the browser. In the program alone: the views need nothing of it.

pub mod combobox;
pub mod document;
pub mod fetch;
pub mod filter;
pub mod history;
pub mod keys;
pub mod links;
pub mod listen;
pub mod popover;
pub mod schedule;
