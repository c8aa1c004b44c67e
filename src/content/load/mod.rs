//! From the files of `assets/content/` to a dataset; native only.

pub mod folder;
pub mod json;
