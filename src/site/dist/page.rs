//! A page's HTML file: one template, the slots where pages differ, and what fills them. The worker has the same template and
//! fills the same slots by the same names (`assets/worker.js`).

use super::template::fill;
use anyhow::Result;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;

/// All pages as the worker keeps them.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub struct PagesBundle {
    /// The HTML around what differs, with a mark for each slot.
    pub template: String,
    /// The pages, in the order of the site map.
    pub pages: Vec<PageFields>,
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
    /// How many elements the program finds when it wakes the page up.
    pub elements: usize,
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
    pub fn slots(&self) -> [(&'static str, Cow<'_, str>); 4] {
        [
            ("ELEMENTS", self.elements.to_string().into()),
            ("HEAD", self.head.as_str().into()),
            (NOTE, "".into()),
            ("APP", self.app.as_str().into()),
        ]
    }

    /// The whole file.
    ///
    /// # Errors
    /// When the template has other slots.
    pub fn file(&self, template: &str) -> Result<String> {
        fill("index.html", template, &self.slots())
    }
}
