//! The checked dataset as one text that is embedded in the wasm, or fetched when newer content is published.
//!
//! One JSON value a line: the first line is the core (everything that lists, menus and headings need), each further line
//! is `<page id> <body>`. Bodies stay text until their page is shown, so that waking up costs the core only.

use super::SCHEMA_VERSION;
use super::dataset::{Dataset, Facts};
use super::entity::{Establishment, Place, SideEffect, Source, Term, Therapy};
use super::id::{EstablishmentId, PageId, PlaceId, Section, SourceId, TermId, TherapyId};
use super::page::{Page, PageBody, PageHead};
use super::site::SectionEntry;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Core {
    schema: u32,
    facts: Facts,
    heads: Vec<PageHead>,
}

/// The dataset at run time: core parsed, bodies parsed one by one when asked for.
#[derive(Clone, Debug)]
pub struct Content {
    /// Everything but the pages.
    pub facts: Facts,
    heads: BTreeMap<PageId, PageHead>,
    bodies: BTreeMap<PageId, Box<str>>,
}

impl Dataset {
    /// The text of the bundle. The same dataset always gives the same bytes.
    #[must_use]
    pub fn to_bundle(&self) -> String {
        let mut heads = Vec::new();
        let mut lines = Vec::new();
        for (id, page) in &self.pages {
            let (head, body) = page.clone().split(id.clone());
            heads.push(head);
            lines.push(format!("{id} {}", json(&body)));
        }
        let core = Core { schema: SCHEMA_VERSION, facts: self.facts.clone(), heads };
        format!("{}\n{}", json(&core), lines.join("\n"))
    }
}

/// The dataset's types hold strings, numbers and lists only: writing them cannot fail.
fn json<T: Serialize>(value: &T) -> String {
    serde_json::to_string(value).unwrap_or_default()
}

impl Content {
    /// Reads a bundle's core; bodies are only cut apart.
    ///
    /// # Errors
    /// What does not fit, in one line.
    pub fn from_bundle(text: &str) -> Result<Self, String> {
        let (core, bodies) = text.split_once('\n').ok_or("the bundle has one line only")?;
        let core: Core = serde_json::from_str(core).map_err(|e| e.to_string())?;
        if core.schema != SCHEMA_VERSION {
            return Err(format!("schema {} is not {SCHEMA_VERSION}", core.schema));
        }
        let bodies = bodies
            .lines()
            .map(|line| {
                let (id, body) = line.split_once(' ').ok_or("a body line has no page id")?;
                Ok((PageId::parse(id)?, body.into()))
            })
            .collect::<Result<BTreeMap<_, _>, String>>()?;
        let heads: BTreeMap<_, _> = core.heads.into_iter().map(|head| (head.id.clone(), head)).collect();
        if !heads.keys().eq(bodies.keys()) {
            return Err("heads and bodies do not name the same pages".to_owned());
        }
        Ok(Self { facts: core.facts, heads, bodies })
    }

    /// The whole dataset with every body parsed, for `check()`.
    ///
    /// # Errors
    /// The page whose body cannot be read, and why.
    pub fn to_dataset(&self) -> Result<Dataset, String> {
        let mut pages = BTreeMap::new();
        for (id, head) in &self.heads {
            let body = self.body(id).ok_or_else(|| format!("{id}: no body can be read"))?;
            pages.insert(id.clone(), Page::join(head.clone(), body));
        }
        Ok(Dataset { facts: self.facts.clone(), pages })
    }

    /// What lists need to know of a page; `None` when there is no such page.
    #[must_use]
    pub fn head(&self, id: &PageId) -> Option<&PageHead> {
        self.heads.get(id)
    }

    /// What is read on a page; `None` when there is no such page.
    #[must_use]
    pub fn body(&self, id: &PageId) -> Option<PageBody> {
        serde_json::from_str(self.bodies.get(id)?).ok()
    }

    /// Every page, sections in menu order, then the pages outside the sections.
    pub fn heads(&self) -> impl Iterator<Item = &PageHead> {
        let listed = self.facts.sections.iter().flat_map(|entry| self.section_ids(entry));
        let alone = self.heads.keys().filter(|id| id.section().is_none()).cloned();
        listed.chain(alone).filter_map(|id| self.heads.get(&id))
    }

    /// The pages below the index of a section, in reading order.
    pub fn topics(&self, section: Section) -> impl Iterator<Item = &PageHead> {
        self.section(section)
            .into_iter()
            .flat_map(|entry| self.section_ids(entry).skip(1))
            .filter_map(|id| self.heads.get(&id))
    }

    /// The menu's entry of a section.
    #[must_use]
    pub fn section(&self, section: Section) -> Option<&SectionEntry> {
        self.facts.sections.iter().find(|entry| entry.section == section)
    }

    fn section_ids<'a>(&self, entry: &'a SectionEntry) -> impl Iterator<Item = PageId> + use<'a> {
        let topics = entry.pages.iter().map(|slug| PageId::Topic(entry.section, slug.clone()));
        std::iter::once(PageId::Index(entry.section)).chain(topics)
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
        self.facts.sources.iter().find(|s| s.id == *id)
    }

    /// A glossary term by id.
    #[must_use]
    pub fn term(&self, id: &TermId) -> Option<&Term> {
        self.facts.terms.iter().find(|t| t.id == *id)
    }

    /// A place by id.
    #[must_use]
    pub fn place(&self, id: &PlaceId) -> Option<&Place> {
        self.facts.places.iter().find(|p| p.id == *id)
    }

    /// The place that a page is about.
    #[must_use]
    pub fn place_of(&self, page: &PageId) -> Option<&Place> {
        self.facts.places.iter().find(|p| p.page == *page)
    }

    /// The therapy that a page is about.
    #[must_use]
    pub fn therapy_of(&self, page: &PageId) -> Option<&Therapy> {
        self.facts.therapies.iter().find(|t| t.page == *page)
    }

    /// The side effect that a page is about.
    #[must_use]
    pub fn effect_of(&self, page: &PageId) -> Option<&SideEffect> {
        self.facts.effects.iter().find(|e| e.page == *page)
    }

    /// A therapy by id.
    #[must_use]
    pub fn therapy(&self, id: &TherapyId) -> Option<&Therapy> {
        self.facts.therapies.iter().find(|t| t.id == *id)
    }

    /// An establishment by id.
    #[must_use]
    pub fn establishment(&self, id: &EstablishmentId) -> Option<&Establishment> {
        self.facts.establishments.iter().find(|e| e.id == *id)
    }
}
