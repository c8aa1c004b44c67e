//! The site when its code cannot run: whole, and every link works.

use browser_tests::{Build, Chromium, Options, Outcome, Site, main_text, walked_routes};
use serde_json::json;
use std::fs;

#[tokio::test]
async fn without_javascript_every_page_shows_its_whole_text() -> Outcome {
    let site = Site::of(Build::Release).await?;
    let browser = Chromium::start().await?;
    browser.cdp("Emulation.setScriptExecutionDisabled", json!({ "value": true })).await?;
    for route in walked_routes() {
        browser.goto(&site.url(&route)).await?;
        assert_eq!(browser.js("return document.documentElement.hasAttribute('data-awake')").await?, false);
        let html = fs::read_to_string(Build::Release.folder().join(route.file())).map_err(|error| error.to_string())?;
        assert_eq!(browser.main_text().await?, main_text(&html), "{route:?}");
        let needs_code = "return [...document.querySelectorAll('[data-needs-code]')]
            .filter(e => e.checkVisibility({visibilityProperty: true})).length";
        assert_eq!(browser.js(needs_code).await?, 0, "{route:?} shows a control that cannot work");
    }
    Ok(())
}

#[tokio::test]
async fn without_javascript_menu_and_links_work() -> Outcome {
    let site = Site::of(Build::Release).await?;
    let browser = Chromium::start().await?;
    browser.cdp("Emulation.setScriptExecutionDisabled", json!({ "value": true })).await?;
    browser.goto(&site.path("")).await?;
    browser.click(".menu > summary").await?;
    browser.click(".menu__panel a[href$='/effets-indesirables/']").await?;
    browser.until("the section", "return location.pathname.endsWith('/effets-indesirables/')").await?;
    browser.click(".site-header .call").await?;
    browser.until("when to call", "return location.pathname.endsWith('/quand-appeler/')").await?;
    assert_eq!(browser.js("return document.querySelectorAll('a[href=\"tel:15\"]').length > 0").await?, true);
    Ok(())
}

#[tokio::test]
async fn without_webassembly_the_page_stays_whole_and_its_links_are_plain() -> Outcome {
    let site = Site::of(Build::Release).await?;
    let options = Options { arguments: vec!["--js-flags=--jitless".to_owned()], preferences: None };
    let browser = Chromium::with(options).await?;
    browser.goto(&site.path("therapies/")).await?;
    assert_eq!(browser.text("return typeof WebAssembly").await?, "undefined", "WebAssembly is still there");
    assert_eq!(browser.console().await?, Vec::<String>::new());
    browser.click("main .card__title").await?;
    browser.until("the link leads on", "return location.pathname.split('/').length > 3").await?;
    assert_eq!(browser.js("return document.documentElement.hasAttribute('data-awake')").await?, false);
    Ok(())
}

#[tokio::test]
async fn after_a_panic_the_page_stays_and_links_belong_to_the_browser_again() -> Outcome {
    let (site, browser) = (Site::of(Build::Release).await?, Chromium::start().await?);
    browser.ready(&site.path("therapies/")).await?;
    let text = browser.main_text().await?;
    // What the panic hook does, done from outside: a panic cannot be had from a program without faults.
    browser.js("window.sameDocument = true; dispatchEvent(new Event('ipros-stopped'))").await?;
    assert_eq!(browser.main_text().await?, text);
    assert_eq!(browser.js("return document.documentElement.hasAttribute('data-awake')").await?, false);
    browser.click("main .card__title").await?;
    browser.until("a real navigation", "return location.pathname.split('/').length > 3 && !window.sameDocument").await
}

#[tokio::test]
async fn a_trap_in_the_wasm_during_a_click_ends_in_a_real_navigation() -> Outcome {
    let (site, browser) = (Site::of(Build::Release).await?, Chromium::start().await?);
    browser.ready(&site.path("therapies/")).await?;
    // A module that traps stands for ours: the error event carries a genuine WebAssembly.RuntimeError.
    let trap = "window.sameDocument = true;
        const bytes = new Uint8Array([0,97,115,109,1,0,0,0,1,4,1,96,0,0,3,2,1,0,7,5,1,1,102,0,0,10,5,1,3,0,0,11]);
        const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes));
        document.querySelector('main').addEventListener('click', (event) => { event.preventDefault(); exports.f(); })";
    browser.js(trap).await?;
    browser.click("main .card__title").await?;
    browser.until("a real navigation", "return location.pathname.split('/').length > 3 && !window.sameDocument").await
}
