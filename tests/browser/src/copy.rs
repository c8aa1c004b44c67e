//! The copy for places without network, as tests look at it.

use crate::{Browser, Build, FaultServer, Outcome, main_text};
use ipros::route::Route;
use serde_json::Value;
use std::fs;
use std::path::Path;

/// Loads a page and waits until the worker holds it and has copied everything that it names.
///
/// # Errors
/// When the copy is never whole.
pub async fn with_copy(browser: &Browser, url: &str) -> Outcome {
    browser.goto(url).await?;
    until_copied(browser).await
}

/// Waits until the worker holds the page and has copied everything that it names.
///
/// # Errors
/// When the copy is never whole.
pub async fn until_copied(browser: &Browser) -> Outcome {
    browser.until("a worker holds the page", "return Boolean(navigator.serviceWorker.controller)").await?;
    let end = tokio::time::Instant::now() + std::time::Duration::from_secs(30);
    loop {
        let told = ask(browser).await?;
        if told["whole"] == true {
            return Ok(());
        }
        if tokio::time::Instant::now() > end {
            return Err(format!("the copy is never whole: {told}"));
        }
    }
}

/// What the worker says that it holds.
///
/// # Errors
/// When it does not answer.
pub async fn ask(browser: &Browser) -> Result<Value, String> {
    let script = "const done = arguments[arguments.length - 1];
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = ({ data }) => done(data);
        setTimeout(done, 10000, null);
        navigator.serviceWorker.controller.postMessage({ list: true }, [port2])";
    browser.js_async(script, vec![]).await
}

/// How many workers and how many copies this origin has on the device.
///
/// # Errors
/// When the page cannot ask.
pub async fn left_on_device(browser: &Browser) -> Result<(u64, u64), String> {
    let script = "const done = arguments[arguments.length - 1];
        (async () => [(await navigator.serviceWorker.getRegistrations()).length, (await caches.keys()).length])().then(done)";
    let counts = browser.js_async(script, vec![]).await?;
    Ok((counts[0].as_u64().unwrap_or(99), counts[1].as_u64().unwrap_or(99)))
}

/// The text of a route as its file in a dist has it.
///
/// # Errors
/// When the file is missing.
pub fn written(dist: &Path, file: &str) -> Result<String, String> {
    let path = dist.join(file);
    fs::read_to_string(&path).map(|html| main_text(&html)).map_err(|error| format!("{}: {error}", path.display()))
}

/// The page on screen, against its file: the whole text, and the words of the copy above it.
///
/// # Errors
/// What differs.
pub async fn is_copy_of(browser: &Browser, route: &Route) -> Outcome {
    let (shown, file) = (browser.main_text().await?, written(&Build::Release.folder(), &route.file())?);
    if shown != file {
        return Err(format!("{route:?}: the copy's text differs\n  file: {file}\n  copy: {shown}"));
    }
    let note = browser.text("return document.querySelector('.site-note')?.textContent ?? ''").await?;
    if note.starts_with("Contenu du") && note.contains("copie hors ligne") {
        Ok(())
    } else {
        Err(format!("{route:?}: the copy does not say that it is one: {note:?}"))
    }
}

/// The path of a page, for a server.
#[must_use]
pub fn address(server: &FaultServer, route: &Route) -> String {
    format!("{}{}", server.origin, route.href(&server.base))
}
