//! A file of the program is missing, cut, changed or another build's: the page is whole and its links lead on.

use super::{
    Failures, PAGE, comes_to, explains, file, has_text_of, must, no_incident, prints, rested, rests, same_document,
};
use axum::Router;
use axum::extract::Request;
use browser_tests::native::files;
use browser_tests::native::router;
use browser_tests::releases::release;
use browser_tests::{Build, Chromium, Fault, FaultServer, Outcome};
use std::fs;
use std::path::Path;
use std::time::{Duration, Instant};
use tempfile::TempDir;
use tower::ServiceExt as _;

/// Start and end of a file's name.
type Asset = (&'static str, &'static str);

const WASM: Asset = ("app-", ".wasm");
const SCRIPT: Asset = ("app-", ".js");
const BUNDLE: Asset = ("content-", ".bundle");

/// What may happen to a file, for what is told.
#[derive(Clone, Copy, Debug)]
enum Damage {
    Missing,
    Refused,
    Another,
    Cut,
    Changed,
    OtherBuild,
}

const ALL: [Damage; 6] =
    [Damage::Missing, Damage::Refused, Damage::Another, Damage::Cut, Damage::Changed, Damage::OtherBuild];

fn asset(dist: &Path, (start, end): Asset) -> Result<(String, u64), String> {
    for path in files(&dist.join("assets"))? {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        if name.starts_with(start) && name.ends_with(end) {
            let length = fs::metadata(&path).map_err(|error| error.to_string())?.len();
            return Ok((format!("/assets/{name}"), length));
        }
    }
    Err(format!("no {start}*{end}"))
}

/// The dist, but for one file, which is another build's under this one's name.
fn with_file_of(other: &Path, dist: &Path, kind: Asset) -> Result<Router, String> {
    let (own, theirs) = (asset(dist, kind)?.0, asset(other, kind)?.0);
    let (own_files, their_files) = (router(dist)?, router(other)?);
    Ok(Router::new().fallback(move |mut request: Request| {
        if request.uri().path() != own {
            return own_files.clone().oneshot(request);
        }
        *request.uri_mut() = theirs.parse().unwrap_or_default();
        their_files.clone().oneshot(request)
    }))
}

impl Damage {
    /// How many requests the page, its further try and the worker may make. Of a file that broke off Chromium keeps the part
    /// that came, and makes two requests of each further fetch (`findings/chromium-resumes-what-broke-off.sh`).
    fn requests(self) -> usize {
        if matches!(self, Self::Cut) { 7 } else { 3 }
    }

    /// Does it. What is given back must be kept for as long as the server answers.
    fn done_to(self, kind: Asset, server: &FaultServer, dist: &Path) -> Result<Option<TempDir>, String> {
        let (name, length) = asset(dist, kind)?;
        let middle = usize::try_from(length / 2).unwrap_or(1000);
        match self {
            Self::Missing => server.fail(&name, Fault::Status(404)),
            Self::Refused => server.fail(&name, Fault::Redirect("/".to_owned())),
            Self::Another => server.fail(&name, Fault::Instead("text/html", "<!doctype html><title>Accueil</title>")),
            Self::Cut => server.fail(&name, Fault::Truncate(middle)),
            Self::Changed => server.fail(&name, Fault::Flip(middle)),
            Self::OtherBuild => {
                let other = release(1)?;
                if kind == BUNDLE {
                    other_words(other.path())?;
                }
                server.swap_router(with_file_of(other.path(), dist, kind)?);
                // Counts the requests, changes nothing.
                server.fail(&name, Fault::Header("x-other", "build"));
                return Ok(Some(other));
            }
        }
        Ok(None)
    }
}

/// Gives the texts of a release another word: releases of the tests differ in everything else.
fn other_words(dist: &Path) -> Result<(), String> {
    let path = dist.join(asset(dist, BUNDLE)?.0.trim_start_matches('/'));
    let text = fs::read_to_string(&path).map_err(|error| error.to_string())?;
    fs::write(&path, text.replacen("fatigue", "lassitude", 1)).map_err(|error| error.to_string())?;
    for packed in ["br", "gz"] {
        drop(fs::remove_file(format!("{}.{packed}", path.display())));
    }
    Ok(())
}

/// Waits until the damaged file has been asked for.
async fn struck(server: &FaultServer, browser: &Chromium) -> Outcome {
    let end = Instant::now() + Duration::from_secs(10);
    while server.hits() == 0 {
        must(Instant::now() < end, "the file was never asked for")?;
        browser.settle().await?;
    }
    Ok(())
}

/// The page is whole, tells no incident, asks for nothing without end; its links are plain.
async fn plain(browser: &Chromium, server: &FaultServer) -> Outcome {
    plain_after(browser, server, 3).await
}

