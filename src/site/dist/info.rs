//! What a dist says of itself: the base path, and the releases whose files it holds.

use super::files::{names, write};
use crate::route::Base;
use anyhow::{Context as _, Error, Result};
use fs_err as fs;
use serde::{Deserialize, Serialize};
use std::path::Path;

/// The worker's file, below the base path: its place is its scope, so its name cannot carry a hash.
pub const WORKER_FILE: &str = "sw.js";

/// The file that holds a [`BuildInfo`].
pub const INFO_FILE: &str = "build-info.json";

/// What made a dist, and what later builds must know of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct BuildInfo {
    /// The base path that it was built for.
    pub base: String,
    /// The build's name.
    pub build: String,
    /// The `sha256-…` of the dataset.
    pub content: String,
    /// The releases whose files it holds, its own first.
    pub releases: Vec<Release>,
}

/// What later releases must know of one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Release {
    /// Its files in `assets/`.
    pub assets: Vec<String>,
    /// The hash of its inline style, for the policy.
    pub style: String,
}

impl BuildInfo {
    /// Reads a dist's own.
    ///
    /// # Errors
    /// When the folder is no dist.
    pub fn of(dist: &Path) -> Result<Self> {
        let path = dist.join(INFO_FILE);
        let text = fs::read_to_string(&path)
            .with_context(|| format!("{} is no dist (build first: cargo xtask build)", dist.display()))?;
        serde_json::from_str(&text).with_context(|| path.display().to_string())
    }

    /// Writes it into a dist.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn write(&self, dist: &Path) -> Result<()> {
        write(&dist.join(INFO_FILE), format!("{}\n", serde_json::to_string_pretty(self)?).as_bytes())
    }
}

impl Release {
    /// The release whose files stand in this folder.
    ///
    /// # Errors
    /// When the folder cannot be read.
    pub fn of(assets: &Path, style: &str) -> Result<Self> {
        Ok(Self { assets: names(assets)?, style: style.to_owned() })
    }
}

/// The base path that a dist was built for.
///
/// # Errors
/// When the folder is no dist.
pub fn base_of(dist: &Path) -> Result<Base> {
    Base::parse(&BuildInfo::of(dist)?.base).map_err(Error::msg)
}
