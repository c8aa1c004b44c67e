//! Renders routes to HTML with the very views that the program builds in the page.

use super::examples::{Example, examples};
use crate::app::frame::frame;
use crate::content::Content;
use crate::route::Route;
use crate::state::context::{PageContext, SitePlace};
use crate::view::node::html;
use anyhow::Result;
use std::sync::Arc;

/// The HTML of a route, for the program's place in a page.
#[must_use]
pub fn render(route: &Route, content: &Arc<Content>, place: &Arc<SitePlace>) -> String {
    let context = PageContext { route: route.clone(), content: Arc::clone(content), place: Arc::clone(place) };
    html(&frame(&context).unwrap_or_default())
}

/// Every example of `examples.rs` under its name, as one page that is not woken up.
///
/// # Errors
/// As [`examples`].
pub fn render_examples(content: &Arc<Content>, place: &Arc<SitePlace>) -> Result<String> {
    let parts = examples(content, place)?;
    let part = |example: &Example| {
        let (name, html) = (example.name, &example.html);
        format!(r#"<section aria-label="{name}"><p class="hint">{name}</p><div class="flow">{html}</div></section>"#)
    };
    let parts: String = parts.iter().map(part).collect();
    Ok(format!(r#"<main id="contenu" class="wrap home">{parts}</main>"#))
}
