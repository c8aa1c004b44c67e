//! The top of every page: name, sections, and "Quand appeler ?", which is always in sight.

use super::icon::{Icon, icon};
use super::search_field::{search_link, search_panel};
use super::{Here, IntoStill};
use crate::content::PageId;
use crate::content::id::Standalone;
use crate::labels;
use leptos::prelude::*;

/// Skip link, name, sections (a `details` menu on narrow screens), when to call.
pub fn site_header(here: &Here) -> AnyView {
    let home = PageId::Standalone(Standalone::Home);
    let call = PageId::Standalone(Standalone::WhenToCall);
    let call_words = here.head(&call).map_or_else(String::new, |head| head.short().to_owned());
    view! {
        <a class="skip-link" href="#contenu" rel="external">{labels::SKIP}</a>
        <header class="site-header">
            <div class="wrap site-header__bar">
                <a class="brand" href=here.href(&home) aria-current=here.current(&home)>
                    {here.content.facts.site.name.0.clone()}
                </a>
                <a class="button call" href=here.href(&call) aria-current=here.current(&call)>
                    {icon(Icon::Phone)} {call_words}
                </a>
                {search_link(here)}
                <details class="menu">
                    <summary>{icon(Icon::Menu)} {labels::MENU}</summary>
                    <nav class="menu__panel wrap" aria-label=labels::MAIN_NAV>
                        <ul>{sections(here)}</ul>
                    </nav>
                </details>
                {search_panel(here)}
            </div>
        </header>
    }
    .still()
}

fn sections(here: &Here) -> AnyView {
    let sections = here.content.facts.sections.iter().map(|entry| {
        let id = PageId::Index(entry.section);
        (id, entry.label.0.clone())
    });
    let more = [Standalone::Contact, Standalone::SiteMap].map(PageId::Standalone).map(|id| {
        let words = here.head(&id).map_or_else(String::new, |head| head.short().to_owned());
        (id, words)
    });
    sections
        .chain(more)
        .map(|(id, words)| {
            let current = here.current(&id);
            view! { <li><a href=here.href(&id) aria-current=current>{words}</a></li> }
        })
        .collect_view()
        .still()
}
