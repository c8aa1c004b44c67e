//! The definition of a term, opened in place: a popover that the keyboard and Esc close. Without code, or in a browser
//! without popovers, the link leads to the words explained at the end of the page.

use super::rich::rich;
use super::{Here, IntoStill};
use crate::browser::popover;
use crate::content::id::TermId;
use crate::labels;
use crate::route::Route;
use leptos::ev::MouseEvent;
use leptos::prelude::*;

/// The popover's id.
const ID: &str = "definition";

/// The term whose definition is open.
#[derive(Clone, Copy)]
pub struct Definition(RwSignal<Option<TermId>>);

impl Definition {
    /// None.
    #[must_use]
    pub fn new() -> Self {
        Self(RwSignal::new(None))
    }

    /// Opens the definition when a term was clicked, plainly.
    pub fn clicked(self, event: &MouseEvent) {
        let Some(term) = popover::clicked_term(event).and_then(|id| TermId::parse(&id).ok()) else { return };
        self.0.set(Some(term));
        popover::open(ID, event);
    }
}

impl Default for Definition {
    fn default() -> Self {
        Self::new()
    }
}

/// The popover: empty until a term is clicked.
pub fn definition(here: &Here) -> AnyView {
    let (Definition(term), here): (Definition, Here) = (expect_context(), here.clone());
    let inner = move || term.with(|id| id.as_ref().map(|id| explained(id, &here)));
    view! { <div class="definition" id=ID popover="auto" role="dialog" aria-label=labels::MEANING tabindex="-1">{inner}</div> }.still()
}

fn explained(id: &TermId, here: &Here) -> AnyView {
    let Some(term) = here.content.term(id) else { return ().still() };
    let expansion = term.expansion.as_ref().map(|full| format!(" ({full})"));
    let page = Route::Term(id.clone()).href(&here.base);
    view! {
        <p class="definition__name">{term.name.0.clone()} {expansion}</p>
        <p>{rich(&term.definition, here)}</p>
        <p class="definition__ways">
            <a href=page>{labels::TERM_PAGE}</a>
            <button class="button button--quiet" type="button" on:click=|_| popover::close(ID)>{labels::CLOSE}</button>
        </p>
    }
    .still()
}
