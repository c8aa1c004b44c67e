//! Pure services: anchors, distances, marks, heads, headers, newer content.

use crate::{content, dataset};
use ipros::content::anchor::anchor;
use ipros::content::geography::{FRAME, degrees, kilometres, nearest, project};
use ipros::content::inline::RichText;
use ipros::content::{Content, PageId};
use ipros::route::meta::meta;
use ipros::route::{Base, Route};
use ipros::site::dist::headers;
use ipros::state::content_updates::{Version, accept};

#[test]
fn anchors_have_no_accents_signs_or_length() {
    assert_eq!(anchor("Quand appeler ?"), "quand-appeler");
    assert_eq!(anchor("Œdème, l’été : à 38 °C !"), "oedeme-l-ete-a-38-c");
    assert!(anchor(&"très long ".repeat(50)).len() <= 60);
}

/// Distances of the dossier (pathway.md §2.1), computed there with another program.
#[test]
fn distances_are_those_of_the_dossier() {
    let content = content();
    let point = |id: &str| {
        content
            .facts()
            .places
            .iter()
            .find(|place| place.id.as_str() == id)
            .map(|place| (place.latitude, place.longitude))
            .expect("a place")
    };
    let place = |id: &str| content.facts().places.iter().find(|place| place.id.as_str() == id).expect("a place");
    let known = [
        ("marseille", "aix-en-provence", 26),
        ("marseille", "aubagne", 15),
        ("marseille", "marignane", 19),
        ("marseille", "martigues", 29),
        ("marseille", "istres", 40),
        ("aix-en-provence", "puyricard", 6),
        ("marignane", "martigues", 13),
        ("martigues", "istres", 13),
    ];
    for (from, to, distance) in known {
        assert_eq!(kilometres(point(from), place(to)), distance, "{from} – {to}");
        assert_eq!(kilometres(point(to), place(from)), distance, "{to} – {from}");
    }
    assert_eq!(degrees(5.05526), "5.05526");
    assert_eq!(degrees(43.0), "43.00000");
}

#[test]
fn marks_are_read_and_written_back() {
    for text in [
        "Un **mot fort** et un [lien](page:lieux/istres).",
        "Le [15](tel:15), le [114](sms:114), la [RCP](terme:rcp).",
        "Un \\[crochet] et une \\*étoile.",
        "[drug](lang:en) [site](https://exemple.fr/a?b=c)",
    ] {
        let read = RichText::parse(text).unwrap_or_else(|error| panic!("{text}: {error}"));
        assert_eq!(RichText::parse(&read.to_string()), Ok(read), "{text}");
    }
    for text in
        ["**", "[a](b", "[a]", "[a](javascript:alert(1))", "[](tel:15)", "[a](tel:+x)", "[a](http://x.fr)", "\\"]
    {
        assert!(RichText::parse(text).is_err(), "{text}");
    }
}

#[test]
fn a_page_that_awaits_review_is_not_offered_to_search_engines_and_a_twin_names_its_page() {
    let content = content();
    let id = PageId::parse("therapies/chimiotherapie").expect("a page");
    let (main, twin) = (Route::Page(id.clone()), Route::Simple(id));
    assert!(!meta(&main, &content).indexed);
    assert_eq!(meta(&twin, &content).canonical, main);
    assert_ne!(meta(&twin, &content).title, meta(&main, &content).title);
}

#[test]
fn heads_and_structured_data_of_five_page_kinds() {
    let (content, base) = (content(), Base::parse("/").expect("a base path"));
    let told: Vec<String> = ["accueil", "therapies", "therapies/chimiotherapie", "lieux/istres", "quand-appeler"]
        .into_iter()
        .map(|id| {
            let route = Route::Page(PageId::parse(id).expect("a page"));
            let graph = ipros::route::json_ld::structured(&route, &content, &base);
            format!("{:#?}\n{:#}", meta(&route, &content), graph["@graph"][2])
        })
        .collect();
    insta::assert_snapshot!("heads", told.join("\n\n"));
}

