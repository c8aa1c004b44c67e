//! Small windows, large text, wide spacing: nothing scrolls sideways, nothing is cut.

use browser_tests::checks::{self, Findings};
use browser_tests::{Build, Chromium, Options, Outcome, Site, walked_routes};
use serde_json::json;

/// The override of WCAG 1.4.12, as a user's own style.
const SPACING: &str = "const sheet = new CSSStyleSheet(); sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important } p { margin-bottom: 2em !important }'); document.adoptedStyleSheets = [sheet]";

#[tokio::test]
async fn no_page_scrolls_sideways_at_320_by_256_nor_with_the_text_spaced_out() -> Outcome {
    let (site, browser) = (Site::of(Build::Release).await?, Chromium::start().await?);
    let mut all = Findings::default();
    for route in walked_routes() {
        let url = site.url(&route);
        checks::window(&browser, 320, 256).await?;
        browser.goto(&url).await?;
        browser.js("for (const folded of document.querySelectorAll('main details')) folded.open = true").await?;
        checks::overflow(&browser, &format!("{url} 320"), &mut all).await?;
        browser.js(SPACING).await?;
        checks::overflow(&browser, &format!("{url} 320 spaced"), &mut all).await?;
        checks::window(&browser, 1280, 800).await?;
        checks::overflow(&browser, &format!("{url} 1280 spaced"), &mut all).await?;
    }
    all.none();
    Ok(())
}

#[tokio::test]
async fn text_of_twice_the_size_fits_a_phone_and_a_screen() -> Outcome {
    let preferences = Some(json!({ "webkit": { "webprefs": { "default_font_size": 32 } } }));
    let browser = Chromium::with(Options { preferences, ..Options::default() }).await?;
    let site = Site::of(Build::Release).await?;
    browser.goto(&site.path("")).await?;
    assert_eq!(browser.text("return getComputedStyle(document.documentElement).fontSize").await?, "32px");
    let mut all = Findings::default();
    for route in walked_routes() {
        let url = site.url(&route);
        browser.goto(&url).await?;
        for (width, height) in [(320, 640), (1280, 800)] {
            checks::window(&browser, width, height).await?;
            checks::overflow(&browser, &format!("{url} {width}"), &mut all).await?;
        }
        let call = "const call = document.querySelector('.site-header .call').getBoundingClientRect(); return call.width > 0 && call.left >= 0 && call.right <= innerWidth && call.top >= 0 && call.bottom <= innerHeight";
        checks::window(&browser, 320, 640).await?;
        if browser.js(call).await? != true {
            all.add(&url, ["« Quand appeler ? » is out of sight".to_owned()]);
        }
    }
    all.none();
    Ok(())
}
