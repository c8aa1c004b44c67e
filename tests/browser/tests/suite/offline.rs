//! Without network, every page opens from the copy, whole, protected, and saying what it is.
#![allow(clippy::print_stdout, reason = "figures are printed, to be quoted")]

use browser_tests::copy::{address, ask, is_copy_of, left_on_device, until_copied, with_copy};
use browser_tests::{Build, Chromium, Fault, FaultServer, Options, Outcome, routes, walked_routes};
use ipros::route::Route;
use serde_json::json;
use std::time::{Duration, Instant};

async fn dead_after_copy(browser: &Chromium) -> Result<FaultServer, String> {
    let mut server = FaultServer::start(&Build::Release.folder()).await?;
    with_copy(browser, &server.path("")).await?;
    server.die().await;
    assert!(!server.is_alive().await, "the server still answers");
    Ok(server)
}

/// Opens every route without network; gives the 95th percentile of the time to a loaded page.
async fn every_route(browser: &Chromium, awake: bool) -> Outcome {
    let server = dead_after_copy(browser).await?;
    let mut times = Vec::new();
    for route in walked_routes() {
        let start = Instant::now();
        browser.goto(&address(&server, &route)).await?;
        times.push(start.elapsed());
        if awake {
            browser.until("it wakes up", "return document.documentElement.hasAttribute('data-awake')").await?;
        }
        is_copy_of(browser, &route).await?;
    }
    times.sort_unstable();
    let p95 = times[times.len() * 95 / 100];
    println!("{} routes without network, p95 {} ms", times.len(), p95.as_millis());
    assert!(p95 < Duration::from_secs(1), "p95 {p95:?}");
    Ok(())
}

#[tokio::test]
async fn every_route_opens_without_network_wakes_up_and_has_its_whole_text() -> Outcome {
    every_route(&Chromium::start().await?, true).await
}

#[tokio::test]
async fn every_route_opens_without_network_and_without_webassembly() -> Outcome {
    let options = Options { arguments: vec!["--js-flags=--jitless".to_owned()], preferences: None };
    let browser = Chromium::with(options).await?;
    every_route(&browser, false).await?;
    assert_eq!(browser.text("return typeof WebAssembly").await?, "undefined");
    Ok(())
}

#[tokio::test]
async fn a_page_of_the_copy_is_protected_like_any_other() -> Outcome {
    let browser = Chromium::start().await?;
    let server = dead_after_copy(&browser).await?;
    browser.goto(&server.path("therapies/")).await?;
    assert_eq!(browser.js("return crossOriginIsolated").await?, true, "COOP and COEP are missing");
    for code in ["document.createElement('script').text = 'alert(1)'", "trustedTypes.createPolicy('other', {})"] {
        let attempt = format!("try {{ {code}; return 'passed' }} catch (error) {{ return error.name }}");
        assert_eq!(browser.text(&attempt).await?, "TypeError", "{code}");
    }
    let refused = "const done = arguments[arguments.length - 1];
        addEventListener('securitypolicyviolation', ({ effectiveDirective }) => done(effectiveDirective));
        document.body.append(document.createElement('form'));
        const image = new Image(); image.src = 'https://example.org/x.png'";
    assert_eq!(browser.js_async(refused, vec![]).await?, "img-src");
    Ok(())
}

#[tokio::test]
async fn other_spellings_of_an_address_lead_to_the_page_without_network_too() -> Outcome {
    let browser = Chromium::start().await?;
    let server = dead_after_copy(&browser).await?;
    for spelling in ["lieux/istres", "lieux/istres/index.html", "lieux//istres/", "lieux/istres.html"] {
        browser.goto(&server.path(spelling)).await?;
        assert_eq!(browser.text("return location.pathname").await?, "/lieux/istres/", "{spelling}");
        is_copy_of(
            &browser,
            &Route::parse("/lieux/istres/", &server.base, &browser_tests::content()).ok_or("no route")?,
        )
        .await?;
    }
    Ok(())
}

#[tokio::test]
async fn moving_around_without_network_needs_no_reload() -> Outcome {
    let browser = Chromium::start().await?;
    let server = dead_after_copy(&browser).await?;
    browser.ready(&server.path("therapies/")).await?;
    browser.js("window.sameDocument = true").await?;
    browser.click("main .card__title").await?;
    browser.until("the next page", "return location.pathname.split('/').length > 3 && window.sameDocument").await
}

#[tokio::test]
async fn the_page_of_what_is_there_lists_every_page_that_opens() -> Outcome {
    let browser = Chromium::start().await?;
    let server = dead_after_copy(&browser).await?;
    browser.ready(&server.path("hors-ligne/")).await?;
    browser.until("the list", "return document.querySelectorAll('[data-copies] a').length > 0").await?;
    let listed = browser.js("return document.querySelectorAll('[data-copies] a').length").await?;
    // Short versions and terms are reached from their pages and the glossary.
    let main = routes().into_iter().filter(|route| matches!(route, Route::Page(_)) && *route != Route::not_found());
    assert_eq!(listed, main.count());
    let state = browser.text("return document.querySelector('[data-copies] [role=status]').textContent").await?;
    assert!(state.contains("copie hors ligne"), "{state}");
    browser.click("[data-copies] a[href$='/quand-appeler/']").await?;
    browser.until("the link leads on", "return location.pathname === '/quand-appeler/'").await
}

