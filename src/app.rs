//! Floor 5: the frame around every page, the router, and what happens when the route changes.
//!
//! The only file that names all pages.

use crate::browser::{document, schedule};
use crate::components::Here;
use crate::components::IntoStill;
use crate::components::site_footer::site_footer;
use crate::components::site_header::site_header;
use crate::content::Content;
use crate::content::id::{PageId, Section, Standalone};
use crate::head::head;
use crate::labels;
use crate::newer::Newest;
use crate::pages::{self, Shown};
use crate::route::{Base, Route};
use leptos::prelude::*;
use leptos_router::WildcardSegment;
use leptos_router::components::{FlatRoutes, Route as RouterRoute, Router};
use leptos_router::hooks::use_location;
use std::sync::Arc;

/// The whole application.
#[component]
pub fn App(
    /// The dataset that the program carries.
    content: Arc<Content>,
    /// The folder that the site is published in.
    base: Base,
) -> impl IntoView {
    let newest = Newest::starting_with(content);
    #[cfg(feature = "hydrate")]
    newest.follow(&base);
    provide_context(newest);
    let prefix = base.prefix().to_owned();
    provide_context(base);
    view! {
        <Router base=prefix>
            <FlatRoutes fallback=|| ()>
                <RouterRoute path=WildcardSegment("path") view=Frame/>
            </FlatRoutes>
        </Router>
    }
}

/// Header, page, footer. The page is replaced as a whole when the route changes: no state of the last page survives.
#[component]
fn Frame() -> impl IntoView {
    let base: Base = expect_context();
    let newest: Newest = expect_context();
    let location = use_location();
    // Read when the route changes, not before: newer content is used from the next page on.
    let here = Memo::new_with_compare(
        move |_| {
            let content = newest.content();
            let route = location.pathname.with(|path| Route::parse(path, &base, &content));
            Here { route, content, base: base.clone() }
        },
        |before, after| before.map(|here| &here.route) != after.map(|here| &here.route),
    );
    let announced = announce(here, location.hash);
    view! {
        {move || here.with(site_header)}
        <main id="contenu" tabindex="-1">
            <For each=move || [here.get()] key=|here| here.route.clone() let(here)>
                {page(&here)}
            </For>
        </main>
        {move || here.with(site_footer)}
        <p class="visually-hidden" role="status">{announced}</p>
    }
}

/// After each route change but the first: title, focus, a closed menu, and a polite word for assistive technology.
fn announce(here: Memo<Here>, hash: Memo<String>) -> RwSignal<String> {
    let announced = RwSignal::new(String::new());
    Effect::new(move |before: Option<Route>| {
        let here = here.get();
        let route = here.route.clone();
        if before.is_some_and(|before| before != route) {
            let title = head(&here.route, &here.content).title;
            document::set_title(&title);
            announced.set(format!("{} {title}", labels::OPENED));
            schedule::after_render(move || {
                document::close_menu();
                document::focus_heading(hash.get_untracked().trim_start_matches('#'));
            });
        }
        route
    });
    announced
}

/// The view of a route.
fn page(here: &Here) -> AnyView {
    let id = here.page();
    let (Some(head), Some(body)) = (here.head(id), here.content.body(id)) else {
        // Route::parse gives only routes that exist; a page without a body is refused by the check.
        return ().still();
    };
    let shown = Shown { head, body: &body, here };
    match (&here.route, id) {
        (Route::Simple(_), _) => pages::simple::simple(&shown),
        (_, PageId::Standalone(page)) => standalone(*page, &shown),
        (_, PageId::Index(section)) => index(*section, &shown),
        (_, PageId::Topic(..)) => topic(id, &shown),
    }
}

fn standalone(page: Standalone, shown: &Shown<'_>) -> AnyView {
    match page {
        Standalone::Home => pages::home::home(shown),
        Standalone::Contact => pages::contact::contact(shown),
        Standalone::SiteMap => pages::site_map::site_map(shown),
        Standalone::Legal => pages::legal::legal(shown),
        Standalone::NotFound => pages::not_found::not_found(shown),
        Standalone::Offline => pages::offline::offline(shown),
        Standalone::Privacy => pages::offline::privacy(shown),
        Standalone::WhenToCall | Standalone::Accessibility => pages::article::article(shown),
    }
}

fn index(section: Section, shown: &Shown<'_>) -> AnyView {
    match section {
        Section::Places => pages::places::places(shown),
        Section::Equipment => pages::equipment::equipment(shown),
        Section::SupportiveCare => pages::supportive_care::supportive_care(shown),
        Section::Team => pages::team::team(shown),
        Section::Oncology | Section::Therapies | Section::SideEffects | Section::CarePathway | Section::Research => {
            pages::section::section(shown, section)
        }
    }
}

fn topic(id: &PageId, shown: &Shown<'_>) -> AnyView {
    let content = &shown.here.content;
    if let Some(place) = content.place_of(id) {
        pages::place::place(shown, place)
    } else if let Some(therapy) = content.therapy_of(id) {
        pages::therapy::therapy(shown, therapy)
    } else if let Some(effect) = content.effect_of(id) {
        pages::therapy::effect(shown, effect)
    } else {
        pages::article::article(shown)
    }
}
