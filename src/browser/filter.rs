//! A list that is narrowed to the entries that fit.

use super::document::document;
use wasm_bindgen::JsCast as _;
use web_sys::HtmlElement;

/// Hides the entries (`[data-entry]`) whose text `keep` refuses, and opens the folds that hold the others; gives the number
/// that stays.
pub fn filter(keep: impl Fn(&str) -> bool) -> usize {
    let Some(found) = document().and_then(|document| document.query_selector_all("[data-entry]").ok()) else {
        return 0;
    };
    let mut stay = 0;
    for at in 0..found.length() {
        let Some(entry) = found.item(at).and_then(|node| node.dyn_into::<HtmlElement>().ok()) else {
            continue;
        };
        let kept = keep(&entry.text_content().unwrap_or_default());
        entry.set_hidden(!kept);
        stay += usize::from(kept);
        if kept && let Ok(Some(fold)) = entry.closest("details") {
            let _ = fold.set_attribute("open", "");
        }
    }
    stay
}
