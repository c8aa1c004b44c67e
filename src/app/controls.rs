//! The small controls of pages: print, definitions in place, a list's filter, the nearest place.

use super::frame;
use crate::browser::listen::{Event, MouseEvent};
use crate::browser::{document, filter as entries, listen, popover};
use crate::components::definition::{POPOVER, explained};
use crate::components::{filter, map, page_head};
use crate::content::id::TermId;
use crate::labels;
use crate::route::Route;
use crate::state::context::PageContext;
use crate::text::fold::fold;
use crate::view::dom;
use leptos::prelude::*;

/// Answers a click on one of these controls; `false` when it was none.
pub(super) fn clicked(event: &MouseEvent, context: RwSignal<PageContext>) -> bool {
    if listen::around(event, &format!("[{}]", page_head::PRINTS)).is_some() {
        document::print();
        return true;
    }
    define(event, context).is_some()
}

/// Opens the definition of the term that was clicked.
fn define(event: &MouseEvent, context: RwSignal<PageContext>) -> Option<()> {
    let term = popover::clicked_term(event)?;
    let id = TermId::parse(&term.id).ok()?;
    let place = document::element(POPOVER)?;
    event.prevent_default();
    let page = context.with_untracked(|context| Route::Term(id).href(context.base()));
    dom::replace(&place, &explained(&term.name, &term.definition, &page));
    popover::open(POPOVER, &term);
    Some(())
}

/// Narrows the list of the page when its filter was typed into; accents and capitals do not count.
pub(super) fn filtered(event: &Event) {
    let Some(text) = listen::value_of(event, filter::FIELD) else { return };
    let wanted = fold(&text);
    let parts: Vec<&str> = wanted.split(' ').collect();
    let count = entries::filter(|entry| {
        let entry = fold(entry);
        parts.iter().all(|part| entry.contains(part))
    });
    let told = match count {
        _ if wanted.is_empty() => String::new(),
        1 => labels::ONE_ENTRY.to_owned(),
        many => format!("{many} {}", labels::ENTRIES),
    };
    document::set_text(filter::COUNT, &told);
}

/// Tells the place nearest to the town that was picked.
pub(super) fn town_chosen(event: &Event, context: RwSignal<PageContext>) {
    let Some(value) = listen::value_of(event, map::TOWN) else { return };
    let Some(answer) = document::element(map::NEAREST) else { return };
    let told = context.with_untracked(|context| {
        let nth = value.parse::<usize>().ok()?.checked_sub(1)?;
        let town = context.content.facts().site.towns.get(nth)?;
        Some(map::nearest_to(town, context))
    });
    dom::replace(&answer, &told.unwrap_or_default());
}

/// The title of the page that is shown, told to assistive technology.
pub(super) fn announce(title: &str) {
    document::set_text(frame::ANNOUNCER, &format!("{} {title}", labels::OPENED));
}
