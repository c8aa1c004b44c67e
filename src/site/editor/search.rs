//! The search on the command line: the very code and index of the site, for editors who try words and for golden sets.

use super::dataset;
use crate::content::Dataset;
use crate::route::Base;
use crate::search::{Hit, Index, IndexBuilder, search};
use anyhow::{Context as _, Result, anyhow, bail};
use fs_err as fs;
use regex::{Regex, RegexBuilder};
use serde_json::json;
use std::fmt::Write as _;
use std::time::{Duration, Instant};

/// How many results an evaluation looks at.
const DEPTH: usize = 10;

/// `search [--json] [--limit N] "words"` or `search --eval FILE`: what to print.
///
/// # Errors
/// A wrong option, a file that cannot be read, a line that is no query with its pattern.
pub fn command(data: &Dataset, arguments: &[&str]) -> Result<String> {
    let content = dataset::content_of(data)?;
    let start = Instant::now();
    let index = IndexBuilder::whole(&content);
    let built = start.elapsed();
    if let ["--eval", file] = arguments {
        let text = fs::read_to_string(file)?;
        let cases = cases(&text).with_context(|| (*file).to_owned())?;
        return Ok(evaluate(&index, &cases).report(built, &index));
    }
    let (mut as_json, mut limit, mut words) = (false, 10, None);
    let mut rest = arguments.iter();
    while let Some(argument) = rest.next() {
        match *argument {
            "--json" => as_json = true,
            "--limit" => {
                let number = rest.next().and_then(|number| number.parse().ok()).filter(|number| *number > 0);
                limit = number.context("search: --limit needs a number from 1 up")?;
            }
            option if option.starts_with("--") => {
                bail!("search: unknown option {option}\nsearch [--json] [--limit N] WORDS | --eval FILE");
            }
            text if words.is_none() => words = Some(text),
            more => bail!("search: put the words between quotes (« {more} » stands alone)"),
        }
    }
    let words = words.context("search: no words\nsearch [--json] [--limit N] WORDS | --eval FILE")?;
    Ok(told(&index, words, limit, as_json))
}

/// The answer to one query, as lines for a reader or as JSON lines.
fn told(index: &Index, words: &str, limit: usize, as_json: bool) -> String {
    let answer = search(index, words, limit);
    let mut text = String::new();
    for (at, hit) in answer.hits.iter().enumerate() {
        let (rank, path) = (at + 1, path(hit));
        let (heading, anchor) = hit.heading.as_ref().map(|(words, anchor)| (&words.text, anchor)).unzip();
        if as_json {
            let snippet: String = hit
                .snippet
                .runs()
                .into_iter()
                .map(|(words, marked)| if marked { format!("**{words}**") } else { words.to_owned() })
                .collect();
            let line = json!({
                "rank": rank, "path": path, "anchor": anchor, "title": hit.title.text, "heading": heading,
                "score": (f64::from(hit.score) * 1000.0).round() / 1000.0, "snippet": snippet,
            });
            let _ = writeln!(text, "{line}");
        } else {
            let place = anchor.map_or_else(String::new, |anchor| format!("#{anchor}"));
            let below = heading.map_or_else(String::new, |heading| format!(" › {heading}"));
            let _ = writeln!(text, "{rank:2}. {}{below}  [{:.2}]\n    {path}{place}", hit.title.text, hit.score);
            let _ = writeln!(text, "    {}", hit.snippet.text);
        }
    }
    if !as_json {
        if let Some(did_you_mean) = answer.did_you_mean {
            let _ = writeln!(text, "Vouliez-vous dire : {did_you_mean}");
        }
        for (_, title) in &answer.nearest {
            let _ = writeln!(text, "Rien. Proche : {title}");
        }
    }
    text
}

fn path(hit: &Hit) -> String {
    Base::parse("/").map_or_else(|_| String::new(), |base| hit.route.href(&base))
}

/// A query and what a good answer matches.
pub struct Case {
    query: String,
    wanted: Regex,
}

