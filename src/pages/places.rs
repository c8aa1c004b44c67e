//! The index of places: the map, the nearest to a town, and each place with what is done there.

use super::Shown;
use super::article::frame;
use crate::components::map::{map, nearest};
use crate::components::rich::items;
use crate::components::{IntoStill, IntoStills};
use leptos::prelude::*;

/// The seven places, each with its page.
pub fn places(shown: &Shown<'_>) -> AnyView {
    let here = shown.here;
    let each = here.content.facts.places.iter().map(|place| {
        view! {
            <li class="place">
                <h2><a href=here.href(&place.page)>{place.name.0.clone()}</a></h2>
                <ul class="plain">{items(&place.activities, here)}</ul>
            </li>
        }
    });
    let added = view! {
        {map(here)}
        {nearest(here)}
        <ol class="places">{each.stills()}</ol>
    };
    frame(shown, added.still())
}
