//! The way from the home page to here.

use super::PageContext;
use crate::content::PageId;
use crate::content::id::Standalone;
use crate::labels;
use crate::route::Route;
use crate::view::{Element, el};

/// Home, section, page; nothing on the home page.
pub fn breadcrumb(context: &PageContext) -> Option<Element> {
    let home = PageId::Standalone(Standalone::Home);
    if *context.page() == home {
        return None;
    }
    let mut trail = vec![(context.href(&home), labels::HOME.to_owned())];
    if let PageId::Topic(section, _) = context.page()
        && let Some(entry) = context.content.section(*section)
    {
        trail.push((context.href(&PageId::Index(*section)), entry.label.0.clone()));
    }
    let own = context.short(context.page());
    let last = match &context.route {
        Route::Page(_) => own,
        Route::Simple(_) => {
            trail.push((context.href(context.page()), own));
            labels::TO_SIMPLE.to_owned()
        }
        Route::Term(id) => {
            trail.push((context.href(context.page()), own));
            context.content.term_name(id).map_or_else(String::new, |term| term.name.0.clone())
        }
    };
    let links = trail.into_iter().map(|(href, words)| el("li").child(el("a").attr("href", href).text(words)));
    let last = el("li").child(el("span").attr("aria-current", "page").text(last));
    let trail = el("ol").children(links).child(last);
    Some(el("nav").class("breadcrumb").attr("aria-label", labels::BREADCRUMB).child(trail))
}
