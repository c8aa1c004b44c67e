//! What is seen: contrast, sizes, order, stillness, on every page in both themes, as computed on the page.

use browser_tests::checks::{self, Findings};
use browser_tests::{Build, Chromium, Fault, FaultServer, Outcome, Site, axe, walked_routes};
use serde_json::json;
use std::time::Duration;

const THEMES: [&str; 2] = ["light", "dark"];

#[tokio::test]
async fn every_page_has_contrast_large_targets_and_an_order_of_headings_in_both_themes() -> Outcome {
    let (site, browser) = (Site::of(Build::Release).await?, Chromium::start().await?);
    let mut all = Findings::default();
    for route in walked_routes() {
        let url = site.url(&route);
        browser.wake(&url).await?;
        browser.js("for (const folded of document.querySelectorAll('main details')) folded.open = true").await?;
        for theme in THEMES {
            checks::media(&browser, "screen", &[("prefers-color-scheme", theme)]).await?;
            checks::contrast(&browser, &format!("{url} {theme}"), &mut all).await?;
        }
        checks::structure(&browser, &url, &mut all).await?;
        for width in [1280, 390] {
            checks::window(&browser, width, 800).await?;
            checks::targets(&browser, &format!("{url} {width}"), &mut all).await?;
        }
    }
    all.none();
    Ok(())
}

#[tokio::test]
async fn the_measure_of_contrast_sees_pale_text_and_a_small_target() -> Outcome {
    let (site, browser) = (Site::of(Build::Release).await?, Chromium::start().await?);
    browser.wake(&site.path("contact/")).await?;
    let spoil = "const p = document.querySelector('main p'); p.style.color = '#888'; const a = document.querySelector('.button'); a.style.minHeight = 0; a.style.height = '20px'; a.style.padding = 0";
    browser.js(spoil).await?;
    let mut all = Findings::default();
    checks::contrast(&browser, "spoiled", &mut all).await?;
    checks::targets(&browser, "spoiled", &mut all).await?;
    assert!(all.lines.iter().any(|line| line.contains("contrast ")), "{all:?}");
    assert!(all.lines.iter().any(|line| line.contains("target ")), "{all:?}");
    Ok(())
}

/// Pages whose layouts differ most.
const LAYOUTS: [&str; 6] =
    ["", "therapies/chimiotherapie/", "quand-appeler/", "lieux/", "therapies/comparer/", "plan-du-site/"];

/// What moves on these pages, on a phone and on a screen, with nothing in the browser's cache.
async fn moved(browser: &Chromium, url: impl Fn(&str) -> String) -> Result<String, String> {
    let mut moved = Vec::new();
    for path in LAYOUTS {
        for (width, height) in [(390, 844), (1280, 900)] {
            checks::window(browser, width, height).await?;
            browser.cdp("Network.clearBrowserCache", json!({})).await?;
            browser.wake(&url(path)).await?;
            let shifts = checks::layout_shifts(browser).await?;
            moved.extend(shifts.into_iter().map(|shift| format!("/{path} at {width}: {shift}")));
        }
    }
    Ok(moved.join("\n"))
}

#[tokio::test]
async fn nothing_moves_while_a_page_loads_and_wakes_up() -> Outcome {
    let (site, browser) = (Site::of(Build::Release).await?, Chromium::start().await?);
    assert_eq!(moved(&browser, |path| site.path(path)).await?, "");
    Ok(())
}

#[tokio::test]
async fn nothing_moves_however_slowly_a_page_and_its_type_face_arrive() -> Outcome {
    let browser = Chromium::start().await?;
    browser.cdp("Network.setBypassServiceWorker", json!({ "bypass": true })).await?;
    let server = FaultServer::start(&Build::Release.folder()).await?;
    // Some hundred bytes at a time: the browser paints a page many times before it is whole.
    for path in LAYOUTS {
        server.fail(&format!("/{path}"), Fault::Slow(Duration::ZERO, 8000));
    }
    server.fail("*.woff2", Fault::Late(Duration::from_millis(700)));
    assert_eq!(moved(&browser, |path| server.path(path)).await?, "");
    assert!(server.hits() >= 2 * LAYOUTS.len(), "the pages came at once");
    Ok(())
}

