//! Tests on the native side: content, pure services, rendered pages, and the files of `dist/`.

mod cli;
mod content_errors;
mod contract;
mod dist;
mod examples;
mod floors;
mod golden;
mod imports;
mod offline;
mod paths;
mod releases;
mod render;
mod search;
mod services;
mod typography;

use ipros::content::load::json::File;
use ipros::content::{Content, Dataset};
use ipros::route::Base;
use ipros::state::context::SitePlace;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// The repository.
fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The dataset's files.
fn files() -> Vec<File> {
    ipros::content::load::folder::files(&root().join("assets/content")).expect("the content can be read")
}

/// The dataset.
fn dataset() -> Dataset {
    ipros::content::load::folder::load(&root().join("assets/content")).expect("the content is right")
}

/// The dataset as pages are made from it.
fn content() -> Content {
    dataset().to_content().expect("a bundle that can be read")
}

/// The site in a folder, as pages know it.
fn place(base: &str) -> Arc<SitePlace> {
    Arc::new(SitePlace { base: Base::parse(base).expect("a base path"), drawings: "drawings.svg".to_owned() })
}

/// The release build; `IPROS_DIST` may name another folder.
fn dist() -> PathBuf {
    let folder = std::env::var_os("IPROS_DIST").map_or_else(|| root().join("dist"), PathBuf::from);
    assert!(Path::new(&folder).join("build-info.json").is_file(), "no dist: cargo xtask build");
    folder
}
