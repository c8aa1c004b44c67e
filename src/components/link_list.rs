//! Lists of links to pages, with what each page is about.

use super::PageContext;
use crate::content::{PageHead, PageId};
use crate::view::{Element, el};

/// Cards that lead to pages; ids without a page are left out (the check refuses them).
pub fn page_links(ids: &[PageId], context: &PageContext) -> Element {
    cards(ids.iter().filter_map(|id| context.head(id)), context)
}

/// Cards that lead to pages.
pub fn cards<'a>(heads: impl Iterator<Item = &'a PageHead>, context: &PageContext) -> Element {
    let each = heads.map(|head| {
        let title = el("a").class("card__title").attr("href", context.href(&head.id)).text(head.short());
        el("li").class("card").child(title).child(el("p").text(&head.summary.0))
    });
    el("ul").class("cards").children(each)
}
