//! Which links may open here: plain clicks on links of this site, below its folder. Everything else (a modifier key,
//! `target`, `download`, `rel="external"`, another origin or folder) is the browser's.

use super::listen::around;
use crate::route::Base;
use web_sys::{Element, MouseEvent, Url};

/// Where a link leads inside this site.
#[derive(Clone, Debug)]
pub struct InnerLink {
    /// The whole address.
    pub url: String,
    /// The path of the address.
    pub path: String,
    /// `#` and what stands behind it; empty without.
    pub fragment: String,
}

/// Whether a click is one with the first button and no modifier key, that nobody has answered yet.
#[must_use]
pub fn is_plain(event: &MouseEvent) -> bool {
    let modified = event.meta_key() || event.alt_key() || event.ctrl_key() || event.shift_key();
    !event.default_prevented() && event.button() == 0 && !modified
}

/// The link of this site that was clicked plainly; `None` when the click is the browser's.
#[must_use]
pub fn clicked(event: &MouseEvent, base: &Base) -> Option<InnerLink> {
    let link = around(event, "a[href]").filter(|link| is_plain(event) && is_ours(link))?;
    let here = web_sys::window()?.location();
    // From the attribute: the places on the map are links of a drawing, which have no parts of an address.
    let url = Url::new_with_base(&link.get_attribute("href")?, &here.href().ok()?).ok()?;
    let path = url.pathname();
    let below = path.starts_with(base.as_str()) || path == base.prefix();
    let inner = url.origin() == here.origin().ok()? && below && url.search().is_empty();
    inner.then(|| InnerLink { url: url.href(), path, fragment: url.hash() })
}

fn is_ours(link: &Element) -> bool {
    let external =
        link.get_attribute("rel").unwrap_or_default().split_ascii_whitespace().any(|word| word == "external");
    !(external || link.has_attribute("target") || link.has_attribute("download"))
}
