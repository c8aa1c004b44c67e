//! Files in `assets/`: their names carry their hash, so that browsers may keep them for good.

use super::files::write;
use anyhow::Result;
use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use sha2::{Digest as _, Sha256};
use std::path::Path;

/// A file in `assets/` whose name carries its hash.
#[derive(Clone, Debug)]
pub struct Asset {
    /// The file's name.
    pub name: String,
    /// Its `sha256-…`.
    pub integrity: String,
}

/// Writes an asset under its name.
///
/// # Errors
/// When it cannot be written.
pub fn asset(staging: &Path, stem: &str, ending: &str, bytes: &[u8]) -> Result<Asset> {
    let name = format!("{stem}-{}.{ending}", short_hash(bytes));
    write(&staging.join("assets").join(&name), bytes)?;
    Ok(Asset { name, integrity: hash(bytes) })
}

/// The first 64 bits of a SHA-256, in hexadecimal: a name, not a guard.
#[must_use]
pub fn short_hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}

/// `sha256-…`, as `integrity` and CSP write it.
#[must_use]
pub fn hash(bytes: &[u8]) -> String {
    written(&Sha256::digest(bytes))
}

/// A SHA-256 digest as `integrity` and CSP write it.
#[must_use]
pub fn written(digest: &[u8]) -> String {
    format!("sha256-{}", STANDARD.encode(digest))
}
