//! The title of a page, from the core alone: it is set before the page's text is looked at.

use super::Route;
use crate::content::Content;
use crate::content::id::{PageId, Standalone};
use crate::labels;

/// The `title` element of a route that exists in `content`.
#[must_use]
pub fn title(route: &Route, content: &Content) -> String {
    let site = &content.facts().site;
    let (name, tagline) = (&site.name.0, &site.tagline.0);
    let own = content.head(route.page()).map_or("", |page| page.title.0.as_str());
    match route {
        Route::Page(PageId::Standalone(Standalone::Home)) => format!("{name}, {tagline}"),
        Route::Page(_) => format!("{own} · {name}"),
        Route::Simple(_) => format!("{own} (version simple) · {name}"),
        Route::Term(term) => {
            format!("{} : {} · {name}", content.term_name(term).map_or("", |term| &term.name.0), labels::MEANING)
        }
    }
}
