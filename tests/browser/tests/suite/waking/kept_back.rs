//! What a browser keeps back, or what somebody else has taken before us: each alone harms nothing but itself.

use super::{Failures, PAGE, alive, file, has_text_of, leads_on, must, quiet, rests, soon};
use browser_tests::copy::{left_on_device, until_copied};
use browser_tests::native::{base_of, router};
use browser_tests::{Build, Chromium, Outcome, Site};
use serde_json::{Value, json};

/// What is kept back from pages, and what must live all the same.
struct Kept {
    /// Runs before any script of a page.
    script: &'static str,
    /// Runs before the worker's own script.
    worker: &'static str,
    /// Whether the page must wake up.
    wakes: bool,
    /// Whether the copy must come.
    copies: bool,
    /// What the browser itself may say of it.
    said: &'static [&'static str],
}

/// The browser asks for this by itself, on a page that is none of ours.
const ICON: &[&str] = &["/favicon.ico"];

/// Only the page lacks something that it can do without.
const fn page(script: &'static str) -> Kept {
    Kept { script, worker: "", wakes: true, copies: true, said: ICON }
}

/// There is no copy, since page and worker lack what it needs.
const fn no_copy(script: &'static str, worker: &'static str) -> Kept {
    Kept { script, worker, wakes: true, copies: false, said: ICON }
}

/// The program may sleep; everything else lives.
const fn may_sleep(script: &'static str) -> Kept {
    // The page's policy lets nobody make the default policy: that is thrown in the script that tries.
    let said = &[
        "/favicon.ico",
        "Creating a TrustedTypePolicy",
        "requires 'Trusted",
        "'createPolicy' on 'TrustedTypePolicyFactory'",
    ];
    Kept { script, worker: "", wakes: false, copies: true, said }
}

/// The site of which something is kept back.
struct Lab {
    site: Site,
    browser: Chromium,
    script: Option<Value>,
}

impl Lab {
    async fn of(kept: &Kept) -> Result<Self, String> {
        let (dist, browser) = (Build::Release.folder(), Chromium::start().await?);
        let router = if kept.worker.is_empty() { router(&dist)? } else { with_worker(kept.worker)? };
        let mut lab = Self { site: Site::with(router, base_of(&dist)?).await?, browser, script: None };
        lab.inject(kept.script).await?;
        Ok(lab)
    }

    /// Runs this, and nothing else, before pages from now on.
    async fn inject(&mut self, source: &str) -> Outcome {
        if let Some(script) = self.script.take() {
            self.browser.cdp("Page.removeScriptToEvaluateOnNewDocument", script).await?;
        }
        let source = json!({ "source": source });
        self.script = Some(self.browser.cdp("Page.addScriptToEvaluateOnNewDocument", source).await?);
        Ok(())
    }

    /// What is on the device, asked by a page that lacks nothing and runs nothing.
    async fn really_left(&mut self, kept: &Kept) -> Result<(u64, u64), String> {
        self.inject("").await?;
        self.browser.goto(&self.site.path("robots.txt")).await?;
        let left = left_on_device(&self.browser).await?;
        self.inject(kept.script).await?;
        Ok(left)
    }
}

/// The release, its worker's script with this before it.
fn with_worker(before: &'static str) -> Result<axum::Router, String> {
    use axum::response::IntoResponse as _;
    let dist = Build::Release.folder();
    let worker = std::fs::read_to_string(dist.join("sw.js")).map_err(|error| error.to_string())?;
    let script = format!("{before};\n{worker}");
    let answer = move || {
        let script = script.clone();
        async move { ([("content-type", "text/javascript")], script).into_response() }
    };
    Ok(router(&dist)?.route("/sw.js", axum::routing::get(answer)))
}

/// Everything that a page owes its reader, without what was kept back.
async fn holds(kept: &Kept) -> Outcome {
    let mut lab = Lab::of(kept).await?;
    let awake = rests(&lab.browser, &lab.site.path(PAGE)).await?;
    let mut failures = Failures::default();
    failures.note("waking", must(awake || !kept.wakes, "asleep"));
    failures.note("text", has_text_of(&lab.browser, &file(PAGE)).await);
    failures.note("paper", unfolds(&lab.browser).await);
    if awake {
        failures.note("controls", alive(&lab.browser).await);
    }
    failures.note("links", leads_on(&lab.browser, &file(PAGE)).await);
    failures.note("console", quiet(&lab.browser, kept.said).await);
    failures.note("old text", tells_its_age(&mut lab, kept).await);
    if kept.copies {
        failures.note("copy", has_copy(&mut lab, kept).await);
    }
    failures.note("list", lists_the_truth(&mut lab, kept).await);
    failures.note("removal", removes_truly(&mut lab, kept).await);
    failures.note("console", quiet(&lab.browser, kept.said).await);
    failures.none()
}

