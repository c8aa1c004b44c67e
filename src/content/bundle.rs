//! The checked dataset as text: what the program carries ([`Dataset::to_core`]) and what it fetches ([`Dataset::to_bundle`]).
//!
//! One JSON value a line, each read when it is first needed:
//!
//! | line | what | in the program | in the bundle |
//! |---|---|---|---|
//! | 1 | schema, facts, every page's head | yes | yes |
//! | 2 | everyday words | yes | yes |
//! | 3 | names of the terms | yes | yes |
//! | 4 | when each page's text was changed | | yes |
//! | 5 | texts of the terms | | yes |
//! | 6 | sources | | yes |
//! | then | `<page id> <body>`, one line a page | | yes |
//!
//! The bundle of the very build begins with the core that the program carries; any other bundle is newer content.

use super::dataset::{Dataset, Facts};
use super::date::Date;
use super::entity::{Establishment, Everyday, Place, SideEffect, Source, Term, TermName, TermText, Therapy};
use super::id::{EstablishmentId, PageId, PlaceId, Section, SourceId, TermId, TherapyId};
use super::page::{PageBody, PageHead};
use super::site::SectionEntry;
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use std::borrow::Cow;
use std::collections::BTreeMap;
use std::ops::Range;
use std::sync::OnceLock;

/// Version of this form. A bundle of another version is refused, by the build and in an open tab.
pub const BUNDLE_VERSION: u32 = 2;

/// Lines of the core.
const CORE_LINES: usize = 3;

#[derive(Clone, Debug, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Core {
    schema: u32,
    facts: Facts,
    heads: Vec<PageHead>,
}

/// Why a bundle is not taken.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BundleError {
    /// A line is missing, or a body's line has no page id.
    Cut,
    /// The bundle is of another version.
    Schema(u32),
    /// A line is not the JSON that it should be.
    Json,
    /// Heads and bodies do not name the same pages.
    Pages,
}

/// The dataset at run time: each part is read when it is first needed. Without its texts it can list, name and search by
/// name; [`Content::attach`] brings the texts.
#[derive(Clone, Debug)]
pub struct Content {
    core: Cow<'static, str>,
    read: OnceLock<Listed>,
    everyday: OnceLock<Vec<Everyday>>,
    names: OnceLock<Vec<TermName>>,
    texts: OnceLock<Texts>,
}

/// Facts, and heads by page.
type Listed = (Facts, BTreeMap<PageId, PageHead>);

/// The part of the bundle after the core.
#[derive(Clone, Debug)]
struct Texts {
    bundle: Box<str>,
    lines: [Range<usize>; 3],
    bodies: BTreeMap<PageId, Range<usize>>,
    updated: OnceLock<BTreeMap<PageId, Date>>,
    terms: OnceLock<Vec<Term>>,
    sources: OnceLock<Vec<Source>>,
}

impl Dataset {
    /// The text that the program carries. The same dataset always gives the same bytes, and a dataset that differs in the texts
    /// of pages, terms and sources alone gives them too.
    #[must_use]
    pub fn to_core(&self) -> String {
        let heads = self.pages.iter().map(|(id, page)| page.head(id.clone())).collect();
        let core = Core { schema: BUNDLE_VERSION, facts: self.facts.clone(), heads };
        let names: Vec<TermName> = self.terms.iter().map(Term::to_name).collect();
        format!("{}\n{}\n{}\n", json(&core), json(&self.everyday), json(&names))
    }

    /// The text of the bundle: the core, then every text. The same dataset always gives the same bytes.
    #[must_use]
    pub fn to_bundle(&self) -> String {
        let updated: BTreeMap<&PageId, Date> = self.pages.iter().map(|(id, page)| (id, page.updated)).collect();
        let texts: Vec<TermText> = self.terms.iter().map(Term::to_text).collect();
        let mut bundle = self.to_core();
        for line in [json(&updated), json(&texts), json(&self.sources)] {
            bundle.push_str(&line);
            bundle.push('\n');
        }
        for (id, page) in &self.pages {
            bundle.push_str(&format!("{id} {}\n", json(&page.body())));
        }
        bundle
    }

    /// The dataset as pages are made from it, texts included.
    ///
    /// # Errors
    /// Never for a dataset that the check has accepted.
    pub fn to_content(&self) -> Result<Content, BundleError> {
        Content::from_bundle(self.to_bundle())
    }
}

/// The dataset's types hold strings, numbers and lists only: writing them cannot fail.
fn json<T: Serialize>(value: &T) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

/// A line that the build wrote, of a text whose hash and schema are right: it can be read.
fn line<T: DeserializeOwned + Default>(text: &str) -> T {
    serde_json::from_str(text).unwrap_or_default()
}

