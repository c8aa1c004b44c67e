//! The page as the browser holds it: title, focus, marks on the root element.

#[cfg(feature = "hydrate")]
use wasm_bindgen::{JsCast, JsValue};

/// A `data-…` value of the root element.
#[cfg(feature = "hydrate")]
#[must_use]
pub fn root_data(name: &str) -> Option<String> {
    document()?.document_element()?.get_attribute(&format!("data-{name}"))
}

/// The element that the application lives in.
#[cfg(feature = "hydrate")]
#[must_use]
pub fn mount_place() -> Option<web_sys::HtmlElement> {
    document()?.get_element_by_id("app")?.dyn_into().ok()
}

/// Marks the root element: the page is awake, or its program has stopped.
#[cfg(feature = "hydrate")]
pub fn mark_root(name: &str) {
    if let Some(root) = document().and_then(|d| d.document_element()) {
        // Setting an attribute of a valid name cannot fail.
        let _ = root.set_attribute(&format!("data-{name}"), "");
    }
}

/// Tells whoever reads the console.
#[cfg(feature = "hydrate")]
pub fn log_error(message: &str) {
    web_sys::console::error_1(&JsValue::from_str(message));
}

#[cfg(feature = "hydrate")]
fn document() -> Option<web_sys::Document> {
    web_sys::window()?.document()
}

/// Sets the page's title.
pub fn set_title(title: &str) {
    #[cfg(feature = "hydrate")]
    if let Some(document) = document() {
        document.set_title(title);
    }
    #[cfg(not(feature = "hydrate"))]
    let _ = title;
}

/// Moves the focus to the part of the page that the URL's `#` names, else to the page's heading, without scrolling.
pub fn focus_heading(fragment: &str) {
    #[cfg(feature = "hydrate")]
    if let Some(document) = document() {
        let named = (!fragment.is_empty()).then(|| document.get_element_by_id(fragment)).flatten();
        let heading = || document.query_selector("h1").ok().flatten();
        if let Some(element) = named.or_else(heading) {
            let _ = element.set_attribute("tabindex", "-1");
            focus_in_place(&element);
        }
    }
    #[cfg(not(feature = "hydrate"))]
    let _ = fragment;
}

#[cfg(feature = "hydrate")]
fn focus_in_place(element: &web_sys::Element) {
    let options = js_sys::Object::new();
    let _ = js_sys::Reflect::set(&options, &"preventScroll".into(), &JsValue::TRUE);
    if let Ok(focus) = js_sys::Reflect::get(element, &"focus".into())
        && let Ok(focus) = focus.dyn_into::<js_sys::Function>()
    {
        let _ = focus.call1(element, &options);
    }
}

/// Closes the menu, which is a `details` element that the visitor opened.
pub fn close_menu() {
    #[cfg(feature = "hydrate")]
    if let Some(menu) = document().and_then(|d| d.query_selector("details.menu[open]").ok().flatten()) {
        let _ = menu.remove_attribute("open");
    }
}

/// Opens the browser's print dialog.
pub fn print() {
    #[cfg(feature = "hydrate")]
    if let Some(window) = web_sys::window() {
        let _ = window.print();
    }
}

/// Hands the links back to the browser after a panic, and says so to whoever reads the console.
#[cfg(feature = "hydrate")]
pub fn give_up(message: &str) {
    log_error(message);
    mark_root("stopped");
    if let Some(window) = web_sys::window()
        && let Ok(event) = web_sys::Event::new("ipros-stopped")
    {
        let _ = window.dispatch_event(&event);
    }
}
