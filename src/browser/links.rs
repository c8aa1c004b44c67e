//! Where the browser is, and moving on inside the site without loading a document.
//!
//! The rules of the links: a plain click on a link of this site, below its folder, opens the page here; everything else
//! (a modifier key, `target`, `download`, `rel="external"`, another origin or folder) is left to the browser.

use crate::route::Base;
#[cfg(feature = "hydrate")]
use wasm_bindgen::{JsCast, JsValue, closure::Closure};

/// The path of the address.
#[must_use]
pub fn path() -> String {
    #[cfg(feature = "hydrate")]
    return web_sys::window().and_then(|window| window.location().pathname().ok()).unwrap_or_default();
    #[cfg(not(feature = "hydrate"))]
    String::new()
}

/// What stands behind `#` in the address.
#[must_use]
pub fn fragment() -> String {
    #[cfg(feature = "hydrate")]
    {
        let hash = web_sys::window().and_then(|window| window.location().hash().ok()).unwrap_or_default();
        hash.trim_start_matches('#').to_owned()
    }
    #[cfg(not(feature = "hydrate"))]
    String::new()
}

/// Calls `moved` whenever the path may have changed: a link was followed, or the visitor went back or forward.
pub fn follow(base: &Base, moved: impl Fn() + Clone + 'static) {
    #[cfg(feature = "hydrate")]
    if let Some(window) = web_sys::window() {
        let (base, again) = (base.clone(), moved.clone());
        let click = Closure::<dyn Fn(web_sys::MouseEvent)>::new(move |event: web_sys::MouseEvent| {
            if opens_here(&event, &base).is_some() {
                again();
                super::schedule::after_render(scroll);
            }
        });
        let back = Closure::<dyn Fn()>::new(moved);
        let _ = window.add_event_listener_with_callback("click", click.as_ref().unchecked_ref());
        let _ = window.add_event_listener_with_callback("popstate", back.as_ref().unchecked_ref());
        // The listeners live as long as the page.
        click.forget();
        back.forget();
    }
    #[cfg(not(feature = "hydrate"))]
    let _ = (base, moved);
}

/// Takes a click on a link of this site over and moves the address; `None` when it is the browser's.
#[cfg(feature = "hydrate")]
fn opens_here(event: &web_sys::MouseEvent, base: &Base) -> Option<()> {
    let modified = event.meta_key() || event.alt_key() || event.ctrl_key() || event.shift_key();
    if event.default_prevented() || event.button() != 0 || modified {
        return None;
    }
    let target = event.target()?.dyn_into::<web_sys::Element>().ok()?;
    let link = target.closest("a[href]").ok()??;
    let attribute = |name| link.get_attribute(name).unwrap_or_default();
    let external = attribute("rel").split_ascii_whitespace().any(|word| word == "external");
    if link.has_attribute("target") || link.has_attribute("download") || external {
        return None;
    }
    let window = web_sys::window()?;
    let here = window.location();
    // From the attribute: the places on the map are links of a drawing, which have no parts of an address.
    let url = web_sys::Url::new_with_base(&attribute("href"), &here.href().ok()?).ok()?;
    let path = url.pathname();
    let below = path.starts_with(base.as_str()) || path == base.prefix();
    if url.origin() != here.origin().ok()? || !below {
        return None;
    }
    event.prevent_default();
    // The page that is open already adds no entry to the tab's history.
    if url.href() != here.href().ok()? {
        window.history().ok()?.push_state_with_url(&JsValue::NULL, "", Some(&url.href())).ok()?;
    }
    Some(())
}

/// To the part that the address names, else to the top.
#[cfg(feature = "hydrate")]
fn scroll() {
    let Some(window) = web_sys::window() else { return };
    let fragment = fragment();
    let part = window.document().filter(|_| !fragment.is_empty()).and_then(|d| d.get_element_by_id(&fragment));
    match part {
        Some(part) => part.scroll_into_view(),
        None => window.scroll_to_with_x_and_y(0.0, 0.0),
    }
}
