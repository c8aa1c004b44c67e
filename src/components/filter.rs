//! A field that narrows the entries (`data-entry`) of the page as one types.

use crate::labels;
use crate::view::{Element, el};

/// The field's id.
pub const FIELD: &str = "filtre";
/// The id of the line that tells how many entries are left.
pub const COUNT: &str = "filtre-reste";

/// The field, and the number of entries that it leaves, announced politely.
pub fn filter() -> Element {
    let field = el("input").class("search__field").attr("id", FIELD).attr("type", "text").attr("autocomplete", "off");
    el("div")
        .class("filter")
        .attr("data-needs-code", "")
        .child(el("label").class("search__label").attr("for", FIELD).text(labels::FILTER))
        .child(field.attr("autocapitalize", "none").attr("spellcheck", "false"))
        .child(el("p").class("search__count").attr("id", COUNT).attr("role", "status"))
}
