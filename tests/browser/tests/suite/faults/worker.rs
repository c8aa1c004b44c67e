//! Group C: the service worker and its copies.

use super::{Lab, PAGE, must, narrow, readable, shows};
use browser_tests::copy::{ask, is_copy_of, left_on_device, until_copied, with_copy, written};
use browser_tests::releases::release;
use browser_tests::{Browser, Build, Fault, FaultServer, Options, Outcome};
use ipros::route::{Base, Route};
use serde_json::json;
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};

pub(super) const ROWS: [&str; 15] =
    ["F49", "F50", "F51", "F52", "F53", "F54", "F55", "F57", "F59", "F61", "F65", "F66", "F67", "F68", "F70"];

/// Rows of this group that are tests of their own.
#[allow(dead_code, reason = "a list for readers")]
const ELSEWHERE: [&str; 2] = ["F56: offline_controls::the_kill_switch_*", "F63: offline_controls::a_new_version_*"];

pub(super) async fn row(name: &str, lab: &Lab) -> Outcome {
    match name {
        "F49" => dead(lab).await,
        "F50" => unknown(lab).await,
        "F51" => update_fails(lab, Fault::Truncate(5_000)).await,
        "F52" => update_fails(lab, Fault::Status(404)).await,
        "F53" => other_worker(lab, Fault::Instead("text/html", "<!doctype html><title>x</title>")).await,
        "F54" => other_worker(lab, Fault::Instead("text/javascript", "}{")).await,
        "F55" => other_worker(lab, Fault::Status(404)).await,
        "F57" => captive(lab).await,
        "F59" => deleted(lab).await,
        "F61" => refused(lab).await,
        "F65" => killed(lab).await,
        "F66" => kept_worker(lab).await,
        "F67" => quota(lab).await,
        "F68" => private(lab).await,
        "F70" => other_content(lab).await,
        other => Err(format!("no row {other}")),
    }
}

fn chemotherapy() -> Route {
    let root = Base::parse("/").unwrap_or_else(|error| panic!("{error}"));
    Route::parse(&format!("/{PAGE}"), &root, &browser_tests::content())
        .unwrap_or_else(|| panic!("/{PAGE} leads nowhere"))
}

/// The server dies, and is seen to be dead.
async fn die(server: &mut FaultServer) -> Outcome {
    server.die().await;
    must(!server.is_alive().await, "the server still answers")
}

/// Without network the page comes from the copy.
async fn copy_serves(lab: &Lab, server: &mut FaultServer) -> Outcome {
    die(server).await?;
    lab.browser().goto(&server.path(PAGE)).await?;
    is_copy_of(lab.browser(), &chemotherapy()).await?;
    readable(lab.browser(), PAGE).await
}

async fn look_for_update(browser: &Browser) -> Outcome {
    let script = "const done = arguments[arguments.length - 1];
        navigator.serviceWorker.getRegistration().then((found) => found?.update()).then(() => done(true), () => done(false))";
    browser.js_async(script, vec![]).await.map(drop)
}

