//! Equipment and facilities: what each serves for and where it is.

use super::Shown;
use super::article::frame;
use crate::components::rich::rich;
use crate::components::{IntoStill, IntoStills};
use crate::content::entity::Equipment;
use crate::labels;
use leptos::prelude::*;

/// The list of equipment.
pub fn equipment(shown: &Shown<'_>) -> AnyView {
    let each = shown.here.content.facts.equipment.iter().map(|equipment| one(shown, equipment));
    frame(shown, view! { {each.stills()} }.still())
}

fn one(shown: &Shown<'_>, equipment: &Equipment) -> AnyView {
    let here = shown.here;
    let sites = equipment.establishments.iter().filter_map(|id| here.content.establishment(id)).map(|found| {
        let place = here.content.place(&found.place);
        let link = place.map(|place| view! { " (" <a href=here.href(&place.page)>{place.name.0.clone()}</a> ")" });
        view! { <li>{found.name.0.clone()} {link}</li> }
    });
    view! {
        <h2>{equipment.name.0.clone()}</h2>
        <p>{rich(&equipment.purpose, here)}</p>
        <h3>{labels::WHERE}</h3>
        <ul class="plain">{sites.stills()}</ul>
    }
    .still()
}
