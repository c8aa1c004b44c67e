//! Renders routes to HTML with the very views that the browser hydrates.

use super::examples::{Example, examples};
use crate::app::App;
use crate::content::Content;
use crate::route::{Base, Route};
use anyhow::Result;
use hydration_context::SsrSharedContext;
use leptos::prelude::*;
use std::sync::{Arc, Once};

static EXECUTOR: Once = Once::new();

/// The HTML of a route, for the application's mount place.
#[must_use]
pub fn render(route: &Route, content: &Arc<Content>, base: &Base) -> String {
    let (content, base, path) = (Arc::clone(content), base.clone(), route.href(base));
    owner().with(|| view! { <App content base path/> }.to_html())
}

/// Every example of `examples.rs` under its name, as one page that is not woken up.
///
/// # Errors
/// As [`examples`].
pub fn render_examples(content: &Arc<Content>, base: &Base) -> Result<String> {
    let parts = owner().with(|| examples(content, base))?;
    let part = |example: &Example| {
        let (name, html) = (example.name, &example.html);
        format!(r#"<section aria-label="{name}"><p class="hint">{name}</p><div class="flow">{html}</div></section>"#)
    };
    let parts: String = parts.iter().map(part).collect();
    Ok(format!(r#"<main id="contenu" class="wrap home">{parts}</main>"#))
}

fn owner() -> Owner {
    // Only the first call can succeed; the executor lives as long as the process.
    EXECUTOR.call_once(|| drop(any_spawner::Executor::init_futures_executor()));
    Owner::new_root(Some(Arc::new(SsrSharedContext::new())))
}
