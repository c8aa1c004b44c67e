//! The home page: what IPROS is, three ways in, the sections, what the network holds itself to.

use super::Shown;
use super::article::frame;
use crate::components::IntoStill;
use crate::components::link_list::cards;
use crate::components::rich::rich;
use crate::content::PageId;
use crate::labels;
use leptos::prelude::*;

/// The home page.
pub fn home(shown: &Shown<'_>) -> AnyView {
    let here = shown.here;
    let sections = here.content.facts.sections.iter();
    let heads = sections.filter_map(|entry| here.head(&PageId::Index(entry.section)));
    let commitments = here.content.facts.site.commitments.iter().map(|commitment| {
        view! {
            <div>
                <dt>{commitment.title.0.clone()}</dt>
                <dd>{rich(&commitment.text, here)}</dd>
            </div>
        }
    });
    let added = view! {
        <h2>{labels::MAIN_NAV}</h2>
        {cards(heads, here)}
        <h2 id="engagements">{labels::COMMITMENTS}</h2>
        <dl class="facts">{commitments.collect_view()}</dl>
    };
    frame(shown, added.still())
}
