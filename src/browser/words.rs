//! What the search and the filters need of the browser: the field, the key that opens it, the words that « back » finds again.

#[cfg(feature = "hydrate")]
use wasm_bindgen::{JsCast, JsValue, closure::Closure};

#[cfg(feature = "hydrate")]
fn document() -> Option<web_sys::Document> {
    web_sys::window()?.document()
}

#[cfg(feature = "hydrate")]
fn element(id: &str) -> Option<web_sys::HtmlElement> {
    document()?.get_element_by_id(id)?.dyn_into().ok()
}

/// Gives the focus to an element; `false` when there is none.
pub fn focus(id: &str) -> bool {
    #[cfg(feature = "hydrate")]
    return element(id).is_some_and(|element| element.focus().is_ok());
    #[cfg(not(feature = "hydrate"))]
    {
        let _ = id;
        false
    }
}

/// Follows a link as a click does.
pub fn follow(id: &str) {
    #[cfg(feature = "hydrate")]
    if let Some(element) = element(id) {
        element.click();
    }
    #[cfg(not(feature = "hydrate"))]
    let _ = id;
}

/// Writes into a field, when it is there.
pub fn write(id: &str, text: &str) {
    #[cfg(feature = "hydrate")]
    if let Some(field) = element(id) {
        let _ = js_sys::Reflect::set(&field, &"value".into(), &text.into());
    }
    #[cfg(not(feature = "hydrate"))]
    let _ = (id, text);
}

/// Tells assistive technology whether a field has a list now; none of its options is chosen yet.
pub fn expanded(id: &str, open: bool) {
    #[cfg(feature = "hydrate")]
    if let Some(field) = element(id) {
        let _ = field.set_attribute("aria-expanded", if open { "true" } else { "false" });
        let _ = field.remove_attribute("aria-activedescendant");
    }
    #[cfg(not(feature = "hydrate"))]
    let _ = (id, open);
}

/// Marks one option of a field's list as the chosen one, and brings it into sight.
pub fn choose(field: &str, id: &str) {
    #[cfg(feature = "hydrate")]
    if let Some(element) = element(id) {
        let before = document().and_then(|document| document.query_selector("[aria-selected=true]").ok().flatten());
        if let Some(before) = before {
            let _ = before.set_attribute("aria-selected", "false");
        }
        let _ = element.set_attribute("aria-selected", "true");
        if let Some(field) = self::element(field) {
            let _ = field.set_attribute("aria-activedescendant", id);
        }
        let options = web_sys::ScrollIntoViewOptions::new();
        options.set_block(web_sys::ScrollLogicalPosition::Nearest);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
    #[cfg(not(feature = "hydrate"))]
    let _ = (field, id);
}

/// The value of an attribute of what was clicked, or of what is around it.
#[must_use]
pub fn clicked(event: &leptos::ev::MouseEvent, attribute: &str) -> Option<String> {
    #[cfg(feature = "hydrate")]
    {
        let target = event.target()?.dyn_into::<web_sys::Element>().ok()?;
        target.closest(&format!("[{attribute}]")).ok()??.get_attribute(attribute)
    }
    #[cfg(not(feature = "hydrate"))]
    {
        let _ = (event, attribute);
        None
    }
}

/// Runs `open` when `/` is typed outside a field.
pub fn on_slash(open: impl Fn() + 'static) {
    #[cfg(feature = "hydrate")]
    if let Some(document) = document() {
        let callback = Closure::<dyn Fn(web_sys::KeyboardEvent)>::new(move |event: web_sys::KeyboardEvent| {
            let plain = !(event.ctrl_key() || event.meta_key() || event.alt_key());
            let target = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
            let writing =
                target.is_some_and(|target| target.matches("input, textarea, select, [contenteditable]") == Ok(true));
            if event.key() == "/" && plain && !writing {
                event.prevent_default();
                open();
            }
        });
        let _ = document.add_event_listener_with_callback("keydown", callback.as_ref().unchecked_ref());
        // The listener lives as long as the page.
        callback.forget();
    }
    #[cfg(not(feature = "hydrate"))]
    drop(open);
}

/// The name under which the tab's history holds the words of a search.
#[cfg(feature = "hydrate")]
const KEPT: &str = "iprosWords";

/// Keeps the words with this entry of the tab's history, so that « back » finds the list again. No entry is added, the
/// address does not change, and the words go when the tab does.
pub fn keep(words: &str) {
    #[cfg(feature = "hydrate")]
    if let Some(history) = web_sys::window().and_then(|window| window.history().ok()) {
        let state = history.state().ok().filter(JsValue::is_object).unwrap_or_else(|| js_sys::Object::new().into());
        let _ = js_sys::Reflect::set(&state, &KEPT.into(), &words.into());
        let _ = history.replace_state_with_url(&state, "", None);
    }
    #[cfg(not(feature = "hydrate"))]
    let _ = words;
}

/// The words that this entry of the tab's history holds.
#[must_use]
pub fn kept() -> Option<String> {
    #[cfg(feature = "hydrate")]
    {
        let state = web_sys::window()?.history().ok()?.state().ok()?;
        js_sys::Reflect::get(&state, &KEPT.into()).ok()?.as_string()
    }
    #[cfg(not(feature = "hydrate"))]
    None
}

/// Hides the entries (`[data-entry]`) whose text `keep` refuses, and opens the folds that hold the others; gives the number
/// that stays.
pub fn filter(keep: impl Fn(&str) -> bool) -> usize {
    #[cfg(feature = "hydrate")]
    {
        let Some(found) = document().and_then(|document| document.query_selector_all("[data-entry]").ok()) else {
            return 0;
        };
        let mut stay = 0;
        for at in 0..found.length() {
            let Some(entry) = found.item(at).and_then(|node| node.dyn_into::<web_sys::HtmlElement>().ok()) else {
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
    #[cfg(not(feature = "hydrate"))]
    {
        let _ = keep;
        0
    }
}
