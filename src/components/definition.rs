//! The definition of a term, opened in place: a popover that the keyboard and Esc close. Without code, or in a browser
//! without popovers, the link leads to the words explained at the end of the page.

use crate::labels;
use crate::view::{Element, Node, el, nodes};

/// The popover's id.
pub const POPOVER: &str = "definition";

/// The popover: empty until a term is clicked.
pub fn popover() -> Element {
    el("div")
        .class("definition")
        .attr("id", POPOVER)
        .attr("popover", "auto")
        .attr("role", "dialog")
        .attr("aria-label", labels::MEANING)
        .attr("tabindex", "-1")
}

/// What the popover shows of a term: its name and definition as the page says them, and the way to its own page.
#[must_use]
pub fn explained(name: &str, definition: &str, page: &str) -> Vec<Node> {
    let link = el("a").attr("href", page).text(labels::TERM_PAGE);
    let close = el("button").class("button button--quiet").attr("type", "button").attr("popovertarget", POPOVER);
    let close = close.attr("popovertargetaction", "hide").text(labels::CLOSE);
    let inner = el("div").class("flow").child(el("p").class("definition__name").text(name));
    let inner = inner.child(el("p").text(definition));
    nodes([inner.child(el("p").class("definition__ways").child(link).child(close))])
}