/// The same, when the file may have been asked for so many times.
async fn plain_after(browser: &Chromium, server: &FaultServer, requests: usize) -> Outcome {
    has_text_of(browser, &file(PAGE)).await?;
    let asked = server.hits();
    must(asked <= requests, format!("the file was asked for {asked} times: {:?}", server.take_log()))?;
    browser.js("window.sameDocument = true; document.querySelector('.site-header .call').click()").await?;
    comes_to(browser, "quand-appeler/").await?;
    must(!same_document(browser).await?, "no document was loaded")?;
    no_incident(browser).await
}

async fn program(kind: Asset) -> Outcome {
    let (dist, mut failures) = (Build::Release.folder(), Failures::default());
    for damage in ALL {
        let (server, browser) = (FaultServer::start(&dist).await?, Chromium::start().await?);
        let _other = damage.done_to(kind, &server, &dist)?;
        let awake = rests(&browser, &server.path(PAGE)).await?;
        let held = async {
            must(!awake, "awake on a damaged program")?;
            struck(&server, &browser).await?;
            plain_after(&browser, &server, damage.requests()).await
        };
        failures.note(&format!("{damage:?}"), held.await);
    }
    failures.none()
}

#[tokio::test]
async fn a_damaged_wasm_leaves_the_page_whole_and_its_links_plain() -> Outcome {
    program(WASM).await
}

#[tokio::test]
async fn a_damaged_loader_leaves_the_page_whole_and_its_links_plain() -> Outcome {
    program(SCRIPT).await
}

/// What the browser itself says of a file that did not come as it should: an error of the program is not among it.
fn own(line: &str) -> bool {
    [
        "Failed to load resource",
        "net::ERR_",
        "integrity",
        "Failed to find a valid digest",
        "violates the following Content Security Policy",
    ]
    .iter()
    .any(|word| line.contains(word))
}

#[tokio::test]
async fn damaged_bodies_leave_the_page_awake_and_its_links_plain() -> Outcome {
    let (dist, mut failures) = (Build::Release.folder(), Failures::default());
    for damage in ALL {
        let (server, browser) = (FaultServer::start(&dist).await?, Chromium::start().await?);
        let _other = damage.done_to(BUNDLE, &server, &dist)?;
        browser.wake(&server.path(PAGE)).await?;
        let held = async {
            struck(&server, &browser).await?;
            browser.settle().await?;
            prints(&browser).await?;
            explains(&browser).await?;
            let awake = "return document.documentElement.hasAttribute('data-awake')";
            must(browser.js(awake).await? == true, "asleep for want of other pages")?;
            let said: Vec<String> = browser.console().await?.into_iter().filter(|line| !own(line)).collect();
            must(said.is_empty(), format!("console: {said:?}"))?;
            plain_after(&browser, &server, damage.requests()).await
        };
        failures.note(&format!("{damage:?}"), held.await);
    }
    failures.none()
}

#[tokio::test]
async fn while_the_bodies_have_not_come_a_link_is_a_plain_link_and_nobody_waits() -> Outcome {
    let (dist, browser) = (Build::Release.folder(), Chromium::start().await?);
    let server = FaultServer::start(&dist).await?;
    server.fail(&asset(&dist, BUNDLE)?.0, Fault::Stall);
    browser.wake(&server.path(PAGE)).await?;
    struck(&server, &browser).await?;
    let start = Instant::now();
    plain(&browser, &server).await?;
    must(start.elapsed() < Duration::from_secs(4), format!("the link took {:?}", start.elapsed()))
}

#[tokio::test]
async fn a_link_that_is_pressed_before_the_program_has_come_is_a_plain_link() -> Outcome {
    let (dist, browser) = (Build::Release.folder(), Chromium::start().await?);
    let server = FaultServer::start(&dist).await?;
    server.fail(&asset(&dist, WASM)?.0, Fault::Stall);
    browser.goto(&server.path(PAGE)).await?;
    plain(&browser, &server).await
}

/// Pressed as early as a page can be pressed: nothing of the loader has run.
#[tokio::test]
async fn a_link_that_is_pressed_before_the_loader_has_come_is_a_plain_link() -> Outcome {
    let (dist, browser) = (Build::Release.folder(), Chromium::start().await?);
    let server = FaultServer::start(&dist).await?;
    server.fail(&asset(&dist, SCRIPT)?.0, Fault::Late(Duration::from_secs(2)));
    let early = format!(
        "document.addEventListener('readystatechange', () => {{
            if (document.readyState === 'interactive' && location.pathname === '/{PAGE}')
                document.querySelector('.site-header .call').click();
        }})"
    );
    browser.cdp("Page.addScriptToEvaluateOnNewDocument", serde_json::json!({ "source": early })).await?;
    browser.goto(&server.path(PAGE)).await?;
    comes_to(&browser, "quand-appeler/").await?;
    must(rested(&browser).await?, "the next page did not wake up")
}
