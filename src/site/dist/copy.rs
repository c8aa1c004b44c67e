//! The copy for places without network, as a finished dist makes it.

use super::compress;
use super::contract::WorkerCopy;
use super::info::WORKER_FILE;
use anyhow::{Context as _, Result};
use fs_err as fs;
use std::path::Path;

/// What the worker of a dist was given.
///
/// # Errors
/// When the dist has no worker, or one of another form.
pub fn copy_of(dist: &Path) -> Result<WorkerCopy> {
    let text = fs::read_to_string(dist.join(WORKER_FILE))?;
    let given = text.lines().filter(|line| line.starts_with("const {")).find_map(|line| line.split_once("} = "));
    let (_, value) = given.with_context(|| format!("{WORKER_FILE} is given nothing"))?;
    serde_json::from_str(value.trim_end_matches(';')).context(WORKER_FILE)
}

/// The bytes that the whole copy costs on the wire: what the worker names, as a good host compresses it.
///
/// # Errors
/// When the dist has no worker, or lacks a file that the worker names.
pub fn transferred(dist: &Path) -> Result<usize> {
    let mut sum = compress::brotli(&fs::read(dist.join(WORKER_FILE))?, compress::BEST).len();
    let copy = copy_of(dist)?;
    for path in copy.files.keys() {
        let path = dist.join(path.strip_prefix(&copy.base).unwrap_or(path));
        sum += fs::read(format!("{}.br", path.display())).or_else(|_| fs::read(&path))?.len();
    }
    Ok(sum)
}
