//! Checks on pages: reachable, complete, well built, every reference real.

use super::ids::{Ids, Kind};
use super::report::Report;
use crate::content::block::{Block, Figure, Table, Urgency};
use crate::content::dataset::Dataset;
use crate::content::id::{PageId, Section, Standalone};
use crate::content::inline::{Inline, RichText, Target};
use crate::content::page::{Page, Review};
use crate::content::visit::{self, Words};
use std::collections::{BTreeMap, BTreeSet};

/// Longest title and summary, in signs: a search engine and a phone show no more.
const TITLE: usize = 70;
const SUMMARY: usize = 180;

pub(super) fn check(data: &Dataset, ids: &Ids<'_>, report: &mut Report) {
    reachable(data, report);
    let mut titles = BTreeMap::new();
    for (id, page) in &data.pages {
        report.open(format!("pages/{id}.json"));
        if let Some(first) = titles.insert(page.title.0.to_lowercase(), id) {
            report.add(
                "title",
                format!("la page « {first} » a le même titre"),
                "donner à chaque page son propre titre",
            );
        }
        head(page, report);
        texts(page, ids, report);
        blocks(page, ids, report);
        for (at, next) in page.next.iter().enumerate() {
            ids.refer_page(next, &format!("next[{at}]"), report);
        }
        if page.simple.is_some() && !id.may_have_simple() {
            report.add("simple", "cette page n'a pas de version simple", "retirer le champ « simple »");
        }
        if page.simple.as_ref().is_some_and(|simple| simple.lines.is_empty()) {
            report.add("simple.lines", "la liste est vide", "écrire la version simple, ou retirer le champ");
        }
    }
    emergency(data, report);
}

fn reachable(data: &Dataset, report: &mut Report) {
    report.open("sections.json");
    let mut listed = BTreeSet::new();
    for (at, entry) in data.facts.sections.iter().enumerate() {
        report.filled(&format!("[{at}].label"), &entry.label.0);
        let index = PageId::Index(entry.section);
        let topics = entry.pages.iter().map(|slug| PageId::Topic(entry.section, slug.clone()));
        for id in std::iter::once(index).chain(topics) {
            if !data.pages.contains_key(&id) {
                report.add(
                    format!("[{at}].pages"),
                    format!("la page « {id} » n'a pas de fichier"),
                    format!("créer pages/{id}.json, ou la retirer de la liste"),
                );
            }
            if !listed.insert(id.clone()) {
                report.add(format!("[{at}]"), format!("« {id} » est nommée deux fois"), "ne la nommer qu'une fois");
            }
        }
    }
    for section in Section::ALL {
        if !listed.contains(&PageId::Index(*section)) {
            let name = section.as_str();
            report.add("(fichier)", format!("la section « {name} » manque"), format!("ajouter une entrée « {name} »"));
        }
    }
    for page in Standalone::ALL {
        let id = PageId::Standalone(*page);
        if !data.pages.contains_key(&id) {
            report.add("(pages)", format!("la page « {id} » manque"), format!("créer pages/{id}.json"));
        }
        listed.insert(id);
    }
    for id in data.pages.keys().filter(|id| !listed.contains(id)) {
        report.open(format!("pages/{id}.json"));
        report.add(
            "(fichier)",
            "aucune liste ne mène à cette page",
            "la nommer dans sections.json, ou supprimer le fichier",
        );
    }
}

fn head(page: &Page, report: &mut Report) {
    for (at, text, limit) in [("title", &page.title, TITLE), ("summary", &page.summary, SUMMARY)] {
        let length = text.0.chars().count();
        if length > limit {
            report.add(at, format!("ce texte a {length} signes, {limit} au plus"), "le raccourcir");
        }
    }
    if let Review::Validated(validation) = &page.review {
        report.filled("review.validated.who", &validation.who.0);
        report.filled("review.validated.role", &validation.role.0);
        if validation.next <= validation.on {
            report.add(
                "review.validated.next",
                "la prochaine relecture précède la dernière",
                "corriger l'une des deux dates",
            );
        }
    }
    if page.blocks.is_empty() {
        report.add("blocks", "la page est vide", "écrire au moins un bloc");
    }
}

fn texts(page: &Page, ids: &Ids<'_>, report: &mut Report) {
    visit::page(page, &mut |at, words| {
        let plain = words.to_plain();
        report.filled(at, &plain);
        if let Some(sign) = plain.chars().find(|c| unwanted(*c)) {
            report.add(
                at,
                format!("le texte contient un signe invisible (U+{:04X})", u32::from(sign)),
                "retaper le mot, sans copier-coller",
            );
        }
        if let Words::Rich(text) = words {
            links(text, at, ids, report);
        }
    });
}

