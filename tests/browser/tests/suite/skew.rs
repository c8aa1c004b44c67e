//! Releases that meet: pages, files and workers of three releases in every combination; old pages under new headers.
#![allow(clippy::print_stdout, reason = "figures are printed, to be quoted")]

use axum::Router;
use axum::extract::Request;
use browser_tests::copy::{with_copy, written};
use browser_tests::native::router;
use browser_tests::releases::{keep_previous, release};
use browser_tests::{Build, Chromium, Fault, FaultServer, Outcome};
use std::fs;
use std::path::Path;
use tempfile::TempDir;
use tower::ServiceExt as _;

/// Pages of one release, files of another, the worker of a third.
fn mixed(pages: &Path, assets: &Path, worker: &Path) -> Result<Router, String> {
    let (pages, assets, worker) = (router(pages)?, router(assets)?, router(worker)?);
    Ok(Router::new().fallback(move |request: Request| {
        let path = request.uri().path();
        let router = match path {
            "/sw.js" => worker.clone(),
            _ if path.starts_with("/assets/") => assets.clone(),
            _ => pages.clone(),
        };
        router.oneshot(request)
    }))
}

/// Three releases, each with the files of those before it, as `--keep-previous` leaves them.
fn three() -> Result<[TempDir; 3], String> {
    let releases = [release(0)?, release(1)?, release(2)?];
    keep_previous(releases[1].path(), releases[0].path())?;
    keep_previous(releases[2].path(), releases[1].path())?;
    Ok(releases)
}

#[tokio::test]
async fn twenty_seven_combinations_of_three_releases_show_the_page_and_reload_at_most_once() -> Outcome {
    let (browser, releases) = (Chromium::start().await?, three()?);
    let mut awake = 0;
    let text = written(&Build::Release.folder(), "therapies/index.html")?;
    for worker in &releases {
        for (page, pages) in releases.iter().enumerate() {
            for (kept, assets) in releases.iter().enumerate() {
                let server = FaultServer::start(worker.path()).await?;
                with_copy(&browser, &server.path("")).await?;
                browser.js("localStorage.setItem('note', 'ma question')").await?;
                server.swap_router(mixed(pages.path(), assets.path(), worker.path())?);
                drop(server.take_log());
                browser.goto(&server.path("therapies/")).await?;
                assert_eq!(browser.main_text().await?, text, "a page that is not whole");
                // Releases keep the files of those before them: such a page must wake up. Others may not.
                if kept >= page {
                    browser.until("it wakes up", "return 'awake' in document.documentElement.dataset").await?;
                } else {
                    browser.settle().await?;
                }
                let loads = server.take_log().iter().filter(|path| *path == "/therapies/").count();
                assert!((1..=2).contains(&loads), "{loads} loads");
                assert_eq!(browser.main_text().await?, text, "the page did not stay whole");
                assert_eq!(browser.text("return localStorage.getItem('note')").await?, "ma question");
                awake += u32::from(browser.js("return 'awake' in document.documentElement.dataset").await? == true);
                let old = pages.path().join("index.html");
                let page = fs::read_to_string(old).map_err(|error| error.to_string())?;
                assert!(page.contains("data-build"), "no page");
            }
        }
    }
    println!("27 combinations: 0 blank, {awake} awake, the others whole with plain links");
    Ok(())
}

/// Awake, and styled: the header has its own colour.
async fn styled_and_awake(browser: &Chromium, url: &str) -> Outcome {
    browser.wake(url).await?;
    let styled =
        "return getComputedStyle(document.querySelector('.site-header .call')).backgroundColor !== 'rgba(0, 0, 0, 0)'";
    browser.until("it is styled", styled).await
}

#[tokio::test]
async fn old_pages_new_pages_and_no_headers_are_styled_and_awake_or_styled_and_whole() -> Outcome {
    let (browser, [old, new, _]) = (Chromium::start().await?, three()?);
    let headers = |from: &Path, to: &Path| {
        fs::copy(from.join("_headers"), to.join("_headers")).map(drop).map_err(|error| error.to_string())
    };
    // An old page under the new header, with the files that the new release keeps.
    let mixed_old = release(0)?;
    headers(new.path(), mixed_old.path())?;
    let server = FaultServer::start(mixed_old.path()).await?;
    styled_and_awake(&browser, &server.path("therapies/"))
        .await
        .map_err(|told| format!("old page, new header: {told}"))?;
    // A new page under the old header: its inline style is refused, its sheet is not.
    let mixed_new = release(1)?;
    headers(old.path(), mixed_new.path())?;
    let server = FaultServer::start(mixed_new.path()).await?;
    styled_and_awake(&browser, &server.path("therapies/"))
        .await
        .map_err(|told| format!("new page, old header: {told}"))?;
    let refused = "return document.styleSheets.length";
    assert_eq!(browser.js(refused).await?, 1, "the inline style is refused, the file is not");
    // No header at all: the policy is the page's own.
    let server = FaultServer::start(new.path()).await?;
    server.fail("*", Fault::Bare);
    styled_and_awake(&browser, &server.path("therapies/")).await.map_err(|told| format!("no header: {told}"))?;
    assert!(server.hits() > 0);
    for code in ["document.createElement('script').text = 'alert(1)'", "trustedTypes.createPolicy('other', {})"] {
        let attempt = format!("try {{ {code}; return 'passed' }} catch (error) {{ return error.name }}");
        assert_eq!(browser.text(&attempt).await?, "TypeError", "{code}: no policy without headers");
    }
    Ok(())
}

#[tokio::test]
async fn after_a_rollback_the_worker_follows_the_server() -> Outcome {
    let (browser, [old, new, _]) = (Chromium::start().await?, three()?);
    let server = FaultServer::start(new.path()).await?;
    with_copy(&browser, &server.path("")).await?;
    let names = "const done = arguments[arguments.length - 1]; caches.keys().then((names) => done(names.join(' ')))";
    let before = browser.js_async(names, vec![]).await?;
    server.swap(old.path())?;
    drop(server.take_log());
    // A browser may put the change off while the worker of before is at work, until the next page: people read on.
    let mut after = before.clone();
    for path in ["therapies/", "lieux/", "contact/", "quand-appeler/", "therapies/"] {
        browser.wake(&server.path(path)).await?;
        let end = tokio::time::Instant::now() + std::time::Duration::from_secs(10);
        while tokio::time::Instant::now() < end {
            after = browser.js_async(names, vec![]).await?;
            if after != before && after.as_str().is_some_and(|names| !names.contains(' ')) {
                return Ok(());
            }
        }
    }
    let states = "const done = arguments[arguments.length - 1]; navigator.serviceWorker.getRegistration().then((held) => done(['installing', 'waiting', 'active'].map((at) => `${at}: ${held[at]?.state}`).join(', ')))";
    let states = browser.js_async(states, vec![]).await?;
    Err(format!("{before} stays: {after}; {states}; asked for: {:?}", server.take_log()))
}
