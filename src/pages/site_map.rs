//! The site map: every page of the dataset, section by section.

use super::Shown;
use super::article::frame;
use crate::components::Here;
use crate::components::{IntoStill, IntoStills};
use crate::content::id::Standalone;
use crate::content::{PageHead, PageId};
use crate::labels;
use leptos::prelude::*;

/// The site map.
pub fn site_map(shown: &Shown<'_>) -> AnyView {
    let here = shown.here;
    let sections = here.content.facts.sections.iter().map(|entry| {
        let topics = here.content.topics(entry.section);
        view! {
            <h2><a href=here.href(&PageId::Index(entry.section))>{entry.label.0.clone()}</a></h2>
            {list(topics, here)}
        }
    });
    let listed = Standalone::ALL.iter().filter(|page| **page != Standalone::NotFound);
    let alone = listed.filter_map(|page| here.head(&PageId::Standalone(*page)));
    let added = view! {
        {sections.stills()}
        <h2>{labels::OTHER_PAGES}</h2>
        {list(alone, here)}
    };
    frame(shown, added.still())
}

fn list<'a>(heads: impl Iterator<Item = &'a PageHead>, here: &Here) -> AnyView {
    let each: Vec<_> = heads
        .map(|head| {
            view! {
                <li>
                    <a href=here.href(&head.id)>{head.short().to_owned()}</a>
                    " "
                    <span>{head.summary.0.clone()}</span>
                </li>
            }
        })
        .collect();
    if each.is_empty() {
        return ().still();
    }
    view! { <ul class="links">{each.into_iter().stills()}</ul> }.still()
}
