//! A page's plain-language twin: one sentence a line.

use super::PageProps;
use crate::components::care_card::{call_note, emergency_numbers, lighthouse, team_number};
use crate::components::page_head::page_head;
use crate::components::rich::paragraphs;
use crate::content::Block;
use crate::labels;
use crate::view::{Element, Node, el, nodes};

/// The twin; a route to it exists only when the page has one.
pub fn simple(props: &PageProps<'_>) -> Vec<Node> {
    let PageProps { head, body, context } = props;
    let lines = body.simple.as_ref().map(|simple| paragraphs(&simple.lines, context));
    let flow = el("div").class("flow simple").child(lines).child(whom_to_call(props));
    let aside = el("div").class("aside").child(call_note(context));
    nodes([page_head(head, body, context), el("div").class("wrap body").child(flow).child(aside)])
}

/// The numbers, on the twin of a page that says when to call.
fn whom_to_call(props: &PageProps<'_>) -> Option<Element> {
    let says = props.body.blocks.iter().any(|block| matches!(block, Block::WhenToCall(_)));
    let context = props.context;
    says.then(|| {
        el("section")
            .class("care")
            .child(lighthouse(context))
            .child(el("h2").class("care__title").text(labels::WHOM_TO_CALL))
            .child(team_number(context))
            .child(el("p").text(labels::EMERGENCY).text("\u{a0}:"))
            .child(emergency_numbers(context))
    })
}
