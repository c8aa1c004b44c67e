//! A policy that forbids WebAssembly: the page is whole, and nothing is fetched that could not run.

use super::{PAGE, alive, comes_to, file, has_text_of, must, no_incident, rests};
use browser_tests::native::files;
use browser_tests::native::rules;
use browser_tests::{Build, Chromium, Fault, FaultServer, Outcome, copy_dist};
use std::fs;
use std::path::Path;
use tempfile::TempDir;

const ALLOWED: &str = " 'wasm-unsafe-eval'";

fn policy(dist: &Path) -> Result<String, String> {
    let rules = rules(dist)?;
    let found = rules.into_iter().find(|(name, _)| name == "Content-Security-Policy");
    found.map(|(_, policy)| policy).ok_or_else(|| "no policy".to_owned())
}

/// The release with another word in the policy of its pages, of its headers, or of both.
fn with_policy(word: &str, pages: bool, headers: bool) -> Result<TempDir, String> {
    let copy = copy_dist(Build::Release)?;
    let mut changed = 0;
    for path in files(copy.path())? {
        let packed = path.extension().is_some_and(|ending| ending == "br" || ending == "gz");
        let page = path.extension().is_some_and(|ending| ending == "html");
        if packed {
            fs::remove_file(&path).map_err(|error| error.to_string())?;
        } else if (page && pages) || (headers && path.ends_with("_headers")) {
            let text = fs::read_to_string(&path).map_err(|error| error.to_string())?;
            changed += usize::from(text.contains(ALLOWED));
            fs::write(&path, text.replace(ALLOWED, word)).map_err(|error| error.to_string())?;
        }
    }
    must(changed > 0, "no policy was changed")?;
    Ok(copy)
}

/// What the browser itself says of a policy that forbids code, however often.
const OWN: [&str; 3] = ["Content Security Policy", "WebAssembly.", "wasm code generation"];

/// The page asks for no part of the program that could not run, and says nothing; its links are plain.
async fn fetches_nothing_for_nothing(dist: &Path) -> Outcome {
    let (server, browser) = (FaultServer::start(dist).await?, Chromium::start().await?);
    must(!rests(&browser, &server.path(PAGE)).await?, "awake, against the policy")?;
    // Where the browser speaks of the policy it does so once, for the one trial; of an exception nobody speaks.
    let said = browser.console().await?;
    let said: Vec<_> = said.iter().filter(|line| !OWN.iter().any(|own| line.contains(own))).collect();
    must(said.is_empty(), format!("console: {said:?}"))?;
    asks_for_no_program(&browser).await?;
    has_text_of(&browser, &file(PAGE)).await?;
    browser.js("window.sameDocument = true; document.querySelector('.site-header .call').click()").await?;
    comes_to(&browser, "quand-appeler/").await?;
    must(!super::same_document(&browser).await?, "no document was loaded")
}

/// The page itself has asked for the loader, and for nothing that needs the program.
async fn asks_for_no_program(browser: &Chromium) -> Outcome {
    let asked = "return performance.getEntriesByType('resource').map(entry => entry.name).join(' ')";
    let asked = browser.text(asked).await?;
    must(asked.contains(".js"), format!("not even the loader: {asked}"))?;
    let program = [".wasm", ".bundle", "content-version.json"].into_iter().find(|ending| asked.contains(ending));
    must(program.is_none(), format!("the page asked for {program:?}: {asked}"))
}

#[tokio::test]
async fn where_the_header_forbids_wasm_nothing_is_fetched_for_nothing() -> Outcome {
    fetches_nothing_for_nothing(with_policy("", false, true)?.path()).await
}

#[tokio::test]
async fn where_the_page_forbids_wasm_nothing_is_fetched_for_nothing() -> Outcome {
    fetches_nothing_for_nothing(with_policy("", true, false)?.path()).await
}

#[tokio::test]
async fn where_header_and_page_forbid_wasm_nothing_is_fetched_for_nothing() -> Outcome {
    fetches_nothing_for_nothing(with_policy("", true, true)?.path()).await
}

#[tokio::test]
async fn where_a_host_has_a_policy_of_its_own_nothing_is_fetched_for_nothing() -> Outcome {
    let (dist, browser) = (Build::Release.folder(), Chromium::start().await?);
    let server = FaultServer::start(&dist).await?;
    server.fail("*", Fault::Header("content-security-policy", "script-src 'self'"));
    must(!rests(&browser, &server.path(PAGE)).await?, "awake, against the policy")?;
    must(server.hits() > 2, "the header was not sent")?;
    asks_for_no_program(&browser).await?;
    has_text_of(&browser, &file(PAGE)).await
}

/// The worker copies what can be of use: with the header over it, the program is of none.
#[tokio::test]
async fn where_wasm_is_forbidden_the_copy_is_whole_without_the_program() -> Outcome {
    let dist = with_policy("", true, true)?;
    let (mut server, browser) = (FaultServer::start(dist.path()).await?, Chromium::start().await?);
    browser_tests::copy::with_copy(&browser, &server.path("")).await?;
    let asked = server.take_log();
    must(!asked.iter().any(|path| path.ends_with(".wasm")), format!("{asked:?}"))?;
    server.die().await;
    browser.goto(&server.path("quand-appeler/")).await?;
    super::comes_to(&browser, "quand-appeler/").await
}

#[tokio::test]
async fn a_policy_that_only_reports_forbids_nothing() -> Outcome {
    let (dist, browser) = (Build::Release.folder(), Chromium::start().await?);
    let server = FaultServer::start(&dist).await?;
    server.fail("*", Fault::Header("content-security-policy-report-only", "script-src 'self'"));
    browser.wake(&server.path(PAGE)).await?;
    must(server.hits() > 2, "the header was not sent")?;
    alive(&browser).await?;
    no_incident(&browser).await
}

#[tokio::test]
async fn a_policy_of_the_older_word_lets_the_page_wake_up() -> Outcome {
    let dist = with_policy(" 'unsafe-eval'", true, true)?;
    must(policy(dist.path())?.contains("'unsafe-eval'"), "the policy was not changed")?;
    let (server, browser) = (FaultServer::start(dist.path()).await?, Chromium::start().await?);
    browser.wake(&server.path(PAGE)).await?;
    alive(&browser).await
}
