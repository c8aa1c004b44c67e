//! A folded list of links: opens and closes without code.

use super::PageContext;
use super::icon::{Icon, icon};
use crate::view::{Element, el};

/// A fold with its title, open or not, around a list of links.
#[must_use]
pub fn fold(title: Element, entries: impl Iterator<Item = Element>, open: bool, context: &PageContext) -> Element {
    let summary = el("summary").child(title).text(" ").child(icon(Icon::Down, context));
    let list = el("ul").class("links").children(entries);
    el("details").class("fold").attr_if("open", open.then_some("")).child(summary).child(list)
}
