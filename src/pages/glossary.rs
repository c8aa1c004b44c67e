//! The glossary: every term with its definition, by letter.

use super::Shown;
use super::article::frame;
use crate::components::IntoStill;
use crate::components::filter::filter;
use crate::components::letters::{entry, letters};
use crate::route::Route;
use crate::search::alphabetical;
use leptos::prelude::*;

/// The glossary.
pub fn glossary(shown: &Shown<'_>) -> AnyView {
    let here = shown.here;
    let list = letters(&alphabetical::terms(&here.content), |term| {
        let href = Route::Term(term.id.clone()).href(&here.base);
        entry(href, term.full_name(), Some(term.definition.to_plain()))
    });
    frame(shown, view! { {filter()} {list} }.still())
}
