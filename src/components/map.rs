//! The map of the places: the coast from the file of all drawings, each place a link on it; and the nearest place to a town.

use super::{Here, IntoStill};
use crate::content::entity::Place;
use crate::content::site::Town;
use crate::geography::{self, kilometres, project};
use crate::labels;
use leptos::prelude::*;

/// Which side of its point a place's name stands on, so that no name covers another: the upper left corner of what can be
/// clicked, from the point, its width, and where the name ends or begins.
fn side(place: &Place) -> (i32, i32, i32, &'static str) {
    match place.id.as_str() {
        "aix-en-provence" => (-430, -44, 460, "map__name map__name--before"),
        "istres" => (-150, -76, 190, "map__name map__name--before"),
        "puyricard" => (-34, -110, 300, "map__name"),
        _ => (-34, -76, 300, "map__name"),
    }
}

/// The map. Each place leads to its page; the list beside it says the same.
pub fn map(here: &Here) -> AnyView {
    let places = here.content.facts.places.iter().enumerate().map(|(nth, place)| point(nth + 1, place, here));
    view! {
        <figure class="map">
            <svg class="map__sheet" viewBox="0 0 1000 760" role="group" aria-label=labels::MAP_OF_PLACES>
                <use_ href=here.drawing("carte")></use_>
                {places.collect_view()}
            </svg>
            <figcaption class="hint">{labels::MAP_CREDIT}</figcaption>
        </figure>
    }
    .still()
}

fn point(number: usize, place: &Place, here: &Here) -> AnyView {
    let (x, y) = project(place.latitude, place.longitude);
    let (left, top, width, class) = side(place);
    let name_x = if class.ends_with("before") { x - 36 } else { x + 36 };
    view! {
        <g>
            <a class="map__place" href=here.href(&place.page) aria-current=here.current(&place.page)>
                <rect x=(x + left).to_string() y=(y + top).to_string() width=width.to_string() height="153"></rect>
                <circle cx=x.to_string() cy=y.to_string() r="24"></circle>
                <text class="map__number" x=x.to_string() y=(y + 9).to_string() aria-hidden="true">{number}</text>
                <text class=class x=name_x.to_string() y=(y + 13).to_string()>{place.name.0.clone()}</text>
            </a>
        </g>
    }
    .still()
}

/// The nearest place to a town that is picked from a list: nothing is asked of the device, nothing is sent.
pub fn nearest(here: &Here) -> AnyView {
    let chosen = RwSignal::new(0_usize);
    let towns = here.content.facts.site.towns.iter().enumerate();
    let options = towns.map(|(nth, town)| view! { <option value=(nth + 1).to_string()>{town.name.0.clone()}</option> });
    let content = here.clone();
    let answer = move || {
        let towns = &content.content.facts.site.towns;
        chosen.get().checked_sub(1).and_then(|nth| towns.get(nth)).map(|town| answer(town, &content))
    };
    view! {
        <div class="field" data-needs-code="">
            <label for="ville">{labels::NEAREST_TO}</label>
            <select class="input" id="ville" on:change=move |event| chosen.set(event_target_value(&event).parse().unwrap_or(0))>
                <option value="0">{labels::CHOOSE_TOWN}</option>
                {options.collect_view()}
            </select>
            <p class="field__answer" role="status">{answer}</p>
        </div>
    }
    .still()
}

fn answer(town: &Town, here: &Here) -> AnyView {
    let from = (town.latitude, town.longitude);
    geography::nearest(from, &here.content.facts.places)
        .map(|place| {
            view! {
                {labels::NEAREST} " " <a href=here.href(&place.page)>{place.name.0.clone()}</a> ", "
                {kilometres(from, place)} "\u{a0}" {labels::KILOMETRES} "."
            }
        })
        .into_any()
}
