//! The top of every page: name, sections, and "Quand appeler ?", which is always in sight.

use super::PageContext;
use super::drawing::drawing;
use super::icon::{Icon, icon};
use super::search_field::search_link;
use crate::content::PageId;
use crate::content::id::{Section, Standalone};
use crate::labels;
use crate::view::{Element, el};

/// The id of the bar, where the search opens below the rest.
pub const BAR: &str = "barre";

/// Skip link, name, ways in (a `details` menu; on wide screens the usual ones too), when to call.
pub fn site_header(context: &PageContext) -> [Element; 2] {
    let home = PageId::Standalone(Standalone::Home);
    let call = PageId::Standalone(Standalone::WhenToCall);
    let skip = el("a").class("skip-link").attr("href", "#contenu").attr("rel", "external").text(labels::SKIP);
    let mark = drawing("marks-ipros", "brand__mark", "0 0 44 32", context);
    let brand = way(context, &home).class("brand").child(mark).text(&context.content.facts().site.name.0);
    let quick = el("nav").class("site-nav").attr("aria-label", labels::QUICK_NAV);
    let quick = quick.child(links(context, &QUICK.map(PageId::Index)));
    let call = way(context, &call).class("button call").child(icon(Icon::Phone, context)).text(context.short(&call));
    let panel = el("nav").class("menu__panel wrap").attr("aria-label", labels::MAIN_NAV);
    let menu = el("details")
        .class("menu")
        .child(el("summary").child(icon(Icon::Menu, context)).text(labels::MENU))
        .child(panel.child(links(context, &menu(context))));
    let bar = el("div").class("wrap site-header__bar").attr("id", BAR);
    let bar = bar.child(brand).child(quick).child(search_link(context)).child(call).child(menu);
    [skip, el("header").class("site-header").child(bar)]
}

/// A link to a page, which says when the page is this one.
fn way(context: &PageContext, id: &PageId) -> Element {
    el("a").attr("href", context.href(id)).attr_if("aria-current", context.current(id))
}

/// The sections that have a place in the bar of wide screens.
const QUICK: [Section; 3] = [Section::Therapies, Section::SideEffects, Section::Places];

fn menu(context: &PageContext) -> Vec<PageId> {
    let sections = context.content.facts().sections.iter().map(|entry| PageId::Index(entry.section));
    sections.chain([Standalone::Contact, Standalone::SiteMap].map(PageId::Standalone)).collect()
}

fn links(context: &PageContext, pages: &[PageId]) -> Element {
    el("ul").children(pages.iter().map(|id| el("li").child(way(context, id).text(name(context, id)))))
}

/// The page's name in menus: a section's label, or the page's short title.
fn name(context: &PageContext, id: &PageId) -> String {
    match id {
        PageId::Index(section) => {
            context.content.section(*section).map_or_else(String::new, |entry| entry.label.0.clone())
        }
        _ => context.short(id),
    }
}