#[test]
fn a_site_with_empty_fields_cannot_be_published() {
    let told = ipros::site::editor::publication::obstacles(&content()).join("\n");
    for missing in [
        "address",
        "publisher",
        "director",
        "host",
        "contact.phone",
        "relecture médicale",
        "« Istres »",
        "plus de 3 ans",
    ] {
        assert!(told.contains(missing), "{missing}: {told}");
    }
}

#[test]
fn a_new_page_has_a_file_that_reads_and_a_place_in_its_section() {
    let data = dataset();
    let (page, sections) =
        ipros::site::editor::new_page::new_page(&data, "therapies/curietherapie", "La curiethérapie").expect("new");
    let page: ipros::content::page::Page = serde_json::from_str(&page).expect("a page");
    assert_eq!(page.title.0, "La curiethérapie");
    assert!(sections.contains("\"curietherapie\""));
    for id in ["therapies/chimiotherapie", "therapies", "rien/du-tout", "therapies/Été"] {
        assert!(ipros::site::editor::new_page::new_page(&data, id, "Titre").is_err(), "{id}");
    }
}

#[test]
fn no_two_routes_have_the_same_title() {
    let content = content();
    let mut titles: Vec<String> = Route::all(&content).iter().map(|route| meta(route, &content).title).collect();
    let all = titles.len();
    titles.sort();
    titles.dedup();
    assert_eq!(titles.len(), all);
}

#[test]
fn headers_are_written_and_read_back_and_allow_nothing_inline() {
    let text = headers::file(&["sha256-abc".to_owned()], &Base::parse("/ipros/").expect("a base path"));
    let rules = headers::parse(&text).expect("it can be read");
    let page: Vec<_> =
        rules.iter().filter(|rule| rule.matches("/ipros/lieux/")).flat_map(|rule| &rule.headers).collect();
    let policy = &page.iter().find(|(name, _)| name == "Content-Security-Policy").expect("a policy").1;
    assert!(
        policy.starts_with("default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self' 'sha256-abc';")
    );
    assert!(!policy.contains("unsafe-inline") && !policy.contains("'unsafe-eval'") && !policy.contains("http"));
    assert!(policy.contains("require-trusted-types-for 'script'"));
    assert!(!text.contains("includeSubDomains"));
    let mut names: Vec<&str> = page.iter().map(|(name, _)| name.as_str()).collect();
    names.sort_unstable();
    names.dedup();
    assert_eq!(names.len(), page.len(), "a header set twice is joined by hosts");
    assert!(headers::parse("  X: y").is_err() && headers::parse("/\nno colon").is_err());
}

#[test]
fn only_a_whole_bundle_of_this_version_is_accepted() {
    let bundle = dataset().to_bundle();
    let taken = |text: &str| accept(&Content::of_core(&dataset().to_core()), text.to_owned()).is_some();
    assert!(taken(&bundle));
    let half = bundle.char_indices().nth(bundle.chars().count() / 2).expect("a middle").0;
    let spoiled = [
        "",
        "{}",
        &bundle[..half],
        &bundle[..bundle.len() - 1],
        &bundle.replacen("\"schema\":2", "\"schema\":1", 1),
        &bundle.replacen("\"schema\":2", "\"schema\":2,\"more\":0", 1),
        &bundle.replacen("\nlieux/istres ", "\nlieux/istre ", 1),
    ];
    for (at, text) in spoiled.iter().enumerate() {
        assert_ne!(*text, bundle, "{at}: nothing was spoiled");
        assert!(!taken(text), "{at}");
    }
}

#[test]
fn a_word_of_a_text_changes_the_bundle_and_not_what_the_program_carries() {
    let (before, mut data) = (dataset(), dataset());
    let page = data.pages.get_mut(&PageId::parse("therapies").expect("an id")).expect("a page");
    page.review = ipros::content::page::Review::Awaiting;
    page.blocks.clear();
    page.updated = ipros::content::date::Date::parse("2031-01-02").expect("a date");
    data.terms[0].definition = ipros::content::RichText::default();
    data.sources.pop();
    assert_eq!(before.to_core(), data.to_core());
    assert_ne!(before.to_bundle(), data.to_bundle());
    let content = Content::of_core(&before.to_core());
    assert!(content.owns(&data.to_bundle()), "its texts can be used at once");
    page_title(&mut data);
    assert!(!content.owns(&data.to_bundle()), "another title is newer content");
}

