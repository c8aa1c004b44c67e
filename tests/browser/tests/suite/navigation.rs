//! Moving through the site once it is awake: at once, without loading documents, and told to everyone.

use browser_tests::{Build, Chromium, Outcome, Site};

async fn awake(path: &str) -> Result<(Site, Chromium), String> {
    let (site, browser) = (Site::of(Build::Release).await?, Chromium::start().await?);
    browser.ready(&site.path(path)).await?;
    browser.js("window.sameDocument = true").await?;
    drop(site.take_requests());
    Ok((site, browser))
}

/// The page at `path` is shown, in the document that was there before.
async fn arrived(browser: &Chromium, site: &Site, path: &str) -> Outcome {
    let path = format!("{}{path}", site.base.as_str());
    browser.until(&path, &format!("return location.pathname === '{path}'")).await?;
    browser.until("the focus has moved", "return document.activeElement.tagName === 'H1'").await?;
    assert_eq!(browser.js("return window.sameDocument === true").await?, true, "{path}: a document was loaded");
    Ok(())
}

#[tokio::test]
async fn menu_breadcrumb_and_site_map_lead_on_without_loading_a_document() -> Outcome {
    let (site, browser) = awake("").await?;
    browser.click(".menu > summary").await?;
    browser.click(".menu__panel a[href$='/therapies/']").await?;
    arrived(&browser, &site, "therapies/").await?;
    assert_eq!(browser.js("return document.querySelector('.menu').open").await?, false, "the menu stays open");
    browser.click("main .card__title[href$='/chimiotherapie/']").await?;
    arrived(&browser, &site, "therapies/chimiotherapie/").await?;
    browser.click(".breadcrumb a[href$='/therapies/']").await?;
    arrived(&browser, &site, "therapies/").await?;
    browser.click(".site-footer a[href$='/plan-du-site/']").await?;
    arrived(&browser, &site, "plan-du-site/").await?;
    browser.click("main .links a[href$='/lieux/istres/']").await?;
    arrived(&browser, &site, "lieux/istres/").await?;
    let documents: Vec<String> = site.take_requests().into_iter().filter(|path| path.ends_with('/')).collect();
    assert_eq!(documents, Vec::<String>::new());
    Ok(())
}

#[tokio::test]
async fn every_link_of_the_site_map_opens_its_page_without_loading_a_document() -> Outcome {
    let (site, browser) = awake("plan-du-site/").await?;
    let list = "return [...document.querySelectorAll('main .flow a')].map(a => a.getAttribute('href'))
        .filter(href => href.startsWith('/') && !href.startsWith(location.pathname)).join(' ')";
    let links = browser.text(list).await?;
    assert!(links.split(' ').count() > 20, "the site map is short: {links}");
    for href in links.split(' ') {
        browser.js(&format!("document.querySelector('main .flow a[href=\"{href}\"]').click()")).await?;
        browser
            .until(href, &format!("return location.pathname === '{href}' && document.activeElement.tagName === 'H1'"))
            .await?;
        assert_eq!(browser.console().await?, Vec::<String>::new(), "{href}");
        browser.client().back().await.map_err(|error| error.to_string())?;
        browser.until("back on the site map", "return document.querySelectorAll('main .links').length > 3").await?;
    }
    assert_eq!(browser.js("return window.sameDocument === true").await?, true);
    assert!(!site.take_requests().iter().any(|path| path.ends_with('/')));
    Ok(())
}

#[tokio::test]
async fn a_route_change_sets_the_title_and_is_announced_but_the_first_page_is_not() -> Outcome {
    let (site, browser) = awake("therapies/").await?;
    let status = "return document.querySelector('[role=status]').textContent.trim()";
    assert_eq!(browser.text(status).await?, "");
    assert_eq!(
        browser.js("return document.activeElement === document.body").await?,
        true,
        "the first page took the focus"
    );
    let before = browser.text("return document.title").await?;
    browser.click("main .card__title[href$='/immunotherapie/']").await?;
    arrived(&browser, &site, "therapies/immunotherapie/").await?;
    let after = browser.text("return document.title").await?;
    assert_ne!(before, after);
    assert!(browser.text(status).await?.ends_with(&after));
    let heading = browser.text("return document.querySelector('h1').textContent").await?;
    assert!(after.starts_with(&heading), "{after} does not start with {heading}");
    Ok(())
}

#[tokio::test]
async fn a_new_page_starts_at_its_top_and_back_restores_the_place() -> Outcome {
    let (site, browser) = awake("therapies/chimiotherapie/").await?;
    browser.js("window.scrollTo(0, document.body.scrollHeight); document.querySelector('.site-footer a[href$=\"/lieux/\"]').click()").await?;
    arrived(&browser, &site, "lieux/").await?;
    assert_eq!(browser.js("return window.scrollY").await?, 0);
    browser.client().back().await.map_err(|error| error.to_string())?;
    arrived(&browser, &site, "therapies/chimiotherapie/").await?;
    browser.until("the place is restored", "return window.scrollY > 400").await?;
    browser.client().forward().await.map_err(|error| error.to_string())?;
    arrived(&browser, &site, "lieux/").await
}

#[tokio::test]
async fn the_page_and_its_section_are_marked_as_current() -> Outcome {
    let (site, browser) = awake("lieux/istres/").await?;
    let marked = "return [...document.querySelectorAll('.site-header [aria-current]')]
        .map(a => a.getAttribute('href') + ' ' + a.getAttribute('aria-current')).join(', ')";
    // Twice: in the bar of wide screens, and in the menu.
    let twice = |mark: &str| [0; 2].map(|_| format!("{}lieux/ {mark}", site.base.as_str())).join(", ");
    assert_eq!(browser.text(marked).await?, twice("true"));
    browser.click(".breadcrumb a[href$='/lieux/']").await?;
    arrived(&browser, &site, "lieux/").await?;
    assert_eq!(browser.text(marked).await?, twice("page"));
    Ok(())
}

#[tokio::test]
async fn a_link_to_a_part_of_a_page_moves_the_focus_there() -> Outcome {
    let (_site, browser) = awake("therapies/chimiotherapie/").await?;
    browser.click(".onpage li:last-child a").await?;
    browser
        .until(
            "the part is in sight",
            "const part = document.getElementById(location.hash.slice(1));
        return part !== null && part.getBoundingClientRect().top < innerHeight && scrollY > 100",
        )
        .await
}

#[tokio::test]
async fn an_unknown_address_answers_404_with_the_sections_and_wakes_up() -> Outcome {
    let (site, browser) = (Site::of(Build::Release).await?, Chromium::start().await?);
    browser.ready(&site.path("therapies/inconnue/")).await?;
    let status = browser.js("return performance.getEntriesByType('navigation')[0].responseStatus").await?;
    assert_eq!(status, 404);
    assert!(browser.js("return document.querySelectorAll('main .card').length").await?.as_u64() >= Some(9));
    browser.js("window.sameDocument = true").await?;
    browser.click("main .card__title").await?;
    browser.until("a way on", "return location.pathname !== '/therapies/inconnue/' && window.sameDocument").await
}
