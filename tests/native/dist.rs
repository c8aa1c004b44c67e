//! The files of `dist/`: complete, linked, without anything that a page must not hold, within their sizes.
#![allow(clippy::print_stdout, reason = "sizes are printed, to be quoted")]

use crate::{content, dataset, dist, root};
use ipros::route::{Base, Route};
use ipros::site::build::render::render;
use ipros::site::dist::asset::hash;
use ipros::site::dist::budget::{Row, measure};
use ipros::site::dist::files::files;
use ipros::site::dist::info::BuildInfo;
use ipros::state::context::SitePlace;
use scraper::{Html, Selector};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::sync::Arc;

fn pages() -> BTreeMap<Route, String> {
    let dist = dist();
    let read = |route: Route| {
        let path = dist.join(route.file());
        let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
        (route, text)
    };
    Route::all(&content()).into_iter().map(read).collect()
}

fn select<'a>(page: &'a Html, selector: &str) -> Vec<scraper::ElementRef<'a>> {
    page.select(&Selector::parse(selector).expect("a selector")).collect()
}

#[test]
fn the_dist_is_of_this_source() {
    let info = BuildInfo::of(&dist()).expect("build-info.json");
    assert_eq!(info.content, hash(dataset().to_bundle().as_bytes()), "dist is of older content: cargo xtask build");
}

#[test]
fn what_stands_in_every_file_is_what_the_views_give() {
    let content = Arc::new(content());
    for (route, text) in pages() {
        let drawings = text.split_once("data-drawings=\"").and_then(|(_, rest)| rest.split('"').next());
        let base = Base::parse("/").expect("a base path");
        let place = Arc::new(SitePlace { base, drawings: drawings.expect("the drawings").to_owned() });
        let app = format!("<div id=\"app\">{}</div>", render(&route, &content, &place));
        assert!(text.contains(&app), "{route:?}: dist is older than the views: cargo xtask build");
        assert!(text.contains(&format!("data-route=\"{}\"", route.path())), "{route:?}");
        assert!(!app.contains("<!--"), "{route:?}: a comment, which a host may take out");
    }
}

#[test]
fn every_route_has_its_file_and_every_page_file_its_route() {
    let dist = dist();
    let routes: BTreeSet<String> = Route::all(&content()).iter().map(Route::file).collect();
    let found = files(&dist).expect("dist can be read");
    let found: BTreeSet<String> = found
        .iter()
        .filter(|path| path.extension().is_some_and(|e| e == "html"))
        .map(|path| path.strip_prefix(&dist).expect("below dist").to_string_lossy().into_owned())
        .collect();
    assert_eq!(found, routes);
}

#[test]
fn every_link_inside_the_site_leads_to_a_page_and_every_fragment_to_an_element() {
    let pages = pages();
    let root = Base::parse("/").expect("a base path");
    let ids: BTreeMap<String, BTreeSet<String>> = pages
        .iter()
        .map(|(route, text)| {
            let page = Html::parse_document(text);
            let ids = select(&page, "[id]").iter().filter_map(|e| e.attr("id")).map(str::to_owned).collect();
            (route.href(&root), ids)
        })
        .collect();
    let mut seen = 0;
    for (route, text) in &pages {
        let own = route.href(&root);
        for link in select(&Html::parse_document(text), "a[href]") {
            let href = link.attr("href").unwrap_or_default();
            if !href.starts_with(['/', '#']) {
                assert!(
                    ["https://", "http://", "tel:", "sms:", "geo:"].iter().any(|s| href.starts_with(s)),
                    "{own}: {href}"
                );
                continue;
            }
            let (path, fragment) = href.split_once('#').map_or((href, None), |(path, part)| (path, Some(part)));
            let path = if path.is_empty() { own.as_str() } else { path };
            let there = ids.get(path).unwrap_or_else(|| panic!("{own}: {href} leads nowhere"));
            assert!(fragment.is_none_or(|id| there.contains(id)), "{own}: {href} names no element");
            seen += 1;
        }
    }
    assert!(seen > 1000, "only {seen} links were seen");
}

#[test]
fn every_page_has_one_title_one_heading_its_language_and_unique_ids() {
    for (route, text) in pages() {
        let page = Html::parse_document(&text);
        assert_eq!(select(&page, "h1").len(), 1, "{route:?}");
        assert_eq!(select(&page, "title").len(), 1, "{route:?}");
        assert_eq!(select(&page, "main").len(), 1, "{route:?}");
        assert_eq!(select(&page, "html[lang=fr]").len(), 1, "{route:?}");
        let description = select(&page, "meta[name=description]")[0].attr("content").unwrap_or_default().to_owned();
        assert!((20..=220).contains(&description.chars().count()), "{route:?}: {description}");
        let ids: Vec<_> = select(&page, "[id]").iter().filter_map(|e| e.attr("id")).map(str::to_owned).collect();
        let unique: BTreeSet<_> = ids.iter().collect();
        assert_eq!(ids.len(), unique.len(), "{route:?}: an id stands twice: {ids:?}");
    }
}

