//! What an audit was made of: one hash of the sources of views and styles, one of the files of a dist.

use super::asset::written;
use super::files::files;
use anyhow::{Result, bail};
use fs_err as fs;
use serde_json::Value;
use sha2::{Digest as _, Sha256};
use std::path::{Path, PathBuf};

/// What decides how a page looks, from the root of the repository. What the program does once it is awake is not in it: it
/// changes no page, and the tests of each run look at what it opens.
const VIEWS_AND_STYLES: [&str; 9] = [
    "assets/drawings",
    "assets/fonts",
    "assets/styles",
    "index.html",
    "src/app/frame.rs",
    "src/components",
    "src/labels.rs",
    "src/pages",
    "src/view",
];

/// `sha256-…` of the sources of views and styles, in the order of their paths.
///
/// # Errors
/// What cannot be read.
pub fn views_and_styles(root: &Path) -> Result<String> {
    let mut found = Vec::new();
    for name in VIEWS_AND_STYLES {
        let path = root.join(name);
        if path.is_dir() { found.extend(files(&path)?) } else { found.push(path) }
    }
    of(root, found)
}

/// Makes sure that the audit's report is of the views and styles of today.
///
/// # Errors
/// When it is of others, or cannot be read.
pub fn audited(root: &Path) -> Result<()> {
    let report: Value = serde_json::from_str(&fs::read_to_string(root.join("tests/audit/report.json"))?)?;
    if report["views_and_styles"] != views_and_styles(root)? {
        bail!("views or styles have changed since the audit: cargo xtask audit");
    }
    Ok(())
}

/// `sha256-…` of every file of a dist but the compressed copies.
///
/// # Errors
/// What cannot be read.
pub fn dist(dist: &Path) -> Result<String> {
    let copy = |path: &PathBuf| path.extension().is_some_and(|ending| ending == "br" || ending == "gz");
    of(dist, files(dist)?.into_iter().filter(|path| !copy(path)).collect())
}

fn of(root: &Path, mut paths: Vec<PathBuf>) -> Result<String> {
    paths.sort();
    let mut all = Sha256::new();
    for path in paths {
        let name = path.strip_prefix(root)?.to_string_lossy().replace('\\', "/");
        let bytes = fs::read(&path)?;
        // Lengths first: no two lists of files give the same stream.
        all.update((name.len() as u64).to_le_bytes());
        all.update(name);
        all.update((bytes.len() as u64).to_le_bytes());
        all.update(bytes);
    }
    Ok(written(&all.finalize()))
}
