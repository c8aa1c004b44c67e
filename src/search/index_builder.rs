//! What is read into the index, and from where.

use super::index::{Alarm, Field, Index};
use super::lexicon::Kind;
use super::stop::is_strong;
use crate::content::anchor::anchors;
use crate::content::entity::{Everyday, TermName};
use crate::content::id::{PageId, Section, Standalone};
use crate::content::visit::{self, Words};
use crate::content::{Block, Content};
use crate::route::Route;
use crate::text::fold::tokens;

/// Pages that answer no question: what an unknown address shows, and the search itself.
const LEFT_OUT: [Standalone; 2] = [Standalone::NotFound, Standalone::Search];

/// How surely a name leads to the first, second … page that it is given for.
fn by_place(place: usize) -> f32 {
    [1.0, 0.86, 0.78, 0.72].get(place).copied().unwrap_or(0.66)
}

/// Builds an index in two stages and many small steps, so that it can answer at once and never holds up a page: first what
/// lists of pages know (titles, everyday words, terms), then the definitions, and the summary and body of one page after the
/// other, once the content has its texts.
#[derive(Clone, Debug)]
pub struct IndexBuilder {
    index: Index,
    /// What has not been read yet, last first.
    waiting: Vec<IndexTask>,
    texts_asked: bool,
}

impl IndexBuilder {
    /// Nothing is read yet.
    #[must_use]
    pub fn new(content: &Content) -> Self {
        let mut waiting = names(content);
        waiting.reverse();
        Self { index: Index::default(), waiting, texts_asked: false }
    }

    /// What is read so far.
    #[must_use]
    pub fn index(&self) -> &Index {
        &self.index
    }

    /// Ends the first stage: from now on the index can answer.
    pub fn read_names(&mut self, content: &Content) {
        while self.index.first_stage && self.step(content) {}
    }

    /// Reads a little more; `false` when nothing is left. Texts follow the names once the content has them.
    pub fn step(&mut self, content: &Content) -> bool {
        if self.waiting.is_empty() && !self.texts_asked && content.has_texts() {
            self.texts_asked = true;
            self.waiting = texts(content);
            self.waiting.reverse();
        }
        let Some(task) = self.waiting.pop() else { return false };
        read(content, &task, &mut self.index);
        self.index.first_stage = !self.texts_asked && !self.waiting.is_empty();
        true
    }

    /// Whether every text has been read.
    #[must_use]
    pub fn is_whole(&self) -> bool {
        self.texts_asked && self.waiting.is_empty()
    }

    /// The index of everything that the content has.
    #[must_use]
    pub fn whole(content: &Content) -> Index {
        let mut builder = Self::new(content);
        while builder.step(content) {}
        builder.index
    }
}

/// What is read in one go: little enough for an idle moment of an old phone.
#[derive(Clone, Debug)]
enum IndexTask {
    /// A page's titles.
    Head(PageId),
    /// A term's name, by its place in the dataset.
    Term(usize),
    /// The dataset's lists.
    Entities,
    /// An entry of everyday words, by its place in the dataset.
    Everyday(usize),
    /// The other names of a term, by its place in the dataset; its document.
    TermNames(usize, u16),
    /// The summary and the text of a page.
    Body(PageId),
    /// The definition of a term, by its place in the dataset; its document.
    Definition(usize, u16),
}

/// The names that the index needs before it can answer: documents first, then what refers to them.
fn names(content: &Content) -> Vec<IndexTask> {
    let pages = pages(content);
    let (terms, everyday) = (content.term_names().len(), content.everyday().len());
    let mut tasks: Vec<IndexTask> = pages.iter().cloned().map(IndexTask::Head).collect();
    tasks.extend((0..terms).map(IndexTask::Term));
    tasks.push(IndexTask::Entities);
    tasks.extend((0..everyday).map(IndexTask::Everyday));
    let document = |term: usize| (pages.len() + term) as u16;
    tasks.extend((0..terms).map(|term| IndexTask::TermNames(term, document(term))));
    tasks
}

/// The texts, which come later than the names.
fn texts(content: &Content) -> Vec<IndexTask> {
    let pages = pages(content);
    let document = |term: usize| (pages.len() + term) as u16;
    let definitions = (0..content.terms().len()).map(|term| IndexTask::Definition(term, document(term)));
    let definitions: Vec<IndexTask> = definitions.collect();
    definitions.into_iter().chain(pages.into_iter().map(IndexTask::Body)).collect()
}

