//! The index of a section: its blocks, then its pages.

use super::PageProps;
use super::article::frame;
use crate::components::PageContext;
use crate::components::link_list::cards;
use crate::content::Section;
use crate::labels;
use crate::view::{Element, Node, el};

/// The index of a section.
pub fn section(props: &PageProps<'_>, section: Section) -> Vec<Node> {
    frame(props, topics(section, props.context))
}

/// The cards of a section's pages, under their heading; nothing for a section without pages.
pub fn topics(section: Section, context: &PageContext) -> Vec<Element> {
    let content = &context.content;
    if content.topics(section).next().is_none() {
        return Vec::new();
    }
    vec![el("h2").text(labels::PAGES), cards(content.topics(section), context)]
}
