//! Two pages about the copies on the device: what can be read without network, and privacy with the button that removes them.
//!
//! `assets/loader.js` fills the place that they hold: the copies are the worker's, and the program knows nothing of them.

use super::Shown;
use super::article::frame;
use crate::components::IntoStill;
use leptos::prelude::*;

/// What can be read without network.
pub fn offline(shown: &Shown<'_>) -> AnyView {
    with_place(shown, "list")
}

/// What the site knows of its readers: nothing; and how to remove its copies.
pub fn privacy(shown: &Shown<'_>) -> AnyView {
    with_place(shown, "remove")
}

fn with_place(shown: &Shown<'_>, what: &'static str) -> AnyView {
    frame(shown, view! { <div class="copies" data-copies=what data-needs-code=""></div> }.still())
}
