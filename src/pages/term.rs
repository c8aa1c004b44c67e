//! A term of the glossary: its definition, how it is said, what people call it, and the pages to read.

use super::PageProps;
use crate::components::breadcrumb::breadcrumb;
use crate::components::link_list::page_links;
use crate::components::page_end::source_list;
use crate::components::page_head::{print_button, review_state};
use crate::components::pager::pager;
use crate::content::entity::Term;
use crate::content::id::TermId;
use crate::labels;
use crate::route::Route;
use crate::search::alphabetical;
use crate::view::{Element, Node, el, nodes};

/// The page of a term; the route exists only when the term does.
pub fn term(props: &PageProps<'_>, id: &TermId) -> Vec<Node> {
    let PageProps { head, body, context } = props;
    let Some(term) = context.content.term(id) else { return Vec::new() };
    let text = el("div")
        .class("wrap head__text")
        .child(breadcrumb(context))
        .child(el("h1").attr("tabindex", "-1").text(&term.name.0))
        .child(meaning(term))
        .child(review_state(head, body, context))
        .child(el("div").class("tools").child(print_button(context)));
    let related = (!term.pages.is_empty()).then(|| page_links(&term.pages, context));
    let (before, after) = alphabetical::neighbours(&context.content, term);
    let neighbour = |term: &'_ Term| Route::Term(term.id.clone()).href(context.base());
    let before = before.map(|term| (neighbour(term), term.name.0.as_str()));
    let after = after.map(|term| (neighbour(term), term.name.0.as_str()));
    let flow = el("div")
        .class("flow")
        .child(names(term))
        .child(related)
        .children(source_list(&term.sources, context))
        .child(pager(before, after, context));
    let body = el("div").class("wrap body").child(flow);
    nodes([el("div").attr("id", "titre").class("head").child(text), body])
}

fn meaning(term: &Term) -> Element {
    let lead = |words: &str| el("p").class("lead").text(words);
    let expansion = term.expansion.as_ref().map(|full| lead(&full.0));
    el("div").class("flow").child(expansion).child(lead(&term.definition.to_plain()))
}

/// How the word is said and what people call it, then the title of the pages to read.
fn names(term: &Term) -> Element {
    let line = |label: &str, words: &str| el("p").text(label).text(" ").text(words);
    let said = term.pronunciation.as_ref().map(|words| line(labels::SAID, &words.0));
    let aliases: Vec<&str> = term.aliases.iter().map(|alias| alias.0.as_str()).collect();
    let also = (!aliases.is_empty()).then(|| line(labels::ALSO_SAID, &aliases.join(", ")));
    let more = (!term.pages.is_empty()).then(|| el("h2").text(labels::READ_MORE));
    el("div").class("flow").child(said).child(also).child(more)
}
