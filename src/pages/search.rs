//! The search on a page of its own: the field and every result. Without code, its text leads to the index and the site map.

use super::Shown;
use super::article::frame;
use crate::components::search_field::search_box;
use leptos::prelude::*;

/// The search page.
pub fn search(shown: &Shown<'_>) -> AnyView {
    frame(shown, search_box(shown.here))
}
