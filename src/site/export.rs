//! The whole content as one plain JSON value: for spreadsheets, reviewers and other programs.

use crate::content::walk::{self, Words};
use crate::content::{Dataset, PageId, Section};
use serde_json::{Value, json};

/// `{meta, pages: [{path, title, section, summary, blocks: [{type, items}]}], glossary: [{term, definition, aliases}]}`.
#[must_use]
pub fn export(data: &Dataset) -> Value {
    let site = &data.facts.site;
    let pages: Vec<Value> = data.pages.iter().map(|(id, page)| page_value(id, page)).collect();
    let glossary: Vec<Value> = data
        .facts
        .terms
        .iter()
        .map(|term| {
            let aliases: Vec<&str> = term.aliases.iter().map(|alias| alias.0.as_str()).collect();
            json!({ "term": term.name.0, "definition": term.definition.to_plain(), "aliases": aliases })
        })
        .collect();
    json!({
        "meta": { "name": site.name.0, "schema": site.schema, "updated": site.updated.to_string() },
        "pages": pages,
        "glossary": glossary,
    })
}

fn page_value(id: &PageId, page: &crate::content::page::Page) -> Value {
    let blocks: Vec<Value> = page
        .blocks
        .iter()
        .map(|block| {
            let mut items = Vec::new();
            walk::block(block, "", &mut |_, words: Words<'_>| items.push(words.to_plain()));
            match <[String; 1]>::try_from(items) {
                Ok([text]) => json!({ "type": block.kind(), "text": text }),
                Err(items) => json!({ "type": block.kind(), "items": items }),
            }
        })
        .collect();
    let simple: Option<Vec<String>> =
        page.simple.as_ref().map(|simple| simple.lines.iter().map(crate::content::RichText::to_plain).collect());
    json!({
        "path": format!("/{id}/"),
        "title": page.title.0,
        "section": id.section().map(Section::as_str),
        "summary": page.summary.0,
        "blocks": blocks,
        "simple": simple,
    })
}

/// Every text of the pages and the glossary, one a line, with the spaces and apostrophes that a spelling checker knows.
#[must_use]
pub fn texts(data: &Dataset) -> String {
    let mut lines = Vec::new();
    for page in data.pages.values() {
        walk::page(page, &mut |_, words: Words<'_>| lines.push(words.to_plain()));
    }
    for term in &data.facts.terms {
        lines.push(format!("{} {}", term.name, term.definition.to_plain()));
    }
    lines.join("\n").replace('’', "'").replace(['\u{a0}', '\u{202f}'], " ")
}
