//! A term of the glossary: its definition, how it is said, what people call it, and the pages to read.

use super::Shown;
use crate::alphabet;
use crate::components::IntoStill;
use crate::components::breadcrumb::breadcrumb;
use crate::components::icon::{Icon, icon};
use crate::components::link_list::page_links;
use crate::components::page_head::{print_button, review_state};
use crate::components::page_end::source_list;
use crate::components::rich::rich;
use crate::content::entity::Term;
use crate::content::id::TermId;
use crate::labels;
use crate::route::Route;
use leptos::prelude::*;

/// The page of a term; the route exists only when the term does.
pub fn term(shown: &Shown<'_>, id: &TermId) -> AnyView {
    let Shown { head, body, here } = shown;
    let Some(term) = here.content.term(id) else { return ().still() };
    let expansion = term.expansion.as_ref().map(|full| view! { <p class="lead">{full.0.clone()}</p> });
    let said = term.pronunciation.as_ref().map(|words| view! { <p>{labels::SAID} " " <em>{words.0.clone()}</em></p> });
    let related = (!term.pages.is_empty()).then(|| view! { <h2>{labels::READ_MORE}</h2> {page_links(&term.pages, here)} });
    view! {
        <div class="head">
            <div class="wrap head__text">
                {breadcrumb(here)}
                <h1 tabindex="-1">{term.name.0.clone()}</h1>
                {expansion}
                <p class="lead">{rich(&term.definition, here)}</p>
                {review_state(head, body)}
                <div class="tools">{print_button()}</div>
            </div>
        </div>
        <div class="wrap body">
            <div class="flow">{said} {also_said(term)} {related} {source_list(&term.sources, here)} {pager(shown, term)}</div>
        </div>
    }
    .still()
}

fn also_said(term: &Term) -> AnyView {
    if term.aliases.is_empty() {
        return ().still();
    }
    let words: Vec<&str> = term.aliases.iter().map(|alias| alias.0.as_str()).collect();
    let words = words.join(", ");
    view! { <p>{labels::ALSO_SAID} " " {words} "."</p> }.still()
}

fn pager(shown: &Shown<'_>, term: &Term) -> AnyView {
    let here = shown.here;
    let (before, after) = alphabet::neighbours(&here.content, term);
    let href = |term: &Term| Route::Term(term.id.clone()).href(&here.base);
    let before = before.map(|term| {
        view! { <a href=href(term)>{icon(Icon::Left)} <span>{labels::BEFORE} " " {term.name.0.clone()}</span></a> }
    });
    let after = after.map(|term| {
        view! { <a class="pager__after" href=href(term)><span>{labels::AFTER} " " {term.name.0.clone()}</span> {icon(Icon::Right)}</a> }
    });
    view! { <nav class="pager" aria-label=labels::PAGER>{before} {after}</nav> }.still()
}