#[test]
fn no_page_holds_an_inline_script_a_style_attribute_a_handler_or_a_foreign_resource() {
    for (route, text) in pages() {
        let page = Html::parse_document(&text);
        for script in select(&page, "script:not([type='application/ld+json'])") {
            assert!(script.attr("src").is_some_and(|src| src.starts_with("/assets/")), "{route:?}");
            assert!(script.attr("integrity").is_some_and(|hash| hash.starts_with("sha256-")), "{route:?}");
        }
        assert_eq!(select(&page, "style").len(), 1, "{route:?}");
        assert!(
            select(&page, "main script, main noscript, iframe, form, img, object, embed, base").is_empty(),
            "{route:?}"
        );
        for element in select(&page, "*") {
            for (name, value) in element.value().attrs() {
                assert!(name != "style" && !name.starts_with("on"), "{route:?}: {name}=\"{value}\"");
                let loads = matches!(name, "src" | "srcset") || (name == "href" && element.value().name() == "link");
                let inside =
                    value.starts_with('/') || (value.starts_with('#') && element.attr("rel") == Some("expect"));
                assert!(!loads || inside, "{route:?}: {name}=\"{value}\"");
            }
        }
    }
}

/// The types and properties that we use, of those that schema.org gives them (version 29).
const SCHEMA: [(&str, &[&str]); 6] = [
    ("MedicalOrganization", &["@id", "name", "description", "areaServed", "telephone", "url"]),
    (
        "MedicalWebPage",
        &[
            "name",
            "description",
            "url",
            "inLanguage",
            "publisher",
            "audience",
            "specialty",
            "dateModified",
            "lastReviewed",
            "reviewedBy",
        ],
    ),
    ("BreadcrumbList", &["itemListElement"]),
    ("ListItem", &["position", "name", "item"]),
    ("Place", &["name"]),
    ("Patient", &[]),
];

fn follows_schema(value: &serde_json::Value, route: &Route) {
    match value {
        serde_json::Value::Array(items) => items.iter().for_each(|item| follows_schema(item, route)),
        serde_json::Value::Object(fields) => {
            if let Some(kind) = fields.get("@type").and_then(|kind| kind.as_str()) {
                let (_, known) =
                    SCHEMA.iter().find(|(name, _)| *name == kind).unwrap_or_else(|| panic!("{route:?}: {kind}"));
                for name in fields.keys().filter(|name| *name != "@type") {
                    assert!(known.contains(&name.as_str()), "{route:?}: {kind} has no {name}");
                }
            }
            fields.values().for_each(|field| follows_schema(field, route));
        }
        _ => {}
    }
}

#[test]
fn structured_data_is_json_of_known_types_and_claims_no_review() {
    for (route, text) in pages() {
        let page = Html::parse_document(&text);
        let scripts = select(&page, "script[type='application/ld+json']");
        assert_eq!(scripts.len(), 1, "{route:?}");
        let graph = scripts[0].text().collect::<String>();
        follows_schema(&serde_json::from_str(&graph).unwrap_or_else(|error| panic!("{route:?}: {error}")), &route);
        assert!(!graph.contains("lastReviewed") && !graph.contains("MedicalClinic"), "{route:?}");
    }
}

#[test]
fn a_build_that_is_no_release_bears_the_draft_mark_on_every_page() {
    for (route, text) in pages() {
        assert_eq!(select(&Html::parse_document(&text), ".draft-mark").len(), 1, "{route:?}");
    }
}

#[test]
fn devices_and_search_engines_find_their_files() {
    let dist = dist();
    let read = |name: &str| fs::read_to_string(dist.join(name)).unwrap_or_else(|error| panic!("{name}: {error}"));
    assert!(read("sitemap.xml").contains("<urlset") && !read("sitemap.xml").contains("simple/"));
    let licences = read("licences.txt");
    assert!(licences.contains("leptos 0.8.23, MIT") && !licences.contains(", ?,"), "{licences}");
    assert!(read("robots.txt").starts_with("User-agent: *"));
    let manifest: serde_json::Value = serde_json::from_str(&read("manifest.webmanifest")).expect("JSON");
    for icon in manifest["icons"].as_array().expect("icons") {
        let name = icon["src"].as_str().expect("a name").trim_start_matches('/');
        assert!(dist.join(name).is_file(), "{name}");
    }
    for (name, width) in [("icon-180.png", 180_u32), ("icon-512.png", 512), ("social.png", 1200)] {
        let bytes = fs::read(dist.join(name)).expect(name);
        assert_eq!(bytes[16..20], width.to_be_bytes(), "{name}");
    }
}

