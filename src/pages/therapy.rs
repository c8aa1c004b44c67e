//! A treatment, or an effect: the blocks, then the pages on the other side of "may cause".

use super::Shown;
use super::article::frame;
use crate::components::IntoStill;
use crate::components::link_list::page_links;
use crate::content::PageId;
use crate::content::entity::{SideEffect, Therapy};
use crate::labels;
use leptos::prelude::*;

/// A treatment and the effects that it may cause.
pub fn therapy(shown: &Shown<'_>, therapy: &Therapy) -> AnyView {
    frame(shown, related(labels::MAY_CAUSE, &therapy.effects, shown))
}

/// An effect and the treatments that may cause it.
pub fn effect(shown: &Shown<'_>, effect: &SideEffect) -> AnyView {
    let content = &shown.here.content;
    let pages: Vec<PageId> =
        effect.therapies.iter().filter_map(|id| content.therapy(id)).map(|therapy| therapy.page.clone()).collect();
    frame(shown, related(labels::CAUSED_BY, &pages, shown))
}

fn related(title: &'static str, pages: &[PageId], shown: &Shown<'_>) -> AnyView {
    if pages.is_empty() {
        return ().still();
    }
    view! {
        <h2>{title}</h2>
        {page_links(pages, shown.here)}
    }
    .still()
}
