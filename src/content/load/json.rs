//! Reads the files of `assets/content/` into a [`Dataset`], or says in French what cannot be read and where.

use crate::content::dataset::{Dataset, Facts};
use crate::content::entity::{Everyday, Source, Term};
use crate::content::id::PageId;
use crate::content::problem::Problem;
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;

/// A file of the dataset: its path from `assets/content/`, with `/`, and its bytes.
pub type File = (String, Vec<u8>);

const KINDS: [&str; 12] = [
    "site",
    "sections",
    "therapies",
    "effects",
    "places",
    "establishments",
    "equipment",
    "specialties",
    "professions",
    "terms",
    "everyday",
    "sources",
];

/// Reads every file; collects every problem before giving up.
///
/// # Errors
/// One [`Problem`] a file that is missing, unknown or cannot be read.
pub fn read(files: &[File]) -> Result<Dataset, Vec<Problem>> {
    let mut problems = Vec::new();
    let mut pages = BTreeMap::new();
    for (path, bytes) in files {
        let Some(id) = path.strip_prefix("pages/").and_then(|p| p.strip_suffix(".json")) else {
            unknown(path, &mut problems);
            continue;
        };
        match PageId::parse(id) {
            Ok(id) => {
                if let Some(page) = parse(path, bytes, &mut problems) {
                    pages.insert(id, page);
                }
            }
            Err(error) => problems.push(problem(
                path,
                "(nom du fichier)",
                error.to_string(),
                "renommer le fichier, ou le supprimer",
            )),
        }
    }
    let facts = facts(files, &mut problems);
    match facts {
        Some((facts, terms, everyday, sources)) if problems.is_empty() => {
            Ok(Dataset { facts, terms, everyday, sources, pages })
        }
        _ => Err(problems),
    }
}

type Lists = (Facts, Vec<Term>, Vec<Everyday>, Vec<Source>);

fn facts(files: &[File], problems: &mut Vec<Problem>) -> Option<Lists> {
    let mut kind = |name: &str| -> Option<(String, &[u8])> {
        let path = format!("{name}.json");
        let bytes = files.iter().find(|(found, _)| *found == path).map(|(_, bytes)| bytes.as_slice());
        if bytes.is_none() {
            problems.push(problem(&path, "(fichier)", "ce fichier manque", "le remettre : il fait partie des données"));
        }
        bytes.map(|b| (path, b))
    };
    let [
        site,
        sections,
        therapies,
        effects,
        places,
        establishments,
        equipment,
        specialties,
        professions,
        terms,
        everyday,
        sources,
    ] = KINDS.map(&mut kind);
    fn value<T: DeserializeOwned>(file: Option<(String, &[u8])>, problems: &mut Vec<Problem>) -> Option<T> {
        file.and_then(|(path, bytes)| parse(&path, bytes, problems))
    }
    // Every kind is read before any gives up, so that all problems are told at once.
    let (site, sections, therapies) = (value(site, problems), value(sections, problems), value(therapies, problems));
    let (effects, places) = (value(effects, problems), value(places, problems));
    let (establishments, equipment) = (value(establishments, problems), value(equipment, problems));
    let (specialties, professions) = (value(specialties, problems), value(professions, problems));
    let (terms, everyday) = (value(terms, problems), value(everyday, problems));
    let sources = value(sources, problems);
    let facts = Facts {
        site: site?,
        sections: sections?,
        therapies: therapies?,
        effects: effects?,
        places: places?,
        establishments: establishments?,
        equipment: equipment?,
        specialties: specialties?,
        professions: professions?,
    };
    Some((facts, terms?, everyday?, sources?))
}

fn unknown(path: &str, problems: &mut Vec<Problem>) {
    let known = path.strip_suffix(".json").is_some_and(|name| KINDS.contains(&name));
    if !known && !path.ends_with(".schema.json") && !path.ends_with(".md") {
        problems.push(problem(
            path,
            "(fichier)",
            "ce fichier n'est lu par personne",
            "le supprimer, ou le mettre dans pages/",
        ));
    }
}

