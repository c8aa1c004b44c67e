//! Legal notice: what the law asks to be named; what the practice has not given yet is said to be missing.

use super::Shown;
use super::article::frame;
use crate::components::IntoStill;
use crate::components::facts_list::pairs;
use crate::labels;
use leptos::prelude::*;

/// The legal notice.
pub fn legal(shown: &Shown<'_>) -> AnyView {
    let site = &shown.here.content.facts.site;
    let fields = [
        (labels::PUBLISHER, &site.publisher),
        (labels::DIRECTOR, &site.director),
        (labels::HOST, &site.host),
        (labels::PHONE, &site.contact.phone),
        (labels::EMAIL, &site.contact.email),
    ];
    let facts = fields.map(|(label, value)| {
        let value = value.as_ref().map_or_else(|| labels::TO_COMPLETE.to_owned(), |text| text.0.clone());
        (label.to_owned(), value.still())
    });
    let added = view! {
        <h2>{labels::WHO_PUBLISHES}</h2>
        {pairs(facts.into())}
    };
    frame(shown, added.still())
}
