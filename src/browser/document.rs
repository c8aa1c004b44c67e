//! The page as the browser holds it: title, focus, texts of live lines, marks on the root element.

use wasm_bindgen::{JsCast as _, JsValue};
use web_sys::{Document, Element, HtmlElement};

/// The document; there is none in a worker, where this program does not run.
pub(super) fn document() -> Option<Document> {
    web_sys::window()?.document()
}

/// An element by id.
#[must_use]
pub fn element(id: &str) -> Option<HtmlElement> {
    document()?.get_element_by_id(id)?.dyn_into().ok()
}

/// A `data-…` value of the root element.
#[must_use]
pub fn root_data(name: &str) -> Option<String> {
    document()?.document_element()?.get_attribute(&format!("data-{name}"))
}

/// Sets a `data-…` value of the root element: the page is awake, or shows this route.
pub fn set_root_data(name: &str, value: &str) {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        // Setting an attribute of a valid name cannot fail.
        let _ = root.set_attribute(&format!("data-{name}"), value);
    }
}

/// Sets the page's title.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Sets the text of a line, whatever a translator has made of the text before: the element stays, what it holds is new.
pub fn set_text(id: &str, words: &str) {
    if let Some(element) = element(id)
        && element.text_content().as_deref() != Some(words)
    {
        element.set_text_content(Some(words));
    }
}

/// Moves the focus to the part of the page that the URL's `#` names, else to the page's heading, without scrolling.
pub fn focus_heading(fragment: &str) {
    let Some(document) = document() else { return };
    let named = (!fragment.is_empty()).then(|| document.get_element_by_id(fragment)).flatten();
    let heading = || document.query_selector("h1").ok().flatten();
    if let Some(element) = named.or_else(heading) {
        let _ = element.set_attribute("tabindex", "-1");
        focus_in_place(&element);
    }
}

fn focus_in_place(element: &Element) {
    let options = js_sys::Object::new();
    let _ = js_sys::Reflect::set(&options, &"preventScroll".into(), &JsValue::TRUE);
    if let Ok(focus) = js_sys::Reflect::get(element, &"focus".into())
        && let Ok(focus) = focus.dyn_into::<js_sys::Function>()
    {
        let _ = focus.call1(element, &options);
    }
}

/// Gives the focus to an element; `false` when there is none.
pub fn focus(id: &str) -> bool {
    element(id).is_some_and(|element| element.focus().is_ok())
}

/// Follows a link as a click does.
pub fn click(id: &str) {
    if let Some(element) = element(id) {
        element.click();
    }
}

/// Closes the menu, which is a `details` element that the visitor opened.
pub fn close_menu() {
    if let Some(menu) = document().and_then(|document| document.query_selector("details.menu[open]").ok().flatten()) {
        let _ = menu.remove_attribute("open");
    }
}

/// Opens the browser's print dialog.
pub fn print() {
    if let Some(window) = web_sys::window() {
        let _ = window.print();
    }
}

/// Hands the links back to the browser after a panic, and says so to whoever reads the console.
pub fn give_up(message: &str) {
    web_sys::console::error_1(&JsValue::from_str(message));
    if let Some(window) = web_sys::window()
        && let Ok(event) = web_sys::Event::new("ipros-stopped")
    {
        let _ = window.dispatch_event(&event);
    }
}
