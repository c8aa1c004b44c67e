//! The bottom of every page: the sea. Ways on, pages about the site, emergency numbers, the date of the content.

use super::drawing::stretched;
use super::{Here, IntoStill, IntoStills};
use crate::content::PageId;
use crate::content::id::Standalone;
use crate::labels;
use leptos::prelude::*;

/// Sections, pages about the site, numbers, name, date; on paper, the page's address too.
pub fn site_footer(here: &Here) -> AnyView {
    let site = &here.content.facts.site;
    let sections = here.content.facts.sections.iter().map(|entry| {
        view! { <li><a href=here.href(&PageId::Index(entry.section))>{entry.label.0.clone()}</a></li> }
    });
    let about = [
        Standalone::WhenToCall,
        Standalone::Contact,
        Standalone::SiteMap,
        Standalone::Glossary,
        Standalone::Index,
        Standalone::Changes,
        Standalone::Accessibility,
        Standalone::Privacy,
        Standalone::Legal,
    ];
    let about = about.into_iter().map(PageId::Standalone).map(|id| {
        let words = here.head(&id).map_or_else(String::new, |head| head.short().to_owned());
        view! { <li><a href=here.href(&id)>{words}</a></li> }
    });
    view! {
        {stretched("marks-rivage", "shore", here)}
        <footer class="site-footer">
            <div class="wrap">
                <div class="site-footer__links">
                    <ul>{sections.stills()}</ul>
                    <ul>{about.stills()}</ul>
                    <ul>
                        <li><a href="tel:15">{labels::CALL_15}</a></li>
                        <li><a href="tel:112">{labels::CALL_112}</a></li>
                        <li><a href="sms:114">{labels::TEXT_114}</a></li>
                    </ul>
                </div>
                <p>
                    {site.name.0.clone()} ", " {site.tagline.0.clone()} ". " {labels::UPDATED} " "
                    <time datetime=site.updated.to_string()>{site.updated.in_french()}</time> ". " {labels::NO_ADVICE}
                </p>
                <p class="on-paper">{labels::ADDRESS_OF_PAGE} " " {address(here)}</p>
            </div>
        </footer>
    }
    .still()
}

/// Where the page stands: the whole address once the site has one.
fn address(here: &Here) -> String {
    let origin = here.content.facts.site.address.as_deref().unwrap_or_default();
    format!("{}{}", origin.trim_end_matches('/'), here.route.href(&here.base))
}
