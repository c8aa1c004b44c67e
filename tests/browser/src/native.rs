//! The native tool as these tests call it: its errors are told as sentences.

use axum::Router;
use ipros::route::Base;
use ipros::site::build::previous::Kept;
use ipros::site::deploy::{kits, release};
use ipros::site::dist::contract::WorkerCopy;
use ipros::site::dist::{self, copy, fingerprint, info};
use ipros::site::serve;
use std::fmt::Display;
use std::path::{Path, PathBuf};

/// An error with its causes, on one line.
fn told(error: impl Display) -> String {
    format!("{error:#}")
}

/// [`dist::files::files`].
///
/// # Errors
/// As there.
pub fn files(folder: &Path) -> Result<Vec<PathBuf>, String> {
    dist::files::files(folder).map_err(told)
}

/// [`info::base_of`].
///
/// # Errors
/// As there.
pub fn base_of(dist: &Path) -> Result<Base, String> {
    info::base_of(dist).map_err(told)
}

/// [`copy::copy_of`].
///
/// # Errors
/// As there.
pub fn copy_of(dist: &Path) -> Result<WorkerCopy, String> {
    copy::copy_of(dist).map_err(told)
}

/// [`copy::transferred`].
///
/// # Errors
/// As there.
pub fn transferred(dist: &Path) -> Result<usize, String> {
    copy::transferred(dist).map_err(told)
}

/// [`serve::router`].
///
/// # Errors
/// As there.
pub fn router(dist: &Path) -> Result<Router, String> {
    serve::router(dist).map_err(told)
}

/// [`kits::rules`].
///
/// # Errors
/// As there.
pub fn rules(dist: &Path) -> Result<Vec<(String, String)>, String> {
    kits::rules(dist).map_err(told)
}

/// [`release::upload_order`].
///
/// # Errors
/// As there.
pub fn upload_order(dist: &Path) -> Result<Vec<String>, String> {
    release::upload_order(dist).map_err(told)
}

/// [`release::command`].
///
/// # Errors
/// As there.
pub fn bundle(dist: &Path, out: &Path) -> Result<(), String> {
    release::command(&dist.display().to_string(), &out.display().to_string()).map_err(told)
}

/// [`fingerprint::views_and_styles`].
///
/// # Errors
/// As there.
pub fn views_and_styles(root: &Path) -> Result<String, String> {
    fingerprint::views_and_styles(root).map_err(told)
}

/// [`fingerprint::dist`].
///
/// # Errors
/// As there.
pub fn files_of_a_dist(dist: &Path) -> Result<String, String> {
    fingerprint::dist(dist).map_err(told)
}

/// [`Kept::of`].
///
/// # Errors
/// As there.
pub fn kept(dist: &Path) -> Result<Kept, String> {
    Kept::of(dist).map_err(told)
}

/// [`Kept::copy_assets`].
///
/// # Errors
/// As there.
pub fn copy_assets(kept: &Kept, dist: &Path) -> Result<(), String> {
    kept.copy_assets(dist).map_err(told)
}
