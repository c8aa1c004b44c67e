//! What stands around every page, and which view shows which route. The only file that names all pages.

use crate::components::definition::popover;
use crate::components::site_footer::site_footer;
use crate::components::site_header::site_header;
use crate::content::PageId;
use crate::content::id::{Section, Standalone};
use crate::pages::{self, PageProps};
use crate::route::Route;
use crate::state::context::PageContext;
use crate::view::{Element, Node, el, nodes};

/// The id of what holds a page.
pub const APP: &str = "app";
/// The id of the line that tells assistive technology which page has opened.
pub const ANNOUNCER: &str = "annonce";

/// Header, page, footer: all that [`APP`] holds. The page is replaced as a whole when the route changes: no state of the last
/// page survives. `None` while the texts are not here; every route that exists has a head and a body.
#[must_use]
pub fn frame(context: &PageContext) -> Option<Vec<Node>> {
    let id = context.page();
    let (head, body) = (context.head(id)?, context.content.body(id)?);
    let page = page(&PageProps { head, body: &body, context });
    let main = el("main").attr("id", "contenu").attr("tabindex", "-1").child(page);
    let parts = site_header(context).into_iter().chain([main]).chain(site_footer(context));
    Some(nodes(parts))
}

/// What stands below [`APP`] and stays when the page changes: the definitions' popover, and the announcer.
#[must_use]
pub fn standing() -> [Element; 2] {
    [popover(), el("p").class("visually-hidden").attr("id", ANNOUNCER).attr("role", "status")]
}

/// The view of a route.
fn page(props: &PageProps<'_>) -> Vec<Node> {
    match (&props.context.route, props.context.page()) {
        (Route::Simple(_), _) => pages::simple::simple(props),
        (Route::Term(term), _) => pages::term::term(props, term),
        (_, PageId::Standalone(page)) => standalone(*page, props),
        (_, PageId::Index(section)) => index(*section, props),
        (_, id @ PageId::Topic(..)) => topic(id, props),
    }
}

fn standalone(page: Standalone, props: &PageProps<'_>) -> Vec<Node> {
    match page {
        Standalone::Home => pages::home::home(props),
        Standalone::Contact => pages::contact::contact(props),
        Standalone::SiteMap => pages::site_map::site_map(props),
        Standalone::Search => pages::search::search(props),
        Standalone::Glossary => pages::glossary::glossary(props),
        Standalone::Index => pages::index::index(props),
        Standalone::Changes => pages::changes::changes(props),
        Standalone::Legal => pages::legal::legal(props),
        Standalone::NotFound => pages::not_found::not_found(props),
        Standalone::Offline => pages::offline::offline(props),
        Standalone::Privacy => pages::offline::privacy(props),
        Standalone::WhenToCall => pages::when_to_call::when_to_call(props),
        Standalone::Accessibility => pages::article::article(props),
    }
}

fn index(section: Section, props: &PageProps<'_>) -> Vec<Node> {
    match section {
        Section::Places => pages::places::places(props),
        Section::Equipment => pages::equipment::equipment(props),
        Section::SupportiveCare => pages::supportive_care::supportive_care(props),
        Section::Team => pages::team::team(props),
        Section::Oncology | Section::Therapies | Section::SideEffects | Section::CarePathway | Section::Research => {
            pages::section::section(props, section)
        }
    }
}

fn topic(id: &PageId, props: &PageProps<'_>) -> Vec<Node> {
    let content = &props.context.content;
    if let Some(place) = content.place_of(id) {
        pages::place::place(props, place)
    } else if let Some(therapy) = content.therapy_of(id) {
        pages::therapy::therapy(props, therapy)
    } else if let Some(effect) = content.effect_of(id) {
        pages::therapy::effect(props, effect)
    } else {
        pages::article::article(props)
    }
}
