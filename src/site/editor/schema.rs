//! JSON Schemas for editors' tools, made from the very types that read the files.

use crate::content::entity::{
    Equipment, Establishment, Everyday, Place, Profession, SideEffect, Source, Specialty, Term, Therapy,
};
use crate::content::page::Page;
use crate::content::site::{SectionEntry, Site};
use schemars::{Schema, schema_for};

/// Each kind of file with its schema; written to `assets/content/<kind>.schema.json`.
#[must_use]
pub fn schemas() -> Vec<(&'static str, Schema)> {
    vec![
        ("page", schema_for!(Page)),
        ("site", schema_for!(Site)),
        ("sections", schema_for!(Vec<SectionEntry>)),
        ("therapies", schema_for!(Vec<Therapy>)),
        ("effects", schema_for!(Vec<SideEffect>)),
        ("places", schema_for!(Vec<Place>)),
        ("establishments", schema_for!(Vec<Establishment>)),
        ("equipment", schema_for!(Vec<Equipment>)),
        ("specialties", schema_for!(Vec<Specialty>)),
        ("professions", schema_for!(Vec<Profession>)),
        ("terms", schema_for!(Vec<Term>)),
        ("everyday", schema_for!(Vec<Everyday>)),
        ("sources", schema_for!(Vec<Source>)),
    ]
}
