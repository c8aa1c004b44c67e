//! Floor 1, native: what a page says of itself to machines (schema.org), as one pure function of (Route, Content).
//!
//! Only true facts: seven towns served, never seven clinics without a known address; no review date while a page awaits
//! its review.

use super::meta::meta;
use super::{Base, Route};
use crate::content::id::Standalone;
use crate::content::page::Review;
use crate::content::{Content, PageId};
use serde_json::{Value, json};

/// The JSON-LD graph of a route: the organisation, the page, and the way to it.
#[must_use]
pub fn structured(route: &Route, content: &Content, base: &Base) -> Value {
    json!({ "@context": "https://schema.org", "@graph": [
        organization(content), page(route, content, base), breadcrumb(route, content, base),
    ] })
}

/// The absolute address of a route once the site's address is known, else its path.
#[must_use]
pub fn address(route: &Route, content: &Content, base: &Base) -> String {
    let origin = content.facts().site.address.as_deref().unwrap_or_default().trim_end_matches('/');
    format!("{origin}{}", route.href(base))
}

fn organization(content: &Content) -> Value {
    let site = &content.facts().site;
    let towns: Vec<Value> =
        content.facts().places.iter().map(|place| json!({ "@type": "Place", "name": place.name.0 })).collect();
    let mut organization = json!({
        "@type": "MedicalOrganization",
        "@id": "#organisation",
        "name": site.name.0,
        "description": site.tagline.0,
        "areaServed": towns,
    });
    if let Some(phone) = &site.contact.phone {
        organization["telephone"] = json!(phone.0);
    }
    if let Some(address) = &site.address {
        organization["url"] = json!(address);
    }
    organization
}

fn page(route: &Route, content: &Content, base: &Base) -> Value {
    let meta = meta(route, content);
    let mut page = json!({
        "@type": "MedicalWebPage",
        "name": meta.title,
        "description": meta.description,
        "url": address(&meta.canonical, content, base),
        "inLanguage": "fr",
        "publisher": { "@id": "#organisation" },
        "audience": { "@type": "Patient" },
        "specialty": "https://schema.org/Oncologic",
    });
    if let Some(updated) = content.updated(route.page()) {
        page["dateModified"] = json!(updated.to_string());
    }
    if let Some(Review::Validated(by)) = content.body(route.page()).map(|body| body.review) {
        page["lastReviewed"] = json!(by.on.to_string());
        page["reviewedBy"] = json!({ "@type": "Person", "name": by.who.0, "jobTitle": by.role.0 });
    }
    page
}

fn breadcrumb(route: &Route, content: &Content, base: &Base) -> Value {
    let id = route.page();
    let mut trail = vec![PageId::Standalone(Standalone::Home)];
    if let PageId::Topic(section, _) = id {
        trail.push(PageId::Index(*section));
    }
    if *id != trail[0] {
        trail.push(id.clone());
    }
    let term = match route {
        Route::Term(id) => content.term(id).map(|term| (term.name.0.clone(), address(route, content, base))),
        _ => None,
    };
    let pages = trail.into_iter().filter_map(|id| {
        let name = content.head(&id)?.short().to_owned();
        Some((name, address(&Route::Page(id), content, base)))
    });
    let items: Vec<Value> = pages
        .chain(term)
        .enumerate()
        .map(|(at, (name, item))| json!({ "@type": "ListItem", "position": at + 1, "name": name, "item": item }))
        .collect();
    json!({ "@type": "BreadcrumbList", "itemListElement": items })
}
