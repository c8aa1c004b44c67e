//! The whole dataset as one value.

use super::block::data;
use super::entity::{
    Equipment, Establishment, Everyday, Place, Profession, SideEffect, Source, Specialty, Term, Therapy,
};
use super::id::PageId;
use super::page::Page;
use super::site::{SectionEntry, Site};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

data! {
    /// The lists that navigation and search by name need.
    pub struct Facts {
        /// `site.json`
        pub site: Site,
        /// `sections.json`
        pub sections: Vec<SectionEntry>,
        /// `therapies.json`
        pub therapies: Vec<Therapy>,
        /// `effects.json`
        pub effects: Vec<SideEffect>,
        /// `places.json`
        pub places: Vec<Place>,
        /// `establishments.json`
        pub establishments: Vec<Establishment>,
        /// `equipment.json`
        pub equipment: Vec<Equipment>,
        /// `specialties.json`
        pub specialties: Vec<Specialty>,
        /// `professions.json`
        pub professions: Vec<Profession>,
    }
}

/// The dataset, read but not yet checked.
#[derive(Clone, Debug, PartialEq)]
pub struct Dataset {
    /// The lists that navigation and search by name need.
    pub facts: Facts,
    /// `terms.json`
    pub terms: Vec<Term>,
    /// `everyday.json`
    pub everyday: Vec<Everyday>,
    /// `sources.json`
    pub sources: Vec<Source>,
    /// Pages by id; the id is the file's name below `pages/`.
    pub pages: BTreeMap<PageId, Page>,
}
