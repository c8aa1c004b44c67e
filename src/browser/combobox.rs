//! A field with a list: its words, whether the list is open, which option is chosen.

use super::document::{document, element};
use web_sys::{ScrollIntoViewOptions, ScrollLogicalPosition};

/// Writes into a field, when it is there.
pub fn write(field: &str, words: &str) {
    if let Some(field) = element(field) {
        let _ = js_sys::Reflect::set(&field, &"value".into(), &words.into());
    }
}

/// Tells assistive technology whether a field has a list now; none of its options is chosen yet.
pub fn expand(field: &str, open: bool) {
    if let Some(field) = element(field) {
        let _ = field.set_attribute("aria-expanded", if open { "true" } else { "false" });
        let _ = field.remove_attribute("aria-activedescendant");
    }
}

/// Marks one option of a field's list as the chosen one, and brings it into sight.
pub fn choose(field: &str, option: &str) {
    let Some(chosen) = element(option) else { return };
    let before = document().and_then(|document| document.query_selector("[aria-selected=true]").ok().flatten());
    if let Some(before) = before {
        let _ = before.set_attribute("aria-selected", "false");
    }
    let _ = chosen.set_attribute("aria-selected", "true");
    if let Some(field) = element(field) {
        let _ = field.set_attribute("aria-activedescendant", option);
    }
    let options = ScrollIntoViewOptions::new();
    options.set_block(ScrollLogicalPosition::Nearest);
    chosen.scroll_into_view_with_scroll_into_view_options(&options);
}
