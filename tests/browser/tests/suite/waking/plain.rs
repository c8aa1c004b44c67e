//! Nothing is hydrated: waking changes nothing of the page, and the first route change builds the page anew.

use super::{Failures, KINDS, comes_to, file, has_bodies, has_text_of, must, quiet, same_document, whole};
use browser_tests::{Build, Chromium, Outcome, Site};
use serde_json::json;

/// Notes every change below `#app` from the moment it is there, but what stands in controls that need the program.
const WATCH: &str = "window.changes = [];
    const watch = (app) => new MutationObserver((records) => {
        for (const { type, target, attributeName, addedNodes, removedNodes } of records) {
            const element = target.nodeType === Node.ELEMENT_NODE ? target : target.parentElement;
            if (element?.closest('[data-needs-code]')) continue;
            window.changes.push([type, element?.tagName, attributeName, addedNodes.length, removedNodes.length].join(' '));
        }
    }).observe(app, { childList: true, subtree: true, characterData: true, attributes: true });
    addEventListener('readystatechange', () => {
        const app = document.getElementById('app');
        if (app && document.readyState === 'interactive') watch(app);
    }, true);";

#[tokio::test]
async fn waking_up_changes_no_node_of_the_page() -> Outcome {
    let (site, browser) = (Site::of(Build::Release).await?, Chromium::start().await?);
    browser.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": WATCH })).await?;
    let mut failures = Failures::default();
    for page in KINDS {
        browser.wake(&site.path(page)).await?;
        has_bodies(&browser).await?;
        let changes = browser.text("return window.changes.join(', ')").await?;
        failures.note(&format!("/{page}"), must(changes.is_empty(), format!("{changes:.200}")));
        failures.note(&format!("/{page}"), has_text_of(&browser, &file(page)).await);
    }
    failures.none()
}

#[tokio::test]
async fn once_the_bodies_are_there_pages_open_in_the_same_document_and_the_network_is_left_alone() -> Outcome {
    let (site, browser) = (Site::of(Build::Release).await?, Chromium::start().await?);
    for page in KINDS {
        whole(&browser, &site.path(page)).await?;
        drop(site.take_requests());
        for next in ["plan-du-site/", "contact/", "lieux/"] {
            let link = format!("document.querySelector(\".site-footer a[href$='/{next}']\").click()");
            browser.js(&link).await?;
            comes_to(&browser, next).await?;
            must(same_document(&browser).await?, format!("/{page}: a document was loaded for /{next}"))?;
        }
        let asked: Vec<String> = site.take_requests().into_iter().filter(|path| path.ends_with('/')).collect();
        must(asked.is_empty(), format!("/{page}: asked for {asked:?}"))?;
    }
    quiet(&browser, &[]).await
}

#[tokio::test]
async fn back_from_the_first_route_change_shows_the_first_page_again() -> Outcome {
    let (site, browser) = (Site::of(Build::Release).await?, Chromium::start().await?);
    for page in KINDS {
        whole(&browser, &site.path(page)).await?;
        browser.js("document.querySelector(\".site-footer a[href$='/contact/']\").click()").await?;
        comes_to(&browser, "contact/").await?;
        browser.client().back().await.map_err(|error| error.to_string())?;
        comes_to(&browser, page).await?;
        super::alive(&browser).await?;
        browser.client().forward().await.map_err(|error| error.to_string())?;
        comes_to(&browser, "contact/").await?;
    }
    quiet(&browser, &[]).await
}

#[tokio::test]
async fn the_page_stands_once_and_whole_in_its_place_after_a_route_change() -> Outcome {
    let (site, browser) = (Site::of(Build::Release).await?, Chromium::start().await?);
    let frame = "return ['header.site-header', 'main#contenu', 'h1', 'footer.site-footer', '#titre', '#definition']
        .map(selector => document.querySelectorAll(`#app ${selector}`).length).join(' ')";
    let ids = "const ids = [...document.querySelectorAll('[id]')].map(element => element.id);
        return ids.filter((id, at) => ids.indexOf(id) !== at).join(' ')";
    let mut failures = Failures::default();
    for page in KINDS {
        whole(&browser, &site.path(page)).await?;
        let before = browser.text(frame).await?;
        browser
            .js("document.querySelector(\".site-footer a[href$='/quand-appeler/'], .site-header .call\").click()")
            .await?;
        comes_to(&browser, "quand-appeler/").await?;
        let after = browser.text(frame).await?;
        failures.note(&format!("/{page}"), must(before == after, format!("{before} became {after}")));
        failures.note(&format!("/{page}"), must(browser.text(ids).await?.is_empty(), "an id stands twice"));
    }
    failures.none()
}
