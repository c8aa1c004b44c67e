//! Contact: whom to call when, and how to reach the network.

use super::PageProps;
use super::article::frame;
use crate::components::care_card::{emergency_numbers, team_number};
use crate::components::facts_list::{given, pairs};
use crate::labels;
use crate::view::{Node, el};

/// Numbers first, then what the practice has given of itself.
pub fn contact(props: &PageProps<'_>) -> Vec<Node> {
    let context = props.context;
    let contact = &context.content.facts().site.contact;
    let ways = [(labels::EMAIL, &contact.email), (labels::ADDRESS, &contact.address)];
    let ways = ways.into_iter().map(|(label, value)| (label, given(value.as_ref())));
    let title = |words: &str| el("h2").text(words);
    let added = vec![
        title(labels::TEAM_FIRST),
        team_number(context),
        title(labels::EMERGENCY),
        emergency_numbers(context),
        title(labels::WRITE),
        pairs(ways),
    ];
    frame(props, added)
}
