//! Group A: the code cannot start, or dies.

use super::{Lab, PAGE, loads, must, narrow, plain, readable, shows, start_of, trapping};
use browser_tests::native::files;
use browser_tests::{Fault, Options, Outcome};
use serde_json::json;
use std::fs;
use std::time::{Duration, Instant};

pub(super) const ROWS: [&str; 20] = [
    "F01", "F02", "F04", "F05", "F06", "F07", "F08", "F09", "F11", "F12", "F14", "F15", "F17", "F18", "F19", "F21",
    "F23", "F24", "F25", "F28",
];

pub(super) async fn row(name: &str, lab: &Lab) -> Outcome {
    match name {
        "F01" => no_javascript(lab).await,
        "F02" => no_webassembly(lab).await,
        "F04" => policy(lab, " 'wasm-unsafe-eval'", "").await,
        "F05" => blocked(lab).await,
        "F06" => asset(lab, ".js", Fault::Status(404)).await,
        "F07" => asset(lab, ".js", Fault::Instead("text/html", "<!doctype html><title>x</title>")).await,
        "F08" => asset(lab, ".wasm", Fault::Status(404)).await,
        "F09" => asset(lab, ".wasm", Fault::Instead("text/html", "<!doctype html><title>x</title>")).await,
        "F11" => truncated(lab).await,
        "F12" => asset(lab, ".wasm", Fault::Flip(a_word(lab)?)).await,
        "F14" => asset(lab, ".wasm", Fault::Stall).await,
        "F15" => slow(lab).await,
        "F17" => no_memory(lab).await,
        "F18" => trap_at_start(lab, false).await,
        "F19" => trap_in_handler(lab).await,
        "F21" => deep(lab).await,
        "F23" => trap_at_start(lab, true).await,
        "F24" => old_engine(lab).await,
        "F25" => no_policy(lab).await,
        "F28" => missing_globals(lab).await,
        other => Err(format!("no row {other}")),
    }
}

async fn no_javascript(lab: &Lab) -> Outcome {
    let server = lab.server().await?;
    lab.cdp("Emulation.setScriptExecutionDisabled", json!({ "value": true })).await?;
    let run = async {
        lab.browser().goto(&server.path(PAGE)).await?;
        let log = server.take_log();
        must(!log.iter().any(|path| path.ends_with(".wasm")), "scripts ran")?;
        let text = lab.browser().text("return document.body.textContent").await?;
        must(!text.contains("activez JavaScript"), "a wall")?;
        plain(lab.browser()).await
    };
    let result = run.await;
    lab.cdp("Emulation.setScriptExecutionDisabled", json!({ "value": false })).await?;
    result
}

async fn no_webassembly(lab: &Lab) -> Outcome {
    let browser = narrow(Options { arguments: vec!["--js-flags=--jitless".to_owned()], preferences: None }).await?;
    let server = lab.server().await?;
    browser.goto(&server.path(PAGE)).await?;
    must(browser.text("return typeof WebAssembly").await? == "undefined", "WebAssembly is there")?;
    plain(&browser).await
}

/// The policy of the headers with one part changed.
async fn policy(lab: &Lab, part: &str, other: &str) -> Outcome {
    // Kept until the link has been followed: a server ends with its value.
    let _server = with_policy(lab, part, other).await?;
    plain(lab.browser()).await
}

/// The page below another policy, once it has settled.
async fn with_policy(lab: &Lab, part: &str, other: &str) -> Result<browser_tests::FaultServer, String> {
    let server = lab.server().await?;
    let rules = browser_tests::native::rules(&lab.dist)?;
    let (_, policy) = rules.iter().find(|(name, _)| name == "Content-Security-Policy").ok_or("no policy")?;
    let changed = policy.replace(part, other);
    must(changed != *policy, "the policy was not changed")?;
    server.fail("*/", Fault::Header("content-security-policy", changed.leak()));
    lab.browser().goto(&server.path(PAGE)).await?;
    must(server.hits() > 0, "the header was not sent")?;
    lab.browser().settle().await?;
    Ok(server)
}

/// No policy of Trusted Types may be made: only the worker needs one.
async fn no_policy(lab: &Lab) -> Outcome {
    let server = with_policy(lab, "trusted-types ipros", "trusted-types 'none'").await?;
    lab.browser().until("it wakes up", "return 'awake' in document.documentElement.dataset").await?;
    must(!server.take_log().iter().any(|path| path.ends_with("sw.js")), "the worker was asked for")?;
    readable(lab.browser(), PAGE).await
}

async fn blocked(lab: &Lab) -> Outcome {
    let server = lab.server().await?;
    lab.cdp("Network.enable", json!({})).await?;
    lab.cdp("Network.setBlockedURLs", json!({ "urls": ["*/assets/app-*.js"] })).await?;
    let run = async {
        lab.browser().goto(&server.path(PAGE)).await?;
        must(!server.take_log().iter().any(|path| path.ends_with(".js")), "the loader was not blocked")?;
        plain(lab.browser()).await
    };
    let result = run.await;
    lab.cdp("Network.setBlockedURLs", json!({ "urls": [] })).await?;
    result
}

