//! The files of the releases before this one: pages and policies that browsers and caches still hold must find them.
//!
//! `--keep-previous DIR` (the variable `IPROS_PREVIOUS`) names the dist of the last release.

use crate::site::dist::info::{BuildInfo, Release};
use anyhow::{Context as _, Result, bail};
use fs_err as fs;
use std::env;
use std::path::{Path, PathBuf};

/// Releases whose files stay in a dist, this one among them.
pub const RELEASES: usize = 3;

/// The releases before this one, newest first, and the dist that holds their files.
#[derive(Clone, Debug, Default)]
pub struct Kept {
    dist: PathBuf,
    releases: Vec<Release>,
}

impl Kept {
    /// Reads the dist that `IPROS_PREVIOUS` names; nothing is kept without it.
    ///
    /// # Errors
    /// When it names a folder that is no dist.
    pub fn read() -> Result<Self> {
        env::var_os("IPROS_PREVIOUS").map_or_else(|| Ok(Self::default()), |dist| Self::of(Path::new(&dist)))
    }

    /// The releases in a dist.
    ///
    /// # Errors
    /// When the folder is no dist.
    pub fn of(dist: &Path) -> Result<Self> {
        let mut releases = BuildInfo::of(dist).context("--keep-previous")?.releases;
        releases.truncate(RELEASES - 1);
        Ok(Self { dist: dist.to_owned(), releases })
    }

    /// All releases whose files are in the new dist, the new one first.
    #[must_use]
    pub fn with(&self, own: &Release) -> Vec<Release> {
        let older = self.releases.iter().filter(|release| *release != own).cloned();
        std::iter::once(own.clone()).chain(older).collect()
    }

    /// Copies the files, with their compressed forms; what has the same name has the same bytes.
    ///
    /// # Errors
    /// What cannot be copied.
    pub fn copy_assets(&self, staging: &Path) -> Result<()> {
        for name in self.releases.iter().flat_map(|release| &release.assets) {
            for ending in ["", ".br", ".gz"] {
                let name = format!("assets/{name}{ending}");
                let (from, to) = (self.dist.join(&name), staging.join(&name));
                if from.is_file() && !to.exists() {
                    if let Some(folder) = to.parent() {
                        fs::create_dir_all(folder)?;
                    }
                    fs::copy(&from, &to)?;
                }
            }
            if !staging.join("assets").join(name).is_file() {
                bail!("--keep-previous: {} lacks assets/{name}", self.dist.display());
            }
        }
        Ok(())
    }
}
