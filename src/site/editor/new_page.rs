//! A new page's file, ready to be written, and its place at the end of its section.

use crate::content::site::SectionEntry;
use crate::content::{Dataset, PageId};
use anyhow::{Error, Result, bail};
use serde_json::json;

/// The page's file and the new `sections.json`, each as text.
///
/// # Errors
/// An id that is no page of a section, or that exists.
pub fn new_page(data: &Dataset, id: &str, title: &str) -> Result<(String, String)> {
    let id = PageId::parse(id).map_err(Error::msg)?;
    let PageId::Topic(section, slug) = &id else {
        bail!("« {id} » : écrire section/page, par exemple therapies/curietherapie");
    };
    if data.pages.contains_key(&id) {
        bail!("la page « {id} » existe déjà : pages/{id}.json");
    }
    let page = json!({
        "$schema": "../../page.schema.json",
        "title": title,
        "summary": "À écrire : une ou deux phrases qui disent ce que la page apporte.",
        "updated": data.facts.site.updated.to_string(),
        "review": "awaiting",
        "blocks": [
            { "callout": { "title": "En bref", "text": ["À écrire."] } },
            { "heading": { "text": "Une question que le patient se pose ?" } },
            { "paragraph": { "text": "À écrire.", "sources": [] } },
        ],
        "simple": { "lines": ["À écrire : une phrase par ligne."] },
    });
    let mut sections: Vec<SectionEntry> = data.facts.sections.clone();
    if let Some(entry) = sections.iter_mut().find(|entry| entry.section == *section) {
        entry.pages.push(slug.clone());
    }
    let sections = serde_json::to_string_pretty(&sections)?;
    Ok((format!("{page:#}\n"), format!("{sections}\n")))
}
