//! The top of every page: name, sections, and "Quand appeler ?", which is always in sight.

use super::drawing::drawing;
use super::icon::{Icon, icon};
use super::search_field::{search_link, search_panel};
use super::{Here, IntoStill, IntoStills};
use crate::content::PageId;
use crate::content::id::{Section, Standalone};
use crate::labels;
use leptos::prelude::*;

/// Skip link, name, ways in (a `details` menu; on wide screens the usual ones too), when to call.
pub fn site_header(here: &Here) -> AnyView {
    let home = PageId::Standalone(Standalone::Home);
    let call = PageId::Standalone(Standalone::WhenToCall);
    view! {
        <a class="skip-link" href="#contenu" rel="external">{labels::SKIP}</a>
        <header class="site-header">
            <div class="wrap site-header__bar">
                <a class="brand" href=here.href(&home) aria-current=here.current(&home)>
                    {drawing("marks-ipros", "brand__mark", "0 0 44 32", here)}
                    {here.content.facts.site.name.0.clone()}
                </a>
                <nav class="site-nav" aria-label=labels::QUICK_NAV>
                    <ul>{links(here, &QUICK.map(PageId::Index))}</ul>
                </nav>
                {search_link(here)}
                <a class="button call" href=here.href(&call) aria-current=here.current(&call)>
                    {icon(Icon::Phone, here)} {short(here, &call)}
                </a>
                <details class="menu">
                    <summary>{icon(Icon::Menu, here)} {labels::MENU}</summary>
                    <nav class="menu__panel wrap" aria-label=labels::MAIN_NAV>
                        <ul>{links(here, &menu(here))}</ul>
                    </nav>
                </details>
                {search_panel(here)}
            </div>
        </header>
    }
    .still()
}

/// The sections that have a place in the bar of wide screens.
const QUICK: [Section; 3] = [Section::Therapies, Section::SideEffects, Section::Places];

fn menu(here: &Here) -> Vec<PageId> {
    let sections = here.content.facts.sections.iter().map(|entry| PageId::Index(entry.section));
    sections.chain([Standalone::Contact, Standalone::SiteMap].map(PageId::Standalone)).collect()
}

fn links(here: &Here, pages: &[PageId]) -> AnyView {
    let each = pages.iter().map(|id| {
        view! { <li><a href=here.href(id) aria-current=here.current(id)>{short(here, id)}</a></li> }
    });
    each.stills()
}

/// The page's name in menus: a section's label, or the page's short title.
fn short(here: &Here, id: &PageId) -> String {
    match id {
        PageId::Index(section) => {
            here.content.section(*section).map_or_else(String::new, |entry| entry.label.0.clone())
        }
        _ => here.head(id).map_or_else(String::new, |head| head.short().to_owned()),
    }
}
