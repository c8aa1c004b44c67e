//! Contact: whom to call when, and how to reach the network.

use super::Shown;
use super::article::frame;
use crate::components::IntoStill;
use crate::components::care_card::{emergency_numbers, team_number};
use crate::components::facts_list::pairs;
use crate::labels;
use leptos::prelude::*;

/// Numbers first, then what the practice has given of itself.
pub fn contact(shown: &Shown<'_>) -> AnyView {
    let here = shown.here;
    let contact = &here.content.facts.site.contact;
    let given = [(labels::EMAIL, &contact.email), (labels::ADDRESS, &contact.address)].map(|(label, value)| {
        let value = value.as_ref().map_or_else(|| labels::TO_COMPLETE.to_owned(), |text| text.0.clone());
        (label.to_owned(), value.still())
    });
    let added = view! {
        <h2>{labels::TEAM_FIRST}</h2>
        {team_number(here)}
        <h2>{labels::EMERGENCY}</h2>
        {emergency_numbers(here)}
        <h2>{labels::WRITE}</h2>
        {pairs(given.into())}
    };
    frame(shown, added.still())
}