/// Reads a golden set: a query, a tab, a pattern that the path, the title or the heading of a good answer matches (capitals
/// do not count). Lines that are empty or begin with `#` are skipped.
///
/// # Errors
/// The line that cannot be read.
pub fn cases(text: &str) -> Result<Vec<Case>> {
    let lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty() && !line.starts_with('#'));
    let case = |(at, line): (usize, &str)| {
        let wrong = |why: &str| anyhow!("line {}: {why}: {line}", at + 1);
        let (query, wanted) = line.split_once('\t').ok_or_else(|| wrong("a query, a tab and a pattern"))?;
        let wanted = wanted.split('\t').next().unwrap_or_default().trim_end();
        let wanted = RegexBuilder::new(wanted).case_insensitive(true).build().map_err(|e| wrong(&e.to_string()))?;
        Ok(Case { query: query.to_owned(), wanted })
    };
    lines.map(case).collect()
}

/// What an evaluation found.
pub struct Evaluation {
    /// Rank of the first good answer of each query, from 1.
    pub ranks: Vec<Option<usize>>,
    /// A line a query whose first answer is not good.
    pub misses: Vec<String>,
    times: Vec<Duration>,
}

/// Runs a golden set.
#[must_use]
pub fn evaluate(index: &Index, cases: &[Case]) -> Evaluation {
    let mut found = Evaluation { ranks: Vec::new(), misses: Vec::new(), times: Vec::new() };
    for case in cases {
        let start = Instant::now();
        let answer = search(index, &case.query, DEPTH);
        found.times.push(start.elapsed());
        let rank = answer.hits.iter().position(|hit| good(hit, &case.wanted)).map(|at| at + 1);
        if rank != Some(1) {
            let place = rank.map_or_else(|| "none".to_owned(), |rank| rank.to_string());
            let first: Vec<String> = answer.hits.iter().take(3).map(path).collect();
            found.misses.push(format!("{place:>4}  {}  wanted {}  got {}", case.query, case.wanted, first.join(" ")));
        }
        found.ranks.push(rank);
    }
    found
}

/// Whether a pattern matches the path, the title or the heading, typographic signs or plain ones.
fn good(hit: &Hit, wanted: &Regex) -> bool {
    let heading = hit.heading.as_ref().map(|(words, _)| words.text.clone());
    [Some(path(hit)), Some(hit.title.text.clone()), heading].into_iter().flatten().any(|text| {
        let plain = text.replace('’', "'").replace(['\u{a0}', '\u{202f}'], " ");
        wanted.is_match(&text) || wanted.is_match(&plain)
    })
}

impl Evaluation {
    /// Share of the queries whose first good answer is among the first `most`.
    #[must_use]
    pub fn hit_at(&self, most: usize) -> f64 {
        let good = self.ranks.iter().filter(|rank| rank.is_some_and(|rank| rank <= most)).count();
        good as f64 / self.ranks.len().max(1) as f64
    }

    /// Mean reciprocal rank among the first ten.
    #[must_use]
    pub fn mrr(&self) -> f64 {
        let sum: f64 = self.ranks.iter().flatten().map(|rank| 1.0 / *rank as f64).sum();
        sum / self.ranks.len().max(1) as f64
    }

    /// The longest time that a query took.
    #[must_use]
    pub fn slowest(&self) -> Duration {
        self.times.iter().copied().max().unwrap_or_default()
    }

    fn report(mut self, built: Duration, index: &Index) -> String {
        self.times.sort();
        let share = |part: f64| {
            let at = ((self.times.len() as f64 * part).ceil() as usize).clamp(1, self.times.len().max(1)) - 1;
            self.times.get(at).map_or(0.0, |time| time.as_secs_f64() * 1000.0)
        };
        let mut text = String::new();
        for miss in &self.misses {
            let _ = writeln!(text, "miss {miss}");
        }
        let _ = writeln!(text, "queries  {}", self.ranks.len());
        let _ = writeln!(text, "hit@1    {:.1} %", 100.0 * self.hit_at(1));
        let _ = writeln!(text, "hit@3    {:.1} %", 100.0 * self.hit_at(3));
        let _ = writeln!(text, "MRR@10   {:.3}", self.mrr());
        let _ =
            writeln!(text, "time     p50 {:.2} ms, p95 {:.2} ms, max {:.2} ms", share(0.5), share(0.95), share(1.0));
        let [documents, parts, words, stems, postings] = index.sizes();
        let _ = writeln!(
            text,
            "index    {documents} documents, {parts} parts, {words} words, {stems} stems, {postings} postings, built in {:.1} ms",
            built.as_secs_f64() * 1000.0
        );
        text
    }
}
