//! What the site tool has made of the content for the program to carry: `site generate`, which Trunk runs before each build.

/// The core of the checked dataset ([`crate::content::bundle`]).
pub(crate) const CORE: &str = include_str!("../target/generated/core.json");
