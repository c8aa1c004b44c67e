//! What the site survives: one row a fault of the catalogue (groups A, B and C), each injected for real, each proving that it was.
#![allow(clippy::print_stdout, reason = "the rows are printed, to be quoted")]

mod code;
mod delivery;
mod worker;

use browser_tests::copy::written;
use browser_tests::releases::with_wasm;
use browser_tests::{Browser, Build, Chromium, Engine, FaultServer, Options, Outcome, Theme, copy_dist};
use serde_json::{Value, json};
use std::fs;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};
use tempfile::TempDir;

/// Where a row runs: a browser that rows share, and the dist that is judged.
pub(crate) struct Lab {
    browser: Any,
    dist: PathBuf,
}

/// A browser of any engine; only Chromium speaks DevTools.
enum Any {
    Chromium(Chromium),
    Other(Browser),
}

/// The page that rows look at.
const PAGE: &str = "therapies/chimiotherapie/";

impl Lab {
    async fn with(dist: &Path) -> Result<Self, String> {
        let browser = Any::Chromium(narrow(Options::default()).await?);
        Ok(Self { browser, dist: dist.to_owned() })
    }

    fn browser(&self) -> &Browser {
        match &self.browser {
            Any::Chromium(browser) => browser,
            Any::Other(browser) => browser,
        }
    }

    fn chromium(&self) -> Result<&Chromium, String> {
        match &self.browser {
            Any::Chromium(browser) => Ok(browser),
            Any::Other(_) => Err("this row needs DevTools".to_owned()),
        }
    }

    async fn cdp(&self, method: &str, parameters: Value) -> Result<Value, String> {
        self.chromium()?.cdp(method, parameters).await
    }

    async fn console(&self) -> Result<Vec<String>, String> {
        self.chromium()?.console().await
    }

    async fn server(&self) -> Result<FaultServer, String> {
        FaultServer::start(&self.dist).await
    }

    /// A copy of the dist that a row may spoil.
    fn spoiled(&self) -> Result<TempDir, String> {
        let copy = TempDir::new().map_err(|error| error.to_string())?;
        for file in browser_tests::native::files(&self.dist)? {
            if file.extension().is_some_and(|ending| ending == "br" || ending == "gz") {
                continue;
            }
            let target = copy.path().join(file.strip_prefix(&self.dist).map_err(|error| error.to_string())?);
            fs::create_dir_all(target.parent().ok_or("no folder")?)
                .and_then(|()| fs::copy(&file, &target))
                .map_err(|error| error.to_string())?;
        }
        Ok(copy)
    }

    /// Runs this script before any page; the number takes it away again.
    async fn before_pages(&self, source: &str) -> Result<Value, String> {
        self.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": source })).await
    }

    async fn no_more(&self, script: Value) -> Outcome {
        self.cdp("Page.removeScriptToEvaluateOnNewDocument", script).await.map(drop)
    }
}

/// A browser as narrow as the smallest telephone.
async fn narrow(options: Options) -> Result<Chromium, String> {
    let browser = Chromium::with(options).await?;
    let size = json!({ "width": 320, "height": 640, "deviceScaleFactor": 1, "mobile": true });
    browser.cdp("Emulation.setDeviceMetricsOverride", size).await?;
    Ok(browser)
}

/// Fails with these words when something that must be is not.
fn must(holds: bool, words: impl Into<String>) -> Outcome {
    if holds { Ok(()) } else { Err(words.into()) }
}

/// Oracle R without the link: the whole text, title and "quand appeler" in sight, nothing over it, no sideways scroll.
async fn shows(browser: &Browser, page: &str) -> Outcome {
    let wanted = written(&Build::Release.folder(), &format!("{page}index.html"))?;
    let shown = browser.main_text().await.unwrap_or_default();
    must(shown.contains(&wanted), format!("the text is not whole: {shown:.120}"))?;
    let seen = "const seen = (selector) => { const e = document.querySelector(selector);
            return Boolean(e) && e.checkVisibility() && e.getBoundingClientRect().height > 0; };
        const middle = document.elementFromPoint(innerWidth / 2, innerHeight / 2);
        return [seen('h1') && 'h1', seen('.site-header .call') && 'call', middle?.closest('#app, .site-note, .draft-mark') && 'clear',
            document.documentElement.scrollWidth <= innerWidth && 'narrow'].join(' ')";
    let found = browser.text(seen).await?;
    must(found == "h1 call clear narrow", format!("in sight: {found}"))
}