fn page_title(data: &mut ipros::content::Dataset) {
    let page = data.pages.get_mut(&PageId::parse("therapies").expect("an id")).expect("a page");
    page.title.0.push('x');
}

#[test]
fn a_version_file_names_only_a_plain_file_of_this_schema() {
    let version = |schema: u32, file: &str, integrity: &str| {
        Version::parse(&format!(r#"{{"schema":{schema},"file":"{file}","integrity":"{integrity}"}}"#)).is_some()
    };
    assert!(version(2, "content-0a.bundle", "sha256-x"));
    assert!(!version(1, "content-0a.bundle", "sha256-x"));
    for file in ["../x", "content-/../x", "https://x.fr/content-", "other.bundle", "content-é"] {
        assert!(!version(2, file, "sha256-x"), "{file}");
    }
    assert!(!version(2, "content-0a.bundle", ""));
    assert!(Version::parse("<html>").is_none());
}

#[test]
fn what_is_read_from_the_bundle_is_what_the_dataset_holds() {
    let (data, content) = (dataset(), content());
    assert_eq!((content.terms(), content.everyday()), (data.terms.as_slice(), data.everyday.as_slice()));
    assert_eq!((content.sources().len(), content.facts()), (data.sources.len(), &data.facts));
    for (id, page) in &data.pages {
        assert_eq!(content.head(id), Some(&page.head(id.clone())));
        assert_eq!(content.body(id), Some(page.body()));
        assert_eq!(content.updated(id), Some(page.updated));
    }
}

#[test]
fn without_texts_content_lists_and_names_everything_and_shows_no_page() {
    let (whole, core) = (content(), Content::of_core(&dataset().to_core()));
    assert_eq!(Route::all(&core), Route::all(&whole));
    assert!(!core.has_texts() && core.terms().is_empty() && core.sources().is_empty());
    assert!(core.heads().all(|head| core.body(&head.id).is_none() && core.updated(&head.id).is_none()));
}

#[test]
fn the_nearest_place_is_the_one_that_a_map_shows() {
    let content = content();
    let town = |name: &str| content.facts().site.towns.iter().find(|town| town.name.0 == name).expect(name);
    for (name, place) in [
        ("Salon-de-Provence", "istres"),
        ("Vitrolles", "marignane"),
        ("Cassis", "aubagne"),
        ("Pertuis", "puyricard"),
        ("Port-de-Bouc", "martigues"),
        ("Marseille", "marseille"),
        ("Gardanne", "aix-en-provence"),
    ] {
        let town = town(name);
        let found = nearest((town.latitude, town.longitude), &content.facts().places).expect("a place");
        assert_eq!(found.id.as_str(), place, "{name}");
    }
}

#[test]
fn the_places_stand_on_the_map_where_they_stand_in_the_country() {
    let content = content();
    let at = |id: &str| {
        let place = content.facts().places.iter().find(|place| place.id.as_str() == id).expect(id);
        project(place.latitude, place.longitude)
    };
    for place in &content.facts().places {
        let (x, y) = project(place.latitude, place.longitude);
        assert!((60..FRAME.0 - 60).contains(&x) && (60..FRAME.1 - 60).contains(&y), "{}: {x}, {y}", place.id);
    }
    assert!(at("istres").0 < at("martigues").0 && at("martigues").0 < at("marignane").0);
    assert!(at("puyricard").1 < at("aix-en-provence").1 && at("aix-en-provence").1 < at("marseille").1);
    assert!(at("aubagne").0 > at("marseille").0);
    // One kilometre is as long eastward as northward: Marseille and Aubagne are 15 km apart, Marseille and Aix 26.
    let apart = |a: &str, b: &str| {
        let ((x, y), (u, v)) = (at(a), at(b));
        f64::from((x - u).pow(2) + (y - v).pow(2)).sqrt()
    };
    let scale = apart("marseille", "aix-en-provence") / apart("marseille", "aubagne");
    assert!((1.6..1.8).contains(&scale), "{scale}");
}
