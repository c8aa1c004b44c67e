//! The copy for places without network: one bundle of all pages, and the worker that answers from it (`assets/worker.js`).
//!
//! Everything is derived from the routes and from what stands in the staging folder: nothing is listed by hand.

use super::assemble::{Parts, Shell, asset, files, hash, read, squeeze_script, write};
use super::{compress, headers};
use crate::content::PageId;
use crate::content::id::Standalone;
use crate::generated;
use crate::labels;
use crate::route::Route;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// The worker's file, below the base path: its place is its scope, so its name cannot carry a hash.
pub const WORKER_FILE: &str = "sw.js";

/// Files outside `assets/` that a page asks for by itself.
const BESIDE: [&str; 2] = ["icon.svg", "manifest.webmanifest"];

/// What the page itself says of copies (`assets/loader.js`).
#[must_use]
pub fn page_words() -> Value {
    json!({
        "old": labels::OLD_CONTENT,
        "newer": labels::NEW_VERSION,
        "see": labels::SEE_NEW_VERSION,
        "stopped": labels::STOPPED,
        "none": labels::NO_COPY,
        "incomplete": labels::INCOMPLETE_COPY,
        "remove": labels::REMOVE_COPIES,
        "sure": labels::REMOVE_COPIES_ASK,
        "yes": labels::REMOVE_COPIES_YES,
        "no": labels::REMOVE_COPIES_NO,
        "removed": labels::COPIES_REMOVED,
        "kept": labels::COPIES_KEPT,
    })
}

/// Writes the bundle of all pages and the worker. Comes last: the worker names every file that is there.
///
/// # Errors
/// What cannot be read or written.
pub(super) fn write_copy(shell: &Shell, pages: &[(Route, Parts)], source: &Path, staging: &Path) -> Result<(), String> {
    let bundle = asset(staging, "pages", "json", pages_bundle(shell, pages).to_string().as_bytes())?;
    let base = shell.base.as_str();
    let mut copied = BTreeMap::new();
    let assets = files(&staging.join("assets"))?;
    let beside = BESIDE.iter().map(|name| staging.join(name));
    for path in assets.into_iter().chain(beside).filter(|path| wanted(path)) {
        let name = path.strip_prefix(staging).map_err(|error| error.to_string())?.display().to_string();
        let bytes = fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        copied.insert(format!("{base}{name}"), hash(&bytes));
    }
    let styles = [shell.style_hash()];
    let template = squeeze_script(&read(&source.join("assets/worker.js"))?);
    let data = json!({
        "base": base,
        "build": generated::BUILD,
        "pages": format!("{base}assets/{}", bundle.name),
        "files": copied,
        "headers": headers::everywhere(&styles).into_iter().collect::<BTreeMap<_, _>>(),
        "updated": shell.content.facts().site.updated,
        "words": worker_words(shell),
    });
    write(&staging.join(WORKER_FILE), worker(&template, data)?.as_bytes())
}

/// The worker's text; its version is the hash of all that it is made of.
fn worker(template: &str, mut data: Value) -> Result<String, String> {
    data["version"] = Value::from(hash(format!("{template}{data}").as_bytes()));
    let parts: Vec<&str> = template.split("\"%COPY%\"").collect();
    let [before, after] = parts[..] else { return Err("assets/worker.js must hold \"%COPY%\" once".to_owned()) };
    Ok(format!("{before}{data}{after}\n"))
}

/// The dataset is in the wasm already; compressed copies are the host's affair.
fn wanted(path: &Path) -> bool {
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    !["bundle", "br", "gz"].contains(&ending)
}

/// Every page's own parts, and the five pieces around them, as [`Shell`] puts them together.
fn pages_bundle(shell: &Shell, pages: &[(Route, Parts)]) -> Value {
    let row = |(route, parts): &(Route, Parts)| {
        let title = shell.content.head(route.page()).map_or("", |head| head.title.0.as_str());
        json!([route.href(&shell.base), title, parts.elements, parts.head, parts.app])
    };
    json!({ "shell": shell.frame, "pages": pages.iter().map(row).collect::<Vec<_>>() })
}

fn worker_words(shell: &Shell) -> Value {
    let date = shell.content.facts().site.updated.in_french();
    let list = PageId::Standalone(Standalone::Offline);
    let title = shell.content.head(&list).map_or(labels::WHAT_IS_THERE, |head| head.short());
    json!({
        "copy": format!("{} {date} · {}", labels::CONTENT_OF, labels::OFFLINE_COPY),
        "old": labels::OLD_CONTENT,
        "list": title,
        "lost": lost(shell),
    })
}

/// What is shown when there is neither network nor copy: no page of ours is left to show it.
fn lost(shell: &Shell) -> String {
    let name = &shell.content.facts().site.name;
    format!(
        r#"<!doctype html><html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{title} · {name}</title></head><body><main><h1>{title}</h1><p>{advice} <a href="tel:15">15</a> / <a href="tel:112">112</a>.</p><p><a href="">{again}</a></p></main></body></html>"#,
        title = labels::NO_NETWORK,
        advice = labels::NO_NETWORK_ADVICE,
        again = labels::TRY_AGAIN,
    )
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