/// Oracles R and P on a page that is open: it shows what it must, its link leads on, and nobody else was asked.
async fn readable(browser: &Browser, page: &str) -> Outcome {
    shows(browser, page).await?;
    let foreign = "return performance.getEntriesByType('resource').map(e => e.name)
        .filter(name => new URL(name).origin !== location.origin).join(' ') + document.cookie";
    let foreign = browser.text(foreign).await?;
    must(foreign.is_empty(), format!("asked or kept: {foreign}"))?;
    let start = Instant::now();
    browser.click(".site-header .call").await?;
    browser
        .until(
            "the link",
            "return location.pathname.endsWith('/quand-appeler/') && Boolean(document.querySelector('h1'))",
        )
        .await?;
    must(start.elapsed() < Duration::from_secs(4), "the link takes long")?;
    browser
        .until("the number", "return Boolean(document.querySelector('main a[href=\"tel:15\"]')?.checkVisibility())")
        .await
}

/// The page is open and whole, and has not been woken up.
async fn plain(browser: &Browser) -> Outcome {
    let awake = browser.js("return 'awake' in document.documentElement.dataset").await?;
    must(awake == false, "the page woke up: the fault was not there")?;
    readable(browser, PAGE).await
}

/// Oracle L: how often a page was loaded.
fn loads(server: &FaultServer, path: &str, most: usize) -> Outcome {
    let count = server.take_log().iter().filter(|asked| *asked == path).count();
    must(count <= most, format!("{path} was asked for {count} times"))
}

/// Runs rows one after the other; all that fail are told.
async fn all(rows: &[&str], lab: &Lab) -> Outcome {
    let mut failed = Vec::new();
    for row in rows {
        let start = Instant::now();
        match one(row, lab).await {
            Ok(()) => println!("{row} held ({} ms)", start.elapsed().as_millis()),
            Err(told) => failed.push(format!("{row}: {told}")),
        }
    }
    if failed.is_empty() { Ok(()) } else { Err(failed.join("\n")) }
}

async fn one(row: &str, lab: &Lab) -> Outcome {
    let number: u32 = row[1..].parse().map_err(|_| format!("{row} is no row"))?;
    match number {
        1..=28 => code::row(row, lab).await,
        29..=48 => delivery::row(row, lab).await,
        _ => worker::row(row, lab).await,
    }
}

#[tokio::test]
async fn the_code_cannot_start_or_dies() -> Outcome {
    all(&code::ROWS, &Lab::with(&Build::Release.folder()).await?).await
}

#[tokio::test]
async fn delivery_goes_wrong() -> Outcome {
    all(&delivery::ROWS, &Lab::with(&Build::Release.folder()).await?).await
}

#[tokio::test]
async fn worker_and_copies_go_wrong() -> Outcome {
    all(&worker::ROWS, &Lab::with(&Build::Release.folder()).await?).await
}

/// Rows that need nothing but WebDriver: they are asked of every engine.
const EVERYWHERE: [&str; 22] = [
    "F06", "F07", "F08", "F09", "F11", "F12", "F14", "F15", "F29", "F30", "F36", "F40", "F41", "F43", "F44", "F45",
    "F46", "F49", "F50", "F53", "F54", "F57",
];

/// The other engines are the audit's: `IPROS_ENGINES` names them (`cargo xtask audit`).
#[tokio::test]
async fn rows_hold_in_the_other_engines() -> Outcome {
    let mut failed = Vec::new();
    for engine in Engine::asked().into_iter().filter(|engine| *engine != Engine::Chromium) {
        let browser = Any::Other(engine.start(Theme::Light).await?);
        let lab = Lab { browser, dist: Build::Release.folder() };
        println!("{}: {} rows", engine.as_str(), EVERYWHERE.len());
        failed.extend(all(&EVERYWHERE, &lab).await.err().map(|told| format!("{}:\n{told}", engine.as_str())));
    }
    if failed.is_empty() { Ok(()) } else { Err(failed.join("\n")) }
}

