//! The border between Rust and JavaScript: every word and value that `assets/loader.js` and `assets/worker.js` are given.
//!
//! Each script has one mark for all of it, and takes it apart by name in one line; `tests/native/contract.rs` reads that line.

use super::asset::Asset;
use super::headers;
use super::info::WORKER_FILE;
use crate::content::id::{PageId, Standalone};
use crate::content::{Content, PageHead};
use crate::labels;
use crate::route::{Base, Route};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// How the names of the copies on a device start; `deploy/kill-switch/sw.js`, which no build fills, says it too.
pub const CACHE_PREFIX: &str = "ipros:";

/// The age in days from which a text is shown with a warning; [`labels::OLD_CONTENT`] calls it 18 months.
pub const OLD_AFTER_DAYS: u32 = 548;

/// The mark of `assets/loader.js`, filled with [`LoaderValues`].
pub const LOADER_MARK: &str = "LOADER";

/// The mark of `assets/worker.js`, filled with [`WorkerCopy`].
pub const WORKER_MARK: &str = "COPY";

/// The origin may hold another site in another folder, whose copies are not ours.
fn cache_prefix(base: &Base) -> String {
    format!("{CACHE_PREFIX}{}:", base.as_str())
}

/// What the page's script is given.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct LoaderValues {
    /// How the names of this site's copies start.
    pub cache_prefix: String,
    /// The `sha256-…` of the program, which the browser enforces.
    pub integrity: String,
    /// The age in days from which a text is shown with a warning.
    pub old_after_days: u32,
    /// The wasm's file, beside the script.
    pub program: String,
    /// The worker's address.
    pub worker: String,
    /// What the script says.
    pub words: LoaderWords,
}

/// What the page's script says.
#[derive(Clone, Debug, Serialize)]
pub struct LoaderWords {
    /// There is a copy, but not all of it.
    pub incomplete: &'static str,
    /// The copies could not be removed.
    pub kept: &'static str,
    /// A new version is there.
    pub newer: &'static str,
    /// The button that removes nothing.
    pub no: &'static str,
    /// There is no copy.
    pub none: &'static str,
    /// The text is old.
    pub old: &'static str,
    /// The button that removes the copies.
    pub remove: &'static str,
    /// The copies are removed.
    pub removed: &'static str,
    /// The link to the new version.
    pub see: &'static str,
    /// The program has stopped.
    pub stopped: &'static str,
    /// The question before copies are removed.
    pub sure: &'static str,
    /// Its answer.
    pub yes: &'static str,
}

impl LoaderValues {
    /// What is true of this build.
    #[must_use]
    pub fn new(base: &Base, program: &Asset) -> Self {
        Self {
            cache_prefix: cache_prefix(base),
            integrity: program.integrity.clone(),
            old_after_days: OLD_AFTER_DAYS,
            program: program.name.clone(),
            worker: format!("{}{WORKER_FILE}", base.as_str()),
            words: LoaderWords {
                incomplete: labels::INCOMPLETE_COPY,
                kept: labels::COPIES_KEPT,
                newer: labels::NEW_VERSION,
                no: labels::REMOVE_COPIES_NO,
                none: labels::NO_COPY,
                old: labels::OLD_CONTENT,
                remove: labels::REMOVE_COPIES,
                removed: labels::COPIES_REMOVED,
                see: labels::SEE_NEW_VERSION,
                stopped: labels::STOPPED,
                sure: labels::REMOVE_COPIES_ASK,
                yes: labels::REMOVE_COPIES_YES,
            },
        }
    }
}

/// What the worker is given; the pages themselves are files ([`PagesFiles`]).
#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct WorkerCopy {
    /// The folder that the site is published in.
    pub base: String,
    /// The build's name.
    pub build: String,
    /// How the names of this site's copies start.
    pub cache_prefix: String,
    /// Every file of the copy by its address, with its `sha256-…`.
    pub files: BTreeMap<String, String>,
    /// The headers of every answer.
    pub headers: BTreeMap<String, String>,
    /// The address of the page that lists what is there without network.
    pub list_page: String,
    /// The age in days from which the content is shown with a warning.
    pub old_after_days: u32,
    /// The files with all pages.
    pub pages: PagesFiles,
    /// The day of the content.
    pub updated: String,
    /// The hash of all that the worker is made of.
    pub version: String,
    /// What the worker says.
    pub words: WorkerWords,
}

/// The files that pages are put together from.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct PagesFiles {
    /// The address of the template.
    pub template: String,
    /// The addresses of the parts ([`super::page::PagesPart`]), by [`super::page::part`].
    pub parts: BTreeMap<String, String>,
}

/// What the worker says, as HTML.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct WorkerWords {
    /// That this is a copy, and of which day.
    pub copy: String,
    /// The name of the list of what is there.
    pub list: String,
    /// The whole page for when there is neither network nor copy.
    pub lost: String,
    /// The text is old.
    pub old: String,
}

impl WorkerCopy {
    /// What is true of this build; the version is the worker's to compute.
    #[must_use]
    pub fn new(
        content: &Content,
        base: &Base,
        build: &str,
        style: &str,
        pages: PagesFiles,
        files: BTreeMap<String, String>,
    ) -> Self {
        let headers = headers::everywhere(&[style.to_owned()]);
        Self {
            base: base.as_str().to_owned(),
            build: build.to_owned(),
            cache_prefix: cache_prefix(base),
            files,
            headers: headers.into_iter().map(|(name, value)| (name.to_owned(), value)).collect(),
            list_page: Route::Page(PageId::Standalone(Standalone::Offline)).href(base),
            old_after_days: OLD_AFTER_DAYS,
            pages,
            updated: content.facts().site.updated.to_string(),
            version: String::new(),
            words: WorkerWords::new(content),
        }
    }
}

impl WorkerWords {
    fn new(content: &Content) -> Self {
        let list = content.head(&PageId::Standalone(Standalone::Offline));
        let date = content.facts().site.updated.in_french();
        Self {
            copy: format!("{} {date} · {}", labels::CONTENT_OF, labels::OFFLINE_COPY),
            list: list.map_or(labels::WHAT_IS_THERE, PageHead::short).to_owned(),
            lost: lost(content),
            old: labels::OLD_CONTENT.to_owned(),
        }
    }
}

/// What is shown when there is neither network nor copy: no page of ours is left to show it.
fn lost(content: &Content) -> String {
    format!(
        r#"<!doctype html><html lang="fr"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{title} · {name}</title></head><body><main><h1>{title}</h1><p>{advice} <a href="tel:15">15</a> / <a href="tel:112">112</a>.</p><p><a href="">{again}</a></p></main></body></html>"#,
        name = content.facts().site.name,
        title = labels::NO_NETWORK,
        advice = labels::NO_NETWORK_ADVICE,
        again = labels::TRY_AGAIN,
    )
}
