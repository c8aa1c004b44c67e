//! The rules of writing, for editors: sentence length, promises, abbreviations, figures without source, plain-language twins.
//!
//! Build time only. How words and sentences are counted is written for editors in `assets/content/README.md`.

use super::report::Report;
use super::{tone, vocabulary};
use crate::content::block::Block;
use crate::content::dataset::Dataset;
use crate::content::id::{PageId, Section};
use crate::content::page::Page;
use crate::content::problem::Problem;
use crate::content::visit;
use crate::text::fold::unaccented;
use crate::text::prose::{content_words, runs, sentences, words};
use std::collections::{BTreeMap, BTreeSet};

/// Longest sentence and longest mean, in words, of a main page and of its plain-language twin.
const LONGEST: usize = 25;
const MEAN: f64 = 13.0;
const SIMPLE_LONGEST: usize = 15;
const SIMPLE_MEAN: f64 = 10.0;
const SIMPLE_WORDS: std::ops::RangeInclusive<usize> = 60..=150;
/// Sentences of a paragraph.
const PARAGRAPH: usize = 4;
/// Waivers in the whole dataset.
const WAIVERS: usize = 10;
/// Share of a page's five-word runs that another page of its section may hold.
const SHARED: f64 = 0.30;

/// Every breach of the rules of writing that no waiver covers.
#[must_use]
pub fn check_writing(data: &Dataset) -> Vec<Problem> {
    let mut report = Report::default();
    for (id, page) in &data.pages {
        report.open(format!("pages/{id}.json"));
        sentences_of(page, &mut report);
        tone::check(page, data, &mut report);
        twin(id, page, &mut report);
        length(id, data, &mut report);
    }
    alike(data, &mut report);
    vocabulary::check(data, &mut report);
    provenance(data, &mut report);
    waived(data, report)
}

/// Words of the blocks of a page.
#[must_use]
pub fn block_words(page: &Page) -> usize {
    let mut count = 0;
    for block in &page.blocks {
        visit::block(block, "", &mut |_, text| count += words(&text.to_plain()).count());
    }
    count
}

/// The mean and the longest sentence of the blocks, in words.
#[must_use]
pub fn sentence_lengths(page: &Page) -> (f64, usize) {
    let mut lengths = Vec::new();
    for block in &page.blocks {
        visit::block(block, "", &mut |_, text| lengths.extend(sentences(&text.to_plain()).map(|s| words(s).count())));
    }
    mean_and_longest(&lengths)
}

fn mean_and_longest(lengths: &[usize]) -> (f64, usize) {
    let total: usize = lengths.iter().sum();
    (total as f64 / lengths.len().max(1) as f64, lengths.iter().copied().max().unwrap_or(0))
}

fn sentences_of(page: &Page, report: &mut Report) {
    visit::page(page, &mut |at, text| {
        let plain = text.to_plain();
        let simple = at.starts_with("simple");
        let limit = if simple { SIMPLE_LONGEST } else { LONGEST };
        for sentence in sentences(&plain) {
            let count = words(sentence).count();
            if count > limit {
                report.add(
                    at,
                    format!("phrase-longue : {count} mots, {limit} au plus : « {sentence} »"),
                    "la couper en deux",
                );
            }
        }
        let is_paragraph = at.ends_with("paragraph.text") || at.contains(".text[");
        let count = sentences(&plain).count();
        if is_paragraph && count > PARAGRAPH {
            report.add(
                at,
                format!("paragraphe-long : {count} phrases, {PARAGRAPH} au plus"),
                "en faire deux paragraphes",
            );
        }
        if simple && count > 1 {
            report.add(at, "ligne-simple : cette ligne a plus d'une phrase", "écrire une phrase par ligne");
        }
    });
    let (mean, _) = sentence_lengths(page);
    if mean > MEAN {
        report.add(
            "blocks",
            format!("moyenne : {mean:.1} mots par phrase, {MEAN} au plus"),
            "couper les phrases les plus longues",
        );
    }
}

/// The plain-language twin: there, short, and with every sign that needs a call.
fn twin(id: &PageId, page: &Page, report: &mut Report) {
    let Some(simple) = &page.simple else {
        if id.may_have_simple() {
            report.add("simple", "la version simple manque", "l'écrire : 60 à 150 mots, une phrase par ligne");
        }
        return;
    };
    let lines: Vec<String> = simple.lines.iter().map(crate::content::RichText::to_plain).collect();
    let text = lines.join(" ");
    let count = words(&text).count();
    if !SIMPLE_WORDS.contains(&count) {
        report.add(
            "simple.lines",
            format!("longueur-simple : {count} mots, de 60 à 150"),
            "ajouter ou retirer des lignes",
        );
    }
    let lengths: Vec<usize> = lines.iter().map(|line| words(line).count()).collect();
    let (mean, _) = mean_and_longest(&lengths);
    if mean > SIMPLE_MEAN {
        report.add(
            "simple.lines",
            format!("moyenne-simple : {mean:.1} mots par phrase, {SIMPLE_MEAN} au plus"),
            "couper les phrases",
        );
    }
    if text.contains(['(', ')', '%']) {
        report.add("simple.lines", "signes-simple : une parenthèse ou un « % »", "le dire avec des mots");
    }
    let said: BTreeSet<String> = content_words(&text).collect();
    for (index, block) in page.blocks.iter().enumerate() {
        let Block::WhenToCall(call) = block else { continue };
        for (sign, words) in call.signs.iter().enumerate() {
            let wanted: BTreeSet<String> = content_words(&words.to_plain()).collect();
            let kept = wanted.intersection(&said).count();
            if kept * 2 < wanted.len() {
                report.add(
                    format!("blocks[{index}].when_to_call.signs[{sign}]"),
                    format!("signe-perdu : la version simple ne dit pas « {} »", words.to_plain()),
                    "reprendre ce signe dans la version simple, avec ses mots",
                );
            }
        }
    }
}

