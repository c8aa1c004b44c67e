//! When to call: the signs first, large enough to be read at arm's length, with a card to keep; then the details.
//!
//! What comes before the first heading, and the card, make the first sheet on paper.

use super::PageProps;
use super::article::framed;
use crate::components::block::blocks;
use crate::components::page_end::{on_this_page_folded, page_end};
use crate::content::Block;
use crate::labels;
use crate::view::{Element, IntoNodes as _, Node, el, nodes};

/// The page that says when to call.
pub fn when_to_call(props: &PageProps<'_>) -> Vec<Node> {
    let PageProps { body, context, .. } = props;
    let all = &body.blocks;
    let first = all.iter().position(|block| matches!(block, Block::Heading(_))).unwrap_or(all.len());
    let big = el("div").class("big flow").children(blocks(all, 0..first, context));
    let mut flow = nodes([el("div").class("sheet flow").child(big).child(wallet())]);
    on_this_page_folded(all, context).push_to(&mut flow);
    blocks(all, first..all.len(), context).push_to(&mut flow);
    page_end(body, context).push_to(&mut flow);
    framed(props, "wrap body", flow)
}

/// A card of the size of a bank card, to fill in, cut out and fold.
fn wallet() -> Element {
    let side = |title: &str, lines: &[&str]| {
        let title = el("p").child(el("strong").text(title));
        el("div").child(title).children(lines.iter().map(|words| el("p").text(words)))
    };
    let last = el("p").class("wallet__last").text(labels::WALLET_LAST);
    let call = side(labels::WHOM_TO_CALL, &labels::WALLET_CALL).child(last);
    let card = el("div").class("wallet__card").child(side(labels::WALLET_SAYS, &labels::WALLET_ME)).child(call);
    el("section").class("wallet").child(el("h2").text(labels::WALLET)).child(card)
}
