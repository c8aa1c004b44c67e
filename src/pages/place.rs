//! A place of practice: what is done there, with whom, how to get there, how far the others are.

use super::Shown;
use super::article::frame;
use crate::components::facts_list::pairs;
use crate::components::icon::{Icon, icon};
use crate::components::map::map;
use crate::components::rich::{items, rich};
use crate::components::{IntoStill, IntoStills};
use crate::content::entity::Place;
use crate::content::geography::{geo_uri, kilometres, map_url};
use crate::labels;
use leptos::prelude::*;
use std::collections::BTreeMap;

/// A place of practice.
pub fn place(shown: &Shown<'_>, place: &Place) -> AnyView {
    let added = view! {
        <h2>{labels::ACTIVITIES}</h2>
        <ul class="plain">{items(&place.activities, shown.here)}</ul>
        {partners(shown, place)}
        <h2>{labels::GET_THERE}</h2>
        {directions(shown, place)}
        {map(shown.here)}
        <h2>{labels::DISTANCES}</h2>
        {distances(shown, place)}
    };
    frame(shown, added.still())
}

fn partners(shown: &Shown<'_>, place: &Place) -> AnyView {
    let all = &shown.here.content.facts.establishments;
    let here: Vec<_> = all.iter().filter(|establishment| establishment.place == place.id).collect();
    if here.is_empty() {
        return ().still();
    }
    let facts = here.into_iter().map(|e| (e.name.0.clone(), rich(&e.role, shown.here))).collect();
    view! {
        <h2>{labels::PARTNERS}</h2>
        {pairs(facts)}
    }
    .still()
}

fn directions(shown: &Shown<'_>, place: &Place) -> AnyView {
    let facts = [(labels::ADDRESS, &place.address), (labels::PHONE, &place.phone)]
        .map(|(label, value)| {
            let value = value.as_ref().map_or_else(|| labels::TO_COMPLETE.to_owned(), |text| text.0.clone());
            (label.to_owned(), value.still())
        })
        .into();
    let warning = place.address.is_none().then(|| view! { <p>{labels::TOWN_POINT}</p> });
    view! {
        {pairs(facts)}
        {warning}
        <p class="tools">
            <a class="button button--quiet" href=geo_uri(place)>{icon(Icon::Pin, shown.here)} {labels::DIRECTIONS}</a>
            <a class="button button--quiet" href=map_url(place) rel="external noopener">{labels::MAP}</a>
        </p>
    }
    .still()
}

fn distances(shown: &Shown<'_>, place: &Place) -> AnyView {
    let here = shown.here;
    let others = here.content.facts.places.iter().filter(|other| other.id != place.id);
    // An ordered map, which the dataset uses anyway: a sort would add its own code.
    let nearest: BTreeMap<_, _> =
        others.map(|other| ((kilometres((place.latitude, place.longitude), other), &other.name), other)).collect();
    let each = nearest.into_iter().map(|((distance, _), other)| {
        view! {
            <li>
                <a href=here.href(&other.page)>{other.name.0.clone()}</a>
                " "
                <span>{distance} "\u{a0}" {labels::KILOMETRES}</span>
            </li>
        }
    });
    view! { <ul class="links">{each.stills()}</ul> }.still()
}
