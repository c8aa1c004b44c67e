//! Renders routes to HTML with the very views that the browser hydrates.

use crate::app::App;
use crate::content::Content;
use crate::route::{Base, Route};
use hydration_context::SsrSharedContext;
use leptos::prelude::*;
use leptos_router::location::RequestUrl;
use std::sync::{Arc, Once};

static EXECUTOR: Once = Once::new();

/// The HTML of a route, for the application's mount place.
#[must_use]
pub fn render(route: &Route, content: &Arc<Content>, base: &Base) -> String {
    // Only the first call can succeed; the executor lives as long as the process.
    EXECUTOR.call_once(|| drop(any_spawner::Executor::init_futures_executor()));
    let owner = Owner::new_root(Some(Arc::new(SsrSharedContext::new())));
    let (content, base, path) = (Arc::clone(content), base.clone(), route.href(base));
    owner.with(|| {
        provide_context(RequestUrl::new(&path));
        view! { <App content base/> }.to_html()
    })
}
