//! What is shown for an address that leads nowhere: the sections, as ways on.

use super::PageProps;
use super::article::frame;
use crate::components::link_list::cards;
use crate::content::PageId;
use crate::labels;
use crate::view::{Node, el};

/// The page for unknown addresses.
pub fn not_found(props: &PageProps<'_>) -> Vec<Node> {
    let context = props.context;
    let sections = context.content.facts().sections.iter();
    let heads = sections.filter_map(|entry| context.head(&PageId::Index(entry.section)));
    frame(props, vec![el("h2").text(labels::MAIN_NAV), cards(heads, context)])
}