/// Folded text is on paper.
async fn unfolds(browser: &Chromium) -> Outcome {
    let folds = "return [document.querySelectorAll('main details').length, document.querySelectorAll('main details:not([open])').length].join(' ')";
    let before = browser.text(folds).await?;
    must(!before.starts_with("0 ") && !before.ends_with(" 0"), format!("no folds: {before}"))?;
    browser.js("dispatchEvent(new Event('beforeprint'))").await?;
    let open = browser.text(folds).await?;
    must(open.ends_with(" 0"), format!("folds that stay closed on paper: {open}"))?;
    browser.js("dispatchEvent(new Event('afterprint'))").await?;
    let after = browser.text(folds).await?;
    must(before == after, format!("folds after paper: {after}, before it {before}"))
}

/// Text of long ago says that it is old.
async fn tells_its_age(lab: &mut Lab, kept: &Kept) -> Outcome {
    let later = "const now = Date.now; Date.now = () => now() + 700 * 86400000;";
    lab.inject(&format!("{later} {}", kept.script)).await?;
    lab.browser.goto(&lab.site.path(PAGE)).await?;
    let loud = "return document.querySelector('.site-note--loud')?.textContent.includes('18 mois') === true";
    let told = soon(&lab.browser, "its age", loud).await;
    lab.inject(kept.script).await?;
    told
}

/// A page that lacks nothing finds the copy that this one has asked for.
async fn has_copy(lab: &mut Lab, kept: &Kept) -> Outcome {
    lab.browser.goto(&lab.site.path(PAGE)).await?;
    // Without idle callbacks the page asks for its copy two seconds after it has come: a reader who is gone by then has none.
    let asked = "try { navigator.serviceWorker.getRegistration().then((held) => { globalThis.asked = Boolean(held) }, () => { globalThis.asked = true }) }
        catch { return true } return globalThis.asked === true";
    soon(&lab.browser, "a worker that is asked for", asked).await?;
    lab.inject("").await?;
    lab.browser.goto(&lab.site.path("robots.txt")).await?;
    let asked = until_copied(&lab.browser).await;
    lab.inject(kept.script).await?;
    asked
}

/// `/hors-ligne/` tells of a copy when there is one.
async fn lists_the_truth(lab: &mut Lab, kept: &Kept) -> Outcome {
    let (_, copies) = lab.really_left(kept).await?;
    lab.browser.goto(&lab.site.path("hors-ligne/")).await?;
    let words = "return (document.querySelector('[data-copies] [role=status]')?.textContent ?? '')";
    soon(&lab.browser, "a word about copies", &format!("{words} !== ''")).await?;
    let told = lab.browser.text(words).await?;
    let says_there = told.contains("copie hors ligne") || told.contains("incomplète");
    must(says_there == (copies > 0), format!("{copies} copies, told: {told}"))
}

/// `/confidentialite/` removes what is there, and says what has become of it.
async fn removes_truly(lab: &mut Lab, kept: &Kept) -> Outcome {
    lab.browser.goto(&lab.site.path("confidentialite/")).await?;
    soon(&lab.browser, "the button", "return Boolean(document.querySelector('.copies > button'))").await?;
    lab.browser.click(".copies > button").await?;
    lab.browser.click(".copies__confirm .button:not(.button--quiet)").await?;
    let words = "return document.querySelector('.copies > [role=status]').textContent";
    // A worker that is being looked for anew is left only after that.
    lab.browser.until("a word", &format!("{words} !== ''")).await?;
    let told = lab.browser.text(words).await?;
    let left = lab.really_left(kept).await?;
    let failed = told.contains("pas pu");
    must(failed == (left != (0, 0)), format!("left (workers, copies): {left:?}, told: {told}"))
}

#[tokio::test]
async fn nothing_kept_back_is_the_control() -> Outcome {
    holds(&page("")).await
}

