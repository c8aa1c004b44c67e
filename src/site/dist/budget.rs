//! The sizes of a dist against their ceilings (`tests/budget.json`): a table, and what is over.

use super::compress::brotli;
use super::files::files;
use crate::content::id::Standalone;
use crate::content::{Content, Dataset, PageId, Section};
use crate::route::Route;
use anyhow::{Context as _, Result, anyhow, bail};
use fs_err as fs;
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::Path;

/// Ceilings in bytes, but for the percentage and the number of requests.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Ceilings {
    html_br5: usize,
    /// For the index of A to Z, which lists everything and is there to be searched, not read.
    html_index_br5: usize,
    html_br5_usual: usize,
    html_over_usual_percent: usize,
    inline_css_br11: usize,
    loader_and_glue_br11: usize,
    code_br11: usize,
    core_br11: usize,
    wasm_br11: usize,
    bundle_br11: usize,
    fonts: usize,
    first_visit_br11: usize,
    render_blocking_requests: usize,
}

/// One line of the table.
#[derive(Clone, Debug)]
pub struct Row {
    /// What was measured.
    pub name: String,
    /// Bytes, or a number.
    pub found: usize,
    /// The most that it may be, when it has a ceiling.
    pub ceiling: Option<usize>,
    /// The page that it was found on, or more figures.
    pub note: String,
}

impl Row {
    /// Whether the figure is over its ceiling.
    #[must_use]
    pub fn over(&self) -> bool {
        self.ceiling.is_some_and(|ceiling| self.found > ceiling)
    }
}

/// Measures a dist of this dataset.
///
/// # Errors
/// A file that is missing or cannot be read.
pub fn measure(dist: &Path, data: &Dataset, ceilings: &Ceilings) -> Result<Vec<Row>> {
    let content = data.to_content().map_err(|error| anyhow!("the dataset's bundle: {error:?}"))?;
    let pages = pages(dist, &content)?;
    let mut rows = html(&pages, ceilings);
    let home = pages.get("index.html").context("dist has no index.html")?;
    let style = between(home, "<style>", "</style>");
    rows.push(row("inline CSS, brotli 11", brotli(style.as_bytes(), 11).len(), ceilings.inline_css_br11));
    let asset = |ending: &str| -> Result<Vec<u8>> {
        let found = files(&dist.join("assets"))?;
        let path = found.iter().find(|path| path.to_string_lossy().ends_with(ending));
        let path = path.with_context(|| format!("no asset *{ending}"))?;
        Ok(fs::read(path)?)
    };
    let (script, wasm, core, bundle) = (asset(".js")?, asset(".wasm")?, data.to_core(), asset(".bundle")?);
    let core = core.as_bytes();
    let at = wasm.windows(core.len()).position(|window| window == core).context("the wasm carries another content")?;
    let code = [&wasm[..at], &wasm[at + core.len()..]].concat();
    let (script, whole) = (brotli(&script, 11).len(), brotli(&wasm, 11).len());
    rows.push(row("loader and glue, brotli 11", script, ceilings.loader_and_glue_br11));
    rows.push(row("wasm without content, brotli 11", brotli(&code, 11).len(), ceilings.code_br11));
    rows.push(row("content in the wasm, brotli 11", brotli(core, 11).len(), ceilings.core_br11));
    rows.push(row("wasm, brotli 11", whole, ceilings.wasm_br11));
    rows.push(row(
        "bundle of all content, fetched when idle, brotli 11",
        brotli(&bundle, 11).len(),
        ceilings.bundle_br11,
    ));
    let (sheet, drawings) = (brotli(&asset(".css")?, 11).len(), brotli(&asset(".svg")?, 11).len());
    // A woff2 is compressed already.
    let fonts = asset(".woff2")?.len();
    rows.push(row("fonts", fonts, ceilings.fonts));
    let first = brotli(home.as_bytes(), 11).len() + script + whole + sheet + drawings + fonts;
    let mut visit = row("first visit of the home page, brotli 11", first, ceilings.first_visit_br11);
    visit.note = format!("the wasm alone {whole}, drawings {drawings}, fonts {fonts}");
    rows.push(visit);
    let blocking = pages.values().map(|page| blocking(page)).max().unwrap_or(0);
    rows.push(row("render-blocking requests of a page", blocking, ceilings.render_blocking_requests));
    Ok(rows)
}

