//! The tab's history: where the browser is, moving on without loading a document, and the words that « back » finds again.

use super::listen;
use wasm_bindgen::JsValue;
use web_sys::{History, PopStateEvent, Window};

fn history() -> Option<History> {
    web_sys::window()?.history().ok()
}

/// The path of the address.
#[must_use]
pub fn path() -> String {
    web_sys::window().and_then(|window| window.location().pathname().ok()).unwrap_or_default()
}

/// What stands behind `#` in the address.
#[must_use]
pub fn fragment() -> String {
    let hash = web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default();
    hash.trim_start_matches('#').to_owned()
}

/// Moves the address; the page that is open already adds no entry. `None` when the browser refuses.
pub fn push(url: &str) -> Option<()> {
    let here = web_sys::window()?.location().href().ok()?;
    if url == here {
        return Some(());
    }
    history()?.push_state_with_url(&JsValue::NULL, "", Some(url)).ok()
}

/// Loads the address anew, as the browser does.
pub fn reload() {
    if let Some(window) = web_sys::window() {
        // It is refused where a page may not load at all.
        let _ = window.location().reload();
    }
}

/// Calls `moved` when the visitor goes back or forward.
pub fn on_back(moved: impl Fn() + 'static) {
    listen::on_window("popstate", move |_: PopStateEvent| moved());
}

/// To the part that the address names, else to the top.
pub fn scroll_to_fragment() {
    let Some(window) = web_sys::window() else { return };
    let fragment = fragment();
    match part(&window, &fragment) {
        Some(part) => part.scroll_into_view(),
        None => window.scroll_to_with_x_and_y(0.0, 0.0),
    }
}

fn part(window: &Window, fragment: &str) -> Option<web_sys::Element> {
    window.document().filter(|_| !fragment.is_empty())?.get_element_by_id(fragment)
}

/// The name under which the tab's history holds the words of a search.
const WORDS: &str = "iprosWords";

/// Keeps the words with this entry of the tab's history, so that « back » finds the list again. No entry is added, the
/// address does not change, and the words go when the tab does.
pub fn keep_words(words: &str) {
    let Some(history) = history() else { return };
    let state = history.state().ok().filter(JsValue::is_object).unwrap_or_else(|| js_sys::Object::new().into());
    let _ = js_sys::Reflect::set(&state, &WORDS.into(), &words.into());
    let _ = history.replace_state_with_url(&state, "", None);
}

/// The words that this entry of the tab's history holds.
#[must_use]
pub fn kept_words() -> Option<String> {
    let state = history()?.state().ok()?;
    js_sys::Reflect::get(&state, &WORDS.into()).ok()?.as_string()
}
