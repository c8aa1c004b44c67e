//! Keys that do something wherever the focus is.

use super::listen::{around, on};
use web_sys::KeyboardEvent;

/// Runs `open` when `/` is typed outside a field.
pub fn on_slash(open: impl Fn() + 'static) {
    on("keydown", move |event: KeyboardEvent| {
        let plain = !(event.ctrl_key() || event.meta_key() || event.alt_key());
        let writing = || around(&event, "input, textarea, select, [contenteditable]").is_some();
        if event.key() == "/" && plain && !writing() {
            event.prevent_default();
            open();
        }
    });
}
