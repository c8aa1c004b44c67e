//! The end of a page: words explained, what to read next, sources, neighbours; and the list of its headings.

use super::PageContext;
use super::icon::{Icon, icon};
use super::link_list::page_links;
use super::pager::pager;
use super::rich::rich;
use crate::content::anchor::anchors;
use crate::content::entity::Source;
use crate::content::id::{SourceId, TermId};
use crate::content::inline::Inline;
use crate::content::visit::{self, Words};
use crate::content::{Block, PageBody};
use crate::labels;
use crate::view::{Element, IntoNodes as _, Node, el};

/// Words, next pages, sources and pager, each when there is any.
pub fn page_end(body: &PageBody, context: &PageContext) -> Vec<Node> {
    let mut end = words(&body.blocks, context);
    if !body.next.is_empty() {
        el("h2").text(labels::NEXT).push_to(&mut end);
        page_links(&body.next, context).push_to(&mut end);
    }
    source_list(body.sources(), context).push_to(&mut end);
    let (before, after) = context.content.neighbours(context.page());
    let neighbour = |head: &crate::content::PageHead| context.href(&head.id);
    let before = before.map(|head| (neighbour(head), head.short()));
    pager(before, after.map(|head| (neighbour(head), head.short())), context).push_to(&mut end);
    end
}

/// The `h2` headings of a page as links, for the second column of wide screens; nothing for fewer than three.
pub fn on_this_page(blocks: &[Block]) -> Option<Element> {
    let links = heading_links(blocks)?;
    let title = el("p").class("onpage__title").text(labels::ON_THIS_PAGE);
    Some(el("nav").class("onpage").attr("aria-label", labels::ON_THIS_PAGE).child(title).child(links))
}

/// The same links folded away, for narrow screens.
pub fn on_this_page_folded(blocks: &[Block], context: &PageContext) -> Option<Element> {
    let links = heading_links(blocks)?;
    let nav = el("nav").class("fold__text").attr("aria-label", labels::ON_THIS_PAGE).child(links);
    let summary = el("summary").text(labels::ON_THIS_PAGE).child(icon(Icon::Down, context));
    Some(el("details").class("fold onpage-fold").child(summary).child(nav))
}

fn heading_links(blocks: &[Block]) -> Option<Element> {
    let headings = blocks.iter().zip(anchors(blocks)).filter_map(|(block, anchor)| match block {
        Block::Heading(heading) => anchor.map(|anchor| (anchor, heading.text.0.as_str())),
        _ => None,
    });
    let link = |(at, words)| el("a").attr("href", format!("#{at}")).attr("rel", "external").text(words);
    let links: Vec<Element> = headings.map(|heading| el("li").child(link(heading))).collect();
    (links.len() > 2).then(|| el("ol").class("onpage__list").children(links))
}

/// The glossary terms that the blocks mark, once each, in reading order.
fn terms(blocks: &[Block]) -> Vec<TermId> {
    let mut found: Vec<TermId> = Vec::new();
    for block in blocks {
        visit::block(block, "", &mut |_, words| {
            let Words::Rich(text) = words else { return };
            for run in &text.0 {
                if let Inline::Term(id, _) = run
                    && !found.contains(id)
                {
                    found.push(id.clone());
                }
            }
        });
    }
    found
}

fn words(blocks: &[Block], context: &PageContext) -> Vec<Node> {
    let mut all = Vec::new();
    let found = terms(blocks);
    if found.is_empty() {
        return all;
    }
    let each = found.iter().filter_map(|id| context.content.term(id)).map(|term| {
        let name = el("dt").text(term.full_name());
        el("div")
            .attr("id", format!("terme-{}", term.id))
            .child(name)
            .child(el("dd").child(rich(&term.definition, context)))
    });
    el("h2").text(labels::WORDS).push_to(&mut all);
    el("dl").class("facts").children(each).push_to(&mut all);
    all
}

/// The sources with these ids, under their heading; nothing for none.
pub fn source_list<'a>(ids: impl IntoIterator<Item = &'a SourceId>, context: &PageContext) -> Vec<Element> {
    let found: Vec<&Source> = ids.into_iter().filter_map(|id| context.content.source(id)).collect();
    let Some(latest) = found.iter().map(|source| source.consulted).max() else { return Vec::new() };
    let consulted = el("p").text(labels::CONSULTED).text(" ").text(latest.in_french()).text(".");
    vec![
        el("h2").attr("id", "sources").text(labels::SOURCES),
        consulted,
        el("ol").class("sources").children(found.into_iter().map(source)),
    ]
}

fn source(source: &Source) -> Element {
    let line = el("li").text(&source.organisation.0).text(", ");
    let line = match &source.url {
        Some(url) => line.child(el("a").attr("href", url).attr("rel", "external noopener").text(&source.title.0)),
        None => line.text(&source.title.0),
    };
    let year = source.year.map(|year| format!(" ({year})"));
    line.child(year).text(".")
}
