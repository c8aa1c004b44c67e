//! A page that is read from top to bottom: its blocks, and the frame that every other page kind fills.

use super::PageProps;
use crate::components::block::blocks;
use crate::components::care_card::call_note;
use crate::components::page_end::{on_this_page, on_this_page_folded, page_end};
use crate::components::page_head::page_head;
use crate::content::Block;
use crate::view::{IntoNodes, Node, el, nodes};

/// Head, blocks and end, nothing else.
pub fn article(props: &PageProps<'_>) -> Vec<Node> {
    frame(props, Vec::<Node>::new())
}

/// Head, blocks, what the page kind adds, end.
pub fn frame(props: &PageProps<'_>, added: impl IntoNodes) -> Vec<Node> {
    let PageProps { body, context, .. } = props;
    let all = &body.blocks;
    // "En bref" comes first, and fits the first screen of a phone with the title.
    let start = usize::from(matches!(all.first(), Some(Block::Callout(_))));
    let wide = all.iter().any(|block| matches!(block, Block::Table(table) if table.columns.len() > 3));
    let mut flow = nodes(blocks(all, 0..start, context));
    on_this_page_folded(all, context).push_to(&mut flow);
    blocks(all, start..all.len(), context).push_to(&mut flow);
    added.push_to(&mut flow);
    page_end(body, context).push_to(&mut flow);
    framed(props, if wide { "wrap body body--wide" } else { "wrap body" }, flow)
}

/// Head, text, and the second column of wide screens.
pub fn framed(props: &PageProps<'_>, class: &str, flow: Vec<Node>) -> Vec<Node> {
    let PageProps { head, body, context } = props;
    let aside = el("div").class("aside").child(on_this_page(&body.blocks)).child(call_note(context));
    let columns = el("div").class(class).child(el("div").class("flow").child(flow)).child(aside);
    nodes([page_head(head, body, context), columns])
}
