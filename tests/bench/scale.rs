//! The search on ten and fifty times the content: `cargo run --release --example scale`
//!
//! Each copy of a page has a page id of its own, and every fifth of its words is a new one, so that vocabulary and postings
//! grow as those of other pages would. Prints a row a size: documents, words, postings, bytes in memory (counted), time
//! until it can answer and until it is whole,
//! and the time of the golden questions.
#![allow(clippy::print_stdout, clippy::unwrap_used, reason = "a bench prints its figures, and may stop")]

use ipros::content::id::Slug;
use ipros::content::load::folder;
use ipros::content::page::Page;
use ipros::content::{Dataset, PageId};
use ipros::search::{IndexBuilder, search};
use std::path::Path;
use std::time::Instant;

fn main() {
    let data = folder::load(Path::new("assets/content")).map_err(|problems| format!("{}", problems[0])).unwrap();
    let golden = std::fs::read_to_string("tests/search/golden.tsv").unwrap();
    let queries: Vec<&str> = golden
        .lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| Some(line.split_once('\t')?.0))
        .collect();
    println!(
        "| times | documents | words | postings | index, MB | ready in, ms | built in, ms | p50, ms | p95, ms | max, ms |"
    );
    println!("|---|---|---|---|---|---|---|---|---|---|");
    for times in [1, 10, 50] {
        let content = multiplied(&data, times).to_content().unwrap();
        let start = Instant::now();
        IndexBuilder::new(&content).read_names(&content);
        let ready = start.elapsed().as_secs_f64() * 1000.0;
        let start = Instant::now();
        let index = IndexBuilder::whole(&content);
        let built = start.elapsed().as_secs_f64() * 1000.0;
        let mut taken: Vec<f64> = queries
            .iter()
            .map(|query| {
                let start = Instant::now();
                let answer = search(&index, query, 6);
                assert!(answer.hits.len() <= 6);
                start.elapsed().as_secs_f64() * 1000.0
            })
            .collect();
        taken.sort_by(f64::total_cmp);
        let at = |part: f64| taken[((taken.len() - 1) as f64 * part) as usize];
        let [documents, _, words, _, postings] = index.sizes();
        println!(
            "| × {times} | {documents} | {words} | {postings} | {:.1} | {ready:.1} | {built:.1} | {:.2} | {:.2} | {:.2} |",
            index.bytes() as f64 / 1e6,
            at(0.5),
            at(0.95),
            at(1.0)
        );
    }
}

/// The dataset with this many of each page that stands below a section.
fn multiplied(data: &Dataset, times: usize) -> Dataset {
    let mut all = data.clone();
    for copy in 1..times {
        for (id, page) in &data.pages {
            let PageId::Topic(section, slug) = id else { continue };
            let slug = Slug::parse(&format!("{:.50}-{copy}", slug.as_str())).unwrap();
            all.pages.insert(PageId::Topic(*section, slug.clone()), other(page, copy));
            let entry = all.facts.sections.iter_mut().find(|entry| entry.section == *section).unwrap();
            entry.pages.push(slug);
        }
    }
    all
}

/// The page with every fifth longer word changed, the same way each time that it stands there.
fn other(page: &Page, copy: usize) -> Page {
    let mut text = serde_json::to_value(page).unwrap();
    change(&mut text, copy);
    serde_json::from_value(text).unwrap()
}

/// Changes the texts; ids, dates and links stay as they are.
fn change(value: &mut serde_json::Value, copy: usize) {
    match value {
        serde_json::Value::String(text) if text.contains(' ') && !text.contains('(') => {
            let word = |word: &str| {
                let sum: usize = word.bytes().map(usize::from).sum();
                let plain = word.len() > 4 && word.bytes().all(|byte| byte.is_ascii_alphabetic());
                if plain && (sum + copy).is_multiple_of(5) {
                    format!("{word}{}", NAMES[copy % NAMES.len()])
                } else {
                    word.to_owned()
                }
            };
            *text = text.split(' ').map(word).collect::<Vec<_>>().join(" ");
        }
        serde_json::Value::Array(items) => items.iter_mut().for_each(|item| change(item, copy)),
        serde_json::Value::Object(fields) => fields.values_mut().for_each(|field| change(field, copy)),
        _ => {}
    }
}

/// Endings that make another word of a word.
const NAMES: [&str; 12] = ["ard", "eau", "ine", "ose", "ule", "oir", "age", "ude", "arde", "ille", "onde", "urme"];
