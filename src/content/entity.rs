//! The things that pages are about: one list each, one file each (`assets/content/<kind>.json`).

use super::block::data;
use super::date::Date;
use super::id::{
    EquipmentId, EstablishmentId, PageId, PlaceId, ProfessionId, SourceId, SpecialtyId, TermId, TherapyId,
};
use super::inline::{RichText, Text};
use serde::{Deserialize, Serialize};

data! {
    /// A treatment and how it acts.
    pub struct Therapy {
        /// Its id.
        pub id: TherapyId,
        /// Its page, in the section `therapies`.
        pub page: PageId,
        /// Its name.
        pub name: Text,
        /// Whether it acts on the whole body (by vein or by mouth).
        pub systemic: bool,
        /// How it acts, in a sentence.
        pub mechanism: RichText,
        /// The pages of the effects that it may cause.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub effects: Vec<PageId>,
        /// What this rests on.
        pub sources: Vec<SourceId>,
    }
    /// An effect that treatments may cause.
    pub struct SideEffect {
        /// Its page, in the section `effets-indesirables`.
        pub page: PageId,
        /// Its name, in a patient's words.
        pub name: Text,
        /// The therapies that may cause it.
        pub therapies: Vec<TherapyId>,
    }
    /// A place of practice.
    pub struct Place {
        /// Its id.
        pub id: PlaceId,
        /// Its page, in the section `lieux`.
        pub page: PageId,
        /// Its name.
        pub name: Text,
        /// Degrees north, WGS 84.
        pub latitude: f64,
        /// Degrees east, WGS 84.
        pub longitude: f64,
        /// What is done there.
        pub activities: Vec<RichText>,
        /// Where its name stands on the map, when the usual place would cover another.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub map_label: Option<MapLabel>,
        /// The street address, once the practice gives it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub address: Option<Text>,
        /// The telephone number, once the practice gives it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub phone: Option<Text>,
        /// What this rests on.
        pub sources: Vec<SourceId>,
    }
    /// Where a place's name stands on the map, in the map's units (1000 wide, 760 high).
    pub struct MapLabel {
        /// From the point to the right.
        pub right: i32,
        /// From the point down.
        pub down: i32,
        /// Whether the name ends there, instead of beginning.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        pub ends: bool,
        /// How far above the point what can be clicked begins.
        pub reach_up: i32,
    }
    /// A hospital or clinic that the network works with.
    pub struct Establishment {
        /// Its id.
        pub id: EstablishmentId,
        /// Its name.
        pub name: Text,
        /// The place that it stands in.
        pub place: PlaceId,
        /// Its street address, when a source gives it.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub address: Option<Text>,
        /// What is done there for the network's patients.
        pub role: RichText,
        /// What this rests on.
        pub sources: Vec<SourceId>,
    }
    /// Equipment or a facility.
    pub struct Equipment {
        /// Its id.
        pub id: EquipmentId,
        /// Its name.
        pub name: Text,
        /// What it serves for.
        pub purpose: RichText,
        /// Where it is.
        pub establishments: Vec<EstablishmentId>,
        /// What this rests on.
        pub sources: Vec<SourceId>,
    }
    /// A medical specialty that the oncologist works with.
    pub struct Specialty {
        /// Its id.
        pub id: SpecialtyId,
        /// Its name.
        pub name: Text,
        /// What it brings, in a sentence.
        pub role: RichText,
        /// Where to read more.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub page: Option<PageId>,
        /// What this rests on.
        pub sources: Vec<SourceId>,
    }
    /// A profession of supportive care.
    pub struct Profession {
        /// Its id.
        pub id: ProfessionId,
        /// Its name.
        pub name: Text,
        /// What it brings, in a sentence.
        pub role: RichText,
        /// Where to read more.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub page: Option<PageId>,
        /// What this rests on.
        pub sources: Vec<SourceId>,
    }
    /// A word of medicine in plain words.
    pub struct Term {
        /// Its id.
        pub id: TermId,
        /// The word.
        pub name: Text,
        /// What the letters of an abbreviation stand for.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub expansion: Option<Text>,
        /// At most 25 words.
        pub definition: RichText,
        /// Everyday words that say the same.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub aliases: Vec<Text>,
        /// How people type it by ear or in haste: for searching, never shown.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub misspellings: Vec<Text>,
        /// How a hard word is said, in syllables of plain French.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub pronunciation: Option<Text>,
        /// Where to read more.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub pages: Vec<PageId>,
        /// What this rests on.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub sources: Vec<SourceId>,
    }
    /// What patients type, and the pages that answer.
    pub struct Everyday {
        /// The pages that answer, best first.
        pub pages: Vec<PageId>,
        /// Words and short phrases that may be shown: they stand in the index from A to Z.
        pub words: Vec<Text>,
        /// Other ways to type it, by ear, as a whole sentence, in blunt words: for searching, never shown.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub misspellings: Vec<Text>,
        /// A sign that may need a call: leads first to "Quand appeler", for everyone alike.
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        pub alarm: bool,
    }
    /// What a statement rests on.
    pub struct Source {
        /// Its id.
        pub id: SourceId,
        /// Who published it.
        pub organisation: Text,
        /// Its title.
        pub title: Text,
        /// The year, when it is known.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub year: Option<u16>,
        /// Its address, when it has one.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub url: Option<String>,
        /// The day on which it was read.
        pub consulted: Date,
        /// The dossier line that it stands on: for editors, never shown.
        #[serde(default, skip_serializing)]
        pub dossier: Option<String>,
    }
}

