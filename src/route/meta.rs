//! Floor 1: what a page says of itself outside its text, as one pure function of (Route, Content).

use crate::content::Content;
use crate::content::id::{PageId, Standalone};
use crate::content::page::Review;
use crate::labels;
use crate::route::Route;

/// Title, description and what robots may do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// The `title` element.
    pub title: String,
    /// The description.
    pub description: String,
    /// Whether search engines may list the page.
    pub indexed: bool,
    /// The route that stands for this one in search engines: a twin names its main page, a term (25 words at most) the
    /// glossary.
    pub canonical: Route,
}

/// The head of a route that exists in `content`.
#[must_use]
pub fn head(route: &Route, content: &Content) -> Head {
    let id = route.page();
    let site = &content.facts.site;
    let (name, tagline) = (&site.name.0, &site.tagline.0);
    let page = content.head(id);
    let own = page.map_or("", |page| page.title.0.as_str());
    let title = match route {
        Route::Page(PageId::Standalone(Standalone::Home)) => format!("{name}, {tagline}"),
        Route::Page(_) => format!("{own} · {name}"),
        Route::Simple(_) => format!("{own} (version simple) · {name}"),
        Route::Term(term) => {
            format!("{} : {} · {name}", content.term(term).map_or("", |term| &term.name.0), labels::MEANING)
        }
    };
    // What no physician has approved is not offered to search engines.
    let approved = content.body(id).is_some_and(|body| matches!(body.review, Review::Validated(_)));
    Head {
        title,
        description: match route {
            Route::Term(term) => content
                .term(term)
                .map_or_else(String::new, |term| format!("{} : {}", term.full_name(), term.definition.to_plain())),
            _ => page.map_or_else(String::new, |page| page.summary.0.clone()),
        },
        indexed: approved && matches!(route, Route::Page(_)),
        canonical: Route::Page(id.clone()),
    }
}
