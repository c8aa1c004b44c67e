//! How fast the search is in a browser: `cargo run --release -p browser-tests --example find -- DIST`
//!
//! On a phone's window, with the CPU as it is and four times slower: the time from a keystroke to the results painted, over the golden questions typed
//! letter by letter; the work inside the program alone; the first answer after the first focus; and on a cold visit (1.6 Mbit/s,
//! 150 ms round trip, CPU ÷ 4) the time from the navigation to the first answer.
#![allow(clippy::print_stdout, reason = "a bench prints its figures")]

use browser_tests::{Chromium, Outcome, Site, checks};
use serde_json::{Value, json};
use std::path::Path;

/// Every how many questions one is typed.
const STEP: usize = 9;

#[tokio::main]
async fn main() -> Outcome {
    let dist = std::env::args().nth(1).ok_or("find DIST")?;
    let site = Site::at(Path::new(&dist)).await?;
    let golden = std::fs::read_to_string("tests/search/golden.tsv").map_err(|error| error.to_string())?;
    let lines = golden.lines().filter(|line| !line.starts_with('#'));
    let questions: Vec<&str> =
        lines.filter_map(|line| line.split_once('\t')).map(|(query, _)| query).step_by(STEP).collect();
    for rate in [1, 4] {
        let browser = Chromium::start().await?;
        browser.cdp("Emulation.setCPUThrottlingRate", json!({ "rate": rate })).await?;
        checks::window(&browser, 390, 844).await?;
        browser.wake(&site.path("recherche/")).await?;
        let idle = "const done = arguments[arguments.length - 1]; const start = performance.now();
            (function wait(left) { requestIdleCallback(deadline => deadline.timeRemaining() > 10 && left === 0
                ? done(performance.now() - start) : wait(Math.max(0, left - 1))) })(40)";
        let quiet = browser.js_async(idle, vec![]).await?;
        let (mut work, mut paint) = (Vec::new(), Vec::new());
        for question in &questions {
            let typed = browser.js_async(TYPE, vec![json!(question)]).await?;
            let times =
                |list: &Value| list.as_array().into_iter().flatten().filter_map(Value::as_f64).collect::<Vec<_>>();
            work.extend(times(&typed[0]));
            paint.extend(times(&typed[1]));
        }
        println!(
            "CPU ÷ {rate}: {} keystrokes; work {}; painted {}; idle again after {:.0} ms",
            work.len(),
            spread(&mut work),
            spread(&mut paint),
            quiet.as_f64().unwrap_or(f64::NAN)
        );
        first(&site, rate, 0).await?;
        first(&site, rate, 1000).await?;
    }
    cold(&site).await
}

/// Types a question letter by letter: for each letter, the time inside the program, and until the results are painted.
const TYPE: &str = "const done = arguments[arguments.length - 1], question = arguments[0];
    const field = document.getElementById('recherche-champ'); field.focus();
    const painted = () => new Promise(ready => requestAnimationFrame(() => { const channel = new MessageChannel();
        channel.port1.onmessage = ready; channel.port2.postMessage(0); }));
    (async () => {
        const work = [], paint = [];
        for (let length = 1; length <= question.length; length++) {
            await painted();
            field.value = question.slice(0, length);
            const start = performance.now();
            field.dispatchEvent(new Event('input', { bubbles: true }));
            await Promise.resolve(); await Promise.resolve(); await Promise.resolve();
            work.push(performance.now() - start);
            await painted();
            paint.push(performance.now() - start);
        }
        done([work, paint]);
    })()";

/// `p50 … p95 … max … ms`
fn spread(times: &mut [f64]) -> String {
    times.sort_by(f64::total_cmp);
    let at = |part: usize| times.get((times.len().saturating_sub(1)) * part / 100).copied().unwrap_or(f64::NAN);
    format!("p50 {:.1} p95 {:.1} max {:.1} ms", at(50), at(95), at(100))
}

/// The first answer after the first focus, asked for this long after the page has woken up: at once, in the task that
/// follows, the index must be read first; a moment later it has been, in idle moments.
async fn first(site: &Site, rate: u32, after: u32) -> Outcome {
    let mut taken = Vec::new();
    for _ in 0..5 {
        let browser = Chromium::start().await?;
        browser.cdp("Emulation.setCPUThrottlingRate", json!({ "rate": rate })).await?;
        let note = format!("const after = {after};") + "addEventListener('DOMContentLoaded', () => new MutationObserver((_, watch) => {
            if (!document.documentElement.hasAttribute('data-awake')) return;
            watch.disconnect();
            setTimeout(async () => {
                const field = document.getElementById('recherche-champ'); field.focus();
                const start = performance.now();
                field.value = 'fatigue'; field.dispatchEvent(new Event('input', { bubbles: true }));
                for (let turns = 0; turns < 20 && !document.querySelector('[role=option]'); turns++) await Promise.resolve();
                window.first = performance.now() - start; window.found = document.querySelectorAll('[role=option]').length;
            }, after);
        }).observe(document.documentElement, { attributes: true }))";
        browser.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": note })).await?;
        browser.wake(&site.path("recherche/")).await?;
        browser.until("the first answer", "return window.found > 0").await?;
        taken.push(browser.js("return window.first").await?.as_f64().unwrap_or(f64::NAN));
    }
    taken.sort_by(f64::total_cmp);
    println!(
        "  first answer after the first focus, {after} ms after waking: median {:.1} ms, worst {:.1} ms",
        taken[2], taken[4]
    );
    Ok(())
}

/// From the navigation to the first answer on a cold visit.
async fn cold(site: &Site) -> Outcome {
    let mut taken = Vec::new();
    for _ in 0..3 {
        let browser = Chromium::start().await?;
        browser.cdp("Emulation.setCPUThrottlingRate", json!({ "rate": 4 })).await?;
        let slow =
            json!({ "offline": false, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 94_000 });
        browser.cdp("Network.enable", json!({})).await?;
        browser.cdp("Network.emulateNetworkConditions", slow).await?;
        browser.wake(&site.path("recherche/")).await?;
        let ask = "const field = document.getElementById('recherche-champ'); field.value = 'mes cheveux tombent';
            field.dispatchEvent(new Event('input', { bubbles: true }))";
        browser.js(ask).await?;
        browser.until("an answer", "return document.querySelectorAll('[role=option]').length > 0").await?;
        taken.push(browser.js("return performance.now()").await?.as_f64().unwrap_or(f64::NAN));
    }
    taken.sort_by(f64::total_cmp);
    println!(
        "cold visit, 1.6 Mbit/s, 150 ms, CPU ÷ 4: first answer {:.0} ms after the navigation (median of 3)",
        taken[1]
    );
    Ok(())
}
