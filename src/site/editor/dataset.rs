//! The dataset of `assets/content`, or of the folder that `IPROS_CONTENT` names.

use crate::content::load::folder;
use crate::content::{Content, Dataset};
use anyhow::{Result, anyhow, bail};
use std::env;
use std::path::PathBuf;

/// The folder that content is read from.
#[must_use]
pub fn folder() -> PathBuf {
    env::var_os("IPROS_CONTENT").map_or_else(|| PathBuf::from("assets/content"), PathBuf::from)
}

/// Reads and checks the dataset.
///
/// # Errors
/// Every problem, in French.
pub fn load() -> Result<Dataset> {
    folder::load(&folder()).or_else(|problems| {
        let texts: Vec<String> = problems.iter().map(|problem| format!("assets/content/{problem}\n")).collect();
        bail!("{} problème(s)\n\n{}", problems.len(), texts.join("\n"))
    })
}

/// The dataset as pages are made from it.
///
/// # Errors
/// Every problem, in French.
pub fn content() -> Result<Content> {
    content_of(&load()?)
}

/// A dataset as pages are made from it.
///
/// # Errors
/// What does not fit: never for a dataset that the check has accepted.
pub fn content_of(data: &Dataset) -> Result<Content> {
    data.to_content().map_err(|error| anyhow!("the bundle of this dataset cannot be read again: {error:?}"))
}
