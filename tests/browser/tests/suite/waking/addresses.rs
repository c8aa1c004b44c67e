//! Addresses that the server understands in its own way: a page is what it says it is, whatever the address says.

use super::{Failures, PAGE, alive, comes_to_text_of, file, has_text_of, must, no_incident, quiet, rests, soon, whole};
use crate::conformance;
use browser_tests::hosts::{instead, lenient};
use browser_tests::native::base_of;
use browser_tests::{Browser, Build, Chromium, Outcome, Site, routes};
use serde_json::json;
use std::fs;

/// Addresses beside those that the site writes, and the page that a host without prejudice takes each for.
const SPELLINGS: [(&str, &str); 13] = [
    ("/quand%2Dappeler/", "quand-appeler/"),
    ("/quand%2dappeler", "quand-appeler/"),
    ("/therapies/chimioth%65rapie/", PAGE),
    ("//quand-appeler//", "quand-appeler/"),
    ("/lieux//istres/", "lieux/istres/"),
    ("/Quand-Appeler/", "quand-appeler/"),
    ("/THERAPIES/chimiotherapie/", PAGE),
    ("/glossaire/Biopsie", "glossaire/biopsie/"),
    ("/quand-appeler/index.html", "quand-appeler/"),
    ("/quand-appeler/INDEX.HTML", "quand-appeler/"),
    ("/quand-appeler", "quand-appeler/"),
    ("/quand-appeler/?utm_source=lettre&x=%2F", "quand-appeler/"),
    ("/index.html", ""),
];

/// What is said of a program that was kept out, by the browser and by the loader.
const KEPT_OUT: [&str; 2] = ["net::ERR_BLOCKED_BY_CLIENT", "Failed to fetch"];

async fn host(router: axum::Router) -> Result<Site, String> {
    Site::with(router, base_of(&Build::Release.folder())?).await
}

/// A page that was served, and what may follow it.
struct Served<'a> {
    /// Its file.
    file: &'a str,
    /// The files that back may show.
    back: &'a [&'a str],
    /// What may be said in the console.
    said: &'a [&'a str],
}

/// The page that was served stays what it is, awake or kept from its program, and its links lead on.
async fn stays(browser: &Chromium, url: &str, served: &Served<'_>, kept_out: bool) -> Outcome {
    let awake = if kept_out { sleeps(browser, url).await? } else { rests(browser, url).await? };
    has_text_of(browser, served.file).await?;
    let html = fs::read_to_string(Build::Release.folder().join(served.file)).map_err(|error| error.to_string())?;
    let title = browser.text("return document.title.replaceAll('&', '&amp;')").await?;
    must(html.contains(&format!("<title>{title}</title>")), format!("another title: {title}"))?;
    if awake {
        alive(browser).await?;
        has_text_of(browser, served.file).await?;
    }
    leads_on(browser, served.back).await?;
    quiet(browser, served.said).await
}

/// A page whose program is kept out need not be waited for.
async fn sleeps(browser: &Chromium, url: &str) -> Result<bool, String> {
    browser.goto(url).await?;
    browser.settle().await?;
    let awake = browser.js("return document.documentElement.hasAttribute('data-awake')").await?;
    must(awake == false, "awake without its program").map(|()| false)
}

async fn leads_on(browser: &Browser, back: &[&str]) -> Outcome {
    let before = browser.text("return location.href").await?;
    browser.js("document.querySelector(\".site-footer a[href$='/contact/']\").click()").await?;
    comes_to_text_of(browser, "contact/index.html").await?;
    browser.client().back().await.map_err(|error| error.to_string())?;
    soon(browser, "back", &format!("return location.href === '{before}'")).await?;
    let mut told = String::new();
    for file in back {
        match comes_to_text_of(browser, file).await {
            Ok(()) => return Ok(()),
            Err(why) => told = why,
        }
    }
    Err(format!("back: {told}"))
}

/// Lets the program come, or not: what is asked of a page is asked of it asleep, too.
async fn keep_from_program(browser: &Chromium, kept: bool) -> Outcome {
    let urls: &[&str] = if kept { &["*.wasm"] } else { &[] };
    browser.cdp("Network.enable", json!({})).await?;
    browser.cdp("Network.setBlockedURLs", json!({ "urls": urls })).await.map(drop)
}

#[tokio::test]
async fn every_page_names_the_route_that_it_is_the_page_of() -> Outcome {
    let mut failures = Failures::default();
    for route in routes() {
        let path = Build::Release.folder().join(route.file());
        let html = fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        let name = route.file().trim_end_matches("index.html").to_owned();
        let root = html.split_once("<html ").and_then(|(_, rest)| rest.split_once('>')).map_or("", |(root, _)| root);
        let named = root.contains(&format!("data-route=\"{name}\""));
        failures.note(&route.file(), must(named, format!("<html {root:.40}…> does not say {name:?}")));
    }
    failures.none()
}