/// A dist that was broken on purpose.
fn broken(change: impl Fn(&str, String) -> String) -> Result<TempDir, String> {
    let copy = copy_dist(Build::Release)?;
    for file in browser_tests::native::files(copy.path())? {
        if file.extension().is_some_and(|ending| ending == "br" || ending == "gz") {
            fs::remove_file(&file).map_err(|error| error.to_string())?;
        } else if let Ok(text) = fs::read_to_string(&file) {
            let name = file.strip_prefix(copy.path()).map_err(|error| error.to_string())?.display().to_string();
            fs::write(&file, change(&name, text)).map_err(|error| error.to_string())?;
        }
    }
    Ok(copy)
}

/// Each of these rows must be red on this dist: a row that nothing turns red proves nothing.
async fn red(what: &str, dist: &Path, rows: &[&str]) -> Outcome {
    let lab = Lab::with(dist).await?;
    let mut held = Vec::new();
    for row in rows {
        match one(row, &lab).await {
            Ok(()) => held.push(*row),
            Err(told) => println!("{row} is red on {what}: {told:.100}"),
        }
    }
    must(held.is_empty(), format!("green on {what}: {held:?}"))
}

#[tokio::test]
async fn rows_are_red_on_pages_that_are_empty_without_the_program() -> Outcome {
    let dist = broken(|name, text| match text.split_once("<div id=\"app\">") {
        Some((before, _)) if name.ends_with(".html") => format!("{before}<div id=\"app\"></div></body></html>"),
        _ => text,
    })?;
    red("a page without text", dist.path(), &["F01", "F02", "F06", "F08", "F09", "F14", "F43"]).await
}

#[tokio::test]
async fn rows_are_red_on_a_worker_that_believes_everything_and_waits_for_ever() -> Outcome {
    let dist = broken(|name, text| {
        if name != "sw.js" {
            return text;
        }
        let believing = text.replace("throw new Error(`${path}: refused`)", "void 0");
        let believing = believing.replace("throw new Error(`${path}: other bytes`)", "void 0");
        let believing = believing.replace("redirect: \"error\"", "redirect: \"follow\"");
        believing.replace("PATIENCE = 3000", "PATIENCE = 300000").replace("response.status >= 500", "false")
    })?;
    red("a worker that believes everything", dist.path(), &["F40", "F41", "F57"]).await
}

#[tokio::test]
async fn a_row_is_red_on_pages_that_do_not_enforce_hashes() -> Outcome {
    let dist = broken(|name, text| {
        if name.ends_with(".html") {
            let (before, after) = text.split_once(" integrity=\"").unwrap_or((&text, ""));
            return format!("{before}{}", after.split_once('"').map_or("", |(_, rest)| rest));
        }
        text.replace("OWN), { integrity })", "OWN), { nothing: integrity })")
    })?;
    red("pages without integrity", dist.path(), &["F12"]).await
}

/// The release with a trap in place of the first instruction of its start.
fn trapping() -> Result<TempDir, String> {
    with_wasm(|wasm| {
        let at = start_of(wasm)?;
        wasm[at.0..at.1].fill(0);
        Ok(())
    })
}

/// Where the first instruction of the function stands that wasm-bindgen runs at the start.
fn start_of(wasm: &[u8]) -> Result<(usize, usize), String> {
    use wasmparser::{ExternalKind, Parser, Payload, TypeRef};
    let (mut imported, mut wanted, mut bodies) = (0, None, Vec::new());
    for payload in Parser::new(0).parse_all(wasm) {
        match payload.map_err(|error| error.to_string())? {
            Payload::ImportSection(imports) => {
                for import in imports.into_imports().flatten() {
                    imported += u32::from(matches!(import.ty, TypeRef::Func(_)));
                }
            }
            Payload::ExportSection(exports) => {
                for export in exports.into_iter().flatten() {
                    if export.kind == ExternalKind::Func && export.name == "__wbindgen_start" {
                        wanted = Some(export.index);
                    }
                }
            }
            Payload::CodeSectionEntry(body) => bodies.push(body),
            _ => {}
        }
    }
    let index = wanted.ok_or("the wasm exports no start")? - imported;
    let body = bodies.get(index as usize).ok_or("no body")?;
    let mut instructions = body.get_operators_reader().map_err(|error| error.to_string())?;
    let start = instructions.original_position();
    instructions.read().map_err(|error| error.to_string())?;
    Ok((start, instructions.original_position()))
}
