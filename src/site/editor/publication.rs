//! What must be known before the site may be published: the law's fields, medical reviews, numbers, fresh sources.

use crate::content::page::Review;
use crate::content::{Content, PageId};

/// A source older than this many years must be looked at again.
const OLD: u16 = 3;

/// Everything that stands in the way of publication, in French, for the practice.
#[must_use]
pub fn obstacles(content: &Content) -> Vec<String> {
    let site = &content.facts().site;
    let fields = [
        ("l'adresse du site (site.json, address)", site.address.is_none()),
        ("l'éditeur (site.json, publisher)", site.publisher.is_none()),
        ("le directeur de la publication (site.json, director)", site.director.is_none()),
        ("l'hébergeur (site.json, host)", site.host.is_none()),
        ("le numéro de l'équipe (site.json, contact.phone)", site.contact.phone.is_none()),
        ("l'adresse postale (site.json, contact.address)", site.contact.address.is_none()),
    ];
    let mut found: Vec<String> =
        fields.into_iter().filter(|(_, missing)| *missing).map(|(name, _)| format!("il manque {name}")).collect();
    let awaiting = |id: &PageId| content.body(id).is_some_and(|body| body.review == Review::Awaiting);
    let pages: Vec<String> =
        content.heads().map(|head| head.id.clone()).filter(awaiting).map(|id| id.to_string()).collect();
    if !pages.is_empty() {
        found.push(format!("{} page(s) attendent leur relecture médicale : {}", pages.len(), pages.join(", ")));
    }
    for place in content.facts().places.iter().filter(|place| place.phone.is_none()) {
        found.push(format!("il manque le numéro du lieu « {} » (places.json)", place.name));
    }
    let this_year: u16 = site.updated.to_string()[..4].parse().unwrap_or_default();
    let old: Vec<&str> = content
        .sources()
        .iter()
        .filter(|source| source.year.is_some_and(|year| year + OLD < this_year))
        .map(|source| source.id.as_str())
        .collect();
    if !old.is_empty() {
        found.push(format!("{} source(s) ont plus de {OLD} ans, à revoir : {}", old.len(), old.join(", ")));
    }
    found
}
