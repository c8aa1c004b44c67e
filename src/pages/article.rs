//! A page that is read from top to bottom: its blocks, and the frame that every other page kind fills.

use super::Shown;
use crate::components::IntoStill;
use crate::components::block::blocks;
use crate::components::care_card::call_note;
use crate::components::page_end::{on_this_page, on_this_page_folded, page_end};
use crate::components::page_head::page_head;
use crate::content::Block;
use leptos::prelude::*;

/// Head, blocks and end, nothing else.
pub fn article(shown: &Shown<'_>) -> AnyView {
    frame(shown, ().still())
}

/// Head, blocks, what the page kind adds, end.
pub fn frame(shown: &Shown<'_>, added: AnyView) -> AnyView {
    let Shown { body, here, .. } = shown;
    let all = &body.blocks;
    // "En bref" comes first, and fits the first screen of a phone with the title.
    let start = usize::from(matches!(all.first(), Some(Block::Callout(_))));
    let wide = all.iter().any(|block| matches!(block, Block::Table(table) if table.columns.len() > 3));
    let flow = view! {
        {blocks(all, 0..start, here)} {on_this_page_folded(all, here)} {blocks(all, start..all.len(), here)}
        {added} {page_end(body, here)}
    };
    framed(shown, if wide { "wrap body body--wide" } else { "wrap body" }, flow.still())
}

/// Head, text, and the second column of wide screens.
pub fn framed(shown: &Shown<'_>, class: &'static str, flow: AnyView) -> AnyView {
    let Shown { head, body, here } = shown;
    view! {
        {page_head(head, body, here)}
        <div class=class>
            <div class="flow">{flow}</div>
            <div class="aside">{on_this_page(&body.blocks)} {call_note(here)}</div>
        </div>
    }
    .still()
}
