//! Floor 3: how views become HTML and elements. The only files that know the framework's renderer.

pub mod erased;
pub mod node;