/// Waits until a fault has struck.
async fn struck(server: &FaultServer) -> Outcome {
    let end = Instant::now() + Duration::from_secs(10);
    while server.hits() == 0 && Instant::now() < end {
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    must(server.hits() > 0, "the fault did not strike")
}

async fn dead(lab: &Lab) -> Outcome {
    let mut server = lab.server().await?;
    with_copy(lab.browser(), &server.path("")).await?;
    die(&mut server).await?;
    lab.browser().goto(&server.path(PAGE)).await?;
    // From the reader's step to the whole text, as the browser's own clock has it: the driver's calls are no part of it.
    let timing = "return performance.getEntriesByType('navigation')[0].domInteractive";
    let there = lab.browser().js(timing).await?.as_f64().ok_or("no timing")?;
    must(there > 0.0 && there < 1000.0, format!("the text is there after {there} ms"))?;
    is_copy_of(lab.browser(), &chemotherapy()).await?;
    readable(lab.browser(), PAGE).await
}

async fn unknown(lab: &Lab) -> Outcome {
    let mut server = lab.server().await?;
    with_copy(lab.browser(), &server.path("")).await?;
    die(&mut server).await?;
    lab.browser().goto(&server.path("une-page/toute-neuve/")).await?;
    lab.browser().until("the list", "return document.querySelectorAll('[data-copies] a').length > 50").await?;
    must(lab.browser().text("return location.pathname").await? == "/une-page/toute-neuve/", "the address is lost")?;
    lab.browser().click(".site-header .call").await?;
    lab.browser().until("the link", "return location.pathname === '/quand-appeler/'").await
}

/// A file of the next release's copy fails: the copy of before keeps serving, and nothing is left of the other.
async fn update_fails(lab: &Lab, fault: Fault) -> Outcome {
    let mut server = lab.server().await?;
    with_copy(lab.browser(), &server.path("")).await?;
    let next = release(1)?;
    server.swap(next.path())?;
    server.fail("/assets/app-*1.wasm", fault);
    look_for_update(lab.browser()).await?;
    struck(&server).await?;
    // The worker of before is asked: it must still be the one that answers.
    must(ask(lab.browser()).await?["whole"] == true, "the copy of before is not whole")?;
    let end = Instant::now() + Duration::from_secs(10);
    while left_on_device(lab.browser()).await? != (1, 1) && Instant::now() < end {}
    must(left_on_device(lab.browser()).await? == (1, 1), "an orphan copy stays")?;
    copy_serves(lab, &mut server).await
}

async fn other_worker(lab: &Lab, fault: Fault) -> Outcome {
    let mut server = lab.server().await?;
    with_copy(lab.browser(), &server.path("")).await?;
    server.fail("/sw.js", fault);
    look_for_update(lab.browser()).await?;
    struck(&server).await?;
    must(lab.browser().js("return document.querySelectorAll('.site-note').length").await? == 0, "a word about it")?;
    let kill_switch = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../deploy/kill-switch/sw.js");
    must(kill_switch.is_file(), "no kill switch is ready")?;
    copy_serves(lab, &mut server).await
}

/// A hotel's network answers for us: first by a redirect, then by a page of its own. Nothing of it is ever kept.
async fn captive(lab: &Lab) -> Outcome {
    let hotel = lab.server().await?;
    for fault in [
        Fault::Redirect(format!("{}/robots.txt", hotel.origin)),
        Fault::Redirect("/robots.txt".to_owned()),
        Fault::Instead("text/html", "<!doctype html><title>Hotel</title>"),
        Fault::Instead("application/json", "{\"template\":\"\",\"pages\":[]}"),
    ] {
        let mut server = lab.server().await?;
        server.fail("/assets/pages-*", fault.clone());
        lab.browser().goto(&server.path(PAGE)).await?;
        struck(&server).await?;
        let end = Instant::now() + Duration::from_secs(10);
        while left_on_device(lab.browser()).await? != (0, 0) && Instant::now() < end {}
        must(left_on_device(lab.browser()).await? == (0, 0), format!("{fault:?} was kept"))?;
        server.heal();
        with_copy(lab.browser(), &server.path("")).await?;
        copy_serves(lab, &mut server).await?;
    }
    Ok(())
}

async fn deleted(lab: &Lab) -> Outcome {
    let mut server = lab.server().await?;
    with_copy(lab.browser(), &server.path("")).await?;
    let one = "const done = arguments[arguments.length - 1];
        (async () => { const cache = await caches.open((await caches.keys())[0]);
            const keys = await cache.keys(); for (const key of keys.filter((key) => key.url.includes('/assets/'))) await cache.delete(key);
            return (await cache.keys()).length < keys.length; })().then(done)";
    must(lab.browser().js_async(one, vec![]).await? == true, "nothing was deleted")?;
    lab.browser().wake(&server.path("lieux/")).await?;
    until_copied(lab.browser()).await?;
    let whole = "const done = arguments[arguments.length - 1];
        (async () => { for (const name of await caches.keys()) await caches.delete(name); return (await caches.keys()).length; })().then(done)";
    must(lab.browser().js_async(whole, vec![]).await? == 0, "nothing was deleted")?;
    lab.browser().goto(&server.path(PAGE)).await?;
    shows(lab.browser(), PAGE).await?;
    until_copied(lab.browser()).await?;
    must(lab.browser().js_async(whole, vec![]).await? == 0, "nothing was deleted")?;
    lab.cdp("ServiceWorker.enable", json!({})).await?;
    lab.cdp("ServiceWorker.stopAllWorkers", json!({})).await?;
    die(&mut server).await?;
    lab.browser().goto(&server.path(PAGE)).await?;
    let told = lab.browser().text("return document.body.textContent").await?;
    must(told.contains("Pas de réseau"), format!("no word: {told:.100}"))?;
    must(lab.browser().js("return Boolean(document.querySelector('a[href=\"tel:15\"]'))").await? == true, "no number")
}

async fn refused(lab: &Lab) -> Outcome {
    let preferences = json!({ "profile.default_content_setting_values.cookies": 2 });
    let browser = narrow(Options { arguments: vec![], preferences: Some(preferences) }).await?;
    let server = lab.server().await?;
    browser.wake(&server.path(PAGE)).await?;
    let attempt = "const done = arguments[arguments.length - 1];
        try { navigator.serviceWorker.register('/sw.js').then(() => done('registered'), (error) => done(error.name)) }
        catch (error) { done(error.name) }";
    let found = browser.js_async(attempt, vec![]).await?;
    must(found != "registered", "the worker was registered")?;
    browser.wake(&server.path("confidentialite/")).await?;
    browser.click(".copies > button").await?;
    browser.click(".copies__confirm .button:not(.button--quiet)").await?;
    browser.until("a word", "return document.querySelector('.copies > [role=status]').textContent !== ''").await?;
    browser.wake(&server.path(PAGE)).await?;
    readable(&browser, PAGE).await
}

async fn killed(lab: &Lab) -> Outcome {
    let server = lab.server().await?;
    with_copy(lab.browser(), &server.path("")).await?;
    server.fail(&format!("/{PAGE}"), Fault::Late(Duration::from_millis(1500)));
    lab.browser().js(&format!("setTimeout(() => location.assign('/{PAGE}'), 0)")).await?;
    struck(&server).await?;
    lab.cdp("ServiceWorker.enable", json!({})).await?;
    lab.cdp("ServiceWorker.stopAllWorkers", json!({})).await?;
    let there = format!("return location.pathname === '/{PAGE}' && document.readyState === 'complete'");
    let end = Instant::now() + Duration::from_secs(10);
    while lab.browser().js(&there).await.unwrap_or_default() != true {
        must(Instant::now() < end, "the page never came")?;
    }
    readable(lab.browser(), PAGE).await
}

async fn kept_worker(lab: &Lab) -> Outcome {
    let server = lab.server().await?;
    server.fail("/sw.js", Fault::Header("cache-control", "public, max-age=31536000, immutable"));
    with_copy(lab.browser(), &server.path("")).await?;
    must(server.hits() > 0, "the header was not sent")?;
    let names = "const done = arguments[arguments.length - 1]; caches.keys().then((names) => done(names.join(' ')))";
    let before = lab.browser().js_async(names, vec![]).await?;
    let next = release(1)?;
    server.swap(next.path())?;
    look_for_update(lab.browser()).await?;
    let end = Instant::now() + Duration::from_secs(20);
    while lab.browser().js_async(names, vec![]).await? == before {
        must(Instant::now() < end, "the worker of before stays")?;
    }
    Ok(())
}

/// No room for anything, then room for the pages alone.
async fn quota(lab: &Lab) -> Outcome {
    let mut bytes = 0;
    for path in browser_tests::native::files(&lab.dist.join("assets"))? {
        if path.extension().is_some_and(|ending| ending == "json" || ending == "txt") {
            bytes += fs::metadata(path).map_err(|error| error.to_string())?.len();
        }
    }
    for (room, word) in [(50_000, "Pas encore de copie"), (bytes + 300_000, "incomplète")] {
        let server = lab.server().await?;
        lab.browser().goto(&format!("{}/robots.txt", server.origin)).await?;
        let limit = json!({ "origin": server.origin, "quotaSize": room });
        lab.cdp("Storage.overrideQuotaForOrigin", limit).await?;
        // The browser tells pages a made-up figure: that there is no room shows when something does not fit.
        let too_much = format!(
            "const done = arguments[arguments.length - 1];
            (async () => {{
                const cache = await caches.open('probe');
                const told = await cache.put('/probe', new Response(new Uint8Array({})))
                    .then(() => 'fits', (error) => error.name);
                await caches.delete('probe');
                return told;
            }})().then(done)",
            room + 1_000_000
        );
        let told = lab.browser().js_async(&too_much, vec![]).await?;
        must(told == "QuotaExceededError", format!("there is room: {told}"))?;
        lab.browser().wake(&server.path(PAGE)).await?;
        if word == "incomplète" {
            lab.browser().until("a worker", "return Boolean(navigator.serviceWorker.controller)").await?;
            must(ask(lab.browser()).await?["whole"] == false, "everything was kept")?;
        }
        lab.browser().wake(&server.path("hors-ligne/")).await?;
        lab.browser()
            .until(
                "the word",
                "return (document.querySelector('[data-copies] [role=status]')?.textContent ?? '') !== ''",
            )
            .await?;
        let told =
            lab.browser().text("return document.querySelector('[data-copies] [role=status]').textContent").await?;
        must(told.contains(word), told)?;
        lab.browser().wake(&server.path(PAGE)).await?;
        readable(lab.browser(), PAGE).await?;
    }
    Ok(())
}

async fn private(lab: &Lab) -> Outcome {
    let browser = narrow(Options { arguments: vec!["--incognito".to_owned()], preferences: None }).await?;
    let server = lab.server().await?;
    browser.wake(&server.path(PAGE)).await?;
    readable(&browser, PAGE).await
}

/// The page's build and the program's differ: the page's text wins.
async fn other_content(lab: &Lab) -> Outcome {
    let dist = lab.spoiled()?;
    let page = dist.path().join(PAGE).join("index.html");
    let html = fs::read_to_string(&page).map_err(|error| error.to_string())?;
    fs::write(&page, html.replacen("data-build=\"", "data-build=\"0", 1)).map_err(|error| error.to_string())?;
    let server = FaultServer::start(dist.path()).await?;
    lab.browser().wake(&server.path(PAGE)).await?;
    // The page's own text stays, whatever the program has been built with.
    let (shown, file) =
        (lab.browser().main_text().await?, written(&Build::Release.folder(), &format!("{PAGE}index.html"))?);
    must(shown == file, format!("the text is another: {shown}"))?;
    readable(lab.browser(), PAGE).await
}
