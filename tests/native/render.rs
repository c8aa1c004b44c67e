//! What each page kind shows, rendered natively with the views that the browser hydrates.

use crate::content;
use ipros::content::PageId;
use ipros::route::{Base, Route};
use ipros::site::render::render;
use scraper::{Html, Selector};
use std::sync::Arc;

fn page(id: &str) -> Html {
    let (content, base) = (Arc::new(content()), Base::parse("/ipros/").expect("a base path"));
    let route = match id.strip_suffix("/simple") {
        Some(page) => Route::Simple(PageId::parse(page).expect("a page")),
        None => Route::Page(PageId::parse(id).expect("a page")),
    };
    Html::parse_document(&render(&route, &content, &base))
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
    let (content, base) = (Arc::new(content()), Base::parse("/").expect("a base path"));
    for route in Route::all(&content) {
        assert_eq!(render(&route, &content, &base), render(&route, &content, &base), "{route:?}");
    }
}
