//! The top of a page: where it stands, what it is about, who has read it, its two versions.

use super::breadcrumb::breadcrumb;
use super::drawing::ridge;
use super::icon::{Icon, icon};
use super::{Here, IntoStill};
use crate::browser::document;
use crate::content::page::{PageBody, Review};
use crate::content::{PageHead, PageId};
use crate::labels;
use crate::route::Route;
use leptos::prelude::*;

/// Breadcrumb, title, lead, review state and tools.
pub fn page_head(head: &PageHead, body: &PageBody, here: &Here) -> AnyView {
    view! {
        <div id="titre" class="head">
            <div class="wrap head__text">
                {breadcrumb(here)}
                <h1 tabindex="-1">{head.title.0.clone()}</h1>
                <p class="lead">{head.summary.0.clone()}</p>
                {review_state(head, body, here)}
                <div class="tools">{versions(head, here)} {print_button(here)}</div>
            </div>
            {ridge(here)}
        </div>
    }
    .still()
}

/// Whether the medical team has read the text, and its date.
pub fn review_state(head: &PageHead, body: &PageBody, here: &Here) -> AnyView {
    let date = head.updated;
    let state = match &body.review {
        Review::Awaiting => labels::AWAITING.to_owned(),
        Review::Validated(by) => format!("{} {}, {}, {}", labels::VALIDATED, by.who, by.role, by.on.in_french()),
    };
    view! {
        <p class="review">
            {icon(Icon::Clock, here)}
            <span>{state} "\u{a0}· " {labels::UPDATED} " " <time datetime=date.to_string()>{date.in_french()}</time></span>
        </p>
    }
    .still()
}

fn versions(head: &PageHead, here: &Here) -> AnyView {
    let id: PageId = head.id.clone();
    let (other, words) = match here.route {
        Route::Page(_) if !head.has_simple => return ().still(),
        Route::Page(_) | Route::Term(_) => (Route::Simple(id), labels::TO_SIMPLE),
        Route::Simple(_) => (Route::Page(id), labels::TO_FULL),
    };
    view! { <a class="button button--quiet" href=other.href(&here.base)>{icon(Icon::Sheet, here)} {words}</a> }.still()
}

/// Prints the page.
pub fn print_button(here: &Here) -> AnyView {
    view! {
        <button class="button button--quiet" type="button" data-needs-code="" on:click=|_| document::print()>
            {icon(Icon::Printer, here)} {labels::PRINT}
        </button>
    }
    .still()
}
