//! The index: pages, terms and everyday words, by letter.

use super::Shown;
use super::article::frame;
use crate::components::IntoStill;
use crate::components::filter::filter;
use crate::components::letters::{entry, letters};
use crate::search::alphabetical;
use leptos::prelude::*;

/// The index.
pub fn index(shown: &Shown<'_>) -> AnyView {
    let here = shown.here;
    let list = letters(&alphabetical::index(&here.content), |found| {
        entry(found.route.href(&here.base), found.words.clone(), None)
    });
    frame(shown, view! { {filter()} {list} }.still())
}
