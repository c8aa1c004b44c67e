//! The whole content as one plain JSON value: for spreadsheets, reviewers and other programs.

use crate::content::visit::{self, Words};
use crate::content::{Dataset, PageId, Section};
use serde_json::{Value, json};

/// `{meta, pages: [{path, title, section, summary, blocks: [{type, items}], simple}], glossary: [{term, expansion, definition,
/// pronunciation, aliases, misspellings, pages}], everyday: [{pages, words, misspellings, alarm}]}`; pages by their path.
#[must_use]
pub fn export(data: &Dataset) -> Value {
    let site = &data.facts.site;
    let pages: Vec<Value> = data.pages.iter().map(|(id, page)| page_value(id, page)).collect();
    let glossary: Vec<Value> = data
        .terms
        .iter()
        .map(|term| {
            json!({
                "term": term.name.0,
                "expansion": term.expansion,
                "definition": term.definition.to_plain(),
                "pronunciation": term.pronunciation,
                "aliases": term.aliases,
                "misspellings": term.misspellings,
                "pages": paths(&term.pages),
            })
        })
        .collect();
    let everyday: Vec<Value> = data
        .everyday
        .iter()
        .map(|entry| {
            json!({
                "pages": paths(&entry.pages),
                "words": entry.words,
                "misspellings": entry.misspellings,
                "alarm": entry.alarm,
            })
        })
        .collect();
    json!({
        "meta": { "name": site.name.0, "schema": site.schema, "updated": site.updated.to_string() },
        "pages": pages,
        "glossary": glossary,
        "everyday": everyday,
    })
}

fn path(id: &PageId) -> String {
    format!("/{id}/")
}

fn paths(pages: &[PageId]) -> Vec<String> {
    pages.iter().map(path).collect()
}

fn page_value(id: &PageId, page: &crate::content::page::Page) -> Value {
    let blocks: Vec<Value> = page
        .blocks
        .iter()
        .map(|block| {
            let mut items = Vec::new();
            visit::block(block, "", &mut |_, words: Words<'_>| items.push(words.to_plain()));
            match <[String; 1]>::try_from(items) {
                Ok([text]) => json!({ "type": block.kind(), "text": text }),
                Err(items) => json!({ "type": block.kind(), "items": items }),
            }
        })
        .collect();
    let simple: Option<Vec<String>> =
        page.simple.as_ref().map(|simple| simple.lines.iter().map(crate::content::RichText::to_plain).collect());
    json!({
        "path": path(id),
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
        visit::page(page, &mut |_, words: Words<'_>| lines.push(words.to_plain()));
    }
    for term in &data.terms {
        lines.push(format!("{} {}", term.name, term.definition.to_plain()));
        lines.extend(term.expansion.iter().chain(&term.aliases).map(|text| text.0.clone()));
    }
    for entry in &data.everyday {
        lines.extend(entry.words.iter().map(|word| word.0.clone()));
    }
    lines.join("\n").replace('’', "'").replace(['\u{a0}', '\u{202f}'], " ")
}
