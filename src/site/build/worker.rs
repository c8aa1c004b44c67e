//! The copy for places without network: the pages, section by section, and the worker that answers from it (`assets/worker.js`).
//!
//! Everything is derived from the routes and from what stands in the staging folder: nothing is listed by hand.

use super::script::squeeze_script;
use super::shell::Shell;
use crate::site::dist::asset::{Asset, asset, hash};
use crate::site::dist::contract::{PagesFiles, WORKER_MARK, WorkerCopy};
use crate::site::dist::files::{files, write};
use crate::site::dist::info::WORKER_FILE;
use crate::site::dist::page::{PageFields, PagesPart, part};
use crate::site::dist::template::fill_script;
use anyhow::Result;
use fs_err as fs;
use std::collections::BTreeMap;
use std::path::Path;

/// Files outside `assets/` that a page asks for by itself.
const BESIDE: [&str; 2] = ["icon.svg", "manifest.webmanifest"];

/// Writes the files of all pages and the worker. Comes last: the worker names every file that is there.
///
/// # Errors
/// What cannot be read or written.
pub(super) fn write_copy(
    shell: &Shell,
    build: &str,
    pages: Vec<PageFields>,
    source: &Path,
    staging: &Path,
) -> Result<()> {
    let base = &shell.place.base;
    let pages = write_pages(shell, pages, staging)?;
    let files = copied(staging, base.as_str())?;
    let copy = WorkerCopy::new(&shell.content, base, build, &shell.style_hash, pages, files);
    let script = squeeze_script(&fs::read_to_string(source.join("assets/worker.js"))?);
    write(&staging.join(WORKER_FILE), worker(&script, copy)?.as_bytes())
}

/// The template, and the pages of each section.
fn write_pages(shell: &Shell, pages: Vec<PageFields>, staging: &Path) -> Result<PagesFiles> {
    let address = |file: Asset| format!("{}assets/{}", shell.place.base.as_str(), file.name);
    let mut parts: BTreeMap<String, PagesPart> = BTreeMap::new();
    for page in pages {
        parts.entry(part(&page.route).to_owned()).or_default().push(page);
    }
    let template = address(asset(staging, "page", "txt", shell.template.as_bytes())?);
    let write = |(name, pages): (String, PagesPart)| {
        let stem = if name.is_empty() { "pages".to_owned() } else { format!("pages-{name}") };
        Ok((name, address(asset(staging, &stem, "json", &serde_json::to_vec(&pages)?)?)))
    };
    Ok(PagesFiles { template, parts: parts.into_iter().map(write).collect::<Result<_>>()? })
}

/// Every file of the copy by its address, with its hash.
fn copied(staging: &Path, base: &str) -> Result<BTreeMap<String, String>> {
    let assets = files(&staging.join("assets"))?;
    let beside = BESIDE.iter().map(|name| staging.join(name));
    let mut copied = BTreeMap::new();
    for path in assets.into_iter().chain(beside).filter(|path| wanted(path)) {
        copied.insert(format!("{base}{}", path.strip_prefix(staging)?.display()), hash(&fs::read(&path)?));
    }
    Ok(copied)
}

/// Compressed copies are the host's affair.
fn wanted(path: &Path) -> bool {
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    !["br", "gz"].contains(&ending)
}

/// The worker's text; its version is the hash of all that it is made of.
fn worker(script: &str, mut copy: WorkerCopy) -> Result<String> {
    copy.version = hash(format!("{script}{}", serde_json::to_string(&copy)?).as_bytes());
    Ok(fill_script("assets/worker.js", script, WORKER_MARK, &copy)? + "\n")
}