fn pages(content: &Content) -> Vec<PageId> {
    let found = |id: &PageId| !matches!(id, PageId::Standalone(page) if LEFT_OUT.contains(page));
    content.heads().map(|head| head.id.clone()).filter(found).collect()
}

/// Reads a task of this content.
fn read(content: &Content, task: &IndexTask, index: &mut Index) {
    match task {
        IndexTask::Head(page) => head(content, page, index),
        IndexTask::Term(at) => term_document(&content.term_names()[*at], index),
        IndexTask::Entities => entities(content, index),
        IndexTask::Everyday(at) => everyday(&content.everyday()[*at], index),
        IndexTask::TermNames(at, document) => term_names(&content.term_names()[*at], *document, index),
        IndexTask::Body(page) => body(content, page, index),
        IndexTask::Definition(at, document) => {
            let text = content.terms()[*at].definition.to_plain();
            index.text(Index::top(*document), Field::Summary, &text, Kind::Text);
            index.parts[usize::from(Index::top(*document))].texts.push(text.into());
        }
    }
}

fn head(content: &Content, page: &PageId, index: &mut Index) {
    let Some(head) = content.head(page) else { return };
    let document = index.document(Route::Page(page.clone()), &head.title.0);
    index.name(&[(document, 1.0)], Field::Title, &head.title.0, Kind::Name);
    if let Some(label) = head.label.as_ref().filter(|label| **label != head.title) {
        index.name(&[(document, 1.0)], Field::Title, &label.0, Kind::Name);
    }
    index.parts[usize::from(Index::top(document))].texts.push(head.summary.0.as_str().into());
}

fn term_document(term: &TermName, index: &mut Index) {
    let document = index.document(Route::Term(term.id.clone()), &term.name.0);
    index.name(&[(document, 1.0)], Field::Title, &term.name.0, Kind::Name);
}

fn everyday(entry: &Everyday, index: &mut Index) {
    let named = documents(index, &entry.pages, 1.0);
    for words in &entry.words {
        index.name(&named, Field::Alias, &words.0, Kind::Name);
    }
    for words in &entry.misspellings {
        index.name(&named, Field::Alias, &words.0, Kind::Misspelling);
    }
    if entry.alarm {
        for words in entry.words.iter().chain(&entry.misspellings) {
            let words = tokens(&words.0);
            let stems = index.stems(&words);
            let small = words.into_iter().map(|word| word.plain).filter(|word| is_strong(word));
            if !stems.is_empty() {
                index.alarms.push(Alarm { stems, also: small.collect() });
            }
        }
    }
}

fn term_names(term: &TermName, own: u16, index: &mut Index) {
    let pages = documents(index, &term.pages, 0.8);
    index.name(&pages, Field::Alias, &term.name.0, Kind::Name);
    let named = [&[(own, 1.0)], pages.as_slice()].concat();
    for words in term.expansion.iter().chain(&term.aliases) {
        index.name(&named, Field::Alias, &words.0, Kind::Name);
    }
    for words in &term.misspellings {
        index.name(&named, Field::Alias, &words.0, Kind::Misspelling);
    }
}

/// The documents of pages that a word leads to, the first most surely.
fn documents(index: &Index, pages: &[PageId], sure: f32) -> Vec<(u16, f32)> {
    let weighted = |(place, page)| page_document(index, page).map(|document| (document, sure * by_place(place)));
    pages.iter().enumerate().filter_map(weighted).collect()
}

/// Names and texts of the dataset's lists, on the pages that show them.
fn entities(content: &Content, index: &mut Index) {
    let facts = content.facts();
    let mut add = |page: &PageId, name: &str, weight: f32, about: &[String]| {
        let Some(document) = page_document(index, page) else { return };
        index.name(&[(document, weight)], Field::Alias, name, Kind::Name);
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
fn body(content: &Content, page: &PageId, index: &mut Index) {
    let (Some(body), Some(document)) = (content.body(page), page_document(index, page)) else { return };
    let mut part = Index::top(document);
    if let Some(head) = content.head(page) {
        index.text(part, Field::Summary, &head.summary.0, Kind::Text);
    }
    for (block, anchor) in body.blocks.iter().zip(anchors(&body.blocks)) {
        if let (Block::Heading(heading), Some(anchor)) = (block, anchor) {
            part = index.part(document, Some((heading.text.0.as_str().into(), anchor.as_str().into())));
        }
        let field = match block {
            Block::Heading(_) | Block::Subheading(_) => Field::Heading,
            _ => Field::Body,
        };
        visit::block(block, "", &mut |_, words: Words<'_>| {
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
