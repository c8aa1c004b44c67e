//! Legal notice: what the law asks to be named; what the practice has not given yet is said to be missing.

use super::PageProps;
use super::article::frame;
use crate::components::facts_list::{given, pairs};
use crate::labels;
use crate::view::{Node, el};

/// The legal notice.
pub fn legal(props: &PageProps<'_>) -> Vec<Node> {
    let site = &props.context.content.facts().site;
    let fields = [
        (labels::PUBLISHER, &site.publisher),
        (labels::DIRECTOR, &site.director),
        (labels::HOST, &site.host),
        (labels::PHONE, &site.contact.phone),
        (labels::EMAIL, &site.contact.email),
    ];
    let facts = fields.into_iter().map(|(label, value)| (label, given(value.as_ref())));
    frame(props, vec![el("h2").text(labels::WHO_PUBLISHES), pairs(facts)])
}
