//! Checks on everything but the pages.

use super::ids::{Ids, Kind};
use super::report::Report;
use crate::content::SCHEMA_VERSION;
use crate::content::dataset::{Dataset, Facts};
use crate::content::entity::Source;
use crate::content::id::{PageId, Section, SourceId, Standalone};
use crate::content::inline::Text;

pub(super) fn check(data: &Dataset, ids: &Ids<'_>, report: &mut Report) {
    ids.duplicates(report);
    site(&data.facts, report);
    ways_in(&data.facts, ids, report);
    therapies(&data.facts, ids, report);
    effects(&data.facts, ids, report);
    places(&data.facts, ids, report);
    partners(&data.facts, ids, report);
    terms(data, ids, report);
    everyday(data, ids, report);
    sources(data, report);
}

fn site(facts: &Facts, report: &mut Report) {
    let site = &facts.site;
    report.open("site.json");
    if site.schema != SCHEMA_VERSION {
        report.add(
            "schema",
            format!(
                "la version {} du format n'est pas lue par ce site, qui lit la version {SCHEMA_VERSION}",
                site.schema
            ),
            format!("écrire {SCHEMA_VERSION}, après avoir mis les fichiers à ce format"),
        );
    }
    report.filled("name", &site.name.0);
    report.filled("tagline", &site.tagline.0);
    if site.commitments.is_empty() {
        report.add("commitments", "la liste est vide", "écrire au moins un engagement");
    }
    for (at, commitment) in site.commitments.iter().enumerate() {
        report.filled(&format!("commitments[{at}].title"), &commitment.title.0);
        report.filled(&format!("commitments[{at}].text"), &commitment.text.to_plain());
    }
    if let Some(address) = &site.address {
        web(address, "address", report);
    }
    let contact = [&site.contact.phone, &site.contact.email, &site.contact.address];
    for (name, value) in ["contact.phone", "contact.email", "contact.address"].into_iter().zip(contact) {
        if let Some(text) = value {
            report.filled(name, &text.0);
        }
    }
}

/// Three doors, as the home page is drawn, and the towns of the list.
fn ways_in(facts: &Facts, ids: &Ids<'_>, report: &mut Report) {
    let site = &facts.site;
    if site.doors.len() != 3 {
        report.add(
            "doors",
            format!("il y a {} portes", site.doors.len()),
            "en écrire trois : la page d'accueil en dessine trois",
        );
    }
    for (at, door) in site.doors.iter().enumerate() {
        report.filled(&format!("doors[{at}].title"), &door.title.0);
        report.filled(&format!("doors[{at}].text"), &door.text.to_plain());
        ids.refer_page(&door.page, &format!("doors[{at}].page"), report);
    }
    for (at, town) in site.towns.iter().enumerate() {
        report.filled(&format!("towns[{at}].name"), &town.name.0);
        around_marseille(town.latitude, town.longitude, &town.name.0, &format!("towns[{at}]"), report);
    }
}

fn in_section(id: &PageId, section: Section, at: &str, report: &mut Report) {
    if !matches!(id, PageId::Topic(found, _) if *found == section) {
        report.add(
            at,
            format!("la page « {id} » n'est pas une page de la section « {} »", section.as_str()),
            format!("nommer une page « {}/… »", section.as_str()),
        );
    }
}

fn sourced(sources: &[SourceId], at: &str, ids: &Ids<'_>, report: &mut Report) {
    if sources.is_empty() {
        report.add(format!("{at}.sources"), "aucune source n'est nommée", "nommer au moins une entrée de sources.json");
    }
    for (index, id) in sources.iter().enumerate() {
        ids.refer(Kind::Source, id.as_str(), &format!("{at}.sources[{index}]"), report);
    }
}

fn therapies(facts: &Facts, ids: &Ids<'_>, report: &mut Report) {
    report.open("therapies.json");
    for (at, therapy) in facts.therapies.iter().enumerate() {
        let at = format!("[{at}]");
        report.filled(&format!("{at}.name"), &therapy.name.0);
        report.filled(&format!("{at}.mechanism"), &therapy.mechanism.to_plain());
        ids.refer_page(&therapy.page, &format!("{at}.page"), report);
        in_section(&therapy.page, Section::Therapies, &format!("{at}.page"), report);
        sourced(&therapy.sources, &at, ids, report);
        for (index, effect) in therapy.effects.iter().enumerate() {
            let path = format!("{at}.effects[{index}]");
            ids.refer_page(effect, &path, report);
            in_section(effect, Section::SideEffects, &path, report);
            let back = facts.effects.iter().find(|e| e.page == *effect);
            if !back.is_some_and(|e| e.therapies.contains(&therapy.id)) {
                report.add(
                    path,
                    format!("l'effet « {effect} » ne nomme pas en retour la thérapie « {} »", therapy.id),
                    "ajouter la thérapie à cet effet dans effects.json, ou retirer l'effet d'ici",
                );
            }
        }
    }
}

