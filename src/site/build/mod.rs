//! Makes `dist/` out of what Trunk built: one HTML file a route, hashed assets, headers, compressed copies.
//!
//! Runs as Trunk's `post_build` hook, in the staging folder: when it fails, the last good `dist/` stays.

pub mod examples;
mod licences;
mod metadata;
pub mod previous;
pub mod render;
mod script;
mod shell;
pub mod sprite;
mod styles;
mod worker;

use crate::content::SCHEMA_VERSION;
use crate::generated;
use crate::route::{Base, Route};
use crate::site::dist::asset::asset;
use crate::site::dist::files::write;
use crate::site::dist::info::{BuildInfo, Release};
use crate::site::dist::{compress, headers};
use crate::state::content_updates::{VERSION_FILE, Version};
use anyhow::{Context as _, Error, Result};
use fs_err as fs;
use shell::{Sheets, Shell, frame};
use std::env;
use std::path::{Path, PathBuf};
use std::sync::Arc;

/// Finishes the build that Trunk has started.
///
/// # Errors
/// What is missing or cannot be written.
pub fn from_trunk() -> Result<()> {
    let variable = |name: &str| env::var(name).with_context(|| format!("{name}: this runs as Trunk's post_build hook"));
    let staging = PathBuf::from(variable("TRUNK_STAGING_DIR")?);
    let source = PathBuf::from(variable("TRUNK_SOURCE_DIR")?);
    let base = Base::parse(&variable("TRUNK_PUBLIC_URL")?).map_err(Error::msg)?;
    let release = variable("TRUNK_PROFILE")? == "release";
    fs::create_dir_all(staging.join("assets"))?;
    let content = Arc::new(generated::content());
    write(&staging.join("assets").join(generated::DRAWINGS), generated::DRAWINGS_FILE.as_bytes())?;
    let font = styles::font(&source, &staging, &base)?;
    let (style, sheet) = styles::styles(&source, &staging, &font)?;
    let script = script::program(&source, &staging, release)?;
    let bundle = asset(&staging, "content", "bundle", generated::BUNDLE.as_bytes())?;
    // Trunk leaves its own link in place when it injects no script.
    let template = fs::read_to_string(staging.join("index.html"))?;
    let template: String = template
        .lines()
        .filter(|line| !line.starts_with("<link data-trunk"))
        .fold(String::new(), |all, line| all + line + "\n");
    let frame =
        frame(&template, &base, &content, &Sheets { style: &style, sheet: &sheet, font: &font }, &script, &bundle)?;
    let shell = Shell { content, base, frame, style, bundle };
    let mut pages = Vec::new();
    for route in Route::all(&shell.content) {
        let parts = shell.parts(&route);
        write(&staging.join(route.file()), shell.page(&parts).as_bytes())?;
        pages.push((route, parts));
    }
    let kept = previous::Kept::read()?;
    write_site_files(&shell, &source, &staging)?;
    if !release {
        write(&staging.join("_apercu/index.html"), shell.examples(&template)?.as_bytes())?;
    }
    worker::write_copy(&shell, &pages, &source, &staging)?;
    write_releases(&shell, &staging, &kept)?;
    kept.copy_assets(&staging)?;
    if release {
        compress::folder(&staging)?;
    }
    Ok(())
}

/// Which releases' files are here, and the headers that let all of them work.
fn write_releases(shell: &Shell, staging: &Path, kept: &previous::Kept) -> Result<()> {
    let own = Release::of(&staging.join("assets"), &shell.style_hash())?;
    let releases = kept.with(&own);
    let styles: Vec<String> = releases.iter().map(|release| release.style.clone()).collect();
    let info = BuildInfo {
        base: shell.base.as_str().to_owned(),
        build: generated::BUILD.to_owned(),
        content: shell.bundle.integrity.clone(),
        releases,
    };
    info.write(staging)?;
    write(&staging.join("_redirects"), headers::redirects(&shell.base).as_bytes())?;
    write(&staging.join("_headers"), headers::file(&styles, &shell.base).as_bytes())
}

/// Everything beside the pages.
fn write_site_files(shell: &Shell, source: &Path, staging: &Path) -> Result<()> {
    let version =
        Version { schema: SCHEMA_VERSION, file: shell.bundle.name.clone(), integrity: shell.bundle.integrity.clone() };
    let version = serde_json::to_string(&version)?;
    write(&staging.join(VERSION_FILE), version.as_bytes())?;
    write(&staging.join("licences.txt"), licences::list(source)?.as_bytes())?;
    write(&staging.join("sitemap.xml"), metadata::sitemap(&shell.content, &shell.base).as_bytes())?;
    write(&staging.join("robots.txt"), metadata::robots(&shell.content, &shell.base).as_bytes())?;
    write(&staging.join("manifest.webmanifest"), metadata::manifest(&shell.content, &shell.base).as_bytes())?;
    let icon = fs::read_to_string(source.join("assets/icon.svg"))?;
    write(&staging.join("icon.svg"), icon.as_bytes())?;
    for size in [180, 192, 512] {
        write(&staging.join(format!("icon-{size}.png")), &metadata::png(icon.as_bytes(), size)?)?;
    }
    let card = fs::read_to_string(source.join("assets/social.svg"))?;
    write(&staging.join("social.png"), &metadata::png(card.as_bytes(), 1200)?)
}
