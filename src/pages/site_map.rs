//! The site map: every page of the dataset, section by section, each with what it is about. Sections fold without code.

use super::Shown;
use super::article::frame;
use crate::components::IntoStill;
use crate::components::filter::filter;
use crate::components::fold::fold;
use crate::components::letters::entry;
use crate::content::id::Standalone;
use crate::content::{PageHead, PageId};
use crate::labels;
use crate::view::node::{Piece, piece};
use leptos::prelude::*;

/// The site map.
pub fn site_map(shown: &Shown<'_>) -> AnyView {
    let here = shown.here;
    let alone = Standalone::ALL.iter().map(|page| PageId::Standalone(*page)).filter(PageId::is_listed);
    let alone: Vec<&PageHead> = alone.filter_map(|id| here.head(&id)).collect();
    let sections = here.content.facts.sections.iter().map(|section| {
        let index = here.head(&PageId::Index(section.section));
        let heads = index.into_iter().chain(here.content.topics(section.section)).collect();
        (section.label.0.as_str(), heads)
    });
    let part = |(title, heads): (&str, Vec<&PageHead>)| -> Piece {
        let summary = |head: &PageHead| Some(head.summary.0.clone());
        let entries = heads.into_iter().map(|head| entry(here.href(&head.id), head.short().to_owned(), summary(head)));
        fold(piece("h2").text(title), entries, true, here)
    };
    let folds = sections.chain([(labels::OTHER_PAGES, alone)]).map(part);
    frame(shown, view! { {filter()} {piece("div").set("class", "folds").with(folds)} }.still())
}
