//! What each page kind shows, rendered natively with the views that the program builds.

use crate::{content, place};
use ipros::content::PageId;
use ipros::route::{Base, Route};
use ipros::site::build::render::render;
use ipros::text::fold::fold;
use scraper::{Html, Selector};
use std::sync::Arc;

fn page(id: &str) -> Html {
    let content = Arc::new(content());
    let route = match id.strip_suffix("/simple") {
        Some(page) => Route::Simple(PageId::parse(page).expect("a page")),
        None => Route::Page(PageId::parse(id).expect("a page")),
    };
    Html::parse_document(&render(&route, &content, &place("/ipros/")))
}

fn texts(page: &Html, selector: &str) -> Vec<String> {
    let selector = Selector::parse(selector).expect("a selector");
    page.select(&selector)
        .map(|e| e.text().collect::<String>().split_whitespace().collect::<Vec<_>>().join(" "))
        .collect()
}

fn links(page: &Html, selector: &str) -> Vec<String> {
    let selector = Selector::parse(selector).expect("a selector");
    page.select(&selector).filter_map(|e| e.attr("href")).map(str::to_owned).collect()
}

#[test]
fn every_page_leads_to_when_to_call_and_shows_its_review_state() {
    for id in ["accueil", "therapies", "therapies/chimiotherapie", "lieux/istres", "effets-indesirables/fievre/simple"]
    {
        let page = page(id);
        assert_eq!(links(&page, ".site-header .call"), ["/ipros/quand-appeler/"], "{id}");
        let review = texts(&page, ".review");
        assert!(review[0].starts_with("En attente de relecture médicale · Texte du"), "{id}: {review:?}");
        assert_eq!(texts(&page, "h1").len(), 1, "{id}");
    }
}

#[test]
fn a_therapy_leads_to_its_effects_and_an_effect_back_to_its_therapies() {
    let therapy = page("therapies/hormonotherapie");
    assert!(
        links(&therapy, "main .card__title").contains(&"/ipros/effets-indesirables/bouffees-de-chaleur/".to_owned())
    );
    let effect = page("effets-indesirables/bouffees-de-chaleur");
    assert!(links(&effect, "main .card__title").contains(&"/ipros/therapies/hormonotherapie/".to_owned()));
}

#[test]
fn a_place_shows_what_is_done_there_and_the_others_from_near_to_far() {
    let place = page("lieux/istres");
    let others = texts(&place, "main .links > li");
    assert_eq!(others.len(), 6);
    assert!(others[0].starts_with("Martigues 13 km"), "{others:?}");
    assert!(others[5].starts_with("Aubagne"), "{others:?}");
    assert_eq!(links(&place, "main a[href^='geo:']"), ["geo:43.51345,4.98747?q=43.51345,4.98747"]);
    assert_eq!(texts(&place, "main dt").iter().filter(|label| *label == "Téléphone").count(), 1);
}

#[test]
fn the_site_map_names_every_page_once() {
    let content = content();
    let listed = links(&page("plan-du-site"), "main .flow a");
    for head in content.heads().filter(|head| head.id.to_string() != "page-introuvable") {
        let href = Route::Page(head.id.clone()).href(&Base::parse("/ipros/").expect("a base path"));
        let times = listed.iter().filter(|link| **link == href).count();
        // The introduction links to "Quand appeler ?" as well.
        let wanted = if href.ends_with("/quand-appeler/") { 2 } else { 1 };
        assert_eq!(times, wanted, "{href}");
    }
}

#[test]
fn emergency_numbers_are_links_that_dial_or_write() {
    let contact = page("contact");
    for number in ["tel:15", "tel:112", "sms:114"] {
        assert!(links(&contact, "main a").contains(&number.to_owned()), "{number}");
    }
}

#[test]
fn a_twin_leads_back_and_a_page_leads_to_its_twin() {
    assert!(
        links(&page("therapies/chimiotherapie"), ".tools a")
            .contains(&"/ipros/therapies/chimiotherapie/simple/".to_owned())
    );
    assert!(
        links(&page("therapies/chimiotherapie/simple"), ".tools a")
            .contains(&"/ipros/therapies/chimiotherapie/".to_owned())
    );
}

#[test]
fn rendering_twice_gives_the_same_bytes() {
    let (content, place) = (Arc::new(content()), place("/"));
    for route in Route::all(&content) {
        assert_eq!(render(&route, &content, &place), render(&route, &content, &place), "{route:?}");
    }
}

#[test]
fn the_glossary_names_every_term_once_and_each_term_has_its_page() {
    let content = Arc::new(content());
    let listed = links(&page("glossaire"), "main .letter a");
    assert_eq!(listed.len(), content.terms().len());
    for term in content.terms() {
        let route = Route::Term(term.id.clone());
        let href = route.href(&Base::parse("/ipros/").expect("a base path"));
        assert_eq!(listed.iter().filter(|link| **link == href).count(), 1, "{href}");
        let shown = Html::parse_document(&render(&route, &content, &place("/ipros/")));
        assert_eq!(texts(&shown, "h1"), [term.name.0.split_whitespace().collect::<Vec<_>>().join(" ")]);
        assert!(links(&shown, ".breadcrumb a").contains(&"/ipros/glossaire/".to_owned()));
        let related = links(&shown, "main .card__title");
        for id in &term.pages {
            let href = Route::Page(id.clone()).href(&Base::parse("/ipros/").expect("a base path"));
            assert!(related.contains(&href), "{}: {href}", term.id);
        }
    }
}

#[test]
fn the_index_stands_in_order_and_leads_from_every_everyday_word_to_a_page() {
    let content = content();
    let index = page("index-a-z");
    let letters = texts(&index, "main .letter h2");
    let mut sorted = letters.clone();
    sorted.sort();
    assert_eq!(letters, sorted);
    // An everyday word that is the name of a page or a term stands there once, as that name.
    let listed = fold(&texts(&index, "main .letter li").join(" "));
    for words in content.everyday().iter().flat_map(|entry| &entry.words) {
        assert!(listed.contains(&fold(&words.0)), "{}", words.0);
    }
}

#[test]
fn what_has_changed_names_every_page_under_the_day_of_its_text_newest_first() {
    let changes = page("ce-qui-a-change");
    let days: Vec<String> = {
        let time = Selector::parse("main .fold time").expect("a selector");
        changes.select(&time).filter_map(|time| time.attr("datetime")).map(str::to_owned).collect()
    };
    assert!(days.len() > 1 && days.is_sorted_by(|a, b| a > b), "{days:?}");
    let pages = content().heads().filter(|head| head.id.is_listed()).count();
    assert_eq!(links(&changes, "main .fold a").len(), pages);
}

#[test]
fn without_code_the_search_is_a_link_to_the_index_and_no_field_has_a_name() {
    for id in ["accueil", "recherche", "glossaire", "plan-du-site"] {
        let page = page(id);
        assert_eq!(links(&page, ".search-link"), ["/ipros/index-a-z/"], "{id}");
        let fields = Selector::parse("input").expect("a selector");
        assert!(page.select(&fields).all(|field| field.attr("name").is_none()), "{id}");
        let sleeping = Selector::parse("[data-needs-code] input").expect("a selector");
        assert_eq!(
            page.select(&fields).count(),
            page.select(&sleeping).count(),
            "{id}: a field that cannot work is shown"
        );
    }
}
