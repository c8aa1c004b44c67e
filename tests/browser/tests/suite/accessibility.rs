//! axe-core finds nothing; the keyboard reaches everything that can be seen. All routes: `cargo xtask audit`.

use browser_tests::{Build, Chromium, Outcome, Site, axe, build_name, kinds_and_a_fifth, routes};

#[tokio::test]
async fn axe_finds_nothing_on_a_route_of_each_kind_and_a_fifth_of_the_rest() -> Outcome {
    let (site, browser, program) = (Site::of(Build::Release).await?, Chromium::start().await?, axe::program()?);
    browser.cdp("Page.setBypassCSP", serde_json::json!({ "enabled": true })).await?;
    let mut problems = Vec::new();
    for route in kinds_and_a_fifth(routes(), &build_name(Build::Release)?) {
        let url = site.url(&route);
        browser.wake(&url).await?;
        let (findings, passed) = axe::findings(&browser, &program).await?;
        assert!(passed > 10, "{url}: axe passed {passed} rules only");
        problems.extend(findings.iter().map(|finding| format!("{url}: {finding}")));
    }
    assert!(problems.is_empty(), "{}", problems.join("\n"));
    Ok(())
}

#[test]
fn five_turns_see_every_route_and_each_turn_sees_every_kind() {
    let all = routes();
    let kinds = |routes: &[_]| routes.iter().map(browser_tests::kind).collect::<std::collections::BTreeSet<_>>();
    let turns = ["0", "1", "2", "3", "4"].map(|turn| kinds_and_a_fifth(all.clone(), turn));
    assert!(turns.iter().all(|turn| kinds(turn) == kinds(&all) && turn.len() < all.len() * 2 / 3));
    assert!(all.iter().all(|route| turns.iter().any(|turn| turn.contains(route))));
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
