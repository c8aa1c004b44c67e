//! What leaves the house with a dist: the archive and its hashes, and the kits of the hosts.

pub mod kits;
pub mod release;
