//! Definitions in place: which term was clicked, and the popover beside it.

use super::document::{document, element};
use super::links::is_plain;
use super::listen::around;
use wasm_bindgen::JsValue;
use web_sys::{Element, HtmlElement, MouseEvent};

/// A term that was clicked, as the page explains it.
#[derive(Clone, Debug)]
pub struct ClickedTerm {
    /// The term's id.
    pub id: String,
    /// Its name.
    pub name: String,
    /// What it means.
    pub definition: String,
    link: Element,
}

/// The term whose link was clicked plainly, in a browser that has popovers, with the words of the page's end.
#[must_use]
pub fn clicked_term(event: &MouseEvent) -> Option<ClickedTerm> {
    let link = around(event, "a.term").filter(|_| is_plain(event))?;
    if js_sys::Reflect::has(&link, &"showPopover".into()) != Ok(true) {
        return None;
    }
    let href = link.get_attribute("href")?;
    let (anchor, id) = (href.strip_prefix('#')?, href.strip_prefix("#terme-")?.to_owned());
    let entry = document()?.get_element_by_id(anchor)?;
    let text = |selector: &str| entry.query_selector(selector).ok()??.text_content();
    Some(ClickedTerm { id, name: text("dt")?, definition: text("dd")?, link })
}

/// Opens a popover below the link that was clicked, and moves the focus into it. Closing it gives the focus back: the browser
/// does that.
pub fn open(popover: &str, term: &ClickedTerm) {
    let Some(popover) = element(popover) else { return };
    let _ = popover.show_popover();
    place(&popover, &term.link);
    let _ = popover.focus();
}

/// Closes a popover that may be open.
pub fn close(popover: &str) {
    if let Some(popover) = element(popover)
        && popover.matches(":popover-open") == Ok(true)
    {
        let _ = popover.hide_popover();
    }
}

/// Below the link, or above it when there is no room; never over the edge.
fn place(popover: &HtmlElement, link: &Element) {
    let Some(window) = web_sys::window() else { return };
    let size = |value: Result<JsValue, JsValue>| value.ok().and_then(|v| v.as_f64()).unwrap_or(0.0);
    let (width, height) = (size(window.inner_width()), size(window.inner_height()));
    let (word, own) = (link.get_bounding_client_rect(), popover.get_bounding_client_rect());
    let left = word.left().min(width - own.width() - 16.0).max(16.0);
    let below = word.bottom() + 8.0;
    let top = if below + own.height() > height { (word.top() - own.height() - 8.0).max(8.0) } else { below };
    let style = popover.style();
    // Through the object model, which a strict policy allows: no style attribute is written in the page.
    let _ = style.set_property("left", &format!("{}px", left as i32));
    let _ = style.set_property("top", &format!("{}px", top as i32));
}
