//! The definition of a term, opened in place: a popover that the keyboard and Esc close. Without code, or in a browser
//! without popovers, the link leads to the words explained at the end of the page.

use super::{Here, IntoStill};
use crate::browser::popover;
use crate::content::entity::Term;
use crate::content::id::TermId;
use crate::labels;
use crate::route::Route;
use crate::view::node::{Piece, piece};
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
    let inner =
        move || term.with(|id| id.as_ref().and_then(|id| here.content.term(id)).map(|term| explained(term, &here)));
    view! {
        <div class="definition" id=ID popover="auto" role="dialog" aria-label=labels::MEANING tabindex="-1">{inner}</div>
    }
    .still()
}

fn explained(term: &Term, here: &Here) -> Piece {
    let name = piece("p").set("class", "definition__name").text(term.full_name());
    let page = piece("a").set("href", Route::Term(term.id.clone()).href(&here.base)).text(labels::TERM_PAGE);
    let close = piece("button").set("class", "button button--quiet").set("type", "button").set("popovertarget", ID);
    let close = close.set("popovertargetaction", "hide").text(labels::CLOSE);
    let ways = piece("p").set("class", "definition__ways").with([page, close]);
    piece("div").set("class", "flow").with([name, piece("p").text(term.definition.to_plain()), ways])
}
