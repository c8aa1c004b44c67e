//! A term of the glossary: its definition, how it is said, what people call it, and the pages to read.

use super::Shown;
use crate::components::IntoStill;
use crate::components::breadcrumb::breadcrumb;
use crate::components::icon::{Icon, icon_piece};
use crate::components::link_list::page_links;
use crate::components::page_end::source_list;
use crate::components::page_head::{print_button, review_state};
use crate::content::entity::Term;
use crate::content::id::TermId;
use crate::labels;
use crate::route::Route;
use crate::search::alphabetical;
use crate::view::node::{Piece, piece};
use leptos::prelude::*;

/// The page of a term; the route exists only when the term does.
pub fn term(shown: &Shown<'_>, id: &TermId) -> AnyView {
    let Shown { head, body, here } = shown;
    let Some(term) = here.content.term(id) else { return ().still() };
    let related = if term.pages.is_empty() { ().still() } else { page_links(&term.pages, here) };
    view! {
        <div id="titre" class="head">
            <div class="wrap head__text">
                {breadcrumb(here)}
                <h1 tabindex="-1">{term.name.0.clone()}</h1>
                {meaning(term)}
                {review_state(head, body, here)}
                <div class="tools">{print_button(here)}</div>
            </div>
        </div>
        <div class="wrap body">
            <div class="flow">{names(term)} {related} {source_list(&term.sources, here)} {pager(shown, term)}</div>
        </div>
    }
    .still()
}

fn meaning(term: &Term) -> Piece {
    let lead = |words: String| piece("p").set("class", "lead").text(words);
    let expansion = term.expansion.as_ref().map(|full| lead(full.0.clone()));
    piece("div").set("class", "flow").with(expansion).with([lead(term.definition.to_plain())])
}

/// How the word is said and what people call it, then the title of the pages to read.
fn names(term: &Term) -> Piece {
    let line = |label: &str, words: String| piece("p").text(format!("{label} {words}"));
    let said = term.pronunciation.as_ref().map(|words| line(labels::SAID, words.0.clone()));
    let aliases: Vec<&str> = term.aliases.iter().map(|alias| alias.0.as_str()).collect();
    let also = (!aliases.is_empty()).then(|| line(labels::ALSO_SAID, aliases.join(", ")));
    let more = (!term.pages.is_empty()).then(|| piece("h2").text(labels::READ_MORE));
    piece("div").set("class", "flow").with(said).with(also).with(more)
}

fn pager(shown: &Shown<'_>, term: &Term) -> Piece {
    let here = shown.here;
    let (before, after) = alphabetical::neighbours(&here.content, term);
    let link = |term: &Term| piece("a").set("href", Route::Term(term.id.clone()).href(&here.base));
    let words = |label: &str, term: &Term| piece("span").text(format!("{label} {}", term.name));
    let before = before.map(|term| link(term).with([icon_piece(Icon::Left, here), words(labels::BEFORE, term)]));
    let after = after.map(|term| {
        let words = words(labels::AFTER, term);
        link(term).set("class", "pager__after").with([words, icon_piece(Icon::Right, here)])
    });
    piece("nav").set("class", "pager").set("aria-label", labels::PAGER).with(before).with(after)
}
