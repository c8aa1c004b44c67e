//! The copy for places without network, as the build leaves it: every page, every file, the headers of every answer.
#![allow(clippy::print_stdout, reason = "sizes are printed, to be quoted")]

use crate::{content, dist, root};
use ipros::route::{Base, Route};
use ipros::site::deploy::kits;
use ipros::site::dist::asset::hash;
use ipros::site::dist::contract::{CACHE_PREFIX, WorkerCopy};
use ipros::site::dist::copy::{copy_of, transferred};
use ipros::site::dist::files::files;
use ipros::site::dist::headers;
use ipros::site::dist::info::BuildInfo;
use ipros::site::dist::page::{PageFields, PagesPart, part};
use std::collections::BTreeSet;
use std::fs;

fn read(name: &str) -> String {
    fs::read_to_string(dist().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

/// The pages of the copy, part by part.
fn pages(copy: &WorkerCopy) -> Vec<PageFields> {
    let mut pages = Vec::new();
    for (name, file) in &copy.pages.parts {
        let read: PagesPart = serde_json::from_str(&read(file.trim_start_matches('/'))).expect("JSON");
        assert!(read.iter().all(|page| part(&page.route) == name), "{name}: a page of another part");
        pages.extend(read);
    }
    pages
}

#[test]
fn the_copy_gives_back_every_page_byte_for_byte() {
    let copy = copy_of(&dist()).expect("sw.js");
    let (pages, template) = (pages(&copy), read(copy.pages.template.trim_start_matches('/')));
    let base = Base::parse("/").expect("a base path");
    let routes = Route::all(&content());
    assert_eq!(pages.len(), routes.len());
    for route in routes {
        let fields = pages.iter().find(|page| page.path == route.href(&base)).unwrap_or_else(|| panic!("{route:?}"));
        let page = fields.file(&template).expect("the slots of the template");
        assert!(page == read(&route.file()) && fields.name() == route.file(), "{route:?} differs");
    }
}

#[test]
fn the_list_of_pages_names_each_main_page_once() {
    let copy = copy_of(&dist()).expect("sw.js");
    let pages = pages(&copy);
    let listed: Vec<&str> = pages.iter().filter(|page| page.listed).map(|page| page.path.as_str()).collect();
    assert!(listed.contains(&"/therapies/chimiotherapie/") && listed.contains(&copy.list_page.as_str()));
    let elsewhere =
        |path: &&str| path.ends_with("/simple/") || path.starts_with("/glossaire/c") || *path == "/404.html";
    assert_eq!(listed.iter().filter(|path| elsewhere(path)).count(), 0, "{listed:?}");
    let titles: BTreeSet<&str> = pages.iter().filter(|page| page.listed).map(|page| page.title.as_str()).collect();
    assert_eq!(titles.len(), listed.len(), "a title stands twice");
}

#[test]
fn the_worker_names_every_file_of_the_release_with_its_hash() {
    let (dist, copy) = (dist(), copy_of(&dist()).expect("sw.js"));
    for (path, wanted) in &copy.files {
        let bytes = fs::read(dist.join(path.trim_start_matches('/'))).unwrap_or_else(|error| panic!("{path}: {error}"));
        assert_eq!(*wanted, hash(&bytes), "{path}");
    }
    let own = BuildInfo::of(&dist).expect("build-info.json").releases.swap_remove(0).assets;
    for path in own.into_iter().map(|name| format!("/assets/{name}")) {
        assert!(copy.files.contains_key(&path), "{path} is not copied");
    }
    let sent = transferred(&dist).expect("every file is there");
    println!("the copy: {} files, {sent} bytes on the wire", copy.files.len());
    assert!(sent <= 1_000_000, "{sent}");
}

#[test]
fn answers_from_the_copy_carry_the_headers_of_the_release() {
    let copy = copy_of(&dist()).expect("sw.js");
    let sent = kits::rules(&dist()).expect("_headers");
    assert_eq!(copy.headers.len(), sent.len());
    for (name, value) in &sent {
        let own = &copy.headers[name];
        // The policy of the copy lists its own style only: it is for its own pages.
        assert!(own == value || (name == "Content-Security-Policy" && value.len() >= own.len()), "{name}: {own}");
    }
}

#[test]
fn one_policy_stands_in_the_headers_the_kits_and_every_page() {
    let rules = kits::rules(&dist()).expect("_headers");
    let policy = &rules.iter().find(|(name, _)| name == "Content-Security-Policy").expect("a policy").1;
    let kits = kits::kits(&dist()).expect("kits");
    for name in ["nginx/ipros-headers.conf", "caddy/ipros-headers.caddy", "cloudfront/response-headers-policy.json"] {
        assert!(kits[name].contains(policy.as_str()), "{name}");
        for (header, _) in &rules {
            let own_field =
                ["Content-Security-Policy", "Strict-Transport-Security", "X-Content-Type-Options", "Referrer-Policy"];
            let elsewhere = name.starts_with("cloudfront") && own_field.contains(&header.as_str());
            assert!(elsewhere || kits[name].contains(header.as_str()), "{name} lacks {header}");
        }
    }
    for (name, text) in &kits {
        assert!(!text.contains("%BASE") && !text.contains("%ROOT%") && !text.contains("%HEADERS%"), "{name}");
    }
    let style = policy.split('\'').find(|part| part.starts_with("sha256-")).expect("a hash").to_owned();
    let meta = headers::meta_policy(&[style]);
    assert!(!meta.contains("frame-ancestors"));
    for route in Route::all(&content()) {
        let page = read(&route.file());
        let stated = format!("<meta http-equiv=\"Content-Security-Policy\" content=\"{meta}\">");
        assert!(page.contains(&stated), "{route:?}");
        assert!(page.find(&stated) < page.find("<style>"), "{route:?}: the policy comes after what it governs");
    }
}

#[test]
fn the_files_for_netlify_and_cloudflare_are_within_their_limits() {
    let (headers, redirects) = (read("_headers"), read("_redirects"));
    assert_eq!(headers::over_limits(&headers, &redirects), Vec::<String>::new());
    let folder = headers::redirects(&Base::parse("/ipros/").expect("a base path"));
    assert_eq!(headers::over_limits("", &folder), Vec::<String>::new());
    let rules = (0..101).fold(String::new(), |text, at| format!("{text}/{at}\n  X: y\n"));
    let many = (0..2001).fold(String::new(), |text, at| format!("{text}/{at} / 301\n"));
    let dynamic = (0..101).fold(String::new(), |text, at| format!("{text}/{at}/* /:splat 301\n"));
    let long = format!("/ {}\n", "x".repeat(1000));
    for (headers, redirects) in [
        (rules.as_str(), ""),
        (&format!("/\n  X: {}\n", "y".repeat(2000)), ""),
        ("  X: y\n", ""),
        ("", many.as_str()),
        ("", &dynamic),
        ("", &long),
        ("", "/a /b 999\n"),
        ("", "a /b\n"),
        ("", "/a\n"),
    ] {
        assert!(!headers::over_limits(headers, redirects).is_empty(), "{headers:.40} {redirects:.40}");
    }
}

#[test]
fn the_kill_switch_and_the_worker_speak_of_the_same_copies() {
    let kill = fs::read_to_string(root().join("deploy/kill-switch/sw.js")).expect("the kill switch");
    assert!(kill.contains(&format!("`{CACHE_PREFIX}${{base}}:`")), "the name of the copies");
    assert_eq!(copy_of(&dist()).expect("sw.js").cache_prefix, format!("{CACHE_PREFIX}/:"));
    assert!(kill.contains("registration.unregister()") && !kill.contains("addEventListener(\"fetch\""));
}

#[test]
fn nothing_in_the_dist_makes_code_out_of_text() {
    for path in files(&dist()).expect("dist can be read") {
        if path.extension().is_none_or(|ending| ending != "js") {
            continue;
        }
        let text = fs::read_to_string(&path).expect("text");
        for word in
            ["eval(", "new Function", " Function(", "(Function(", "document.write", "importScripts", "setTimeout(\""]
        {
            assert!(!text.contains(word), "{}: {word}", path.display());
        }
    }
}
