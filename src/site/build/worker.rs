//! The copy for places without network: one bundle of all pages, and the worker that answers from it (`assets/worker.js`).
//!
//! Everything is derived from the routes and from what stands in the staging folder: nothing is listed by hand.

use super::script::squeeze_script;
use super::shell::{Parts, Shell};
use crate::content::PageId;
use crate::content::id::Standalone;
use crate::generated;
use crate::labels;
use crate::route::Route;
use crate::site::dist::asset::{asset, hash};
use crate::site::dist::files::{files, write};
use crate::site::dist::headers;
use crate::site::dist::info::WORKER_FILE;
use anyhow::{Result, bail};
use fs_err as fs;
use serde_json::{Value, json};
use std::collections::BTreeMap;
use std::path::Path;

/// Files outside `assets/` that a page asks for by itself.
const BESIDE: [&str; 2] = ["icon.svg", "manifest.webmanifest"];

/// Writes the bundle of all pages and the worker. Comes last: the worker names every file that is there.
///
/// # Errors
/// What cannot be read or written.
pub(super) fn write_copy(shell: &Shell, pages: &[(Route, Parts)], source: &Path, staging: &Path) -> Result<()> {
    let bundle = asset(staging, "pages", "json", pages_bundle(shell, pages).to_string().as_bytes())?;
    let base = shell.base.as_str();
    let mut copied = BTreeMap::new();
    let assets = files(&staging.join("assets"))?;
    let beside = BESIDE.iter().map(|name| staging.join(name));
    for path in assets.into_iter().chain(beside).filter(|path| wanted(path)) {
        let name = path.strip_prefix(staging)?.display().to_string();
        let bytes = fs::read(&path)?;
        copied.insert(format!("{base}{name}"), hash(&bytes));
    }
    let styles = [shell.style_hash()];
    let template = squeeze_script(&fs::read_to_string(source.join("assets/worker.js"))?);
    let data = json!({
        "base": base,
        "build": generated::BUILD,
        "pages": format!("{base}assets/{}", bundle.name),
        "files": copied,
        "headers": headers::everywhere(&styles).into_iter().collect::<BTreeMap<_, _>>(),
        "updated": shell.content.facts.site.updated,
        "words": worker_words(shell),
    });
    write(&staging.join(WORKER_FILE), worker(&template, data)?.as_bytes())
}

/// The worker's text; its version is the hash of all that it is made of.
fn worker(template: &str, mut data: Value) -> Result<String> {
    data["version"] = Value::from(hash(format!("{template}{data}").as_bytes()));
    let parts: Vec<&str> = template.split("\"%COPY%\"").collect();
    let [before, after] = parts[..] else { bail!("assets/worker.js must hold \"%COPY%\" once") };
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
    let date = shell.content.facts.site.updated.in_french();
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
    let name = &shell.content.facts.site.name;
    format!(
        r#"<!doctype html><html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{title} · {name}</title></head><body><main><h1>{title}</h1><p>{advice} <a href="tel:15">15</a> / <a href="tel:112">112</a>.</p><p><a href="">{again}</a></p></main></body></html>"#,
        title = labels::NO_NETWORK,
        advice = labels::NO_NETWORK_ADVICE,
        again = labels::TRY_AGAIN,
    )
}
