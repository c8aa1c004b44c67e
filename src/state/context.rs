//! Where the reader is: everything that a view may depend on.

use crate::content::{Content, PageHead, PageId};
use crate::generated;
use crate::route::{Base, Route};
use std::sync::Arc;

/// The route, the dataset and the base path: the first render is a pure function of these three.
#[derive(Clone, Debug)]
pub struct Here {
    /// The route that is shown.
    pub route: Route,
    /// The dataset that it is shown from.
    pub content: Arc<Content>,
    /// The folder that the site is published in.
    pub base: Base,
}

impl Here {
    /// The page that is shown, in either version.
    #[must_use]
    pub fn page(&self) -> &PageId {
        self.route.page()
    }

    /// The address of a page.
    #[must_use]
    pub fn href(&self, id: &PageId) -> String {
        Route::Page(id.clone()).href(&self.base)
    }

    /// The address of a drawing in the file of all drawings, for `<use>`.
    #[must_use]
    pub fn drawing(&self, name: &str) -> String {
        format!("{}assets/{}#{name}", self.base.as_str(), generated::DRAWINGS)
    }

    /// What lists need to know of a page.
    #[must_use]
    pub fn head(&self, id: &PageId) -> Option<&PageHead> {
        self.content.head(id)
    }

    /// The value of `aria-current` on a link to `id`: `page` on the page itself, `true` on the section around it.
    #[must_use]
    pub fn current(&self, id: &PageId) -> Option<&'static str> {
        match id {
            _ if self.page() == id => Some("page"),
            PageId::Index(section) if self.page().section() == Some(*section) => Some("true"),
            _ => None,
        }
    }
}
