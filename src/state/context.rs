//! Where the reader is: everything that a view may depend on.

use crate::content::{Content, PageHead, PageId};
use crate::route::{Base, Route};
use std::sync::Arc;

/// The route, the dataset and where the site stands: a view is a pure function of these.
#[derive(Clone, Debug)]
pub struct PageContext {
    /// The route that is shown.
    pub route: Route,
    /// The dataset that it is shown from.
    pub content: Arc<Content>,
    /// Where the site stands.
    pub place: Arc<SitePlace>,
}

/// Where the site stands.
#[derive(Clone, Debug)]
pub struct SitePlace {
    /// The folder that the site is published in.
    pub base: Base,
    /// The name, in `assets/`, of the file of all drawings; it carries the file's hash.
    pub drawings: String,
}

impl PageContext {
    /// The page that is shown, in either version.
    #[must_use]
    pub fn page(&self) -> &PageId {
        self.route.page()
    }

    /// The folder that the site is published in.
    #[must_use]
    pub fn base(&self) -> &Base {
        &self.place.base
    }

    /// The address of a page.
    #[must_use]
    pub fn href(&self, id: &PageId) -> String {
        Route::Page(id.clone()).href(self.base())
    }

    /// The address of a drawing in the file of all drawings, for `<use>`.
    #[must_use]
    pub fn drawing(&self, name: &str) -> String {
        format!("{}assets/{}#{name}", self.base().as_str(), self.place.drawings)
    }

    /// What lists need to know of a page.
    #[must_use]
    pub fn head(&self, id: &PageId) -> Option<&PageHead> {
        self.content.head(id)
    }

    /// The short title of a page; nothing for a page that is not there (the check refuses it).
    #[must_use]
    pub fn short(&self, id: &PageId) -> String {
        self.head(id).map_or_else(String::new, |head| head.short().to_owned())
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