#[tokio::test]
async fn online_the_page_comes_from_the_server_and_says_nothing_of_copies() -> Outcome {
    let browser = Chromium::start().await?;
    let server = FaultServer::start(&Build::Release.folder()).await?;
    with_copy(&browser, &server.path("")).await?;
    drop(server.take_log());
    browser.ready(&server.path("therapies/")).await?;
    assert_eq!(browser.js("return document.querySelectorAll('.site-note').length").await?, 0);
    let log = server.take_log();
    assert_eq!(log.iter().filter(|path| *path == "/therapies/").count(), 1, "{log:?}");
    assert!(!log.iter().any(|path| path.contains("/assets/app-")), "hashed files come from the copy: {log:?}");
    Ok(())
}

#[tokio::test]
async fn content_older_than_eighteen_months_says_so_louder_online_and_offline() -> Outcome {
    let browser = Chromium::start().await?;
    let later = "const now = Date.now; Date.now = () => now() + 700 * 86400000";
    let server = FaultServer::start(&Build::Release.folder()).await?;
    browser.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": later })).await?;
    browser.ready(&server.path("therapies/")).await?;
    assert!(browser.js("return Date.now() > 1.85e12").await? == true, "the clock was not moved");
    let loud = browser.text("return document.querySelector('.site-note--loud')?.textContent ?? ''").await?;
    assert!(loud.contains("plus de 18 mois"), "{loud:?}");
    assert_eq!(browser.js("return document.querySelectorAll('main .site-note').length").await?, 0);
    Ok(())
}

#[tokio::test]
async fn where_data_is_spared_nothing_is_copied() -> Outcome {
    let browser = Chromium::start().await?;
    let spare = "Object.defineProperty(navigator, 'connection', { value: { saveData: true } })";
    browser.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": spare })).await?;
    let server = FaultServer::start(&Build::Release.folder()).await?;
    browser.wake(&server.path("")).await?;
    assert_eq!(browser.js("return navigator.connection.saveData").await?, true);
    // Longer than the loader waits for an idle moment.
    let later = "const done = arguments[arguments.length - 1]; setTimeout(done, 5000, true)";
    browser.js_async(later, vec![]).await?;
    assert_eq!(left_on_device(&browser).await?, (0, 0));
    let asked = server.take_log();
    assert!(!asked.iter().any(|path| path == "/sw.js" || path.ends_with(".bundle")), "{asked:?}");
    Ok(())
}

#[tokio::test]
async fn the_whole_copy_is_within_a_megabyte_and_says_so_of_every_page() -> Outcome {
    let bytes = browser_tests::native::transferred(&Build::Release.folder())?;
    println!("the copy costs {bytes} bytes on the wire");
    assert!(bytes <= 1_000_000, "{bytes}");
    let browser = Chromium::start().await?;
    let server = FaultServer::start(&Build::Release.folder()).await?;
    with_copy(&browser, &server.path("")).await?;
    assert_eq!(ask(&browser).await?["whole"], true);
    Ok(())
}

#[tokio::test]
async fn a_slow_server_is_waited_for_three_seconds() -> Outcome {
    let browser = Chromium::start().await?;
    let server = FaultServer::start(&Build::Release.folder()).await?;
    with_copy(&browser, &server.path("")).await?;
    server.fail("/therapies/", Fault::Stall);
    let start = Instant::now();
    browser.goto(&server.path("therapies/")).await?;
    let waited = start.elapsed();
    assert!(server.hits() > 0, "the server did not stall");
    assert!((Duration::from_secs(3)..Duration::from_secs(5)).contains(&waited), "{waited:?}");
    is_copy_of(&browser, &Route::parse("/therapies/", &server.base, &browser_tests::content()).ok_or("no route")?).await
}

#[tokio::test]
async fn below_a_folder_the_copy_is_of_that_folder_only() -> Outcome {
    let browser = Chromium::start().await?;
    let mut server = FaultServer::start(&Build::InFolder.folder()).await?;
    with_copy(&browser, &server.path("")).await?;
    let scope = "const done = arguments[arguments.length - 1];
        navigator.serviceWorker.getRegistration().then((found) => done(new URL(found.scope).pathname))";
    assert_eq!(browser.js_async(scope, vec![]).await?, "/ipros/");
    server.die().await;
    browser.ready(&server.path("lieux/istres/")).await?;
    let note = browser.text("return document.querySelector('.site-note').textContent").await?;
    assert!(note.contains("copie hors ligne"), "{note}");
    until_copied(&browser).await
}
