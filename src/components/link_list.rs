//! Lists of links to pages, with what each page is about.

use super::{Here, IntoStill, IntoStills};
use crate::content::{PageHead, PageId};
use leptos::prelude::*;

/// Cards that lead to pages; ids without a page are left out (the check refuses them).
pub fn page_links(ids: &[PageId], here: &Here) -> AnyView {
    cards(ids.iter().filter_map(|id| here.head(id)), here)
}

/// Cards that lead to pages.
pub fn cards<'a>(heads: impl Iterator<Item = &'a PageHead>, here: &Here) -> AnyView {
    let each = heads.map(|head| {
        view! {
            <li class="card">
                <a class="card__title" href=here.href(&head.id)>{head.short().to_owned()}</a>
                <p>{head.summary.0.clone()}</p>
            </li>
        }
    });
    view! { <ul class="cards">{each.stills()}</ul> }.still()
}