/// The end of the `count`th line, its line feed included.
fn after_lines(text: &str, count: usize) -> Option<usize> {
    text.match_indices('\n').nth(count - 1).map(|(at, _)| at + 1)
}

impl Content {
    /// The content that the program carries: nothing is read yet.
    #[must_use]
    pub fn from_core(core: &'static str) -> Self {
        Self::of(Cow::Borrowed(core))
    }

    /// The content that a program of this core would carry.
    #[must_use]
    pub fn of_core(core: &str) -> Self {
        Self::of(Cow::Owned(core.to_owned()))
    }

    fn of(core: Cow<'static, str>) -> Self {
        let (everyday, names) = (OnceLock::new(), OnceLock::new());
        Self { core, read: OnceLock::new(), everyday, names, texts: OnceLock::new() }
    }

    /// Content with its texts.
    ///
    /// # Errors
    /// What does not fit.
    pub fn from_bundle(bundle: String) -> Result<Self, BundleError> {
        let end = after_lines(&bundle, CORE_LINES).ok_or(BundleError::Cut)?;
        let content = Self::of(Cow::Owned(bundle[..end].to_owned()));
        content.attach(bundle).map(|()| content)
    }

    /// Whether a bundle is this content's own: it begins with the same core.
    #[must_use]
    pub fn owns(&self, bundle: &str) -> bool {
        bundle.starts_with(self.core.as_ref())
    }

    /// Adds the texts of a bundle that [`Content::owns`]; nothing happens when they are there already.
    ///
    /// # Errors
    /// What does not fit; the content stays as it is.
    pub fn attach(&self, bundle: String) -> Result<(), BundleError> {
        let (_, heads) = self.try_core()?;
        let texts = Texts::read(bundle, self.core.len())?;
        if !heads.keys().eq(texts.bodies.keys()) {
            return Err(BundleError::Pages);
        }
        self.texts.get_or_init(|| texts);
        Ok(())
    }

    /// Whether the texts of pages, terms and sources are here.
    #[must_use]
    pub fn has_texts(&self) -> bool {
        self.texts.get().is_some()
    }

    fn core_line(&self, nth: usize) -> &str {
        self.core.lines().nth(nth).unwrap_or_default()
    }

    fn try_core(&self) -> Result<&Listed, BundleError> {
        if let Some(read) = self.read.get() {
            return Ok(read);
        }
        let core: Core = serde_json::from_str(self.core_line(0)).map_err(|_| BundleError::Json)?;
        if core.schema != BUNDLE_VERSION {
            return Err(BundleError::Schema(core.schema));
        }
        let heads = core.heads.into_iter().map(|head| (head.id.clone(), head)).collect();
        Ok(self.read.get_or_init(|| (core.facts, heads)))
    }

    fn core(&self) -> &Listed {
        self.try_core().expect("the build wrote the core that the program carries; any other has been read by `attach`")
    }

    /// Everything but the pages, terms, everyday words and sources.
    #[must_use]
    pub fn facts(&self) -> &Facts {
        &self.core().0
    }

    /// What patients type, and the pages that answer.
    #[must_use]
    pub fn everyday(&self) -> &[Everyday] {
        self.everyday.get_or_init(|| line(self.core_line(1)))
    }

    /// The names of the glossary's terms, in the dataset's order.
    #[must_use]
    pub fn term_names(&self) -> &[TermName] {
        self.names.get_or_init(|| line(self.core_line(2)))
    }

    /// The terms of the glossary, in the dataset's order; none without texts.
    #[must_use]
    pub fn terms(&self) -> &[Term] {
        let Some(texts) = self.texts.get() else { return &[] };
        texts.terms.get_or_init(|| {
            let words: Vec<TermText> = line(texts.line(1));
            self.term_names().iter().cloned().zip(words).map(|(name, text)| Term::join(name, text)).collect()
        })
    }

    /// The sources that statements rest on; none without texts.
    #[must_use]
    pub fn sources(&self) -> &[Source] {
        self.texts.get().map_or(&[], |texts| texts.sources.get_or_init(|| line(texts.line(2))))
    }

    /// When the text of a page was last changed; `None` without texts.
    #[must_use]
    pub fn updated(&self, id: &PageId) -> Option<Date> {
        let texts = self.texts.get()?;
        texts.updated.get_or_init(|| line(texts.line(0))).get(id).copied()
    }

    /// What is read on a page; `None` without texts, or when there is no such page.
    #[must_use]
    pub fn body(&self, id: &PageId) -> Option<PageBody> {
        let texts = self.texts.get()?;
        serde_json::from_str(&texts.bundle[texts.bodies.get(id)?.clone()]).ok()
    }

    /// What lists need to know of a page; `None` when there is no such page.
    #[must_use]
    pub fn head(&self, id: &PageId) -> Option<&PageHead> {
        self.core().1.get(id)
    }

