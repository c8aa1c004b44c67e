//! A treatment, or an effect: the blocks, then the pages on the other side of "may cause".

use super::PageProps;
use super::article::frame;
use crate::components::PageContext;
use crate::components::link_list::page_links;
use crate::content::PageId;
use crate::content::entity::{SideEffect, Therapy};
use crate::labels;
use crate::view::{Element, Node, el};

/// A treatment and the effects that it may cause.
pub fn therapy(props: &PageProps<'_>, therapy: &Therapy) -> Vec<Node> {
    frame(props, related(labels::MAY_CAUSE, &therapy.effects, props.context))
}

/// An effect and the treatments that may cause it.
pub fn effect(props: &PageProps<'_>, effect: &SideEffect) -> Vec<Node> {
    let content = &props.context.content;
    let therapies = effect.therapies.iter().filter_map(|id| content.therapy(id));
    let pages: Vec<PageId> = therapies.map(|therapy| therapy.page.clone()).collect();
    frame(props, related(labels::CAUSED_BY, &pages, props.context))
}

fn related(title: &str, pages: &[PageId], context: &PageContext) -> Vec<Element> {
    if pages.is_empty() {
        return Vec::new();
    }
    vec![el("h2").text(title), page_links(pages, context)]
}
