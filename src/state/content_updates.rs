//! The texts, and newer content for a tab that stays open: one file of the site, fetched with its hash enforced.
//!
//! A tiny file names the bundle that is published now. A bundle that begins with the core that the program carries brings its
//! texts; any other, of the same schema, is newer content, used from the next change of route on. Anything odd changes nothing.

use crate::content::Content;
use crate::content::bundle::BUNDLE_VERSION;
use serde::{Deserialize, Serialize};

/// The file that names the published bundle, below the base path.
pub const VERSION_FILE: &str = "content-version.json";

/// What [`VERSION_FILE`] says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Version {
    /// Version of the bundle's form.
    pub schema: u32,
    /// The bundle's file name in `assets/`.
    pub file: String,
    /// The bundle's `sha256-…`, as the browser enforces it.
    pub integrity: String,
}

impl Version {
    /// Reads the file's text; `None` for anything but a bundle of this schema with a plain file name and a hash.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let version: Self = serde_json::from_str(text).ok()?;
        let plain = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit() || matches!(b, b'-' | b'.');
        let named = version.file.starts_with("content-") && version.file.bytes().all(plain);
        (version.schema == BUNDLE_VERSION && named && version.integrity.starts_with("sha256-")).then_some(version)
    }
}

/// What a bundle makes of the content in use: the same with its texts, or newer content; `None` when it may not be used.
#[must_use]
pub fn accept(content: &Content, bundle: String) -> Option<Option<Content>> {
    if content.owns(&bundle) {
        return content.attach(bundle).ok().map(|()| None);
    }
    Content::from_bundle(bundle).ok().map(Some)
}

#[cfg(feature = "csr")]
pub use follow::ContentUpdates;

#[cfg(feature = "csr")]
mod follow {
    use super::{VERSION_FILE, Version, accept};
    use crate::browser::{document, fetch, schedule};
    use crate::content::Content;
    use crate::content::bundle::BUNDLE_VERSION;
    use crate::route::Base;
    use leptos::prelude::*;
    use std::sync::Arc;

    /// The newest content that this tab has accepted.
    #[derive(Clone, Copy, Debug)]
    pub struct ContentUpdates {
        content: StoredValue<Arc<Content>>,
        /// The hash of the bundle in use.
        in_use: StoredValue<Option<String>>,
    }

    impl ContentUpdates {
        /// Starts with the content that the program carries.
        #[must_use]
        pub fn new(content: Arc<Content>) -> Self {
            Self { content: StoredValue::new(content), in_use: StoredValue::new(None) }
        }

        /// The content to show from now on. Not tracked: nothing changes under a reader's eyes.
        #[must_use]
        pub fn content(self) -> Arc<Content> {
            self.content.get_value()
        }

        /// Asks for texts and newer content once the browser is idle, and whenever the visitor comes back to the tab; `grown`
        /// is told when there is more. Never where data is spared: links are plain links there.
        pub fn follow(self, base: Base, grown: impl Fn() + Clone + 'static) {
            let ask = move || {
                if fetch::saves_data() {
                    return;
                }
                let (base, grown) = (base.clone(), grown.clone());
                leptos::task::spawn_local(async move {
                    if self.ask(&base).await.is_some() {
                        grown();
                    }
                });
            };
            let asks = ask.clone();
            schedule::in_idle(move || {
                asks();
                false
            });
            schedule::on_return(ask);
        }

        async fn ask(self, base: &Base) -> Option<()> {
            let url = format!("{}{VERSION_FILE}", base.as_str());
            let published = fetch::text(&url, None).await.and_then(|text| Version::parse(&text));
            // A host that does not have the tiny file has the bundle of this page all the same.
            let own = own().filter(|own| published.as_ref() != Some(own));
            for version in [published, own].into_iter().flatten() {
                if self.in_use.with_value(|in_use| in_use.as_deref() == Some(&version.integrity)) {
                    return None;
                }
                let url = format!("{}assets/{}", base.as_str(), version.file);
                let Some(bundle) = fetch::text(&url, Some(&version.integrity)).await else { continue };
                if let Some(newer) = accept(&self.content(), bundle) {
                    if let Some(newer) = newer {
                        self.content.set_value(Arc::new(newer));
                    }
                    self.in_use.set_value(Some(version.integrity));
                    return Some(());
                }
            }
            None
        }
    }

    /// The bundle of the page's own build.
    fn own() -> Option<Version> {
        let (file, integrity) = (document::root_data("bundle")?, document::root_data("content")?);
        Some(Version { schema: BUNDLE_VERSION, file, integrity })
    }
}
