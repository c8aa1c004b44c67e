//! The neighbours of a page, before and after.

use super::PageContext;
use super::icon::{Icon, icon};
use crate::labels;
use crate::view::{Element, el};

/// Where a neighbour is, and what it is called.
pub type Neighbour<'a> = (String, &'a str);

/// Links to the neighbours; nothing for a page that stands alone.
pub fn pager(before: Option<Neighbour<'_>>, after: Option<Neighbour<'_>>, context: &PageContext) -> Option<Element> {
    if before.is_none() && after.is_none() {
        return None;
    }
    let words = |label: &str, name: &str| el("span").text(label).text(" ").text(name);
    let before = before.map(|(href, name)| {
        el("a").attr("href", href).child(icon(Icon::Left, context)).child(words(labels::BEFORE, name))
    });
    let after = after.map(|(href, name)| {
        let link = el("a").class("pager__after").attr("href", href).child(words(labels::AFTER, name));
        link.child(icon(Icon::Right, context))
    });
    Some(el("nav").class("pager").attr("aria-label", labels::PAGER).child(before).child(after))
}