impl Default for MapLabel {
    /// To the right of the point.
    fn default() -> Self {
        Self { right: 36, down: 13, ends: false, reach_up: 76 }
    }
}

data! {
    /// What a term is called: enough to list it and to find it by name.
    pub struct TermName {
        /// Its id.
        pub id: TermId,
        /// The word.
        pub name: Text,
        /// What the letters of an abbreviation stand for.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub expansion: Option<Text>,
        /// Everyday words that say the same.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub aliases: Vec<Text>,
        /// How people type it by ear or in haste.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub misspellings: Vec<Text>,
        /// Where to read more.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub pages: Vec<PageId>,
    }
    /// What is read of a term.
    pub struct TermText {
        /// At most 25 words.
        pub definition: RichText,
        /// How a hard word is said.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        pub pronunciation: Option<Text>,
        /// What this rests on.
        #[serde(default, skip_serializing_if = "Vec::is_empty")]
        pub sources: Vec<SourceId>,
    }
}

impl TermName {
    /// The word, and what its letters stand for.
    #[must_use]
    pub fn full_name(&self) -> String {
        full_name(&self.name, self.expansion.as_ref())
    }
}

impl Term {
    /// The word, and what its letters stand for.
    #[must_use]
    pub fn full_name(&self) -> String {
        full_name(&self.name, self.expansion.as_ref())
    }

    /// What it is called.
    #[must_use]
    pub fn to_name(&self) -> TermName {
        let Self { id, name, expansion, aliases, misspellings, pages, .. } = self.clone();
        TermName { id, name, expansion, aliases, misspellings, pages }
    }

    /// What is read of it.
    #[must_use]
    pub fn to_text(&self) -> TermText {
        let Self { definition, pronunciation, sources, .. } = self.clone();
        TermText { definition, pronunciation, sources }
    }

    /// The term made of its two halves again.
    #[must_use]
    pub fn join(name: TermName, text: TermText) -> Self {
        let TermName { id, name, expansion, aliases, misspellings, pages } = name;
        let TermText { definition, pronunciation, sources } = text;
        Self { id, name, expansion, definition, aliases, misspellings, pronunciation, pages, sources }
    }
}

fn full_name(name: &Text, expansion: Option<&Text>) -> String {
    expansion.map_or_else(|| name.0.clone(), |full| format!("{name} ({full})"))
}
