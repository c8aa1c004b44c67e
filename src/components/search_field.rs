//! The search field: in a panel below the header on every page, and on its own page. A combobox after the ARIA Authoring
//! Practices. The words stay in this tab's memory: the field has no name, no form is around it, no address changes.

use super::PageContext;
use super::icon::{Icon, icon};
use super::search_results::LIST;
use crate::content::PageId;
use crate::content::id::Standalone;
use crate::labels;
use crate::view::{Element, el};

/// The field's id.
pub const FIELD: &str = "recherche-champ";
/// The id of the link that opens the panel.
pub const OPENER: &str = "recherche-ouvrir";
/// The id of the panel.
pub const PANEL: &str = "recherche-panneau";
/// The id of the line that tells how many results there are.
pub const COUNT: &str = "recherche-nombre";
/// The id of what holds the results.
pub const RESULTS: &str = "recherche-resultats";
/// The attribute of the button that closes the panel.
pub const CLOSES: &str = "data-close-search";

/// The header's way to the search: opens the panel; a plain link to the index without code.
pub fn search_link(context: &PageContext) -> Element {
    let index = context.href(&PageId::Standalone(Standalone::Index));
    let link = el("a").class("search-link").attr("id", OPENER).attr("href", index).child(icon(Icon::Search, context));
    link.child(el("span").class("search-link__word").text(labels::SEARCH))
}

/// The panel below the header, while it is open.
#[must_use]
pub fn search_panel() -> Element {
    let close = el("button").class("button button--quiet").attr("type", "button").attr(CLOSES, "").text(labels::CLOSE);
    el("div").class("search-panel wrap").attr("id", PANEL).child(search_box()).child(close)
}

/// The field, the number of results, and the place of the results.
#[must_use]
pub fn search_box() -> Element {
    let field = el("input").class("search__field").attr("id", FIELD).attr("type", "text").attr("role", "combobox");
    let field = field.attr("autocomplete", "off").attr("autocapitalize", "none").attr("spellcheck", "false");
    let field = field.attr("enterkeyhint", "search").attr("aria-autocomplete", "list").attr("aria-controls", LIST);
    let list =
        el("div").attr("id", LIST).attr("role", "listbox").attr("aria-label", labels::RESULTS).attr("hidden", "");
    el("div")
        .class("search")
        .attr("role", "search")
        .attr("data-needs-code", "")
        .child(el("label").class("search__label").attr("for", FIELD).text(labels::SEARCH_FIELD))
        .child(field.attr("aria-expanded", "false"))
        .child(el("p").class("search__count").attr("id", COUNT).attr("role", "status"))
        .child(el("div").attr("id", RESULTS).child(list))
}
