//! What a dist is: its files and their names, the headers that they need, what it says of itself, its sizes.

pub mod asset;
pub mod budget;
pub mod compress;
pub mod contract;
pub mod copy;
pub mod files;
pub mod fingerprint;
pub mod headers;
pub mod info;
pub mod page;
pub mod template;
