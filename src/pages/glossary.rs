//! The glossary: every term with its definition, by letter.

use super::Shown;
use super::article::frame;
use crate::alphabet;
use crate::components::filter::filter;
use crate::components::letters::letters;
use crate::components::rich::rich;
use crate::components::IntoStill;
use crate::route::Route;
use leptos::prelude::*;

/// The glossary.
pub fn glossary(shown: &Shown<'_>) -> AnyView {
    let here = shown.here;
    let list = letters(&alphabet::terms(&here.content), |term| {
        let expansion = term.expansion.as_ref().map(|full| format!(" ({full})"));
        view! {
            <li data-entry="">
                <a href=Route::Term(term.id.clone()).href(&here.base)>{term.name.0.clone()} {expansion}</a>
                " "
                <span>{rich(&term.definition, here)}</span>
            </li>
        }
        .still()
    });
    frame(shown, view! { {filter()} {list} }.still())
}
