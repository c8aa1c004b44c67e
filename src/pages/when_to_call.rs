//! When to call: the signs first, large enough to be read at arm's length, with a card to keep; then the details.
//!
//! What comes before the first heading, and the card, make the first sheet on paper.

use super::Shown;
use super::article::framed;
use crate::components::block::blocks;
use crate::components::page_end::{on_this_page_folded, page_end};
use crate::components::{IntoStill, IntoStills};
use crate::content::Block;
use crate::labels;
use leptos::prelude::*;

/// The page that says when to call.
pub fn when_to_call(shown: &Shown<'_>) -> AnyView {
    let Shown { body, here, .. } = shown;
    let all = &body.blocks;
    let first = all.iter().position(|block| matches!(block, Block::Heading(_))).unwrap_or(all.len());
    let flow = view! {
        <div class="sheet flow">
            <div class="big flow">{blocks(all, 0..first, here)}</div>
            {wallet()}
        </div>
        {on_this_page_folded(all, here)}
        {blocks(all, first..all.len(), here)}
        {page_end(body, here)}
    };
    framed(shown, "wrap body", flow.still())
}

/// A card of the size of a bank card, to fill in, cut out and fold.
fn wallet() -> AnyView {
    let lines = |all: &[&'static str]| all.iter().map(|words| view! { <p>{*words}</p> }).stills();
    view! {
        <section class="wallet">
            <h2>{labels::WALLET}</h2>
            <div class="wallet__card">
                <div>
                    <p><strong>{labels::WALLET_SAYS}</strong></p>
                    {lines(&labels::WALLET_ME)}
                </div>
                <div>
                    <p><strong>{labels::WHOM_TO_CALL}</strong></p>
                    {lines(&labels::WALLET_CALL)}
                    <p class="wallet__last">{labels::WALLET_LAST}</p>
                </div>
            </div>
        </section>
    }
    .still()
}
