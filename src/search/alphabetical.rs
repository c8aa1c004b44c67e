//! Floor 1: things in alphabetical order, under their letters, as a French reader looks for them.

use crate::content::Content;
use crate::content::entity::Term;
use crate::route::Route;
use crate::text::fold::fold;
use crate::text::sort::order;

/// What stands in an alphabetical list: the words that it stands under, and where it leads.
struct Sorted<T> {
    key: String,
    value: T,
}

/// Puts entries in order; accents and capitals do not count. What stands twice stays once.
fn sorted<T>(mut entries: Vec<Sorted<T>>) -> Vec<(String, T)> {
    order(&mut entries, |a, b| a.key < b.key);
    entries.dedup_by(|a, b| a.key == b.key);
    entries.into_iter().map(|entry| (letter(&entry.key), entry.value)).collect()
}

/// The letter that a word stands under; digits and signs share one.
fn letter(folded: &str) -> String {
    match folded.chars().next() {
        Some(first) if first.is_ascii_lowercase() => first.to_ascii_uppercase().to_string(),
        _ => "0–9".to_owned(),
    }
}

/// The terms of the glossary, each with its letter.
#[must_use]
pub fn terms(content: &Content) -> Vec<(String, &Term)> {
    let key = |term: &Term| format!("{} {}", fold(&term.name.0), term.id);
    sorted(content.terms().iter().map(|term| Sorted { key: key(term), value: term }).collect())
}

/// The terms before and after one, in alphabetical order.
#[must_use]
pub fn neighbours<'c>(content: &'c Content, term: &Term) -> (Option<&'c Term>, Option<&'c Term>) {
    let all = terms(content);
    let Some(at) = all.iter().position(|(_, other)| other.id == term.id) else { return (None, None) };
    (at.checked_sub(1).map(|before| all[before].1), all.get(at + 1).map(|(_, after)| *after))
}

/// An entry of the index: what is looked for, and where it leads.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The words.
    pub words: String,
    /// Where they lead.
    pub route: Route,
}

/// Pages, terms and everyday words, each with its letter. A page's article does not count.
#[must_use]
pub fn index(content: &Content) -> Vec<(String, Entry)> {
    let mut entries = Vec::new();
    let mut add = |key: String, words: String, route: Route| {
        entries.push(Sorted { key, value: Entry { words, route } });
    };
    for head in content.heads().filter(|head| head.id.is_listed()) {
        let words = head.short().to_owned();
        add(fold(without_article(&words)), words, Route::Page(head.id.clone()));
    }
    for term in content.term_names() {
        add(format!("{} {}", fold(&term.name.0), term.id), term.full_name(), Route::Term(term.id.clone()));
    }
    let titles: Vec<String> = content.heads().map(|head| fold(without_article(head.short()))).collect();
    let names: Vec<String> = content.term_names().iter().map(|term| fold(&term.name.0)).collect();
    for entry in content.everyday() {
        let Some(head) = entry.pages.first().and_then(|page| content.head(page)) else { continue };
        // Words of one letter that lead to one page share an entry: the list stays one that can be read.
        let mut words: Vec<(String, &str)> =
            entry.words.iter().map(|words| (fold(&words.0), words.0.as_str())).collect();
        // A word that is the name of a page or a term stands there already.
        words.retain(|(key, _)| !titles.contains(key) && !names.contains(key));
        order(&mut words, |a, b| a.0 < b.0);
        for group in words.chunk_by(|(one, _), (other, _)| letter(one) == letter(other)) {
            let shown: Vec<&str> = group.iter().map(|(_, words)| *words).collect();
            add(group[0].0.clone(), shown.join(", "), Route::Page(head.id.clone()));
        }
    }
    sorted(entries)
}

/// « La biopsie » stands under B.
fn without_article(words: &str) -> &str {
    let articles = ["La ", "Le ", "Les ", "L’", "L'"];
    articles.iter().find_map(|article| words.strip_prefix(article)).unwrap_or(words)
}
