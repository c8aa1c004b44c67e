//! The index: pages, terms and everyday words, by letter.

use super::Shown;
use super::article::frame;
use crate::alphabet;
use crate::components::IntoStill;
use crate::components::filter::filter;
use crate::components::letters::letters;
use leptos::prelude::*;

/// The index.
pub fn index(shown: &Shown<'_>) -> AnyView {
    let here = shown.here;
    let list = letters(&alphabet::index(&here.content), |entry| {
        let title = entry.title.clone().map(|title| view! { <span>"→ " {title}</span> });
        view! { <li data-entry=""><a href=entry.route.href(&here.base)>{entry.words.clone()}</a> " " {title}</li> }.still()
    });
    frame(shown, view! { {filter()} {list} }.still())
}
