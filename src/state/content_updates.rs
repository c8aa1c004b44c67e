//! Newer content for a tab that stays open.
//!
//! A tiny file names the dataset that is published now. When it names another than the one in use, of the same schema,
//! that dataset is fetched with its hash enforced, read and checked by the code that built the site, and kept for the next
//! route change. Anything odd changes nothing.

use crate::content::check::check;
use crate::content::{Content, SCHEMA_VERSION};
use leptos::prelude::*;
use serde::{Deserialize, Serialize};
use std::sync::Arc;

/// The file that names the published dataset, below the base path.
pub const VERSION_FILE: &str = "content-version.json";

/// What [`VERSION_FILE`] says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Version {
    /// Version of the shape of the data.
    pub schema: u32,
    /// The bundle's file name in `assets/`.
    pub file: String,
    /// The bundle's `sha256-…`, as the browser enforces it.
    pub integrity: String,
}

impl Version {
    /// Reads the file's text; `None` for anything but a dataset of this schema with a plain file name and a hash.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let version: Self = serde_json::from_str(text).ok()?;
        let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'-' | b'.');
        let named = version.file.starts_with("content-") && version.file.bytes().all(plain);
        (version.schema == SCHEMA_VERSION && named && version.integrity.starts_with("sha256-")).then_some(version)
    }
}

/// Reads and checks a bundle that was fetched; `None` when it may not be shown.
#[must_use]
pub fn accept(bundle: &str) -> Option<Content> {
    let content = Content::from_bundle(bundle).ok()?;
    let dataset = content.to_dataset().ok()?;
    check(&dataset).is_empty().then_some(content)
}

/// The newest content that this tab has accepted.
#[derive(Clone, Copy, Debug)]
pub struct Newest(StoredValue<Arc<Content>>);

impl Newest {
    /// Starts with the embedded content.
    #[must_use]
    pub fn starting_with(content: Arc<Content>) -> Self {
        Self(StoredValue::new(content))
    }

    /// The content to show from now on. Not tracked: nothing changes under a reader's eyes.
    #[must_use]
    pub fn content(self) -> Arc<Content> {
        self.0.get_value()
    }

    /// Asks for newer content once the page has settled, and whenever the visitor comes back to the tab.
    #[cfg(feature = "hydrate")]
    pub fn follow(self, base: &crate::route::Base) {
        use crate::browser::schedule;
        let in_use = StoredValue::new(None::<String>);
        let base = base.as_str().to_owned();
        let ask = move || {
            let base = base.clone();
            leptos::task::spawn_local(async move {
                if let Some((integrity, content)) = fetch(&base, in_use.get_value()).await {
                    self.0.set_value(Arc::new(content));
                    in_use.set_value(Some(integrity));
                }
            });
        };
        schedule::when_settled(ask.clone());
        schedule::on_return(ask);
    }
}

/// The published content, when it is not the one in use.
#[cfg(feature = "hydrate")]
async fn fetch(base: &str, in_use: Option<String>) -> Option<(String, Content)> {
    use crate::browser::{document, fetch};
    let text = fetch::fetch_text(&format!("{base}{VERSION_FILE}"), None).await.ok()?;
    let version = Version::parse(&text)?;
    let in_use = in_use.or_else(|| document::root_data("content"));
    if in_use.as_deref() == Some(version.integrity.as_str()) {
        return None;
    }
    let url = format!("{base}assets/{}", version.file);
    let bundle = fetch::fetch_text(&url, Some(&version.integrity)).await.ok()?;
    accept(&bundle).map(|content| (version.integrity, content))
}
