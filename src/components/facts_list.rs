//! Label and value pairs.

use super::rich::rich;
use super::{Here, IntoStill, IntoStills};
use crate::content::block::KeyFacts;
use leptos::prelude::*;

/// Facts at a glance.
pub fn key_facts(facts: &KeyFacts, here: &Here) -> AnyView {
    pairs(facts.facts.iter().map(|fact| (fact.label.0.clone(), rich(&fact.value, here))).collect())
}

/// A definition list of labels and values.
pub fn pairs(pairs: Vec<(String, AnyView)>) -> AnyView {
    let each = pairs.into_iter().map(|(label, value)| {
        view! {
            <div>
                <dt>{label}</dt>
                <dd>{value}</dd>
            </div>
        }
    });
    view! { <dl class="facts">{each.stills()}</dl> }.still()
}