#[tokio::test]
async fn without_access_to_service_workers_everything_else_lives() -> Outcome {
    holds(&no_copy(
        "Object.defineProperty(Navigator.prototype, 'serviceWorker', { get() { throw new DOMException('', 'SecurityError') } })",
        "",
    ))
    .await
}

#[tokio::test]
async fn without_service_workers_everything_else_lives() -> Outcome {
    holds(&no_copy("delete Navigator.prototype.serviceWorker", "")).await
}

#[tokio::test]
async fn where_registering_throws_everything_else_lives() -> Outcome {
    holds(&no_copy(
        "ServiceWorkerContainer.prototype.register = () => { throw new DOMException('', 'SecurityError') }",
        "",
    ))
    .await
}

#[tokio::test]
async fn where_listening_to_workers_throws_everything_else_lives() -> Outcome {
    let script = "for (const name of ['addEventListener', 'getRegistration', 'register'])
            ServiceWorkerContainer.prototype[name] = () => { throw new DOMException('', 'SecurityError') };
        Object.defineProperty(ServiceWorkerContainer.prototype, 'controller', { get() { throw new DOMException('', 'SecurityError') } })";
    holds(&no_copy(script, "")).await
}

#[tokio::test]
async fn without_access_to_copies_everything_else_lives() -> Outcome {
    holds(&no_copy(
        "Object.defineProperty(globalThis, 'caches', { get() { throw new DOMException('', 'SecurityError') } })",
        "Object.defineProperty(self, 'caches', { get() { throw new DOMException('', 'SecurityError') } })",
    ))
    .await
}

#[tokio::test]
async fn where_only_the_page_has_no_access_to_copies_the_truth_is_told() -> Outcome {
    holds(&page(
        "Object.defineProperty(globalThis, 'caches', { get() { throw new DOMException('', 'SecurityError') } })",
    ))
    .await
}

#[tokio::test]
async fn where_copies_refuse_everything_the_truth_is_told() -> Outcome {
    let script = "for (const name of ['keys', 'delete', 'open', 'match', 'has'])
        CacheStorage.prototype[name] = () => Promise.reject(new DOMException('', 'SecurityError'))";
    holds(&no_copy(script, script)).await
}

#[tokio::test]
async fn where_somebody_else_has_made_the_default_policy_everything_else_lives() -> Outcome {
    holds(&may_sleep("trustedTypes.createPolicy('default', { createHTML: (s) => s, createScriptURL: (s) => s })")).await
}

#[tokio::test]
async fn where_somebody_elses_default_policy_refuses_everything_the_page_is_whole() -> Outcome {
    holds(&Kept { copies: false, ..may_sleep("trustedTypes.createPolicy('default', {})") }).await
}

#[tokio::test]
async fn where_no_policy_may_be_made_everything_else_lives() -> Outcome {
    let script = "TrustedTypePolicyFactory.prototype.createPolicy = () => { throw new TypeError('Policy disallowed') }";
    holds(&Kept { copies: false, ..may_sleep(script) }).await
}

#[tokio::test]
async fn without_idle_callbacks_everything_lives() -> Outcome {
    holds(&page("delete globalThis.requestIdleCallback; delete globalThis.cancelIdleCallback")).await
}

#[tokio::test]
async fn without_word_of_the_connection_everything_lives() -> Outcome {
    holds(&page("Object.defineProperty(Navigator.prototype, 'connection', { get() { throw new DOMException('', 'SecurityError') } })"))
        .await
}

#[tokio::test]
async fn where_the_clock_of_the_page_stands_still_everything_lives() -> Outcome {
    holds(&page("performance.now = () => 0")).await
}

#[tokio::test]
async fn without_storage_everything_lives() -> Outcome {
    let script = "for (const name of ['localStorage', 'sessionStorage', 'indexedDB', 'cookieStore'])
        Object.defineProperty(globalThis, name, { get() { throw new DOMException('', 'SecurityError') } })";
    holds(&page(script)).await
}

#[tokio::test]
async fn where_the_history_keeps_nothing_everything_lives() -> Outcome {
    holds(&page("History.prototype.replaceState = () => { throw new DOMException('', 'SecurityError') }")).await
}

#[tokio::test]
async fn where_somebody_counts_errors_before_us_everything_lives() -> Outcome {
    holds(&page(
        "globalThis.onerror = () => true; addEventListener('error', (event) => event.stopImmediatePropagation(), true)",
    ))
    .await
}
