//! The bottom of every page: the sea. Ways on, pages about the site, emergency numbers, the date of the content.

use super::PageContext;
use super::drawing::stretched;
use crate::content::PageId;
use crate::content::id::Standalone;
use crate::labels;
use crate::view::{Element, el};

/// The shore, and the sea: sections, pages about the site, numbers, name, date; on paper, the page's address too.
pub fn site_footer(context: &PageContext) -> [Element; 2] {
    let site = &context.content.facts().site;
    let date = el("time").attr("datetime", site.updated.to_string()).text(site.updated.in_french());
    let name = format!("{}, {}. {} ", site.name, site.tagline, labels::UPDATED);
    let about = el("p").text(name).child(date).text(". ").text(labels::NO_ADVICE);
    let address = el("p").class("on-paper").text(labels::ADDRESS_OF_PAGE).text(" ").text(address(context));
    let inner = el("div").class("wrap").child(links(context)).child(about).child(address);
    [stretched("marks-rivage", "shore", context), el("footer").class("site-footer").child(inner)]
}

fn links(context: &PageContext) -> Element {
    let link = |href: &str, words: &str| el("li").child(el("a").attr("href", href).text(words));
    let sections = context.content.facts().sections.iter();
    let sections = sections.map(|entry| link(&context.href(&PageId::Index(entry.section)), &entry.label.0));
    let about = [
        Standalone::WhenToCall,
        Standalone::Contact,
        Standalone::SiteMap,
        Standalone::Glossary,
        Standalone::Index,
        Standalone::Changes,
        Standalone::Accessibility,
        Standalone::Privacy,
        Standalone::Legal,
    ];
    let about = about.map(PageId::Standalone).map(|id| link(&context.href(&id), &context.short(&id)));
    let numbers = [("tel:15", labels::CALL_15), ("tel:112", labels::CALL_112), ("sms:114", labels::TEXT_114)];
    let numbers = numbers.map(|(href, words)| link(href, words));
    el("div")
        .class("site-footer__links")
        .child(el("ul").children(sections))
        .child(el("ul").children(about))
        .child(el("ul").children(numbers))
}

/// Where the page stands: the whole address once the site has one.
fn address(context: &PageContext) -> String {
    let origin = context.content.facts().site.address.as_deref().unwrap_or_default();
    format!("{}{}", origin.trim_end_matches('/'), context.route.href(context.base()))
}