    /// Every page, sections in menu order, then the pages outside the sections.
    pub fn heads(&self) -> impl Iterator<Item = &PageHead> {
        let (facts, heads) = self.core();
        let listed = facts.sections.iter().flat_map(section_ids);
        let alone = heads.keys().filter(|id| id.section().is_none()).cloned();
        listed.chain(alone).filter_map(|id| heads.get(&id))
    }

    /// The pages below the index of a section, in reading order.
    pub fn topics(&self, section: Section) -> impl Iterator<Item = &PageHead> {
        self.section(section).into_iter().flat_map(|entry| section_ids(entry).skip(1)).filter_map(|id| self.head(&id))
    }

    /// The menu's entry of a section.
    #[must_use]
    pub fn section(&self, section: Section) -> Option<&SectionEntry> {
        self.facts().sections.iter().find(|entry| entry.section == section)
    }

    /// The pages read before and after this one in its section.
    #[must_use]
    pub fn neighbours(&self, id: &PageId) -> (Option<&PageHead>, Option<&PageHead>) {
        let Some(section) = id.section() else { return (None, None) };
        let topics: Vec<_> = self.topics(section).collect();
        let Some(at) = topics.iter().position(|head| head.id == *id) else { return (None, None) };
        (at.checked_sub(1).map(|before| topics[before]), topics.get(at + 1).copied())
    }

    /// A source by id.
    #[must_use]
    pub fn source(&self, id: &SourceId) -> Option<&Source> {
        self.sources().iter().find(|s| s.id == *id)
    }

    /// A glossary term by id; `None` without texts.
    #[must_use]
    pub fn term(&self, id: &TermId) -> Option<&Term> {
        self.terms().iter().find(|t| t.id == *id)
    }

    /// A glossary term's names by id.
    #[must_use]
    pub fn term_name(&self, id: &TermId) -> Option<&TermName> {
        self.term_names().iter().find(|t| t.id == *id)
    }

    /// A place by id.
    #[must_use]
    pub fn place(&self, id: &PlaceId) -> Option<&Place> {
        self.facts().places.iter().find(|p| p.id == *id)
    }

    /// The place that a page is about.
    #[must_use]
    pub fn place_of(&self, page: &PageId) -> Option<&Place> {
        self.facts().places.iter().find(|p| p.page == *page)
    }

    /// The therapy that a page is about.
    #[must_use]
    pub fn therapy_of(&self, page: &PageId) -> Option<&Therapy> {
        self.facts().therapies.iter().find(|t| t.page == *page)
    }

    /// The side effect that a page is about.
    #[must_use]
    pub fn effect_of(&self, page: &PageId) -> Option<&SideEffect> {
        self.facts().effects.iter().find(|e| e.page == *page)
    }

    /// A therapy by id.
    #[must_use]
    pub fn therapy(&self, id: &TherapyId) -> Option<&Therapy> {
        self.facts().therapies.iter().find(|t| t.id == *id)
    }

    /// An establishment by id.
    #[must_use]
    pub fn establishment(&self, id: &EstablishmentId) -> Option<&Establishment> {
        self.facts().establishments.iter().find(|e| e.id == *id)
    }
}

fn section_ids(entry: &SectionEntry) -> impl Iterator<Item = PageId> + use<'_> {
    let topics = entry.pages.iter().map(|slug| PageId::Topic(entry.section, slug.clone()));
    std::iter::once(PageId::Index(entry.section)).chain(topics)
}

impl Texts {
    /// Cuts the lines after the core apart; none is read yet.
    fn read(bundle: String, core: usize) -> Result<Self, BundleError> {
        let bundle: Box<str> = bundle.into();
        let mut at = core;
        let mut next = || {
            let length = bundle.get(at..)?.find('\n')?;
            let line = at..at + length;
            at += length + 1;
            Some(line)
        };
        let mut three = || next().ok_or(BundleError::Cut);
        let lines = [three()?, three()?, three()?];
        let mut bodies = BTreeMap::new();
        while let Some(line) = next() {
            let id = bundle[line.clone()].find(' ').ok_or(BundleError::Cut)?;
            let page = PageId::parse(&bundle[line.start..line.start + id]).map_err(|_| BundleError::Cut)?;
            bodies.insert(page, line.start + id + 1..line.end);
        }
        if at != bundle.len() {
            return Err(BundleError::Cut);
        }
        let (updated, terms, sources) = (OnceLock::new(), OnceLock::new(), OnceLock::new());
        Ok(Self { bundle, lines, bodies, updated, terms, sources })
    }

    fn line(&self, nth: usize) -> &str {
        &self.bundle[self.lines[nth].clone()]
    }
}
