//! Floor 1: things in alphabetical order, under their letters, as a French reader looks for them.

use crate::content::Content;
use crate::content::entity::Term;
use crate::route::Route;
use crate::search::fold::fold;
use std::collections::BTreeMap;

/// Entries under a letter, in order. Accents and capitals do not count, nor does the article of a page's title.
pub type Letters<T> = BTreeMap<String, BTreeMap<String, T>>;

/// The letter that a word stands under; digits and signs share one.
fn letter(folded: &str) -> String {
    match folded.chars().next() {
        Some(first) if first.is_ascii_lowercase() => first.to_ascii_uppercase().to_string(),
        _ => "0–9".to_owned(),
    }
}

fn add<T>(letters: &mut Letters<T>, words: &str, more: &str, value: T) {
    let folded = fold(words);
    letters.entry(letter(&folded)).or_default().entry(format!("{folded} {more}")).or_insert(value);
}

/// The terms of the glossary.
#[must_use]
pub fn terms(content: &Content) -> Letters<&Term> {
    let mut letters = Letters::new();
    for term in &content.facts.terms {
        add(&mut letters, &term.name.0, term.id.as_str(), term);
    }
    letters
}

/// The terms before and after one, in alphabetical order.
#[must_use]
pub fn neighbours<'c>(content: &'c Content, term: &Term) -> (Option<&'c Term>, Option<&'c Term>) {
    let all: Vec<&Term> = terms(content).into_values().flat_map(BTreeMap::into_values).collect();
    let Some(at) = all.iter().position(|other| other.id == term.id) else { return (None, None) };
    (at.checked_sub(1).map(|before| all[before]), all.get(at + 1).copied())
}

/// An entry of the index: what is looked for, and where it leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The words.
    pub words: String,
    /// Where they lead.
    pub route: Route,
    /// The title of that page, when the words say something else.
    pub title: Option<String>,
}

/// Pages, terms and everyday words.
#[must_use]
pub fn index(content: &Content) -> Letters<Entry> {
    let mut letters = Letters::new();
    for head in content.heads().filter(|head| head.id.is_listed()) {
        let words = head.short().to_owned();
        let route = Route::Page(head.id.clone());
        add(&mut letters, without_article(&words), "", Entry { words: words.clone(), route, title: None });
    }
    for term in &content.facts.terms {
        let entry = Entry { words: term.full_name(), route: Route::Term(term.id.clone()), title: None };
        add(&mut letters, &term.name.0, "mot", entry);
    }
    for entry in &content.facts.everyday {
        let Some(head) = entry.pages.first().and_then(|page| content.head(page)) else { continue };
        for words in &entry.words {
            let route = Route::Page(head.id.clone());
            let title = Some(head.short().to_owned());
            add(&mut letters, &words.0, "", Entry { words: words.0.clone(), route, title });
        }
    }
    letters
}

/// « La biopsie » stands under B.
fn without_article(words: &str) -> &str {
    let articles = ["La ", "Le ", "Les ", "L’", "L'"];
    articles.iter().find_map(|article| words.strip_prefix(article)).unwrap_or(words)
}
