//! The end of a page: words explained, what to read next, sources, neighbours; and the list of its headings.

use super::icon::{Icon, icon};
use super::link_list::page_links;
use super::rich::rich;
use super::{Here, IntoStill, IntoStills};
use crate::content::anchor::anchors;
use crate::content::entity::Source;
use crate::content::id::{SourceId, TermId};
use crate::content::inline::Inline;
use crate::content::visit::{self, Words};
use crate::content::{Block, PageBody};
use crate::labels;
use leptos::prelude::*;

/// Words, next pages, sources and pager, each when there is any.
pub fn page_end(body: &PageBody, here: &Here) -> AnyView {
    let next = (!body.next.is_empty()).then(|| {
        view! {
            <h2>{labels::NEXT}</h2>
            {page_links(&body.next, here)}
        }
    });
    view! { {words(&body.blocks, here)} {next} {sources(body, here)} {pager(here)} }.still()
}

/// The `h2` headings of a page as links, for the second column of wide screens; nothing for fewer than three.
pub fn on_this_page(blocks: &[Block]) -> AnyView {
    let Some(links) = heading_links(blocks) else { return ().still() };
    view! {
        <nav class="onpage" aria-label=labels::ON_THIS_PAGE>
            <p class="onpage__title">{labels::ON_THIS_PAGE}</p>
            {links}
        </nav>
    }
    .still()
}

/// The same links folded away, for narrow screens.
pub fn on_this_page_folded(blocks: &[Block], here: &Here) -> AnyView {
    let Some(links) = heading_links(blocks) else { return ().still() };
    view! {
        <details class="fold onpage-fold">
            <summary>{labels::ON_THIS_PAGE} {icon(Icon::Down, here)}</summary>
            <nav class="fold__text" aria-label=labels::ON_THIS_PAGE>{links}</nav>
        </details>
    }
    .still()
}

fn heading_links(blocks: &[Block]) -> Option<AnyView> {
    let headings: Vec<_> = blocks
        .iter()
        .zip(anchors(blocks))
        .filter_map(|(block, anchor)| match block {
            Block::Heading(heading) => anchor.map(|a| (a, heading.text.0.clone())),
            _ => None,
        })
        .collect();
    let links = |(at, words)| view! { <li><a href=format!("#{at}") rel="external">{words}</a></li> };
    let enough = headings.len() > 2;
    enough.then(|| view! { <ol class="onpage__list">{headings.into_iter().map(links).stills()}</ol> }.still())
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

fn words(blocks: &[Block], here: &Here) -> AnyView {
    let found = terms(blocks);
    if found.is_empty() {
        return ().still();
    }
    let each = found.iter().filter_map(|id| here.content.term(id)).map(|term| {
        let expansion = term.expansion.as_ref().map(|full| format!(" ({full})"));
        view! {
            <div id=format!("terme-{}", term.id)>
                <dt>{term.name.0.clone()} {expansion}</dt>
                <dd>{rich(&term.definition, here)}</dd>
            </div>
        }
    });
    view! {
        <h2>{labels::WORDS}</h2>
        <dl class="facts">{each.stills()}</dl>
    }
    .still()
}

fn sources(body: &PageBody, here: &Here) -> AnyView {
    source_list(body.sources(), here)
}

/// The sources with these ids, under their heading; nothing for none.
pub fn source_list<'a>(ids: impl IntoIterator<Item = &'a SourceId>, here: &Here) -> AnyView {
    let found: Vec<&Source> = ids.into_iter().filter_map(|id| here.content.source(id)).collect();
    let Some(latest) = found.iter().map(|source| source.consulted).max() else { return ().still() };
    let each = found.into_iter().map(source);
    view! {
        <h2 id="sources">{labels::SOURCES}</h2>
        <p>{labels::CONSULTED} " " {latest.in_french()} "."</p>
        <ol class="sources">{each.stills()}</ol>
    }
    .still()
}

fn source(source: &Source) -> AnyView {
    let year = source.year.map(|year| format!(" ({year})"));
    let title = source.title.0.clone();
    let title = match source.url.clone() {
        Some(url) => view! { <a href=url rel="external noopener">{title}</a> }.still(),
        None => title.still(),
    };
    view! { <li>{source.organisation.0.clone()} ", " {title} {year} "."</li> }.still()
}

fn pager(here: &Here) -> AnyView {
    let (before, after) = here.content.neighbours(here.page());
    if before.is_none() && after.is_none() {
        return ().still();
    }
    let before = before.map(|head| {
        let words = head.short().to_owned();
        view! { <a href=here.href(&head.id)>{icon(Icon::Left, here)} <span>{labels::BEFORE} " " {words}</span></a> }
    });
    let after = after.map(|head| {
        let words = head.short().to_owned();
        view! { <a class="pager__after" href=here.href(&head.id)><span>{labels::AFTER} " " {words}</span> {icon(Icon::Right, here)}</a> }
    });
    view! { <nav class="pager" aria-label=labels::PAGER>{before} {after}</nav> }.still()
}
