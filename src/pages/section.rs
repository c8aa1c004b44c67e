//! The index of a section: its blocks, then its pages.

use super::Shown;
use super::article::frame;
use crate::components::IntoStill;
use crate::components::link_list::cards;
use crate::content::Section;
use crate::labels;
use leptos::prelude::*;

/// The index of a section.
pub fn section(shown: &Shown<'_>, section: Section) -> AnyView {
    frame(shown, topics(shown, section))
}

/// The cards of a section's pages, under their heading; nothing for a section without pages.
pub fn topics(shown: &Shown<'_>, section: Section) -> AnyView {
    let content = &shown.here.content;
    if content.topics(section).next().is_none() {
        return ().still();
    }
    view! {
        <h2>{labels::PAGES}</h2>
        {cards(content.topics(section), shown.here)}
    }
    .still()
}
