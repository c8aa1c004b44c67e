//! The team: its commitments and the specialties that it works with.

use super::Shown;
use super::article::frame;
use super::section::topics;
use crate::components::IntoStill;
use crate::components::facts_list::pairs;
use crate::components::rich::rich;
use crate::content::Section;
use crate::labels;
use leptos::prelude::*;

/// The index of the team.
pub fn team(shown: &Shown<'_>) -> AnyView {
    let here = shown.here;
    let facts = &here.content.facts;
    let specialties = facts.specialties.iter().map(|one| (one.name.0.clone(), rich(&one.role, here))).collect();
    let commitments = facts.site.commitments.iter().map(|one| (one.title.0.clone(), rich(&one.text, here))).collect();
    let added = view! {
        <h2>{labels::SPECIALTIES}</h2>
        {pairs(specialties)}
        <h2>{labels::COMMITMENTS}</h2>
        {pairs(commitments)}
        {topics(shown, Section::Team)}
    };
    frame(shown, added.still())
}
