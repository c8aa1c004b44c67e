//! A page that is read from top to bottom: its blocks, and the frame that every other page kind fills.

use super::Shown;
use crate::components::IntoStill;
use crate::components::block::blocks;
use crate::components::page_end::{on_this_page, page_end};
use crate::components::page_head::page_head;
use leptos::prelude::*;

/// Head, blocks and end, nothing else.
pub fn article(shown: &Shown<'_>) -> AnyView {
    frame(shown, ().still())
}

/// Head, blocks, what the page kind adds, end.
pub fn frame(shown: &Shown<'_>, added: AnyView) -> AnyView {
    let Shown { head, body, here } = shown;
    view! {
        {page_head(head, body, here)}
        <div class="wrap body">
            <div class="flow">{blocks(&body.blocks, here)} {added} {page_end(body, here)}</div>
            {on_this_page(&body.blocks)}
        </div>
    }
    .still()
}