/// A file of the program fails: the page stays plain, and the file is not asked for without end.
async fn asset(lab: &Lab, ending: &'static str, fault: Fault) -> Outcome {
    let server = lab.server().await?;
    server.fail(&format!("/assets/app-*{ending}"), fault);
    lab.browser().goto(&server.path(PAGE)).await?;
    let end = Instant::now() + Duration::from_secs(10);
    while server.hits() == 0 && Instant::now() < end {
        lab.browser().settle().await?;
    }
    must(server.hits() > 0, "the fault did not strike")?;
    lab.browser().settle().await?;
    let asked = server.hits();
    must(asked <= 2, format!("{asked} requests: a storm"))?;
    plain(lab.browser()).await?;
    loads(&server, &format!("/{PAGE}"), 1)
}

/// Where a word of the texts stands in the wasm: with another letter in it the program would run, and show what nobody wrote.
fn a_word(lab: &Lab) -> Result<usize, String> {
    let found = files(&lab.dist.join("assets"))?;
    let wasm = found.iter().find(|path| path.extension().is_some_and(|e| e == "wasm")).ok_or("no wasm")?;
    let (bytes, word) = (fs::read(wasm).map_err(|error| error.to_string())?, "Quand appeler".as_bytes());
    bytes.windows(word.len()).position(|window| window == word).ok_or_else(|| "the wasm holds no text".to_owned())
}

async fn truncated(lab: &Lab) -> Outcome {
    for seed in 0..20_usize {
        let server = lab.server().await?;
        server.fail("/assets/app-*.wasm", Fault::Truncate(1 + seed * 47_111 % 700_000));
        lab.browser().goto(&server.path(PAGE)).await?;
        let end = Instant::now() + Duration::from_secs(10);
        while server.hits() == 0 && Instant::now() < end {
            lab.browser().settle().await?;
        }
        must(server.hits() > 0, "nothing was cut")?;
        if seed == 19 {
            return plain(lab.browser()).await;
        }
        shows(lab.browser(), PAGE).await?;
    }
    Ok(())
}

/// Two seconds until anything comes, then 35 kB a second: the program needs ten seconds more, the text does not.
async fn slow(lab: &Lab) -> Outcome {
    let server = lab.server().await?;
    server.fail("*", Fault::Slow(Duration::from_secs(2), 35_000));
    // Without waiting for the load, as a reader would not.
    let start = Instant::now();
    lab.browser().js(&format!("location.href = '{}'", server.path(PAGE))).await?;
    let text = format!("return location.pathname === '/{PAGE}' && Boolean(document.querySelector('footer'))");
    lab.browser().until("the text", &text).await?;
    must(start.elapsed() > Duration::from_millis(1900), format!("the network is not slow: {:?}", start.elapsed()))?;
    // Painted less than one round trip after the page has come.
    let late = "return performance.getEntriesByType('paint')[0]?.startTime
        - performance.getEntriesByType('navigation')[0].responseEnd";
    lab.browser().until("paint", "return performance.getEntriesByType('paint').length > 0").await?;
    let late = lab.browser().js(late).await?;
    must(late.as_f64().is_some_and(|late| late < 2000.0), format!("painted {late} ms after the page has come"))?;
    must(lab.browser().js("return 'awake' in document.documentElement.dataset").await? == false, "it is awake")?;
    shows(lab.browser(), PAGE).await?;
    // A click before the program is there is a plain navigation.
    lab.browser().js("document.querySelector('.site-header .call').click()").await?;
    lab.browser().until("the link", "return location.pathname === '/quand-appeler/'").await
}

async fn no_memory(lab: &Lab) -> Outcome {
    let flag = "--js-flags=--wasm-max-mem-pages=4".to_owned();
    let browser = narrow(Options { arguments: vec![flag], preferences: None }).await?;
    let server = lab.server().await?;
    browser.goto(&server.path(PAGE)).await?;
    let refused = "try { new WebAssembly.Memory({ initial: 16 }); return 'given' } catch (error) { return error.name }";
    must(browser.text(refused).await? == "RangeError", "there is memory")?;
    browser.until("the failure is told", "return document.readyState === 'complete'").await?;
    plain(&browser).await
}

/// A trap in place of the program's start.
async fn trap_at_start(lab: &Lab, follow: bool) -> Outcome {
    let dist = trapping()?;
    let server = browser_tests::FaultServer::start(dist.path()).await?;
    drop(lab.console().await?);
    lab.browser().goto(&server.path(PAGE)).await?;
    let mut said = Vec::new();
    let end = Instant::now() + Duration::from_secs(10);
    while !said.iter().any(|line: &String| line.contains("unreachable")) && Instant::now() < end {
        said.extend(lab.console().await?);
    }
    must(said.iter().any(|line| line.contains("unreachable")), format!("no trap was told: {said:?}"))?;
    if !follow {
        return plain(lab.browser()).await;
    }
    lab.browser().js("window.sameDocument = true").await?;
    let start = Instant::now();
    lab.browser().click(".breadcrumb a[href$='/therapies/']").await?;
    lab.browser().until("a real page", "return location.pathname === '/therapies/' && !window.sameDocument").await?;
    must(start.elapsed() < Duration::from_secs(2), "more than two seconds")
}