fn row(name: &str, found: usize, ceiling: usize) -> Row {
    Row { name: name.to_owned(), found, ceiling: Some(ceiling), note: String::new() }
}

fn pages(dist: &Path, content: &Content) -> Result<BTreeMap<String, String>> {
    let read = |route: Route| {
        let file = route.file();
        let text = fs::read_to_string(dist.join(&file))?;
        Ok((file, text))
    };
    Route::all(content).into_iter().map(read).collect()
}

/// Scripts that hold up the parser and style sheets in the head.
fn blocking(page: &str) -> usize {
    let head = between(page, "<head>", "</head>");
    let scripts = head.matches("<script src").count();
    scripts + head.matches("rel=\"stylesheet\"").count()
}

fn between<'a>(text: &'a str, start: &str, end: &str) -> &'a str {
    let after = text.split_once(start).map_or("", |(_, after)| after);
    after.split_once(end).map_or("", |(inner, _)| inner)
}

const INDEX: &str = "the index of A to Z";

/// The kind of a page, for the table.
fn kind(file: &str) -> &'static str {
    let id = file.trim_end_matches("index.html").trim_end_matches('/');
    if id.ends_with("/simple") {
        return "plain-language twins";
    }
    if id == Standalone::Index.as_str() {
        return INDEX;
    }
    match PageId::parse(id) {
        Ok(PageId::Topic(Section::Therapies, _)) => "therapies",
        Ok(PageId::Topic(Section::SideEffects, _)) => "side effects",
        Ok(PageId::Topic(Section::Places, _)) => "places",
        Ok(PageId::Topic(..)) => "other topics",
        Ok(PageId::Index(_)) => "section indexes",
        Ok(PageId::Standalone(_)) | Err(_) => "pages outside sections",
    }
}

fn html(pages: &BTreeMap<String, String>, ceilings: &Ceilings) -> Vec<Row> {
    let mut worst: BTreeMap<&str, (usize, &str)> = BTreeMap::new();
    let mut over = 0;
    for (file, text) in pages {
        let size = brotli(text.as_bytes(), 5).len();
        over += usize::from(size > ceilings.html_br5_usual);
        let entry = worst.entry(kind(file)).or_default();
        *entry = (*entry).max((size, file));
    }
    let mut rows: Vec<Row> = worst
        .into_iter()
        .map(|(kind, (size, file))| {
            let best = brotli(pages[file].as_bytes(), 11).len();
            let ceiling = if kind == INDEX { ceilings.html_index_br5 } else { ceilings.html_br5 };
            let mut row = row(&format!("HTML of {kind}, brotli 5, worst"), size, ceiling);
            row.note = format!("{file}, brotli 11: {best}");
            row
        })
        .collect();
    let name = format!("pages over {} bytes, percent", ceilings.html_br5_usual);
    let mut usual = row(&name, (over * 100).div_ceil(pages.len().max(1)), ceilings.html_over_usual_percent);
    usual.note = format!("{over} of {}", pages.len());
    rows.push(usual);
    rows
}

/// The command `budget DIST CEILINGS`: prints the table.
///
/// # Errors
/// What is over its ceiling.
#[allow(clippy::print_stdout, reason = "the table is what the command is for")]
pub fn command(dist: &str, data: &Dataset, ceilings: &str) -> Result<()> {
    let text = fs::read_to_string(ceilings)?;
    let ceilings = serde_json::from_str(&text).with_context(|| ceilings.to_owned())?;
    let rows = measure(Path::new(dist), data, &ceilings)?;
    for row in &rows {
        let ceiling = row.ceiling.map_or_else(String::new, |ceiling| format!("of {ceiling}"));
        let mark = if row.over() { "OVER" } else { "" };
        println!("{:44} {:>8} {ceiling:>10} {mark:4} {}", row.name, row.found, row.note);
    }
    let over: Vec<&str> = rows.iter().filter(|row| row.over()).map(|row| row.name.as_str()).collect();
    if !over.is_empty() {
        bail!("over the ceiling: {}", over.join("; "));
    }
    Ok(())
}
