//! A page's HTML file: one template, the slots where pages differ, and what fills them. The worker has the same template and
//! fills the same slots by the same names (`assets/worker.js`).

use super::template::fill;
use anyhow::Result;
use serde::{Deserialize, Serialize};

/// Pages as the worker keeps them: those of a section together, so that a corrected word costs a device one section.
pub type PagesPart = Vec<PageFields>;

/// The part that a page at this path below the base belongs to: its first folder, as the worker finds it.
#[must_use]
pub fn part(path: &str) -> &str {
    path.split_once('/').filter(|(_, rest)| !rest.is_empty()).map_or("", |(first, _)| first)
}

/// What differs from page to page. What fills a slot has the slot's name, in small letters.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct PageFields {
    /// The page's address.
    pub path: String,
    /// Its name in the list of what is there without network.
    pub title: String,
    /// Whether that list names it: short versions and terms are reached from their pages and from the glossary.
    pub listed: bool,
    /// Its path below the base: which page it is, whatever address it is served for.
    pub route: String,
    /// The page's own lines of the head.
    pub head: String,
    /// What stands in `#app`.
    pub app: String,
}

/// The worker's own line about the copy: nothing in a file.
pub const NOTE: &str = "NOTE";

impl PageFields {
    /// What fills each slot.
    #[must_use]
    pub fn slots(&self) -> [(&'static str, &str); 4] {
        [("ROUTE", &self.route), ("HEAD", &self.head), (NOTE, ""), ("APP", &self.app)]
    }

    /// The file's path in a dist.
    #[must_use]
    pub fn name(&self) -> String {
        if self.route.is_empty() || self.route.ends_with('/') {
            format!("{}index.html", self.route)
        } else {
            self.route.clone()
        }
    }

    /// The whole file.
    ///
    /// # Errors
    /// When the template has other slots.
    pub fn file(&self, template: &str) -> Result<String> {
        fill("index.html", template, &self.slots())
    }
}