async fn trap_in_handler(lab: &Lab) -> Outcome {
    let server = lab.server().await?;
    lab.browser().ready(&server.path(PAGE)).await?;
    let trap =
        "const bytes = new Uint8Array([0,97,115,109,1,0,0,0,1,4,1,96,0,0,3,2,1,0,7,5,1,1,102,0,0,10,5,1,3,0,0,11]);
        const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytes));
        document.querySelector('h1').addEventListener('click', () => exports.f())";
    lab.browser().js(trap).await?;
    lab.browser().click("h1").await?;
    lab.browser().until("the word", "return Boolean(document.querySelector('.site-note[role=status]'))").await?;
    let told = lab.browser().text("return document.querySelector('.site-note').textContent").await?;
    must(told.contains("rechargez"), told)?;
    plain(lab.browser()).await
}

/// Content nested ten thousand deep is published: refused without a trap.
async fn deep(lab: &Lab) -> Outcome {
    let dist = lab.spoiled()?;
    let bundle = format!("{{\"schema\":{}1{}}}", "[".repeat(10_000), "]".repeat(10_000));
    let integrity = ipros::site::dist::asset::hash(bundle.as_bytes());
    let version = json!({ "schema": ipros::content::bundle::BUNDLE_VERSION, "file": "content-deep.bundle", "integrity": integrity });
    fs::write(dist.path().join("assets/content-deep.bundle"), bundle).map_err(|error| error.to_string())?;
    fs::write(dist.path().join("content-version.json"), version.to_string()).map_err(|error| error.to_string())?;
    let server = browser_tests::FaultServer::start(dist.path()).await?;
    lab.browser().ready(&server.path(PAGE)).await?;
    let asked = "return performance.getEntriesByType('resource').some(e => e.name.includes('content-deep') && e.responseEnd > 0)";
    lab.browser().until("it is fetched", asked).await?;
    lab.browser().settle().await?;
    must(lab.browser().js("return 'awake' in document.documentElement.dataset").await? == true, "a trap")?;
    readable(lab.browser(), PAGE).await
}

/// The wasm uses only what the loader tests for; an engine without it leaves the page plain and fetches nothing.
async fn old_engine(lab: &Lab) -> Outcome {
    use wasmparser::{Validator, WasmFeatures};
    let found = files(&lab.dist.join("assets"))?;
    let wasm = found.iter().find(|path| path.extension().is_some_and(|e| e == "wasm")).ok_or("no wasm")?;
    let bytes = fs::read(wasm).map_err(|error| error.to_string())?;
    start_of(&bytes)?;
    let declared = WasmFeatures::MUTABLE_GLOBAL
        | WasmFeatures::SIGN_EXTENSION
        | WasmFeatures::SATURATING_FLOAT_TO_INT
        | WasmFeatures::BULK_MEMORY
        | WasmFeatures::REFERENCE_TYPES
        | WasmFeatures::GC_TYPES
        | WasmFeatures::FLOATS
        | WasmFeatures::MULTI_VALUE;
    Validator::new_with_features(declared)
        .validate_all(&bytes)
        .map_err(|error| format!("an undeclared feature: {error}"))?;
    let fewer = declared.difference(WasmFeatures::BULK_MEMORY);
    must(Validator::new_with_features(fewer).validate_all(&bytes).is_err(), "the features are not looked at")?;
    let server = lab.server().await?;
    let script = lab.before_pages("WebAssembly.validate = () => false").await?;
    let run = async {
        lab.browser().goto(&server.path(PAGE)).await?;
        must(lab.browser().js("return WebAssembly.validate(new Uint8Array())").await? == false, "no old engine")?;
        lab.browser().settle().await?;
        // The worker copies every file for other engines' sake; the page itself asks for none.
        let asked = "return performance.getEntriesByType('resource').map((entry) => entry.name).join(' ')";
        let asked = lab.browser().text(asked).await?;
        must(asked.contains(".js") && !asked.contains(".wasm"), format!("the page asked for {asked}"))?;
        plain(lab.browser()).await
    };
    let result = run.await;
    lab.no_more(script).await?;
    result
}

async fn missing_globals(lab: &Lab) -> Outcome {
    let server = lab.server().await?;
    let gone = "delete globalThis.structuredClone; delete Intl.Segmenter;
        Object.defineProperty(globalThis, 'crypto', { value: undefined })";
    let script = lab.before_pages(gone).await?;
    let run = async {
        lab.browser().ready(&server.path(PAGE)).await?;
        let there = "return [typeof crypto, typeof structuredClone, typeof Intl.Segmenter].join(' ')";
        let there = lab.browser().text(there).await?;
        must(there == "undefined undefined undefined", there)?;
        readable(lab.browser(), PAGE).await
    };
    let result = run.await;
    lab.no_more(script).await?;
    result
}
