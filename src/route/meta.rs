//! Native: what a page says of itself outside its text, as one pure function of (Route, Content).

use super::Route;
use super::title::title;
use crate::content::Content;
use crate::content::page::Review;

/// Title, description and what robots may do.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Meta {
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

/// What a route that exists in `content` says of itself.
#[must_use]
pub fn meta(route: &Route, content: &Content) -> Meta {
    let id = route.page();
    // What no physician has approved is not offered to search engines.
    let approved = content.body(id).is_some_and(|body| matches!(body.review, Review::Validated(_)));
    let description = match route {
        Route::Term(term) => content
            .term(term)
            .map_or_else(String::new, |term| format!("{} : {}", term.full_name(), term.definition.to_plain())),
        _ => content.head(id).map_or_else(String::new, |page| page.summary.0.clone()),
    };
    Meta {
        title: title(route, content),
        description,
        indexed: approved && matches!(route, Route::Page(_)),
        canonical: Route::Page(id.clone()),
    }
}
