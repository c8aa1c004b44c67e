//! The way from the home page to here.

use super::{Here, IntoStill, IntoStills};
use crate::content::PageId;
use crate::content::id::Standalone;
use crate::labels;
use crate::route::Route;
use leptos::prelude::*;

/// Home, section, page; nothing on the home page.
pub fn breadcrumb(here: &Here) -> AnyView {
    let home = PageId::Standalone(Standalone::Home);
    if *here.page() == home {
        return ().still();
    }
    let mut trail = vec![(here.href(&home), labels::HOME.to_owned())];
    if let PageId::Topic(section, _) = here.page()
        && let Some(entry) = here.content.section(*section)
    {
        trail.push((here.href(&PageId::Index(*section)), entry.label.0.clone()));
    }
    let own = here.head(here.page()).map_or_else(String::new, |head| head.short().to_owned());
    if matches!(here.route, Route::Simple(_) | Route::Term(_)) {
        trail.push((here.href(here.page()), own));
    }
    let last = match &here.route {
        Route::Simple(_) => labels::TO_SIMPLE.to_owned(),
        Route::Term(id) => here.content.term(id).map_or_else(String::new, |term| term.name.0.clone()),
        Route::Page(_) => here.head(here.page()).map_or_else(String::new, |head| head.short().to_owned()),
    };
    let links = trail.into_iter().map(|(href, words)| view! { <li><a href=href>{words}</a></li> });
    view! {
        <nav class="breadcrumb" aria-label=labels::BREADCRUMB>
            <ol>
                {links.stills()}
                <li><span aria-current="page">{last}</span></li>
            </ol>
        </nav>
    }
    .still()
}
