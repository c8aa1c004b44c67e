//! One listener for the whole page and each kind of event: the page stands there before the program, and its parts come and go.

use super::document::document;
use wasm_bindgen::convert::FromWasmAbi;
use wasm_bindgen::{JsCast as _, closure::Closure};
use web_sys::{Element, EventTarget};
pub use web_sys::{Event, KeyboardEvent, MouseEvent};

/// Calls `heard` for each event of a kind anywhere in the page. The listener lives as long as the page.
pub fn on<E: FromWasmAbi + 'static>(kind: &str, heard: impl Fn(E) + 'static) {
    if let Some(document) = document() {
        listen(&document, kind, heard);
    }
}

/// Calls `heard` for each event of a kind that the window tells.
pub(super) fn on_window<E: FromWasmAbi + 'static>(kind: &str, heard: impl Fn(E) + 'static) {
    if let Some(window) = web_sys::window() {
        listen(&window, kind, heard);
    }
}

fn listen<E: FromWasmAbi + 'static>(target: &EventTarget, kind: &str, heard: impl Fn(E) + 'static) {
    let callback = Closure::<dyn Fn(E)>::new(heard);
    // It fails for no kind of event.
    let _ = target.add_event_listener_with_callback(kind, callback.as_ref().unchecked_ref());
    callback.forget();
}

/// The element around what an event happened to, itself included, that a selector finds.
#[must_use]
pub fn around(event: &Event, selector: &str) -> Option<Element> {
    event.target()?.dyn_into::<Element>().ok()?.closest(selector).ok()?
}

/// What a field holds, when the event happened to the field with this id.
#[must_use]
pub fn value_of(event: &Event, id: &str) -> Option<String> {
    let field = event.target()?.dyn_into::<Element>().ok().filter(|element| element.id() == id)?;
    js_sys::Reflect::get(&field, &"value".into()).ok()?.as_string()
}