fn effects(facts: &Facts, ids: &Ids<'_>, report: &mut Report) {
    report.open("effects.json");
    for (at, effect) in facts.effects.iter().enumerate() {
        let at = format!("[{at}]");
        report.filled(&format!("{at}.name"), &effect.name.0);
        ids.refer_page(&effect.page, &format!("{at}.page"), report);
        in_section(&effect.page, Section::SideEffects, &format!("{at}.page"), report);
        if facts.effects.iter().filter(|other| other.page == effect.page).count() > 1 {
            report.add(format!("{at}.page"), "deux effets ont la même page", "réunir les deux entrées");
        }
        for (index, id) in effect.therapies.iter().enumerate() {
            let path = format!("{at}.therapies[{index}]");
            ids.refer(Kind::Therapy, id.as_str(), &path, report);
            let Some(therapy) = facts.therapies.iter().find(|t| t.id == *id) else { continue };
            if !therapy.effects.contains(&effect.page) {
                report.add(
                    path,
                    format!("la thérapie « {id} » ne nomme pas en retour l'effet « {} »", effect.page),
                    "ajouter l'effet à cette thérapie dans therapies.json, ou retirer la thérapie d'ici",
                );
            }
        }
    }
}

fn places(facts: &Facts, ids: &Ids<'_>, report: &mut Report) {
    report.open("places.json");
    for (at, place) in facts.places.iter().enumerate() {
        let at = format!("[{at}]");
        report.filled(&format!("{at}.name"), &place.name.0);
        ids.refer_page(&place.page, &format!("{at}.page"), report);
        in_section(&place.page, Section::Places, &format!("{at}.page"), report);
        sourced(&place.sources, &at, ids, report);
        around_marseille(place.latitude, place.longitude, place.id.as_str(), &at, report);
        if place.activities.is_empty() {
            report.add(format!("{at}.activities"), "la liste est vide", "écrire ce qui se fait dans ce lieu");
        }
        for (index, text) in place.activities.iter().enumerate() {
            report.filled(&format!("{at}.activities[{index}]"), &text.to_plain());
        }
    }
}

/// The places stand around Marseille: a point elsewhere is a slip (latitude and longitude swapped, a sign, a comma).
fn around_marseille(latitude: f64, longitude: f64, name: &str, at: &str, report: &mut Report) {
    if !(43.0..=44.0).contains(&latitude) || !(4.5..=6.0).contains(&longitude) {
        report.add(
            format!("{at}.latitude"),
            format!("le point de « {name} » n'est pas autour de Marseille"),
            "écrire la latitude (environ 43,4) puis la longitude (environ 5,3), en degrés décimaux",
        );
    }
}

fn partners(facts: &Facts, ids: &Ids<'_>, report: &mut Report) {
    report.open("establishments.json");
    for (at, establishment) in facts.establishments.iter().enumerate() {
        let at = format!("[{at}]");
        report.filled(&format!("{at}.name"), &establishment.name.0);
        report.filled(&format!("{at}.role"), &establishment.role.to_plain());
        ids.refer(Kind::Place, establishment.place.as_str(), &format!("{at}.place"), report);
        sourced(&establishment.sources, &at, ids, report);
    }
    report.open("equipment.json");
    for (at, equipment) in facts.equipment.iter().enumerate() {
        let at = format!("[{at}]");
        report.filled(&format!("{at}.name"), &equipment.name.0);
        report.filled(&format!("{at}.purpose"), &equipment.purpose.to_plain());
        sourced(&equipment.sources, &at, ids, report);
        for (index, id) in equipment.establishments.iter().enumerate() {
            ids.refer(Kind::Establishment, id.as_str(), &format!("{at}.establishments[{index}]"), report);
        }
    }
    report.open("specialties.json");
    for (at, specialty) in facts.specialties.iter().enumerate() {
        let at = format!("[{at}]");
        helper(&specialty.name.0, &specialty.role.to_plain(), specialty.page.as_ref(), &at, ids, report);
        sourced(&specialty.sources, &at, ids, report);
    }
    report.open("professions.json");
    for (at, profession) in facts.professions.iter().enumerate() {
        let at = format!("[{at}]");
        helper(&profession.name.0, &profession.role.to_plain(), profession.page.as_ref(), &at, ids, report);
        sourced(&profession.sources, &at, ids, report);
    }
}

