//! Floor 3: views as data ([`node`]), and how they stand in the page (`dom`, the only file that knows the framework's renderer).

#[cfg(feature = "csr")]
pub mod dom;
pub mod node;

pub use node::{Element, IntoNodes, Node, el, nodes};
