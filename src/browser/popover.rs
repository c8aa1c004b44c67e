//! Definitions in place: which term was clicked, and the popover beside it.

use leptos::ev::MouseEvent;
#[cfg(feature = "hydrate")]
use wasm_bindgen::JsCast;

/// The id of the term whose link was clicked, without a modifier key, in a browser that has popovers.
#[must_use]
pub fn clicked_term(event: &MouseEvent) -> Option<String> {
    #[cfg(feature = "hydrate")]
    {
        let plain =
            event.button() == 0 && !(event.ctrl_key() || event.meta_key() || event.shift_key() || event.alt_key());
        let target = event.target()?.dyn_into::<web_sys::Element>().ok()?;
        let link = target.closest("a.term").ok()??;
        let able = js_sys::Reflect::has(&link, &"showPopover".into()) == Ok(true);
        let href = link.get_attribute("href").filter(|_| plain && able)?;
        href.strip_prefix("#terme-").map(str::to_owned)
    }
    #[cfg(not(feature = "hydrate"))]
    {
        let _ = event;
        None
    }
}

/// Opens the popover below the link that was clicked, once its new text is there, and moves the focus into it. Closing it
/// gives the focus back: the browser does that.
pub fn open(id: &'static str, event: &MouseEvent) {
    #[cfg(feature = "hydrate")]
    {
        event.prevent_default();
        let link = event.target().and_then(|target| target.dyn_into::<web_sys::Element>().ok());
        super::schedule::after_render(move || {
            let element =
                || web_sys::window()?.document()?.get_element_by_id(id)?.dyn_into::<web_sys::HtmlElement>().ok();
            let (Some(element), Some(link)) = (element(), link) else { return };
            let _ = element.show_popover();
            place(&element, &link);
            let _ = element.focus();
        });
    }
    #[cfg(not(feature = "hydrate"))]
    let _ = (id, event);
}

/// Below the link, or above it when there is no room; never over the edge.
#[cfg(feature = "hydrate")]
fn place(element: &web_sys::HtmlElement, link: &web_sys::Element) {
    let Some(window) = web_sys::window() else { return };
    let size = |value: Result<wasm_bindgen::JsValue, wasm_bindgen::JsValue>| {
        value.ok().and_then(|v| v.as_f64()).unwrap_or(0.0)
    };
    let (width, height) = (size(window.inner_width()), size(window.inner_height()));
    let (word, own) = (link.get_bounding_client_rect(), element.get_bounding_client_rect());
    let left = word.left().min(width - own.width() - 16.0).max(16.0);
    let below = word.bottom() + 8.0;
    let top = if below + own.height() > height { (word.top() - own.height() - 8.0).max(8.0) } else { below };
    let style = element.style();
    // Through the object model, which a strict policy allows: no style attribute is written in the page.
    let _ = style.set_property("left", &format!("{}px", left as i32));
    let _ = style.set_property("top", &format!("{}px", top as i32));
}
