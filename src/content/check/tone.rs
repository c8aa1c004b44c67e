//! What a text may not say or leave unsaid: promises, orders, borrowed sentences, bare abbreviations, bare figures.

use super::report::Report;
use crate::content::block::Block;
use crate::content::dataset::Dataset;
use crate::content::page::Page;
use crate::content::visit::{self, Words};
use crate::text::fold::unaccented;
use crate::text::prose::{runs, words};
use std::collections::BTreeSet;
use std::sync::LazyLock;

/// What patients are not promised (R.4127-19-1 CSP: loyal, honest, non-comparative information), folded.
const PROMISES: [&str; 14] = [
    "ca marche",
    "le meilleur",
    "la meilleure",
    "les meilleurs",
    "les meilleures",
    "garanti",
    "garantie",
    "garantit",
    "parfait",
    "parfaite",
    "optimal",
    "optimale",
    "remarquable",
    "miracle",
];

/// Capital words that are names or symbols, not abbreviations to expand.
const NAMES: [&str; 9] = ["IPROS", "SMS", "SAMU", "ADN", "OK", "A", "Y", "II", "III"];

/// Hashes of the nine-word runs of the page that IPROS gave: its sentences are not repeated.
const SEED: &str = include_str!("seed_runs.txt");

static SEED_RUNS: LazyLock<BTreeSet<&str>> = LazyLock::new(|| SEED.lines().collect());

pub(super) fn check(page: &Page, data: &Dataset, report: &mut Report) {
    promises(page, report);
    abbreviations(page, data, report);
    figures(page, report);
}

fn promises(page: &Page, report: &mut Report) {
    visit::page(page, &mut |at, text| {
        let plain = text.to_plain();
        let folded: Vec<String> = words(&plain).map(unaccented).collect();
        let spaced = format!(" {} ", folded.join(" "));
        for promise in PROMISES.iter().filter(|promise| spaced.contains(&format!(" {promise} "))) {
            report.add(at, format!("promesse : « {promise} »"), "dire ce qui est fait, sans promettre ni comparer");
        }
        for order in [
            " arretez votre traitement ",
            " arretez le traitement ",
            " arretez vos medicaments ",
            " reprenez votre traitement ",
        ] {
            if spaced.contains(order) && !spaced.contains(&format!(" n{order}")) && !spaced.contains(" jamais ") {
                report.add(
                    at,
                    format!("consigne : «{order}»"),
                    "renvoyer à l'équipe : elle seule arrête ou reprend un traitement",
                );
            }
        }
        if runs(&folded, 9).any(|run| SEED_RUNS.contains(format!("{run:016x}").as_str())) {
            report.add(
                at,
                "copie : neuf mots de suite viennent de la page d'origine d'IPROS",
                "le dire avec d'autres mots",
            );
        }
    });
}

/// An abbreviation (two capitals or more) is spelled out where it is first met, or marked as a term.
fn abbreviations(page: &Page, data: &Dataset, report: &mut Report) {
    let mut known: BTreeSet<String> = NAMES.iter().map(|name| (*name).to_owned()).collect();
    visit::page(page, &mut |at, text| {
        if at == "title" || at == "label" || at == "summary" {
            return;
        }
        let plain = text.to_plain();
        if let Words::Rich(rich) = text {
            for run in &rich.0 {
                let crate::content::Inline::Term(id, shown) = run else { continue };
                known.extend(words(shown).map(str::to_owned));
                known.extend(data.terms.iter().filter(|term| term.id == *id).map(|term| term.name.0.clone()));
            }
        }
        for word in words(&plain).filter(|word| is_capital(word)) {
            let expanded = plain.contains(&format!("({word}"))
                || plain.contains(&format!("{word} ("))
                || plain.contains(&format!("{word}\u{202f}("))
                || plain.contains(&format!(", {word})"));
            if !known.contains(word) && !expanded {
                report.add(
                    at,
                    format!("sigle : « {word} » n'est pas écrit en toutes lettres à sa première apparition"),
                    format!("écrire « mots en toutes lettres ({word}) », ou marquer le terme"),
                );
            }
            known.insert(word.to_owned());
        }
    });
}

fn is_capital(word: &str) -> bool {
    let letters = word.chars().filter(|c| c.is_alphabetic());
    letters.clone().count() >= 2 && letters.clone().all(char::is_uppercase)
}

/// What makes a number clinical when it follows it.
const UNITS: [&str; 22] = [
    "°c", "%", "jour", "jours", "semaine", "semaines", "mois", "an", "ans", "heure", "heures", "minute", "minutes",
    "mg", "g", "kg", "ml", "litre", "litres", "seances", "cures", "€",
];

fn figures(page: &Page, report: &mut Report) {
    for (index, block) in page.blocks.iter().enumerate() {
        if !block.sources().is_empty() || matches!(block, Block::Questions(_)) {
            continue;
        }
        let at = format!("blocks[{index}].{}", block.kind());
        visit::block(block, &at, &mut |at, text| {
            if let Some(figure) = clinical_figure(&text.to_plain()) {
                report.add(
                    at,
                    format!("chiffre-sans-source : « {figure} »"),
                    "nommer la source du bloc, ou retirer le chiffre",
                );
            }
        });
    }
}

fn clinical_figure(text: &str) -> Option<String> {
    let spaced = text.replace(['\u{a0}', '\u{202f}'], " ").replace('%', " % ").replace("°C", " °c ");
    let tokens: Vec<&str> = spaced.split(' ').filter(|token| !token.is_empty()).collect();
    tokens.windows(2).find_map(|pair| {
        let number = pair[0].trim_matches(|c: char| !c.is_ascii_digit());
        let unit = unaccented(pair[1].trim_matches(|c: char| matches!(c, '.' | ',' | ';' | ':' | ')' | '?' | '!')));
        let is_number = !number.is_empty() && number.chars().all(|c| c.is_ascii_digit() || c == ',' || c == '-');
        let is_unit = UNITS.contains(&unit.as_str()) || UNITS.contains(&pair[1]);
        (is_number && is_unit).then(|| format!("{} {}", pair[0], pair[1]))
    })
}
