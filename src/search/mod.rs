//! Floor 1: search over the dataset. Knows neither Leptos nor the browser: a text goes in, an [`Answer`] comes out.
//!
//! ```text
//! Content ──index_builder──► Index (lexicon, postings, names) ◄──read── Query (needs) ◄── what was typed
//!                        └──────────────rank──────────────┘
//!                                  └► Answer: hits with anchor and marked snippet
//! ```
//!
//! # How words meet
//!
//! Texts and queries are folded alike ([`fold`](crate::text::fold)): small letters, no accents, œ and æ opened, apostrophes and hyphens between
//! words. Words that say nothing (articles, pronouns, « comment », « que faire ») are left out ([`stop`]). Each remaining word
//! becomes a [`query::QueryTerm`], a set of stems with a weight:
//!
//! 1. the word itself, by its light stem ([`stem`]): 1;
//! 2. while the last word is being typed, the words that begin with it: up to 0.9, less when little of them is there;
//! 3. a word that the content does not have is a slip: one letter from 4 letters, two from 8, swapped letters counting one
//!    ([`distance`]), or the same sound ([`phonetic`]): up to 0.95. The likeliest one is offered as « Vouliez-vous dire »;
//! 4. two words that are one in the content (`radio thérapie`), one word that is several (`prisedesang`).
//!
//! # How documents are ranked
//!
//! A document is a page, with its plain-language twin as one of its fields, or a term of the glossary. Its score is
//!
//! `(BM25F × (¼ + ¾ c²) + 0.45 × best part + 14 × name) × prior`
//!
//! - **BM25F** ([`rank::FIELDS`]): a need's occurrences in title, names, headings, summary, text and twin are weighted, then
//!   saturated together. Of the stems that meet one need only the best counts.
//! - **c** is the share of the query, by rarity, that the page has at all: a page with every word beats one with one word often.
//! - **best part**: the same sum over one heading's text. It favours pages where the words stand together, and it is where the
//!   result leads (`#anchor`).
//! - **name**: what a page is called, by its title, by the dataset's lists, and by patients (`everyday.json`), is matched as a
//!   whole: (share of the query said by the name)² × (share of the name said by the query)² × how surely the name means that
//!   page; 1.3 times as much when the query is that name word for word. That is what brings « mes cheveux tombent » to its page, and every title to its own page first.
//! - **prior**: a term stands a little behind a page that answers as well (0.8), and before it when the query asks what a word
//!   means (1.2).
//!
//! # Alarm words
//!
//! When the query says a word that `everyday.json` marks as an alarm (a fever, breathlessness, bleeding …), the page « Quand
//! appeler ? » comes first, with its own summary. The same fixed text for everyone: search judges nobody.
//!
//! # When it is built
//!
//! [`IndexBuilder`] builds it in the browser from the content that the program has: no file of its own to fetch, nothing to keep
//! in step, newer content is indexed by the same code. Titles, names and terms first, then one body at a time in idle moments.

pub mod alphabetical;
pub mod distance;
pub mod index;
mod index_builder;
pub mod lexicon;
pub mod phonetic;
pub mod query;
pub mod rank;
pub mod snippet;
pub mod stem;
pub mod stop;

pub use index::Index;
pub use index_builder::IndexBuilder;
pub use snippet::Snippet;

use crate::content::Section;
use crate::content::id::{PageId, Standalone};
use crate::route::Route;
use query::Query;
use rank::Scored;
use snippet::Wanted;

/// Results while words are typed: quickly built on an old phone, and as many as one reads.
pub const FEW: usize = 6;
/// Results when more are asked for.
pub const MANY: usize = 30;

/// One result.
#[derive(Clone, Debug, PartialEq)]
pub struct Hit {
    /// The page or term.
    pub route: Route,
    /// Its title, what was looked for marked.
    pub title: Snippet,
    /// The heading that answers best, and its anchor.
    pub heading: Option<(Snippet, String)>,
    /// Higher is better, within one answer.
    pub score: f32,
    /// A passage of the original text.
    pub snippet: Snippet,
}

