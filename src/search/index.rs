//! The index: which parts of which pages hold a stem, and the names that a page answers to.
//!
//! `index_builder` reads it out of a content, in two stages and many small steps.

use super::lexicon::{Kind, Lexicon, StemId};
use super::stop::is_stop;
use crate::route::Route;
use crate::text::fold::{Token, joined, tokens};
use crate::text::sort::order;

/// Where in a page a word stands. The order is that of [`super::rank::FIELDS`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub enum Field {
    /// Title and short title.
    Title,
    /// What patients call it: names, everyday words, terms.
    Alias,
    /// Headings.
    Heading,
    /// The summary, or a term's definition.
    Summary,
    /// The text.
    Body,
    /// The plain-language twin.
    Twin,
}

/// How many fields there are.
pub const FIELD_COUNT: usize = 6;

/// A stem in a field of a part.
#[derive(Clone, Copy, Debug)]
pub struct Posting {
    /// The part.
    pub part: u16,
    /// The field.
    pub field: Field,
    /// How often.
    pub times: u8,
}

/// Where a stem stands.
#[derive(Clone, Debug, Default)]
pub struct Stem {
    /// In the order in which the texts were read.
    pub postings: Vec<Posting>,
    /// In how many documents.
    pub documents: u16,
    /// How many postings the first stage made: in any order, unlike the others, which come document by document.
    first: u16,
}

/// What a result opens: a page, or a term of the glossary.
#[derive(Clone, Debug)]
pub struct Document {
    /// Its address.
    pub route: Route,
    /// Its title.
    pub title: Box<str>,
    /// Words in each field.
    pub lengths: [u16; FIELD_COUNT],
}

/// A part of a document: its top, or what stands below a heading.
#[derive(Clone, Debug)]
pub struct Part {
    /// The document.
    pub document: u16,
    /// The heading and its anchor; none at the top.
    pub heading: Option<(Box<str>, Box<str>)>,
    /// Its texts as they stand on the page, for the lines of a result: reading the page again would cost more than the
    /// whole search.
    pub texts: Vec<Box<str>>,
    /// Words in its text.
    pub length: u16,
}

/// Something that a document is called: matched as a whole, as far as the query goes.
#[derive(Clone, Debug)]
pub struct Name {
    /// The document.
    pub document: u16,
    /// Its stems, without the words that say nothing (all of them when it has no other).
    pub stems: Box<[StemId]>,
    /// The name as it is compared as a whole.
    pub folded: Box<str>,
    /// How surely it names the document, from 0 to 1.
    pub weight: f32,
}

/// An expression that brings « Quand appeler ? » first.
#[derive(Clone, Debug)]
pub struct Alarm {
    /// Its stems.
    pub stems: Box<[StemId]>,
    /// Small words that it does not go without: « je vomis tout » is one, « je vomis » is none.
    pub also: Vec<String>,
}

/// The index of a dataset.
#[derive(Clone, Debug)]
pub struct Index {
    pub(super) lexicon: Lexicon,
    pub(super) stems: Vec<Stem>,
    pub(super) documents: Vec<Document>,
    pub(super) parts: Vec<Part>,
    pub(super) names: Vec<Name>,
    pub(super) alarms: Vec<Alarm>,
    /// Whether only names have been read: texts come document by document.
    pub(super) first_stage: bool,
}

impl Default for Index {
    /// Nothing is read yet.
    fn default() -> Self {
        Self {
            lexicon: Lexicon::default(),
            stems: Vec::new(),
            documents: Vec::new(),
            parts: Vec::new(),
            names: Vec::new(),
            alarms: Vec::new(),
            first_stage: true,
        }
    }
}

impl Index {
    /// Whether the content has this word, in these letters.
    #[must_use]
    pub fn knows(&self, plain: &str) -> bool {
        self.lexicon.word(plain).is_some()
    }

    /// Words, stems and postings: for figures.
    #[must_use]
    pub fn sizes(&self) -> [usize; 5] {
        let postings = self.stems.iter().map(|stem| stem.postings.len()).sum();
        [self.documents.len(), self.parts.len(), self.lexicon.words.len(), self.lexicon.stems(), postings]
    }

    /// About how many bytes the index takes in memory, without what the allocator adds: for figures.
    #[must_use]
    pub fn bytes(&self) -> usize {
        let postings = self.sizes()[4] * size_of::<Posting>() + self.stems.len() * size_of::<Stem>();
        let texts: usize = self.parts.iter().flat_map(|part| &part.texts).map(|text| text.len() + 8).sum();
        let words: usize = self.lexicon.words.iter().map(|word| 2 * word.plain.len() + size_of_val(word) + 24).sum();
        let names: usize = self.names.iter().map(|name| size_of_val(name) + 2 * name.stems.len()).sum();
        let parts = self.parts.len() * size_of::<Part>() + self.documents.len() * size_of::<Document>();
        postings + texts + words + names + parts
    }

    /// Adds a document with its first part.
    pub(super) fn document(&mut self, route: Route, title: &str) -> u16 {
        let document = self.documents.len() as u16;
        self.documents.push(Document { route, title: title.into(), lengths: [0; FIELD_COUNT] });
        self.part(document, None);
        document
    }

