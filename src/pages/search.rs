//! The search on a page of its own: the field first, its results below it, then what can be said of it. Without code, the text
//! leads to the index and the site map.

use super::Shown;
use super::article::framed;
use crate::components::IntoStill;
use crate::components::block::blocks;
use crate::components::page_end::page_end;
use crate::components::search_field::search_box;
use leptos::prelude::*;

/// The search page.
pub fn search(shown: &Shown<'_>) -> AnyView {
    let Shown { body, here, .. } = shown;
    let text = blocks(&body.blocks, 0..body.blocks.len(), here);
    let flow = view! { {search_box(here)} {text} {page_end(body, here)} };
    framed(shown, "wrap body", flow.still())
}
