//! The bottom of every page: the site map's first level, the legal pages, the date of the content.

use super::{Here, IntoStill};
use crate::content::PageId;
use crate::content::id::Standalone;
use crate::labels;
use leptos::prelude::*;

/// Sections, pages about the site, name and date.
pub fn site_footer(here: &Here) -> AnyView {
    let site = &here.content.facts.site;
    let sections = here.content.facts.sections.iter().map(|entry| {
        view! { <li><a href=here.href(&PageId::Index(entry.section))>{entry.label.0.clone()}</a></li> }
    });
    let about = [
        Standalone::WhenToCall,
        Standalone::Contact,
        Standalone::SiteMap,
        Standalone::Accessibility,
        Standalone::Privacy,
        Standalone::Legal,
    ];
    let about = about.into_iter().map(PageId::Standalone).map(|id| {
        let words = here.head(&id).map_or_else(String::new, |head| head.short().to_owned());
        view! { <li><a href=here.href(&id)>{words}</a></li> }
    });
    view! {
        <footer class="site-footer">
            <div class="wrap">
                <ul class="site-footer__links">{sections.collect_view()} {about.collect_view()}</ul>
                <p>
                    {site.name.0.clone()} ", " {site.tagline.0.clone()} ". " {labels::UPDATED} " "
                    <time datetime=site.updated.to_string()>{site.updated.in_french()}</time> "."
                </p>
            </div>
        </footer>
    }
    .still()
}
