//! The site map: every page of the dataset, section by section, each with what it is about. Sections fold without code.

use super::Shown;
use super::article::frame;
use crate::components::Here;
use crate::components::IntoStill;
use crate::components::filter::filter;
use crate::components::icon::{Icon, icon};
use crate::content::id::Standalone;
use crate::content::{PageHead, PageId};
use crate::labels;
use leptos::prelude::*;

/// The site map.
pub fn site_map(shown: &Shown<'_>) -> AnyView {
    let here = shown.here;
    let sections = here.content.facts.sections.iter().map(|entry| {
        let index = here.head(&PageId::Index(entry.section));
        fold(&entry.label.0, index.into_iter().chain(here.content.topics(entry.section)), here)
    });
    let alone = Standalone::ALL.iter().map(|page| PageId::Standalone(*page)).filter(PageId::is_listed);
    let alone: Vec<&PageHead> = alone.filter_map(|id| here.head(&id)).collect();
    let added = view! {
        {filter()}
        <div class="folds">{sections.collect_view()} {fold(labels::OTHER_PAGES, alone.into_iter(), here)}</div>
    };
    frame(shown, added.still())
}

fn fold<'a>(title: &str, heads: impl Iterator<Item = &'a PageHead>, here: &Here) -> AnyView {
    let each = heads.map(|head| {
        view! {
            <li data-entry="">
                <a href=here.href(&head.id)>{head.short().to_owned()}</a>
                " "
                <span>{head.summary.0.clone()}</span>
            </li>
        }
    });
    view! {
        <details class="fold" open>
            <summary><h2>{title.to_owned()}</h2> {icon(Icon::Down)}</summary>
            <ul class="links">{each.collect_view()}</ul>
        </details>
    }
    .still()
}