fn problem(file: &str, at: impl Into<String>, what: impl Into<String>, fix: impl Into<String>) -> Problem {
    Problem { file: file.to_owned(), at: at.into(), what: what.into(), fix: fix.into() }
}

fn parse<T: DeserializeOwned>(path: &str, bytes: &[u8], problems: &mut Vec<Problem>) -> Option<T> {
    let text = match std::str::from_utf8(bytes) {
        Ok(text) => text,
        Err(error) => {
            let line = 1 + bytes[..error.valid_up_to()].iter().filter(|b| **b == b'\n').count();
            let at = format!("ligne {line}");
            problems.push(problem(path, at, "le fichier n'est pas en UTF-8", "l'enregistrer en UTF-8 dans l'éditeur"));
            return None;
        }
    };
    let mut json = serde_json::Deserializer::from_str(text);
    let read = serde_path_to_error::deserialize(&mut json)
        .map_err(|error| {
            let at = error.path().to_string();
            (at, error.into_inner())
        })
        .and_then(|value: T| json.end().map(|()| value).map_err(|error| (".".to_owned(), error)));
    match read {
        Ok(value) => Some(value),
        Err((at, error)) => {
            let place = format!("{at} (ligne {}, colonne {})", error.line(), error.column());
            let (what, fix) = in_french(&error.to_string());
            problems.push(problem(path, place, what, fix));
            None
        }
    }
}

/// What serde says, for an editor. Messages of our own types are French already.
fn in_french(message: &str) -> (String, String) {
    let message = message.rsplit_once(" at line ").map_or(message, |(head, _)| head);
    let quoted = |prefix: &str| {
        let rest = message.strip_prefix(prefix)?;
        rest.strip_prefix('`')?.split_once('`')
    };
    if let Some((field, rest)) = quoted("unknown field ") {
        let known =
            rest.trim_start_matches(", expected ").replace("one of ", "").replace(" or ", ", ").replace('`', "");
        return (format!("le champ « {field} » n'existe pas ici"), format!("champs possibles : {known}"));
    }
    if let Some((variant, rest)) = quoted("unknown variant ") {
        let known =
            rest.trim_start_matches(", expected ").replace("one of ", "").replace(" or ", ", ").replace('`', "");
        return (format!("« {variant} » n'est pas un nom connu ici"), format!("noms possibles : {known}"));
    }
    if let Some((field, _)) = quoted("missing field ") {
        return (format!("le champ « {field} » manque"), format!("ajouter « \"{field}\": … »"));
    }
    if let Some((field, _)) = quoted("duplicate field ") {
        return (format!("le champ « {field} » est écrit deux fois"), "n'en garder qu'un".to_owned());
    }
    if let Some(rest) = message.strip_prefix("invalid type: ") {
        let (found, wanted) = rest.split_once(", expected ").unwrap_or((rest, ""));
        return (format!("une valeur d'un autre genre est attendue (trouvé : {found})"), format!("écrire : {wanted}"));
    }
    if let Some(rest) = message.strip_prefix("invalid value: ") {
        let (found, wanted) = rest.split_once(", expected ").unwrap_or((rest, ""));
        return (format!("cette valeur ne convient pas (trouvé : {found})"), format!("écrire : {wanted}"));
    }
    if message.starts_with("recursion limit exceeded") {
        return (
            "les accolades et crochets sont emboîtés trop profond".into(),
            "refermer plus tôt : 128 niveaux au plus".into(),
        );
    }
    if message.starts_with("EOF") {
        return (
            "le fichier s'arrête trop tôt".into(),
            "refermer la dernière accolade, le crochet ou le guillemet".into(),
        );
    }
    let syntax = [
        "expected",
        "trailing",
        "key must",
        "control character",
        "invalid escape",
        "lone",
        "number out",
        "invalid number",
    ];
    if syntax.iter().any(|start| message.starts_with(start)) {
        return (
            format!("ce n'est pas du JSON correct ({message})"),
            "regarder la virgule, le guillemet ou l'accolade à cet endroit".into(),
        );
    }
    (message.to_owned(), "corriger la valeur à cet endroit".to_owned())
}
