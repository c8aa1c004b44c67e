//! Floor 1: the only place that writes or reads a URL of this site.
//!
//! A page's address is its id between slashes (`/therapies/chimiotherapie/`), its plain-language twin's adds `simple/`.
//! Everything stands below one base path, `/` unless the site is published in a folder.

#[cfg(not(target_arch = "wasm32"))]
pub mod json_ld;
#[cfg(not(target_arch = "wasm32"))]
pub mod meta;
pub mod title;

use crate::content::id::{PageId, Standalone, TermId};
use crate::content::{Content, PageHead};

/// The folder that the site is published in: starts and ends with `/`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Base(String);

impl Base {
    /// Reads a base path; slashes at the ends are added when they are missing.
    ///
    /// # Errors
    /// When a sign of it would have to be escaped in a URL.
    pub fn parse(text: &str) -> Result<Self, String> {
        let inner = text.trim_matches('/');
        let plain = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'-' | b'_' | b'/' | b'.');
        if !inner.bytes().all(plain) || inner.contains("//") || inner.split('/').any(|part| part == "..") {
            return Err(format!("base path {text:?}: letters, digits, '-', '_', '.' and '/' only, like /ipros/"));
        }
        Ok(Self(if inner.is_empty() { "/".to_owned() } else { format!("/{inner}/") }))
    }

    /// The path with both slashes.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The path as a router's prefix: no slash at the end, empty at the root.
    #[must_use]
    pub fn prefix(&self) -> &str {
        self.0.trim_end_matches('/')
    }
}

/// Every address that the site answers.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Route {
    /// A page.
    Page(PageId),
    /// A page's plain-language twin.
    Simple(PageId),
    /// A term of the glossary.
    Term(TermId),
}

/// The page that terms stand below.
static GLOSSARY: PageId = PageId::Standalone(Standalone::Glossary);

const SIMPLE: &str = "simple";

/// The file that hosts answer unknown addresses with.
const NOT_FOUND: &str = "404.html";

impl Route {
    /// What an address that leads nowhere shows.
    #[must_use]
    pub fn not_found() -> Self {
        Self::Page(PageId::Standalone(Standalone::NotFound))
    }

    /// The page that is shown, in either version; for a term, the glossary around it.
    #[must_use]
    pub fn page(&self) -> &PageId {
        match self {
            Self::Page(id) | Self::Simple(id) => id,
            Self::Term(_) => &GLOSSARY,
        }
    }

    /// The address below `base`.
    #[must_use]
    pub fn href(&self, base: &Base) -> String {
        format!("{}{}", base.as_str(), self.path())
    }

    /// The path below the base, without a slash before it; the page for unknown addresses has only a file.
    #[must_use]
    pub fn path(&self) -> String {
        match self {
            Self::Page(PageId::Standalone(Standalone::Home)) => String::new(),
            Self::Page(PageId::Standalone(Standalone::NotFound)) => NOT_FOUND.to_owned(),
            Self::Page(id) => format!("{id}/"),
            Self::Simple(id) => format!("{id}/{SIMPLE}/"),
            Self::Term(id) => format!("{GLOSSARY}/{id}/"),
        }
    }

    /// The route at a URL's path; `None` for a path that leads nowhere. A path that a server takes for a page's own is one:
    /// encoded letters, capitals, slashes twice or at the end, `index.html`.
    #[must_use]
    pub fn parse(path: &str, base: &Base, content: &Content) -> Option<Self> {
        let path = plain(path)?;
        let folder = base.as_str().to_ascii_lowercase();
        let inner = path.strip_prefix(&folder).or_else(|| (path == folder.trim_end_matches('/')).then_some(""))?;
        Self::read(inner).filter(|route| route.exists(content))
    }

    /// The route of a path below the base, as [`Route::path`] writes it; slashes at the end and `index.html` do not count.
    #[must_use]
    pub fn read(path: &str) -> Option<Self> {
        let inner = path.strip_suffix("index.html").unwrap_or(path).trim_end_matches('/');
        if inner.is_empty() {
            return Some(Self::Page(PageId::Standalone(Standalone::Home)));
        }
        if inner == NOT_FOUND {
            return Some(Self::not_found());
        }
        let unlisted = [Standalone::Home, Standalone::NotFound].map(Standalone::as_str);
        if unlisted.contains(&inner) {
            return None;
        }
        // `simple` is no section and no page below one: the check refuses a page of that name.
        match inner.rsplit_once('/') {
            Some((page, term)) if page == Standalone::Glossary.as_str() => TermId::parse(term).ok().map(Self::Term),
            Some((page, SIMPLE)) => PageId::parse(page).ok().map(Self::Simple),
            _ => PageId::parse(inner).ok().map(Self::Page),
        }
    }

    fn exists(&self, content: &Content) -> bool {
        let head = content.head(self.page());
        match self {
            Self::Page(_) => head.is_some(),
            Self::Term(id) => content.term_name(id).is_some(),
            Self::Simple(_) => head.is_some_and(|head| head.has_simple),
        }
    }

    /// Every route of a dataset, in the order of the site map.
    #[must_use]
    pub fn all(content: &Content) -> Vec<Self> {
        let both = |head: &PageHead| {
            let simple = head.has_simple.then(|| Self::Simple(head.id.clone()));
            [Some(Self::Page(head.id.clone())), simple].into_iter().flatten()
        };
        let terms = content.term_names().iter().map(|term| Self::Term(term.id.clone()));
        content.heads().flat_map(both).chain(terms).collect()
    }

    /// The route's file in `dist/`.
    #[must_use]
    pub fn file(&self) -> String {
        let path = self.path();
        if path.is_empty() || path.ends_with('/') { path + "index.html" } else { path }
    }
}

/// A path as our own addresses are written: letters decoded (RFC 3986, 2.1) and small, one slash where there are several.
/// `None` for what no address of ours can be.
fn plain(path: &str) -> Option<String> {
    let mut plain = String::new();
    let mut bytes = path.bytes();
    while let Some(byte) = bytes.next() {
        let byte = if byte == b'%' {
            let mut digit = || char::from(bytes.next()?).to_digit(16);
            (digit()? * 16 + digit()?) as u8
        } else {
            byte
        };
        if !byte.is_ascii_graphic() {
            return None;
        }
        if byte != b'/' || !plain.ends_with('/') {
            plain.push(char::from(byte.to_ascii_lowercase()));
        }
    }
    Some(plain)
}
