//! The index of places: the map, the nearest to a town, and each place with what is done there.

use super::PageProps;
use super::article::frame;
use crate::components::map::{map, nearest};
use crate::components::rich::items;
use crate::view::{Node, el};

/// The seven places, each with its page.
pub fn places(props: &PageProps<'_>) -> Vec<Node> {
    let context = props.context;
    let each = context.content.facts().places.iter().map(|place| {
        let link = el("a").attr("href", context.href(&place.page)).text(&place.name.0);
        let activities = el("ul").class("plain").children(items(&place.activities, context));
        el("li").class("place").child(el("h2").child(link)).child(activities)
    });
    frame(props, vec![map(context), nearest(context), el("ol").class("places").children(each)])
}
