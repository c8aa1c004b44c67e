//! The rules of the glossary and of the everyday words: short definitions, abbreviations spelled out, no word that
//! leads to two entries.

use super::report::Report;
use crate::content::dataset::Dataset;
use crate::content::entity::Term;
use crate::text::fold::fold;
use crate::text::prose::words;
use std::collections::BTreeMap;

/// Longest definition, in words.
const DEFINITION: usize = 25;

pub(super) fn check(data: &Dataset, report: &mut Report) {
    report.open("terms.json");
    for (at, term) in data.terms.iter().enumerate() {
        definition(term, at, report);
    }
    let mut seen = Seen::default();
    for (at, term) in data.terms.iter().enumerate() {
        seen.add(format!("[{at}].name"), &term.name.0, report);
        let lists = [("aliases", &term.aliases), ("misspellings", &term.misspellings)];
        for (name, list) in lists {
            for (index, word) in list.iter().enumerate() {
                seen.add(format!("[{at}].{name}[{index}]"), &word.0, report);
            }
        }
    }
    report.open("everyday.json");
    let mut seen = Seen::default();
    for (at, entry) in data.everyday.iter().enumerate() {
        for (name, list) in [("words", &entry.words), ("misspellings", &entry.misspellings)] {
            for (index, word) in list.iter().enumerate() {
                seen.add(format!("[{at}].{name}[{index}]"), &word.0, report);
            }
        }
        for (index, page) in entry.pages.iter().enumerate() {
            if entry.pages[..index].contains(page) {
                report.add(
                    format!("[{at}].pages[{index}]"),
                    format!("la page « {page} » est nommée deux fois"),
                    "ne la garder qu'à la meilleure place",
                );
            }
        }
    }
}

fn definition(term: &Term, at: usize, report: &mut Report) {
    let count = words(&term.definition.to_plain()).count();
    if count > DEFINITION {
        report.add(
            format!("[{at}].definition"),
            format!("définition-longue : {count} mots, {DEFINITION} au plus, pour « {} »", term.name),
            "la couper, et laisser le reste à la page",
        );
    }
    if is_abbreviation(&term.name.0) && term.expansion.is_none() {
        report.add(
            format!("[{at}].expansion"),
            format!("sigle : « {} » n'est pas écrit en toutes lettres", term.name),
            "ajouter « expansion » avec les mots que les lettres remplacent",
        );
    }
}

/// Two capitals or more and no small letter, as in `RCP` or `PD-L1`.
fn is_abbreviation(name: &str) -> bool {
    let letters = name.chars().filter(|c| c.is_alphabetic());
    letters.clone().count() >= 2 && letters.clone().all(char::is_uppercase)
}

/// The words met so far, as a search reads them, and where.
#[derive(Default)]
struct Seen(BTreeMap<String, String>);

impl Seen {
    fn add(&mut self, at: String, word: &str, report: &mut Report) {
        let key = fold(word);
        if key.is_empty() {
            return;
        }
        if let Some(first) = self.0.get(&key) {
            report.add(
                at,
                format!("« {word} » est déjà écrit en {first} : accents, majuscules et tirets ne comptent pas"),
                "ne garder que la meilleure des deux places",
            );
        } else {
            self.0.insert(key, at);
        }
    }
}
