//! What a reader can do about the copies: see that there is a newer version, remove everything; and what we can do: withdraw.

use browser_tests::copy::{left_on_device, with_copy};
use browser_tests::{Build, Chromium, Fault, FaultServer, Outcome, build_name, copy_dist};
use std::fs;
use std::path::{Path, PathBuf};
use tempfile::TempDir;

/// A dist whose worker is another: the kill switch, or one of another build.
fn with_worker(worker: &str) -> Result<TempDir, String> {
    let copy = copy_dist(Build::Release)?;
    fs::write(copy.path().join("sw.js"), worker).map_err(|error| error.to_string())?;
    for packed in ["br", "gz"] {
        drop(fs::remove_file(copy.path().join(format!("sw.js.{packed}"))));
    }
    Ok(copy)
}

fn own_worker() -> Result<String, String> {
    fs::read_to_string(Build::Release.folder().join("sw.js")).map_err(|error| error.to_string())
}

fn kill_switch() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../deploy/kill-switch/sw.js")
}

/// Lets the browser look for another worker, as it does at each navigation.
async fn look_for_update(browser: &Chromium) -> Outcome {
    let script = "const done = arguments[arguments.length - 1];
        navigator.serviceWorker.getRegistration().then((found) => found?.update()).then(() => done(true), () => done(false))";
    browser.js_async(script, vec![]).await.map(drop)
}

#[tokio::test]
async fn the_button_removes_every_copy_after_a_word_and_says_so() -> Outcome {
    let browser = Chromium::start().await?;
    let server = FaultServer::start(&Build::Release.folder()).await?;
    with_copy(&browser, &server.path("")).await?;
    browser.ready(&server.path("confidentialite/")).await?;
    browser.click(".copies > button").await?;
    let asked = "const part = document.querySelector('.copies__confirm');
        return part.checkVisibility() && document.activeElement === part.querySelector('.button--quiet')";
    browser.until("the question", asked).await?;
    browser.click(".copies__confirm .button--quiet").await?;
    assert_eq!(left_on_device(&browser).await?, (1, 1), "« non » removes nothing");
    browser.click(".copies > button").await?;
    browser.click(".copies__confirm .button:not(.button--quiet)").await?;
    browser.until("the result", "return document.querySelector('.copies > [role=status]').textContent !== ''").await?;
    let told = browser.text("return document.querySelector('.copies > [role=status]').textContent").await?;
    assert!(told.contains("retirées"), "{told}");
    assert_eq!(left_on_device(&browser).await?, (0, 0));
    browser.click(".site-footer a[href$='/contact/']").await?;
    browser.until("the next page", "return location.pathname === '/contact/'").await?;
    assert_eq!(left_on_device(&browser).await?, (0, 0), "the copies came back in the same visit");
    Ok(())
}

#[tokio::test]
async fn without_code_the_button_is_not_seen_and_the_text_explains() -> Outcome {
    let browser = Chromium::start().await?;
    let server = FaultServer::start(&Build::Release.folder()).await?;
    browser.cdp("Emulation.setScriptExecutionDisabled", serde_json::json!({ "value": true })).await?;
    browser.goto(&server.path("confidentialite/")).await?;
    assert_eq!(browser.js("return document.querySelectorAll('.copies, .copies *').length").await?, 1);
    assert!(browser.main_text().await?.contains("demande que les scripts soient permis"));
    Ok(())
}

#[tokio::test]
async fn a_new_version_is_told_calmly_and_nothing_reloads_while_a_note_is_typed() -> Outcome {
    let browser = Chromium::start().await?;
    let server = FaultServer::start(&Build::Release.folder()).await?;
    with_copy(&browser, &server.path("therapies/")).await?;
    let typed = "const field = document.createElement('textarea');
        document.querySelector('main').append(field); field.value = 'ma question'; field.focus(); window.sameDocument = true";
    browser.js(typed).await?;
    let build = build_name(Build::Release)?;
    let next = with_worker(
        &own_worker()?
            .replacen(&build, "00000000000000ff", 1)
            .replace("\"version\":\"sha256-", "\"version\":\"sha256-2"),
    )?;
    server.swap(next.path())?;
    look_for_update(&browser).await?;
    browser.until("the word", "return Boolean(document.querySelector('.site-note'))").await?;
    let told = browser.text("return document.querySelector('.site-note').textContent").await?;
    assert!(told.contains("nouvelle version"), "{told}");
    assert_eq!(
        browser.js("return window.sameDocument && document.querySelector('textarea').value").await?,
        "ma question"
    );
    let outside = "return !document.querySelector('#app .site-note') && document.querySelectorAll('.site-note').length";
    assert_eq!(browser.js(outside).await?, 1);
    assert_eq!(left_on_device(&browser).await?, (1, 1), "the copy of the old version stays");
    browser.click(".site-note a").await?;
    browser.until("a load that the reader asked for", "return !window.sameDocument").await
}

