//! The map of the places: the coast from the file of all drawings, each place a link on it; and the nearest place to a town.

use super::{Here, IntoStill, IntoStills};
use crate::content::entity::Place;
use crate::content::geography::{self, kilometres, project};
use crate::content::site::Town;
use crate::labels;
use leptos::prelude::*;

/// Where a place's name stands, so that no name covers another: its start, or its end, from the point. Beside it, unless
/// the neighbour is too near.
fn name_at(place: &Place) -> (i32, i32, bool) {
    match place.id.as_str() {
        "aix-en-provence" => (-36, 13, true),
        "istres" => (-70, -38, false),
        "marseille" => (-20, -38, false),
        "martigues" => (-30, 64, false),
        _ => (36, 13, false),
    }
}

/// The map. Each place leads to its page; the list beside it says the same.
pub fn map(here: &Here) -> AnyView {
    let places = here.content.facts.places.iter().enumerate().map(|(nth, place)| point(nth + 1, place, here));
    view! {
        <figure class="map">
            <svg class="map__sheet" viewBox="0 0 1000 760" role="group" aria-label=labels::MAP_OF_PLACES>
                <use_ href=here.drawing("carte")></use_>
                {places.stills()}
            </svg>
            <figcaption class="hint">{labels::MAP_CREDIT}</figcaption>
        </figure>
    }
    .still()
}

/// The units of what can be clicked: 44 pixels on the narrowest phone.
const REACH: i32 = 153;

fn point(number: usize, place: &Place, here: &Here) -> AnyView {
    let (x, y) = project(place.latitude, place.longitude);
    let (name_x, name_y, ends) = name_at(place);
    // The point and its name: 22 units a letter on a phone.
    let width = 80 + 22 * i32::try_from(place.name.0.len()).unwrap_or(0);
    let left = if ends { x + 40 - width } else { x + name_x.min(0) - 40 };
    // The two that stand closest share the space between them.
    let top = match place.id.as_str() {
        "puyricard" => y + 36 - REACH,
        "aix-en-provence" => y - 36,
        _ => y - REACH / 2,
    };
    let class = if ends { "map__name map__name--before" } else { "map__name" };
    view! {
        <g>
            <a class="map__place" href=here.href(&place.page) aria-current=here.current(&place.page)>
                <rect x=left.to_string() y=top.to_string() width=width.to_string() height=REACH.to_string()></rect>
                <circle cx=x.to_string() cy=y.to_string() r="24"></circle>
                <text class="map__number" x=x.to_string() y=(y + 9).to_string() aria-hidden="true">{number.to_string()}</text>
                <text class=class x=(x + name_x).to_string() y=(y + name_y).to_string()>{place.name.0.clone()}</text>
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
        let town = chosen.get().checked_sub(1).and_then(|nth| towns.get(nth));
        town.map_or_else(|| ().still(), |town| answer(town, &content))
    };
    view! {
        <div class="field" data-needs-code="">
            <label for="ville">{labels::NEAREST_TO}</label>
            <select class="input" id="ville" on:change=move |event| chosen.set(event_target_value(&event).parse().unwrap_or(0))>
                <option value="0">{labels::CHOOSE_TOWN}</option>
                {options.stills()}
            </select>
            <p class="field__answer" role="status">{answer}</p>
        </div>
    }
    .still()
}

fn answer(town: &Town, here: &Here) -> AnyView {
    let from = (town.latitude, town.longitude);
    let Some(place) = geography::nearest(from, &here.content.facts.places) else { return ().still() };
    view! {
        <span>
            {labels::NEAREST} " " <a href=here.href(&place.page)>{place.name.0.clone()}</a> ", "
            {kilometres(from, place).to_string()} "\u{a0}" {labels::KILOMETRES} "."
        </span>
    }
    .still()
}