#[tokio::test]
async fn forced_colours_keep_text_and_edges() -> Outcome {
    let (site, browser) = (Site::of(Build::Release).await?, Chromium::start().await?);
    let mut all = Findings::default();
    for path in ["", "therapies/chimiotherapie/", "quand-appeler/", "lieux/", "contact/"] {
        let url = site.path(path);
        browser.wake(&url).await?;
        checks::media(&browser, "screen", &[("forced-colors", "active")]).await?;
        checks::contrast(&browser, &url, &mut all).await?;
        let bare = "return [...document.querySelectorAll('.button, .card, .care, .input')].filter(e => e.checkVisibility() && parseFloat(getComputedStyle(e).borderTopWidth) < 1).length";
        assert_eq!(browser.js(bare).await?, 0, "{url}: a piece has no edge");
    }
    all.none();
    Ok(())
}

#[tokio::test]
async fn without_type_face_and_drawings_the_page_is_whole() -> Outcome {
    let (site, browser) = (Site::of(Build::Release).await?, Chromium::start().await?);
    browser.cdp("Network.enable", json!({})).await?;
    browser.cdp("Network.setBlockedURLs", json!({ "urls": ["*.woff2", "*.svg"] })).await?;
    let mut all = Findings::default();
    for path in ["", "therapies/immunotherapie/", "lieux/"] {
        let url = site.path(path);
        browser.wake(&url).await?;
        checks::contrast(&browser, &url, &mut all).await?;
        checks::targets(&browser, &url, &mut all).await?;
        checks::overflow(&browser, &url, &mut all).await?;
    }
    all.none();
    Ok(())
}

#[tokio::test]
async fn the_drawings_are_there_and_take_the_inks_of_the_theme() -> Outcome {
    let (site, browser) = (Site::of(Build::Release).await?, Chromium::start().await?);
    browser.wake(&site.path("therapies/chimiotherapie/")).await?;
    let sprite = "return performance.getEntriesByType('resource').filter(e => /drawings-[0-9a-f]+\\.svg/.test(e.name) && e.responseEnd > 0 && e.decodedBodySize > 10000).length";
    browser.until("the drawings are loaded", &format!("{sprite} === 1")).await?;
    let missing = "return [...document.querySelectorAll('use')].filter(u => u.closest('svg').checkVisibility() && u.getBBox().width === 0).map(u => u.getAttribute('href')).join(' ')";
    assert_eq!(browser.text(missing).await?, "", "drawings that are not in the file");
    Ok(())
}

#[tokio::test]
async fn axe_finds_nothing_on_the_page_of_examples() -> Outcome {
    let (site, browser, program) = (Site::of(Build::Dev).await?, Chromium::start().await?, axe::program()?);
    browser.cdp("Page.setBypassCSP", json!({ "enabled": true })).await?;
    for theme in THEMES {
        checks::media(&browser, "screen", &[("prefers-color-scheme", theme)]).await?;
        browser.goto(&site.path("_apercu/")).await?;
        let names = "return document.querySelectorAll('main > section').length";
        assert!(browser.js(names).await?.as_u64() > Some(30), "examples are missing");
        let mut all = Findings::default();
        checks::contrast(&browser, theme, &mut all).await?;
        all.none();
        // One page that holds each piece once more than a page would has doubled names and headings: judged piece by piece.
        let (found, _) = axe::findings(&browser, &program).await?;
        let own = ["heading-order", "duplicate-id", "landmark", "page-has-heading-one", "region", "identical-links"];
        let found: Vec<String> =
            found.into_iter().filter(|line| !own.iter().any(|rule| line.starts_with(rule))).collect();
        assert!(found.is_empty(), "{theme}\n{}", found.join("\n"));
    }
    Ok(())
}
