//! Floor 6, in the browser: wakes the page up, or leaves it as it is.

use ipros::app::App;
use ipros::browser::{document, links};
use ipros::generated;
use ipros::route::Base;
use leptos::prelude::*;
use std::sync::Arc;

fn main() {
    std::panic::set_hook(Box::new(|info| document::give_up(&info.to_string())));
    // Text of another build would stay on screen under this build's views: such a page is better left alone.
    if document::root_data("build").as_deref() != Some(generated::BUILD) {
        return;
    }
    let base = document::root_data("base").and_then(|base| Base::parse(&base).ok());
    let (Some(base), Some(place)) = (base, document::mount_place()) else { return };
    let content = Arc::new(generated::content());
    leptos::mount::hydrate_from(place, move || view! { <App content base path=links::path()/> }).forget();
    document::mark_root("hydrated");
}