    /// Adds a part.
    pub(super) fn part(&mut self, document: u16, heading: Option<(Box<str>, Box<str>)>) -> u16 {
        let part = self.parts.len() as u16;
        self.parts.push(Part { document, heading, texts: Vec::new(), length: 0 });
        part
    }

    /// The first part of a document: documents are added before any further part.
    pub(super) fn top(document: u16) -> u16 {
        document
    }

    /// Adds a text.
    pub(super) fn text(&mut self, part: u16, field: Field, text: &str, kind: Kind) {
        for token in tokens(text) {
            if let Some(stem) = self.note(text, &token, kind) {
                self.count(stem, part, field);
            }
        }
    }

    /// Notes a word; its stem, when it says something.
    fn note(&mut self, text: &str, token: &Token, kind: Kind) -> Option<StemId> {
        let stop = is_stop(&token.plain);
        if token.plain.len() < 2 || (stop && kind == Kind::Text) {
            return None;
        }
        self.lexicon.note(&token.plain, &text[token.start..token.end], kind).filter(|_| !stop)
    }

    fn count(&mut self, stem: StemId, part: u16, field: Field) {
        self.posting(stem, part, field);
        let part = &mut self.parts[usize::from(part)];
        let length = &mut self.documents[usize::from(part.document)].lengths[field as usize];
        *length = length.saturating_add(1);
        if field == Field::Body || field == Field::Heading {
            part.length = part.length.saturating_add(1);
        }
    }

    fn posting(&mut self, stem: StemId, part: u16, field: Field) {
        let at = usize::from(stem);
        if self.stems.len() <= at {
            self.stems.resize_with(at + 1, Stem::default);
        }
        let first_stage = self.first_stage;
        let stem = &mut self.stems[at];
        match stem.postings.last_mut() {
            Some(last) if last.part == part && last.field == field => last.times = last.times.saturating_add(1),
            _ => {
                let document = |part: u16| self.parts[usize::from(part)].document;
                let own = document(part);
                let first = &stem.postings[..usize::from(stem.first)];
                let known = stem.postings.last().into_iter().chain(first).any(|other| document(other.part) == own);
                stem.documents += u16::from(!known);
                stem.first += u16::from(first_stage);
                stem.postings.push(Posting { part, field, times: 1 });
            }
        }
    }

    /// Adds what documents are called, each as surely as its weight says, and the words to the field of names.
    pub(super) fn name(&mut self, documents: &[(u16, f32)], field: Field, text: &str, kind: Kind) {
        let words = tokens(text);
        let noted: Vec<StemId> = words.iter().filter_map(|word| self.note(text, word, kind)).collect();
        let stems = if noted.is_empty() { self.stems(&words) } else { once(noted.clone()) };
        let folded: Box<str> = joined(&words).into();
        for (document, weight) in documents {
            for stem in &noted {
                self.count(*stem, Self::top(*document), field);
            }
            if !stems.is_empty() {
                let weight = if kind == Kind::Misspelling { 0.95 * weight } else { *weight };
                self.names.push(Name { document: *document, stems: stems.clone(), folded: folded.clone(), weight });
            }
        }
    }

    /// The first text of a document: its summary, or a term's definition.
    pub(super) fn summary(&self, document: usize) -> &str {
        self.parts.get(document).and_then(|top| top.texts.first()).map_or("", |text| text)
    }

    /// How rare a stem is: the usual inverse document frequency.
    pub(super) fn idf(&self, stem: StemId) -> f32 {
        let with = f32::from(self.stems.get(usize::from(stem)).map_or(0, |stem| stem.documents));
        // A word that stands in names only, because it says little (« que faire »), still counts a little there.
        if with == 0.0 {
            0.3
        } else {
            logarithm(1.0 + (self.documents.len() as f32 - with + 0.5).max(0.0) / (with + 0.5))
        }
    }

    /// The stems of words that have been noted, without those that say nothing; all of them when there is no other.
    pub(super) fn stems(&self, words: &[Token]) -> Box<[StemId]> {
        let telling = words.iter().any(|word| !is_stop(&word.plain));
        let words = words.iter().filter(|word| !telling || !is_stop(&word.plain));
        once(words.filter_map(|word| self.lexicon.stem(&word.plain)).collect())
    }
}

/// Sorted, each once.
fn once(mut stems: Vec<StemId>) -> Box<[StemId]> {
    order(&mut stems, |a, b| a < b);
    stems.dedup();
    stems.into()
}

/// Natural logarithm of a number from 1 up, to about a thousandth: the exact one would bring libm's tables into the wasm.
fn logarithm(mut value: f32) -> f32 {
    let mut doublings = 0.0;
    while value > 2.0 {
        value /= 2.0;
        doublings += 1.0;
    }
    let x = (value - 1.0) / (value + 1.0);
    let square = x * x;
    doublings * core::f32::consts::LN_2 + 2.0 * x * (1.0 + square / 3.0 + square * square / 5.0)
}
