//! How long pages take to wake up on a slow phone: `cargo run --release -p browser-tests --example wake -- DIST…`
//!
//! CPU four times slower, 1.6 Mbit/s down, 150 ms round trip, empty cache; medians of `RUNS` loads of each page. Prints a
//! row a dist and page: first contentful paint, time until awake, bytes transferred, and the time from a click to the new
//! page on screen.
#![allow(clippy::print_stdout, reason = "a bench prints its figures")]

use browser_tests::{Chromium, Outcome, Site};
use serde_json::json;
use std::path::Path;

const RUNS: usize = 5;
const PAGES: [(&str, &str); 2] =
    [("", ".site-footer a[href$='/lieux/']"), ("therapies/chimiotherapie/", ".site-footer a[href$='/lieux/']")];

#[tokio::main]
async fn main() -> Outcome {
    println!("{:24} {:28} {:>8} {:>9} {:>9} {:>9}", "dist", "page", "FCP ms", "awake ms", "kB", "route ms");
    for dist in std::env::args().skip(1) {
        let site = Site::at(Path::new(&dist)).await?;
        for (path, link) in PAGES {
            let mut figures = Vec::new();
            for _ in 0..RUNS {
                figures.push(load(&site.path(path), link).await?);
            }
            let median = |at: usize| {
                let mut column: Vec<f64> = figures.iter().map(|row| row[at]).collect();
                column.sort_by(f64::total_cmp);
                column[RUNS / 2]
            };
            let (paint, awake, bytes, change) = (median(0), median(1), median(2) / 1000.0, median(3));
            println!("{dist:24} /{path:27} {paint:8.0} {awake:9.0} {bytes:9.1} {change:9.1}");
        }
    }
    Ok(())
}

/// First contentful paint, time until awake, bytes, and the duration of a route change.
async fn load(url: &str, link: &str) -> Result<[f64; 4], String> {
    let browser = Chromium::start().await?;
    let note = "addEventListener('DOMContentLoaded', () => {
        const root = document.documentElement;
        new MutationObserver(() => { window.awake ??= root.hasAttribute('data-awake') ? performance.now() : undefined })
            .observe(root, { attributes: true });
    })";
    browser.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": note })).await?;
    browser.cdp("Emulation.setCPUThrottlingRate", json!({ "rate": 4 })).await?;
    let slow = json!({ "offline": false, "latency": 150, "downloadThroughput": 200_000, "uploadThroughput": 94_000 });
    browser.cdp("Network.enable", json!({})).await?;
    browser.cdp("Network.emulateNetworkConditions", slow).await?;
    browser.wake(url).await?;
    let figures = "return [performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0, window.awake,
        performance.getEntriesByType('resource').concat(performance.getEntriesByType('navigation'))
            .reduce((sum, entry) => sum + entry.transferSize, 0)]";
    let figures = browser.js(figures).await?;
    let change = format!(
        "const done = arguments[arguments.length - 1];
        const before = document.querySelector('h1');
        const start = performance.now();
        document.querySelector(\"{link}\").click();
        const look = () => document.querySelector('h1') !== before && document.querySelector('h1')
            ? requestAnimationFrame(() => done(performance.now() - start)) : setTimeout(look, 0);
        look()"
    );
    let change = browser.js_async(&change, vec![]).await?;
    let number = |at: usize| figures[at].as_f64().ok_or_else(|| format!("{url}: no figure {at}: {figures}"));
    Ok([number(0)?, number(1)?, number(2)?, change.as_f64().unwrap_or(0.0)])
}
