//! What is read into the index, and from where.

use super::fold::tokens;
use super::index::{Alarm, Field, Index};
use super::lexicon::Kind;
use super::stop::is_strong;
use crate::anchor::anchors;
use crate::content::entity::{Everyday, Term};
use crate::content::id::{PageId, Section, Standalone};
use crate::content::walk::{self, Words};
use crate::content::{Block, Content};
use crate::route::Route;

/// Pages that answer no question: what an unknown address shows, and the search itself.
const LEFT_OUT: [Standalone; 2] = [Standalone::NotFound, Standalone::Search];

/// How surely a name leads to the first, second … page that it is given for.
fn by_place(place: usize) -> f32 {
    [1.0, 0.86, 0.78, 0.72].get(place).copied().unwrap_or(0.66)
}

/// Titles, summaries, names, everyday words and terms.
pub(super) fn heads(content: &Content, index: &mut Index) {
    let found = |id: &PageId| !matches!(id, PageId::Standalone(page) if LEFT_OUT.contains(page));
    for head in content.heads().filter(|head| found(&head.id)) {
        let document = index.document(Route::Page(head.id.clone()), &head.title.0);
        index.name(document, Field::Title, &head.title.0, 1.0, Kind::Name);
        if let Some(label) = head.label.as_ref().filter(|label| **label != head.title) {
            index.name(document, Field::Title, &label.0, 1.0, Kind::Name);
        }
        summary(index, document, &head.summary.0);
    }
    for term in &content.facts.terms {
        let document = index.document(Route::Term(term.id.clone()), &term.name.0);
        index.name(document, Field::Title, &term.name.0, 1.0, Kind::Name);
        summary(index, document, &term.definition.to_plain());
    }
    entities(content, index);
    for entry in &content.facts.everyday {
        everyday(entry, index);
    }
    for entry in &content.facts.terms {
        term(entry, index);
    }
}

/// A summary or definition: the first text of its document.
fn summary(index: &mut Index, document: u16, text: &str) {
    let top = Index::top(document);
    index.text(top, Field::Summary, text, Kind::Text);
    index.parts[usize::from(top)].texts.push(text.into());
}

fn everyday(entry: &Everyday, index: &mut Index) {
    for (place, page) in entry.pages.iter().enumerate() {
        let Some(document) = page_document(index, page) else { continue };
        for words in &entry.words {
            index.name(document, Field::Alias, &words.0, by_place(place), Kind::Name);
        }
        for words in &entry.misspellings {
            index.name(document, Field::Alias, &words.0, 0.95 * by_place(place), Kind::Misspelling);
        }
    }
    if entry.alarm {
        for words in entry.words.iter().chain(&entry.misspellings) {
            let stems = index.stems(&words.0);
            let small = tokens(&words.0).into_iter().map(|word| word.plain).filter(|word| is_strong(word));
            if !stems.is_empty() {
                index.alarms.push(Alarm { stems, also: small.collect() });
            }
        }
    }
}

fn term(term: &Term, index: &mut Index) {
    let route = Route::Term(term.id.clone());
    let own = index.documents.iter().position(|document| document.route == route);
    let mut named: Vec<(u16, f32)> = own.map(|at| (at as u16, 1.0)).into_iter().collect();
    for (place, page) in term.pages.iter().enumerate() {
        named.extend(page_document(index, page).map(|document| (document, 0.8 * by_place(place))));
    }
    for (document, weight) in named {
        let names = term.expansion.iter().chain(&term.aliases);
        for (words, kind, weight) in names
            .map(|words| (words, Kind::Name, weight))
            .chain(term.misspellings.iter().map(|words| (words, Kind::Misspelling, 0.95 * weight)))
        {
            index.name(document, Field::Alias, &words.0, weight, kind);
        }
        if weight < 1.0 {
            index.name(document, Field::Alias, &term.name.0, weight, Kind::Name);
        }
    }
}

/// Names and texts of the dataset's lists, on the pages that show them.
fn entities(content: &Content, index: &mut Index) {
    let facts = &content.facts;
    let mut add = |page: &PageId, name: &str, weight: f32, about: &[String]| {
        let Some(document) = page_document(index, page) else { return };
        index.name(document, Field::Alias, name, weight, Kind::Name);
        for text in about {
            index.text(Index::top(document), Field::Body, text, Kind::Text);
        }
    };
    for entry in &facts.sections {
        add(&PageId::Index(entry.section), &entry.label.0, 1.0, &[]);
    }
    for therapy in &facts.therapies {
        add(&therapy.page, &therapy.name.0, 1.0, &[therapy.mechanism.to_plain()]);
    }
    for effect in &facts.effects {
        add(&effect.page, &effect.name.0, 1.0, &[]);
    }
    for place in &facts.places {
        let about: Vec<String> = place.activities.iter().map(|text| text.to_plain()).collect();
        add(&place.page, &place.name.0, 1.0, &about);
    }
    for one in &facts.establishments {
        if let Some(place) = content.place(&one.place) {
            add(&place.page, &one.name.0, 0.9, &[one.role.to_plain()]);
        }
    }
    for one in &facts.equipment {
        add(&PageId::Index(Section::Equipment), &one.name.0, 0.9, &[one.purpose.to_plain()]);
    }
    let specialties = facts.specialties.iter().map(|one| (&one.page, &one.name, &one.role));
    let professions = facts.professions.iter().map(|one| (&one.page, &one.name, &one.role));
    for (page, name, role) in specialties.chain(professions) {
        if let Some(page) = page {
            add(page, &name.0, 0.85, &[role.to_plain()]);
        }
    }
}

fn page_document(index: &Index, page: &PageId) -> Option<u16> {
    let is = |route: &Route| matches!(route, Route::Page(own) if own == page);
    index.documents.iter().position(|document| is(&document.route)).map(|at| at as u16)
}

/// The text of a page: a part for each heading.
pub(super) fn body(content: &Content, page: &PageId, document: u16, index: &mut Index) {
    let Some(body) = content.body(page) else { return };
    let mut part = Index::top(document);
    for (block, anchor) in body.blocks.iter().zip(anchors(&body.blocks)) {
        if let (Block::Heading(heading), Some(anchor)) = (block, anchor) {
            part = index.part(document, Some((heading.text.0.as_str().into(), anchor.as_str().into())));
        }
        let field = match block {
            Block::Heading(_) | Block::Subheading(_) => Field::Heading,
            _ => Field::Body,
        };
        walk::block(block, "", &mut |_, words: Words<'_>| {
            let text = words.to_plain();
            index.text(part, field, &text, Kind::Text);
            if field == Field::Body {
                index.parts[usize::from(part)].texts.push(text.into());
            }
        });
    }
    for line in body.simple.iter().flat_map(|simple| &simple.lines) {
        index.text(Index::top(document), Field::Twin, &line.to_plain(), Kind::Text);
    }
}
