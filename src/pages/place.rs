//! A place of practice: what is done there, with whom, how to get there, how far the others are.

use super::PageProps;
use super::article::frame;
use crate::components::PageContext;
use crate::components::facts_list::{given, pairs};
use crate::components::icon::{Icon, icon};
use crate::components::map::map;
use crate::components::rich::{items, rich};
use crate::content::entity::Place;
use crate::content::geography::{geo_uri, kilometres, map_url};
use crate::labels;
use crate::view::{Element, IntoNodes as _, Node, el};
use std::collections::BTreeMap;

/// A place of practice.
pub fn place(props: &PageProps<'_>, place: &Place) -> Vec<Node> {
    let context = props.context;
    let title = |words: &str| el("h2").text(words);
    let mut added = Vec::new();
    title(labels::ACTIVITIES).push_to(&mut added);
    el("ul").class("plain").children(items(&place.activities, context)).push_to(&mut added);
    partners(place, context).push_to(&mut added);
    title(labels::GET_THERE).push_to(&mut added);
    directions(place, context).push_to(&mut added);
    map(context).push_to(&mut added);
    title(labels::DISTANCES).push_to(&mut added);
    distances(place, context).push_to(&mut added);
    frame(props, added)
}

fn partners(place: &Place, context: &PageContext) -> Vec<Element> {
    let all = context.content.facts().establishments.iter();
    let mut here = all.filter(|establishment| establishment.place == place.id).peekable();
    if here.peek().is_none() {
        return Vec::new();
    }
    let facts = here.map(|establishment| (establishment.name.0.as_str(), rich(&establishment.role, context)));
    vec![el("h2").text(labels::PARTNERS), pairs(facts)]
}

fn directions(place: &Place, context: &PageContext) -> Vec<Element> {
    let facts = [(labels::ADDRESS, &place.address), (labels::PHONE, &place.phone)];
    let facts = pairs(facts.into_iter().map(|(label, value)| (label, given(value.as_ref()))));
    let warning = place.address.is_none().then(|| el("p").text(labels::TOWN_POINT));
    let button = |href: String| el("a").class("button button--quiet").attr("href", href);
    let device = button(geo_uri(place)).child(icon(Icon::Pin, context)).text(labels::DIRECTIONS);
    let elsewhere = button(map_url(place)).attr("rel", "external noopener").text(labels::MAP);
    let tools = el("p").class("tools").child(device).child(elsewhere);
    std::iter::once(facts).chain(warning).chain([tools]).collect()
}

fn distances(place: &Place, context: &PageContext) -> Element {
    let others = context.content.facts().places.iter().filter(|other| other.id != place.id);
    // An ordered map, which the dataset uses anyway: a sort would add its own code.
    let nearest: BTreeMap<_, _> =
        others.map(|other| ((kilometres((place.latitude, place.longitude), other), &other.name), other)).collect();
    let each = nearest.into_iter().map(|((distance, _), other)| {
        let link = el("a").attr("href", context.href(&other.page)).text(&other.name.0);
        let distance = format!("{distance}\u{a0}{}", labels::KILOMETRES);
        el("li").child(link).text(" ").child(el("span").text(distance))
    });
    el("ul").class("links").children(each)
}
