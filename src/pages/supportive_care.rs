//! Supportive care: the professions, then the section's pages.

use super::Shown;
use super::article::frame;
use super::section::topics;
use crate::components::IntoStill;
use crate::components::facts_list::pairs;
use crate::components::rich::rich;
use crate::content::Section;
use crate::labels;
use leptos::prelude::*;

/// The index of supportive care.
pub fn supportive_care(shown: &Shown<'_>) -> AnyView {
    let professions = shown.here.content.facts.professions.iter();
    let facts = professions.map(|one| (one.name.0.clone(), rich(&one.role, shown.here))).collect();
    let added = view! {
        <h2>{labels::WHO_HELPS}</h2>
        {pairs(facts)}
        {topics(shown, Section::SupportiveCare)}
    };
    frame(shown, added.still())
}
