//! axe-core finds nothing, on any route, with every rule up to AAA; the keyboard reaches everything that can be seen.

use browser_tests::{Build, Chromium, Outcome, Site, checks, most_routes};

#[tokio::test]
async fn axe_finds_nothing_on_any_route() -> Outcome {
    let (site, browser, axe) = (Site::of(Build::Release).await?, Chromium::start().await?, checks::axe()?);
    // axe builds its own report page parts: the page's Trusted Types would refuse them.
    browser.cdp("Page.setBypassCSP", serde_json::json!({ "enabled": true })).await?;
    let mut findings = Vec::new();
    for route in most_routes() {
        let url = site.url(&route);
        browser.wake(&url).await?;
        let found = checks::axe_findings(&browser, &axe).await?;
        findings.extend(found.into_iter().map(|finding| format!("{url}: {finding}")));
    }
    assert!(findings.is_empty(), "{}", findings.join("\n"));
    Ok(())
}

#[tokio::test]
async fn the_skip_link_comes_first_and_leads_to_the_text() -> Outcome {
    let (site, browser) = (Site::of(Build::Release).await?, Chromium::start().await?);
    browser.wake(&site.path("therapies/")).await?;
    let tab = || async {
        let key = serde_json::json!({ "type": "keyDown", "key": "Tab", "code": "Tab", "windowsVirtualKeyCode": 9 });
        browser.cdp("Input.dispatchKeyEvent", key).await
    };
    tab().await?;
    assert_eq!(browser.text("return document.activeElement.getAttribute('href')").await?, "#contenu");
    assert_eq!(
        browser.js("return document.activeElement.getBoundingClientRect().top >= 0").await?,
        true,
        "it is not seen"
    );
    browser.click(".skip-link").await?;
    tab().await?;
    let inside = "return document.querySelector('main').contains(document.activeElement)";
    browser.until("the focus is in the text", inside).await
}
