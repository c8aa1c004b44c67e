//! What the program carries of the content, written before the program is compiled: `src/generated.rs` includes it.

use crate::site::dist::files::write;
use crate::site::editor::dataset;
use anyhow::Result;
use fs_err as fs;
use std::path::Path;

/// The file, from the root of the repository.
const FILE: &str = "target/generated/core.json";

/// Checks the content and writes its core. A file that would be the same is left alone, so that nothing is compiled anew.
///
/// # Errors
/// Every problem of the content, or the file that cannot be written.
pub fn generate(source: &Path) -> Result<()> {
    let core = dataset::load()?.to_core();
    let path = source.join(FILE);
    if fs::read_to_string(&path).ok().as_deref() == Some(core.as_str()) {
        return Ok(());
    }
    write(&path, core.as_bytes())
}
