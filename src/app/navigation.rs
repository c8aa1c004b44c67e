//! Moving inside the site without loading a document: only to routes that exist, once the texts are here. Everything else is
//! the browser's.

use super::controls;
use super::frame::{APP, frame};
use super::search::SearchBox;
use crate::browser::listen::MouseEvent;
use crate::browser::{document, history, links, popover, schedule};
use crate::components::definition::POPOVER;
use crate::route::{Route, title::title};
use crate::state::content_updates::ContentUpdates;
use crate::state::context::PageContext;
use crate::view::dom::Page;
use leptos::prelude::*;

/// Where the reader is, and where to next.
#[derive(Clone, Copy)]
pub(super) struct Navigation {
    context: RwSignal<PageContext>,
    updates: ContentUpdates,
    search: SearchBox,
    mounted: StoredValue<bool>,
    /// The path that the document was loaded at, and what was served there.
    loaded: StoredValue<(String, Route)>,
}

impl Navigation {
    pub(super) fn new(context: RwSignal<PageContext>, updates: ContentUpdates, search: SearchBox) -> Self {
        let loaded = (history::path(), context.with_untracked(|context| context.route.clone()));
        Self { context, updates, search, mounted: StoredValue::new(false), loaded: StoredValue::new(loaded) }
    }

    /// Opens the page of the link that was clicked, when it is one of ours and can be shown.
    pub(super) fn clicked(self, event: &MouseEvent) {
        let base = self.context.with_untracked(|context| context.base().clone());
        let Some(link) = links::clicked(event, &base) else { return };
        let Some(route) = self.known(&link.path) else { return };
        if history::push(&format!("{}{}", route.href(&base), link.fragment)).is_none() {
            return;
        }
        event.prevent_default();
        self.show(route);
        schedule::after_render(history::scroll_to_fragment);
    }

    /// The route at a path, when its texts are here.
    fn known(self, path: &str) -> Option<Route> {
        let content = self.updates.content();
        let base = self.context.with_untracked(|context| context.base().clone());
        content.has_texts().then(|| Route::parse(path, &base, &content)).flatten()
    }

    /// The visitor has gone back or forward.
    pub(super) fn moved(self) {
        let path = history::path();
        let loaded = self.loaded.with_value(|(at, route)| (*at == path).then(|| route.clone()));
        let shown = self.context.with_untracked(|context| context.route.clone());
        match loaded.or_else(|| self.known(&path)) {
            Some(route) if route == shown => {}
            Some(route) if self.updates.content().has_texts() => self.show(route),
            _ => history::reload(),
        }
    }

    /// Shows a route: its page in the place of the one before, its title, its focus, and a polite word for assistive technology.
    fn show(self, route: Route) {
        popover::close(POPOVER);
        if self.context.with_untracked(|context| context.route != route) {
            self.replace(&route);
        }
        let search = self.search;
        schedule::after_render(move || {
            document::close_menu();
            search.arrive(&route);
            document::focus_heading(&history::fragment());
        });
    }

    fn replace(self, route: &Route) {
        let content = self.updates.content();
        let title = title(route, &content);
        document::set_title(&title);
        controls::announce(&title);
        self.context.update(|context| {
            context.route = route.clone();
            context.content = content;
        });
        if !self.mounted.get_value() {
            self.mounted.set_value(true);
            self.mount();
        }
        let base = self.context.with_untracked(|context| context.base().clone());
        document::set_root_data("route", route.href(&base).strip_prefix(base.as_str()).unwrap_or_default());
    }

    /// The framework takes the place of the page that was served.
    fn mount(self) {
        let Some(place) = document::element(APP) else { return };
        place.set_text_content(None);
        let context = self.context;
        leptos::mount::mount_to(place, move || view! { <Site context/> }).forget();
    }
}

/// The whole site, as far as it is shown: one page.
#[component]
fn Site(
    /// What is shown, and where.
    context: RwSignal<PageContext>,
) -> impl IntoView {
    // Every route that is shown exists, and its texts are here: `Navigation::known`.
    move || context.with(|context| Page(frame(context).unwrap_or_default()))
}
