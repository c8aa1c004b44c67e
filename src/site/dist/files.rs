//! Writing and listing files.

use anyhow::Result;
use fs_err as fs;
use std::path::{Path, PathBuf};

/// Writes a file, and the folders that it stands in.
///
/// # Errors
/// When it cannot be written.
pub fn write(path: &Path, bytes: &[u8]) -> Result<()> {
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    Ok(fs::write(path, bytes)?)
}

/// Every file below a folder, sorted.
///
/// # Errors
/// The folder that cannot be read.
pub fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder)? {
            let path = entry?.path();
            if path.is_dir() { folders.push(path) } else { found.push(path) }
        }
    }
    found.sort();
    Ok(found)
}

/// Every file below a folder by its path from there, in the order of [`files`].
///
/// # Errors
/// As [`files`].
pub fn names(folder: &Path) -> Result<Vec<String>> {
    let found = files(folder)?;
    Ok(found.iter().filter_map(|path| path.strip_prefix(folder).ok()).map(|name| name.display().to_string()).collect())
}
