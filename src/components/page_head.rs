//! The top of a page: where it stands, what it is about, who has read it, its two versions.

use super::PageContext;
use super::breadcrumb::breadcrumb;
use super::drawing::ridge;
use super::icon::{Icon, icon};
use crate::content::PageHead;
use crate::content::page::{PageBody, Review};
use crate::labels;
use crate::route::Route;
use crate::view::{Element, el};

/// The attribute of what prints the page.
pub const PRINTS: &str = "data-print";

/// Breadcrumb, title, lead, review state and tools.
pub fn page_head(head: &PageHead, body: &PageBody, context: &PageContext) -> Element {
    let tools = el("div").class("tools").child(versions(head, context)).child(print_button(context));
    let text = el("div")
        .class("wrap head__text")
        .child(breadcrumb(context))
        .child(el("h1").attr("tabindex", "-1").text(&head.title.0))
        .child(el("p").class("lead").text(&head.summary.0))
        .child(review_state(head, body, context))
        .child(tools);
    el("div").attr("id", "titre").class("head").child(text).child(ridge(context))
}

/// Whether the medical team has read the text, and its date.
pub fn review_state(head: &PageHead, body: &PageBody, context: &PageContext) -> Element {
    let state = match &body.review {
        Review::Awaiting => labels::AWAITING.to_owned(),
        Review::Validated(by) => format!("{} {}, {}, {}", labels::VALIDATED, by.who, by.role, by.on.in_french()),
    };
    let date = context.content.updated(&head.id);
    let date = date.map(|date| el("time").attr("datetime", date.to_string()).text(date.in_french()));
    let words = el("span").text(state).text("\u{a0}· ").text(labels::UPDATED).text(" ").child(date);
    el("p").class("review").child(icon(Icon::Clock, context)).child(words)
}

fn versions(head: &PageHead, context: &PageContext) -> Option<Element> {
    let id = head.id.clone();
    let (other, words) = match context.route {
        Route::Page(_) if !head.has_simple => return None,
        Route::Page(_) | Route::Term(_) => (Route::Simple(id), labels::TO_SIMPLE),
        Route::Simple(_) => (Route::Page(id), labels::TO_FULL),
    };
    let link = el("a").class("button button--quiet").attr("href", other.href(context.base()));
    Some(link.child(icon(Icon::Sheet, context)).text(words))
}

/// Prints the page.
pub fn print_button(context: &PageContext) -> Element {
    let button = el("button").class("button button--quiet").attr("type", "button").attr("data-needs-code", "");
    button.attr(PRINTS, "").child(icon(Icon::Printer, context)).text(labels::PRINT)
}