impl Hit {
    /// The section that the result is listed under; terms and pages outside the sections have none.
    #[must_use]
    pub fn section(&self) -> Option<Section> {
        self.route.page().section()
    }
}

/// What a query gets.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answer {
    /// Best first.
    pub hits: Vec<Hit>,
    /// How many documents answer, shown or not.
    pub total: usize,
    /// The query with the words that were probably meant.
    pub did_you_mean: Option<String>,
    /// When nothing answers: what comes nearest.
    pub nearest: Vec<(Route, String)>,
}

/// Answers a query with at most `most` results.
#[must_use]
pub fn search(index: &Index, text: &str, most: usize) -> Answer {
    let query = Query::read(text, &index.lexicon);
    let mut found = rank::rank(index, &query);
    let alarm = rank::alarms(index, &query);
    if alarm {
        first_when_to_call(index, &mut found);
    }
    let total = found.len();
    let sure = |(stem, weight): &(u16, f32)| (*weight >= 0.3).then_some(*stem);
    let wanted = Wanted { stems: query.terms.iter().flat_map(|term| term.stems.iter().filter_map(sure)).collect() };
    let mut hits: Vec<Hit> = found.iter().take(most).map(|scored| hit(index, scored, &wanted)).collect();
    if let Some(first) = hits.first_mut().filter(|_| alarm) {
        first.snippet = Snippet { text: index.summary(found[0].document).to_owned(), marks: Vec::new() };
    }
    let nearest = if hits.is_empty() { nearest(index, text) } else { Vec::new() };
    Answer { hits, total, did_you_mean: query.did_you_mean, nearest }
}

/// Puts « Quand appeler ? » first, whole.
fn first_when_to_call(index: &Index, found: &mut Vec<Scored>) {
    let page = Route::Page(PageId::Standalone(Standalone::WhenToCall));
    let Some(document) = index.documents.iter().position(|document| document.route == page) else { return };
    found.retain(|scored| scored.document != document);
    let score = found.first().map_or(1.0, |first| first.score);
    found.insert(0, Scored { document, part: document, best: document, score });
}

fn hit(index: &Index, scored: &Scored, wanted: &Wanted) -> Hit {
    let document = &index.documents[scored.document];
    // A page that is wanted whole, by a name that its first lines do not say, opens where its text does.
    let wide = &index.parts[scored.part];
    let said = wanted.says(index, &document.title) || wide.texts.iter().any(|text| wanted.says(index, text));
    let part = if said { wide } else { &index.parts[scored.best] };
    let heading = part.heading.as_ref();
    Hit {
        route: document.route.clone(),
        title: wanted.mark(index, document.title.to_string()),
        heading: heading.map(|(words, anchor)| (wanted.mark(index, words.to_string()), anchor.to_string())),
        score: scored.score,
        snippet: snippet::snippet(index, part, wanted),
    }
}

/// The documents whose names look or sound most like what was typed.
fn nearest(index: &Index, text: &str) -> Vec<(Route, String)> {
    // No name is longer; a pasted text must not stop the page.
    let short = text.char_indices().nth(80).map_or(text, |(at, _)| &text[..at]);
    let typed = crate::text::fold::fold(short);
    if typed.len() < 2 {
        return Vec::new();
    }
    // Pairs of letters in common, as a share of both words' pairs: the further slips that guessing leaves out.
    let alike = |title: &str| {
        let pairs = |text: &str| text.as_bytes().windows(2).map(<[u8]>::to_vec).collect::<Vec<_>>();
        let (own, theirs) = (pairs(&typed), pairs(&crate::text::fold::fold(title)));
        let common = own.iter().filter(|pair| theirs.contains(pair)).count();
        2.0 * common as f32 / (own.len() + theirs.len()).max(1) as f32
    };
    let mut found: Vec<(f32, usize)> =
        index.documents.iter().enumerate().map(|(at, document)| (alike(&document.title), at)).collect();
    crate::text::sort::order(&mut found, |a, b| a.0 > b.0);
    let near = found.into_iter().take(3).filter(|(alike, _)| *alike > 0.2);
    near.map(|(_, at)| (index.documents[at].route.clone(), index.documents[at].title.to_string())).collect()
}