/// Fewest and most words of a page, by kind.
fn length(id: &PageId, data: &Dataset, report: &mut Report) {
    let full = data.facts.therapies.iter().any(|therapy| therapy.systemic && therapy.page == *id);
    let (least, most) = match id {
        _ if full => (1000, 1600),
        PageId::Topic(Section::SideEffects, _) => (350, 1200),
        PageId::Topic(Section::SupportiveCare, _) => (200, 1200),
        PageId::Topic(Section::Places, _) => (80, 600),
        PageId::Topic(..) => (200, 1700),
        PageId::Index(_) | PageId::Standalone(_) => (20, 2000),
    };
    let count = data.pages.get(id).map_or(0, block_words);
    if !(least..=most).contains(&count) {
        report.add(
            "blocks",
            format!("longueur : {count} mots, de {least} à {most} pour ce genre de page"),
            "compléter, ou partager la page",
        );
    }
}

/// Two pages of a section share few five-word runs: no text is copied from page to page.
fn alike(data: &Dataset, report: &mut Report) {
    let mut by_section: BTreeMap<Section, Vec<(&PageId, BTreeSet<u64>)>> = BTreeMap::new();
    for (id, page) in &data.pages {
        let PageId::Topic(section, _) = id else { continue };
        let mut found = BTreeSet::new();
        for block in &page.blocks {
            visit::block(block, "", &mut |_, text| {
                let folded: Vec<String> = words(&text.to_plain()).map(unaccented).collect();
                found.extend(runs(&folded, 5));
            });
        }
        by_section.entry(*section).or_default().push((id, found));
    }
    for pages in by_section.values() {
        for (at, (id, own)) in pages.iter().enumerate() {
            for (other, theirs) in &pages[..at] {
                let shared = own.intersection(theirs).count() as f64 / own.len().min(theirs.len()).max(1) as f64;
                if shared > SHARED {
                    report.open(format!("pages/{id}.json"));
                    let share = shared * 100.0;
                    report.add(
                        "blocks",
                        format!("ressemblance : {share:.0} % des suites de cinq mots sont aussi dans « {other} »"),
                        "récrire l'une des deux pages",
                    );
                }
            }
        }
    }
}

/// Each source names the dossier line that it stands on, for whoever reviews; and something rests on it.
fn provenance(data: &Dataset, report: &mut Report) {
    report.open("sources.json");
    let facts = &data.facts;
    let named: BTreeSet<_> = data
        .pages
        .values()
        .flat_map(|page| page.blocks.iter().flat_map(Block::sources))
        .chain(facts.therapies.iter().flat_map(|x| &x.sources))
        .chain(facts.places.iter().flat_map(|x| &x.sources))
        .chain(facts.establishments.iter().flat_map(|x| &x.sources))
        .chain(facts.equipment.iter().flat_map(|x| &x.sources))
        .chain(facts.specialties.iter().flat_map(|x| &x.sources))
        .chain(facts.professions.iter().flat_map(|x| &x.sources))
        .chain(data.terms.iter().flat_map(|x| &x.sources))
        .collect();
    for (at, source) in data.sources.iter().enumerate() {
        if !named.contains(&source.id) {
            report.add(
                format!("[{at}].id"),
                format!("rien ne repose sur la source « {} »", source.id),
                "la retirer, ou la nommer dans un bloc",
            );
        }
        if source.dossier.as_ref().is_none_or(|line| line.trim().is_empty()) {
            report.add(
                format!("[{at}].dossier"),
                "la ligne du dossier manque",
                "écrire d'où vient cette source, par exemple « pathway.md S66 »",
            );
        }
    }
}

/// Takes out what a waiver covers; a waiver that covers nothing, and one too many, are problems themselves.
fn waived(data: &Dataset, report: Report) -> Vec<Problem> {
    let mut problems = report.problems;
    let mut count = 0;
    for (id, page) in &data.pages {
        let file = format!("pages/{id}.json");
        for (at, waiver) in page.waive.iter().enumerate() {
            count += 1;
            let covered = |problem: &Problem| {
                problem.file == file
                    && problem.at == waiver.at
                    && problem.what.starts_with(&format!("{} :", waiver.rule))
            };
            let before = problems.len();
            problems.retain(|problem| !covered(problem));
            let useless = before == problems.len();
            let mut add = |what: &str, fix: &str| {
                let (file, at) = (file.clone(), format!("waive[{at}]"));
                problems.push(Problem { file, at, what: what.to_owned(), fix: fix.to_owned() });
            };
            if useless {
                add("cette dérogation ne couvre rien", "la retirer, ou corriger « at » et « rule »");
            }
            if waiver.reason.trim().is_empty() {
                add("cette dérogation n'a pas de raison", "écrire pourquoi la règle ne convient pas ici");
            }
            if count > WAIVERS {
                add("il y a plus de dix dérogations", "récrire la phrase plutôt que de déroger");
            }
        }
    }
    problems
}
