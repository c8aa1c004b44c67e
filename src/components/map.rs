//! The map of the places: the coast from the file of all drawings, each place a link on it; and the nearest place to a town.

use super::PageContext;
use crate::content::entity::{MapLabel, Place};
use crate::content::geography::{self, kilometres, project};
use crate::content::site::Town;
use crate::labels;
use crate::view::{Element, Node, el, nodes};

/// The id of the list of towns.
pub const TOWN: &str = "ville";
/// The id of the line that tells the nearest place.
pub const NEAREST: &str = "ville-reponse";

/// The map. Each place leads to its page; the list beside it says the same.
pub fn map(context: &PageContext) -> Element {
    let places = context.content.facts().places.iter().enumerate();
    let places = places.map(|(nth, place)| point(nth + 1, place, context));
    let sheet = el("svg").class("map__sheet").attr("viewBox", "0 0 1000 760").attr("role", "group");
    let sheet = sheet.attr("aria-label", labels::MAP_OF_PLACES).child(el("use").attr("href", context.drawing("carte")));
    let credit = el("figcaption").class("hint").text(labels::MAP_CREDIT);
    el("figure").class("map").child(sheet.children(places)).child(credit)
}

/// The units of what can be clicked: 44 pixels on the narrowest phone.
const REACH: i32 = 153;

fn point(number: usize, place: &Place, context: &PageContext) -> Element {
    let (x, y) = project(place.latitude, place.longitude);
    let MapLabel { right, down, ends, reach_up } = place.map_label.clone().unwrap_or_default();
    // The point and its name: 22 units a letter on a phone.
    let width = 80 + 22 * i32::try_from(place.name.0.len()).unwrap_or(0);
    let left = if ends { x + 40 - width } else { x + right.min(0) - 40 };
    let area = rectangle([left, y - reach_up, width, REACH]);
    let circle = el("circle").attr("cx", x.to_string()).attr("cy", y.to_string()).attr("r", "24");
    let at = |text: Element, x: i32, y: i32| text.attr("x", x.to_string()).attr("y", y.to_string());
    let number = at(el("text").class("map__number"), x, y + 9).attr("aria-hidden", "true").text(number.to_string());
    let class = if ends { "map__name map__name--before" } else { "map__name" };
    let name = at(el("text").class(class), x + right, y + down).text(&place.name.0);
    let link = el("a").class("map__place").attr("href", context.href(&place.page));
    let link = link.attr_if("aria-current", context.current(&place.page));
    el("g").child(link.child(area).child(circle).child(number).child(name))
}

fn rectangle([x, y, width, height]: [i32; 4]) -> Element {
    let sides = [("x", x), ("y", y), ("width", width), ("height", height)];
    sides.into_iter().fold(el("rect"), |rectangle, (name, value)| rectangle.attr(name, value.to_string()))
}

/// The nearest place to a town that is picked from a list: nothing is asked of the device, nothing is sent.
pub fn nearest(context: &PageContext) -> Element {
    let towns = context.content.facts().site.towns.iter().enumerate();
    let option = |value: usize, words: &str| el("option").attr("value", value.to_string()).text(words);
    let options = towns.map(|(nth, town)| option(nth + 1, &town.name.0));
    let choice = el("select").class("input").attr("id", TOWN).child(option(0, labels::CHOOSE_TOWN)).children(options);
    el("div")
        .class("field")
        .attr("data-needs-code", "")
        .child(el("label").attr("for", TOWN).text(labels::NEAREST_TO))
        .child(choice)
        .child(el("p").class("field__answer").attr("id", NEAREST).attr("role", "status"))
}

/// What is told when a town is picked.
#[must_use]
pub fn nearest_to(town: &Town, context: &PageContext) -> Vec<Node> {
    let from = (town.latitude, town.longitude);
    let Some(place) = geography::nearest(from, &context.content.facts().places) else { return Vec::new() };
    let distance = format!(", {}\u{a0}{}.", kilometres(from, place), labels::KILOMETRES);
    let link = el("a").attr("href", context.href(&place.page)).text(&place.name.0);
    nodes([el("span").text(labels::NEAREST).text(" ").child(link).text(distance)])
}