#[test]
fn a_release_has_no_review_page_and_one_type_face_of_at_most_60_000_bytes() {
    let found = files(&dist()).expect("dist can be read");
    assert!(!found.iter().any(|path| path.to_string_lossy().contains("_apercu")));
    let faces: Vec<_> = found.iter().filter(|path| path.extension().is_some_and(|e| e == "woff2")).collect();
    assert_eq!(faces.len(), 1);
    assert!(fs::metadata(faces[0]).expect("a file").len() <= 60_000);
}

#[test]
fn a_page_that_awaits_review_tells_search_engines_to_leave_it() {
    for (route, text) in pages() {
        assert!(text.contains(r#"<meta name="robots" content="noindex">"#), "{route:?}");
    }
}

#[test]
fn every_fact_of_the_seed_stands_on_its_page() {
    let pages = pages();
    let table = fs::read_to_string(root().join("tests/seed.tsv")).expect("tests/seed.tsv");
    let fold =
        |text: &str| ipros::text::prose::words(text).map(ipros::text::fold::unaccented).collect::<Vec<_>>().join(" ");
    let mut rows = 0;
    for line in table.lines().skip(1).filter(|line| !line.is_empty()) {
        let [fact, path, pattern] = line.split('\t').collect::<Vec<_>>()[..] else { panic!("seed.tsv: {line}") };
        let (_, text) = pages.iter().find(|(route, _)| route.href(&Base::parse("/").expect("/")) == path).expect(path);
        let page = Html::parse_document(text);
        let shown = fold(&select(&page, "main")[0].text().collect::<Vec<_>>().join(" "));
        for part in pattern.split('|') {
            let wanted = fold(part);
            assert!(
                !wanted.is_empty() && format!(" {shown}").contains(&format!(" {wanted}")),
                "{path}: « {part} » is missing ({fact})"
            );
        }
        rows += 1;
    }
    println!("seed.tsv: {rows} rows");
    assert!(rows >= 40, "{rows} rows");
}

#[test]
fn the_files_are_within_their_sizes() {
    let text = fs::read_to_string(root().join("tests/budget.json")).expect("tests/budget.json");
    let mut ceilings: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    let measured = |ceilings: &serde_json::Value| {
        let ceilings = serde_json::from_value(ceilings.clone()).expect("ceilings");
        measure(&dist(), &dataset(), &ceilings).expect("dist can be measured")
    };
    for row in measured(&ceilings) {
        println!("{}: {} of {:?} {}", row.name, row.found, row.ceiling, row.note);
        assert!(!row.over(), "{}: {} of {:?}", row.name, row.found, row.ceiling);
    }
    ceilings["code_br11"] = serde_json::json!(100_000);
    assert!(measured(&ceilings).iter().any(Row::over), "a ceiling that is too low is not noticed");
}

#[test]
fn the_audit_has_seen_the_views_and_styles_of_today_and_found_nothing() {
    let path = root().join("tests/audit/report.json");
    let text = fs::read_to_string(&path).expect("tests/audit/report.json: cargo xtask audit writes it");
    let report: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    let now = ipros::site::dist::fingerprint::views_and_styles(&root()).expect("the sources can be read");
    assert_eq!(report["views_and_styles"], now, "views or styles have changed since the audit: cargo xtask audit");
    let cells = report["cells"].as_array().expect("cells");
    let kinds: BTreeSet<String> =
        cells.iter().map(|cell| format!("{} {} {}", cell["engine"], cell["theme"], cell["state"])).collect();
    assert_eq!((cells.len(), kinds.len()), (12, 12), "3 engines, 2 themes, 2 states");
    for cell in cells {
        assert_eq!(cell["findings"], serde_json::json!([]), "{cell}");
        assert!(cell["axe_rules_passed"].as_u64() > Some(1000), "{cell}");
    }
    assert_eq!(report["asleep_below_the_policy"], serde_json::json!([]));
}

#[test]
fn compressed_copies_hold_the_same_bytes() {
    let found = files(&dist()).expect("dist can be read");
    let packed: Vec<_> = found.iter().filter(|path| path.extension().is_some_and(|e| e == "br")).collect();
    assert!(packed.len() > 100, "{} compressed files", packed.len());
    for path in packed {
        let mut plain = Vec::new();
        brotli::BrotliDecompress(&mut &*fs::read(path).expect("it can be read"), &mut plain).expect("brotli");
        assert_eq!(plain, fs::read(path.with_extension("")).expect("the original"), "{}", path.display());
    }
}