#[tokio::test]
async fn the_kill_switch_leaves_no_worker_no_copy_and_reloads_once() -> Outcome {
    let browser = Chromium::start().await?;
    let server = FaultServer::start(&Build::Release.folder()).await?;
    with_copy(&browser, &server.path("therapies/")).await?;
    let dead = with_worker(&fs::read_to_string(kill_switch()).map_err(|error| error.to_string())?)?;
    server.swap(dead.path())?;
    drop(server.take_log());
    browser.js("window.sameDocument = true").await?;
    look_for_update(&browser).await?;
    browser
        .until("the reload", "return !window.sameDocument && document.documentElement.hasAttribute('data-awake')")
        .await?;
    // The page asks for the worker again, as every page does: it must leave again, and reload nothing.
    browser.js("window.sameDocument = true").await?;
    let asked_twice = |log: &[String]| log.iter().filter(|path| *path == "/sw.js").count() >= 2;
    let mut log = Vec::new();
    let end = tokio::time::Instant::now() + std::time::Duration::from_secs(20);
    while !asked_twice(&log) && tokio::time::Instant::now() < end {
        log.extend(server.take_log());
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
    assert!(asked_twice(&log), "{log:?}");
    let gone = "const done = arguments[arguments.length - 1];
        (async () => { for (;;) {
            const left = (await navigator.serviceWorker.getRegistrations()).length + (await caches.keys()).length;
            if (left === 0) return done(true);
            await new Promise((next) => setTimeout(next, 50));
        } })()";
    browser.js_async(gone, vec![]).await?;
    log.extend(server.take_log());
    assert_eq!(log.iter().filter(|path| *path == "/therapies/").count(), 1, "one reload: {log:?}");
    assert_eq!(browser.js("return window.sameDocument").await?, true);
    Ok(())
}

#[tokio::test]
async fn the_kill_switch_does_not_reload_a_page_in_which_something_is_typed() -> Outcome {
    let browser = Chromium::start().await?;
    let server = FaultServer::start(&Build::Release.folder()).await?;
    with_copy(&browser, &server.path("therapies/")).await?;
    browser
        .js("const field = document.createElement('textarea'); document.querySelector('main').append(field);
            field.value = 'ma question'; window.sameDocument = true")
        .await?;
    let dead = with_worker(&fs::read_to_string(kill_switch()).map_err(|error| error.to_string())?)?;
    server.swap(dead.path())?;
    look_for_update(&browser).await?;
    let end = tokio::time::Instant::now() + std::time::Duration::from_secs(20);
    while left_on_device(&browser).await? != (0, 0) {
        assert!(tokio::time::Instant::now() < end, "worker or copies stay");
    }
    assert_eq!(browser.js("return window.sameDocument").await?, true);
    Ok(())
}

#[tokio::test]
async fn an_update_that_breaks_off_leaves_the_copy_of_before() -> Outcome {
    let browser = Chromium::start().await?;
    let mut server = FaultServer::start(&Build::Release.folder()).await?;
    with_copy(&browser, &server.path("")).await?;
    let worker = own_worker()?.replace("\"version\":\"sha256-", "\"version\":\"sha256-2");
    let part =
        worker.split("/assets/pages-").nth(1).and_then(|rest| rest.split('"').next()).ok_or("no part of the copy")?;
    let worker = worker.replace(&format!("/assets/pages-{part}"), &format!("/assets/pages-0{part}"));
    let next = with_worker(&worker)?;
    server.swap(next.path())?;
    server.fail("/assets/pages-0*", Fault::Truncate(1000));
    look_for_update(&browser).await?;
    let end = tokio::time::Instant::now() + std::time::Duration::from_secs(10);
    while server.hits() == 0 && tokio::time::Instant::now() < end {
        tokio::time::sleep(std::time::Duration::from_millis(20)).await;
    }
    assert!(server.hits() > 0, "the update was not tried");
    server.die().await;
    browser.goto(&server.path("quand-appeler/")).await?;
    let note = browser.text("return document.querySelector('.site-note').textContent").await?;
    assert!(note.contains("copie hors ligne"), "{note}");
    assert_eq!(left_on_device(&browser).await?, (1, 1), "an orphan copy stays");
    Ok(())
}
