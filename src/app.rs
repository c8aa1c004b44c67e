//! Floor 5: the frame around every page, and what happens when the route changes.
//!
//! The only file that names all pages.

use crate::browser::{document, links, schedule, words};
use crate::components::Here;
use crate::components::IntoStill;
use crate::components::definition::{Definition, definition};
use crate::components::search_field::Search;
use crate::components::site_footer::site_footer;
use crate::components::site_header::site_header;
use crate::content::Content;
use crate::content::id::{PageId, Section, Standalone};
use crate::labels;
use crate::pages::{self, Shown};
use crate::route::meta::head;
use crate::route::{Base, Route};
use crate::state::content_updates::Newest;
use crate::state::search_index::Finder;
use leptos::prelude::*;
use std::sync::Arc;

/// The whole application: header, page, footer. The page is replaced as a whole when the route changes: no state of the last
/// page survives.
#[component]
pub fn App(
    /// The dataset that the program carries.
    content: Arc<Content>,
    /// The folder that the site is published in.
    base: Base,
    /// The path of the address that is shown first.
    path: String,
) -> impl IntoView {
    let newest = Newest::starting_with(content);
    #[cfg(feature = "hydrate")]
    newest.follow(&base);
    let search = Search::new(Finder::new());
    words::on_slash(move || search.open());
    provide_context(search);
    let definitions = Definition::new();
    provide_context(definitions);
    let here = here(base, path, newest);
    let announced = announce(here);
    view! {
        {move || here.with(site_header)}
        <main id="contenu" tabindex="-1" on:click=move |event| definitions.clicked(&event)>{move || here.with(page)}</main>
        {move || here.with(site_footer)}
        {move || here.with(definition)}
        <p class="visually-hidden" role="status">{announced}</p>
    }
}

/// Where the reader is. Content is read when the route changes, not before: newer content is used from the next page on.
fn here(base: Base, path: String, newest: Newest) -> Memo<Here> {
    let path = RwSignal::new(path);
    links::follow(&base, move || path.set(links::path()));
    Memo::new_with_compare(
        move |_| {
            let content = newest.content();
            let route = path.with(|path| Route::parse(path, &base, &content));
            Here { route, content, base: base.clone() }
        },
        |before, after| before.map(|here| &here.route) != after.map(|here| &here.route),
    )
}

/// After each route change but the first: title, focus, a closed menu, and a polite word for assistive technology.
fn announce(here: Memo<Here>) -> RwSignal<String> {
    let announced = RwSignal::new(String::new());
    let search: Search = expect_context();
    Effect::new(move |before: Option<Route>| {
        let here = here.get();
        let route = here.route.clone();
        search.prepare(&here.content);
        if before.is_some_and(|before| before != route) {
            let title = head(&here.route, &here.content).title;
            document::set_title(&title);
            announced.set(format!("{} {title}", labels::OPENED));
            search.leave(&route);
            let arrived = route.clone();
            schedule::after_render(move || {
                document::close_menu();
                search.arrive(&arrived);
                document::focus_heading(&links::fragment());
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
        (Route::Term(term), _) => pages::term::term(&shown, term),
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
        Standalone::Search => pages::search::search(shown),
        Standalone::Glossary => pages::glossary::glossary(shown),
        Standalone::Index => pages::index::index(shown),
        Standalone::Changes => pages::changes::changes(shown),
        Standalone::Legal => pages::legal::legal(shown),
        Standalone::NotFound => pages::not_found::not_found(shown),
        Standalone::Offline => pages::offline::offline(shown),
        Standalone::Privacy => pages::offline::privacy(shown),
        Standalone::WhenToCall => pages::when_to_call::when_to_call(shown),
        Standalone::Accessibility => pages::article::article(shown),
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
