//! URLs: every path in one snapshot, parser and writer agree, under any base.

use crate::content;
use ipros::content::PageId;
use ipros::route::{Base, Route};

fn base(path: &str) -> Base {
    Base::parse(path).expect("a base path")
}

#[test]
fn every_path_of_the_site() {
    let paths: Vec<String> = Route::all(&content()).iter().map(|route| route.href(&base("/"))).collect();
    insta::assert_snapshot!("every_path", paths.join("\n"));
}

#[test]
fn what_is_written_is_read_back_under_any_base() {
    let content = content();
    for base in [base("/"), base("/ipros/"), base("a/b.c")] {
        for route in Route::all(&content) {
            assert_eq!(Route::parse(&route.href(&base), &base, &content), Some(route.clone()));
            assert_eq!(Route::read(&route.path()), Some(route));
        }
    }
}

#[test]
fn a_path_that_leads_nowhere_is_not_found() {
    let content = content();
    let long = "x".repeat(100_000);
    let nowhere = [
        "/rien/",
        "/therapies/rien/",
        "/therapies/chimiotherapie/rien/",
        "/simple/",
        "/accueil/",
        "/page-introuvable/",
        "/plan-du-site/simple/",
        "/therapies/../lieux/",
        "/%00/",
        "/<script>/",
        &long,
        "/quand%/",
        "/quand%2/",
        "/th%C3%A9rapies/",
        "/quand appeler/",
    ];
    for path in nowhere {
        assert_eq!(Route::parse(path, &base("/"), &content), None, "{path:.60}");
    }
    assert_eq!(Route::parse("/therapies/", &base("/ipros/"), &content), None);
}

#[test]
fn slashes_and_index_files_at_the_end_do_not_count() {
    let content = content();
    let route = Route::Page(PageId::parse("lieux/istres").expect("a page"));
    for path in ["/lieux/istres", "/lieux/istres/", "/lieux/istres/index.html"] {
        assert_eq!(Route::parse(path, &base("/"), &content), Some(route.clone()));
    }
}

#[test]
fn a_path_that_a_server_takes_for_a_page_of_ours_is_that_page() {
    let content = content();
    let route = Route::Page(PageId::parse("therapies/chimiotherapie").expect("a page"));
    for path in [
        "/therapies/chimioth%65rapie/",
        "/Therapies/ChimioTherapie/",
        "//therapies//chimiotherapie//",
        "/therapies%2Fchimiotherapie/",
        "/THERAPIES/chimiotherapie/INDEX.HTML",
    ] {
        assert_eq!(Route::parse(path, &base("/"), &content), Some(route.clone()), "{path}");
        let inside = format!("/Ipros{path}");
        assert_eq!(Route::parse(&inside, &base("/ipros/"), &content), Some(route.clone()), "{inside}");
    }
}

#[test]
fn a_base_path_that_a_url_would_have_to_escape_is_refused() {
    for path in ["/é/", "/a b/", "/a//b/", "/../", "/a?b/", "/a#b/"] {
        assert!(Base::parse(path).is_err(), "{path}");
    }
}
