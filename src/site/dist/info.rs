//! What a dist says of itself: the base path, the releases whose files it holds, the copy that its worker makes.

use super::compress;
use super::files::{files, read};
use crate::route::Base;
use serde::{Deserialize, Serialize};
use serde_json::Value;
use std::fs;
use std::path::Path;

/// The worker's file, below the base path: its place is its scope, so its name cannot carry a hash.
pub const WORKER_FILE: &str = "sw.js";

/// What later releases must know of one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Release {
    /// The hash of its inline style, for the policy.
    pub style: String,
    /// Its files in `assets/`.
    pub assets: Vec<String>,
}

impl Release {
    /// The release whose files stand in this folder.
    ///
    /// # Errors
    /// When the folder cannot be read.
    pub fn of(assets: &Path, style: &str) -> Result<Self, String> {
        let found = files(assets)?;
        let names = found.iter().filter_map(|path| path.strip_prefix(assets).ok());
        Ok(Self { style: style.to_owned(), assets: names.map(|name| name.display().to_string()).collect() })
    }
}

/// The base path that a dist was built for.
///
/// # Errors
/// When the folder is no dist.
pub fn base_of(dist: &Path) -> Result<Base, String> {
    let path = dist.join("build-info.json");
    let text = fs::read_to_string(&path)
        .map_err(|error| format!("{}: {error}. Build first: cargo xtask build", path.display()))?;
    let info: serde_json::Value =
        serde_json::from_str(&text).map_err(|error| format!("{}: {error}", path.display()))?;
    Base::parse(info["base"].as_str().unwrap_or_default())
}

/// The bytes that the whole copy costs on the wire: what the worker names, as a good host compresses it.
///
/// # Errors
/// When the dist has no worker, or lacks a file that the worker names.
pub fn transferred(dist: &Path) -> Result<usize, String> {
    let mut sum = compress::brotli(read(&dist.join(WORKER_FILE))?.as_bytes(), compress::BEST).len();
    let data = copy_of(dist)?;
    let base = data["base"].as_str().unwrap_or_default();
    for path in data["files"].as_object().ok_or("sw.js names no files")?.keys() {
        let path = dist.join(path.strip_prefix(base).unwrap_or(path));
        let packed = fs::read(format!("{}.br", path.display())).or_else(|_| fs::read(&path));
        sum += packed.map_err(|error| format!("{}: {error}", path.display()))?.len();
    }
    Ok(sum)
}

/// The value that the worker of a dist was filled with.
///
/// # Errors
/// When the dist has no worker.
pub fn copy_of(dist: &Path) -> Result<Value, String> {
    let text = read(&dist.join(WORKER_FILE))?;
    let line = text.lines().find_map(|line| line.split_once("words } = ")).ok_or("sw.js holds no copy")?;
    let value = line.1.trim_end_matches(';');
    serde_json::from_str(value).map_err(|error| format!("sw.js: {error}"))
}