/// Control characters, bidirectional overrides and zero-width signs have no place in these texts.
fn unwanted(sign: char) -> bool {
    sign.is_control()
        || matches!(sign, '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}' | '\u{feff}')
}

fn links(text: &RichText, at: &str, ids: &Ids<'_>, report: &mut Report) {
    for run in &text.0 {
        match run {
            Inline::Link(Target::Page(id), _) => ids.refer_page(id, at, report),
            Inline::Term(id, _) => ids.refer(Kind::Term, id.as_str(), at, report),
            _ => {}
        }
    }
}

fn blocks(page: &Page, ids: &Ids<'_>, report: &mut Report) {
    let mut heading_before = false;
    let mut has_heading = false;
    for (index, block) in page.blocks.iter().enumerate() {
        let at = format!("blocks[{index}].{}", block.kind());
        let is_heading = matches!(block, Block::Heading(_) | Block::Subheading(_));
        if heading_before && matches!(block, Block::Heading(_)) {
            report.add(
                at.as_str(),
                "le titre précédent n'est suivi d'aucun texte",
                "écrire ce texte, ou retirer le titre",
            );
        }
        if matches!(block, Block::Subheading(_)) && !has_heading {
            report.add(at.as_str(), "un sous-titre vient avant tout titre", "commencer par un bloc « heading »");
        }
        has_heading |= matches!(block, Block::Heading(_));
        heading_before = is_heading;
        for (source, id) in block.sources().iter().enumerate() {
            ids.refer(Kind::Source, id.as_str(), &format!("{at}.sources[{source}]"), report);
        }
        if items(block) == 0 {
            report.add(at.as_str(), "ce bloc ne contient rien", "le remplir, ou le retirer");
        }
        match block {
            Block::Table(table) => cells(table, &at, report),
            Block::Figure(figure) => legend(figure, &at, report),
            Block::Links(links) => {
                for (link, id) in links.pages.iter().enumerate() {
                    ids.refer_page(id, &format!("{at}.pages[{link}]"), report);
                }
            }
            _ => {}
        }
    }
    if heading_before {
        report.add("blocks", "la page finit par un titre sans texte", "écrire ce texte, ou retirer le titre");
    }
}

/// How many things a block shows; a block that shows none is a slip.
fn items(block: &Block) -> usize {
    match block {
        Block::Paragraph(_) | Block::Heading(_) | Block::Subheading(_) | Block::Figure(_) => 1,
        Block::List(b) => b.items.len(),
        Block::DoDont(b) => b.helps.len().min(b.avoid.len()),
        Block::KeyFacts(b) => b.facts.len(),
        Block::Callout(b) => b.text.len(),
        Block::WhenToCall(b) => b.signs.len(),
        Block::Table(b) => b.rows.len(),
        Block::Timeline(b) => b.steps.len(),
        Block::Questions(b) => b.items.len(),
        Block::Folds(b) => b.items.iter().map(|fold| fold.text.len()).min().unwrap_or(0),
        Block::Links(b) => b.pages.len(),
    }
}

/// A drawing is never without words: a legend of its very parts, or a twin.
fn legend(figure: &Figure, at: &str, report: &mut Report) {
    let (found, wanted) = (figure.legend.len(), figure.drawing.legend());
    if found != wanted {
        report.add(
            format!("{at}.legend"),
            format!("la légende a {found} textes, le dessin en demande {wanted}"),
            "écrire un texte par image, ou par numéro du dessin",
        );
    }
    if wanted == 0 && figure.twin.is_none() {
        report.add(format!("{at}.twin"), "ce dessin n'est expliqué par aucun mot", "écrire ce que montre le dessin");
    }
}

fn cells(table: &Table, at: &str, report: &mut Report) {
    for (index, row) in table.rows.iter().enumerate() {
        let (found, wanted) = (row.cells.len() + 1, table.columns.len());
        if found != wanted {
            report.add(
                format!("{at}.rows[{index}]"),
                format!("la ligne a {found} cases pour {wanted} colonnes"),
                "compter le titre de la ligne, puis une case par colonne",
            );
        }
    }
}

/// The page that says when to call must name both: the team, and the emergency numbers.
fn emergency(data: &Dataset, report: &mut Report) {
    let id = PageId::Standalone(Standalone::WhenToCall);
    let Some(page) = data.pages.get(&id) else { return };
    report.open(format!("pages/{id}.json"));
    for (urgency, name) in [(Urgency::Emergency, "emergency"), (Urgency::Team, "team")] {
        let found = page.blocks.iter().any(|b| matches!(b, Block::WhenToCall(call) if call.urgency == urgency));
        if !found {
            report.add(
                "blocks",
                format!("aucun bloc « when_to_call » d'urgence « {name} »"),
                "l'écrire : c'est la raison d'être de la page",
            );
        }
    }
}
