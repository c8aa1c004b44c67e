//! The site map: every page of the dataset, section by section, each with what it is about. Sections fold without code.

use super::PageProps;
use super::article::frame;
use crate::components::filter::filter;
use crate::components::fold::fold;
use crate::components::letters::entry;
use crate::content::id::Standalone;
use crate::content::{PageHead, PageId};
use crate::labels;
use crate::view::{Node, el};

/// The site map.
pub fn site_map(props: &PageProps<'_>) -> Vec<Node> {
    let context = props.context;
    let alone = Standalone::ALL.iter().map(|page| PageId::Standalone(*page)).filter(PageId::is_listed);
    let alone: Vec<&PageHead> = alone.filter_map(|id| context.head(&id)).collect();
    let sections = context.content.facts().sections.iter().map(|section| {
        let index = context.head(&PageId::Index(section.section));
        let heads = index.into_iter().chain(context.content.topics(section.section)).collect();
        (section.label.0.as_str(), heads)
    });
    let part = |(title, heads): (&str, Vec<&PageHead>)| {
        let entries = heads.into_iter();
        let entries = entries.map(|head| entry(context.href(&head.id), head.short(), Some(&head.summary.0)));
        fold(el("h2").text(title), entries, true, context)
    };
    let folds = sections.chain([(labels::OTHER_PAGES, alone)]).map(part);
    frame(props, vec![filter(), el("div").class("folds").children(folds)])
}