fn helper(name: &str, role: &str, page: Option<&PageId>, at: &str, ids: &Ids<'_>, report: &mut Report) {
    report.filled(&format!("{at}.name"), name);
    report.filled(&format!("{at}.role"), role);
    if let Some(page) = page {
        ids.refer_page(page, &format!("{at}.page"), report);
    }
}

fn terms(data: &Dataset, ids: &Ids<'_>, report: &mut Report) {
    report.open("terms.json");
    for (at, term) in data.terms.iter().enumerate() {
        let at = format!("[{at}]");
        report.filled(&format!("{at}.name"), &term.name.0);
        report.filled(&format!("{at}.definition"), &term.definition.to_plain());
        for (index, page) in term.pages.iter().enumerate() {
            ids.refer_page(page, &format!("{at}.pages[{index}]"), report);
        }
        for (index, id) in term.sources.iter().enumerate() {
            ids.refer(Kind::Source, id.as_str(), &format!("{at}.sources[{index}]"), report);
        }
        words(&term.aliases, &format!("{at}.aliases"), report);
        words(&term.misspellings, &format!("{at}.misspellings"), report);
        for (name, value) in [("expansion", &term.expansion), ("pronunciation", &term.pronunciation)] {
            if let Some(text) = value {
                report.filled(&format!("{at}.{name}"), &text.0);
            }
        }
    }
}

fn everyday(data: &Dataset, ids: &Ids<'_>, report: &mut Report) {
    report.open("everyday.json");
    let call = PageId::Standalone(Standalone::WhenToCall);
    for (at, entry) in data.everyday.iter().enumerate() {
        let at = format!("[{at}]");
        if entry.words.is_empty() {
            report.add(format!("{at}.words"), "la liste est vide", "écrire au moins un mot, ou retirer l'entrée");
        }
        words(&entry.words, &format!("{at}.words"), report);
        words(&entry.misspellings, &format!("{at}.misspellings"), report);
        if entry.pages.is_empty() {
            report.add(format!("{at}.pages"), "la liste est vide", "nommer la page qui répond le mieux");
        }
        for (index, page) in entry.pages.iter().enumerate() {
            ids.refer_page(page, &format!("{at}.pages[{index}]"), report);
        }
        if entry.alarm && entry.pages.first() != Some(&call) {
            report.add(
                format!("{at}.pages[0]"),
                "un signe d'alerte doit mener d'abord à « Quand appeler »",
                format!("écrire « {call} » en premier, ou retirer « alarm »"),
            );
        }
    }
}

fn words(texts: &[Text], at: &str, report: &mut Report) {
    for (index, text) in texts.iter().enumerate() {
        report.filled(&format!("{at}[{index}]"), &text.0);
    }
}

fn sources(data: &Dataset, report: &mut Report) {
    report.open("sources.json");
    for (at, source) in data.sources.iter().enumerate() {
        let at = format!("[{at}]");
        report.filled(&format!("{at}.organisation"), &source.organisation.0);
        report.filled(&format!("{at}.title"), &source.title.0);
        year(source, &at, report);
        if let Some(url) = &source.url {
            web(url, &format!("{at}.url"), report);
        }
    }
}

fn year(source: &Source, at: &str, report: &mut Report) {
    if source.year.is_some_and(|year| !(1900..=2199).contains(&year)) {
        report.add(
            format!("{at}.year"),
            "cette année est hors du possible",
            "écrire quatre chiffres, ou retirer le champ",
        );
    }
}

fn web(url: &str, at: &str, report: &mut Report) {
    let rest = url.strip_prefix("https://").or_else(|| url.strip_prefix("http://"));
    let host = rest.and_then(|r| r.split('/').next()).unwrap_or_default();
    if !host.contains('.') || url.contains(|c: char| c.is_whitespace() || c.is_control() || c == '"') {
        report.add(
            at,
            format!("« {url} » n'est pas une adresse de page"),
            "écrire l'adresse entière, qui commence par https://",
        );
    }
}