#[tokio::test]
async fn a_page_under_another_spelling_of_its_address_stays_as_it_was_served_awake_and_asleep() -> Outcome {
    let site = host(lenient(&Build::Release.folder())?).await?;
    let mut failures = Failures::default();
    for asleep in [false, true] {
        // A browser of its own: no worker of before has the program.
        let browser = Chromium::start().await?;
        keep_from_program(&browser, asleep).await?;
        for (spelling, page) in SPELLINGS {
            let (url, file) = (format!("{}{spelling}", site.origin), file(page));
            let served = Served { file: &file, back: &[&file], said: &KEPT_OUT };
            let held = stays(&browser, &url, &served, asleep).await;
            failures.note(&format!("{spelling}, program kept out: {asleep}"), held);
            drop(browser.console().await?);
        }
    }
    failures.none()
}

/// An address, the page that it is answered with, the status, and the file that back may show beside the one that was served.
const ANSWERS: [(&str, &str, &str, u16, &str); 7] = [
    ("/therapies/", "/404.html", "404.html", 404, "therapies/index.html"),
    ("/therapies/", "/404.html", "404.html", 200, "therapies/index.html"),
    ("/inconnu/", "/", "index.html", 200, "index.html"),
    ("/lieux/istres/", "/", "index.html", 200, "lieux/istres/index.html"),
    ("/therapies/", "/lieux/", "lieux/index.html", 200, "therapies/index.html"),
    (
        "/glossaire/biopsie/",
        "/therapies/chimiotherapie/simple/",
        "therapies/chimiotherapie/simple/index.html",
        200,
        "glossaire/biopsie/index.html",
    ),
    ("/inconnu/", "/hors-ligne/", "hors-ligne/index.html", 503, "hors-ligne/index.html"),
];

#[tokio::test]
async fn a_page_that_stands_for_another_address_stays_as_it_was_served_awake_and_asleep() -> Outcome {
    let (dist, mut failures) = (Build::Release.folder(), Failures::default());
    for (address, page, file, status, other) in ANSWERS {
        let site = host(instead(&dist, address, page, status)?).await?;
        for asleep in [false, true] {
            let browser = Chromium::start().await?;
            keep_from_program(&browser, asleep).await?;
            let but = [KEPT_OUT[0], KEPT_OUT[1], "the server responded with a status of"];
            let served = Served { file, back: &[file, other], said: &but };
            let held = stays(&browser, &site.path(address), &served, asleep).await;
            failures.note(&format!("{address} is {file} ({status}), program kept out: {asleep}"), held);
        }
    }
    failures.none()
}

#[tokio::test]
async fn a_link_in_another_spelling_leads_to_its_page_and_never_to_an_unknown_one() -> Outcome {
    let (site, browser) = (host(lenient(&Build::Release.folder())?).await?, Chromium::start().await?);
    let mut failures = Failures::default();
    let own = [("/aide/", "quand-appeler/"), ("/aide", "quand-appeler/")];
    for (spelling, page) in SPELLINGS.into_iter().chain(own) {
        whole(&browser, &site.path(PAGE)).await?;
        let follow = format!(
            "const link = document.createElement('a');
            link.setAttribute('href', '{}{spelling}');
            link.textContent = 'Quand appeler';
            document.querySelector('main p').append(link);
            link.click();
            link.remove()",
            if spelling.starts_with("//") { &site.origin } else { "" }
        );
        browser.js(&follow).await?;
        let came = if page == PAGE {
            // The page that is open already.
            has_text_of(&browser, &file(page)).await
        } else {
            comes_to_text_of(&browser, &file(page)).await
        };
        failures.note(spelling, came);
        failures.note(spelling, no_incident(&browser).await);
        failures.note(spelling, quiet(&browser, &[]).await);
    }
    failures.none()
}

#[tokio::test]
async fn pages_under_escaped_addresses_stay_as_nginx_and_caddy_serve_them() -> Outcome {
    let dist = fs::canonicalize(Build::Release.folder()).map_err(|error| error.to_string())?;
    let mut failures = Failures::default();
    for server in [conformance::nginx(&dist).await?, conformance::caddy(&dist).await?] {
        let browser = Chromium::start().await?;
        for (spelling, page) in [("/quand%2Dappeler/", "quand-appeler/"), ("/therapies/chimioth%65rapie/", PAGE)] {
            let (url, meant) = (format!("http://{}{spelling}", server.address()), file(page));
            rests(&browser, &url).await?;
            // A host may also say that it does not know the address.
            let status = browser.js("return performance.getEntriesByType('navigation')[0].responseStatus").await?;
            let file = if status == 404 { "404.html" } else { &meant };
            let served = Served { file, back: &[file, &meant], said: &["a status of 404"] };
            let held = stays(&browser, &url, &served, false).await;
            failures.note(&url, held);
            drop(browser.console().await?);
        }
    }
    failures.none()
}
