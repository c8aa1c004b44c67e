//! Two pages about the copies on the device: what can be read without network, and privacy with the button that removes them.
//!
//! `assets/loader.js` fills the list and answers the buttons: the copies are the worker's, and the program knows nothing of it.

use super::Shown;
use super::article::frame;
use crate::components::IntoStill;
use crate::labels;
use leptos::prelude::*;

/// What can be read without network.
pub fn offline(shown: &Shown<'_>) -> AnyView {
    frame(shown, view! { <div data-copies="list"></div> }.still())
}

/// What the site knows of its readers: nothing; and how to remove its copies.
pub fn privacy(shown: &Shown<'_>) -> AnyView {
    let controls = view! {
        <div class="copies" data-needs-code="">
            <button class="button button--quiet" type="button" data-copies="ask">{labels::REMOVE_COPIES}</button>
            <div class="copies__confirm" data-copies="confirm" hidden="">
                <p>{labels::REMOVE_COPIES_ASK}</p>
                <button class="button" type="button" data-copies="remove">{labels::REMOVE_COPIES_YES}</button>
                <button class="button button--quiet" type="button" data-copies="keep">{labels::REMOVE_COPIES_NO}</button>
            </div>
            <p role="status" data-copies="result"></p>
        </div>
    };
    frame(shown, controls.still())
}
