//! The ground: letters, words and sentences of French. Knows nothing of this site.

pub mod fold;
#[cfg(not(target_arch = "wasm32"))]
pub mod french;
#[cfg(not(target_arch = "wasm32"))]
pub mod prose;
pub mod sort;
