//! What is shown for an address that leads nowhere: the sections, as ways on.

use super::Shown;
use super::article::frame;
use crate::components::IntoStill;
use crate::components::link_list::cards;
use crate::content::PageId;
use crate::labels;
use leptos::prelude::*;

/// The page for unknown addresses.
pub fn not_found(shown: &Shown<'_>) -> AnyView {
    let here = shown.here;
    let sections = here.content.facts.sections.iter();
    let heads = sections.filter_map(|entry| here.head(&PageId::Index(entry.section)));
    let added = view! {
        <h2>{labels::MAIN_NAV}</h2>
        {cards(heads, here)}
    };
    frame(shown, added.still())
}
