//! What Rust hands to JavaScript, read from both sides: each script takes what is written, and nothing is written for nobody.

use crate::root;
use ipros::route::Base;
use ipros::site::dist::asset::Asset;
use ipros::site::dist::contract::{LOADER_MARK, LoaderValues, PagesFiles, WORKER_MARK, WorkerCopy};
use ipros::site::dist::page::{NOTE, PageFields};
use ipros::site::dist::template::fill_script;
use regex::Regex;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};
use std::fs;

type Names = BTreeSet<String>;

/// A script as it stands in the repository, without comments.
fn script(name: &str) -> String {
    let text = fs::read_to_string(root().join("assets").join(name)).unwrap_or_else(|error| panic!("{name}: {error}"));
    text.lines().filter(|line| !line.trim_start().starts_with("//")).collect::<Vec<_>>().join("\n")
}

fn asset() -> Asset {
    Asset { name: "a-0.b".to_owned(), integrity: "sha256-x".to_owned() }
}

fn loader_values() -> LoaderValues {
    LoaderValues::new(&Base::parse("/ipros/").expect("a base path"), &asset())
}

fn worker_copy() -> WorkerCopy {
    let base = Base::parse("/ipros/").expect("a base path");
    let pages = PagesFiles { template: String::new(), parts: BTreeMap::new() };
    WorkerCopy::new(&crate::content(), &base, "0", "sha256-x", pages, BTreeMap::new())
}

fn page() -> PageFields {
    let text = String::new;
    PageFields { path: text(), title: text(), listed: true, route: text(), head: text(), app: text() }
}

/// The names of a value's fields.
fn written(value: &impl Serialize) -> Names {
    let value = serde_json::to_value(value).expect("JSON");
    value.as_object().expect("an object").keys().cloned().collect()
}

/// The first group of every match.
fn found(script: &str, pattern: &str) -> Names {
    let pattern = Regex::new(pattern).expect("a pattern");
    pattern.captures_iter(script).map(|found| found[1].to_owned()).collect()
}

/// The names that a script takes out of a value in one line, each of which it uses further on.
fn taken(script: &str, value: &str) -> Names {
    let pattern = format!(r"const \{{ ([^}}]*) \}} = {}", regex::escape(value));
    let line = Regex::new(&pattern).expect("a pattern").captures(script);
    let line = line.unwrap_or_else(|| panic!("no line takes {value} apart"))[1].to_owned();
    let mut names = Names::new();
    for part in line.split(", ") {
        let (name, here) = part.split_once(": ").unwrap_or((part, part));
        let uses = Regex::new(&format!(r"\b{here}\b")).expect("a pattern").find_iter(script).count();
        assert!(uses > 1, "{here} is taken and not used");
        names.insert(name.to_owned());
    }
    names
}

#[test]
fn the_loader_reads_every_value_that_is_written_for_it_and_no_other() {
    let (script, values) = (script("loader.js"), loader_values());
    assert_eq!(taken(&script, "\"%LOADER%\""), written(&values));
    assert_eq!(found(&script, r"\bwords\.(\w+)"), written(&values.words));
}

#[test]
fn the_worker_reads_every_value_that_is_written_for_it_and_no_other() {
    let (script, copy) = (script("worker.js"), worker_copy());
    assert_eq!(taken(&script, "\"%COPY%\""), written(&copy));
    assert_eq!(found(&script, r"\bwords\.(\w+)"), written(&copy.words));
}

#[test]
fn the_worker_reads_every_field_of_a_page() {
    let (script, page, copy) = (script("worker.js"), page(), worker_copy());
    assert_eq!(found(&script, r"\bpages\.(\w+)"), written(&copy.pages));
    let mut slots: Names = page.slots().iter().map(|(slot, _)| slot.to_lowercase()).collect();
    assert!(slots.remove(&NOTE.to_lowercase()) && script.contains("note: note()"), "the worker's own slot");
    let read: Names = found(&script, r"\bpage\.(\w+)").union(&slots).cloned().collect();
    assert_eq!(read, written(&page));
}

#[test]
fn what_both_sides_must_know_stands_in_rust_alone() {
    for name in ["loader.js", "worker.js"] {
        for known in ["548", "ipros:", "hors-ligne", "simple", "glossaire", "sw.js"] {
            assert!(!script(name).contains(known), "{name}: {known}");
        }
    }
}

#[test]
fn a_script_whose_mark_is_missing_or_unknown_stops_the_build() {
    let (loader, worker) = (script("loader.js"), script("worker.js"));
    let filled = fill_script("assets/loader.js", &loader, LOADER_MARK, &loader_values()).expect("filled");
    assert!(filled.contains(r#"} = {"cachePrefix":"ipros:/ipros/:","integrity":"sha256-x""#), "{filled:.600}");
    assert!(fill_script("assets/worker.js", &worker, WORKER_MARK, &worker_copy()).is_ok());
    let told = |script: &str| {
        let filled = fill_script("assets/loader.js", script, LOADER_MARK, &loader_values());
        filled.expect_err("a mark is wrong").to_string()
    };
    assert!(told(&loader.replace("\"%LOADER%\"", "{}")).contains("assets/loader.js: %LOADER% is missing"));
    let more = format!("{loader}\nconst more = \"%MORE%\";");
    assert!(told(&more).contains("assets/loader.js: nothing fills %MORE%"), "{}", told(&more));
}
