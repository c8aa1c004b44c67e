//! Equipment and facilities: what each serves for and where it is.

use super::PageProps;
use super::article::frame;
use crate::components::PageContext;
use crate::components::rich::rich;
use crate::content::entity::{Equipment, Establishment};
use crate::labels;
use crate::view::{Element, Node, el};

/// The list of equipment.
pub fn equipment(props: &PageProps<'_>) -> Vec<Node> {
    let context = props.context;
    let each = context.content.facts().equipment.iter().flat_map(|equipment| one(equipment, context));
    frame(props, each.collect::<Vec<_>>())
}

fn one(equipment: &Equipment, context: &PageContext) -> [Element; 4] {
    let found = equipment.establishments.iter().filter_map(|id| context.content.establishment(id));
    [
        el("h2").text(&equipment.name.0),
        el("p").child(rich(&equipment.purpose, context)),
        el("h3").text(labels::WHERE),
        el("ul").class("plain").children(found.map(|establishment| site(establishment, context))),
    ]
}

fn site(establishment: &Establishment, context: &PageContext) -> Element {
    let line = el("li").text(&establishment.name.0);
    match context.content.place(&establishment.place) {
        Some(place) => {
            let link = el("a").attr("href", context.href(&place.page)).text(&place.name.0);
            line.text(" (").child(link).text(")")
        }
        None => line,
    }
}
