//! After the program has died, or without it, what the loader itself has made still works, and no button is dead.

use super::{PAGE, must, rests, soon};
use browser_tests::copy::{left_on_device, with_copy};
use browser_tests::transit::scripted;
use browser_tests::{Browser, Build, Chromium, FaultServer, Outcome};

const PROBE: &str = include_str!("probe.js");

async fn dies(browser: &Browser) -> Outcome {
    browser.js("probe.happens('thrown later', 'trap')").await?;
    soon(browser, "asleep", "return !document.documentElement.hasAttribute('data-awake')").await
}

/// The release with the probe in every page, and a browser.
async fn probed() -> Result<(FaultServer, Chromium), String> {
    let dist = Build::Release.folder();
    let server = FaultServer::start(&dist).await?;
    server.swap_router(scripted(&dist, PROBE)?);
    Ok((server, Chromium::start().await?))
}

/// Pages stay asleep from now on, also those of the copy, which holds the program.
async fn without_program(browser: &Chromium) -> Outcome {
    let source = "WebAssembly.validate = () => false";
    browser.cdp("Page.addScriptToEvaluateOnNewDocument", serde_json::json!({ "source": source })).await.map(drop)
}

async fn removes(browser: &Chromium) -> Outcome {
    soon(browser, "the button", "return Boolean(document.querySelector('.copies > button'))").await?;
    browser.click(".copies > button").await?;
    browser.click(".copies__confirm .button--quiet").await?;
    assert_eq!(left_on_device(browser).await?, (1, 1), "« non » removes nothing");
    browser.click(".copies > button").await?;
    browser.click(".copies__confirm .button:not(.button--quiet)").await?;
    let told = "return document.querySelector('.copies > [role=status]').textContent.includes('sont retirées')";
    soon(browser, "the word", told).await?;
    assert_eq!(left_on_device(browser).await?, (0, 0));
    Ok(())
}

#[tokio::test]
async fn after_a_trap_the_button_still_removes_the_copies() -> Outcome {
    let (server, browser) = probed().await?;
    with_copy(&browser, &server.path("")).await?;
    browser.wake(&server.path("confidentialite/")).await?;
    soon(&browser, "the button", "return Boolean(document.querySelector('.copies > button'))").await?;
    dies(&browser).await?;
    removes(&browser).await
}

#[tokio::test]
async fn without_the_program_the_button_removes_the_copies() -> Outcome {
    let (server, browser) = (FaultServer::start(&Build::Release.folder()).await?, Chromium::start().await?);
    with_copy(&browser, &server.path("")).await?;
    without_program(&browser).await?;
    must(!rests(&browser, &server.path("confidentialite/")).await?, "awake")?;
    removes(&browser).await
}

#[tokio::test]
async fn without_the_program_the_list_of_what_is_there_is_seen() -> Outcome {
    let (server, browser) = (FaultServer::start(&Build::Release.folder()).await?, Chromium::start().await?);
    with_copy(&browser, &server.path("")).await?;
    without_program(&browser).await?;
    must(!rests(&browser, &server.path("hors-ligne/")).await?, "awake")?;
    let seen = "return [...document.querySelectorAll('[data-copies] a')].filter(link => link.checkVisibility({ visibilityProperty: true })).length > 20";
    soon(&browser, "the list", seen).await?;
    browser.click("[data-copies] a[href$='/quand-appeler/']").await?;
    super::comes_to(&browser, "quand-appeler/").await
}

/// After the death of the program, what can be pressed does something, or cannot be seen.
#[tokio::test]
async fn after_a_trap_no_button_on_screen_is_dead() -> Outcome {
    let (server, browser) = probed().await?;
    browser.wake(&server.path(PAGE)).await?;
    dies(&browser).await?;
    let seen = "const button = [...document.querySelectorAll('main button')].find(button => button.textContent.includes('Imprimer'));
        if (!button?.checkVisibility({ visibilityProperty: true })) return 'unseen';
        window.print = () => { window.printed = true };
        button.click();
        return window.printed ? 'prints' : 'dead'";
    let found = browser.text(seen).await?;
    must(found != "dead", "the print button can be pressed and does nothing")?;
    // What needs no program goes on: folds, the menu, a term that leads to its words.
    browser.click(".menu > summary").await?;
    soon(&browser, "the menu", "return document.querySelector('.menu').open").await?;
    browser.click(".menu > summary").await?;
    browser.js("document.querySelector('main details:not([open]) > summary').click()").await?;
    soon(&browser, "a fold", "return Boolean(document.querySelector('main details[open]'))").await?;
    browser.js("document.querySelector('main a.term').click()").await?;
    soon(&browser, "the word", "return location.hash.startsWith('#terme-')").await
}

#[tokio::test]
async fn after_a_trap_a_new_version_can_be_opened_from_its_word() -> Outcome {
    let (server, browser) = probed().await?;
    with_copy(&browser, &server.path("lieux/")).await?;
    browser.wake(&server.path(PAGE)).await?;
    dies(&browser).await?;
    let next = browser_tests::releases::release(1)?;
    server.swap_router(scripted(next.path(), PROBE)?);
    let look = "const done = arguments[arguments.length - 1];
        navigator.serviceWorker.getRegistration().then((found) => found.update()).then(() => done(true), () => done(false))";
    browser.js_async(look, vec![]).await?;
    let link = "return [...document.querySelectorAll('.site-note a')].some(link => link.textContent.includes('voir'))";
    soon(&browser, "the word", link).await?;
    browser.js("window.sameDocument = true; [...document.querySelectorAll('.site-note a')].find(link => link.textContent.includes('voir')).click()").await?;
    browser
        .until(
            "a load that the reader asked for",
            "return !window.sameDocument && document.documentElement.hasAttribute('data-awake')",
        )
        .await
}

/// The page asks for its copy in an idle moment: one who has had the copies removed before that moment has had them removed.
#[tokio::test]
async fn copies_that_were_removed_do_not_come_back_in_the_next_idle_moment() -> Outcome {
    let (server, browser) = (FaultServer::start(&Build::Release.folder()).await?, Chromium::start().await?);
    with_copy(&browser, &server.path("")).await?;
    let source = "window.idle = []; globalThis.requestIdleCallback = (run) => idle.push(run)";
    browser.cdp("Page.addScriptToEvaluateOnNewDocument", serde_json::json!({ "source": source })).await?;
    browser.goto(&server.path("confidentialite/")).await?;
    soon(&browser, "the page waits for an idle moment", "return window.idle.length > 0").await?;
    removes(&browser).await?;
    let idle = "for (const run of window.idle.splice(0)) run({ didTimeout: true, timeRemaining: () => 50 })";
    browser.js(idle).await?;
    let ready = "const done = arguments[arguments.length - 1];
        Promise.race([navigator.serviceWorker.ready, new Promise((late) => setTimeout(late, 1500))]).then(() => done(true))";
    browser.js_async(ready, vec![]).await?;
    assert_eq!(left_on_device(&browser).await?, (0, 0), "the copies came back in the same visit");
    Ok(())
}
