//! Makes `dist/` out of what Trunk built: one HTML file a route, hashed assets, headers, compressed copies.
//!
//! Runs as Trunk's `post_build` hook, in the staging folder: when it fails, the last good `dist/` stays.

pub mod drawings;
pub mod examples;
pub mod generate;
mod licences;
mod metadata;
pub mod previous;
pub mod render;
mod script;
mod shell;
pub mod sprite;
mod styles;
mod worker;

use crate::content::bundle::BUNDLE_VERSION;
use crate::route::Base;
use crate::site::dist::asset::{Asset, asset};
use crate::site::dist::files::write;
use crate::site::dist::info::{BuildInfo, Release};
use crate::site::dist::{compress, headers};
use crate::site::editor::dataset;
use crate::state::content_updates::{VERSION_FILE, Version};
use crate::state::context::SitePlace;
use anyhow::{Context as _, Error, Result};
use fs_err as fs;
use previous::Kept;
use shell::{Named, Shell};
use std::env;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// What Trunk tells its hook.
struct Trunk {
    /// The folder that becomes `dist/` when all goes well.
    staging: PathBuf,
    source: PathBuf,
    base: Base,
    release: bool,
}

impl Trunk {
    fn read() -> Result<Self> {
        let variable = |name: &str| {
            env::var(name).with_context(|| format!("{name} is not set: this runs as Trunk's post_build hook"))
        };
        Ok(Self {
            staging: PathBuf::from(variable("TRUNK_STAGING_DIR")?),
            source: PathBuf::from(variable("TRUNK_SOURCE_DIR")?),
            base: Base::parse(&variable("TRUNK_PUBLIC_URL")?).map_err(Error::msg)?,
            release: variable("TRUNK_PROFILE")? == "release",
        })
    }
}

/// Finishes the build that Trunk has started.
///
/// # Errors
/// What is missing or cannot be written.
pub fn from_trunk() -> Result<()> {
    let Trunk { staging, source, base, release } = Trunk::read()?;
    let data = dataset::load()?;
    let content = Arc::new(dataset::content_of(&data)?);
    let drawings = asset(&staging, "drawings", "svg", drawings::drawings(&source)?.as_bytes())?;
    let place = Arc::new(SitePlace { base, drawings: drawings.name });
    let looks = styles::looks(&source, &staging, &place.base)?;
    let script = script::program(&source, &staging, &place.base, release)?;
    let bundle = asset(&staging, "content", "bundle", data.to_bundle().as_bytes())?;
    let index = index(&staging)?;
    let named = Named { looks: &looks, script: &script, dataset: &bundle };
    let mut shell = Shell::new(&index, content, place, &named)?;
    let (build, pages) = shell.name_build()?;
    for page in &pages {
        write(&staging.join(page.name()), page.file(&shell.template)?.as_bytes())?;
    }
    let kept = Kept::read()?;
    write_site_files(&shell, &bundle, &source, &staging)?;
    if !release {
        write(&staging.join("_apercu/index.html"), shell.examples(&index, &looks)?.as_bytes())?;
    }
    worker::write_copy(&shell, &build, pages, &source, &staging)?;
    write_releases(&shell, &build, &bundle, &staging, &kept)?;
    kept.copy_assets(&staging)?;
    if release {
        compress::folder(&staging)?;
    }
    Ok(())
}

/// `index.html` as Trunk left it: its own link stays in place when it injects no script.
fn index(staging: &Path) -> Result<String> {
    let text = fs::read_to_string(staging.join("index.html"))?;
    let lines = text.lines().filter(|line| !line.starts_with("<link data-trunk"));
    Ok(lines.fold(String::new(), |all, line| all + line + "\n"))
}

/// Which releases' files are here, and the headers that let all of them work.
fn write_releases(shell: &Shell, build: &str, bundle: &Asset, staging: &Path, kept: &Kept) -> Result<()> {
    let own = Release::of(&staging.join("assets"), &shell.style_hash)?;
    let releases = kept.with(&own);
    let styles: Vec<String> = releases.iter().map(|release| release.style.clone()).collect();
    let info = BuildInfo {
        base: shell.place.base.as_str().to_owned(),
        build: build.to_owned(),
        content: bundle.integrity.clone(),
        releases,
    };
    info.write(staging)?;
    write(&staging.join("_redirects"), headers::redirects(&shell.place.base).as_bytes())?;
    write(&staging.join("_headers"), headers::file(&styles, &shell.place.base).as_bytes())
}

/// Everything beside the pages.
fn write_site_files(shell: &Shell, dataset: &Asset, source: &Path, staging: &Path) -> Result<()> {
    let version = Version { schema: BUNDLE_VERSION, file: dataset.name.clone(), integrity: dataset.integrity.clone() };
    let version = serde_json::to_string(&version)?;
    write(&staging.join(VERSION_FILE), version.as_bytes())?;
    write(&staging.join("licences.txt"), licences::list(source)?.as_bytes())?;
    write(&staging.join("sitemap.xml"), metadata::sitemap(&shell.content, &shell.place.base).as_bytes())?;
    write(&staging.join("robots.txt"), metadata::robots(&shell.content, &shell.place.base).as_bytes())?;
    write(&staging.join("manifest.webmanifest"), metadata::manifest(&shell.content, &shell.place.base).as_bytes())?;
    let icon = fs::read_to_string(source.join("assets/icon.svg"))?;
    write(&staging.join("icon.svg"), icon.as_bytes())?;
    for size in [180, 192, 512] {
        write(&staging.join(format!("icon-{size}.png")), &metadata::png(icon.as_bytes(), size)?)?;
    }
    let card = fs::read_to_string(source.join("assets/social.svg"))?;
    write(&staging.join("social.png"), &metadata::png(card.as_bytes(), 1200)?)
}
