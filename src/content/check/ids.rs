//! Which ids exist, and of which kind: a reference that leads nowhere, or to another kind, is a problem.

use super::report::Report;
use crate::content::dataset::Dataset;
use crate::content::id::PageId;
use std::collections::{BTreeMap, BTreeSet};

/// The kinds of things that have an id, in editors' words.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Kind {
    Therapy,
    Place,
    Establishment,
    Equipment,
    Specialty,
    Profession,
    Term,
    Source,
}

impl Kind {
    fn named(self) -> (&'static str, &'static str) {
        match self {
            Self::Therapy => ("une thérapie", "therapies.json"),
            Self::Place => ("un lieu", "places.json"),
            Self::Establishment => ("un établissement", "establishments.json"),
            Self::Equipment => ("un équipement", "equipment.json"),
            Self::Specialty => ("une spécialité", "specialties.json"),
            Self::Profession => ("une profession", "professions.json"),
            Self::Term => ("un terme", "terms.json"),
            Self::Source => ("une source", "sources.json"),
        }
    }
}

/// All ids of a dataset.
pub(super) struct Ids<'a> {
    listed: BTreeMap<Kind, Vec<&'a str>>,
    pages: BTreeSet<&'a PageId>,
}

impl<'a> Ids<'a> {
    pub(super) fn collect(data: &'a Dataset) -> Self {
        let facts = &data.facts;
        let listed = BTreeMap::from([
            (Kind::Therapy, facts.therapies.iter().map(|x| x.id.as_str()).collect()),
            (Kind::Place, facts.places.iter().map(|x| x.id.as_str()).collect()),
            (Kind::Establishment, facts.establishments.iter().map(|x| x.id.as_str()).collect()),
            (Kind::Equipment, facts.equipment.iter().map(|x| x.id.as_str()).collect()),
            (Kind::Specialty, facts.specialties.iter().map(|x| x.id.as_str()).collect()),
            (Kind::Profession, facts.professions.iter().map(|x| x.id.as_str()).collect()),
            (Kind::Term, data.terms.iter().map(|x| x.id.as_str()).collect()),
            (Kind::Source, data.sources.iter().map(|x| x.id.as_str()).collect()),
        ]);
        Self { listed, pages: data.pages.keys().collect() }
    }

    /// Reports ids that stand twice in their list.
    pub(super) fn duplicates(&self, report: &mut Report) {
        for (kind, ids) in &self.listed {
            let (named, file) = kind.named();
            report.open(file);
            let mut seen = BTreeMap::new();
            for (at, id) in ids.iter().enumerate() {
                if let Some(first) = seen.insert(id, at) {
                    report.add(
                        format!("[{at}].id"),
                        format!("l'identifiant « {id} » nomme déjà {named} (entrée [{first}])"),
                        "donner un autre identifiant, ou retirer l'une des deux entrées",
                    );
                }
            }
        }
    }

    /// Reports a reference to an id that does not exist, or that is of another kind.
    pub(super) fn refer(&self, kind: Kind, id: &str, at: &str, report: &mut Report) {
        let exists = |kind: &Kind| self.listed.get(kind).is_some_and(|ids| ids.contains(&id));
        if exists(&kind) {
            return;
        }
        let (wanted, file) = kind.named();
        match self.listed.keys().find(|other| exists(other)) {
            Some(other) => report.add(
                at,
                format!("« {id} » est {}, il faut ici {wanted}", other.named().0),
                format!("écrire l'identifiant d'une entrée de {file}"),
            ),
            None => report.add(
                at,
                format!("« {id} » n'existe pas : il faut ici {wanted}"),
                format!("ajouter « {id} » à {file}, ou corriger l'identifiant"),
            ),
        }
    }

    /// Reports a reference to a page that does not exist.
    pub(super) fn refer_page(&self, id: &PageId, at: &str, report: &mut Report) {
        if !self.pages.contains(id) {
            report.add(
                at,
                format!("la page « {id} » n'existe pas"),
                format!("créer pages/{id}.json, ou corriger le lien"),
            );
        }
    }
}
